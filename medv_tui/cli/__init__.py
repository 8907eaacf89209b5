"""The command line: which command a line of words means, and how every command ends."""

import gc
import importlib
import os
import sys
import traceback
from collections.abc import Sequence
from typing import NamedTuple

from medv_tui import __version__
from medv_tui.cli.output import complain, write
from medv_tui.errors import ExitCode, MedvError


class Command(NamedTuple):
    """One command; its module is imported only when it runs."""

    module: str
    summary: str


COMMANDS: dict[str, Command] = {
    "check": Command("medv_tui.cli.check", "Review plans; the exit code says what was found."),
    "hosts": Command("medv_tui.cli.hosts", "List the computers of a plan with their verdicts."),
    "practices": Command("medv_tui.cli.practices", "List what the documentation recommends."),
    "explain": Command("medv_tui.cli.explain", "Explain a practice, a problem code or a setting."),
    "show": Command("medv_tui.cli.show", "Show settings of a plan, and other views of it."),
    "import": Command("medv_tui.cli.import_", "Look at a CSV of computers, attach it to a plan."),
    "urls": Command("medv_tui.cli.urls", "Write or read redirected addresses, one on each line."),
    "new": Command("medv_tui.cli.new", "Write a commented plan to start from."),
    "recover": Command("medv_tui.cli.recover", "List or write what was typed and not saved."),
    "doctor": Command("medv_tui.cli.doctor", "Say what the terminal can do, and where files are."),
    "keys": Command("medv_tui.cli.keys", "List the keys, and where to choose others."),
    "schema": Command("medv_tui.cli.schema", "Print the JSON Schema of a plan, for editors."),
}

_INTERRUPTED = 130
"""What a shell expects of a program that was interrupted from the keyboard."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line and give its exit code; the process's own words by default."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        return _run(words)
    except SystemExit as end:
        # Only --help ends this way: wrong words are MedvErrors.
        return end.code if isinstance(end.code, int) else ExitCode.OK
    except MedvError as refusal:
        complain(str(refusal))
        return refusal.exit_code
    except KeyboardInterrupt:
        return _INTERRUPTED
    except Exception as failure:
        return _failed(failure)


def _run(words: Sequence[str]) -> int:
    """Run a command, or open the dashboard."""
    first, rest = (words[0], words[1:]) if words else ("", ())
    if first in COMMANDS:
        return _command(COMMANDS[first].module, rest)
    if first in {"--version", "-V"}:
        write(f"medv-tui {__version__}\n")
        return ExitCode.OK
    if first in {"--help", "-h"}:
        write(usage())
        return ExitCode.OK
    if not words and not sys.stdin.isatty():
        sys.stderr.write(usage())
        return ExitCode.PROBLEM
    return int(importlib.import_module("medv_tui.cli.dashboard").run(words, COMMANDS))


def _command(module: str, words: Sequence[str]) -> int:
    """Run one command.

    It ends soon, so nothing is gained by Python's searches for lost objects, which look at every
    computer of a large fleet again and again.
    """
    searches = gc.isenabled()
    gc.disable()
    try:
        return int(importlib.import_module(module).run(words))
    finally:
        if searches:
            gc.enable()


def usage() -> str:
    """Give the help of the program as a whole."""
    commands = "".join(f"  {name:<11}{command.summary}\n" for name, command in COMMANDS.items())
    return (
        "usage: medv-tui [PLAN]           open the dashboard on a plan, new or not\n"
        "       medv-tui COMMAND ...      one of the commands below\n\n"
        "A planning dashboard for MED-V 2.0: one TOML plan, every computer's verdict.\n\n"
        f"commands:\n{commands}\n"
        "options:\n"
        "  --ascii        draw the dashboard without symbols and lines that are not ASCII\n"
        "  --no-mouse     leave the mouse to the terminal, for its own selection and copying\n"
        "  --plain        print what the dashboard shows as lines, for screen readers and pipes\n"
        "  --read-only    show a plan without a way to change it\n"
        "  --slow         send less over a slow link: figures follow once typing rests\n"
        "  --theme NAME   dark, light, contrast, or terminal: the terminal's own 16 colours\n"
        "  -h, --help     show this help; medv-tui COMMAND --help shows a command's own\n"
        "  -V, --version  show the version\n\n"
        "A word that is a command is always the command: a plan called check is ./check\n"
    )


def _failed(failure: Exception) -> int:
    """Say that the program itself failed, and how to report it."""
    if os.environ.get("MEDV_TUI_TRACEBACK") == "1":
        traceback.print_exception(failure)
    complain(
        f"The program itself failed with {type(failure).__name__}: {failure}. Please report "
        "this with the plan and with what the same command prints with MEDV_TUI_TRACEBACK=1 set."
    )
    return ExitCode.FAILURE
