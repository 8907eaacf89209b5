from math import inf

import pytest

from medv_tui.findings import Verdict
from medv_tui.tui.panes.host_sections import Section, Sections, sections
from medv_tui.tui.panes.roster import Column, Roster, Sort

from .plans import DOCUMENTED, host
from .test_headline import review_of

FLEET = DOCUMENTED + "".join(
    [
        host("short", free_disk_gb=9, site="Lyon", model="OptiPlex 780"),
        host("SHORTER", free_disk_gb=5, site="Paris"),
        host("WEAK", ram_mb=1024, site="lyon"),
        host("ROOMY", free_disk_gb=500, count=8, ram_mb=8192, users=2),
        host("NOBODY").replace('workspace = "example"\n', ""),
        host("UNSAID").replace("free_disk_gb = 60\n", ""),
        host("GONE", excluded="Replaced in March."),
    ]
)
ROSTER = Roster(review_of(FLEET).hosts)


def shown(text: str = "", sort: Sort | None = None) -> list[str]:
    rows = ROSTER.shown(sort or Sort(), text)
    return [ROSTER.hosts.fleet.names[row] for row in rows]


def headroom(roster: Roster) -> list[float | None]:
    return [None if gb == inf else gb for gb in roster.headroom.values]


def test_computers_are_ordered_by_verdict_and_then_by_headroom() -> None:
    assert shown() == [
        "SHORTER",
        "short",
        "WEAK",
        "UNSAID",
        "NOBODY",
        "DESK-01",
        "ROOMY",
        "GONE",
    ]


@pytest.mark.parametrize(
    ("column", "first", "last"),
    [
        (Column.HOST, "DESK-01", "WEAK"),
        (Column.SITE, "short", "GONE"),
        (Column.WORKSPACE, "SHORTER", "NOBODY"),
        (Column.RAM, "WEAK", "ROOMY"),
        (Column.FREE, "SHORTER", "UNSAID"),
        (Column.HEADROOM, "SHORTER", "GONE"),
        (Column.REASON, "SHORTER", "GONE"),
    ],
)
def test_a_column_orders_its_values_and_puts_the_unknown_last(
    column: Column, first: str, last: str
) -> None:
    names = shown(sort=Sort(column))
    assert (names[0], names[-1]) == (first, last)
    assert sorted(names) == sorted(shown())


@pytest.mark.parametrize(
    ("column", "first", "last"),
    [
        (Column.VERDICT, "GONE", "WEAK"),
        (Column.HOST, "WEAK", "DESK-01"),
        (Column.SITE, "SHORTER", "GONE"),
        (Column.RAM, "ROOMY", "WEAK"),
        (Column.FREE, "ROOMY", "UNSAID"),
        (Column.HEADROOM, "ROOMY", "GONE"),
    ],
)
def test_a_reversed_column_keeps_the_unknown_last(column: Column, first: str, last: str) -> None:
    names = shown(sort=Sort(column, is_reversed=True))
    assert (names[0], names[-1]) == (first, last)


def test_equal_values_stay_in_the_order_of_verdicts() -> None:
    names = shown(sort=Sort(Column.SITE))
    assert names[:2] == ["short", "WEAK"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("lyon", ["short", "WEAK"]),
        ("sho", ["SHORTER", "short"]),
        ("lyon sho", ["short"]),
        ("site:Lyon", ["short", "WEAK"]),
        ("name:*r", ["SHORTER"]),
        ("780", ["short"]),
        ("verdict:unassigned", ["NOBODY"]),
        ('"no workspace"', ["NOBODY"]),
        ("march", ["GONE"]),
        ("ram<2048", ["WEAK"]),
        ("ram<2048 free<10", []),
        ("free<10", ["SHORTER", "short"]),
        ("headroom<0", ["SHORTER", "short"]),
        ("users=2", ["ROOMY"]),
        ("reason:host-disk-formula", ["SHORTER", "short"]),
        ('reason:"free disk not given"', ["UNSAID"]),
    ],
)
def test_a_filter_keeps_the_computers_that_match_all_of_it(text: str, names: list[str]) -> None:
    assert shown(text) == names


def test_a_filter_keeps_the_order() -> None:
    assert shown("sho", Sort(Column.HOST, is_reversed=True)) == ["SHORTER", "short"]


def test_headroom_is_what_a_computers_own_review_says() -> None:
    hosts = ROSTER.hosts
    assert headroom(ROSTER) == [hosts.headroom_gb(row) for row in range(len(hosts.fleet.names))]


def test_with_two_volumes_the_worse_one_decides_the_headroom() -> None:
    hosts = review_of(DOCUMENTED + host("TWO", base_vhd_free_disk_gb=3)).hosts
    assert headroom(Roster(hosts)) == [hosts.headroom_gb(0), hosts.headroom_gb(1)]


@pytest.mark.parametrize("column", Column)
def test_an_empty_fleet_can_be_ordered(column: Column) -> None:
    assert not Roster(review_of("").hosts).shown(Sort(column), "x ram<1")


def test_many_different_values_are_ordered_like_few() -> None:
    text = DOCUMENTED + "".join(
        host(f"PC-{n:03}", free_disk_gb=(n * 7) % 300 + 20) for n in range(300)
    )
    roster = Roster(review_of(text).hosts)
    free = roster.hosts.fleet.columns["free_disk_gb"]
    ordered = [free[row] for row in roster.shown(Sort(Column.FREE), "")]
    assert ordered == sorted(free)
    turned = [free[row] for row in roster.shown(Sort(Column.FREE, is_reversed=True), "")]
    assert turned == sorted(free, reverse=True)


def test_sections_count_the_computers_of_each_verdict() -> None:
    rows = ROSTER.shown(Sort(), "")
    found = [(s.start, s.verdict, s.computers) for s in sections(ROSTER.hosts, rows).starts]
    assert found == [
        (0, Verdict.BLOCKED, 3),
        (3, Verdict.UNKNOWN, 1),
        (4, Verdict.UNASSIGNED, 1),
        (5, Verdict.READY, 9),
        (7, Verdict.EXCLUDED, 1),
    ]


def test_a_row_below_sections_is_found_both_ways() -> None:
    layout = sections(ROSTER.hosts, ROSTER.shown(Sort(), ""))
    rows = [layout.row_of(position) for position in range(8)]
    assert rows == [1, 2, 3, 5, 7, 9, 10, 12]
    assert [layout.at(row) for row in rows] == list(range(8))
    assert all(isinstance(layout.at(row), Section) for row in (0, 4, 6, 8, 11))


def test_without_sections_rows_are_positions() -> None:
    assert [Sections().row_of(3), Sections().at(3)] == [3, 3]
