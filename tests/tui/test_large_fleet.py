"""A fleet of 100,000 computers is opened, filtered, sorted and judged anew as it is edited."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot

from benchmarks.fleet import PLAN, SITES, inventory
from medv_tui.findings import Verdict
from medv_tui.inventory.progress import Step
from medv_tui.tui.line import plain
from medv_tui.tui.panes.hosts import HostsPane
from medv_tui.tui.waiting import Waiting

from .plans import MEDIUM, dashboard, settle, shown

COMPUTERS = 100_000
PLAN_TEXT = PLAN.format(vhd_gb=2.6)
SITE = "Wels"


def held_up(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Stop the reading of the file in its middle until the event that this gives is set."""
    go_on, follow = Event(), Waiting._follow

    def follow_slowly(waiting: Waiting, step: Step) -> None:
        follow(waiting, step)
        if step.doing.startswith("reading") and step.done > COMPUTERS / 2:
            go_on.wait()

    monkeypatch.setattr(Waiting, "_follow", follow_slowly)
    return go_on


async def until_shown(pilot: Pilot[int], words: str) -> str:
    for _ in range(1_000):
        if words in shown(pilot.app):
            return shown(pilot.app)
        await pilot.pause(0.01)
    raise AssertionError(f"{words} was never shown.")


def names_seen(pane: HostsPane) -> Iterator[str]:
    for index in range(pane.size.height - 2):
        yield next(word for word in plain(pane.row(index, pane.cells)).split() if "PC-" in word)


async def test_a_hundred_thousand_computers_are_opened_filtered_sorted_and_edited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fleet.csv").write_bytes(inventory(COMPUTERS))
    app = dashboard(tmp_path, PLAN_TEXT)
    go_on = held_up(monkeypatch)
    async with app.run_test(size=MEDIUM) as pilot:
        loading = await until_shown(pilot, "reading fleet.csv")
        assert f" of {COMPUTERS + 1:,}   Esc cancels" in loading
        go_on.set()
        await settle(pilot)
        assert "Esc cancels" not in shown(app)
        screen, pane = app.plan_screen, app.screen.query_one(HostsPane)
        assert screen.review is not None
        before = screen.review.hosts.counts
        assert f"{before[Verdict.BLOCKED]:,} blocked" in shown(app)

        screen.action_open(HostsPane.NUMBER)
        await settle(pilot)
        assert pane.items() < 10
        assert "would bring back" in shown(app)
        await pilot.press("r")
        await settle(pilot)
        assert pane.items() == COMPUTERS
        await pilot.press("slash", *f"site:{SITE}", "enter")
        await settle(pilot)
        of_site = screen.review.hosts.fleet.columns["site"].count(SITE)
        assert 0 < of_site < COMPUTERS / (len(SITES) - 1)
        assert pane.items() == of_site
        await pilot.press("s", "S")
        await settle(pilot)
        names = list(names_seen(pane))
        assert names == sorted(names, reverse=True)

        row = next(i for i, line in enumerate(PLAN_TEXT.split("\n")) if "vhd_gb" in line)
        screen.editor.move_cursor((row, len("vhd_gb = ")))
        screen.editor.focus()
        await pilot.press("6")
        await settle(pilot)
        after = screen.review.hosts.counts
        assert sum(after.values()) == COMPUTERS
        assert after[Verdict.BLOCKED] > before[Verdict.BLOCKED]
        assert f"{after[Verdict.BLOCKED]:,} blocked" in shown(app)
        assert pane.items() == of_site
