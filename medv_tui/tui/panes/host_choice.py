"""Computers that somebody chose in the table, and what is wanted of them."""

from collections.abc import Iterable, Sequence
from enum import Enum

from textual.message import Message


class Deed(Enum):
    """What can be done with several computers at once."""

    EXCLUDE = "exclude"
    ASSIGN = "assign"
    EXPORT = "export"


class Wanted(Message):
    """Something is wanted of these rows of the fleet."""

    def __init__(self, deed: Deed, rows: Sequence[int]) -> None:
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

    def holds(self, name: str) -> bool:
        """Whether the computer of this name, in lower case like all names here, is chosen."""
        return name in self._names

    def turn(self, name: str) -> None:
        """Choose a computer, or let go of it."""
        self._names ^= {name}

    def add(self, names: Iterable[str]) -> None:
        """Choose several computers."""
        self._names.update(names)

    def clear(self) -> None:
        """Let go of all of them."""
        self._names.clear()

    def marked(self, names: Iterable[str]) -> bytes:
        """Say for each of these names whether its computer is chosen, 1 or 0."""
        return bytes(map(self._names.__contains__, names))
