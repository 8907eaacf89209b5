"""What the table of computers looks at in a fleet, column by column, in a form that is fast."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property, reduce
from itertools import repeat
from math import inf
from operator import and_, contains, lt, or_
from typing import Any, NamedTuple, TypeVar

from medv_tui.plan.fleet import Fleet
from medv_tui.tui.panes.host_filter import Words

T = TypeVar("T")

BYTES = 256
"""Values that are told apart by one byte."""


class Coded(NamedTuple):
    """A column that has the same few values again and again."""

    several: Sequence[Any]
    """Every value, each of them once."""
    codes: Sequence[int]
    """For each row, the position of its value; bytes where there are few."""

    def turned(self, numbers: Sequence[int]) -> Sequence[int]:
        """Give for each row the number that stands for its value."""
        if isinstance(self.codes, bytes) and max(numbers, default=0) < BYTES:
            return self.codes.translate(bytes(numbers).ljust(BYTES))
        found = map(numbers.__getitem__, self.codes)
        return bytes(found) if max(numbers, default=0) < BYTES else array("L", found)

    def marked(self, marks: Sequence[bool]) -> bytes:
        """Say for each row whether its value is marked, 1 or 0."""
        return bytes(self.turned(marks)) if any(marks) else bytes(len(self.codes))

    def ranks(self, value_of: Callable[[Any], Any], *, is_reversed: bool) -> Sequence[int]:
        """Give each row the rank of what its value is taken for; None is last either way."""
        taken = [value_of(value) for value in self.several]
        known = sorted(set(taken) - {None})
        ranks = {value: rank for rank, value in enumerate(known, 1)}
        unknown = 0 if is_reversed else len(known) + 1
        return self.turned([ranks.get(value, unknown) for value in taken])


def coded(values: Sequence[Any]) -> Coded:
    """Find the values that a column has."""
    several = tuple(dict.fromkeys(values))
    positions = {value: position for position, value in enumerate(several)}
    codes = map(positions.__getitem__, values)
    return Coded(several, bytes(codes) if len(several) <= BYTES else array("L", codes))


class Numbers(NamedTuple):
    """A column of numbers, infinite where they are unknown."""

    values: Sequence[float]
    are_known: bool
    """Whether none of them is unknown."""

    def with_unknown_last(self, *, is_reversed: bool) -> Sequence[float]:
        """Give the numbers so that the unknown ones are last in this direction."""
        if self.are_known or not is_reversed:
            return self.values
        return [-inf if value == inf else value for value in self.values]

    def that_hold(self, holds: Callable[[float, float], bool], limit: float) -> bytes:
        """Say for each row whether its number is known and holds, 1 or 0."""
        holding = bytes(map(holds, self.values, repeat(limit)))
        if self.are_known:
            return holding
        return all_of(len(holding), [holding, bytes(map(lt, self.values, repeat(inf)))])


def numbers(values: Sequence[float]) -> Numbers:
    """Note whether all numbers of a column are known."""
    return Numbers(values, inf not in values)


class HostColumns:
    """The columns of one fleet; those that it has of another are taken over from there."""

    def __init__(self, fleet: Fleet, before: "HostColumns | None" = None) -> None:
        self.fleet = fleet
        self._coded: dict[str, tuple[Sequence[Any], Coded]] = {}
        self._numbers: dict[str, tuple[Sequence[Any], Numbers]] = {}
        if before is not None:
            self._coded = _kept(before._coded, fleet)
            self._numbers = _kept(before._numbers, fleet)
            if before.fleet.names is fleet.names:
                self.names, self.longest_name = before.names, before.longest_name

    @cached_property
    def names(self) -> list[str]:
        """Each row's name without regard to case."""
        return [name.casefold() for name in self.fleet.names]

    @cached_property
    def longest_name(self) -> int:
        """Characters of the longest name."""
        return max(map(len, self.fleet.names), default=0)

    @cached_property
    def most(self) -> int:
        """How many computers the row stands for that stands for the most."""
        return max(self.fleet.counts, default=1)

    def rows_named(self, name: str) -> Iterator[int]:
        """Find the rows of a name without regard to case."""
        row = -1
        with suppress(ValueError):
            while True:
                row = self.names.index(name, row + 1)
                yield row

    def facts(self, key: str) -> Sequence[Any]:
        """Give one fact of every row."""
        column = self.fleet.columns.get(key)
        return [None] * len(self.fleet.names) if column is None else column

    def coded(self, key: str) -> Coded:
        """Give one fact of every row that has the same few values again and again."""
        if key not in self._coded:
            column = self.facts(key)
            self._coded[key] = (column, coded(column))
        return self._coded[key][1]

    def numbers(self, key: str) -> Numbers:
        """Give one number of every row."""
        if key not in self._numbers:
            column = self.facts(key)
            known = [inf if number is None else number for number in column]
            self._numbers[key] = (column, numbers(known))
        return self._numbers[key][1]

    def named(self, words: Words) -> bytes:
        """Say for each row whether its name is what is looked for, 1 or 0."""
        if words.pattern is not None:
            return bytes(map(words.matches, self.names))
        return bytes(map(contains, self.names, repeat(words.wanted)))


def _kept(
    known: Mapping[str, tuple[Sequence[Any], T]], fleet: Fleet
) -> dict[str, tuple[Sequence[Any], T]]:
    """Give what is known of those columns that a fleet has too."""
    return {key: pair for key, pair in known.items() if pair[0] is fleet.columns.get(key)}


def any_of(rows: int, marks: Iterable[bytes]) -> bytes:
    """Say for each row whether it is marked at least once, 1 or 0."""
    return _joined(or_, [each for each in marks if True in each]) or bytes(rows)


def all_of(rows: int, marks: Iterable[bytes]) -> bytes:
    """Say for each row whether it is marked every time, 1 or 0."""
    return _joined(and_, list(marks)) or b"\1" * rows


def _joined(operation: Callable[[int, int], int], marks: Sequence[bytes]) -> bytes:
    """Join the marks of all rows at once; nothing where there are none."""
    if len(marks) < 2:
        return b"".join(marks)
    return reduce(operation, map(int.from_bytes, marks)).to_bytes(len(marks[0]))
