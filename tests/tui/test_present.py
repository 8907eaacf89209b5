import pytest

from medv_tui.findings import Figure, Severity, Status, Verdict
from medv_tui.tui.present import (
    BLOCKED,
    UNKNOWN,
    VERDICT_MARKS,
    count,
    formula,
    headroom,
    signed,
    size,
    status_mark,
)


@pytest.mark.parametrize(
    ("gb", "text"),
    [
        (10.1, "10.1"),
        (1984.25, "1,984.2"),
        (0.0, "0.0"),
        (0.04, "0.04"),
        (0.001, "0.01"),
        (1e-9, "0.0"),
        (-3.39, "−3.4"),
        (-1e-9, "0.0"),
        (None, "?"),
    ],
)
def test_a_size_has_one_decimal_and_more_than_nothing_never_reads_as_nothing(
    gb: float | None, text: str
) -> None:
    assert size(gb) == text


@pytest.mark.parametrize(
    ("gb", "text"), [(47.6, "+47.6"), (-0.04, "−0.04"), (0.0, "+0.0"), (None, "?")]
)
def test_headroom_always_carries_its_sign(gb: float | None, text: str) -> None:
    assert signed(gb) == text


def test_only_a_lack_of_space_has_a_colour() -> None:
    assert headroom(-0.1).look == BLOCKED
    assert headroom(0.0).look == ""
    assert headroom(None).look == UNKNOWN


def required(saved_state_gb: float, total_gb: float | None = 10.1) -> Figure:
    terms = (
        Figure("base VHD", 2.6, "GB"),
        Figure("users", 3, ""),
        Figure("differencing disk", 1.5, "GB"),
        Figure("saved state", saved_state_gb, "GB"),
    )
    text = "base VHD + users × (differencing disk + saved state)"
    return Figure("required", total_gb, "GB", formula=text, terms=terms)


def test_a_formula_shows_its_terms_and_its_result() -> None:
    assert formula(required(1.0)) == "2.6 + 3 × (1.5 + 1.0) = 10.1 GB"


def test_a_formula_has_two_decimals_where_one_is_not_exact() -> None:
    assert formula(required(1.031, 10.193)) == "2.60 + 3 × (1.50 + 1.03) = 10.19 GB"


def test_an_unknown_term_and_an_unknown_result_are_question_marks() -> None:
    figure = Figure(
        "sum", None, "GB", formula="a + b", terms=(Figure("a", None, "GB"), Figure("b", 2, "GB"))
    )
    assert formula(figure) == "? + 2.0 = ? GB"


def test_a_failing_must_is_worse_than_a_failing_should() -> None:
    assert status_mark(Status.FAILING, Severity.MUST).symbol == "×"
    assert status_mark(Status.FAILING, Severity.SHOULD).symbol == "▲"
    assert status_mark(Status.FAILING, Severity.CONSIDER).symbol == "▲"


@pytest.mark.parametrize("status", [*Status, "missing"])
def test_every_status_has_symbol_and_word(status: str) -> None:
    mark = status_mark(status)
    assert len(mark.symbol) == 1
    assert mark.word


def test_every_verdict_has_symbol_and_word() -> None:
    assert set(VERDICT_MARKS) == set(Verdict)
    assert all(mark.symbol and mark.word for mark in VERDICT_MARKS.values())


def test_numbers_agree_with_their_noun() -> None:
    assert count(1, "host") == "1 host"
    assert count(1984, "host") == "1,984 hosts"
    assert count(2, "entry", "entries") == "2 entries"
