"""`medv-tui doctor`: what the terminal can do, and where the program keeps what it remembers."""

import locale
import os
import platform
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path

from pydantic import BaseModel, ConfigDict
from rich.console import Console

from medv_tui import __version__
from medv_tui.cli import output
from medv_tui.cli.arguments import Arguments
from medv_tui.errors import ExitCode
from medv_tui.planfile.journals import FOLDER
from medv_tui.reports.clean import clean
from medv_tui.tui.known_actions import KNOWN_ACTIONS
from medv_tui.tui.own_keys import load
from medv_tui.tui.recent import FILE_NAME, state_folder
from medv_tui.tui.settings_folder import KEYS_FILE, settings_folder

SMALLEST = (80, 24)
"""Columns and rows from which on every pane has room."""
_FALLBACK = (0, 0)


class Terminal(BaseModel):
    """What the terminal says of itself."""

    model_config = ConfigDict(frozen=True)

    term: str
    colorterm: str
    colours: str
    """truecolor, 256, standard (16) or none, as the dashboard would draw."""
    columns: int
    rows: int
    """0 where nothing tells the size."""
    input_is_terminal: bool
    output_is_terminal: bool
    encoding: str
    """Of standard output."""
    locale: str
    no_color: bool
    multiplexer: str
    """tmux, screen or none."""
    over_ssh: bool
    colorfgbg: str


class Places(BaseModel):
    """Files and folders of the program; None where there is no home folder."""

    model_config = ConfigDict(frozen=True)

    state_folder: Path | None
    state_file: Path | None
    journals: Path | None
    keys_file: Path | None
    state_is_writable: bool
    """Whether the folder, or the nearest one above it that exists, may be written to."""


class Versions(BaseModel):
    """Versions of the program and of what it rests on."""

    model_config = ConfigDict(frozen=True)

    medv_tui: str
    python: str
    textual: str
    pydantic: str
    system: str


class Diagnosis(BaseModel):
    """Everything that doctor tells."""

    model_config = ConfigDict(frozen=True)

    terminal: Terminal
    places: Places
    versions: Versions
    advice: tuple[str, ...]
    """What stands in the way of the dashboard, and what to do; empty where nothing does."""


def run(words: Sequence[str]) -> int:
    """Tell what was found out; the exit code is 0 even where something stands in the way."""
    parser = Arguments("doctor", "Say what the terminal can do and where things are kept.")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    chosen = parser.parse_args(words)
    found = diagnosis(os.environ)
    if chosen.format == "json":
        output.write(found.model_dump_json(indent=2) + "\n")
    else:
        output.write("".join(f"{line}\n" for line in told(found)))
    return ExitCode.OK


def diagnosis(environment: Mapping[str, str]) -> Diagnosis:
    """Find everything out."""
    terminal, places = _terminal(environment), _places(environment)
    versions = Versions(
        medv_tui=__version__,
        python=platform.python_version(),
        textual=version("textual"),
        pydantic=version("pydantic"),
        system=platform.platform(),
    )
    own_keys = load(settings_folder(environment), KNOWN_ACTIONS)
    advice = (*_advice(terminal, places), *own_keys.refused)
    return Diagnosis(terminal=terminal, places=places, versions=versions, advice=advice)


def told(found: Diagnosis) -> Iterator[str]:
    """Write a diagnosis line by line."""
    sections = (
        ("Terminal", found.terminal),
        ("Places", found.places),
        ("Versions", found.versions),
    )
    for title, section in sections:
        yield f"{title}:"
        for name, value in section:
            yield f"  {name.replace('_', ' '):<20}{_word(value)}"
    yield "Advice:"
    yield from (f"  {sentence}" for sentence in found.advice or ("Nothing stands in the way.",))


def _word(value: object) -> str:
    """Write one value for a person."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return clean(str(value)) if value not in (None, "") else "not set"


def _terminal(environment: Mapping[str, str]) -> Terminal:
    """Find out about the terminal."""
    columns, rows = shutil.get_terminal_size(_FALLBACK)
    multiplexer = "tmux" if environment.get("TMUX") else "none"
    if multiplexer == "none" and environment.get("STY"):
        multiplexer = "screen"
    return Terminal(
        term=environment.get("TERM", ""),
        colorterm=environment.get("COLORTERM", ""),
        colours=Console(force_terminal=True).color_system or "none",
        columns=columns,
        rows=rows,
        input_is_terminal=sys.stdin.isatty(),
        output_is_terminal=sys.stdout.isatty(),
        encoding=sys.stdout.encoding,
        locale=locale.setlocale(locale.LC_CTYPE),
        no_color=bool(environment.get("NO_COLOR")),
        multiplexer=multiplexer,
        over_ssh="SSH_CONNECTION" in environment,
        colorfgbg=environment.get("COLORFGBG", ""),
    )


def _places(environment: Mapping[str, str]) -> Places:
    """Find out where things are kept."""
    state, settings = state_folder(environment), settings_folder(environment)
    return Places(
        state_folder=state,
        state_file=state and state / FILE_NAME,
        journals=state and state / FOLDER,
        keys_file=settings and settings / KEYS_FILE,
        state_is_writable=state is not None and _is_writable(state),
    )


def _is_writable(folder: Path) -> bool:
    """Say whether a folder can be written to, or made where it is not there."""
    there = next((each for each in (folder, *folder.parents) if each.exists()), folder)
    return there.is_dir() and os.access(there, os.W_OK | os.X_OK)


def _advice(terminal: Terminal, places: Places) -> Iterator[str]:
    """Say what stands in the way and what to do."""
    if not (terminal.input_is_terminal and terminal.output_is_terminal):
        yield "Input or output is no terminal; medv-tui --plain PLAN prints what would be drawn."
    if terminal.term == "dumb":
        yield "TERM is dumb; medv-tui --plain PLAN prints what would be drawn."
    columns, rows = SMALLEST
    if terminal.columns and (terminal.columns < columns or terminal.rows < rows):
        yield (
            f"The terminal has {terminal.columns} columns and {terminal.rows} rows; {columns} and "
            f"{rows} are wanted. Make its window larger or its letters smaller."
        )
    if terminal.encoding.lower().replace("-", "") != "utf8":
        yield f"The encoding is {terminal.encoding}; UTF-8 is wanted. Use --ascii, or set LC_ALL."
    if terminal.over_ssh:
        yield "Over SSH, ssh -C compresses what is drawn, and --slow sends less."
    if not places.state_is_writable:
        folder = places.state_folder or "The state folder"
        yield (
            f"{clean(str(folder))} cannot be written to, so what is typed is not kept; "
            "set XDG_STATE_HOME to a folder of your own."
        )
