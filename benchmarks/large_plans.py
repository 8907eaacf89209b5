"""Plans of many computers, and the applications that are measured on them.

`python -m benchmarks.large_plans KIND PLAN` opens one of them in the terminal it is started in:
`stock` is Textual's own code editor, `editor` this program's alone, and `straightforward` what one
would write with Textual's own widgets to do what the dashboard does, which is started by itself.
Textual's own colours nothing here; with a tree-sitter parser it takes longer.
"""

import importlib
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from tempfile import mkdtemp
from typing import NamedTuple

from textual.app import App, ComposeResult
from textual.widgets import TextArea

from medv_tui.tui.colours import themes
from medv_tui.tui.editor import Editor
from medv_tui.tui.pace import keys_first
from medv_tui.tui.recent import PlanState, remember, state_folder, whole
from medv_tui.tui.theme_colours import DARK, EXACT

AS_OF = date(2026, 11, 22)

_WORKSPACE = """\
[[workspaces]]
name = "finance"
differencing_disk_gb = 1.5

[workspaces.image]
vhd_gb = 2.6

"""
_HOST = """\
[[hosts]]
name = "FIN-{number:06}"  #
workspace = "finance"
os = "Windows 7"
edition = "Enterprise"
service_pack = 1
architecture = "x64"
ram_mb = {ram_mb}
free_disk_gb = {free_gb}
users = 3

"""


def plan_text(hosts: int) -> str:
    """Write a plan of so many computers, eleven lines each, most with facts of their own."""
    return _WORKSPACE + "".join(
        _HOST.format(number=n, ram_mb=4000 + n % 97, free_gb=40 + n % 31) for n in range(hosts)
    )


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


class Program(NamedTuple):
    """A program to start on a plan."""

    module: str
    arguments: tuple[str, ...]
    variables: Mapping[str, str]


def program(kind: str, path: Path) -> Program:
    """Give an application for a plan; the dashboard itself begins where the plan was left.

    Each has a memory of its own, as those before it were killed with a text to recover.
    """
    if kind != "dashboard":
        return Program("benchmarks.large_plans", (kind, str(path)), {})
    variables = {"XDG_STATE_HOME": mkdtemp(dir=path.parent)}
    row, column = middle(path.read_text())
    left = PlanState(whole(path), line=row + 1, column=column + 1)
    remember(state_folder(variables), lambda state: state.with_plan(left))
    return Program("medv_tui", (str(path),), variables)


def main(kind: str, path: Path) -> None:
    """Run an application other than the dashboard on a plan."""
    text = path.read_text()
    keys_first()
    if kind == "straightforward":
        importlib.import_module("benchmarks.stock").Straightforward(text).run()
    elif kind == "editor":
        Alone(Editor(text)).run()
    else:
        Alone(TextArea.code_editor(text)).run()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
