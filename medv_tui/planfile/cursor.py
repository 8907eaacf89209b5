"""What stands at a place of the text that is being typed: a key, a value or a header.

Only the lines of the table around it are read, and they need not be correct.
"""

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from medv_tui.planfile.layout import Block
from medv_tui.planfile.open_value import OpenValue, Slot, open_value
from medv_tui.planfile.scan import Statement, statements
from medv_tui.planfile.style import Style, style_of

MOST_LINES = 600
"""So far, up and down, the table's header and its other keys are looked for."""

_HEADER = re.compile(r"[ \t]*(\[\[?)[ \t]*([A-Za-z_][\w.\-]*|(?=\r?$))")
_HEADER_TYPED = re.compile(r"([ \t]*)(\[\[?)[ \t]*([\w.\-]*)$")
_HEADER_REST = re.compile(r"[\w.\-]*[ \t]*\]{0,2}")
_KEY_TYPED = re.compile(r"[ \t]*((?:[\w\-]+\.)*)([\w\-]*)$")
_KEY_REST = re.compile(r"[\w\-]*")
_SIGN = re.compile(r"[ \t]*=")
_LATER_KEY = re.compile(r"[ \t]*([\w\-]+(?:\.[\w\-]+)*)[ \t]*=")
_PLAIN_STYLE = Style("", None)


class Role(Enum):
    """What a person types here."""

    HEADER = auto()
    KEY = auto()
    VALUE = auto()
    NOTHING = auto()
    """A comment, the end of a finished value, or what no plan knows."""


class AtCursor(NamedTuple):
    """One place in a text with all that decides what can be written there."""

    role: Role
    table: tuple[str, ...] = ()
    """Names of the table around it, of inline tables and dotted keys too; empty for the root.

    Of a header, the table above it.
    """
    key: str = ""
    """Of a value, the last part of its key."""
    typed: str = ""
    """What stands before the cursor of the word in question, quotes left out."""
    start: int = 0
    """Column from 0 at which that word begins, its quote or brackets included."""
    end: int = 0
    """Column after the last character that something else would stand in place of."""
    quote: str = ""
    """The quote that a value was begun with."""
    taken: frozenset[str] = frozenset()
    """Dotted places that have a value here already; of a list, the texts that are in it."""
    in_list: bool = False
    in_braces: bool = False
    """Whether it is in an inline table."""
    has_sign: bool = False
    """Of a key, whether its equals sign is there already."""
    style: Style = _PLAIN_STYLE
    """How the table's other keys are written."""


NOTHING = AtCursor(Role.NOTHING)


def at_cursor(lines: Sequence[str], row: int, column: int) -> AtCursor:
    """Say what stands at a row and column, both from 0."""
    line = lines[row][:column]
    if header := _HEADER_TYPED.match(line):
        return _header(header, lines, row, column)
    top = _header_row(lines, row)
    if top is None:
        return NOTHING
    first = 0 if top < 0 else top + 1
    text = "\n".join((*lines[first:row], line))
    table = () if top < 0 else _names(lines[top])
    here = len(text) - len(line)
    found = statements(text)
    last = found[-1] if found else None
    goes_on = last is not None and last.start < here <= last.end
    if last is not None and (goes_on or (last.start >= here and _has_sign(text, last))):
        return _value(text, last, table, lines[row], column)
    at = _key(lines[row], column, table)
    if at.role is Role.NOTHING:
        return at
    above = [statement for statement in found if statement.start < here]
    taken = frozenset(_taken(above, table)) | frozenset(_below(lines, row, table))
    return at._replace(taken=taken, style=style_of(text, Block(None, None, above)))


def _header(match: re.Match[str], lines: Sequence[str], row: int, column: int) -> AtCursor:
    """Describe a header that is being typed; its table is the one above it."""
    rest = _HEADER_REST.match(lines[row], column)
    end = rest.end() if rest else column
    above = _header_row(lines, row)
    at = AtCursor(Role.HEADER, typed=match[3], start=match.end(1), end=end, quote=match[2])
    if above is None or above < 0:
        return at
    text = "\n".join(lines[above + 1 : row])
    style = style_of(text, Block(None, None, statements(text)))
    return at._replace(table=_names(lines[above]), style=style)


def _header_row(lines: Sequence[str], row: int) -> int | None:
    """Find the header above a row; −1 where only the root is above, None where it is too far."""
    lowest = max(-1, row - 1 - MOST_LINES)
    for number in range(row - 1, lowest, -1):
        if _HEADER.match(lines[number]):
            return number
    return -1 if lowest == -1 else None


def _names(line: str) -> tuple[str, ...]:
    match = _HEADER.match(line)
    return tuple(part for part in match[2].split(".") if part) if match else ()


def _has_sign(text: str, statement: Statement) -> bool:
    """Whether a statement has a key and its equals sign."""
    return bool(statement.keys) and _SIGN.match(text, statement.keys[-1].end) is not None


def _key(line: str, column: int, table: tuple[str, ...]) -> AtCursor:
    """Describe a key that is being typed at the start of a line."""
    match = _KEY_TYPED.match(line[:column])
    if match is None:
        return NOTHING
    rest = _KEY_REST.match(line, column)
    end = rest.end() if rest else column
    above = tuple(part for part in match[1].split(".") if part)
    has_sign = _SIGN.match(line, end) is not None
    if not has_sign and line[end:].strip():
        return NOTHING
    return AtCursor(
        Role.KEY, (*table, *above), "", match[2], match.start(2), end, has_sign=has_sign
    )


def _value(
    text: str, statement: Statement, table: tuple[str, ...], line: str, column: int
) -> AtCursor:
    """Describe what is being typed after an equals sign."""
    if not statement.keys:
        return NOTHING
    sign = _SIGN.match(text, statement.keys[-1].end)
    if sign is None:
        return NOTHING
    names = (*table, *(key.text for key in statement.keys))
    value = open_value(text[sign.end() :])
    if value.slot is Slot.CLOSED:
        return NOTHING
    start = column - len(value.quote) - len(value.typed)
    if start < 0:
        return NOTHING
    end = _value_end(line, column, value)
    names = (*names, *value.keys)
    if value.slot is Slot.KEY:
        taken = frozenset(".".join((*names, name)) for name in value.taken)
        sign_follows = _SIGN.match(line, end) is not None
        return AtCursor(
            Role.KEY,
            names,
            "",
            value.typed,
            start,
            end,
            taken=taken,
            in_braces=True,
            has_sign=sign_follows,
        )
    return AtCursor(
        Role.VALUE,
        names[:-1],
        names[-1],
        value.typed,
        start,
        end,
        value.quote,
        frozenset(value.taken),
        value.in_list,
        bool(value.keys),
    )


def _value_end(line: str, column: int, value: OpenValue) -> int:
    """Give the column after the word, and after its closing quote if that is there."""
    if not value.quote:
        rest = _KEY_REST.match(line, column)
        return rest.end() if rest else column
    close = line.find(value.quote, column)
    between = line[column : close if close >= 0 else None]
    if close < 0 or "," in between or "=" in between:
        return column
    return close + len(value.quote)


def _taken(above: Sequence[Statement], table: tuple[str, ...]) -> Iterator[str]:
    """List the dotted places that statements give a value to."""
    for statement in above:
        if statement.keys:
            yield ".".join((*table, *(key.text for key in statement.keys)))


def _below(lines: Sequence[str], row: int, table: tuple[str, ...]) -> Iterator[str]:
    """List the dotted places that have a value below a line, up to the next header."""
    for number in range(row + 1, min(len(lines), row + 1 + MOST_LINES)):
        if _HEADER.match(lines[number]):
            return
        if key := _LATER_KEY.match(lines[number]):
            yield ".".join((*table, key[1]))


def tables_around(lines: Sequence[str], row: int) -> frozenset[str]:
    """List the dotted names of the tables that stand inside the same item of a list as a row.

    `workspaces.image`, where a row belongs to a workspace that has this table.
    """
    above = range(row - 1, max(-1, row - 1 - MOST_LINES), -1)
    below = range(row + 1, min(len(lines), row + 1 + MOST_LINES))
    return frozenset((*_inner_tables(lines, above), *_inner_tables(lines, below)))


def _inner_tables(lines: Sequence[str], rows: range) -> Iterator[str]:
    """List headers of single tables inside others, up to the next header that is in none."""
    for number in rows:
        match = _HEADER.match(lines[number])
        if match and "." not in match[2]:
            return
        if match and match[1] == "[":
            yield match[2].rstrip(".")
