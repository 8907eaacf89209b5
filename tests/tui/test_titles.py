from datetime import date
from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot

from medv_tui.review.review import Review
from medv_tui.review.reviewer import Files, Reviewer
from medv_tui.tui import reviewing
from medv_tui.tui.panes import hosts
from medv_tui.tui.panes.hosts import HostsPane
from medv_tui.tui.titles import STALE_BRIEF

from .plans import DOCUMENTED, MEDIUM, NARROW, WIDE, dashboard, settle, shown


@pytest.mark.parametrize(("size", "titles"), [(WIDE, 4), (MEDIUM, 1), (NARROW, 1)])
async def test_titles_say_that_figures_are_older_until_the_review_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], titles: int
) -> None:
    app = dashboard(tmp_path)
    may_go_on, update = Event(), Reviewer.update

    def held_up(self: Reviewer, text: str, files: Files, as_of: date) -> Review:
        assert may_go_on.wait(60)
        return update(self, text, files, as_of)

    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        monkeypatch.setattr(reviewing, "STALE_SECONDS", 0.001)
        monkeypatch.setattr(Reviewer, "update", held_up)
        await pilot.press("#")
        said = await seen(pilot, STALE_BRIEF)
        may_go_on.set()
        assert said.count(STALE_BRIEF) == titles
        await settle(pilot)
        assert STALE_BRIEF not in shown(app)


async def seen(pilot: Pilot[int], words: str) -> str:
    """Give the screen once it has these words."""
    for _ in range(500):
        await pilot.pause()
        if words in (screen := shown(pilot.app)):
            return screen
    raise AssertionError(f"{words} never came.")


async def test_the_unit_of_sizes_is_said_once(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert shown(app).count("1 GB = 1,024 MB") == 1


@pytest.mark.parametrize("many", [hosts.MANY, 0])
async def test_a_table_that_cannot_be_ordered_says_so_and_leaves_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    app = dashboard(tmp_path)

    def broken(*_: object, **__: object) -> None:
        raise ValueError("broken")

    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        monkeypatch.setattr(hosts, "MANY", many)
        with monkeypatch.context() as patch:
            patch.setattr(hosts, "shown", broken)
            app.plan_screen.editor.insert("# ")
            await settle(pilot)
            app.plan_screen.editor.insert(DOCUMENTED.replace("users = 3", "users = 4"), (0, 0))
            await settle(pilot)
            await pilot.press("escape", "3", "down", "s", "end")
            await settle(pilot)
            await pilot.click(HostsPane, offset=(5, 0))
            await pilot.click(HostsPane, offset=(5, 2))
            assert "not drawn" in shown(app)
            assert "This pane could not be drawn. Your text is safe." in shown(app)
        await pilot.press("1", "ctrl+z")
        await settle(pilot)
        assert "not drawn" not in shown(app)
        assert app.plan_screen.query_one(HostsPane).selected is not None
