"""Computers that somebody chose in the table, and what is wanted of them."""

from collections.abc import Iterable, Sequence
from enum import Enum

from textual.message import Message

from medv_tui.plan.fleet import Fleet


class Deed(Enum):
    """What can be done with several computers at once."""

    EXCLUDE = "exclude"
    ASSIGN = "assign"
    EXPORT = "export"


class Wanted(Message):
    """Something is wanted of these rows of the fleet."""

    def __init__(self, deed: Deed, rows: tuple[int, ...]) -> None:
        super().__init__()
        self.deed, self.rows = deed, rows


class Chosen:
    """The computers that are chosen, by name, so that an edit of the plan leaves them so."""

    def __init__(self) -> None:
        self._names: set[str] = set()

    def __bool__(self) -> bool:
        return bool(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def holds(self, fleet: Fleet, row: int) -> bool:
        """Whether a row is chosen."""
        return fleet.names[row].casefold() in self._names

    def turn(self, fleet: Fleet, row: int) -> None:
        """Choose a row, or let go of it."""
        self._names ^= {fleet.names[row].casefold()}

    def add(self, fleet: Fleet, rows: Iterable[int]) -> None:
        """Choose several rows."""
        self._names.update(fleet.names[row].casefold() for row in rows)

    def clear(self) -> None:
        """Let go of all of them."""
        self._names.clear()

    def rows(self, fleet: Fleet, order: Sequence[int]) -> tuple[int, ...]:
        """Give the chosen rows among these, in their order."""
        return tuple(row for row in order if fleet.names[row].casefold() in self._names)
