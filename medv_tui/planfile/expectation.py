"""What a plan's data must be after an edit, to compare with what the new text says."""

from collections.abc import Iterable, Mapping, Sequence
from math import isnan
from typing import Any, TypeAlias

from medv_tui.findings import Path, Value
from medv_tui.planfile.notation import shown
from medv_tui.planfile.replacement import EditRefusedError

Data: TypeAlias = dict[str, Any]


def at(data: Any, path: Path) -> Any:
    """Give what stands at a path; None where nothing does."""
    for part in path:
        if isinstance(data, dict):
            data = data.get(str(part))
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return data


def with_value(data: Data, path: Path, value: object) -> Data:
    """Copy data with one value set; tables on the way are made.

    Raises EditRefusedError where the path leads through something that is no table.
    """
    return dict(_with(data, path, value, path))


def with_values(data: Data, values: Iterable[tuple[Path, object]]) -> Data:
    """Copy data with many values set, whose tables are there; what they leave alone is shared.

    Raises EditRefusedError where a table is not there.
    """
    new = dict(data)
    own: dict[int, Any] = {id(new): new}
    for path, value in values:
        node: Any = new
        for part in path[:-1]:
            below = at(node, (part,))
            if not isinstance(below, dict | list):
                raise EditRefusedError(f"{shown(path)} has no table to stand in.")
            if id(below) not in own:
                node[part] = below = below.copy()
                own[id(below)] = below
            node = below
        node[path[-1]] = value
    return new


def with_table(data: Data, path: Path, index: int, table: Mapping[str, Any]) -> Data:
    """Copy data with a table put into a list, which is made if there is none."""
    held = at(data, path)
    items = held if isinstance(held, list) else []
    return with_value(data, path, [*items[:index], dict(table), *items[index:]])


def without(data: Data, path: Path) -> list[Data]:
    """Copy data without what stands at a path.

    Several results are right: a table or list that loses its last content may stay as an empty
    one, or be gone as well if nothing else in the text names it.
    """
    if at(data, path) is None:
        return [data]
    results = [dict(_without(data, path))]
    while len(path) > 1 and at(results[-1], path[:-1]) in ({}, []):
        path = path[:-1]
        results.append(dict(_without(results[-1], path)))
    return results


def plain(value: Value) -> object:
    """Give a value as the TOML parser would."""
    return list(value) if isinstance(value, tuple) else value


def same(one: Any, other: Any) -> bool:
    """Compare data; 1, 1.0 and true differ, and what is not a number equals itself."""
    pending: list[tuple[Any, Any]] = [(one, other)]
    while pending:
        left, right = pending.pop()
        if left is right:
            continue
        if type(left) is not type(right) or not _alike(left, right, pending):
            return False
    return True


def _alike(left: Any, right: Any, pending: list[tuple[Any, Any]]) -> bool:
    """Compare two values of one type; what they contain is left for later."""
    if isinstance(left, dict):
        if left.keys() != right.keys():
            return False
        pending.extend((value, right[key]) for key, value in left.items())
        return True
    if isinstance(left, list):
        pending.extend(zip(left, right, strict=False))
        return len(left) == len(right)
    return left == right or (isinstance(left, float) and isnan(left) and isnan(right))


def _with(node: Any, path: Path, value: object, whole: Path) -> Any:
    if not path:
        return value
    part, rest = path[0], path[1:]
    if isinstance(node, dict) and isinstance(part, str):
        return {**node, part: _with(node.get(part, {}), rest, value, whole)}
    if isinstance(node, list) and isinstance(part, int) and part < len(node):
        return [*node[:part], _with(node[part], rest, value, whole), *node[part + 1 :]]
    raise EditRefusedError(f"{shown(whole)} cannot be set: there is no table for it.")


def _without(node: Any, path: Path) -> Any:
    part, rest = path[0], path[1:]
    if isinstance(node, list):
        index = int(part)
        inner = [_without(node[index], rest)] if rest else []
        return [*node[:index], *inner, *node[index + 1 :]]
    kept: Sequence[tuple[str, Any]] = [(k, v) for k, v in node.items() if k != part or rest]
    return {k: _without(v, rest) if k == part else v for k, v in kept}
