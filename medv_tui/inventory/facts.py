"""From the mapped columns of a sheet to the facts of its computers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import Any, TypeVar

from medv_tui.findings import Level, Problem
from medv_tui.inventory.cells import Unread, is_unknown, read_site, read_texts, reader_of
from medv_tui.inventory.dates import AmbiguousDateError
from medv_tui.inventory.detected import ColumnUnit
from medv_tui.inventory.headers import CPU, DISK_SIZE, OS_VERSION
from medv_tui.inventory.mapping import Column
from medv_tui.inventory.mapping import Mapping as ColumnMapping
from medv_tui.inventory.numbers import AmbiguousNumberError
from medv_tui.inventory.progress import Progress, Step, untold
from medv_tui.inventory.remarks import bad_column, bad_row, quoted
from medv_tui.inventory.sizes import SIZE_KEYS, column_unit, read_sizes
from medv_tui.plan.host import HostFacts
from medv_tui.plan.plan import Inventory
from medv_tui.plan.spellings import OsReading, read_architecture, read_os, read_os_version

_T = TypeVar("_T")

_READ_TOGETHER = ("os", "edition", "service_pack", "architecture", "server", *SIZE_KEYS)


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of the chosen rows by column, with what is needed to read them."""

    mapping: ColumnMapping
    columns: Sequence[Sequence[str]]
    """By the position of the column in the file."""
    lines: Sequence[int]
    separator: str
    other_drives: set[int]
    """Rows whose free space is not that of C:."""

    def of(self, meaning: str) -> Sequence[str] | None:
        """The cells that hold a fact; None if no column does."""
        column = self.mapping.columns.get(meaning)
        return None if column is None else self.columns[column.index]


@dataclass(frozen=True, slots=True)
class Facts:
    """Columns of facts by host key, and what could not be read."""

    columns: dict[str, list[Any]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    units: dict[str, ColumnUnit] = field(default_factory=dict)
    """By host key, for the sizes that were read."""


def read_facts(cells: Cells, inventory: Inventory, progress: Progress = untold) -> Facts:
    """Read every mapped column into the plan's types and units."""
    facts, mapped = Facts(), cells.mapping.columns
    alone = [k for k in HostFacts.model_fields if k not in _READ_TOGETHER and k in mapped]
    sizes = [key for key in SIZE_KEYS if key in mapped]

    def told(left: int) -> None:
        step = Step(f"understanding {inventory.file}", len(mapped) - left, len(mapped), "columns")
        progress(step)

    for done, key in enumerate(alone):
        told(len(mapped) - done)
        values = _read(facts, cells, key, _reader(key, mapped[key]))
        facts.columns[key] = _column(cells, key, values)
    told(len(mapped) - len(alone))
    _read_system(facts, cells)
    for done, key in enumerate(sizes):
        told(len(sizes) - done)
        _read_size(facts, cells, key, inventory)
    return facts


def _reader(key: str, column: Column) -> Callable[[str], Any]:
    if key == "site":
        return lambda cell: read_site(cell, column.header.normal)
    return reader_of(key)


def _read(
    facts: Facts, cells: Cells, meaning: str, read: Callable[[str], _T]
) -> Mapping[str, _T | None]:
    """Read every text of a column; nothing where there is no such column."""
    texts = cells.of(meaning) or ()
    reading = read_texts(texts, read)
    _report(facts, cells, meaning, reading.unread(texts))
    return reading.values


def _column(cells: Cells, meaning: str, values: Mapping[str, _T]) -> list[_T]:
    """Put what each text says in the place of it."""
    return list(map(values.__getitem__, cells.of(meaning) or ()))


def _read_system(facts: Facts, cells: Cells) -> None:
    """Read what captions, versions and columns of their own say of the operating system.

    A column of its own comes first, then the caption, then the version; the architecture of
    Windows comes before that of the processor, which may run the other one.
    """
    captions = _read(facts, cells, "os", _read_caption)
    versions = _read(facts, cells, OS_VERSION, read_os_version)
    cpus = _read(facts, cells, CPU, read_architecture)
    for key in ("os", "edition", "service_pack", "architecture", "server"):
        sources: dict[str, Mapping[str, Any]] = {
            "os": {text: getattr(said, key, None) for text, said in captions.items()},
            OS_VERSION: {text: getattr(said, key, None) for text, said in versions.items()},
            CPU: cpus if key == "architecture" else {},
        }
        if key != "os":
            sources = {key: _read(facts, cells, key, reader_of(key)), **sources}
        columns = [
            _column(cells, meaning, values)
            for meaning, values in sources.items()
            if any(value is not None for value in values.values())
        ]
        if columns:
            facts.columns[key] = reduce(_filled, columns)
        elif key in cells.mapping.columns:
            facts.columns[key] = [None] * len(cells.lines)


def _filled(values: list[Any], others: list[Any]) -> list[Any]:
    """Take from the others what is unknown in the first."""
    pairs = zip(values, others, strict=True)
    return [other if value is None else value for value, other in pairs]


def _read_caption(cell: str) -> OsReading:
    """Read a caption; Win32_OperatingSystem.Name goes on with folders behind a bar."""
    return read_os(cell.partition("|")[0])


def _read_size(facts: Facts, cells: Cells, key: str, inventory: Inventory) -> None:
    column = cells.mapping.columns[key]
    texts: Sequence[str] = cells.columns[column.index]
    if key == "free_disk_gb":
        texts = _without_what_is_no_free_space(texts, cells)
    unit = column_unit(key, column, cells.mapping.headers, inventory)
    sizes = read_sizes(key, column, texts, cells.separator, unit)
    _report(facts, cells, key, sizes.reading.unread(texts))
    if sizes.problem:
        facts.problems.append(sizes.problem)
    if sizes.unit:
        facts.units[key] = sizes.unit
    values = {
        text: mb if mb is None else round(mb) if key == "ram_mb" else mb / 1024
        for text, mb in sizes.reading.values.items()
    }
    facts.columns[key] = list(map(values.__getitem__, texts))


def _without_what_is_no_free_space(texts: Sequence[str], cells: Cells) -> Sequence[str]:
    """Blank the free space of other drives, and the zero that stands beside an unknown size."""
    sizes = cells.of(DISK_SIZE)
    if not cells.other_drives and sizes is None:
        return texts
    free = list(texts)
    for index in cells.other_drives:
        free[index] = ""
    for index, size in enumerate(sizes or ()):
        if free[index].strip() == "0" and (is_unknown(size) or size.strip() == "0"):
            free[index] = ""
    return free


def _report(facts: Facts, cells: Cells, meaning: str, unread: Sequence[Unread]) -> None:
    """Report cells that cannot be read: ambiguous ones together, others one by one."""
    column = cells.mapping.columns.get(meaning)
    if column is None or not unread:
        return
    said = sum(not is_unknown(cell) for cell in cells.columns[column.index])
    dates = [cell for cell in unread if isinstance(cell.error, AmbiguousDateError)]
    numbers = [cell for cell in unread if isinstance(cell.error, AmbiguousNumberError)]
    ambiguous = AmbiguousDateError, AmbiguousNumberError
    others = [cell for cell in unread if not isinstance(cell.error, ambiguous)]
    header = quoted(column.header.text)
    if dates:
        problem = (
            f"in column {header} leaves open which number is the day and which the month; "
            f"{_such(dates)} unknown. Dates like 2026-11-22 are wanted."
        )
        facts.problems.append(_of_column(cells, dates[0], problem, Level.WARNING))
    if numbers:
        problem = (
            f"in column {header} can mean thousands or decimals; {_such(numbers)} unknown. "
            "Numbers without marks between thousands are wanted."
        )
        level = Level.ERROR if len(numbers) == said else Level.WARNING
        facts.problems.append(_of_column(cells, numbers[0], problem, level))
    if len(others) == said > 1:
        problem = f"and every other cell of column {header} cannot be read as {meaning}."
        level = Level.ERROR if column.explicit else Level.WARNING
        facts.problems.append(_of_column(cells, others[0], problem, level))
    else:
        problem = f"in column {header} cannot be read as {meaning} and counts as unknown."
        facts.problems.extend(
            bad_row(f"The cell {quoted(cell.text)} {problem}", cells.lines[cell.index])
            for cell in others
        )


def _such(unread: Sequence[Unread]) -> str:
    return "it is" if len(unread) == 1 else f"{len(unread):,} such cells are"


def _of_column(cells: Cells, first: Unread, problem: str, level: Level) -> Problem:
    return bad_column(f"The cell {quoted(first.text)} {problem}", cells.lines[first.index], level)
