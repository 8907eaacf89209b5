"""Fitting text into so many columns of a terminal."""

import re
import unicodedata
from collections.abc import Iterator

_COLOUR = re.compile("\x1b\\[[0-9;]*m")
_WIDE = frozenset({"W", "F"})
_MARKS = frozenset({"Mn", "Me"})
_LEAST_ROOM = 8
"""Columns that stay for text whatever the indent takes."""


def cells(text: str) -> int:
    """Give the columns that a text takes; its colour takes none."""
    plain = _COLOUR.sub("", text)
    return len(plain) if plain.isascii() else sum(map(_cells, plain))


def wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """Break a text between words into lines of at most `width` columns.

    `first` and `rest` stand before the first and every other line. A word is cut only if no
    line could hold it.
    """
    lines: list[str] = []
    line, used = first, cells(first)
    is_empty = True
    room = max(_LEAST_ROOM, width - max(cells(first), cells(rest)))
    for word in _pieces(text, room):
        if not is_empty and used + 1 + cells(word) > width:
            lines.append(line.rstrip())
            line, used, is_empty = rest, cells(rest), True
        if is_empty and not word:
            continue
        gap = "" if is_empty else " "
        line += gap + word
        used += len(gap) + cells(word)
        is_empty = False
    return [*lines, line.rstrip()]


def fitted(text: str, width: int) -> str:
    """Give a text that fills exactly so many columns, with an ellipsis where it was cut."""
    if cells(text) > width:
        text = next(_cut(text, width - 1)) + "…"
    return text + " " * (width - cells(text))


def _cells(character: str) -> int:
    """Give the columns that one character takes."""
    if unicodedata.category(character) in _MARKS:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


def _pieces(text: str, room: int) -> Iterator[str]:
    """Give the words of a text, those that are longer than the room in parts."""
    for word in text.split(" "):
        if cells(word) <= room:
            yield word
        else:
            yield from _cut(word, room)


def _cut(word: str, room: int) -> Iterator[str]:
    """Cut a text into parts of at most so many columns."""
    part, used = "", 0
    for character in word:
        taken = _cells(character)
        if part and used + taken > room:
            yield part
            part, used = "", 0
        part, used = part + character, used + taken
    yield part
