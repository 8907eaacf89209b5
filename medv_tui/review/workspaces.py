"""What each workspace comes to, and the disk space of the whole fleet."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from medv_tui.assessment.disk import TOLERANCE_GB, DiskNeed, covers, headroom_gb
from medv_tui.findings import Finding, Severity, Status, Verdict
from medv_tui.plan.fleet import Group
from medv_tui.practices.answers import not_known
from medv_tui.practices.subjects import Subjects
from medv_tui.review.hosts import HostsReview
from medv_tui.review.items import PracticeItem

DECIDING = ("workspaces.image.vhd_gb", "workspaces.differencing_disk_gb")
"""Facts of a workspace without which nothing can be said of its computers' disks."""


@dataclass(frozen=True, slots=True)
class WorkspaceDisk:
    """Disk space of the computers that get one workspace; sizes in GB."""

    name: str
    hosts: int
    """Computers, whether their figures are known or not."""
    required_gb: float
    planned_gb: float
    """Sums over the computers whose figures are known."""
    short_hosts: int
    """Computers with less free than planned space."""
    shortfall_gb: float
    """What they lack together."""
    hosts_unknown: int
    """Computers that are not in the sums."""


@dataclass(frozen=True, slots=True)
class DiskTotals:
    """Disk space of the fleet; sizes in GB, sums of what is known."""

    workspaces: tuple[WorkspaceDisk, ...]

    @property
    def required_gb(self) -> float:
        """What MED-V requires on all computers together."""
        return sum(workspace.required_gb for workspace in self.workspaces)

    @property
    def planned_gb(self) -> float:
        """What to keep free on all computers together."""
        return sum(workspace.planned_gb for workspace in self.workspaces)

    @property
    def known_planned_gb(self) -> float | None:
        """The same; None where it is known of no computer at all, although there are some."""
        nothing_known = self.hosts_unknown and not self.planned_gb
        return None if nothing_known else self.planned_gb

    @property
    def hosts_unknown(self) -> int:
        """Computers that are not in the sums, so that these are "at least"."""
        return sum(workspace.hosts_unknown for workspace in self.workspaces)


@dataclass(frozen=True, slots=True)
class WorkspaceReview:
    """What one workspace's own facts come to."""

    name: str
    status: Verdict
    """blocked, unknown, attention or ready, by the rule of computers."""
    reasons: tuple[Finding, ...]
    unverified: tuple[str, ...]
    """Practices that lack data."""


class _Part(NamedTuple):
    """What the computers of one group add to the figures of their workspace; sizes in GB."""

    workspace: int | None
    """The workspace's position."""
    computers: int = 0
    required: float = 0.0
    planned: float = 0.0
    short: int = 0
    shortfall: float = 0.0
    unknown: int = 0


@dataclass(slots=True)
class PartsCache:
    """What each group of the last review added."""

    groups: tuple[Group, ...] = ()
    parts: Sequence[_Part] = ()


def totals(hosts: HostsReview, cache: PartsCache | None = None) -> DiskTotals:
    """Add up the disk figures of every workspace's computers."""
    cache, change = cache or PartsCache(), hosts.answers.follows
    groups = hosts.subjects.groups

    def ask(position: int) -> _Part:
        return _part(hosts, position)

    if change is not None and change.old is cache.groups:
        parts = change.carry(cache.parts, ask)
    else:
        parts = [ask(position) for position in range(len(groups))]
    cache.groups, cache.parts = groups, parts
    workspaces = hosts.subjects.plan.workspaces
    return DiskTotals(tuple(_totals(parts, i, ws.name) for i, ws in enumerate(workspaces)))


def _totals(parts: Iterable[_Part], place: int, name: str) -> WorkspaceDisk:
    """Add up one workspace's computers, group by group."""
    # Fractions are always added up in the order of the groups, and never taken away again.
    own = [part for part in parts if part.workspace == place]
    return WorkspaceDisk(
        name,
        sum(map(attrgetter("computers"), own)),
        sum(map(attrgetter("required"), own), 0.0),
        sum(map(attrgetter("planned"), own), 0.0),
        sum(map(attrgetter("short"), own)),
        sum(map(attrgetter("shortfall"), own), 0.0),
        sum(map(attrgetter("unknown"), own)),
    )


def _part(hosts: HostsReview, position: int) -> _Part:
    """Work out what one group's computers come to."""
    group = hosts.subjects.groups[position]
    place = hosts.subjects.workspace_of(group)
    if place is None:
        return _Part(None)
    need, computers = hosts.answers.bands[position].need, group.total
    required, planned = need.required.value, need.planned.value
    required_gb = 0.0 if required is None else computers * required
    if required is None or planned is None:
        return _Part(place, computers, required_gb, unknown=computers)
    short, shortfall = _short(hosts, group, need)
    return _Part(place, computers, required_gb, computers * planned, short, shortfall)


def _short(hosts: HostsReview, group: Group, need: DiskNeed) -> tuple[int, float]:
    """Count a group's computers with too little free space, and add up what they lack in GB."""
    fleet, base_gb = hosts.fleet, group.facts.get("base_vhd_free_disk_gb")
    if base_gb is not None:
        free = zip(group.rows, group.free, strict=False)
        headrooms = ((fleet.counts[row], headroom_gb(need, gb, base_gb)) for row, gb in free)
        lacking = [(n, h) for n, h in headrooms if h is not None and not covers(h, 0.0)]
        return sum(n for n, _ in lacking), -sum(n * h for n, h in lacking)
    planned_gb = need.planned.value or 0.0
    if not group.free or covers(group.free[0], planned_gb):
        return 0, 0.0
    end = bisect_left(group.free, planned_gb - TOLERANCE_GB)
    short = group.computers[end]
    if short == end:
        return short, short * planned_gb - sum(group.free[:end])
    known = zip(group.rows, group.free[:end], strict=False)
    return short, short * planned_gb - sum(fleet.counts[row] * gb for row, gb in known)


def review(
    name: str, position: int, items: Sequence[PracticeItem], subjects: Subjects
) -> WorkspaceReview:
    """Draw the conclusion from a workspace's own findings."""
    findings = [item.finding for item in items]
    failing = [f for f in findings if f.status is Status.FAILING]
    must = [f for f in failing if f.severity is Severity.MUST]
    should = [f for f in failing if f.severity is Severity.SHOULD]
    lacking = _lacking(position, subjects)
    if must:
        status, reasons = Verdict.BLOCKED, [*must, *should]
    elif lacking:
        status, reasons = Verdict.UNKNOWN, [*lacking, *should]
    elif should:
        status, reasons = Verdict.ATTENTION, should
    else:
        status, reasons = Verdict.READY, []
    unverified = tuple(f.practice for f in findings if f.status is Status.UNKNOWN)
    return WorkspaceReview(name, status, tuple(reasons), unverified)


def _lacking(position: int, subjects: Subjects) -> list[Finding]:
    """Name the deciding facts that a workspace does not give."""
    facts = subjects.workspace_facts[position]
    return [
        Finding(
            "host-disk-formula",
            Severity.MUST,
            Status.UNKNOWN,
            not_known([fact], subjects, position),
            subjects.path(fact, position),
        )
        for fact in DECIDING
        if facts.get(fact) is None
    ]


def score(items: Iterable[PracticeItem]) -> tuple[int, int]:
    """Give how many scored practices are met, and how many there are."""
    scored = [item for item in items if item.scored]
    return sum(item.status is Status.MET for item in scored), len(scored)
