"""The hosts pane: its table as plain rows, then the pane with its keys."""

from pathlib import Path
from typing import Any

import pytest
from textual.message import Message
from textual.pilot import Pilot

from medv_tui.findings import Verdict
from medv_tui.practices.practice import SHORT
from medv_tui.review.hosts import HostsReview
from medv_tui.tui.app import DashboardApp
from medv_tui.tui.explain import ExplainScreen
from medv_tui.tui.line import plain, width
from medv_tui.tui.panes.host_columns import HostColumns
from medv_tui.tui.panes.host_sections import Section
from medv_tui.tui.panes.hosts import HostsPane
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
from medv_tui.tui.panes.pane import Pane
from medv_tui.tui.panes.roster import Column, Sort

from .plans import DOCUMENTED, MEDIUM, NARROW, WIDE, dashboard, host, settle
from .test_headline import review_of

MIXED = DOCUMENTED + "".join(
    [
        host("SHORT", free_disk_gb=9, site="Lyon"),
        host("SHORTER", free_disk_gb=5),
        host("WEAK", ram_mb=1024),
        host("ROOMY", free_disk_gb=500, count=8),
        host("NOBODY").replace('workspace = "example"\n', ""),
        host("UNSAID").replace("free_disk_gb = 60\n", ""),
        host("GONE", excluded="Replaced in March."),
        host("TRACE", free_disk_gb=10.08),
    ]
)
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


def pane_of(app: DashboardApp) -> HostsPane:
    return app.plan_screen.query_one(HostsPane)


def fact(app: DashboardApp) -> str:
    review = app.plan_screen.review
    assert review is not None
    return pane_of(app).fact(review)


def rows(app: DashboardApp) -> list[str]:
    pane = pane_of(app)
    return [pane.render_line(y).text.rstrip() for y in range(pane.size.height)]


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


def chosen(app: DashboardApp) -> str:
    row = pane_of(app).selected
    review = app.plan_screen.review
    assert row is not None
    assert review is not None
    return review.hosts.fleet.names[row]


@pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW])
async def test_the_last_row_gives_keys_and_place(tmp_path: Path, size: tuple[int, int]) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "f6", "3")
        assert rows(app)[-1].split("   ")[:3] == ["Enter why", "/ filter", "s sort"]
        assert rows(app)[-1].endswith("rows 1 to 9 of 9")


async def test_letters_that_are_typed_choose_and_escape_brings_all_back(tmp_path: Path) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "f6", "3", *"/shorts", "backspace")
        assert [row.split()[2] for row in rows(app)[1:3]] == ["SHORTER", "SHORT"]
        assert rows(app)[3] == ""
        assert rows(app)[-1].startswith("/ short    Enter keep   Esc clear")
        assert fact(app) == "2 of 16 hosts"
        await press(pilot, "escape")
        assert rows(app)[-1].endswith("of 9")


async def test_keys_of_the_dashboard_are_typed_into_the_filter(tmp_path: Path) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "f6", "3", *"/s5?r d")
        assert pane_of(app).wanted == "s5?r d"
        assert pane_of(app).has_focus
        await press(pilot, "ctrl+w")
        assert pane_of(app).wanted == "s5?r"
        await press(pilot, "ctrl+u")
        assert pane_of(app).wanted == ""


async def test_enter_keeps_the_filter_and_gives_the_keys_back(tmp_path: Path) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "f6", "3", *"/short", "enter", "s")
        assert pane_of(app).wanted == "short"
        assert [row.split()[2] for row in rows(app)[1:3]] == ["SHORT", "SHORTER"]
        await press(pilot, "escape")
        assert pane_of(app).wanted == ""


async def test_a_filter_asked_for_again_is_typed_over_or_after_right_added_to(
    tmp_path: Path,
) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "f6", "3", *"/short", "enter", *"/we")
        assert pane_of(app).wanted == "we"
        await press(pilot, "enter", "slash", "right", *"ak", "enter")
        assert pane_of(app).wanted == "weak"
        await press(pilot, "slash", "enter")
        assert pane_of(app).wanted == "weak"
        await press(pilot, "slash", "backspace")
        assert pane_of(app).wanted == ""


async def test_a_filter_stays_when_figures_change(tmp_path: Path) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "f6", "3", *"/short", "enter")
        app.plan_screen.bench.rewriting.rewrite(
            MIXED.replace("free_disk_gb = 9\n", "free_disk_gb = 900\n")
        )
        await settle(pilot)
        assert [row.split()[1:3] for row in rows(app)[1:3]] == [
            ["blocked", "SHORTER"],
            ["ready", "SHORT"],
        ]


async def test_without_a_match_it_says_how_to_go_on(tmp_path: Path) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "f6", "3", *"/tokyo")
        assert rows(app)[0] == 'No host matches "tokyo". Esc clears the filter.'
        await press(pilot, "enter", "down", "enter", "g", "d")
        assert app.screen is app.plan_screen


async def test_without_hosts_it_says_what_to_add(tmp_path: Path) -> None:
    app = dashboard(tmp_path, "")
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        said = " ".join(" ".join(rows(app)).split())
        assert said == ("No hosts yet. Add a [[hosts]] table, or [[inventories]] with a CSV file.")


async def test_rows_are_sorted_by_one_column_after_another(tmp_path: Path) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        facts = []
        await press(pilot, "f6", "3")
        for _ in range(4):
            await press(pilot, "s")
            facts.append(fact(app))
        assert facts == ["by host", "by headroom", "by reason", "blocked first"]
        await press(pilot, "S")
        assert rows(app)[1].split()[1] == "excluded"


async def test_a_click_on_a_head_sorts_and_another_turns_the_order(tmp_path: Path) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        x = rows(app)[0].index("headroom")
        await pilot.click("#hosts", offset=(x, 0))
        await settle(pilot)
        assert rows(app)[1].split()[2] == "SHORTER"
        await pilot.click("#hosts", offset=(x, 0))
        await settle(pilot)
        assert rows(app)[1].split()[2] == "ROOMY"


async def test_a_second_click_on_a_row_asks_why(tmp_path: Path) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.click("#hosts", offset=(4, 2), times=2)
        await settle(pilot)
        front: object = app.screen
        assert isinstance(front, ExplainScreen)


async def test_the_cursor_stays_on_its_computer_when_others_change(tmp_path: Path) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "f6", "3", "down", "down", "down", "down")
        before = chosen(app)
        app.plan_screen.bench.rewriting.rewrite(
            MIXED.replace("free_disk_gb = 9\n", "free_disk_gb = 900\n")
        )
        await settle(pilot)
        assert chosen(app) == before
        assert before not in {"SHORT", "SHORTER"}


async def test_a_cursor_that_was_not_moved_stays_on_the_worst(tmp_path: Path) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert chosen(app) == "SHORTER"
        app.plan_screen.bench.rewriting.rewrite(
            MIXED.replace("free_disk_gb = 5\n", "free_disk_gb = 900\n")
        )
        await settle(pilot)
        assert chosen(app) == "SHORT"


async def test_a_place_in_the_text_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fleet.csv").write_text("name,free_disk_gb\nCSV-1,50\n")
    inventory = '\n[[inventories]]\nfile = "fleet.csv"\nworkspace = "example"\n'
    app = dashboard(tmp_path, DOCUMENTED + inventory)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        asked: list[Message] = []
        post = HostsPane.post_message

        def record(self: HostsPane, message: Message) -> bool:
            asked.append(message)
            return post(self, message)

        monkeypatch.setattr(HostsPane, "post_message", record)
        await press(pilot, "f6", "3", "s", "down", "g", "up", "g")
        places = [(m.path, m.otherwise) for m in asked if isinstance(m, Pane.GoTo)]
        assert [path for path, _ in places] == [("hosts", 0), ()]
        assert places[1][1] == "CSV-1 stands on line 2 of fleet.csv."


async def test_computers_are_counted_by_reason_and_listed_from_there(tmp_path: Path) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "f6", "3", "r")
        assert " ".join(rows(app)[1].split()) == "× blocked 3 Free disk covers the computed requ…"
        assert rows(app)[-1].startswith("Enter list them   r all hosts")
        await press(pilot, "enter")
        assert pane_of(app).wanted == "reason:host-disk-formula:must"
        assert [row.split()[2] for row in rows(app)[1:4]] == ["SHORTER", "SHORT", "TRACE"]
        assert rows(app)[4] == ""


async def test_a_fleet_that_nothing_holds_back_says_so(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "f6", "3", "r")
        assert rows(app)[0] == "No computer is held back by anything. r lists all of them."
        await press(pilot, "enter", "r")
        assert "DESK-01" in rows(app)[1]


async def test_in_a_narrow_pane_rows_stand_below_their_verdict(tmp_path: Path) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=(144, 60)) as pilot:
        await settle(pilot)
        await press(pilot, "f6", "3")
        drawn = rows(app)
        assert drawn[1:4] == [
            "× 4 blocked",
            "SHORTER           −5.1  disk 5.0, needs 10.1"[: len(drawn[2])],
            drawn[3],
        ]
        assert "? 1 unknown" in drawn
        await press(pilot, "end")
        assert chosen(app) == "GONE"
        await press(pilot, "home")
        assert rows(app)[1] == "× 4 blocked"
        await pilot.click("#hosts", offset=(4, 2))
        assert chosen(app) == "SHORTER"


async def test_many_computers_are_filtered_beside_what_is_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = "".join(f"PC-{n:05},{n % 60}\n" for n in range(3_000))
    (tmp_path / "fleet.csv").write_text(f"name,free_disk_gb\n{lines}")
    inventory = '\n[[inventories]]\nfile = "fleet.csv"\nworkspace = "example"\n'
    app = dashboard(tmp_path, DOCUMENTED + inventory)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        asked: list[int] = []
        outcomes = HostsReview.outcomes

        def record(self: HostsReview, row: int) -> Any:
            asked.append(row)
            return outcomes(self, row)

        monkeypatch.setattr(HostsReview, "outcomes", record)
        await press(pilot, "f6", "3", *"/pc-0012")
        assert rows(app)[-1].endswith("of 10")
        assert len(set(asked)) <= 60


@pytest.mark.parametrize("key", ["r", "b"])
async def test_escape_leads_from_what_is_counted_back_to_the_list(tmp_path: Path, key: str) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("escape", "3", key)
        await settle(pilot)
        assert pane_of(app).selected is None
        await pilot.press("escape")
        await settle(pilot)
        assert pane_of(app).selected is not None
        assert app.plan_screen.chosen == HostsPane.NUMBER
