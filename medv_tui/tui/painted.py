"""What stands on the terminal's screen, so that only what differs from it is sent.

Textual draws whole widgets again, some several times while a screen opens, and writes the colours
of each piece of text in full. Here a cell is sent when it changed, and of its colours and
attributes what differs from those of the cell before.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from rich.cells import split_graphemes
from rich.color import Color, ColorSystem
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip

from medv_tui.reports.clean import is_hidden

_CODES = {
    "bold": ("1", "22"),
    "dim": ("2", "22"),
    "italic": ("3", "23"),
    "underline": ("4", "24"),
    "reverse": ("7", "27"),
    "strike": ("9", "29"),
}
"""The codes of ECMA-48 that begin and end each attribute."""
_ENDS = dict(_CODES.values())
_SEEN_ON_BLANKS = frozenset(_CODES[name][0] for name in ("underline", "reverse", "strike"))
_CLEAR = "\x1b[m\x1b[2J"
_SHORT_GAP = 3
"""Cells that take no more bytes than a move of the cursor over them."""


class Pen(NamedTuple):
    """What a terminal writes with, as codes; empty is what it begins with."""

    attributes: tuple[str, ...] = ()
    text: str = ""
    ground: str = ""

    @property
    def is_seen_on_blanks(self) -> bool:
        """Say whether a blank shows more of it than the ground."""
        return not _SEEN_ON_BLANKS.isdisjoint(self.attributes)

    def change_to(self, pen: "Pen") -> str:
        """Give the sequence that turns this pen into another one."""
        if pen == self:
            return ""
        if pen == _FIRST:
            return "\x1b[m"
        codes = sorted({_ENDS[code] for code in self.attributes if code not in pen.attributes})
        still = [code for code in self.attributes if _ENDS[code] not in codes]
        codes += [code for code in pen.attributes if code not in still]
        if pen.text != self.text:
            codes.append(pen.text or "39")
        if pen.ground != self.ground:
            codes.append(pen.ground or "49")
        return f"\x1b[{';'.join(codes)}m"

    def for_blanks_of(self, pen: "Pen") -> "Pen":
        """Give the pen nearest to this one whose blanks look like those of another one."""
        if pen.is_seen_on_blanks:
            return pen
        return Pen(() if self.is_seen_on_blanks else self.attributes, self.text, pen.ground)


_FIRST = Pen()

Cell = tuple[str, Pen]
"""A character with its marks, empty where the one before is wide, and its pen."""


_PLAIN = Style.null()


class Piece(NamedTuple):
    """A row of cells that was drawn somewhere."""

    x: int
    y: int
    strip: Strip


class Change(NamedTuple):
    """What is to be different on a screen."""

    rows: Mapping[int, Sequence[Cell]]
    """The rows that are, by their number from the top."""
    size: Size

    def __bool__(self) -> bool:
        """Say whether anything is."""
        return bool(self.rows)


class Painted:
    """The screen of a terminal."""

    def __init__(self, colours: ColorSystem | None, *, italic: bool = True) -> None:
        """`colours` are those that the terminal has; None sends none at all."""
        self._colours = colours
        self._italic = italic
        self._size = Size()
        self._rows: dict[int, Sequence[Cell]] = {}

    def forget(self) -> None:
        """Clear the screen before anything else is painted, as others may have drawn on it."""
        self._size = Size()

    def change(self, pieces: Iterable[Piece], size: Size) -> Change:
        """Say what these pieces change on a screen of this size; what lies beyond it is left."""
        before = self._rows if size == self._size else {}
        rows: dict[int, list[Cell]] = {}
        for x, y, strip in pieces:
            row = rows.setdefault(y, list(before.get(y, _blanks(size.width))))
            cells = [
                cell
                for text, style, _ in strip
                for cell in _cells(text, _pen(style or _PLAIN, self._colours, self._italic))
            ]
            _put(cells, row, x)
            del row[size.width :]
        return Change(
            {y: row for y, row in rows.items() if y < size.height and row != before.get(y)}, size
        )

    def paint(self, change: Change) -> str:
        """Give what to send for a change."""
        sent, pen = [], _FIRST
        if change.size != self._size:
            self._size, self._rows = change.size, {}
            sent.append(_CLEAR)
        blanks = _blanks(change.size.width)
        for y, row in change.rows.items():
            for begin, end in _runs(self._rows.get(y, blanks), row):
                sent.append(f"\x1b[{y + 1};{begin + 1}H")
                written, pen = _written(row[begin:end], pen)
                sent.append(written)
            self._rows[y] = row
        return "".join([*sent, pen.change_to(_FIRST)])


@lru_cache(maxsize=8)
def _blanks(cells: int) -> tuple[Cell, ...]:
    """Give a row of a screen that was cleared."""
    return ((" ", _FIRST),) * cells


@lru_cache(maxsize=1024)
def _pen(style: Style, colours: ColorSystem | None, italic: bool) -> Pen:
    """Give the pen of a style."""
    attributes = tuple(
        code
        for name, (code, _) in _CODES.items()
        if getattr(style, name) and (italic or name != "italic")
    )
    if colours is None:
        return Pen(attributes)
    text, ground = style.color, style.bgcolor
    return Pen(attributes, _codes(text, colours, True), _codes(ground, colours, False))


def _codes(colour: Color | None, colours: ColorSystem, foreground: bool) -> str:
    """Give the codes of a colour; none for the terminal's own."""
    if colour is None or colour.is_default:
        return ""
    return ";".join(colour.downgrade(colours).get_ansi_codes(foreground))


@lru_cache(maxsize=4096)
def _cells(text: str, pen: Pen) -> tuple[Cell, ...]:
    """Give the cells of a text; blanks whose ground alone is seen have a pen of that alone."""
    blank = pen if pen.is_seen_on_blanks else Pen(ground=pen.ground)
    plain = text.isascii() and text.isprintable()
    characters = text if plain else _characters(text)
    return tuple((c, blank if c == " " else pen) for c in characters)


def _characters(text: str) -> Iterator[str]:
    """Give what stands in each cell.

    A character that drives a terminal or hides would have been replaced where the text came
    from; here is the last place where one can be held back, whatever widget drew it.
    """
    for begin, end, cells in split_graphemes(text)[0]:
        seen = "".join(c for c in text[begin:end] if not is_hidden(c))
        if seen and cells:
            yield from (seen, *[""] * (cells - 1))
        else:
            yield from " " * cells


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
    if not all(len(text) == 1 for cells in (before, row) for text, _ in cells):
        return [(0, len(row))]
    runs: list[tuple[int, int]] = []
    for x, (old, new) in enumerate(zip(before, row, strict=True)):
        if old != new:
            is_near = runs and x - runs[-1][1] <= _SHORT_GAP
            runs.append((runs.pop()[0] if is_near else x, x + 1))
    return runs


def _written(cells: Iterable[Cell], pen: Pen) -> tuple[str, Pen]:
    """Give the sequence that writes cells, and the pen after it."""
    parts = []
    for text, own in cells:
        wanted = pen.for_blanks_of(own) if text == " " else own
        if wanted != pen:
            parts.append(pen.change_to(wanted))
            pen = wanted
        parts.append(text)
    return "".join(parts), pen
