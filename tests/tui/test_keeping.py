"""Two sessions of one plan, what one of them left, and the file below both."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from medv_tui.planfile.journal import Ending
from medv_tui.planfile.journals import FOLDER, Journals
from medv_tui.planfile.lock import Lock
from medv_tui.tui.app import DashboardApp
from medv_tui.tui.open_plan import OpenPlan
from medv_tui.tui.recovery import RecoveryScreen
from medv_tui.tui.sharing import SharingDialog
from medv_tui.tui.surroundings import Surroundings
from tests.planfile.sessions import journal_of, session_of

from .plans import DAY, DOCUMENTED, NARROW, settle, shown

TYPED = "# typed\n" + DOCUMENTED


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.toml"
    path.write_text(DOCUMENTED)
    return path


@pytest.fixture
def journals(tmp_path: Path) -> Journals:
    return Journals(tmp_path / "state" / FOLDER)


def kept_dashboard(plan: Path, *, read_only: bool = False) -> DashboardApp:
    around = Surroundings(state_folder=plan.parent / "state", user="robin", read_only=read_only)
    return DashboardApp(OpenPlan.read(plan), DAY, around)


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


def front(app: DashboardApp) -> object:
    return app.screen


def endings(journals: Journals) -> list[tuple[str, Ending]]:
    return [(kept.journal.data.decode(), kept.journal.ending) for kept in journals.all()]


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
        await pilot.pause()
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


async def test_the_second_session_is_told_who_has_the_plan_open_and_can_read_it(
    plan: Path,
) -> None:
    other = Lock(plan)
    other.take(session_of(plan))
    app = kept_dashboard(plan)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        assert isinstance(front(app), SharingDialog)
        said = " ".join(shown(app).split())
        assert "erin on planner (process 1) has plan.toml open since 2026-11-22 12:00." in said
        await press(pilot, "r")
        assert "(read only)" in shown(app)
        await press(pilot, "#", "ctrl+s")
        assert app.plan_screen.editor.text == DOCUMENTED
        assert "opened to be read only" in shown(app)
        app.let_go()
    assert other.path.exists()
    other.release()


async def test_the_second_session_can_open_the_plan_anyway(plan: Path, journals: Journals) -> None:
    other = Lock(plan)
    other.take(session_of(plan))
    app = kept_dashboard(plan)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "o", "#")
        app.write_down()
        assert endings(journals) == [("#" + DOCUMENTED, Ending.OPEN)]
        app.let_go()
    assert other.path.exists()
    other.release()


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


async def test_a_plan_without_edits_follows_its_file(plan: Path) -> None:
    app = kept_dashboard(plan)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        plan.write_text(TYPED)
        app.plan_screen.watch_disk()
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
        app.plan_screen.watch_disk()
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
        app.plan_screen.watch_disk()
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
        app.plan_screen.watch_disk()
        await settle(pilot)
        assert app.plan_screen.editor.text == "# begun\n"
        app.let_go()
