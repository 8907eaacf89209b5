"""One line of the editor as it is drawn: its parts with their looks, tabs widened."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len

from medv_tui.reports.clean import clean, is_hidden, with_few_marks
from medv_tui.tui.lexer import Kind, Token
from medv_tui.tui.line import Line, Part
from medv_tui.tui.present import BLOCKED, BOLD, MUTED, Mark

LOOKS = {
    Kind.KEY: "",
    Kind.HEAD: BOLD,
    Kind.EQUALS: MUTED,
    Kind.VALUE: "$value",
    Kind.COMMENT: f"italic {MUTED}",
}
WRONG = f"underline {BLOCKED}"
SELECTED = "on $rule"
FOUND = "bold underline"
CURSOR = "$background on $value"

MARK_CELLS = 2
"""Columns left of the line numbers: a symbol and a blank."""
TAB_CELLS = 2


class Stretch(NamedTuple):
    """Columns of a line, from 0, the end exclusive."""

    start: int
    end: int


class Shown(NamedTuple):
    """What stands on a line besides its text."""

    wrong: Sequence[Stretch] = ()
    """What a problem stands on."""
    selected: Stretch | None = None
    cursor: int | None = None
    """The cursor's column; one past the last character is the end of the line."""
    found: Sequence[Stretch] = ()
    """What is looked for."""


def code(text: str, tokens: Sequence[Token], shown: Shown, tab_width: int) -> Line:
    """Draw a line's text, with one cell behind it in which the cursor can rest."""
    ends = {0, len(text), len(text) + 1}
    for token in tokens:
        ends.update((token.start, token.end))
    for stretch in (*shown.wrong, *shown.found, *((shown.selected,) if shown.selected else ())):
        ends.update(stretch)
    if shown.cursor is not None:
        ends.update((shown.cursor, shown.cursor + 1))
    columns = sorted(end for end in ends if 0 <= end <= len(text) + 1)
    parts: list[Part] = []
    cells = 0
    for start, end in pairwise(columns):
        piece = without_tabs(text[start:end] or " ", cells, tab_width)
        parts.append(Part(piece, _look(start, tokens, shown)))
        cells += cell_len(piece)
    return tuple(parts)


def gutter(number: int, digits: int, mark: Mark | None, *, here: bool) -> Line:
    """Draw what stands left of a line: its mark, its number, and two blanks."""
    row_number = Part(f"{number:>{digits}}  ", BOLD if here else MUTED)
    if mark is None:
        return (Part(" " * MARK_CELLS), row_number)
    return (mark.part, Part(" " * (MARK_CELLS - 1)), row_number)


def visible(line: str) -> str:
    """Give a line with a stand-in for each control or invisible character, one for one.

    Tabs stay, because the editor widens them itself.
    """
    if line.isprintable() and line.isascii():
        return line
    seen = (c if c == "\t" or not is_hidden(c) else clean(c) for c in line)
    return with_few_marks("".join(seen))


def without_tabs(text: str, cells: int, tab_width: int) -> str:
    """Turn tabs into blanks up to the next stop, for a text that begins in some cell of a line."""
    if "\t" not in text:
        return text
    wide = ""
    *pieces, last = text.split("\t")
    for piece in pieces:
        wide += piece
        wide += " " * (tab_width - (cells + cell_len(wide)) % tab_width)
    return wide + last


def column_at(text: str, cell: int, tab_width: int) -> int:
    """Give the column of the character that is drawn in a cell; past the last one, the end."""
    end = 0
    for column, char in enumerate(text):
        end += tab_width - end % tab_width if char == "\t" else cell_len(char)
        if end > cell:
            return column
    return len(text)


def _look(column: int, tokens: Sequence[Token], shown: Shown) -> str:
    """Give the look of the character in a column; the cursor's hides all others."""
    if column == shown.cursor:
        return CURSOR
    looks = [LOOKS[token.kind] for token in tokens if token.start <= column < token.end]
    if any(start <= column < end for start, end in shown.wrong):
        looks = [WRONG]
    if any(start <= column < end for start, end in shown.found):
        looks.append(FOUND)
    if shown.selected is not None and shown.selected.start <= column < shown.selected.end:
        looks.append(SELECTED)
    return " ".join(look for look in looks if look)
