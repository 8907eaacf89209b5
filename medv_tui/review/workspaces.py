"""What each workspace comes to, and the disk space of the whole fleet."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from medv_tui.assessment.disk import TOLERANCE_GB, covers
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


def totals(hosts: HostsReview) -> DiskTotals:
    """Add up the disk figures of every workspace's computers."""
    workspaces = hosts.subjects.plan.workspaces
    return DiskTotals(tuple(_totals(hosts, i, ws.name) for i, ws in enumerate(workspaces)))


def _totals(hosts: HostsReview, place: int, name: str) -> WorkspaceDisk:
    """Add up one workspace's computers, group by group."""
    computers = unknown = short = 0
    required = planned = shortfall = 0.0
    for position, group in enumerate(hosts.subjects.groups):
        if hosts.subjects.workspace_of(group) != place:
            continue
        need = hosts.answers.bands[position].need
        computers += group.total
        if need.required.value is not None:
            required += group.total * need.required.value
        if need.required.value is None or need.planned.value is None:
            unknown += group.total
            continue
        planned += group.total * need.planned.value
        few, lacking = _short(hosts, group, need.planned.value)
        short += few
        shortfall += lacking
    return WorkspaceDisk(name, computers, required, planned, short, shortfall, unknown)


def _short(hosts: HostsReview, group: Group, planned_gb: float) -> tuple[int, float]:
    """Count a group's computers with too little free space, and add up what they lack in GB."""
    fleet = hosts.fleet
    if "base_vhd_free_disk_gb" in group.facts:
        headrooms = ((fleet.counts[row], hosts.headroom_gb(row)) for row in group.rows)
        short = [(n, h) for n, h in headrooms if h is not None and not covers(h, 0.0)]
        return sum(n for n, _ in short), -sum(n * h for n, h in short)
    end = bisect_left(group.free, planned_gb - TOLERANCE_GB)
    free = sum(
        fleet.counts[row] * gb for row, gb in zip(group.rows, group.free[:end], strict=False)
    )
    return group.computers[end], group.computers[end] * planned_gb - free


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
