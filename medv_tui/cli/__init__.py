"""The command line: which command a line of words means, and how every command ends."""

import importlib
import os
import sys
import traceback
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
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
    "explain": Command("medv_tui.cli.explain", "Explain a practice or a problem code."),
    "new": Command("medv_tui.cli.new", "Write a commented plan to start from."),
    "recover": Command("medv_tui.cli.recover", "List or write what was typed and not saved."),
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
    """Run a command, or open the dashboard on a plan."""
    first, rest = (words[0], words[1:]) if words else ("", ())
    if first in COMMANDS:
        return int(importlib.import_module(COMMANDS[first].module).run(rest))
    if first in {"--version", "-V"}:
        write(f"medv-tui {__version__}\n")
        return ExitCode.OK
    if first in {"--help", "-h"}:
        write(usage())
        return ExitCode.OK
    if not words:
        sys.stderr.write(usage())
        return ExitCode.PROBLEM
    return _open(words)


def _open(words: Sequence[str]) -> int:
    """Open the dashboard on the one plan that the words name."""
    plans = words[1:] if words[0] == "--" else words
    if plans is words and words[0].startswith("-") and words[0] != "-":
        raise MedvError(f"There is no option {words[0]}; medv-tui --help lists what there is.")
    likely = get_close_matches(plans[0], COMMANDS, 1) if plans else []
    if likely and not Path(plans[0]).exists():
        raise MedvError(
            f"There is no command {plans[0]} and no such file; did you mean {likely[0]}? "
            f"To start a plan of that name, write ./{plans[0]}"
        )
    if len(plans) != 1:
        raise MedvError(f"The dashboard opens one plan, not {len(plans)}; medv-tui --help.")
    if plans[0] == "-":
        raise MedvError(
            "The dashboard edits a file, so it cannot open standard input; medv-tui check - can."
        )
    return int(importlib.import_module("medv_tui.tui.app").run(Path(plans[0])))


def usage() -> str:
    """Give the help of the program as a whole."""
    commands = "".join(f"  {name:<11}{command.summary}\n" for name, command in COMMANDS.items())
    return (
        "usage: medv-tui PLAN             open the dashboard on a plan, new or not\n"
        "       medv-tui COMMAND ...      one of the commands below\n\n"
        "A planning dashboard for MED-V 2.0: one TOML plan, every computer's verdict.\n\n"
        f"commands:\n{commands}\n"
        "options:\n"
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
