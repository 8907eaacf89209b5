"""A session of the dashboard, from where the terminal was begun with to the process's end."""

import io
import os
import pathlib
import sys
from asyncio import SelectorEventLoop
from datetime import date

from medv_tui.errors import ExitCode
from medv_tui.tui.app import DashboardApp
from medv_tui.tui.begun import Begun
from medv_tui.tui.interface_turn import InterfaceSelector
from medv_tui.tui.lifeline import Lifeline
from medv_tui.tui.open_plan import OpenPlan
from medv_tui.tui.pace import keys_first
from medv_tui.tui.surroundings import Surroundings
from medv_tui.tui.terminal_file import PARTS_OF_CHARACTERS
from medv_tui.tui.textual_driver import SlowTerminalDriver, TerminalDriver


def run(
    plan: OpenPlan | None,
    around: Surroundings,
    begun: Begun,
    lifeline: Lifeline,
    *,
    mouse: bool,
) -> int:
    """Go on with a plan, or the start screen, and end the process with its exit code."""
    if isinstance(sys.__stderr__, io.TextIOWrapper):
        # Textual draws through it; with another encoding each box character would become six.
        sys.__stderr__.reconfigure(encoding="utf-8", errors=PARTS_OF_CHARACTERS)
    # Textual would turn it to grey.
    os.environ.pop("NO_COLOR", None)
    app = DashboardApp(plan, date.today(), around, text_first=True, begun=begun)
    app.driver_class = SlowTerminalDriver if around.slow else TerminalDriver
    keys_first()
    lifeline.look_after(app)
    try:
        code = app.run(mouse=mouse, loop=SelectorEventLoop(InterfaceSelector()))
    finally:
        journal = app.let_go()
        lifeline.end_if_called()
    if code is None:
        sys.stderr.write(_last_words(journal))
        code = ExitCode.FAILURE
    return lifeline.end_process(code)


def _last_words(journal: pathlib.Path | None) -> str:
    """Say after a failure what became of the text."""
    if journal is None:
        return "medv-tui: The program itself failed.\n"
    return (
        f"medv-tui: The program itself failed. What was typed is in {journal};"
        " open the plan again to see it, or medv-tui recover --list.\n"
    )
