"""Where the computers of a fleet stand: in the plan, in its inventories, or in both."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload


@dataclass(frozen=True, slots=True)
class RowPlace:
    """Where a row of the fleet stands: in the plan, in an inventory, or in both."""

    index: int | None
    """Index of the `[[hosts]]` table in the text, if there is one."""
    file: str = ""
    line: int | None = None
    """Line of the inventory file, if there is one."""


class Places(Sequence[RowPlace]):
    """Where every row stands, in columns, so that a large fleet is few objects."""

    def __init__(self) -> None:
        self._indexes: list[int | None] = []
        self._files: list[str] = []
        self._lines: list[int | None] = []

    @overload
    def __getitem__(self, row: int) -> RowPlace: ...
    @overload
    def __getitem__(self, row: slice) -> Sequence[RowPlace]: ...
    def __getitem__(self, row: int | slice) -> RowPlace | Sequence[RowPlace]:
        """Give the place of one row, or of several."""
        if isinstance(row, slice):
            return [self[i] for i in range(*row.indices(len(self)))]
        return RowPlace(self._indexes[row], self._files[row], self._lines[row])

    def __len__(self) -> int:
        return len(self._indexes)

    def add_hosts(self, indexes: Sequence[int]) -> None:
        """Add rows of the plan, by their index in the text."""
        self._indexes.extend(indexes)
        self._files.extend([""] * len(indexes))
        self._lines.extend([None] * len(indexes))

    def add_lines(self, file: str, lines: Sequence[int]) -> None:
        """Add rows of an inventory."""
        self._indexes.extend([None] * len(lines))
        self._files.extend([file] * len(lines))
        self._lines.extend(lines)

    def stand_also(self, row: int, file: str, line: int) -> None:
        """Note that a row of the plan stands in an inventory too."""
        self._files[row], self._lines[row] = file, line
