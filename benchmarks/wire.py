"""What a slow line carries to the terminal: `python -m benchmarks.wire`.

Opens the same plan in this dashboard, in Textual's own code editor, in vim and in nano, each at
two sizes, types letters at the end of a comment in its middle, opens the palette of commands (of
vim and nano the help), and then waits with nothing typed.
"""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.large_plans import middle, plan_text
from benchmarks.terminal import QUIET_SECONDS, Terminal

HOSTS = 100
SIZES = ((80, 24), (200, 60))
LETTERS = "éèßøåñçð"
IDLE_SECONDS = 5.0
_SETTLED_SECONDS = 3 * QUIET_SECONDS
_CTRL_P, _VIM_HELP, _NANO_HELP = "\x10", "\x1b:help\r", "\x07"


class Editor(NamedTuple):
    """A program that a plan can be edited with."""

    name: str
    command: tuple[str, ...]
    to_middle: str
    """What to type to get to the end of the comment."""
    commands: str
    """The key that shows what can be done."""
    by: tuple[str, ...] = ()


class Carried(NamedTuple):
    """Bytes to the terminal."""

    opening: int
    letter: float
    palette: int
    idle: int


def editors(path: Path) -> Iterator[Editor]:
    """Give the editors; one that is not installed is left out."""
    row, _ = middle(path.read_text())
    ours, python = "benchmarks.large_plans", (sys.executable, "-m")
    yield Editor("medv-tui", (ours, "dashboard", str(path)), "", _CTRL_P, python)
    yield Editor("stock Textual", (ours, "stock", str(path)), "", _CTRL_P, python)
    vim = ("vim", "-u", "NONE", "-i", "NONE", "-n", f"+{row + 1}", str(path))
    nano = ("nano", "--ignorercfiles", f"+{row + 1}", str(path))
    for editor in (Editor("vim", vim, "A", _VIM_HELP), Editor("nano", nano, "\x05", _NANO_HELP)):
        if shutil.which(editor.name) is not None:
            yield editor


def carried(editor: Editor, size: tuple[int, int]) -> Carried:
    """Measure one editor at one size."""
    module, *arguments = editor.command
    with Terminal(module, arguments, size=size, by=editor.by) as terminal:
        opening = terminal.until("FIN-") + terminal.until_quiet(_SETTLED_SECONDS)
        terminal.send(editor.to_middle)
        terminal.until_quiet(_SETTLED_SECONDS)
        first, letters = LETTERS[0], LETTERS[1:]
        terminal.type(first, first)
        terminal.until_quiet(_SETTLED_SECONDS)
        letter = median(terminal.type(letter, letter).sent for letter in letters)
        idle = len(terminal.during(IDLE_SECONDS))
        terminal.send(editor.commands)
        # The palette of Textual blinks, so that it never comes to rest for longer.
        return Carried(opening, letter, terminal.until_quiet(QUIET_SECONDS), idle)


def table() -> Iterator[str]:
    """Give the figures line by line."""
    yield "{:<8}  {:<14}{:>9}{:>9}{:>9}{:>9}".format(
        "size", "", "opening", "letter", "palette", f"idle {IDLE_SECONDS:.0f} s"
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "plan.toml")
        path.write_text(plan_text(HOSTS))
        for size in SIZES:
            for editor in editors(path):
                seen = carried(editor, size)
                yield (
                    f"{size[0]}×{size[1]:<5} {editor.name:<14}{seen.opening:>9,}"
                    f"{seen.letter:>9,.0f}{seen.palette:>9,}{seen.idle:>9,}"
                )
    absent = [name for name in ("vim", "nano") if shutil.which(name) is None]
    yield f"not installed: {', '.join(absent) or 'none'}"


def main() -> None:
    """Print the table."""
    for line in table():
        print(line, flush=True)


if __name__ == "__main__":
    main()
