"""What is as it was when a plan is opened again."""

from pathlib import Path

from medv_tui.tui.app import DashboardApp
from medv_tui.tui.open_plan import OpenPlan
from medv_tui.tui.panes.hosts import HostsPane
from medv_tui.tui.panes.roster import Column, Sort
from medv_tui.tui.recent import recall
from medv_tui.tui.surroundings import Surroundings

from .plans import DAY, DOCUMENTED, NARROW, settle


def remembering(folder: Path) -> DashboardApp:
    around = Surroundings(state_folder=folder / "state")
    return DashboardApp(OpenPlan.read(folder / "plan.toml"), DAY, around)


async def test_a_plan_is_opened_where_it_was_left(tmp_path: Path) -> None:
    (tmp_path / "plan.toml").write_text(DOCUMENTED)
    async with remembering(tmp_path).run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("down", "right", "f6", "f6", "slash", *"des", "enter")
        await settle(pilot)
        await pilot.press("ctrl+q")
        await pilot.pause()
    app = remembering(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        assert app.plan_screen.editor.cursor_location == (1, 1)
        assert app.plan_screen.chosen == HostsPane.NUMBER
        assert app.plan_screen.query_one(HostsPane).wanted == "des"
        assert app.plan_screen.query_one(HostsPane).has_focus


async def test_the_order_of_the_hosts_comes_back(tmp_path: Path) -> None:
    (tmp_path / "plan.toml").write_text(DOCUMENTED)
    async with remembering(tmp_path).run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("f6", "f6", "s", "S")
        left = pilot.app.screen.query_one(HostsPane).order
        await pilot.press("ctrl+q")
        await pilot.pause()
    app = remembering(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        assert left == Sort(Column.HOST, is_reversed=True)
        assert app.plan_screen.query_one(HostsPane).order == left


async def test_a_place_that_is_no_longer_in_the_text_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "plan.toml").write_text(DOCUMENTED)
    async with remembering(tmp_path).run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+end", "ctrl+q")
        await pilot.pause()
    (tmp_path / "plan.toml").write_text("# short")
    app = remembering(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        assert app.plan_screen.editor.cursor_location == (0, 0)


async def test_a_plan_without_a_file_is_not_remembered(tmp_path: Path) -> None:
    async with remembering(tmp_path).run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+q")
        await pilot.pause()
    assert recall(tmp_path / "state").plans == ()


async def test_the_theme_that_was_chosen_comes_back(tmp_path: Path) -> None:
    (tmp_path / "plan.toml").write_text(DOCUMENTED)
    app = remembering(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        commands = {c.title: c.callback for c in app.get_system_commands(app.screen)}
        commands["Colours: contrast"]()
        await settle(pilot)
    assert remembering(tmp_path).theme == "medv-contrast"


async def test_a_plan_that_gave_way_before_it_was_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "plan.toml").write_text(DOCUMENTED)
    app = remembering(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        gone = app.plan_screen
        left = gone.left_at()
        assert left is not None
        await pilot.press("ctrl+n")
        await settle(pilot)
        assert app.plan_screen is not gone
        gone.if_still_there(gone.bench.whereabouts.return_to, left)
