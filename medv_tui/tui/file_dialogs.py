"""Dialogs about files: which one to open or to write, and how two versions differ."""

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from medv_tui.reports.clean import clean
from medv_tui.tui.candidates import Candidate, candidates, resolved
from medv_tui.tui.dialog import TALLEST, Dialog
from medv_tui.tui.line import Part, cut, wrapped
from medv_tui.tui.list_screen import ListScreen
from medv_tui.tui.listing import Listing, Row
from medv_tui.tui.modal import Modal
from medv_tui.tui.present import ACCENT, BOLD, MUTED
from medv_tui.tui.preview import difference

TOML, CSV = ".toml", ".csv"
ROWS = 12
"""Candidates that are shown at a time."""


class PathScreen(Modal[Path]):
    """Asks for the path of a file, and completes what is typed; gives it, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "Take this file", priority=True),
        Binding("tab", "complete", "Complete", priority=True),
        Binding("up", "move(-1)", "Previous file"),
        Binding("down", "move(1)", "Next file"),
        Binding("pageup", "move(-10)", "Ten files up"),
        Binding("pagedown", "move(10)", "Ten files down"),
        Binding("escape", "dismiss(None)", "Close"),
    ]
    DEFAULT_CSS = """
    PathScreen { align: center middle; }
    PathScreen Input { width: 1fr; background: $cursor; margin: 0 0 1 0; }
    PathScreen Input:focus { background-tint: $cursor 0%; }
    PathScreen Listing { height: 12; }
    PathScreen .refusal { color: $blocked; height: auto; display: none; }
    """

    def __init__(self, title: str, verb: str, folder: Path, typed: str, suffix: str) -> None:
        """Start with a text typed in a folder; `verb` is what Enter does with the file."""
        super().__init__()
        self._verb, self._folder, self._suffix = verb, folder, suffix
        self._found: list[Candidate] = []
        self._field = Input(typed, compact=True, select_on_focus=False)
        self._listing = Listing(self._rows)
        self._listing.can_focus = False
        self._refusal = Static("", classes="refusal")
        self._dialog = Dialog(title, self._field, self._listing, self._refusal)

    def compose(self) -> ComposeResult:
        """Lay the field out above the files."""
        yield self._dialog

    def on_mount(self) -> None:
        """Start in the field."""
        self._field.focus()
        self._look_up()

    def on_resize(self) -> None:
        """Fit the rows to the terminal."""
        self._listing.styles.height = max(1, min(ROWS, self.app.size.height - 8))
        self._listing.redraw()
        pairs = (
            ("Enter", self._verb),
            ("Tab", "complete"),
            ("Up, Down", "choose"),
            ("Esc", "close"),
        )
        self._dialog.show_keys(pairs)

    @on(Input.Changed)
    def _look_up(self) -> None:
        """List what the text can be completed to."""
        self._found = candidates(self._field.value, self._folder, self._suffix)
        self._refusal.display = False
        self._listing.action_move_to(0)
        self._listing.redraw()

    def action_move(self, rows: int) -> None:
        """Go to another file."""
        self._listing.action_move(rows)
        self._listing.redraw()

    def action_complete(self) -> None:
        """Put the file under the cursor into the field."""
        if self._found:
            self._type(self._found[self._listing.item].typed)

    def action_take(self) -> None:
        """Give the file, go into a folder, or say what is wrong."""
        typed = self._field.value.strip()
        path = resolved(typed, self._folder)
        refusal = self.refusal(path) if typed else "A file is wanted."
        if typed and path.is_dir() and not typed.endswith("/"):
            self._type(f"{typed}/")
        elif not refusal:
            self.dismiss(path)
        elif self._found:
            self._take_found()
        else:
            self._refusal.update(Content(f"× {clean(refusal)}"))
            self._refusal.display = True

    def refusal(self, path: Path) -> str:
        """Say why a path cannot be taken; empty if it can."""
        if path.is_dir():
            return f"{path} is a folder."
        return "" if path.exists() else f"There is no file {path}."

    def not_found(self) -> str:
        """Say that nothing begins with what is typed."""
        return f"No folder or {self._suffix} file begins like that."

    def _take_found(self) -> None:
        """Take the file under the cursor, or go into the folder."""
        found = self._found[self._listing.item]
        if found.is_folder:
            self._type(found.typed)
        else:
            self.dismiss(resolved(found.typed, self._folder))

    def _type(self, text: str) -> None:
        """Put a text into the field."""
        self._field.value = text
        self._field.cursor_position = len(text)

    def _rows(self, cells: int) -> list[Row]:
        if not self._found:
            return [Row((Part(row, MUTED),)) for row in wrapped(clean(self.not_found()), cells)]
        here = min(self._listing.item, len(self._found) - 1)
        return [
            Row(
                (
                    Part("► " if index == here else "  ", ACCENT),
                    Part(
                        cut(clean(found.name) + "/" * found.is_folder, cells - 2),
                        BOLD if index == here else MUTED if found.is_folder else "",
                    ),
                ),
                index,
            )
            for index, found in enumerate(self._found)
        ]


class SavePathScreen(PathScreen):
    """Asks for the path that a plan is to be written to; the file need not be there."""

    def __init__(self, folder: Path, typed: str) -> None:
        super().__init__("Save as", "save", folder, typed, TOML)

    def refusal(self, path: Path) -> str:
        """Say why a path cannot be written to."""
        if path.is_dir():
            return f"{path} is a folder."
        return "" if path.parent.is_dir() else f"There is no folder {path.parent}."

    def not_found(self) -> str:
        """Say where a new file goes."""
        path = resolved(self._field.value.strip(), self._folder)
        return self.refusal(path) or f"A new file, {path}."

    def action_take(self) -> None:
        """Give the path that is typed, whatever else begins like it."""
        self._found = []
        super().action_take()


class CompareScreen(ListScreen[None]):
    """Shows how the text on disk and the one in the editor differ."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter", "dismiss(None)", "Close")]

    def __init__(self, theirs: str, mine: str) -> None:
        self._theirs, self._mine = theirs, mine
        super().__init__("On disk (−) and here (+)", Listing(self._rows))

    def _tallest(self) -> int:
        return max(TALLEST, self.app.size.height)

    def _keys(self) -> Iterable[tuple[str, str]]:
        return (("Esc", "close"),)

    def _rows(self, cells: int) -> list[Row]:
        lines = difference(self._theirs, self._mine, cells)
        return [Row(line) for line in lines] or [Row((Part("Both are the same.", MUTED),))]
