from hypothesis import given
from hypothesis import strategies as st

from medv_tui.planfile.search import Match, Search
from medv_tui.tui.matches import Matches

FOUND = Matches(Search("a"), (Match(0, 2, 3), Match(0, 5, 6), Match(4, 0, 1)))


def test_the_next_match_is_at_the_place_or_behind_it() -> None:
    assert FOUND.after((0, 0)) == Match(0, 2, 3)
    assert FOUND.after((0, 2)) == Match(0, 2, 3)
    assert FOUND.after((0, 3)) == Match(0, 5, 6)
    assert FOUND.after((1, 0)) == Match(4, 0, 1)


def test_from_the_ends_it_goes_round() -> None:
    assert FOUND.after((9, 0)) == Match(0, 2, 3)
    assert FOUND.after((0, 2), -1) == Match(4, 0, 1)


def test_where_nothing_is_found_there_is_no_next() -> None:
    assert Matches(Search("a"), ()).after((0, 0)) is None


def test_a_selected_match_is_counted_and_anything_else_is_not() -> None:
    assert FOUND.fact((0, 5), (0, 6)) == "2 of 3"
    assert FOUND.fact((0, 5), (0, 5)) == "3"


def test_how_it_was_looked_for_is_said_and_that_nothing_was_found() -> None:
    assert Matches(Search("a", case=True, pattern=True, words=True), ()).fact((0, 0), (0, 0)) == (
        "none, case, words, pattern"
    )
    assert Matches(Search(""), ()).fact((0, 0), (0, 0)) == ""


@given(st.lists(st.integers(0, 30), unique=True, min_size=1), st.integers(0, 30))
def test_steps_visit_every_match_once(rows: list[int], row: int) -> None:
    found = Matches(Search("a"), [Match(each, 0, 1) for each in sorted(rows)])
    visited = [found.after((row, 0), step) for step in range(len(rows))]
    assert {match.row for match in visited if match} == set(rows)
