"""Which group each computer of a fleet is in."""

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TypeVar

from medv_tui.plan.fleet import Group
from medv_tui.plan.succession import Succession

T = TypeVar("T")

EXCLUDED = -1
"""The position of no group."""


class Membership:
    """The positions of groups by row, kept by the group's first row.

    Positions move whenever a group comes or goes, first rows do not: after a change, only the
    rows of the groups that it touched are looked at.
    """

    def __init__(
        self,
        rows: int,
        groups: Sequence[Group],
        before: "Membership | None" = None,
        change: Succession | None = None,
    ) -> None:
        """Take the groups of so many rows, which may have come out of those before."""
        if before is None or change is None:
            self._begins = [group.first for group in groups]
            self._firsts = array("q", [EXCLUDED]) * rows
            come = groups
        else:
            self._begins = change.carry(before._begins, lambda position: groups[position].first)
            self._firsts = before._firsts[:]
            for group in change.left:
                for row in group.rows:
                    self._firsts[row] = EXCLUDED
            come = change.joined
        for group in come:
            for row in group.rows:
                self._firsts[row] = group.first

    def __getitem__(self, row: int) -> int:
        """Give the position of a row's group; EXCLUDED where the row is in none."""
        first = self._firsts[row]
        return EXCLUDED if first == EXCLUDED else bisect_left(self._begins, first)

    def __iter__(self) -> Iterator[int]:
        """Give the positions row by row."""
        return map(self.__getitem__, range(len(self._firsts)))

    def spread(self, values: Sequence[T], excluded: T) -> Iterator[T]:
        """Give each row the value of its group, of which there is one for each."""
        by_first = dict(zip(self._begins, values, strict=True))
        by_first[EXCLUDED] = excluded
        return map(by_first.__getitem__, self._firsts)
