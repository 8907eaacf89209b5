"""The JSON of `check`: one plan's whole result for a script."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from medv_tui.findings import Finding, Problem, Status, Verdict
from medv_tui.reports.members import (
    ArchitectureMembers,
    ComponentMembers,
    DiskMembers,
    HostDiskMembers,
    HostMembers,
    HostsMembers,
    LinkMembers,
    Place,
    PlanMembers,
    PracticeMembers,
    PracticesMembers,
    ProblemMembers,
    Reason,
    Result,
    Score,
    StatusCounts,
    WorkspaceDiskMembers,
    WorkspaceMembers,
    WorkspacesMembers,
)
from medv_tui.review.hosts import HostDisk, HostReview
from medv_tui.review.items import PracticeItem
from medv_tui.review.review import Review
from medv_tui.review.workspaces import WorkspaceReview

Rows: TypeAlias = Literal["all", "failing", "none"]
"""Which rows of the fleet stand in the result one by one; the counts hold for all of them."""

_QUIET = frozenset({Verdict.READY, Verdict.EXCLUDED})


def result(
    review: Review, plan_name: str, path: str, sha256: str | None, hosts: Rows = "all"
) -> Result:
    """Put a review into the members of the contract."""
    members = _Members(review, path)
    return Result(
        format=1,
        as_of=review.as_of,
        partial=review.partial,
        plan=PlanMembers(name=plan_name, path=path, sha256=sha256),
        problems=tuple(members.problem(problem) for problem in review.problems),
        hosts=members.hosts(hosts),
        workspaces=WorkspacesMembers(
            items=tuple(members.workspace(workspace) for workspace in review.workspaces)
        ),
        disk=_disk(review),
        practices=members.practices(),
        architecture=_architecture(review),
    )


def line_of(review: Review, finding: Finding) -> int | None:
    """Give the plan's line of a finding; None where nothing of it is in the plan."""
    where = review.locate(finding.path)
    is_nowhere = where is None or (where.line, where.column) == (where.end_line, where.end_column)
    return None if where is None or is_nowhere else where.line


@dataclass(frozen=True, slots=True)
class _Members:
    """Turns parts of a review into members, with the places of this plan."""

    review: Review
    path: str

    def problem(self, problem: Problem) -> ProblemMembers:
        """One problem with its place."""
        where = problem.where
        return ProblemMembers(
            severity=problem.level,
            code=problem.code.id,
            message=problem.message,
            file=problem.file or self.path,
            path=problem.path,
            line=where.line if where else None,
            column=where.column if where else None,
            end_line=where.end_line if where else None,
            end_column=where.end_column if where else None,
            related=tuple(
                Place(
                    file=other.file or self.path,
                    line=other.where.line,
                    column=other.where.column,
                    message=other.message,
                )
                for other in problem.related
            ),
        )

    def hosts(self, rows: Rows) -> HostsMembers:
        """The fleet with the rows that were asked for."""
        hosts = self.review.hosts
        counts = hosts.counts
        return HostsMembers(
            total=hosts.total,
            ready=counts[Verdict.READY],
            attention=counts[Verdict.ATTENTION],
            blocked=counts[Verdict.BLOCKED],
            unknown=counts[Verdict.UNKNOWN],
            unassigned=counts[Verdict.UNASSIGNED],
            excluded=counts[Verdict.EXCLUDED],
            items=tuple(self._host(host) for host in _rows(self.review, rows)),
        )

    def _host(self, host: HostReview) -> HostMembers:
        """One row."""
        return HostMembers(
            name=host.name,
            count=host.count,
            workspace=host.workspace,
            verdict=host.verdict,
            guest_memory_mb=host.guest_memory_mb,
            disk=_host_disk(host.disk, self.review.hosts.fleet.fact(host.row, "free_disk_gb")),
            reasons=tuple(self._reason(finding, host.row) for finding in host.reasons),
            waived_reasons=tuple(
                self._reason(finding, host.row) for finding in host.waived_reasons
            ),
            unverified=host.unverified,
            notes=host.notes,
            excluded=host.excluded,
        )

    def _reason(self, finding: Finding, row: int | None = None) -> Reason:
        """One finding with its place."""
        file, line = self.review.place(finding, row)
        return Reason(
            practice=finding.practice,
            severity=finding.severity,
            message=finding.message,
            file=file or self.path,
            line=line,
        )

    def workspace(self, workspace: WorkspaceReview) -> WorkspaceMembers:
        """One workspace."""
        return WorkspaceMembers.model_validate(
            {
                "name": workspace.name,
                "status": workspace.status,
                "reasons": tuple(self._reason(finding) for finding in workspace.reasons),
                "unverified": workspace.unverified,
            }
        )

    def practices(self) -> PracticesMembers:
        """The checklist."""
        counts = self.review.items_by_status()
        met, of = self.review.score
        return PracticesMembers(
            met=counts[Status.MET],
            failing=counts[Status.FAILING],
            open=counts[Status.OPEN],
            unknown=counts[Status.UNKNOWN],
            waived=counts[Status.WAIVED],
            not_applicable=counts[Status.NOT_APPLICABLE],
            score=Score(met=met, of=of),
            items=tuple(self._item(item) for item in self.review.items),
        )

    def _item(self, item: PracticeItem) -> PracticeMembers:
        """One item of the checklist."""
        practice, finding = item.practice, item.finding
        fails = item.status is Status.FAILING
        return PracticeMembers(
            id=practice.id,
            title=practice.title,
            severity=finding.severity if fails else practice.severity,
            headline=practice.headline > 0,
            scope=practice.scope,
            subject=item.subject,
            status=item.status,
            message=finding.message,
            source=practice.source.topics,
            inferred=practice.inferred,
            external=practice.source.external or None,
            line=line_of(self.review, finding),
            counts=_counts(item),
        )


def _rows(review: Review, rows: Rows) -> Iterator[HostReview]:
    """Work out the rows that were asked for."""
    if rows == "none":
        return
    hosts = review.hosts
    for row in range(len(hosts.fleet.names)):
        if rows == "all":
            yield hosts.review(row)
        elif hosts.verdict(row) not in _QUIET:
            host = hosts.review(row)
            if any(reason.status is Status.FAILING for reason in host.reasons):
                yield host


def _host_disk(disk: HostDisk | None, free_gb: float | None) -> HostDiskMembers:
    """A row's figures; without a workspace only its free space is known."""
    return HostDiskMembers(
        required_gb=disk.need.required.value if disk else None,
        peak_gb=disk.need.peak.value if disk else None,
        planned_gb=disk.need.planned.value if disk else None,
        free_gb=free_gb,
        headroom_gb=disk.headroom_gb if disk else None,
    )


def _counts(item: PracticeItem) -> StatusCounts | None:
    """Computers by status, where an item is about computers."""
    if not item.counts:
        return None
    return StatusCounts(
        met=item.counts[Status.MET],
        failing=item.counts[Status.FAILING],
        open=item.counts[Status.OPEN],
        unknown=item.counts[Status.UNKNOWN],
        waived=item.counts[Status.WAIVED],
        not_applicable=item.counts[Status.NOT_APPLICABLE],
    )


def _disk(review: Review) -> DiskMembers:
    """Disk space by workspace and altogether."""
    return DiskMembers(
        workspaces=tuple(
            WorkspaceDiskMembers(
                name=workspace.name,
                hosts=workspace.hosts,
                required_gb=workspace.required_gb,
                planned_gb=workspace.planned_gb,
                short_hosts=workspace.short_hosts,
                shortfall_gb=workspace.shortfall_gb,
                hosts_unknown=workspace.hosts_unknown,
            )
            for workspace in review.disk.workspaces
        ),
        total_required_gb=review.disk.required_gb,
        total_planned_gb=review.disk.planned_gb,
        hosts_unknown=review.disk.hosts_unknown,
    )


def _architecture(review: Review) -> ArchitectureMembers:
    """The components and how they act on each other."""
    return ArchitectureMembers(
        components=tuple(
            ComponentMembers(
                id=component.id,
                title=component.title,
                inside=component.inside,
                required=component.required,
                status="missing" if component.status == "missing" else Status(component.status),
                message=component.message,
            )
            for component in review.architecture.components
        ),
        links=tuple(
            LinkMembers(source=link.source, target=link.target, label=link.label)
            for link in review.architecture.links
        ),
    )
