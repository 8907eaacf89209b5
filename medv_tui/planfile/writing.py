"""Values written into a text: in place of an old one, as a new key, or as an item of a list."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from medv_tui.findings import Path, Scalar, Value
from medv_tui.planfile.brackets import Items, like_items, list_with, table_with
from medv_tui.planfile.expectation import at
from medv_tui.planfile.layout import Block, Layout
from medv_tui.planfile.lines import content_end, line_start, newline_near
from medv_tui.planfile.new_tables import new_table, separated
from medv_tui.planfile.notation import assignment, dotted, one_line, pairs, scalar, shown
from medv_tui.planfile.replacement import EditRefusedError, Replacement, difference
from medv_tui.planfile.scan import Kind, Statement
from medv_tui.planfile.style import Style, style_of
from medv_tui.planfile.syntax import Reading

_SIGN = re.compile(r"[ \t]*=[ \t]*")
_BEFORE_COMMENT = re.compile(r"[ \t]+(?=#)")


class Home(NamedTuple):
    """Where the keys of a table are written."""

    table: Path
    """The table with a header or in braces that holds them; () for the root."""
    prefix: Path
    """The dotted keys between that table and the one that was asked for."""


def set_value(layout: Layout, path: Path, value: Value) -> list[Replacement]:
    """Write a value over the one that is there, or as a new key of its table."""
    if is_broken(layout.reading, path) and layout.key(path) is not None:
        return [_mended(layout, path, value)]
    if layout.value(path) is None or layout.is_dotted(path):
        return [_new_key(layout, path, value)]
    return _in_place(layout, path, value)


def is_broken(reading: Reading, path: Path) -> bool:
    """Whether a key is there, but only in a statement that cannot be read."""
    return path in reading.broken and at(reading.data, path) is None


def add_item(layout: Layout, path: Path, value: Scalar) -> list[Replacement]:
    """Append a value to a list; a list that is absent is made."""
    if layout.value(path) is None:
        return [_new_key(layout, path, (value,))]
    if layout.bracket(path) != "[":
        raise EditRefusedError(f"{shown(path)} is not a list, so nothing can be added to it.")
    start = _start(layout, path)
    return _list_changed(layout, path, [scalar(value, like_items(layout.text, start))])


def add_inline_table(
    layout: Layout, path: Path, values: Sequence[tuple[str, Value]]
) -> list[Replacement]:
    """Append a table to a list of tables that stands in brackets."""
    return _list_changed(layout, path, [pairs(values)])


def list_changed(layout: Layout, path: Path, items: Items) -> list[Replacement]:
    """Write the list at a path, which is in brackets, with these items."""
    start, end = layout.value(path) or (0, 0)
    statement = layout.statement(start)
    written = list_with(layout.text, start, items, may_break=statement.value_start == start)
    old = layout.text[start:end]
    if old == written:
        return []
    change = difference(old, written)
    return [
        Replacement(start + change.start, start + change.end, change.new),
        *_comment_kept(layout, statement, old, written),
    ]


def _list_changed(layout: Layout, path: Path, added: Sequence[str]) -> list[Replacement]:
    """Append items to a list in brackets."""
    return list_changed(layout, path, [*range(list_length(layout, path)), *added])


def list_length(layout: Layout, path: Path) -> int:
    """Count the items of a list; 0 where there is none."""
    return len(_held(layout, path))


def _held(layout: Layout, path: Path) -> Sequence[object]:
    """Give the values of a list."""
    held = at(layout.reading.data, path)
    return held if isinstance(held, list) else ()


def _start(layout: Layout, path: Path) -> int:
    place = layout.value(path)
    return place[0] if place else 0


def _mended(layout: Layout, path: Path, value: Value) -> Replacement:
    """Write a value where a statement cannot be read, up to its comment."""
    start = (layout.key(path) or (0, 0))[1]
    end = (layout.value(path) or (0, start))[1]
    sign = _SIGN.match(layout.text, start)
    written = sign[0] if sign else " = "
    if written.startswith(" ") and not written.endswith(" "):
        written += " "
    return Replacement(start, max(start, end), written + one_line(value))


def _in_place(layout: Layout, path: Path, value: Value) -> list[Replacement]:
    start, end = layout.value(path) or (0, 0)
    old = layout.text[start:end]
    if layout.bracket(path) == "{":
        raise EditRefusedError(f"{shown(path)} is a table and cannot be given one value.")
    if layout.bracket(path) == "[" and isinstance(value, tuple):
        return list_changed(layout, path, _reused(layout, path, value))
    written = one_line(value, old)
    if written == old:
        return []
    statement = layout.statement(start)
    return [
        Replacement(start, end, written),
        *_comment_kept(layout, statement, old, written),
    ]


def _reused(layout: Layout, path: Path, value: Sequence[Scalar]) -> Items:
    """Take the items that a list has already from its text, each with what stands beside it."""
    held: list[object | None] = list(_held(layout, path))
    like = like_items(layout.text, _start(layout, path))
    items: list[int | str] = []
    for wanted in value:
        number = next(
            (n for n, had in enumerate(held) if type(had) is type(wanted) and had == wanted), None
        )
        if number is None:
            items.append(scalar(wanted, like))
        else:
            items.append(number)
            held[number] = None
    return items


def _comment_kept(
    layout: Layout, statement: Statement, old: str, written: str
) -> list[Replacement]:
    """Keep the comment behind a statement in the column that it shares with others."""
    text = layout.text
    longer = len(written) - len(old)
    gap = _BEFORE_COMMENT.match(text, statement.value_end)
    stacked = "\n" in text[statement.value_start : statement.value_end] + written
    if not longer or not gap or stacked:
        return []
    column = gap.end() - line_start(text, gap.end())
    beside = (
        other
        for other in layout.block_of(statement).statements
        if other.start != statement.start and _comment_column(text, other) == column
    )
    if next(beside, None) is None:
        return []
    width = gap.end() - gap.start()
    if longer < 0:
        return [Replacement(gap.end(), gap.end(), " " * -longer)]
    return [Replacement(gap.start(), gap.start() + min(longer, width - 2), "")] if width > 2 else []


def _comment_column(text: str, statement: Statement) -> int | None:
    gap = _BEFORE_COMMENT.match(text, statement.value_end)
    return gap.end() - line_start(text, gap.end()) if gap else None


def _new_key(layout: Layout, path: Path, value: Value) -> Replacement:
    """Write a key that is not there, in its table or with a new one."""
    if not path or isinstance(path[-1], int):
        raise EditRefusedError(f"There is no {shown(path) or 'such key'}.")
    if layout.below(path) or layout.is_dotted(path):
        raise EditRefusedError(f"{shown(path)} is a table and cannot be given one value.")
    home = _home(layout, path[:-1])
    if home is None:
        return new_table(layout, path[:-1], ((path[-1], value),))
    if layout.bracket(home.table) == "{":
        return _into_braces(layout, home, path, value)
    return _below_last(layout, home, path, value)


def _home(layout: Layout, table: Path) -> Home | None:
    """Find where a table's keys are written; None where it needs a header first."""
    if layout.number(table) is not None or layout.bracket(table) == "{":
        return Home(table, ())
    if layout.value(table) is not None and not layout.is_dotted(table):
        raise EditRefusedError(f"{shown(table)} is a value, so it cannot hold keys.")
    if layout.below(table) or not table:
        return None
    above = _home(layout, table[:-1])
    if above and (layout.is_dotted(table) or above.prefix or layout.bracket(above.table)):
        return Home(above.table, (*above.prefix, table[-1]))
    return None


def _into_braces(layout: Layout, home: Home, path: Path, value: Value) -> Replacement:
    """Add a pair to an inline table."""
    name = dotted(path[len(home.table) :])
    start, end, new = table_with(layout.text, _start(layout, home.table), name, value)
    return Replacement(start, end, new)


def _below_last(layout: Layout, home: Home, path: Path, value: Value) -> Replacement:
    """Put a key below the last one of its table, or of the dotted keys that it belongs to."""
    text = layout.text
    block = layout.blocks[layout.number(home.table) or 0]
    name = dotted(path[len(home.table) :])
    below = _last_of(block, home.prefix)
    if below is None:
        return _first_of_root(layout, name, value)
    end = content_end(text, below.end)
    newline = newline_near(text, end)
    style = style_of(text, block)
    return Replacement(end, end, newline + assignment(style.start(name), value, newline))


def _last_of(block: Block, prefix: Path) -> Statement | None:
    """Give the last statement that shares most of a prefix, else the last one or the header.

    A broken one is passed over: it might take in what follows.
    """
    whole = [statement for statement in block.statements if statement.kind is not Kind.BROKEN]
    for width in range(len(prefix), 0, -1):
        for statement in reversed(whole):
            if tuple(part.text for part in statement.keys[:width]) == prefix[:width]:
                return statement
    return whole[-1] if whole else block.header


def _first_of_root(layout: Layout, name: str, value: Value) -> Replacement:
    """Put a key above all tables, below the comments that the file begins with."""
    text = layout.text
    newline = newline_near(text, 0)
    line = assignment(Style("", None).start(name), value, newline)
    if len(layout.blocks) > 1:
        above = layout.head(1)
        return Replacement(above, above, f"{line}{newline}{newline}")
    return Replacement(len(text), len(text), f"{separated(text, newline)}{line}{newline}")
