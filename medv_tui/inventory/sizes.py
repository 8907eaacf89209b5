"""Columns of memory and disk sizes."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from medv_tui.findings import Problem
from medv_tui.inventory.cells import Reading, read_texts
from medv_tui.inventory.detected import ColumnUnit, UnitFrom
from medv_tui.inventory.headers import Header
from medv_tui.inventory.mapping import Column
from medv_tui.inventory.numbers import PLAIN_NUMBER, NumberStyle, read_number, style_of
from medv_tui.inventory.remarks import bad_column, quoted
from medv_tui.inventory.units import (
    CELL_UNITS,
    MB,
    guess_source,
    is_usual,
    ram_unit,
    unit_of_source,
)
from medv_tui.plan.base import LARGEST_COUNT, LARGEST_GB
from medv_tui.plan.plan import Inventory

_SIZE = re.compile(r"(.*?[\d.,])\s*([^\W\d_]+)\.?")
_LARGEST_MB = {"ram_mb": float(LARGEST_COUNT)}

SIZE_KEYS = ("ram_mb", "free_disk_gb", "base_vhd_free_disk_gb")
"""Host keys that hold a size."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """One column of sizes."""

    reading: Reading[float]
    """In MB."""
    problem: Problem | None = None
    """Why the whole column stays unknown."""
    unit: ColumnUnit | None = None
    """What the numbers were taken to be in; None where the column stays unknown."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A size whose cell gives its unit."""

    mb: float


def column_unit(
    key: str, column: Column, headers: Sequence[Header], inventory: Inventory
) -> ColumnUnit:
    """Find the unit of a column before its cells are looked at."""
    if key in inventory.units:
        return ColumnUnit(inventory.units[key], UnitFrom.PLAN)
    if column.header.unit:
        return ColumnUnit(column.header.unit, UnitFrom.HEADER)
    if inventory.source != "auto":
        unit = unit_of_source(inventory.source, column.header)
        return ColumnUnit(unit, UnitFrom.PLAN if unit else None)
    unit = unit_of_source(guess_source(headers), column.header)
    return ColumnUnit(unit, UnitFrom.SOURCE if unit else None)


def read_sizes(
    key: str, column: Column, cells: Sequence[str], separator: str, unit: ColumnUnit
) -> Sizes:
    """Read a column of sizes; the unit in a cell comes before the column's.

    Memory alone may tell its unit by magnitude. Where no unit is sure the column stays unknown.
    """
    times = Counter(cells)
    style = style_of(times, separator)
    reading = read_texts(times, lambda cell: _read_amount(cell, style, unit.unit))
    bare: Counter[float] = Counter()
    for text, amount in reading.values.items():
        if isinstance(amount, float):
            bare[amount] += times[text]
    if key == "ram_mb" and bare and unit.unit is None:
        del bare[0.0]
        unit = ColumnUnit(ram_unit(bare), UnitFrom.MAGNITUDE)
    if bare and unit.unit is None:
        return _unknown(times, _no_unit(key, column, bare))
    of_column = unit.unit or "MB"
    factor, largest = MB[of_column], _LARGEST_MB.get(key, LARGEST_GB * 1024)
    possible = {n * factor: often for n, often in bare.items() if 0 < n * factor <= largest}
    if not unit.vouched and not is_usual(key, possible, stated=column.header.unit is not None):
        return _unknown(times, _unusual(key, column, bare, of_column))
    told = unit if bare else ColumnUnit(None, UnitFrom.CELLS)
    return Sizes(_in_mb(key, reading, factor), unit=told)


def _read_amount(cell: str, style: NumberStyle, of_column: str | None) -> float | Amount:
    """Read a size: a bare number where the cell has no unit of its own."""
    if PLAIN_NUMBER.fullmatch(cell):
        return float(cell)
    found = _SIZE.fullmatch(cell.strip())
    if not found:
        whole = of_column in ("bytes", "KB", "MB")
        return _not_negative(read_number(cell, style, whole=whole))
    unit = CELL_UNITS.get(found[2].casefold())
    if not unit:
        raise ValueError(cell)
    number = read_number(found[1], style, whole=unit not in ("GB", "TB"))
    return Amount(_not_negative(number) * MB[unit])


def _not_negative(number: float) -> float:
    if number < 0:
        raise ValueError(number)
    return number


def _in_mb(key: str, reading: Reading[float | Amount], factor: float) -> Reading[float]:
    """Convert; memory of nothing is unknown, and nothing is larger than a plan can hold."""
    refused = dict(reading.refused)
    largest = _LARGEST_MB.get(key, LARGEST_GB * 1024)
    sizes: dict[str, float | None] = {}
    for text, amount in reading.values.items():
        size = amount.mb if isinstance(amount, Amount) else amount and amount * factor
        if size is not None and size > largest:
            refused[text] = ValueError("too large")
            size = None
        sizes[text] = None if size == 0 and key == "ram_mb" else size
    return Reading(sizes, refused)


def _unknown(texts: Iterable[str], problem: Problem) -> Sizes:
    return Sizes(Reading(dict.fromkeys(texts), {}), problem=problem)


def _no_unit(key: str, column: Column, bare: Collection[float]) -> Problem:
    return bad_column(
        f"The unit of column {quoted(column.header.text)} is not known: its numbers go from "
        f"{min(bare):.12g} to {max(bare):.12g}. {_remedy(key)}"
    )


def _unusual(key: str, column: Column, bare: Collection[float], unit: str) -> Problem:
    low, high = (f"{number:.12g} {unit}" for number in (min(bare), max(bare)))
    return bad_column(
        f"The unit of column {quoted(column.header.text)} is in doubt: {unit} would mean sizes "
        f"from {low} to {high}, which is not what computers have. {_remedy(key)}"
    )


def _remedy(key: str) -> str:
    return (
        f'Write it in the plan: units = {{ {key} = "MB" }}, or "bytes", "KB" or "GB", '
        "whichever the file has."
    )
