"""Which lines of a text differ from another's, in time that stays bounded for a large plan."""

import difflib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

MOST_WEIGHED = 600
"""So many differing lines are compared for the shortest difference; more only as they come."""
_AHEAD = 60
"""Lines within which two texts are expected to agree again."""


class Block(NamedTuple):
    """Lines that are gone and those that are new in their place; rows from 0, ends exclusive."""

    start: int
    end: int
    new_start: int
    new_end: int


def blocks(before: Sequence[str], after: Sequence[str]) -> list[Block]:
    """List the stretches that differ, from top to bottom."""
    top = equal_lines(before, after)
    bottom = equal_lines(before[top:][::-1], after[top:][::-1])
    old, new = before[top : len(before) - bottom], after[top : len(after) - bottom]
    found = _weighed(old, new) if len(old) + len(new) <= MOST_WEIGHED else _as_they_come(old, new)
    return [Block(*(place + top for place in block)) for block in found]


def row_after(row: int, before: Sequence[str], after: Sequence[str]) -> int:
    """Give where a row of a text stands in another; of one that is gone, what is in its place."""
    moved = 0
    for block in blocks(before, after):
        if row < block.start:
            break
        if row < block.end:
            last = max(block.new_start, block.new_end - 1)
            row, moved = min(block.new_start + row - block.start, last), 0
            break
        moved = block.new_end - block.end
    return min(row + moved, len(after) - 1)


def equal_lines(before: Sequence[str], after: Sequence[str]) -> int:
    """Count equal lines at the start, by halves rather than one by one."""
    low, high = 0, min(len(before), len(after))
    while low < high:
        middle = (low + high + 1) // 2
        if before[low:middle] == after[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _weighed(old: Sequence[str], new: Sequence[str]) -> Iterator[Block]:
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for kind, *places in matcher.get_opcodes():
        if kind != "equal":
            yield Block(*places)


def _as_they_come(old: Sequence[str], new: Sequence[str]) -> Iterator[Block]:
    """Follow both texts, and at a difference look a little ahead for where they agree again."""
    here = there = 0
    while here < len(old) or there < len(new):
        same = _equal_from(old, here, new, there)
        here, there = here + same, there + same
        if here == len(old) and there == len(new):
            return
        gone, added = _until_equal(old, here, new, there)
        yield Block(here, here + gone, there, there + added)
        here, there = here + gone, there + added


def _equal_from(old: Sequence[str], here: int, new: Sequence[str], there: int) -> int:
    """Count equal lines from two places on."""
    count = 0
    most = min(len(old) - here, len(new) - there)
    while count < most and old[here + count] == new[there + count]:
        count += 1
    return count


def _until_equal(old: Sequence[str], here: int, new: Sequence[str], there: int) -> tuple[int, int]:
    """Give how many lines to pass on each side until at least two agree."""
    for distance in range(1, _AHEAD):
        for gone, added in ((distance, distance), (0, distance), (distance, 0)):
            at, to = here + gone, there + added
            if at < len(old) and to < len(new) and old[at : at + 2] == new[to : to + 2]:
                return gone, added
    return min(_AHEAD, len(old) - here), min(_AHEAD, len(new) - there)
