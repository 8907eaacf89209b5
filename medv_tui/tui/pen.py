"""What a terminal writes with, and what stands in each of its cells."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from rich.cells import split_graphemes
from rich.color import Color, ColorSystem
from rich.style import Style

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
        return _change(self, pen)

    def for_blanks_of(self, pen: "Pen") -> "Pen":
        """Give the pen nearest to this one whose blanks look like those of another one."""
        if pen.is_seen_on_blanks:
            return pen
        return Pen(() if self.is_seen_on_blanks else self.attributes, self.text, pen.ground)


FIRST = Pen()

Cell = tuple[str, Pen]
"""A character with its marks, empty where the one before is wide, and its pen."""


@lru_cache(maxsize=1024)
def _change(old: Pen, new: Pen) -> str:
    """Give the sequence that turns a pen into another one."""
    if new == old:
        return ""
    if new == FIRST:
        return "\x1b[m"
    codes = sorted({_ENDS[code] for code in old.attributes if code not in new.attributes})
    still = [code for code in old.attributes if _ENDS[code] not in codes]
    codes += [code for code in new.attributes if code not in still]
    if new.text != old.text:
        codes.append(new.text or "39")
    if new.ground != old.ground:
        codes.append(new.ground or "49")
    return f"\x1b[{';'.join(codes)}m"


@lru_cache(maxsize=1024)
def pen_of(style: Style, colours: ColorSystem | None, italic: bool) -> Pen:
    """Give the pen of a style, in colours that the terminal has; None sends none at all."""
    attributes = tuple(
        code
        for name, (code, _) in _CODES.items()
        if getattr(style, name) and (italic or name != "italic")
    )
    if colours is None:
        return Pen(attributes)
    text, ground = style.color, style.bgcolor
    return Pen(attributes, _codes(text, colours, True), _codes(ground, colours, False))


@lru_cache(maxsize=4096)
def cells(text: str, pen: Pen) -> tuple[Cell, ...]:
    """Give the cells of a text; blanks whose ground alone is seen have a pen of that alone."""
    blank = pen if pen.is_seen_on_blanks else Pen(ground=pen.ground)
    plain = text.isascii() and text.isprintable()
    characters = text if plain else _characters(text)
    return tuple((c, blank if c == " " else pen) for c in characters)


def written(cells: Iterable[Cell], pen: Pen) -> tuple[str, Pen]:
    """Give the sequence that writes cells, and the pen after it."""
    parts: list[str] = []
    blank: Pen | None = None  # Of blanks that the pen writes as it is.
    for text, own in cells:
        if text == " ":
            if own is not blank:
                wanted, blank = pen.for_blanks_of(own), own
                parts.append(pen.change_to(wanted))
                pen = wanted
        elif own is not pen:
            if own != pen:
                blank = None
                parts.append(pen.change_to(own))
            pen = own
        parts.append(text)
    return "".join(parts), pen


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


def _codes(colour: Color | None, colours: ColorSystem, foreground: bool) -> str:
    """Give the codes of a colour; none for the terminal's own."""
    if colour is None or colour.is_default:
        return ""
    return ";".join(colour.downgrade(colours).get_ansi_codes(foreground))
