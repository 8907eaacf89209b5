from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot

from medv_tui.tui import reviewing
from medv_tui.tui.panes import hosts
from medv_tui.tui.panes.hosts import HostsPane
from medv_tui.tui.titles import STALE

from .plans import DOCUMENTED, MEDIUM, NARROW, WIDE, dashboard, settle, shown
from .reviews import before_reviews

LINE = next(n for n, line in enumerate(DOCUMENTED.split("\n")) if line.startswith("vhd_gb = 2.6"))
VHD_VALUE = ((LINE, len("vhd_gb = ")), (LINE, len("vhd_gb = 2.6")))
"""Where the size of the base VHD stands in the plan."""


@pytest.mark.parametrize(("size", "titles"), [(WIDE, 4), (MEDIUM, 1), (NARROW, 1)])
async def test_titles_say_that_figures_are_older_until_the_review_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], titles: int
) -> None:
    app = dashboard(tmp_path)
    may_go_on = Event()

    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        monkeypatch.setattr(reviewing, "STALE_SECONDS", 0.001)
        before_reviews(monkeypatch, lambda _: may_go_on.wait(60))
        await pilot.press("#")
        said = await seen(pilot, STALE[-1])
        may_go_on.set()
        assert said.count(STALE[-1]) == titles
        await settle(pilot)
        assert STALE[-1] not in shown(app)


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


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (WIDE, f"~ line {LINE + 1} not valid, vhd_gb as before"),
        (MEDIUM, "~ as before"),
        (NARROW, "~ as before"),
    ],
)
async def test_figures_stay_while_a_value_is_typed_and_titles_say_so(
    tmp_path: Path, size: tuple[int, int], said: str
) -> None:
    app = dashboard(tmp_path)
    formula = "2.6 + 3 × (1.5 + 1.0) = 10.1 GB"
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        app.plan_screen.action_open(4)
        app.plan_screen.editor.replace("", *VHD_VALUE)
        await settle(pilot)
        assert formula in shown(app)
        assert said in shown(app)
        app.plan_screen.editor.replace("3.6", VHD_VALUE[0], VHD_VALUE[0])
        await settle(pilot)
        assert "3.6 + 3 × (1.5 + 1.0) = 11.1 GB" in shown(app)
        assert "as before" not in shown(app)


async def test_an_explanation_says_what_of_it_is_older(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        app.plan_screen.editor.replace("", *VHD_VALUE)
        await settle(pilot)
        await pilot.press("escape", "4", "enter")
        await settle(pilot)
        assert f"Older figures: line {LINE + 1} not valid, vhd_gb as before." in shown(app)
