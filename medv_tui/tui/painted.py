"""What stands on the terminal's screen, so that only what differs from it is sent.

Textual draws whole widgets again, some several times while a screen opens, and writes the colours
of each piece of text in full. Here a cell is sent when it changed, and of its colours and
attributes what differs from those of the cell before.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import compress, count, pairwise
from operator import itemgetter, ne
from typing import NamedTuple

from medv_tui.tui.pen import FIRST, Cell, written

_CLEAR = "\x1b[m\x1b[2J"
_UNKNOWN = (0, 0)
_SHORT_GAP = 3
"""Cells that take no more bytes than a move of the cursor over them."""
_TEXT = itemgetter(0)


class Piece(NamedTuple):
    """Cells of one row that were drawn somewhere."""

    x: int
    y: int
    cells: Sequence[Cell]


class Change(NamedTuple):
    """What is to be different on a screen."""

    rows: Mapping[int, Sequence[Cell]]
    """The rows that are, by their number from the top."""
    size: tuple[int, int]
    """Its columns and rows."""

    def __bool__(self) -> bool:
        """Say whether anything is."""
        return bool(self.rows)


class Painted:
    """The screen of a terminal."""

    def __init__(self) -> None:
        """Know nothing of it yet."""
        self._size = _UNKNOWN
        self._rows: dict[int, Sequence[Cell]] = {}

    def forget(self) -> None:
        """Clear the screen before anything else is painted, as others may have drawn on it."""
        self._size = _UNKNOWN

    def change(self, pieces: Iterable[Piece], size: tuple[int, int]) -> Change:
        """Say what these pieces change on a screen of this size; what lies beyond it is left."""
        width, height = size
        before = self._rows if size == self._size else {}
        rows: dict[int, list[Cell]] = {}
        for x, y, cells in pieces:
            row = rows.setdefault(y, list(before.get(y, _blanks(width))))
            _put(cells, row, x)
            del row[width:]
        return Change(
            {y: row for y, row in rows.items() if y < height and row != before.get(y)}, size
        )

    def paint(self, change: Change) -> str:
        """Give what to send for a change."""
        sent, pen = [], FIRST
        if change.size != self._size:
            self._size, self._rows = change.size, {}
            sent.append(_CLEAR)
        blanks = _blanks(change.size[0])
        for y, row in change.rows.items():
            for begin, end in _runs(self._rows.get(y, blanks), row):
                sent.append(f"\x1b[{y + 1};{begin + 1}H")
                cells, pen = written(row[begin:end], pen)
                sent.append(cells)
            self._rows[y] = row
        return "".join([*sent, pen.change_to(FIRST)])


@lru_cache(maxsize=8)
def _blanks(cells: int) -> tuple[Cell, ...]:
    """Give a row of a screen that was cleared."""
    return ((" ", FIRST),) * cells


def _put(cells: Sequence[Cell], row: list[Cell], x: int) -> None:
    """Put cells into a row; of a wide character that is hit, the other half becomes blank."""
    if not cells:
        return
    end = x + len(cells)
    for half, other in ((x, x - 1), (end, end)):
        if half < len(row) and not row[half][0]:
            row[other] = (" ", row[other][1])
    row[x:end] = cells


def _runs(before: Sequence[Cell], row: Sequence[Cell]) -> list[tuple[int, int]]:
    """Give the cells of a row to send, as begins and ends.

    Terminals may disagree on how wide a character is, so a row with any that is doubtful is sent
    whole.
    """
    if {*map(len, map(_TEXT, before)), *map(len, map(_TEXT, row))} - {1}:
        return [(0, len(row))]
    changed = list(compress(count(), map(ne, before, row)))
    gaps = [(x, next_x) for x, next_x in pairwise(changed) if next_x - x - 1 > _SHORT_GAP]
    begins = [*changed[:1], *(begin for _, begin in gaps)]
    ends = [*(last for last, _ in gaps), *changed[-1:]]
    return [(begin, last + 1) for begin, last in zip(begins, ends, strict=True)]
