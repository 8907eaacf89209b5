"""A workspace under another name, together with everything that names it."""

from typing import Any

from medv_tui.findings import Path
from medv_tui.planfile.expectation import Data, same
from medv_tui.planfile.notation import scalar
from medv_tui.planfile.references import items, references
from medv_tui.planfile.replacement import EditRefusedError, Replacement, apply
from medv_tui.planfile.syntax import Reading, read
from medv_tui.planfile.values import toml


def places(data: Data, name: str) -> list[Path]:
    """List where a workspace's name stands: in its own table first, then wherever it is named."""
    own: list[Path] = [
        ("workspaces", number, "name")
        for number, table in enumerate(items(data, "workspaces"))
        if isinstance(table, dict) and _is(table.get("name"), name)
    ]
    return own + [path for path, called in references(data) if _is(called, name)]


def renamed(text: str, old: str, new: str) -> tuple[Replacement, ...]:
    """Give the replacements that call a workspace otherwise, in order.

    Names in statements that cannot be read stay as they are. Raises EditRefusedError for a name
    that is empty, that another workspace has, or that nothing has.
    """
    new = new.strip()
    if not new:
        raise EditRefusedError("A workspace needs a name of at least one character.")
    reading = read(text)
    if not _is(new, old) and places(reading.data, new):
        raise EditRefusedError(f"The name {toml(new)} is in use already: choose another one.")
    found = places(reading.data, old)
    if not found:
        raise EditRefusedError(f"Nothing in the plan is called {toml(old)}.")
    changes = tuple(sorted((_change(text, reading, path, new) for path in found), key=_start))
    wanted = reading.data
    for path in found:
        _set(wanted, path, new)
    if not same(read(apply(text, changes)).data, wanted):
        raise EditRefusedError(f"{toml(old)} cannot be renamed here without changing more.")
    return changes


def _is(one: object, name: str) -> bool:
    return isinstance(one, str) and one.casefold() == name.casefold()


def _start(change: Replacement) -> int:
    return change.start


def _change(text: str, reading: Reading, path: Path, new: str) -> Replacement:
    """Put the new name in place of one value, in the quotes that it has."""
    where = reading.spans.value(path)
    if where is None:
        raise EditRefusedError("The place of a name in the text is not known.")
    start = reading.spans.offset(where.line, where.column)
    end = reading.spans.offset(where.end_line, where.end_column)
    return Replacement(start, end, scalar(new, text[start:end]))


def _set(data: Any, path: Path, value: str) -> None:
    """Write a value into data in place of another."""
    for part in path[:-1]:
        data = data[part]
    data[path[-1]] = value
