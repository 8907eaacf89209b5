"""What free disk space would bring back computers that nothing else blocks."""

from collections import Counter
from dataclasses import dataclass
from itertools import accumulate
from math import ceil

from medv_tui.assessment.disk import TOLERANCE_GB
from medv_tui.findings import Verdict
from medv_tui.practices.bands import STOPPED, Bands
from medv_tui.practices.stretches import Stretch
from medv_tui.review.hosts import HostsReview


@dataclass(frozen=True, slots=True)
class Regain:
    """Computers that so many more GB on each of them would bring back."""

    gb: int
    """Whole GB of free space more than there is."""
    computers: int
    """All that would no longer be blocked, those that need less among them."""


def regained(hosts: HostsReview) -> tuple[Regain, ...]:
    """Say for each missing gigabyte how many computers it would bring back, the least first.

    Only amounts that bring back more computers than smaller ones are named.
    """
    by_gb: Counter[int] = Counter()
    for stretch in hosts.answers.stretches:
        if hosts.verdict(stretch.rows[0]) is Verdict.BLOCKED:
            by_gb += _missing(hosts, stretch)
    sizes = sorted(by_gb)
    sums = accumulate(by_gb[gb] for gb in sizes)
    return tuple(Regain(gb, computers) for gb, computers in zip(sizes, sums, strict=True))


def _missing(hosts: HostsReview, stretch: Stretch) -> Counter[int]:
    """Count the computers of one stretch by the whole GB that they lack."""
    limit_gb = _enough_gb(stretch.bands)
    if hosts.answers.weights[stretch.position] == STOPPED or limit_gb is None:
        return Counter()
    free, missing = stretch.group.free[stretch.start : stretch.end], Counter[int]()
    computers = stretch.group.computers[stretch.start : stretch.end + 1]
    for number, free_gb in enumerate(free):
        gb = max(1, ceil(limit_gb - free_gb - TOLERANCE_GB))
        missing[gb] += computers[number + 1] - computers[number]
    return missing


def _enough_gb(bands: Bands) -> float | None:
    """Give the free space from which on nothing about it blocks; None where none is enough."""
    known = [weight == STOPPED for weight in bands.weights[:-1]]
    if not known or known[-1] or True not in known:
        return None
    last_blocked = len(known) - 1 - known[::-1].index(True)
    return bands.limits[last_blocked]
