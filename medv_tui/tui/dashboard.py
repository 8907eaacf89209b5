"""A session of the dashboard: what it is shown on, how it starts, and how it ends."""

import getpass
import io
import os
import pathlib
import sys
from dataclasses import replace
from datetime import date

from rich.console import Console

from medv_tui.errors import ExitCode, MedvError
from medv_tui.tui.app import DashboardApp
from medv_tui.tui.background import Asked, Question, said_by
from medv_tui.tui.clipboard import takes_copies
from medv_tui.tui.lifeline import Lifeline
from medv_tui.tui.open_plan import OpenPlan
from medv_tui.tui.pace import keys_first
from medv_tui.tui.recent import state_folder
from medv_tui.tui.settings_folder import settings_folder
from medv_tui.tui.surroundings import Surroundings
from medv_tui.tui.textual_driver import SlowTerminalDriver, TerminalDriver

_WITHOUT_ITALICS = ("linux", "screen", "vt")
"""Beginnings of the names of terminals that show italics reversed, or in another colour."""


def run(
    path: pathlib.Path | None,
    question: Question | None,
    *,
    ascii_only: bool,
    theme: str,
    read_only: bool,
    mouse: bool,
    slow: bool,
) -> int:
    """Open the dashboard on a plan, or on the start screen, and end the process with it.

    Returns an exit code only where there is nothing to open.
    """
    try:
        plan = None if path is None else OpenPlan.read(path)
    except MedvError as refusal:
        sys.stderr.write(f"medv-tui: {refusal}\n")
        return refusal.exit_code
    if isinstance(sys.__stderr__, io.TextIOWrapper):
        # Textual draws through it; with another encoding each box character would become six.
        sys.__stderr__.reconfigure(encoding="utf-8", errors="replace")
    around = replace(
        _surroundings(ascii_only=ascii_only, theme=theme),
        read_only=read_only,
        slow=slow,
    )
    asked = Asked() if question is None else question.answer()
    light = said_by(os.environ) if asked.is_light is None else asked.is_light
    around = replace(around, light=bool(light))
    app = DashboardApp(plan, date.today(), around, text_first=True)
    app.asked = asked
    app.driver_class = SlowTerminalDriver if slow else TerminalDriver
    keys_first()
    lifeline = Lifeline(app.write_down, app.end_soon)
    lifeline.start()
    try:
        code = app.run(mouse=mouse)
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


def _user() -> str:
    """Name the user, by the number where there is no name."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return str(os.getuid())


def _surroundings(*, ascii_only: bool, theme: str) -> Surroundings:
    """Find out about the terminal; also takes NO_COLOR away, which Textual would turn to grey."""
    plain = bool(os.environ.pop("NO_COLOR", ""))
    return Surroundings(
        colour_system=Console(force_terminal=True).color_system,
        plain=plain,
        ascii=ascii_only,
        theme=f"medv-{theme}" if theme else "",
        state_folder=state_folder(os.environ),
        settings_folder=settings_folder(os.environ),
        user=_user(),
        italic=not (plain or os.environ.get("TERM", "").startswith(_WITHOUT_ITALICS)),
        takes_copies=takes_copies(os.environ),
    )
