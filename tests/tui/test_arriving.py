import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot
from textual.worker import WorkerFailed

from medv_tui.tui.app import DashboardApp
from medv_tui.tui.arriving import ArrivingScreen
from medv_tui.tui.desk import Desk
from medv_tui.tui.first_picture import LOADING
from medv_tui.tui.open_plan import OpenPlan
from medv_tui.tui.place_names import PLAN
from medv_tui.tui.recent import PlanState, remember, whole
from medv_tui.tui.surroundings import Surroundings

from .plans import DAY, DOCUMENTED, MEDIUM, NARROW, USERS, WIDE, settle, shown

SIZES = (WIDE, MEDIUM, NARROW, (60, 20), (39, 12), (100, 30))


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.toml"
    path.write_text(DOCUMENTED)
    return path


class Arriving:
    """The dashboard while everything but the text is held up."""

    def __init__(self, app: DashboardApp, pilot: Pilot[int], may_load: Event) -> None:
        self.app, self.pilot, self._may_load = app, pilot, may_load

    @property
    def screen(self) -> ArrivingScreen:
        screen: object = self.app.screen
        assert isinstance(screen, ArrivingScreen)
        return screen

    async def arrive(self) -> None:
        """Let the rest be loaded, and wait until it is there."""
        self._may_load.set()
        while not self.app.has_plan or self.app.screen is not self.app.plan_screen:
            await self.pilot.pause()
        await settle(self.pilot)


@asynccontextmanager
async def arriving(
    plan: Path, around: Surroundings, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int] = WIDE
) -> AsyncIterator[Arriving]:
    may_load = Event()
    load = DashboardApp._load_desk

    def load_when_told(app: DashboardApp) -> Desk:
        may_load.wait()
        return load(app)

    monkeypatch.setattr(DashboardApp, "_load_desk", load_when_told)
    app = DashboardApp(OpenPlan.read(plan), DAY, around, text_first=True)
    async with app.run_test(size=size) as pilot:
        try:
            await pilot.pause()
            yield Arriving(app, pilot, may_load)
        finally:
            may_load.set()


async def run_to_its_end(app: DashboardApp) -> None:
    async with app.run_test(size=WIDE) as pilot:
        while app.is_running:
            await pilot.pause()


def left_at(folder: Path, state: PlanState) -> Surroundings:
    remember(folder, lambda before: before.with_plan(state))
    return Surroundings(state_folder=folder)


async def test_the_text_is_there_and_takes_letters_before_the_rest_is(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with arriving(plan, Surroundings(), monkeypatch) as at:
        await at.pilot.press("x", "y", "enter", "z", "backspace")
        assert "xy" in shown(at.app)
        assert "Documented example" in shown(at.app)
        assert LOADING in shown(at.app)
        await at.arrive()
        assert at.app.plan_screen.editor.text == "xy\n" + DOCUMENTED
        assert at.app.plan_screen.editor.cursor_location == (1, 0)
        assert at.app.focused is at.app.plan_screen.editor
        assert "edited" in shown(at.app)


async def test_what_was_typed_before_can_be_undone_after(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with arriving(plan, Surroundings(), monkeypatch) as at:
        await at.pilot.press("x")
        await at.arrive()
        await at.pilot.press("ctrl+z")
        await settle(at.pilot)
        assert at.app.plan_screen.editor.text == DOCUMENTED
        await at.pilot.press("ctrl+y", "y")
        await settle(at.pilot)
        assert at.app.plan_screen.editor.text == "xy" + DOCUMENTED


async def test_other_keys_wait_with_all_that_is_typed_behind_them(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with arriving(plan, Surroundings(), monkeypatch) as at:
        await at.pilot.press("a", "ctrl+s", "b", "f6", "z", "escape", "1", "c")
        assert at.screen.editor.text == "a" + DOCUMENTED
        await at.arrive()
        assert plan.read_text() == "a" + DOCUMENTED
        assert at.app.plan_screen.editor.text == "abc" + DOCUMENTED


async def test_the_cursor_is_where_it_was_left_and_stays_where_it_went(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    around = left_at(tmp_path / "state", PlanState(whole(plan), line=USERS + 1, column=10))
    async with arriving(plan, around, monkeypatch) as at:
        await at.pilot.press("0", "down", "home")
        await at.arrive()
        assert "users = 30" in at.app.plan_screen.editor.text
        assert at.app.plan_screen.editor.cursor_location == (USERS + 1, 0)


async def test_a_plan_that_was_left_in_a_pane_waits_for_that(plan: Path, tmp_path: Path) -> None:
    around = left_at(tmp_path / "state", PlanState(whole(plan), place=PLAN + 2))
    app = DashboardApp(OpenPlan.read(plan), DAY, around, text_first=True)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert app.plan_screen.chosen == PLAN + 2


async def test_a_plan_that_is_only_read_takes_nothing_from_the_start(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with arriving(plan, Surroundings(read_only=True), monkeypatch) as at:
        await at.pilot.press("x")
        await at.arrive()
        assert at.app.plan_screen.editor.text == DOCUMENTED


@pytest.mark.parametrize("size", SIZES)
async def test_the_text_stays_where_it_is_when_the_rest_comes(
    plan: Path, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with arriving(plan, Surroundings(), monkeypatch, size) as at:
        before = at.screen.editor.region
        await at.arrive()
        assert at.app.plan_screen.editor.region == before


async def test_what_cannot_be_loaded_ends_the_program_with_the_reason(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(app: DashboardApp) -> Desk:
        raise ImportError(f"No module for {type(app).__name__}.")

    monkeypatch.setattr(DashboardApp, "_load_desk", fail)
    app = DashboardApp(OpenPlan.read(plan), DAY, text_first=True)
    with pytest.raises(WorkerFailed, match="No module for DashboardApp"):
        await run_to_its_end(app)


@pytest.mark.parametrize(
    ("module", "not_loaded"),
    [
        ("running", ("textual", "asyncio", "rich.console", "pydantic")),
        (
            "dashboard",
            ("pydantic", *(f"medv_tui.{x}" for x in ("review", "practices", "plan.", "tui.panes"))),
        ),
    ],
)
def test_neither_the_first_picture_nor_the_first_screen_waits_for_what_they_do_not_need(
    module: str, not_loaded: tuple[str, ...]
) -> None:
    code = (
        f"import sys, medv_tui.tui.{module};"
        f"print([name for name in sys.modules if name.startswith({not_loaded!r})])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
