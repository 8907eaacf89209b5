"""Rows that are put in order only as far as somebody looks at them.

To sort a whole fleet takes long, and is one long moment in which nothing else can run; to find
what stands on one page of it is neither. So rows are cut into stretches that follow one another,
and a stretch is cut again, and sorted in the end, when one of its rows is wanted.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, compress, islice, repeat
from operator import lt
from typing import Any, NamedTuple, overload

FEW = 500
"""Rows that are sorted at once."""
SAMPLE = 512
"""Values that are looked at to find out which share of them is below another one."""
SHARE = 16
"""Rows near one end are cut off with so many times fewer rows than there are."""


class Key(NamedTuple):
    """What rows are ordered by."""

    values: Sequence[Any]
    """One for each row of the fleet, of which any two can be compared; ranks may be bytes."""
    is_reversed: bool = False

    def of(self, rows: Sequence[int]) -> Sequence[Any]:
        """Give the values of some rows."""
        if len(rows) == len(self.values):
            return self.values
        found = map(self.values.__getitem__, rows)
        return bytes(found) if isinstance(self.values, bytes) else list(found)


class _Cut(NamedTuple):
    """Rows cut into stretches."""

    codes: bytes
    """For each row, which stretch it is in."""
    order: Sequence[int]
    """The stretches that have rows, in their order."""
    starts: Sequence[int]
    """How many rows stand before each of these."""
    keys: Sequence[Key]
    """What the rows of one stretch are still to be ordered by."""
    parts: dict[int, "Ordered"]
    """The stretches that were looked at, by their place in the order.

    They belong to this cut: two threads that look at the same rows may cut them differently.
    """


class Ordered(Sequence[int]):
    """Rows in the order of the first key, those that are equal in it of the second, and so on.

    Rows that are equal in all of them stand as in the fleet.
    """

    def __init__(self, rising: Sequence[int], keys: Sequence[Key]) -> None:
        """Take the rows as they stand in the fleet."""
        self.rising = rising
        self._keys = keys
        self._state: Sequence[int] | _Cut | None = None

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.rising)

    @overload
    def __getitem__(self, index: int) -> int: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[int]: ...

    def __getitem__(self, index: int | slice) -> int | Sequence[int]:
        """Give the row at a position, or several of them."""
        if isinstance(index, slice):
            return [self[position] for position in range(*index.indices(len(self)))]
        if not -len(self) <= index < len(self):
            raise IndexError(f"There are {len(self)} rows and none at {index}.")
        position = index % len(self)
        state = self._settled(position)
        if not isinstance(state, _Cut):
            return state[position]
        place = bisect_right(state.starts, position) - 1
        return self._part(state, place)[position - state.starts[place]]

    def __iter__(self) -> Iterator[int]:
        """Give all rows one after another."""
        return iter(self._all())

    def _all(self) -> Sequence[int]:
        """Put all rows in order; how they were cut is forgotten then."""
        state = self._settled(len(self) // 2)
        if isinstance(state, _Cut):
            parts = (self._part(state, place) for place in range(len(state.order)))
            state = self._state = list(chain.from_iterable(part._all() for part in parts))
        return state

    def only(self, inside: bytes) -> "Ordered":
        """Give those that are marked with 1, of which there is one mark for each that rises."""
        return Ordered(list(compress(self.rising, inside)), self._keys)

    def position(self, row: int) -> int | None:
        """Say where a row stands; None where it is not among these."""
        at = bisect_left(self.rising, row)
        if at == len(self.rising) or self.rising[at] != row:
            return None
        state = self._settled(len(self) // 2)
        if not isinstance(state, _Cut):
            return state.index(row)
        place = state.order.index(state.codes[at])
        within = self._part(state, place).position(row)
        return None if within is None else state.starts[place] + within

    def _part(self, cut: _Cut, place: int) -> "Ordered":
        """Give one stretch."""
        if place not in cut.parts:
            inside = cut.codes.translate(_only(cut.order[place]))
            cut.parts[place] = Ordered(list(compress(self.rising, inside)), cut.keys)
        return cut.parts[place]

    def _settled(self, position: int) -> "Sequence[int] | _Cut":
        """Give the rows in order, or how they are cut; first with a view to one position."""
        state = self._state
        if state is None:
            state = self._state = self._settle(position)
        return state

    def _settle(self, position: int) -> "Sequence[int] | _Cut":
        """Order the rows where they are few or stand so already, else cut them."""
        if len(self) <= FEW:
            return _sorted(self.rising, self._keys)
        for place, key in enumerate(self._keys):
            values = key.of(self.rising)
            if isinstance(values, bytes):
                if values.count(values[0]) < len(values):
                    return _cut(values, self._keys[place + 1 :], is_reversed=key.is_reversed)
            elif all(map(lt, values, islice(values, 1, None))):
                return self.rising[::-1] if key.is_reversed else self.rising
            else:
                limit = _limit(values, len(self) - position if key.is_reversed else position)
                if limit is not None:
                    reaching = bytes(map(lt, repeat(limit), values))
                    return _cut(reaching, self._keys[place:], is_reversed=key.is_reversed)
        return self.rising


def _sorted(rows: Sequence[int], keys: Sequence[Key]) -> Sequence[int]:
    """Sort a few rows."""
    ordered = list(rows)
    for key in reversed(keys):
        ordered.sort(key=key.values.__getitem__, reverse=key.is_reversed)
    return ordered


def _limit(values: Sequence[Any], position: int) -> Any:
    """Choose the highest value of those that are cut off, not the highest of all.

    What stands near an end is cut off with few others, else each part is about half. Gives None
    where all values are equal.
    """
    sample = sorted(values[:: max(1, len(values) // SAMPLE)])
    near, far = len(sample) // SHARE, len(sample) - 1 - len(sample) // SHARE
    at = position * len(sample) // len(values)
    limit = sample[near if at < near else far if at > far else len(sample) // 2]
    if limit < sample[-1]:
        return limit
    below = bisect_left(sample, limit)
    if below:
        return sample[below - 1]
    # What is seldom else does not show in a sample.
    if limit < max(values):
        return limit
    return max((value for value in values if value < limit), default=None)


def _cut(codes: bytes, keys: Sequence[Key], *, is_reversed: bool) -> _Cut:
    """Cut rows by their codes."""
    sizes = {code: codes.count(code) for code in range(max(codes) + 1)}
    order = sorted((code for code, size in sizes.items() if size), reverse=is_reversed)
    starts = list(accumulate([0, *(sizes[code] for code in order[:-1])]))
    return _Cut(codes, order, starts, keys, {})


def _only(code: int) -> bytes:
    """Write the table that turns one code into 1 and all others into 0."""
    return bytes(code) + b"\1" + bytes(255 - code)
