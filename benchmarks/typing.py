"""How long a typed letter takes to reach the terminal: `python -m benchmarks.typing [HOSTS ...]`.

Opens Textual's own code editor, this program's editor alone, and the whole dashboard, each in a
terminal of 120 by 40 on the same plan, types letters in the middle of it, and measures the time
until the terminal is sent the letter and the bytes that it is sent for it. Textual's own editor
colours nothing here; with a tree-sitter parser it takes longer.
"""

import os
import pty
import select
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from fcntl import ioctl
from pathlib import Path
from statistics import median
from struct import pack
from termios import TIOCSWINSZ
from time import perf_counter
from typing import NamedTuple

from textual.app import App, ComposeResult
from textual.widgets import TextArea

from medv_tui.tui import app
from medv_tui.tui.app import DashboardApp
from medv_tui.tui.colours import DARK, EXACT, themes
from medv_tui.tui.editor import Editor
from medv_tui.tui.open_plan import OpenPlan

COLUMNS, ROWS = 120, 40
SIZES = (100, 1_000, 10_000)
LETTERS = "éèßøåñçðþæœłž"
"""Letters that stand nowhere else, so that each is recognised when it arrives."""
QUIET_SECONDS = 0.4
"""What is sent until nothing has come for so long belongs to the key before it."""
PATIENCE_SECONDS = 60.0

_WORKSPACE = """\
[[workspaces]]
name = "finance"
differencing_disk_gb = 1.5

[workspaces.image]
vhd_gb = 2.6

"""
_HOST = """\
[[hosts]]
name = "FIN-{number:05}"  #
workspace = "finance"
os = "Windows 7"
edition = "Enterprise"
service_pack = 1
architecture = "x64"
ram_mb = 4096
free_disk_gb = 60
users = 3

"""


class Typed(NamedTuple):
    """What one key took."""

    seconds: float
    sent: int
    """Bytes to the terminal."""


def plan_text(hosts: int) -> str:
    """Write a plan of so many computers, eleven lines each."""
    return _WORKSPACE + "".join(_HOST.format(number=number) for number in range(hosts))


def middle(text: str) -> tuple[int, int]:
    """Give the end of a comment in the middle of a plan, row and column from 0."""
    lines = text.split("\n")
    row = next(r for r in range(len(lines) // 2, len(lines)) if lines[r].endswith("#"))
    return row, len(lines[row])


class Alone(App[None]):
    """An application of one editor."""

    CSS = "TextArea { height: 1fr; border: none; padding: 0; }"

    def __init__(self, area: TextArea) -> None:
        super().__init__()
        self.register_theme(themes(EXACT)[0])
        self.theme = DARK
        self._area = area

    def compose(self) -> ComposeResult:
        """Show the editor."""
        yield self._area

    def on_ready(self) -> None:
        """Go where letters will be typed."""
        self._area.cursor_blink = False
        self._area.focus()
        self._area.move_cursor(middle(self._area.text), center=True)


class Dashboard(DashboardApp):
    """The dashboard with its cursor in the middle of the plan."""

    CSS_PATH = str(Path(app.__file__).with_name("app.tcss"))

    def on_ready(self) -> None:
        """Go where letters will be typed."""
        editor = self.plan_screen.editor
        editor.move_cursor(middle(editor.text), center=True)


def open_app(kind: str, path: Path) -> None:
    """Run one of the three applications on a plan, in the terminal that this process has."""
    text = path.read_text()
    if kind == "dashboard":
        Dashboard(OpenPlan.read(path), date(2026, 11, 22)).run()
    elif kind == "editor":
        Alone(Editor(text)).run()
    else:
        Alone(TextArea.code_editor(text)).run()


def type_into(kind: str, path: Path) -> list[Typed]:
    """Open an application in a terminal of its own, type the letters, and end it."""
    ours, theirs = pty.openpty()
    ioctl(theirs, TIOCSWINSZ, pack("HHHH", ROWS, COLUMNS, 0, 0))
    child = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.typing", f"--{kind}", str(path)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
    )
    os.close(theirs)
    try:
        _until(ours, b"FIN-")
        _until_quiet(ours, 3 * QUIET_SECONDS)
        return [_type(ours, letter) for letter in LETTERS]
    finally:
        child.terminate()
        child.wait()
        os.close(ours)


def _type(terminal: int, letter: str) -> Typed:
    """Type one letter and wait until all that it leads to has been drawn."""
    begin = perf_counter()
    os.write(terminal, letter.encode())
    sent = _until(terminal, letter.encode())
    seconds = perf_counter() - begin
    return Typed(seconds, sent + _until_quiet(terminal, QUIET_SECONDS))


def _until(terminal: int, wanted: bytes) -> int:
    """Read until some bytes have come; give how many came."""
    seen = b""
    while wanted not in seen:
        if not select.select([terminal], [], [], PATIENCE_SECONDS)[0]:
            raise TimeoutError(f"{wanted!r} was never drawn.")
        seen += os.read(terminal, 1 << 16)
    return len(seen)


def _until_quiet(terminal: int, seconds: float) -> int:
    """Read until nothing has come for a while; give how many bytes came."""
    count = 0
    while select.select([terminal], [], [], seconds)[0]:
        count += len(os.read(terminal, 1 << 16))
    return count


def table(sizes: tuple[int, ...]) -> Iterator[str]:
    """Give the figures line by line."""
    heads = ("hosts", "", "median ms", "max ms", "stock is", "bytes a key")
    yield "{:>7}    {:<10}{:>10}{:>8}{:>10}{:>13}".format(*heads)
    with tempfile.TemporaryDirectory() as folder:
        for hosts in sizes:
            path = Path(folder, "plan.toml")
            path.write_text(plan_text(hosts))
            stock = 0.0
            for kind in ("stock", "editor", "dashboard"):
                keys = type_into(kind, path)
                milliseconds = median(key.seconds for key in keys) * 1000
                longest = max(key.seconds for key in keys) * 1000
                stock = stock or milliseconds
                yield (
                    f"{hosts:>7,}{'':4}{kind:<10}{milliseconds:>10.1f}{longest:>8.1f}"
                    f"{stock / milliseconds:>9.0f}×{median(key.sent for key in keys):>13,.0f}"
                )


def main(arguments: list[str]) -> None:
    """Run one application, or measure all of them."""
    if arguments and arguments[0].startswith("--"):
        open_app(arguments[0].removeprefix("--"), Path(arguments[1]))
        return
    for line in table(tuple(map(int, arguments)) or SIZES):
        print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
