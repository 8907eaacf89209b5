"""Running the dashboard: the plan's text is shown first, while all else is still to be loaded."""

import gc
import importlib
import os
import pathlib
import shutil
import sys
from dataclasses import replace

from medv_tui.errors import MedvError
from medv_tui.tui.background import (
    WAIT_SECONDS,
    WAIT_SECONDS_OVER_SSH,
    Asked,
    may_be_asked,
    said_by,
)
from medv_tui.tui.early_terminal import EarlyTerminal
from medv_tui.tui.first_picture import Ink, picture
from medv_tui.tui.lifeline import Lifeline
from medv_tui.tui.open_plan import OpenPlan
from medv_tui.tui.place_names import PLAN
from medv_tui.tui.recent import PlanState, recall
from medv_tui.tui.surroundings import Surroundings, found
from medv_tui.tui.text_lines import TextLines, split

_PICTURE_SECONDS = 0.1
"""How long the first picture waits for what the terminal says of its ground."""


def run(
    path: pathlib.Path | None,
    *,
    ascii_only: bool = False,
    theme: str = "",
    read_only: bool = False,
    mouse: bool = True,
    slow: bool = False,
) -> int:
    """Open the dashboard on a plan, or on the start screen, and end the process with it.

    Returns an exit code only where there is nothing to open or nothing to draw on.
    """
    try:
        _require_terminal()
        plan = None if path is None else OpenPlan.read(path)
    except MedvError as refusal:
        sys.stderr.write(f"medv-tui: {refusal}\n")
        return refusal.exit_code
    # What is loaded now stays, so that searches through it for what is lost find nothing; the
    # dashboard lets them begin once it is all there.
    gc.disable()
    around = found(os.environ, ascii_only=ascii_only, theme=theme)
    around = replace(around, read_only=read_only, slow=slow)
    lifeline = Lifeline()
    lifeline.start()
    with EarlyTerminal(sys.stdin.fileno(), sys.stdout.fileno()) as terminal:
        if around.wants_ground and may_be_asked(os.environ):
            over_ssh = "SSH_CONNECTION" in os.environ
            terminal.ask(WAIT_SECONDS_OVER_SSH if over_ssh else WAIT_SECONDS)
        lines = None if plan is None else _show(plan, around, terminal)
        dashboard = importlib.import_module("medv_tui.tui.dashboard")
        begun = terminal.begun(lines)
        around = _on_ground(around, begun.asked)
        return int(dashboard.run(plan, around, begun, lifeline, mouse=mouse))


def _on_ground(around: Surroundings, asked: Asked) -> Surroundings:
    """Take what a terminal said of its ground, or else what its environment says."""
    light = said_by(os.environ) if asked.is_light is None else asked.is_light
    return replace(around, light=bool(light))


def _show(plan: OpenPlan, around: Surroundings, terminal: EarlyTerminal) -> TextLines | None:
    """Show a plan's text, unless another place was in front the last time."""
    remembered = recall(around.state_folder)
    left = remembered.plan(plan.path) or PlanState(path="")
    if left.place != PLAN:
        return None
    lines = split(plan.saved_text)
    asked = terminal.answer(_PICTURE_SECONDS)
    if not asked.is_awaited:
        around = _on_ground(around, asked)
        ink = Ink(around.first_theme(remembered.theme), around)
        size = shutil.get_terminal_size()
        terminal.show(picture(plan.path.name, lines, left, size, ink), size)
    return lines


class _NoTerminalError(MedvError):
    """There is nothing to draw on."""


def _require_terminal() -> None:
    """Refuse where nothing can be drawn or typed."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise _NoTerminalError(
            "The dashboard needs a terminal for its input and output;"
            " `medv-tui --plain PLAN` prints what it shows, `medv-tui check PLAN` a review."
        )
    if os.environ.get("TERM") == "dumb":
        raise _NoTerminalError(
            "TERM is dumb; the dashboard needs a terminal that can be drawn on."
            " `medv-tui --plain PLAN` prints what it shows."
        )
