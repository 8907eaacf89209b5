"""How free disk space and headroom are spread over computers."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from math import ceil, floor

from medv_tui.assessment.disk import TOLERANCE_GB, DiskNeed, headroom_gb
from medv_tui.plan.fleet import Group
from medv_tui.review.hosts import HostsReview

BIN_SIZES = (1, 2, 5, 10, 20, 50)
"""Sizes in GB that a histogram's bins may have."""
FAR_SHARE = 0.1
"""Share of the computers that may lie beyond a histogram's last edge."""
ROWS_PER_SEARCH = 8
"""Rows that are counted one by one in the time of one search among them, or less."""


@dataclass(frozen=True, slots=True)
class Space:
    """Disk space on the computers that get one workspace; sizes in GB."""

    typical_row: int | None
    """A row with the planned space that most of the computers have; None without computers."""
    alike: int
    """How many computers have that planned space."""
    median_free_gb: float | None
    lowest_free_gb: float | None
    tightest_row: int | None
    """The row with the least headroom; None where none is known."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Computers whose headroom lies between two edges."""

    start_gb: int
    """The lower edge, which belongs to the bin."""
    computers: int
    below: bool = False
    """Whether computers with less headroom are counted here too."""
    above: bool = False
    """Whether computers with more headroom are counted here too."""


@dataclass(frozen=True, slots=True)
class Histogram:
    """Computers by headroom, in bins of one size with an edge at 0."""

    size_gb: int
    bins: tuple[Bin, ...]
    """By rising headroom without a gap; empty where no headroom is known."""
    unknown: int
    """Computers with a workspace whose headroom is not known."""


@dataclass(frozen=True, slots=True)
class _Sized:
    """The groups of one workspace that share their disk figures."""

    need: DiskNeed
    base_free_gb: float | None
    """Free space on the base VHD's own volume, where that is another."""
    groups: list[Group]

    @property
    def computers(self) -> int:
        """How many computers there are."""
        return sum(group.computers[-1] for group in self.groups)

    @property
    def planned_gb(self) -> float | None:
        """What to keep free on each, to about a kilobyte."""
        planned = self.need.planned.value
        return None if planned is None else round(planned, 6)

    def headroom_gb(self, free_gb: float | None) -> float | None:
        """Give the headroom of a computer with so much free space."""
        return headroom_gb(self.need, free_gb, self.base_free_gb)


def spaces(hosts: HostsReview) -> tuple[Space, ...]:
    """Sum up the disk space of each workspace's computers, in the plan's order."""
    by_workspace: dict[int, list[_Sized]] = {}
    for position, sized in _sized(hosts):
        by_workspace.setdefault(position, []).append(sized)
    workspaces = range(len(hosts.subjects.plan.workspaces))
    return tuple(_space(by_workspace.get(position, []), hosts) for position in workspaces)


def headroom_spread(hosts: HostsReview, most_bins: int) -> Histogram:
    """Count the computers that have a workspace by headroom, in so many bins or fewer."""
    by_gb: dict[int, int] = {}
    computers = 0
    for _, sized in _sized(hosts):
        computers += sized.computers
        for gb, number in _by_gb(sized, hosts.fleet.counts):
            by_gb[gb] = by_gb.get(gb, 0) + number
    size, bins = _binned(by_gb, most_bins)
    return Histogram(size, bins, computers - sum(by_gb.values()))


def _sized(hosts: HostsReview) -> list[tuple[int, _Sized]]:
    """Put groups together that share their workspace, by its position, and their figures."""
    # One value stands for all figures of one kind, and they name their workspace: see columns.
    found: dict[int, tuple[int, _Sized]] = {}
    for group, bands in zip(hosts.subjects.groups, hosts.answers.bands, strict=True):
        known = found.get(id(bands))
        if known is not None:
            known[1].groups.append(group)
            continue
        position = hosts.subjects.workspace_of(group)
        if position is not None:
            base_gb = group.facts.get("base_vhd_free_disk_gb")
            found[id(bands)] = (position, _Sized(bands.need, base_gb, [group]))
    return list(found.values())


def _space(several: Sequence[_Sized], hosts: HostsReview) -> Space:
    """Sum up one workspace's computers."""
    groups = [group for sized in several for group in sized.groups]
    typical, alike = _typical(several)
    lowest = min((group.free[0] for group in groups if group.free), default=None)
    median = _median_free(groups, hosts.fleet.counts)
    return Space(typical, alike, median, lowest, _tightest(several))


def _typical(several: Iterable[_Sized]) -> tuple[int | None, int]:
    """Find the planned space that most computers have: a row with it, and how many have it."""
    found: dict[float | None, tuple[int, int]] = {}
    for sized in several:
        row = min(group.first for group in sized.groups)
        computers, first = found.get(sized.planned_gb, (0, row))
        found[sized.planned_gb] = (computers + sized.computers, min(first, row))
    if len(found) > 1:
        found.pop(None, None)
    if not found:
        return None, 0
    computers, row = max(found.values(), key=lambda each: (each[0], -each[1]))
    return row, computers


def _tightest(several: Iterable[_Sized]) -> int | None:
    """Find the row with the least headroom, among those with the least free space."""
    known = []
    for sized in several:
        firsts = ((group.free[0], group.rows[0]) for group in sized.groups if group.free)
        free_gb, row = min(firsts, default=(None, -1))
        room = sized.headroom_gb(free_gb)
        if room is not None:
            known.append((room, row))
    return min(known)[1] if known else None


def _median_free(groups: Sequence[Group], counts: Sequence[int]) -> float | None:
    """Give the free space that at least half of the computers have no more than."""
    free = list(chain.from_iterable(group.free for group in groups))
    if not free:
        return None
    computers = sum(group.computers[len(group.free)] for group in groups)
    if computers == len(free):
        return sorted(free)[(len(free) - 1) // 2]
    rows = chain.from_iterable(group.rows[: len(group.free)] for group in groups)
    pairs = sorted(zip(free, (counts[row] for row in rows), strict=True))
    passed = list(accumulate(count for _, count in pairs))
    return pairs[bisect_left(passed, ceil(computers / 2))][0]


def _by_gb(sized: _Sized, counts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Count computers by headroom in whole GB, rounded down."""
    planned = sized.need.planned.value
    for group in sized.groups:
        if sized.base_free_gb is None and planned is not None and group.free:
            yield from _counted(group, planned)
            continue
        for row, free_gb in zip(group.rows, group.free, strict=False):
            room = sized.headroom_gb(free_gb)
            if room is not None:
                yield _whole(room), counts[row]


def _counted(group: Group, planned_gb: float) -> Iterator[tuple[int, int]]:
    """Count a group that has one planned space by headroom in whole GB."""
    free, passed = group.free, group.computers
    first, last = _whole(free[0] - planned_gb), _whole(free[-1] - planned_gb)
    if (last - first) * ROWS_PER_SEARCH > len(free):
        for place, gb in enumerate(free):
            yield _whole(gb - planned_gb), passed[place + 1] - passed[place]
        return
    start = 0
    for gb in range(first, last + 1):
        end = bisect_left(free, gb + 1 + planned_gb - TOLERANCE_GB, start)
        if end > start:
            yield gb, passed[end] - passed[start]
        start = end


def _whole(gb: float) -> int:
    """Round headroom down to whole GB; about a kilobyte under the next one counts as it."""
    return floor(gb + TOLERANCE_GB)


def _binned(by_gb: dict[int, int], most: int) -> tuple[int, tuple[Bin, ...]]:
    """Choose the smallest bins that show nearly all computers, and count them."""
    if not by_gb:
        return BIN_SIZES[0], ()
    allowed = FAR_SHARE * sum(by_gb.values())
    for size in BIN_SIZES:
        bins = _bins(by_gb, size, most)
        end = bins[-1].start_gb + size
        start = bins[0].start_gb
        outside = sum(n for gb, n in by_gb.items() if gb >= end)
        if outside <= allowed and not any(gb < start for gb in by_gb):
            break
    return size, bins


def _bins(by_gb: dict[int, int], size: int, most: int) -> tuple[Bin, ...]:
    """Count computers in bins of a size; what lies outside goes to the first and last."""
    counts: dict[int, int] = {}
    for gb, computers in by_gb.items():
        counts[gb // size] = counts.get(gb // size, 0) + computers
    # The edge at 0 is always there, and lack of space never takes more than half of the bins.
    first = max(min(0, *counts), -(most // 2))
    last = min(max(0, *counts), first + most - 1)
    within = {place: counts.get(place, 0) for place in range(first, last + 1)}
    below = sum(n for place, n in counts.items() if place < first)
    above = sum(n for place, n in counts.items() if place > last)
    within[first] += below
    within[last] += above
    return tuple(
        Bin(
            place * size,
            computers,
            below=place == first and below > 0,
            above=place == last and above > 0,
        )
        for place, computers in within.items()
    )
