"""The editor of the plan's text."""

import unicodedata
from collections.abc import Iterable
from typing import ClassVar, Protocol

from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.geometry import clamp
from textual.strip import Strip
from textual.widgets.text_area import Selection

from medv_tui.findings import Range
from medv_tui.planfile.search import Search, SearchRefusedError
from medv_tui.tui.code_line import MARK_CELLS, TAB_CELLS, Shown, Stretch, code, gutter, visible
from medv_tui.tui.exact_area import ExactTextArea
from medv_tui.tui.marks import Marks, MovedMarks, shifted
from medv_tui.tui.text_lines import TextLines

_KEPT_CONTROLS = "\n\t"


def typed(text: str) -> str:
    """Give pasted text as a keyboard would have typed it.

    Terminals send line ends as CR or CRLF. Other control characters and lone surrogates have no
    place in a plan, and some could not be saved.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isprintable():
        return text
    return "".join(
        c for c in text if c in _KEPT_CONTROLS or unicodedata.category(c) not in {"Cc", "Cs"}
    )


class _OnLines(Protocol):
    """What stands on lines, counted from 1."""

    def get(self, line: int, /) -> object:
        """Give what stands on a line, or None."""


class Editor(ExactTextArea):
    """The plan's text: the only thing in the dashboard that can be changed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "screen.step_aside", "to the pane beside; 1 comes back", show=False),
    ]

    def __init__(self, text: str, lines: TextLines | None = None) -> None:
        """Take a text, and its lines where they are known."""
        self._wrong: dict[int, list[Range]] = {}
        self._marks = MovedMarks({})
        self._search: Search | None = None
        super().__init__(text, lines=lines, identity="editor")
        self.cursor_blink = False
        self.indent_width = TAB_CELLS

    def underline(self, stretches: Iterable[Range]) -> None:
        """Mark stretches of text as wrong from now on, and no others."""
        wrong: dict[int, list[Range]] = {}
        for where in stretches:
            wrong.setdefault(where.line, []).append(where)
        old, self._wrong = self._wrong, wrong
        self._draw_changed(old, wrong)

    def set_marks(self, marks: Marks) -> None:
        """Put symbols before these lines, counted from 1, and before no others."""
        old, self._marks = self._marks, MovedMarks(marks)
        self._draw_changed(old, self._marks)

    def show_found(self, search: Search | None) -> None:
        """Mark what is looked for from now on; None for nothing."""
        if search != self._search:
            self._search = search
            self.refresh()

    @property
    def gutter_width(self) -> int:
        """Cells left of the text: mark, line number and two blanks."""
        return super().gutter_width + MARK_CELLS

    def lines_replaced(self, first: int, old_last: int, new_last: int) -> None:
        """Let marks follow their lines until the next review."""
        if old_last != new_last:
            self._marks.move(old_last + 1, new_last + 1)
            self._wrong = shifted(self._wrong, old_last + 1, new_last + 1)
        super().lines_replaced(first, old_last, new_last)

    def render_line(self, y: int) -> Strip:
        """Draw one row of the screen."""
        row = y + self.scroll_offset.y
        cells = self.scrollable_content_region.width
        if row >= self.document.line_count:
            return self.strip((), cells)
        here = row == self.cursor_location[0]
        ground = ("on $cursor" if self.has_focus else "on $surface") if here else ""
        width = self.gutter_width
        digits = width - MARK_CELLS - 2
        head = gutter(row + 1, digits, self._marks.get(row + 1), here=here)
        text = visible(self.document.get_line(row))
        tokens = self.exact_document.tokens(row)
        line = code(text, tokens, self._shown(row, len(text)), self.indent_width)
        return Strip.join(
            [
                self.strip(head, min(width, cells), ground),
                self.strip(line, max(0, cells - width), ground, skip=self.scroll_offset.x),
            ]
        )

    def _shown(self, row: int, length: int) -> Shown:
        """Gather what stands on a line besides its text."""
        wrong = [
            Stretch(
                where.column - 1, where.end_column - 1 if where.end_line == where.line else length
            )
            for where in self._wrong.get(row + 1, ())
        ]
        start, end = sorted(self.selection)
        selected = None
        if start != end and start[0] <= row <= end[0]:
            # The line's end is selected too where the selection goes on below it.
            selected = Stretch(
                start[1] if row == start[0] else 0, end[1] if row == end[0] else length + 1
            )
        at_row, column = self.cursor_location
        cursor = column if at_row == row and self.has_focus else None
        return Shown(wrong, selected, cursor, self._found(row))

    def _found(self, row: int) -> list[Stretch]:
        """Give what is looked for on a line."""
        if self._search is None:
            return []
        try:
            matches = self._search.matches([self.document.get_line(row)])
            return [Stretch(match.start, match.end) for match in matches]
        except SearchRefusedError:
            self._search = None
            return []

    def _draw_changed(self, old: _OnLines, new: _OnLines) -> None:
        """Draw lines, counted from 1, that stand for something else than before."""
        top = self.scroll_offset.y
        for line in range(top + 1, top + self.size.height + 1):
            if old.get(line) != new.get(line):
                self.draw_again(line - 1, line - 1)

    @property
    def revision(self) -> int:
        """How many edits there have been, each undone one included."""
        return self.exact_document.revision

    def differs(self, text: str) -> bool:
        """Say whether the text is another, which its length tells mostly."""
        return not self.exact_document.holds(text)

    def go_to(self, line: int, column: int = 1) -> None:
        """Put the cursor on a line and column, both from 1."""
        self.selection = Selection.cursor((line - 1, column - 1))

    def come_back(self, line: int, column: int) -> None:
        """Put the cursor where it was left, as far as the text still has that place."""
        line = clamp(line, 1, self.document.line_count)
        self.go_to(line, clamp(column, 1, len(self.document.get_line(line - 1)) + 1))

    async def on_key(self, event: events.Key) -> None:
        """Keep keys out of the text that no one means to type there."""
        if event.key == "escape" or event.key.startswith("alt+"):
            # Textual would leave the editor at Escape, and type the letter of Alt and a letter.
            event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """Insert what the terminal pastes as one edit."""
        event.prevent_default()
        event.stop()
        self.paste(event.text)

    def paste(self, text: str) -> None:
        """Put what is pasted in place of the selection, as one step to undo."""
        if not self.read_only:
            result = self.replace(typed(text), *self.selection, maintain_selection_offset=False)
            self.move_cursor(result.end_location)

    def undo(self) -> None:
        """Undo the last edit; a plan that is only read is shown as it is on disk."""
        if not self.read_only:
            super().undo()

    def redo(self) -> None:
        """Make the edit again that was undone last, unless the plan is only read."""
        if not self.read_only:
            super().redo()

    def action_cut(self) -> None:
        """Cut the selection; without one there is nothing to cut."""
        if self.selection.is_empty:
            raise SkipAction
        super().action_cut()
