"""The table of computers as plain rows."""

import pytest

from medv_tui.findings import Verdict
from medv_tui.practices.practice import SHORT
from medv_tui.tui.line import plain, width
from medv_tui.tui.panes.host_columns import HostColumns
from medv_tui.tui.panes.host_sections import Section
from medv_tui.tui.panes.hosts_table import (
    REASON,
    Columns,
    Longest,
    fitting,
    heads,
    host_row,
    longest,
    memory,
    section_row,
)
from medv_tui.tui.panes.roster import Column, Sort

from .plans import MIXED
from .test_headline import review_of

HOSTS = review_of(MIXED).hosts
SPREAD = (150, 104, 90, 80, 72, 60, 56)


def row_of(name: str, cells: int, sort: Sort | None = None) -> str:
    columns = fitting(cells, longest(HostColumns(HOSTS.fleet)), sort or Sort())
    return plain(host_row(HOSTS, HOSTS.fleet.names.index(name), columns))


def table(cells: int, wanted: Longest | None = None, sort: Sort | None = None) -> Columns:
    return fitting(cells, wanted or Longest(8, 8, 8), sort or Sort())


@pytest.mark.parametrize(
    ("cells", "shown"),
    [
        (104, list(Column)),
        (103, ["verdict", "host", "workspace", "free", "headroom", "reason"]),
        (89, ["verdict", "host", "free", "headroom", "reason"]),
        (71, ["verdict", "host", "headroom", "reason"]),
        (55, ["host", "headroom", "reason"]),
    ],
)
def test_columns_are_dropped_one_after_another(cells: int, shown: list[str]) -> None:
    assert list(table(cells).places) == shown


@pytest.mark.parametrize("cells", [150, 104, 90, 72, 59, 46])
def test_a_reason_has_room_for_every_short_form(cells: int) -> None:
    assert table(cells, Longest(40, 40, 40)).places[Column.REASON].cells >= REASON == SHORT


def test_the_host_grows_first_where_there_is_room() -> None:
    assert table(80, Longest(15, 9, 8)).places[Column.HOST].cells == 15
    assert table(80, Longest(90, 9, 8)).places[Column.HOST].cells < 26


def test_a_narrow_table_in_another_order_keeps_the_verdicts_symbol() -> None:
    columns = table(46, sort=Sort(Column.HOST))
    assert columns.places[Column.VERDICT].cells == 1
    assert plain(host_row(HOSTS, HOSTS.fleet.names.index("WEAK"), columns)).startswith("×  WEAK")


@pytest.mark.parametrize("cells", [*SPREAD, 46, 30, 12])
def test_a_row_lines_up_with_its_head_and_fits(cells: int) -> None:
    columns = fitting(cells, longest(HostColumns(HOSTS.fleet)), Sort())
    head = plain(heads(columns, Sort()))
    for row, name in enumerate(HOSTS.fleet.names):
        line = host_row(HOSTS, row, columns)
        assert cells < 46 or width(line) <= cells
        start = head.index("host")
        assert plain(line)[start : start + len(name)] == name


@pytest.mark.parametrize("cells", SPREAD)
def test_figures_stand_on_the_point(cells: int) -> None:
    points = {
        row_of(name, cells).rindex(".", 0, table(cells).places[Column.REASON].start)
        for name in ("SHORT", "SHORTER", "WEAK", "ROOMY", "TRACE", "DESK-01")
    }
    assert len(points) == 1


def test_a_row_says_verdict_figures_and_reason() -> None:
    assert row_of("SHORT", 80).rstrip() == (
        "× blocked    SHORT            9.0      −1.1  disk 9.0, needs 10.1"
    )


def test_a_wide_row_says_everything() -> None:
    words = " ".join(row_of("SHORT", 120).split())
    assert words == "× blocked SHORT example Lyon 4.0 9.0 −1.1 disk 9.0, needs 10.1"


def test_a_figure_that_would_round_to_nothing_has_a_second_decimal() -> None:
    assert row_of("TRACE", 80).endswith("10.1      −0.02 disk short by 0.02")


def test_a_row_for_several_computers_says_how_many() -> None:
    assert "ROOMY (8) " in row_of("ROOMY", 60)


@pytest.mark.parametrize("column", ["free", "headroom"])
def test_an_unknown_figure_is_a_question_mark_in_its_last_column(column: str) -> None:
    head = plain(heads(table(80), Sort()))
    assert row_of("UNSAID", 80)[head.index(column) + len(column) - 1] == "?"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("GONE", "Replaced in March."),
        ("NOBODY", "no workspace"),
        ("UNSAID", "free disk not given"),
        ("WEAK", "RAM 1.0 GB, needs 2"),
        ("SHORTER", "disk 5.0, needs 10.1"),
    ],
)
def test_the_reason_is_said_shortly(name: str, reason: str) -> None:
    assert row_of(name, 80).rstrip().endswith(f"  {reason}")


def test_a_ready_computer_says_what_was_not_verified_and_its_word_is_muted() -> None:
    row = HOSTS.fleet.names.index("DESK-01")
    line = host_row(HOSTS, row, table(80))
    assert {part.look for part in line if "ready" in part.text} == {"$muted"}
    unverified = len(HOSTS.review(row).unverified)
    assert plain(line).rstrip().endswith(f"{unverified} facts unverified")


@pytest.mark.parametrize(
    ("mb", "gb"), [(2047, "1.9"), (2048, "2.0"), (1_048_576, "1,024.0"), (64, "0.06"), (None, "?")]
)
def test_memory_is_rounded_down(mb: int | None, gb: str) -> None:
    assert memory(mb).text == gb


def test_a_verdict_above_rows_counts_computers() -> None:
    assert plain(section_row(Section(0, Verdict.BLOCKED, 1_006))) == "× 1,006 blocked"
