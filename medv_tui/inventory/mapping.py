"""Which column of a sheet holds which fact."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from medv_tui.findings import Problem
from medv_tui.inventory.headers import (
    CPU,
    DISK_SIZE,
    DRIVE,
    NAME,
    OS_VERSION,
    Header,
    normal,
    rank,
    read_header,
)
from medv_tui.inventory.remarks import bad_column, quoted
from medv_tui.inventory.sheet import Sheet
from medv_tui.plan.host import HostFacts
from medv_tui.plan.plan import Inventory

MEANINGS = tuple(
    dict.fromkeys((NAME, DRIVE, "os", *HostFacts.model_fields, OS_VERSION, CPU, DISK_SIZE))
)
"""Everything a column can hold; the first ones choose first."""

_SAMPLE_ROWS = 200
_DRIVE_CELL = re.compile(r"^[A-Za-z](?::[\\/]?)?$")
_DRIVE_WITH_COLON = re.compile(r"^[A-Za-z]:[\\/]?$")
_OS_CELL = re.compile(r"windows|linux|ubuntu|mac ?os|darwin|server 20\d\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Column:
    """A column that holds a fact."""

    index: int
    header: Header
    explicit: bool = False
    """Whether the plan names it."""


@dataclass(frozen=True, slots=True)
class Mapping:
    """The columns by what they hold, and what stood in the way."""

    headers: tuple[Header, ...]
    columns: dict[str, Column] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def known_names_with(inventory: Inventory) -> Callable[[Sequence[str]], int]:
    """Count the known headers of a row, those that the inventory names among them."""
    named = {normal(header) for header in inventory.columns.values()}

    def known(cells: Sequence[str]) -> int:
        headers = (read_header(cell) for cell in cells if cell)
        return len({h.text for h in headers if h.meanings or h.normal in named})

    return known


def find_header(headers: Sequence[Header], text: str) -> list[int]:
    """Give the positions of the columns with that header, exactly so or folded."""
    exact = [i for i, header in enumerate(headers) if header.text == text.strip()]
    return exact or [i for i, header in enumerate(headers) if header.normal == normal(text)]


def map_columns(sheet: Sheet, inventory: Inventory) -> Mapping:
    """Find the column of every fact: the plan's word first, then the best known header."""
    mapping = Mapping(tuple(read_header(header) for header in sheet.headers))
    _take_explicit(mapping, inventory)
    taken = {column.index for column in mapping.columns.values()}
    for meaning in MEANINGS:
        if meaning in inventory.columns:
            continue
        found = [
            (rank(meaning, header), index)
            for index, header in enumerate(mapping.headers)
            if index not in taken
            and meaning in header.meanings
            and _fits(meaning, header, _sample(sheet, index))
        ]
        if found:
            _, index = min(found)
            taken.add(index)
            if not _is_duplicated(mapping, meaning, index, [i for _, i in found]):
                mapping.columns[meaning] = Column(index, mapping.headers[index])
    return mapping


def _take_explicit(mapping: Mapping, inventory: Inventory) -> None:
    for key, text in inventory.columns.items():
        found = find_header(mapping.headers, text)
        if key not in MEANINGS:
            message = f"The key {quoted(key)} under columns is no key of a host."
        elif not found:
            message = f"No column has the header {quoted(text)} that columns names for {key}."
        elif len(found) > 1:
            message = f"The header {quoted(text)} stands over {len(found)} columns; one is wanted."
        else:
            index = found[0]
            mapping.columns[key] = Column(index, mapping.headers[index], explicit=True)
            continue
        mapping.problems.append(bad_column(message))


def _is_duplicated(mapping: Mapping, meaning: str, index: int, found: Sequence[int]) -> bool:
    header = mapping.headers[index]
    twins = [i for i in found if mapping.headers[i].normal == header.normal]
    if len(twins) < 2:
        return False
    mapping.problems.append(
        bad_column(
            f"The header {quoted(header.text)} stands over {len(twins)} columns, which leaves open "
            f"which of them is {meaning}; rename one of them in the file."
        )
    )
    return True


def _sample(sheet: Sheet, index: int) -> list[str]:
    cells = map(str.strip, sheet.columns[index][:_SAMPLE_ROWS])
    return [cell for cell in cells if cell]


def _fits(meaning: str, header: Header, sample: Sequence[str]) -> bool:
    """Tell the meanings of an ambiguous header apart by what stands below it."""
    if meaning == DRIVE:
        return _mostly(_DRIVE_CELL, sample)
    if header.normal not in ("name", "caption"):
        return True
    systems = _mostly(_OS_CELL, sample)
    if meaning == "os":
        return systems
    return not systems and not _mostly(_DRIVE_WITH_COLON, sample)


def _mostly(pattern: re.Pattern[str], sample: Sequence[str]) -> bool:
    """Whether the pattern is found in more than half of the cells."""
    return sum(bool(pattern.search(cell)) for cell in sample) * 2 > len(sample)
