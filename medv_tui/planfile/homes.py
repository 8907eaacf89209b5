"""The tables of a plan in which a key stands that was written somewhere else."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from medv_tui.findings import Path
from medv_tui.plan.keys import tables
from medv_tui.planfile.tables import header_names

MOST = 3
"""A key that more tables have says nothing of where it belongs."""


class Home(NamedTuple):
    """A table that has a key of some name."""

    header: str
    """With its brackets."""
    is_below: bool
    """Whether it stands right inside the table in which the key was written."""


def homes_of(key: str, table: Path, *, is_table: bool) -> tuple[Home, ...]:
    """List the tables that have a key, those inside the table where it stands first.

    There are none where so many have it that it may belong anywhere. What is sought is either a
    table or a value.
    """
    here = ".".join(part for part in table if isinstance(part, str))
    prefix = f"{here}." if here else ""
    found = [
        Home(f"[[{name}]]" if header_names()[name] else f"[{name}]", _is_right_below(name, prefix))
        for name in (_with_table(key) if is_table else _with_value(key))
        if name != here
    ]
    below = tuple(home for home in found if home.is_below)
    return below or (tuple(found) if len(found) <= MOST else ())


def are_sure(homes: Sequence[Home]) -> bool:
    """Whether a key surely belongs to the first of these tables, and is no other key misspelt."""
    return len(homes) == 1 or (len(homes) > 1 and homes[0].is_below)


def is_table(value: object) -> bool:
    """Whether a value is a table or a list of them."""
    items = value if isinstance(value, list) else [value]
    return any(isinstance(item, dict) for item in items)


def _is_right_below(name: str, prefix: str) -> bool:
    return name.startswith(prefix) and "." not in name.removeprefix(prefix)


@cache
def _with_value(key: str) -> tuple[str, ...]:
    """Name the tables in which a value of that key can stand."""
    return tuple(
        table.path for table in tables() if table.path and key in {each.name for each in table.keys}
    )


@cache
def _with_table(key: str) -> tuple[str, ...]:
    """Name the tables in which a table of that name can stand."""
    names = (name.rpartition(".") for name in header_names())
    return tuple(above for above, _, last in names if above and last == key)
