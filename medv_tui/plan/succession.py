"""Which groups of a fleet an edit replaced, so that what is known of all others can be kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from medv_tui.plan.fleet import Group

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Succession:
    """How the groups of a fleet came out of those that it had before."""

    old: tuple[Group, ...]
    new: tuple[Group, ...]
    gone: tuple[int, ...] = ()
    """Rising positions in `old` of the groups that are no more, or have other rows now."""
    come: tuple[int, ...] = ()
    """Rising positions in `new` of the groups that there were not, or that had other rows."""

    def carry(self, values: Sequence[T], ask: Callable[[int], T]) -> list[T]:
        """Give a value for each new group: that of before, or the answer for its position."""
        carried = list(values)
        for position in reversed(self.gone):
            del carried[position]
        for position in self.come:
            carried.insert(position, ask(position))
        return carried

    @property
    def left(self) -> list[Group]:
        """The groups as they were that are no more."""
        return [self.old[position] for position in self.gone]

    @property
    def joined(self) -> list[Group]:
        """The groups that there were not as they are."""
        return [self.new[position] for position in self.come]
