"""Running the dashboard: while all else is loaded, the terminal answers its question."""

import gc
import importlib
import os
import pathlib
import sys
from contextlib import nullcontext

from medv_tui.errors import ExitCode
from medv_tui.tui.background import WAIT_SECONDS, WAIT_SECONDS_OVER_SSH, Question, may_be_asked

_ON_ANY_GROUND = frozenset({"", "terminal"})
"""Themes, as the command line names them, that look at the ground."""


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
    except _NoTerminalError as refusal:
        sys.stderr.write(f"medv-tui: {refusal}\n")
        return ExitCode.PROBLEM
    # What is loaded now stays, so that searches through it for what is lost find nothing; the
    # dashboard lets them begin once it is all there.
    gc.disable()
    with _question(theme) as question:
        dashboard = importlib.import_module("medv_tui.tui.dashboard")
        return int(
            dashboard.run(
                path,
                question,
                ascii_only=ascii_only,
                theme=theme,
                read_only=read_only,
                mouse=mouse,
                slow=slow,
            )
        )


def _question(theme: str) -> Question | nullcontext[None]:
    """Ask the terminal whether its ground is light, unless that decides nothing."""
    if not may_be_asked(os.environ) or os.environ.get("NO_COLOR") or theme not in _ON_ANY_GROUND:
        return nullcontext()
    seconds = WAIT_SECONDS_OVER_SSH if "SSH_CONNECTION" in os.environ else WAIT_SECONDS
    return Question(sys.stdin.fileno(), sys.stdout.fileno(), seconds)


class _NoTerminalError(Exception):
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
