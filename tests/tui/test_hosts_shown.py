from medv_tui.review.crowds import Common
from medv_tui.tui.panes.hosts_shown import shown
from medv_tui.tui.panes.roster import Column, Roster, Sort

from .plans import MIXED
from .test_headline import review_of

ROSTER = Roster(review_of(MIXED).hosts)
ROWS = len(ROSTER.hosts.fleet.names)


def test_a_computer_is_found_by_its_name_where_it_stands() -> None:
    found = shown(ROSTER, Sort(Column.HOST), "", None, "weak")
    names = sorted(name.casefold() for name in ROSTER.hosts.fleet.names)
    assert [found.position(name) for name in names] == list(range(ROWS))
    assert [found.name(position) for position in range(ROWS)] == names


def test_a_computer_that_a_filter_leaves_out_stands_nowhere() -> None:
    found = shown(ROSTER, Sort(), "short", None, "weak")
    assert found.position("weak") is None
    assert found.position("nobody at all") is None
    assert sorted(found.names) == ["short", "shorter"]


def test_a_filter_counts_the_computers_that_its_rows_stand_for() -> None:
    found = shown(ROSTER, Sort(), "roomy", None)
    assert (found.items, found.computers) == (1, 8)


def test_items_are_the_crowds_where_computers_are_counted() -> None:
    found = shown(ROSTER, Sort(), "", Common.SITE)
    assert found.items == len({"Lyon", None})
    assert found.computers == ROSTER.hosts.total
