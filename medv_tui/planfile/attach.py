"""A fleet from a file made part of a plan: as an inventory beside it, or written out in it."""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from medv_tui.findings import AddTable, Intent, Path, SetValue, Value
from medv_tui.plan.fleet import FACTS, InventoryRows
from medv_tui.plan.plan import Assign, Inventory
from medv_tui.planfile.edits import edited, with_tables
from medv_tui.planfile.expectation import at
from medv_tui.planfile.replacement import EditRefusedError
from medv_tui.planfile.syntax import read

MOST_WRITTEN_OUT = 1000
"""Computers that are copied into a plan at most: it is text that a person edits."""

_INVENTORIES: Path = ("inventories",)
_DECIMALS = 1000


def with_inventory(text: str, inventory: Inventory) -> str:
    """Give the plan with one more `[[inventories]]`.

    Raises EditRefusedError where the plan names that file already, or cannot be changed safely.
    """
    held = at(read(text).data, _INVENTORIES)
    tables = held if isinstance(held, list) else []
    if any(isinstance(table, dict) and table.get("file") == inventory.file for table in tables):
        raise EditRefusedError(
            f'The plan names "{inventory.file}" under [[inventories]] already; '
            "change that table rather than adding another."
        )
    return edited(text, _added((*_INVENTORIES, len(tables)), inventory))


def with_defaults(text: str, defaults: Mapping[str, Value]) -> str:
    """Give the plan with these facts in `[host_defaults]`; raises EditRefusedError."""
    return edited(
        text, (SetValue(("host_defaults", key), value) for key, value in defaults.items())
    )


def with_hosts(text: str, rows: InventoryRows) -> str:
    """Give the plan with a `[[hosts]]` for every row, each with what is known of it.

    Sizes in GB lose what is below a thousandth, so that no computer gains space. Raises
    EditRefusedError where there are too many, or the plan cannot be changed safely.
    """
    if len(rows.names) > MOST_WRITTEN_OUT:
        raise EditRefusedError(
            f"{len(rows.names):,} computers are more than the {MOST_WRITTEN_OUT:,} that a plan "
            "should spell out; attach the file as an inventory."
        )
    known = [key for key in FACTS if key in rows.columns]
    return with_tables(
        text,
        ("hosts",),
        [
            (("name", name), *_facts([(key, rows.columns[key][row]) for key in known]))
            for row, name in enumerate(rows.names)
        ],
    )


def _facts(values: Sequence[tuple[str, Any]]) -> Iterator[tuple[str, Value]]:
    for key, value in values:
        if isinstance(value, float):
            yield key, math.floor(value * _DECIMALS) / _DECIMALS
        elif value is not None:
            yield key, value


def _added(path: Path, inventory: Inventory) -> Iterator[Intent]:
    """Write the table itself, then what stands below it in the order of the plan format."""
    values: list[tuple[str, Value]] = [("file", inventory.file)]
    if inventory.source != "auto":
        values.append(("source", inventory.source))
    if inventory.workspace is not None:
        values.append(("workspace", inventory.workspace))
    yield AddTable(path[:-1], tuple(values))
    for key, header in inventory.columns.items():
        yield SetValue((*path, "columns", key), header)
    for key, unit in inventory.units.items():
        yield SetValue((*path, "units", key), unit)
    for rule in inventory.assign:
        yield AddTable((*path, "assign"), _rule(rule))


def _rule(rule: Assign) -> tuple[tuple[str, Value], ...]:
    keys = rule.model_dump(exclude_none=True)
    return tuple(keys.items())
