"""The dashboard as a program: its colours, its commands, and how it starts and ends."""

import io
import os
import pathlib
import sys
from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from medv_tui.errors import ExitCode, PlanUnreadableError
from medv_tui.tui.colours import DARK, LIGHT
from medv_tui.tui.inventories import Inventories
from medv_tui.tui.open_plan import OpenPlan
from medv_tui.tui.place import NAMES
from medv_tui.tui.screen import PlanScreen


class DashboardApp(App[int]):
    """The live dashboard of one plan."""

    CSS_PATH = "app.tcss"
    TITLE = "medv-tui"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "quit", "quit", show=False, priority=True),
    ]

    def __init__(self, plan: OpenPlan, as_of: date) -> None:
        super().__init__()
        self.animation_level = "none"
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        self.theme = DARK.name
        self.plan_screen = PlanScreen(plan, Inventories(plan.path.parent), as_of)

    def get_default_screen(self) -> PlanScreen:
        """Start with the plan."""
        return self.plan_screen

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """List the commands of the palette; every key has one."""
        del screen
        plan = self.plan_screen
        yield SystemCommand("Save", "Write the plan to its file (^S, F2)", plan.action_save)
        yield SystemCommand("Quit", "Leave the dashboard (^Q)", plan.action_leave)
        yield SystemCommand(
            "Next problem", "Go to the next problem in the text (F8)", plan.action_next_problem
        )
        for command in plan.commands():
            yield SystemCommand(*command)
        for number, name in NAMES.items():
            yield SystemCommand(
                name,
                f"Go to {name} (F6, or {number} outside the editor)",
                lambda number=number: plan.action_open(number),
            )
        yield SystemCommand("Keys", "List the keys that work now (F1)", plan.action_keys)
        yield SystemCommand("Dark", "Use light text on a dark ground", lambda: self._use(DARK.name))
        yield SystemCommand(
            "Light", "Use dark text on a light ground", lambda: self._use(LIGHT.name)
        )

    def _use(self, theme: str) -> None:
        self.theme = theme

    async def action_quit(self) -> None:
        """Leave, after a question where something would be lost."""
        self.plan_screen.action_leave()

    def action_help_quit(self) -> None:
        """Do nothing for Ctrl+C where nothing is selected; Textual would show a message."""


def run(path: pathlib.Path) -> int:
    """Open the dashboard on a plan and give the process's exit code when it is left."""
    try:
        _require_terminal()
        plan = OpenPlan.read(path)
    except PlanUnreadableError as refusal:
        sys.stderr.write(f"medv-tui: {refusal}\n")
        return refusal.exit_code
    except _NoTerminalError as refusal:
        sys.stderr.write(f"medv-tui: {refusal}\n")
        return ExitCode.PROBLEM
    if isinstance(sys.__stderr__, io.TextIOWrapper):
        # Textual draws through it; with another encoding each box character would become six.
        sys.__stderr__.reconfigure(encoding="utf-8", errors="replace")
    app = DashboardApp(plan, date.today())
    code = app.run()
    return ExitCode.FAILURE if code is None else code


class _NoTerminalError(Exception):
    """There is nothing to draw on."""


def _require_terminal() -> None:
    """Refuse where nothing can be drawn or typed."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise _NoTerminalError(
            "The dashboard needs a terminal for its input and output;"
            " `medv-tui check` prints a review without one."
        )
    if os.environ.get("TERM") == "dumb":
        raise _NoTerminalError("TERM is dumb; the dashboard needs a terminal that can be drawn on.")
