"""Where everything in a text stands, in so few numbers that another process can say it.

A plan of a hundred thousand computers has a million statements. Of each only its ends are
kept, and it is read again when somebody asks for it.
"""

from array import array
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from medv_tui.findings import Path
from medv_tui.planfile.nesting import Inner, Key, nested
from medv_tui.planfile.positions import Place, PlaceIndex
from medv_tui.planfile.scan import Kind, Statement

LONG_LIST = 10_000
"""From so many characters on, the items of a list are looked up one by one."""


class LongList(NamedTuple):
    """A statement whose value is a long list."""

    statement: Statement
    """With nothing inside."""
    starts: Sequence[int]
    """Where each item of the list begins."""
    ends: Sequence[int]

    def with_item(self, number: int, item: str) -> Statement:
        """Give the statement with this item of its list alone, of which this is the text."""
        start = self.starts[number]
        found = nested(item, 0)[1] if item[:1] in ("[", "{") else ()
        inside = [_moved_inner(each, start)._replace(path=(number, *each.path)) for each in found]
        whole = Inner((number,), (), start, self.ends[number])
        return self.statement._replace(inner=(*inside, whole))


class Sections(NamedTuple):
    """What stands below each header of a text, and above the first one."""

    starts: Sequence[int]
    """Where each statement begins."""
    ends: Sequence[int]
    headers: Sequence[int]
    """Which statements are headers."""
    tables: Sequence[Path]
    """The table that each header opens."""
    others: Mapping[Path, Place | int]
    """What else headers name: its place, or which header stands for it."""
    long_lists: Mapping[int, LongList]
    """Long lists by the number of their statement."""


def sections(text: str, found: Sequence[Statement]) -> Sections:
    """Say where everything in a text stands, of which these are the readable statements."""
    headers = [number for number, each in enumerate(found) if each.kind is not Kind.KEY]
    order = {found[number].start: order for order, number in enumerate(headers)}
    # Other keys name no table, so that they say nothing of what headers name.
    naming = (each for each in found if each.kind is not Kind.KEY or len(each.keys) > 1)
    index = PlaceIndex([each._replace(inner=()) if each.inner else each for each in naming])
    opening = zip(index.statements, index.tables, strict=True)
    tables = [table for each, table in opening if each.kind is not Kind.KEY]
    opened = frozenset(tables)
    others: dict[Path, Place | int] = {}
    for path, place in index.places.items():
        if path in opened:
            continue
        if isinstance(place, Place):
            if place.header:
                others[path] = place
        elif place.kind is not Kind.KEY:
            others[path] = order[place.start]
    return Sections(
        array("q", (each.start for each in found)),
        array("q", (each.end for each in found)),
        array("q", headers),
        tables,
        others,
        {n: _long_list(each) for n, each in enumerate(found) if _is_long_list(text, each)},
    )


def moved(statement: Statement, by: int) -> Statement:
    """Give a statement of a part of a text, which begins there, as one of the text."""
    return statement._replace(
        start=statement.start + by,
        end=statement.end + by,
        keys=_moved_keys(statement.keys, by),
        value_start=statement.value_start + by,
        value_end=statement.value_end + by,
        inner=tuple(_moved_inner(each, by) for each in statement.inner),
    )


def _moved_keys(keys: tuple[Key, ...], by: int) -> tuple[Key, ...]:
    return tuple(Key(key.text, key.start + by, key.end + by) for key in keys)


def _moved_inner(inner: Inner, by: int) -> Inner:
    keys = _moved_keys(inner.keys, by)
    return Inner(inner.path, keys, inner.start + by, inner.end + by)


def _is_long_list(text: str, statement: Statement) -> bool:
    size = statement.value_end - statement.value_start
    is_key = statement.kind is Kind.KEY
    return is_key and size >= LONG_LIST and text.startswith("[", statement.value_start)


def _long_list(statement: Statement) -> LongList:
    items = [each for each in statement.inner if len(each.path) == 1]
    starts = array("q", (each.start for each in items))
    return LongList(statement._replace(inner=()), starts, array("q", (each.end for each in items)))
