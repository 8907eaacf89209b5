"""A key, or a table that headers name, under another name."""

from typing import Any

from medv_tui.findings import Path
from medv_tui.planfile.expectation import Data, at, same, with_value
from medv_tui.planfile.layout import Layout
from medv_tui.planfile.notation import key, shown
from medv_tui.planfile.replacement import EditRefusedError, Replacement


def call_key(layout: Layout, path: Path, name: str) -> list[Replacement]:
    """Write another name for a key, in its one statement or in every header that names it."""
    if layout.value(path) is not None:
        found = [layout.key(path)]
    else:
        part = sum(isinstance(each, str) for each in path) - 1
        headers = [layout.blocks[number].header for number in layout.below(path)]
        # Of a list of tables, a path without a number stands above those of all its tables.
        found = [(h.keys[part].start, h.keys[part].end) for h in headers if h is not None]
    places = [place for place in found if place is not None]
    if not places:
        raise EditRefusedError(f"{shown(path)} is not there, so it cannot be called otherwise.")
    return [Replacement(start, end, key(name)) for start, end in places]


def says_the_same(old: Data, new: Data, path: Path, name: str) -> bool:
    """Whether new data are the old ones with that key under another name.

    Tables that come to others of that name may stand anywhere among them.
    """
    table = at(old, path[:-1])
    value = at(old, path)
    if not isinstance(table, dict) or value is None:
        return False
    held = table.get(name)
    kept = {each: value for each, value in table.items() if each != path[-1]}
    if held is None:
        wanted = {**kept, name: value}
    else:
        merged = at(new, (*path[:-1], name))
        if not _is_merged(held, value, merged):
            return False
        wanted = {**kept, name: merged}
    return same(new, with_value(old, path[:-1], wanted) if len(path) > 1 else wanted)


def _is_merged(one: Any, other: Any, merged: Any) -> bool:
    """Whether a list holds what two lists hold, each in its order."""
    if not (isinstance(one, list) and isinstance(other, list) and isinstance(merged, list)):
        return False
    first = second = 0
    for item in merged:
        if first < len(one) and same(item, one[first]):
            first += 1
        elif second < len(other) and same(item, other[second]):
            second += 1
        else:
            return False
    return (first, second) == (len(one), len(other))
