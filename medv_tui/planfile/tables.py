"""The tables that a plan can have: which model stands at a path, and what a problem costs."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, get_args

from medv_tui.findings import Path
from medv_tui.plan.base import Table
from medv_tui.plan.plan import Plan

_WHOLE_ITEMS = frozenset({"hosts", "inventories", "attestations", "applications"})
"""Lists whose items count as a whole or not at all; a workspace keeps what is healthy in it."""


class Owner(NamedTuple):
    """The table or list item that a problem takes out of the plan."""

    path: Path
    item: bool
    """Whether it is an item of a list that goes as a whole."""


class Nested(NamedTuple):
    """A key that holds a table, or a list of them."""

    model: type[Table]
    many: bool


@cache
def nested(model: type[Table], key: str) -> Nested | None:
    """Give the model of the table or tables under a key; None for a plain value."""
    field = model.model_fields.get(key)
    if field is None:
        return None
    found = next(_tables_in(field.annotation), None)
    return Nested(found, field.annotation is not found) if found else None


def _tables_in(annotation: Any) -> Iterator[type[Table]]:
    if isinstance(annotation, type) and issubclass(annotation, Table):
        yield annotation
    for argument in get_args(annotation):
        yield from _tables_in(argument)


def table_keys(model: type[Table]) -> tuple[str, ...]:
    """Names of the keys that hold one table or a list of tables."""
    return tuple(key for key in model.model_fields if nested(model, key))


@cache
def header_names() -> dict[str, bool]:
    """Give the name in every header that a plan can have, and whether it has two brackets."""
    return dict(_headers(Plan, ""))


def _headers(model: type[Table], above: str) -> Iterator[tuple[str, bool]]:
    for key in table_keys(model):
        below = nested(model, key)
        if below is not None:
            yield f"{above}{key}", below.many
            yield from _headers(below.model, f"{above}{key}.")


def model_at(path: Path) -> type[Table] | None:
    """Give the model of the table at a path; None where no table of a plan can stand."""
    model: type[Table] = Plan
    for part in path:
        if isinstance(part, int):
            continue
        below = nested(model, part)
        if below is None:
            return None
        model = below.model
    return model


def owner(path: Path) -> Owner:
    """Find what a problem at a path takes out: a list item as a whole, else the deepest table."""
    model: type[Table] = Plan
    position = 0
    while position < len(path):
        key = path[position]
        below = nested(model, key) if isinstance(key, str) else None
        if below is None:
            break
        position += 1
        model = below.model
        if not below.many:
            continue
        if position == len(path):
            break
        position += 1
        if key in _WHOLE_ITEMS:
            return Owner(path[:position], item=True)
    return Owner(path[:position], item=False)
