"""What a slow line carries to the terminal: `python -m benchmarks.wire`.

Opens the same plan in this dashboard, in Textual's own code editor, in vim and in nano, each at
two sizes, types letters at the end of a comment in its middle, waits with nothing typed, and then
opens and closes the palette of commands (of vim and nano the help).
"""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.large_plans import Program, middle, plan_text, program
from benchmarks.terminal import QUIET_SECONDS, Terminal

HOSTS = 100
SIZES = ((80, 24), (200, 60))
LETTERS = "éèßøåñçð"
IDLE_SECONDS = 5.0
_SETTLED_SECONDS = 3 * QUIET_SECONDS
_PALETTE = ("\x10", "\x1b")
_VIM_HELP, _NANO_HELP = ("\x1b:help\r", ":quit\r"), ("\x07", "\x18")


class Editor(NamedTuple):
    """A program that a plan can be edited with."""

    name: str
    program: Program
    to_middle: str
    """What to type to get to the end of the comment."""
    commands: tuple[str, str]
    """What opens and closes the list of what can be done."""
    by: tuple[str, ...] = ()


class Carried(NamedTuple):
    """Bytes to the terminal."""

    opening: int
    letter: float
    idle: int
    opened: int
    """For the palette, and in turn for what it covered."""
    closed: int


def editors(path: Path) -> Iterator[Editor]:
    """Give the editors; one that is not installed is left out."""
    row, _ = middle(path.read_text())
    python = (sys.executable, "-m")
    yield Editor("medv-tui", program("dashboard", path), "", _PALETTE, python)
    yield Editor("stock Textual", program("stock", path), "", _PALETTE, python)
    line = f"+{row + 1}"
    vim = Program("vim", ("-u", "NONE", "-i", "NONE", "-n", line, str(path)), {})
    nano = Program("nano", ("--ignorercfiles", line, str(path)), {})
    for editor in (Editor("vim", vim, "A", _VIM_HELP), Editor("nano", nano, "\x05", _NANO_HELP)):
        if shutil.which(editor.name) is not None:
            yield editor


def carried(editor: Editor, size: tuple[int, int]) -> Carried:
    """Measure one editor at one size."""
    with Terminal(*editor.program, size=size, by=editor.by) as terminal:
        opening = terminal.until("FIN-") + terminal.until_quiet(_SETTLED_SECONDS)
        terminal.send(editor.to_middle)
        terminal.until_quiet(_SETTLED_SECONDS)
        first, letters = LETTERS[0], LETTERS[1:]
        terminal.type(first, first)
        terminal.until_quiet(_SETTLED_SECONDS)
        letter = median(terminal.type(letter, letter).sent for letter in letters)
        idle = len(terminal.during(IDLE_SECONDS))
        # Textual's own palette blinks, so that it never comes to rest for longer.
        opened, closed = (sent_for(terminal, keys) for keys in editor.commands)
        return Carried(opening, letter, idle, opened, closed)


def sent_for(terminal: Terminal, keys: str) -> int:
    """Type, and give how many bytes come of it."""
    terminal.send(keys)
    return terminal.until_quiet(QUIET_SECONDS)


def table() -> Iterator[str]:
    """Give the figures line by line."""
    heads = ("opening", "letter", f"idle {IDLE_SECONDS:.0f} s", "palette", "its end")
    yield f"{'size':<24}" + "".join(f"{head:>9}" for head in heads)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "plan.toml")
        path.write_text(plan_text(HOSTS))
        for size in SIZES:
            for editor in editors(path):
                figures = "".join(f"{figure:>9,.0f}" for figure in carried(editor, size))
                yield f"{f'{size[0]}×{size[1]}':<8} {editor.name:<15}{figures}"
    absent = [name for name in ("vim", "nano") if shutil.which(name) is None]
    yield f"not installed: {', '.join(absent) or 'none'}"


def main() -> None:
    """Print the table."""
    for line in table():
        print(line, flush=True)


if __name__ == "__main__":
    main()
