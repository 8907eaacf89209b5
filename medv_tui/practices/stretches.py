"""Rows of a fleet that get the same answers, as far as these weigh in a verdict.

Groups differ in facts that seldom matter to a verdict, such as a few megabytes of memory. Those
that free disk space alone tells apart are one pool, and a pool is cut where an answer about free
space changes: thousands of groups become a few hundred stretches.
"""

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import inf
from typing import NamedTuple

from medv_tui.plan.fleet import Fleet, Group
from medv_tui.practices.bands import FINE, SHARED, Bands, Kind
from medv_tui.practices.practice import Outcome, Practice


class Stretch(NamedTuple):
    """Consecutive rows of one group or pool that get the same answers that weigh."""

    position: int
    """The position among all groups of the group, or of one in the pool."""
    group: Group
    """The group, or the pool as one."""
    bands: Bands
    band: int
    """Which of the group's bands of free disk space the rows are in."""
    start: int
    end: int
    """First of the rows, and the one after the last, by rising free space."""

    @property
    def rows(self) -> tuple[int, ...]:
        """The rows of the fleet."""
        return self.group.rows[self.start : self.end]

    @property
    def first(self) -> int:
        """The first of the rows in the order of the fleet."""
        is_whole = self.end - self.start == len(self.group.rows)
        return self.group.first if is_whole else min(self.rows)

    @property
    def computers(self) -> int:
        """How many computers the rows stand for."""
        return self.group.computers[self.end] - self.group.computers[self.start]


def cut(position: int, group: Group, bands: Bands) -> Iterator[Stretch]:
    """Cut the rows of a group or pool at the limits of free disk space."""
    start, known = 0, len(group.free)
    for band, limit in enumerate((*bands.limits, inf)):
        end = bisect_left(group.free, limit, start)
        if start < end:
            yield Stretch(position, group, bands, band, start, end)
        start = end
        if start == known:
            break
    if known < len(group.rows):
        last = len(bands.outcomes) - 1
        yield Stretch(position, group, bands, last, known, len(group.rows))


class Pool(NamedTuple):
    """Groups that free disk space alone tells apart, as far as verdicts go."""

    position: int
    """The position of the first of them among all groups."""
    group: Group
    """All of their rows, with the facts that size them."""


class Weighing(NamedTuple):
    """The answers of a practice that weigh, whatever free disk space there is."""

    practice: Practice
    outcomes: Sequence[Outcome]
    """One for each group, those that do not weigh among them."""
    weights: Mapping[int, int]
    """The weight of each answer that has one, by its identity."""

    def weight_of(self, position: int) -> int:
        """Give the weight of one group's answer."""
        return self.weights.get(id(self.outcomes[position]), FINE)

    @property
    def answers(self) -> Iterator[int | None]:
        """The identity of each group's answer, None where it does not weigh."""
        return (key if key in self.weights else None for key in map(id, self.outcomes))


@dataclass(frozen=True)
class Pools:
    """The pools of a fleet; they are made when somebody first asks for them."""

    fleet: Fleet = field(compare=False)
    groups: tuple[Group, ...]
    kinds: Sequence[Kind]
    """What decides the answers about free space of each group."""
    weighing: Sequence[Weighing]

    @cached_property
    def several(self) -> tuple[Pool, ...]:
        """Every pool, in the order of their first groups."""
        members: dict[Hashable, list[int]] = {}
        answers = (column.answers for column in self.weighing)
        for position, common in enumerate(zip(self.kinds, *answers, strict=True)):
            members.setdefault(common, []).append(position)
        return tuple(self._pool(positions) for positions in members.values())

    def _pool(self, positions: Sequence[int]) -> Pool:
        """Put some groups together."""
        groups = [self.groups[position] for position in positions]
        facts = {key: groups[0].facts[key] for key in SHARED if key in groups[0].facts}
        return Pool(positions[0], self.fleet.join(facts, groups))
