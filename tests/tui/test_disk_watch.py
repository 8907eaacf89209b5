"""A plan that is open, and its file below it."""

from pathlib import Path

import pytest

from medv_tui.tui.app import DashboardApp
from medv_tui.tui.open_plan import OpenPlan
from medv_tui.tui.surroundings import Surroundings

from .kept import TYPED, kept_dashboard, press
from .plans import DAY, DOCUMENTED, NARROW, settle, shown


async def test_a_plan_without_edits_follows_its_file(plan: Path) -> None:
    app = kept_dashboard(plan)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        plan.write_text(TYPED)
        app.plan_screen.bench.disk_watch.look()
        await settle(pilot)
        assert app.plan_screen.editor.text == TYPED
        assert "shown as it is there now" in " ".join(shown(app).split())
        assert not app.plan_screen.plan.differs(TYPED)
        app.let_go()


async def test_an_edited_plan_stays_when_its_file_changes(plan: Path) -> None:
    app = kept_dashboard(plan)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "#")
        plan.write_text(TYPED)
        app.plan_screen.bench.disk_watch.look()
        await settle(pilot)
        assert app.plan_screen.editor.text == "#" + DOCUMENTED
        assert "was changed on disk" in shown(app)
        await press(pilot, "ctrl+s")
        assert plan.read_text() == TYPED
        app.let_go()


async def test_a_file_that_goes_away_is_told(plan: Path) -> None:
    app = kept_dashboard(plan)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        plan.unlink()
        app.plan_screen.bench.disk_watch.look()
        await settle(pilot)
        assert "no longer there" in shown(app)
        assert app.plan_screen.editor.text == DOCUMENTED
        app.let_go()


async def test_a_plan_without_a_name_follows_no_file(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(plan.parent)
    around = Surroundings(state_folder=plan.parent / "state", user="robin")
    app = DashboardApp(OpenPlan.begin(Path(plan.name), "# begun\n"), DAY, around)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        app.plan_screen.bench.disk_watch.look()
        await settle(pilot)
        assert app.plan_screen.editor.text == "# begun\n"
        app.let_go()
