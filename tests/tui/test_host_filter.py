from collections.abc import Mapping

import pytest

from medv_tui.tui.panes.host_filter import Sizes, Words, conditions, misread

KIND: Mapping[str, tuple[str, ...]] = {
    "verdict": ("blocked",),
    "workspace": ("kiosk",),
    "site": ("head office",),
    "model": ("optiplex 780",),
    "seen": ("ram 1.0 gb, needs 2",),
    "reason": ("ram 1.0 gb, needs 2", "host-ram-minimum", "host has 2 gb ram or more"),
}


def words(text: str) -> Words:
    (condition,) = conditions(text)
    assert isinstance(condition, Words)
    return condition


def is_met(condition: Words) -> bool:
    return any(condition.matches_any(KIND.get(field, ())) for field in condition.fields)


def sizes(text: str) -> Sizes:
    (condition,) = conditions(text)
    assert isinstance(condition, Sizes)
    return condition


@pytest.mark.parametrize(
    "text",
    [
        "kiosk",
        "HEAD",
        "Block",
        "780",
        "RAM",
        "site:Head*",
        'site:"head off"',
        "verdict:blocked",
        "workspace:kio?k",
        "model:*780",
        "reason:host-ram-minimum",
        'reason:"needs 2"',
    ],
)
def test_a_text_that_stands_in_a_computers_facts_matches(text: str) -> None:
    assert is_met(words(text))


@pytest.mark.parametrize(
    "text",
    [
        "lyon",
        "site:office*",
        "workspace:head",
        "host-ram-minimum",
        "nonsense:kiosk",
        "ram<much",
    ],
)
def test_a_text_that_stands_elsewhere_or_nowhere_does_not_match(text: str) -> None:
    assert not is_met(words(text))


@pytest.mark.parametrize(
    ("text", "number", "holds"),
    [
        ("ram<4096", 4095, True),
        ("ram<4096", 4096, False),
        ("RAM<=4096", 4096, True),
        ("free>10", 10.5, True),
        ("free>10,5", 10.5, False),
        ("users>=2", 2, True),
        ("users=2", 3, False),
        ("users:2", 2, True),
        ("headroom<-1.5", -2.0, True),
        ("headroom<−1.5", -1.0, False),
    ],
)
def test_numbers_are_compared(text: str, number: float, holds: bool) -> None:
    condition = sizes(text)
    assert condition.field == text.casefold().rstrip("0123456789.,-−<>=:")
    assert condition.holds(number, condition.limit) is holds


@pytest.mark.parametrize("text", ["", "  ", "ram<", "site:", 'site:"', "reason: "])
def test_what_is_half_typed_asks_for_nothing(text: str) -> None:
    assert conditions(text) == ()


def test_several_terms_are_several_conditions() -> None:
    found = conditions('verdict:blocked site:"Head office" ram<4096 lyon')
    assert [condition.field for condition in found] == ["verdict", "site", "ram", ""]


def test_a_host_is_found_by_its_name_alone_where_that_is_asked() -> None:
    assert words("host:FIN-*").field == words("name:fin").field == "name"
    assert words("name:FIN-0*").matches("fin-0001")
    assert not is_met(words("name:fin"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("verdct:blocked", '"verdct" is no field; verdict, name,'),
        ("site:wels ram<much", 'ram is compared with a number, such as ram<20; "much" is none.'),
    ],
)
def test_a_term_that_is_no_condition_is_named_with_what_is_wanted(text: str, said: str) -> None:
    assert misread(text).startswith(said)


@pytest.mark.parametrize(
    "text", ["", "kiosk", "site:Head* ram<4096", "ram<", "nonsense:", "free:3,5"]
)
def test_what_is_well_or_half_typed_is_not_complained_of(text: str) -> None:
    assert misread(text) == ""
