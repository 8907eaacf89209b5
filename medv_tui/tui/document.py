"""The text of a plan for Textual's editor: kept exactly, measured and coloured line by line.

No method here takes longer for a longer text, except where the whole text is asked for.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import count

from rich.cells import cell_len
from textual.geometry import Offset, Size
from textual.widgets.text_area import Document, EditResult, Location, WrappedDocument

from medv_tui.tui.code_line import column_at, visible, without_tabs
from medv_tui.tui.joined_lines import JoinedLines, Stretch
from medv_tui.tui.lexer import Token, lex
from medv_tui.tui.text_lines import CRLF, LF, TextLines, split

_REVISIONS = count()


def cells(line: str, tab_width: int) -> int:
    """Measure a line as it is drawn, stand-ins included."""
    if line.isascii() and line.isprintable():
        return len(line)
    return cell_len(without_tabs(visible(line), 0, tab_width))


class ExactDocument(Document):
    """A document that joins to the very text it was made of.

    Textual's own splits at every character that `str.splitlines` knows and joins with one
    newline, so a line separator inside a string would be saved as a line feed. This one splits
    at CRLF where every line ends so, and else at LF; all other characters stay in their line.
    """

    def __init__(self, text: str, lines: TextLines | None = None) -> None:
        """Take a text, and its lines where they are known."""
        self._newline, self._lines, self.states = lines or split(text)
        self._joined = JoinedLines(self._lines, self._newline)
        self._text: str | None = text
        self._tell: Callable[[int, int, int], None] | None = None
        self._widths: tuple[int, Counter[int]] | None = None
        self.revision = next(_REVISIONS)
        """A number that no other text has had, in this document or in another one."""
        self.characters = len(text)
        """Length of the whole text."""

    def tell(self, learns: Callable[[int, int, int], None]) -> None:
        """Let somebody learn of edits: which lines, old first to last, became which last one."""
        self._tell = learns

    @property
    def text(self) -> str:
        """The whole text, joined once for every edit at most."""
        if self._text is None:
            self._text = self._joined.text()
        return self._text

    def stretches(self) -> list[Stretch]:
        """Give the text as it is now, in stretches that are joined when one of them is read.

        Any thread may ask, and no edit comes in between.
        """
        return self._joined.stretches()

    def holds(self, text: str) -> bool:
        """Say whether this is the whole text, in time that grows with what they begin with both."""
        if len(text) != self.characters:
            return False
        at = 0
        for stretch in self._joined.stretches():
            if not text.startswith(stretch.text, at):
                return False
            at += len(stretch.text)
        return True

    def tokens(self, line: int) -> list[Token]:
        """Give the stretches of a line by what they are."""
        return lex(self._lines[line], self.states.at(line))[0]

    def replace_range(self, start: Location, end: Location, text: str) -> EditResult:
        """Put text in place of a range; the only way in which the document changes.

        A lone line feed in what is put into a CRLF document becomes CRLF.
        """
        top, bottom = sorted((start, end))
        replaced = self.get_text_range(top, bottom)
        if self._newline == CRLF:
            text = text.replace(CRLF, LF)
        inserted = text.split(LF)
        before = self._lines[top[0]][: top[1]] if top[0] < len(self._lines) else ""
        after = self._lines[bottom[0]][bottom[1] :] if bottom[0] < len(self._lines) else ""
        inserted[0] = before + inserted[0]
        column = len(inserted[-1])
        inserted[-1] += after
        self._put(top[0], bottom[0], inserted)
        return EditResult((top[0] + len(inserted) - 1, column), replaced)

    def get_text_range(self, start: Location, end: Location) -> str:
        """Give the text of a range, in time that grows with its lines and not with their square."""
        if start == end:
            return ""
        (top, left), (bottom, right) = sorted((start, end))
        if top == bottom:
            return self._lines[top][left:right]
        lines = self._lines[top : bottom + 1]
        lines[0] = lines[0][left:]
        if bottom < len(self._lines):
            lines[-1] = lines[-1][:right]
        return self._newline.join(lines)

    def get_size(self, tab_width: int) -> Size:
        """Measure the text as it is drawn; every line is measured once."""
        if self._widths is None or self._widths[0] != tab_width:
            self._widths = (tab_width, Counter(cells(line, tab_width) for line in self._lines))
        return Size(max(self._widths[1]), len(self._lines))

    def _count(self, gone: Sequence[str], new: Sequence[str]) -> None:
        """Count the widths of new lines, and those of others no longer."""
        if self._widths is None:
            return
        tab_width, counts = self._widths
        counts.update(cells(line, tab_width) for line in new)
        for width in (cells(line, tab_width) for line in gone):
            counts[width] -= 1
            if not counts[width]:
                del counts[width]

    def _put(self, first: int, last: int, lines: list[str]) -> None:
        """Put lines in place of others and pass the change on to all that follows them."""
        last = min(last, len(self._lines) - 1)
        gone = self._lines[first : last + 1]
        if len(gone) == len(lines):
            differing = [number for number, line in enumerate(lines) if line != gone[number]]
            self._count([gone[number] for number in differing], [lines[n] for n in differing])
        else:
            self._count(gone, lines)
        self.characters += sum(map(len, lines)) - sum(map(len, gone))
        self.characters += (len(lines) - len(gone)) * len(self._newline)
        self._joined.put(first, last, lines)
        self._text = None
        self.revision = next(_REVISIONS)
        new_last = first + len(lines) - 1
        self.states.replaced(first, last, new_last)
        if self._tell is not None:
            self._tell(first, last, new_last)


class UnwrappedDocument(WrappedDocument):
    """A view in which every line is one row, so that nothing is kept or counted for it.

    Textual's own keeps three lists of all rows, makes them anew when the editor's size changes,
    and numbers every row below a new line again.
    """

    _tab_cells = 0

    def wrap(self, width: int, tab_width: int | None = None) -> None:
        """Keep the width of tabs; lines are never wrapped."""
        del width
        if tab_width:
            self._tab_cells = tab_width

    def wrap_range(self, start: Location, old_end: Location, new_end: Location) -> None:
        """Do nothing after an edit; there is nothing to bring up to date."""

    @property
    def height(self) -> int:
        """Rows of the document."""
        return self.document.line_count

    def get_offsets(self, line_index: int) -> list[int]:
        """Say that a line is not wrapped anywhere."""
        del line_index
        return []

    def get_sections(self, line_index: int) -> list[str]:
        """Give the only row of a line."""
        return [self.document.get_line(line_index)]

    def location_to_offset(self, location: Location) -> Offset:
        """Give the cell and row in which a character is drawn, or the last row.

        While an edit is undone that brings the scrollbar or takes it away, the cursor may
        still stand below the text.
        """
        row, column = min(location[0], self.document.line_count - 1), location[1]
        return Offset(cells(self.document.get_line(row)[:column], self._tab_cells), row)

    def offset_to_location(self, offset: Offset) -> Location:
        """Give the character that is drawn in a cell and row, or the nearest one."""
        row = min(max(0, offset.y), self.document.line_count - 1)
        return row, self.get_target_document_column(row, max(0, offset.x), 0)

    def get_target_document_column(self, line_index: int, x_offset: int, y_offset: int) -> int:
        """Give the character that is drawn in a cell of a line, or the line's end."""
        del y_offset
        return column_at(visible(self.document.get_line(line_index)), x_offset, self._tab_cells)
