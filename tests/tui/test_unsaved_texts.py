"""What sessions that broke off had typed, offered before anything else."""

from pathlib import Path

from medv_tui.planfile.journal import Ending
from medv_tui.planfile.journals import Journals
from medv_tui.tui.recovery import RecoveryScreen
from tests.planfile.sessions import journal_of

from .kept import TYPED, endings, front, kept_dashboard, press
from .plans import DOCUMENTED, NARROW, settle, shown


async def test_what_broke_off_is_shown_before_anything_else(plan: Path, journals: Journals) -> None:
    journals.write(journal_of(plan, TYPED.encode()))
    app = kept_dashboard(plan)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        assert isinstance(front(app), RecoveryScreen)
        assert "erin on planner" in shown(app)
        assert "+ # typed" in shown(app)
        for key in ("r recover", "k keep the file", "a save as", "Esc decide later"):
            assert key in shown(app)
        await press(pilot, "escape")
        assert front(app) is app.plan_screen
        app.let_go()
    assert endings(journals) == [(TYPED, Ending.OPEN)]


async def test_recovering_is_one_step_to_undo_and_is_not_saved_yet(
    plan: Path, journals: Journals
) -> None:
    journals.write(journal_of(plan, TYPED.encode()))
    app = kept_dashboard(plan)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "r")
        assert app.plan_screen.editor.text == TYPED
        assert plan.read_text() == DOCUMENTED
        assert endings(journals) == [(TYPED, Ending.OPEN), (TYPED, Ending.SETTLED)]
        await press(pilot, "ctrl+z")
        assert app.plan_screen.editor.text == DOCUMENTED
        app.let_go()


async def test_the_text_can_be_saved_under_another_name(plan: Path, journals: Journals) -> None:
    journals.write(journal_of(plan, TYPED.encode()))
    app = kept_dashboard(plan)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "a")
        assert "plan.recovered.toml" in shown(app)
        await press(pilot, "enter")
        assert front(app) is app.plan_screen
        app.let_go()
    assert plan.with_name("plan.recovered.toml").read_text() == TYPED
    assert endings(journals) == [(TYPED, Ending.SETTLED)]


async def test_every_text_that_broke_off_is_offered_the_latest_first(
    plan: Path, journals: Journals
) -> None:
    journals.write(journal_of(plan, f"# first\n{DOCUMENTED}".encode()))
    journals.write(journal_of(plan, f"# second\n{DOCUMENTED}".encode(), process=2, minutes=1))
    app = kept_dashboard(plan)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        assert "+ # second" in shown(app)
        await press(pilot, "k")
        assert "+ # first" in shown(app)
        await press(pilot, "k")
        assert front(app) is app.plan_screen
        app.let_go()
    assert endings(journals) == [
        (f"# second\n{DOCUMENTED}", Ending.SETTLED),
        (f"# first\n{DOCUMENTED}", Ending.SETTLED),
    ]
    assert plan.read_text() == DOCUMENTED
