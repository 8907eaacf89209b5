"""One row of a pane as plain values: parts of text, each with the look it is drawn in."""

import textwrap
from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from rich.cells import cell_len, set_cell_size

CUT = "…"


class Part(NamedTuple):
    """Text of one look."""

    text: str
    look: str = ""
    """A Textual style such as `bold $blocked`; empty for plain text."""


Line: TypeAlias = tuple[Part, ...]
"""One row, left to right."""


def width(line: Iterable[Part]) -> int:
    """Cells that a row takes."""
    return sum(cell_len(part.text) for part in line)


def plain(line: Iterable[Part]) -> str:
    """A row's text alone."""
    return "".join(part.text for part in line)


def cut(text: str, cells: int) -> str:
    """Shorten a text to so many cells; what is lost shows as an ellipsis."""
    if cell_len(text) <= cells:
        return text
    return set_cell_size(text, cells - 1).rstrip() + CUT if cells > 0 else ""


def wrapped(text: str, cells: int) -> list[str]:
    """Break a text into rows of so many cells at its spaces; never into none."""
    return textwrap.wrap(text, max(1, cells)) or [""]


def cut_middle(text: str, cells: int) -> str:
    """Shorten a text in its middle, so that a file name keeps its ending."""
    if cell_len(text) <= cells:
        return text
    tail = text[len(text) - (cells - 1) // 2 :]
    while cell_len(tail) > (cells - 1) // 2:
        tail = tail[1:]
    return set_cell_size(text, cells - 1 - cell_len(tail)).rstrip() + CUT + tail


def fit(line: Line, cells: int) -> Line:
    """Shorten a row to so many cells."""
    left = cells
    kept: list[Part] = []
    for part in line:
        size = cell_len(part.text)
        if size > left:
            kept.append(Part(cut(part.text, left), part.look))
            break
        kept.append(part)
        left -= size
    return tuple(kept)


def cell(text: str, cells: int, look: str = "", *, right: bool = False) -> Part:
    """Make a column of a table: so many cells, filled with spaces."""
    text = cut(text, cells)
    space = " " * (cells - cell_len(text))
    return Part(space + text if right else text + space, look)


def spread(left: Line, right: Line, cells: int, gap: int = 2) -> Line:
    """Put two rows on the two ends of one; the left one gives way."""
    room = cells - width(right) - gap
    if room < 0:
        return fit(left, cells)
    left = fit(left, room) if right else fit(left, cells)
    return (*left, Part(" " * (cells - width(left) - width(right))), *right)


def joined(groups: Iterable[Line], gap: int) -> Line:
    """Put rows one after another with so many spaces between them."""
    parts: list[Part] = []
    for group in groups:
        if group:
            parts += [Part(" " * gap), *group] if parts else group
    return tuple(parts)


def joined_to_fit(lines: Iterable[Line], blanks: int, cells: int) -> Line:
    """Join as many as there is room for, the first ones; the last one always stays."""
    *kept, last = lines
    while kept and width(joined((*kept, last), blanks)) > cells:
        kept.pop()
    return joined((*kept, last), blanks)
