"""The hosts pane with its keys."""

from pathlib import Path
from typing import Any

import pytest
from textual.message import Message
from textual.pilot import Pilot

from medv_tui.review.hosts import HostsReview
from medv_tui.tui.app import DashboardApp
from medv_tui.tui.explain import ExplainScreen
from medv_tui.tui.panes.hosts import HostsPane
from medv_tui.tui.panes.pane import Pane
from medv_tui.tui.panes.roster import Roster

from .plans import DOCUMENTED, MEDIUM, MIXED, NARROW, WIDE, dashboard, settle


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


def many(folder: Path) -> DashboardApp:
    lines = "".join(f"PC-{n:05},{n % 60}\n" for n in range(3_000))
    (folder / "fleet.csv").write_text(f"name,free_disk_gb\n{lines}")
    inventory = '\n[[inventories]]\nfile = "fleet.csv"\nworkspace = "example"\n'
    return dashboard(folder, DOCUMENTED + inventory)


async def test_what_many_computers_are_filtered_by_is_ready_when_typing_starts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared: list[Roster] = []

    def record(roster: Roster) -> None:
        prepared.append(roster)

    monkeypatch.setattr(Roster, "prepare", record)
    app = many(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "f6", "3")
        assert not prepared
        await press(pilot, "slash")
        review = app.plan_screen.review
        assert review is not None
        assert [roster.hosts for roster in prepared] == [review.hosts]


async def test_many_computers_are_filtered_beside_what_is_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = many(tmp_path)
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
