"""A text that is kept whatever happens, and a plan that is only read."""

from pathlib import Path

from medv_tui.planfile.journal import Ending
from medv_tui.planfile.journals import Journals
from medv_tui.planfile.lock import Lock
from medv_tui.tui.dialogs import LeaveDialog

from .filing import at_rest
from .kept import endings, kept_dashboard, press
from .plans import DOCUMENTED, NARROW, settle


async def test_what_is_typed_goes_to_the_journal_and_a_save_removes_it(
    plan: Path, journals: Journals
) -> None:
    app = kept_dashboard(plan)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "#")
        app.write_down()
        assert endings(journals) == [("#" + DOCUMENTED, Ending.OPEN)]
        await press(pilot, "ctrl+s")
        app.write_down()
        assert endings(journals) == []
        app.let_go()


async def test_leaving_without_saving_keeps_the_text(plan: Path, journals: Journals) -> None:
    app = kept_dashboard(plan)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "#")
        await pilot.press("ctrl+q")
        await at_rest(pilot, LeaveDialog)
        assert Lock(plan).path.exists()
        await pilot.press("q")
        await pilot.pause()
        app.let_go()
    assert not Lock(plan).path.exists()
    assert endings(journals) == [("#" + DOCUMENTED, Ending.DISCARDED)]


async def test_ending_at_once_keeps_the_text_as_broken_off(plan: Path, journals: Journals) -> None:
    app = kept_dashboard(plan)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "#")
        app.end_soon(143)
        await pilot.pause()
        app.let_go()
    assert app.return_value == 143
    assert endings(journals) == [("#" + DOCUMENTED, Ending.OPEN)]


async def test_a_read_only_plan_can_be_changed_under_another_name(plan: Path) -> None:
    app = kept_dashboard(plan, read_only=True)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "#", "shift+f2")
        await press(pilot, *["backspace"] * len(".toml"), *"2.toml")
        await press(pilot, "enter")
        await press(pilot, "#", "ctrl+s")
        app.let_go()
    assert plan.read_text() == DOCUMENTED
    assert plan.with_name("plan2.toml").read_text() == "#" + DOCUMENTED
