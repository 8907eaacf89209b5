"""How many computers get each answer, and the row of the first of them.

A fleet has few different answers, each of them one object however many computers get it.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias, TypeVar

T = TypeVar("T")

Counted: TypeAlias = tuple[T, int, int]
"""An answer, how many computers get it, and the row of the first one."""
Tally: TypeAlias = dict[int, Counted[T]]
"""Every answer that somebody gets, by its identity."""


def tally(several: Iterable[Counted[T]]) -> Tally[T]:
    """Add up what is counted in parts."""
    counted: Tally[T] = {}
    for answer, computers, row in several:
        _, number, first = counted.get(id(answer), (answer, 0, row))
        counted[id(answer)] = (answer, number + computers, min(row, first))
    return counted


def tally_column(column: Sequence[T], computers: Sequence[int], firsts: Sequence[int]) -> Tally[T]:
    """Add up a column of answers; `firsts` rise."""
    keys = list(map(id, column))
    # From the last to the first, so that the first row of each answer is what stays.
    found = zip(reversed(keys), zip(reversed(column), reversed(firsts), strict=True), strict=True)
    answers = dict(found)
    numbers = dict.fromkeys(answers, 0)
    if len(answers) == 1:
        numbers[keys[0]] = sum(computers)
    else:
        for key, number in zip(keys, computers, strict=True):
            numbers[key] += number
    return {key: (answer, numbers[key], first) for key, (answer, first) in answers.items()}


def follow(
    counted: Tally[T],
    left: Iterable[Counted[T]],
    joined: Iterable[Counted[T]],
    first_of: Callable[[T], int],
) -> Tally[T]:
    """Take some parts out and others in; `first_of` finds the first row of an answer anew."""
    now = dict(counted)
    headless: set[int] = set()
    for answer, computers, row in left:
        _, number, first = now[id(answer)]
        now[id(answer)] = (answer, number - computers, first)
        if row == first:
            headless.add(id(answer))
    for answer, computers, row in joined:
        _, number, first = now.get(id(answer), (answer, 0, row))
        now[id(answer)] = (answer, number + computers, min(row, first))
        if row <= first:
            headless.discard(id(answer))
    now = {key: each for key, each in now.items() if each[1]}
    for key in headless & now.keys():
        answer, number, _ = now[key]
        now[key] = (answer, number, first_of(answer))
    return now
