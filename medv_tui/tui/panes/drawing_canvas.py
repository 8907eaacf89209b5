"""A canvas of cells on which boxes, words and arrows are drawn."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from rich.cells import cell_len

from medv_tui.tui.line import Line, Part, cut

DRAWN = "$line"
"""The look of every line that is drawn."""
_BLANK = Part(" ")
_HALF = ""
"""What stands in the second cell of a wide character."""


class Canvas:
    """So many columns and rows of cells; what is drawn outside of them is lost."""

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        self._cells = [[_BLANK] * columns for _ in range(rows)]

    def lines(self) -> list[Line]:
        """Give what was drawn, row by row."""
        return [tuple(_merged(row)) for row in self._cells]

    def words(self, x: int, y: int, line: Line) -> None:
        """Write words from a cell on."""
        for part in line:
            cells = _cells(part)
            first, end = max(0, -x), min(len(cells), self.columns - x)
            if 0 <= y < self.rows and first < end:
                self._cells[y][x + first : x + end] = cells[first:end]
            x += len(cells)

    def frame(self, x: int, y: int, columns: int, rows: int) -> None:
        """Draw an empty box with round corners."""
        across = "─" * (columns - 2)
        self.words(x, y, (Part(f"╭{across}╮", DRAWN),))
        for row in range(y + 1, y + rows - 1):
            self.words(x, row, (Part("│", DRAWN),))
            self.words(x + columns - 1, row, (Part("│", DRAWN),))
        self.words(x, y + rows - 1, (Part(f"╰{across}╯", DRAWN),))

    def caption(self, x: int, y: int, columns: int, title: Line, aside: str) -> None:
        """Write a title on the upper border of a box, and a word at its right if it fits."""
        self.words(x + 2, y, (Part(" "), *title, Part(" ")))
        start = x + columns - 4 - cell_len(aside)
        if aside and start > x + 6 + sum(cell_len(part.text) for part in title):
            self.words(start, y, (Part(f" {aside} ", "$muted"),))

    def arrow_right(self, x: int, y: int, end: int, label: str = "") -> None:
        """Draw an arrow from the right border of a box to the cell before a border.

        Borders that it crosses stay visible.
        """
        self._join(x, y, "├")
        for column in range(x + 1, end):
            self._set(column, y, Part("┼" if self._at(column, y) == "│" else "─", DRAWN))
        self._set(end, y, Part("►", DRAWN))
        self.words(x + 2, y, (Part(cut(label, max(0, end - x - 2)), "$muted"),))

    def arrow_down(self, x: int, y: int, end: int, label: str) -> None:
        """Draw an arrow from the lower border of a box to a row, with its label beside the tip."""
        self._join(x, y, "┬")
        for row in range(y + 1, end):
            self._set(x, row, Part("│", DRAWN))
        self._set(x, end, Part("▼", DRAWN))
        self.words(x + 2, end, (Part(label, "$muted"),))

    def _join(self, x: int, y: int, corner: str) -> None:
        """Let a line start at a border."""
        self._set(x, y, Part(corner, DRAWN))

    def _at(self, x: int, y: int) -> str:
        """Give what stands in a cell; nothing outside."""
        inside = 0 <= y < self.rows and 0 <= x < self.columns
        return self._cells[y][x].text if inside else ""

    def _set(self, x: int, y: int, part: Part) -> None:
        """Draw one cell."""
        if 0 <= y < self.rows and 0 <= x < self.columns:
            self._cells[y][x] = part


@lru_cache(maxsize=2048)
def _cells(part: Part) -> tuple[Part, ...]:
    """Give what stands in each cell of a stretch of words."""
    cells: list[Part] = []
    for character in part.text:
        size = cell_len(character)
        if size:
            cells.append(Part(character, part.look))
        if size == 2:
            cells.append(Part(_HALF, part.look))
    return tuple(cells)


def _merged(row: list[Part]) -> Iterator[Part]:
    """Put neighbours of one look together; leave out what is blank at the end."""
    end = len(row)
    while end and row[end - 1] == _BLANK:
        end -= 1
    for look, parts in groupby(row[:end], key=attrgetter("look")):
        yield Part("".join(part.text for part in parts), look)


def marked(line: Line, x: int, columns: int, look: str) -> Line:
    """Put a look over some cells of a row, on top of their own."""
    parts: list[Part] = []
    start = 0
    for part in line:
        for inside, text in _cut_at(part.text, x - start, x + columns - start):
            parts.append(Part(text, f"{part.look} {look}".strip() if inside else part.look))
        start += cell_len(part.text)
    return tuple(parts)


def _cut_at(text: str, start: int, end: int) -> Iterator[tuple[bool, str]]:
    """Cut a text into what lies before, between and behind two cells."""
    at = 0
    places = []
    for character in text:
        places.append((start <= at < end, character))
        at += cell_len(character)
    for inside, pairs in groupby(places, key=lambda place: place[0]):
        yield inside, "".join(character for _, character in pairs)
