import pytest

from medv_tui.findings import Verdict
from medv_tui.reports import hosts
from medv_tui.reports.hosts import table
from medv_tui.reports.wrap import cells
from tests.generated import ROOT

from .small_fleet import reviewed


def test_the_table_has_the_worst_computer_first() -> None:
    lines = table(reviewed(), (), width=80, colour=False).splitlines()
    assert [line.split()[2] for line in lines[1:]] == ["TIGHT", "UNKNOWN", "GOOD"]
    assert "× blocked" in lines[1]
    assert "TIGHT (2)" in lines[1]


def test_a_headroom_that_would_round_to_nothing_has_a_second_decimal() -> None:
    line = table(reviewed(), (Verdict.BLOCKED,), width=80, colour=False).splitlines()[1]
    assert " −0.02 " in line


def test_an_unknown_size_is_a_question_mark() -> None:
    line = table(reviewed(), (Verdict.UNKNOWN,), width=80, colour=False).splitlines()[1]
    assert line.split()[3:6] == ["finance", "?", "?"]


def test_the_table_holds_only_the_verdicts_that_were_asked_for() -> None:
    said = table(reviewed(), (Verdict.READY,), width=80, colour=False)
    assert "GOOD" in said
    assert "TIGHT" not in said
    assert table(reviewed(), (Verdict.EXCLUDED,), width=80, colour=False) == "No computers.\n"


@pytest.mark.parametrize("width", [60, 80, 140])
def test_the_table_fits_the_width(width: int) -> None:
    text = (ROOT / "sample_configs" / "midsize.toml").read_text("utf-8")
    lines = table(reviewed(text), (), width=width, colour=False).splitlines()
    assert max(map(cells, lines)) <= width


def test_each_text_is_measured_as_often_however_many_there_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    measured: list[str] = []

    def measure(text: str) -> int:
        measured.append(text)
        return cells(text)

    monkeypatch.setattr(hosts, "cells", measure)
    text = (ROOT / "sample_configs" / "midsize.toml").read_text("utf-8")
    review = reviewed(text)
    rows = table(review, (), width=140, colour=False).count("\n") - 1
    assert rows > 20
    assert len(measured) < 12 * rows
