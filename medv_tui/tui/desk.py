"""The desk: which plan is open on it, and how another one takes its place."""

import pathlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from textual.app import App, SystemCommand
from textual.screen import Screen

from medv_tui.planfile.journals import FOLDER, Journals
from medv_tui.tui.commands import plan_commands
from medv_tui.tui.dialogs import RefusalDialog
from medv_tui.tui.editor import Editor
from medv_tui.tui.inventories import Inventories
from medv_tui.tui.journaling import Journaling
from medv_tui.tui.keeping import Keeping
from medv_tui.tui.known_actions import KNOWN_ACTIONS
from medv_tui.tui.open_plan import OpenPlan
from medv_tui.tui.own_keys import LEFT_OUT, keymap, load, shortened, without_keys
from medv_tui.tui.recent import recall, remember
from medv_tui.tui.reviewing import SLOW_REST_SECONDS
from medv_tui.tui.screen import PlanScreen
from medv_tui.tui.start import StartScreen, still_there
from medv_tui.tui.surroundings import Surroundings
from medv_tui.tui.views import view_commands


class Desk:
    """Everything that takes long to load: the screens of plans and what they stand on."""

    def __init__(self, app: App[int], as_of: date, around: Surroundings) -> None:
        if around.settings_folder is not None:
            around = with_own_keys(around, around.settings_folder)
        self._app, self._as_of, self._around = app, as_of, around
        self._keeping = _keeping(around)
        self._plan_screen: PlanScreen | None = None

    @property
    def plan_screen(self) -> PlanScreen | None:
        """The screen of the plan that is open, if one is."""
        return self._plan_screen

    def start(self) -> None:
        """Take the user's own keys, and begin to write down what is typed."""
        self._app.set_keymap(self._around.keys)
        if self._keeping is not None:
            self._keeping.journaling.start()

    def say_what_was_refused(self) -> None:
        """Say at once which of the user's own keys were not taken."""
        if refused := self._around.keys_refused:
            self._app.push_screen(RefusalDialog(LEFT_OUT, "", shortened(refused)))

    # Screens

    def open(self, plan: OpenPlan | None, typed: Editor | None = None) -> Screen[None]:
        """Make the screen of a plan, or the start screen, for what was open before.

        What was typed while the rest was loaded goes on in the plan's editor.
        """
        self.note_plan()
        self._plan_screen = None if plan is None else self._screen_of(plan, typed)
        return self._plan_screen or self._start_screen()

    def _start_screen(self) -> StartScreen:
        recent = recall(self._around.state_folder).plans
        return StartScreen(still_there(plan.path for plan in recent), datetime.now())

    def _screen_of(self, plan: OpenPlan, typed: Editor | None) -> PlanScreen:
        left = recall(self._around.state_folder).plan(plan.path)
        if left is not None and typed is not None:
            line, column = typed.cursor_location
            left = left._replace(line=line + 1, column=column + 1)
        files = Inventories(plan.path.parent)
        screen = PlanScreen(plan, files, self._as_of, left, self._keeping)
        if typed is not None:
            screen.editor.take_over(typed)
        screen.editor.read_only = self._around.read_only
        if self._around.slow:
            screen.bench.reviewing.rest_seconds = SLOW_REST_SECONDS
        return screen

    def note_plan(self) -> None:
        """Remember where the open plan is left."""
        left = None if self._plan_screen is None else self._plan_screen.left_at()
        if left is not None:
            remember(self._around.state_folder, lambda state: state.with_plan(left))
        if self._plan_screen is not None:
            self._plan_screen.leave_behind()

    # Commands

    def commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """List what the palette can do with plans; every key has one."""
        if isinstance(screen, StartScreen):
            yield from screen.commands()
        if self._plan_screen is not None:
            for title, told, run, discover in plan_commands(self._plan_screen):
                yield SystemCommand(title, without_keys(told, self._around.keys), run, discover)
            yield from view_commands(self._plan_screen)

    # Ending at once

    def write_down(self) -> None:
        """Write down what was typed, from any thread."""
        if self._keeping is not None:
            self._keeping.journaling.flush()

    def keep(self, plan: OpenPlan, typed: Editor) -> None:
        """Keep what was typed into a plan before its own screen could begin to write it down."""
        if self._keeping is not None:
            self._keeping.follow(lambda: plan, typed)

    def let_go(self) -> pathlib.Path | None:
        """Let go of the plan, and give its journal if there is one."""
        if self._keeping is None:
            return None
        if self._plan_screen is not None:
            self._plan_screen.let_go()
        return self._keeping.journaling.stop()


def with_own_keys(around: Surroundings, folder: pathlib.Path) -> Surroundings:
    """Add the user's own keys, and why some are left out."""
    own = load(folder, KNOWN_ACTIONS)
    return replace(around, keys=keymap(own.actions, KNOWN_ACTIONS), keys_refused=own.refused)


def _keeping(around: Surroundings) -> Keeping | None:
    """Prepare to keep what is typed, where there is somewhere to keep it."""
    if not around.user or around.state_folder is None:
        return None
    journaling = Journaling(Journals(around.state_folder / FOLDER), _now)
    return Keeping(journaling, around.user, _now)


def _now() -> datetime:
    """Give the time with its zone."""
    return datetime.now().astimezone()
