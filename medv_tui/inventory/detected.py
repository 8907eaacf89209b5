"""How a file was understood: what a person checks before its computers count."""

from dataclasses import dataclass
from enum import StrEnum


class UnitFrom(StrEnum):
    """What told the unit of a column of sizes."""

    PLAN = "the plan"
    HEADER = "the header"
    SOURCE = "the tool that wrote the file"
    MAGNITUDE = "the magnitude of its numbers"
    CELLS = "its cells"


@dataclass(frozen=True, slots=True)
class ColumnUnit:
    """The unit of a column of sizes, where it is known."""

    unit: str | None
    """bytes, KB, MB, GB or TB; None where the cells alone can tell."""
    told_by: UnitFrom | None

    @property
    def vouched(self) -> bool:
        """Whether the plan itself, or the numbers, leave no doubt about it."""
        return self.told_by in (UnitFrom.PLAN, UnitFrom.MAGNITUDE)


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """What becomes of one column of the file."""

    header: str
    meaning: str | None
    """Host key, or what else it tells; None where nothing reads it."""
    unit: ColumnUnit | None = None
    """For sizes that were read."""


@dataclass(frozen=True, slots=True)
class Assigned:
    """How many rows got their workspace from where."""

    by_row: int
    """From a column of the file."""
    by_rule: tuple[int, ...]
    """From each rule, in their order; the first match wins."""
    by_inventory: int
    """From the inventory's own workspace."""
    nowhere: int


@dataclass(frozen=True, slots=True)
class Detected:
    """The shape of a file and the use of its columns."""

    encoding: str
    separator: str
    header_line: int
    """Line of the header row, from 1."""
    rows: int
    """Rows below the header, those among them that were left out."""
    left_out: int
    """Rows whose number of cells does not fit the header row."""
    columns: tuple[ColumnUse, ...]
    """Every column, in the order of the file."""
    assigned: Assigned
