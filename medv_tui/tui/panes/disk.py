"""The disk pane: what each workspace takes on its computers, with the formula in numbers."""

from collections.abc import Iterator

from medv_tui.assessment.disk import DiskNeed
from medv_tui.findings import Figure
from medv_tui.plan.fleet import Group
from medv_tui.reports.clean import clean
from medv_tui.review.hosts import HostsReview
from medv_tui.review.review import Review
from medv_tui.review.workspaces import DiskTotals, WorkspaceDisk
from medv_tui.tui.line import Line, Part, joined, spread
from medv_tui.tui.panes.pane import ListPane
from medv_tui.tui.present import (
    BLOCKED,
    BOLD,
    MUTED,
    UNKNOWN,
    count,
    formula,
    headroom,
    size,
)

LABEL = 10
"""Cells of a row's label."""


def typical(hosts: HostsReview, name: str) -> DiskNeed | None:
    """Give the figures of a computer of the largest group that gets a workspace."""
    groups = _groups_of(hosts, name)
    largest = max(groups, key=lambda group: group.total, default=None)
    figures = None if largest is None else hosts.explained(largest.first)
    return None if figures is None else figures[1]


def tightest(hosts: HostsReview, name: str) -> int | None:
    """Give the row with the least headroom in a workspace, None where none is known.

    In each group the first row has the least free space, so only those are compared.
    """
    rows = [group.rows[0] for group in _groups_of(hosts, name)]
    known = [(room, row) for row in rows if (room := hosts.headroom_gb(row)) is not None]
    return min(known)[1] if known else None


def _groups_of(hosts: HostsReview, name: str) -> Iterator[Group]:
    """Find the groups of computers that get a workspace."""
    wanted = hosts.subjects.workspaces_by_name.get(name.casefold())
    for group in hosts.subjects.groups:
        if hosts.subjects.workspace_of(group) == wanted:
            yield group


def draw(disk: DiskTotals, hosts: HostsReview, cells: int) -> list[Line]:
    """Draw the fleet and every workspace."""
    if not disk.workspaces:
        return [(Part("No workspace yet. Add a [[workspaces]] table.", MUTED),)]
    lines = [_fleet(disk, hosts, cells)]
    for workspace in disk.workspaces:
        lines.append(())
        lines += _workspace(workspace, hosts, cells)
    return lines


def _fleet(disk: DiskTotals, hosts: HostsReview, cells: int) -> Line:
    """Draw the sums over all computers."""
    left = joined(
        (
            (Part("Fleet", BOLD),),
            (Part(count(hosts.total, "host"), MUTED),),
            (Part(size(disk.planned_gb), BOLD), Part(" planned", MUTED)),
        ),
        3,
    )
    short = sum(workspace.short_hosts for workspace in disk.workspaces)
    lack = sum(workspace.shortfall_gb for workspace in disk.workspaces)
    return spread(left, _shortage(short, lack, disk.hosts_unknown), cells)


def _shortage(short: int, lack_gb: float, unknown: int) -> Line:
    """Say how many computers lack how much, and for how many that is not known."""
    lacking = (Part(f"× {short:,} short by {size(lack_gb)}", BLOCKED),) if short else ()
    unsaid = (Part(f"? {unknown:,} unknown", UNKNOWN),) if unknown else ()
    return joined((lacking, unsaid), 3)


def _workspace(workspace: WorkspaceDisk, hosts: HostsReview, cells: int) -> list[Line]:
    """Draw one workspace."""
    title = (Part(clean(workspace.name), BOLD), Part(f"   {count(workspace.hosts, 'host')}", MUTED))
    short = _shortage(workspace.short_hosts, workspace.shortfall_gb, workspace.hosts_unknown)
    lines = [spread(title, short, cells)]
    need = typical(hosts, workspace.name)
    if need is None:
        return [*lines, (Part("No host gets this workspace yet.", MUTED),)]
    lines.append(
        _labelled(
            "all hosts",
            Part("required ", MUTED),
            Part(size(workspace.required_gb)),
            Part("   planned ", MUTED),
            Part(size(workspace.planned_gb)),
        )
    )
    required, planned = need.required, need.planned
    if required.value is None:
        return [*lines, (Part(_undetermined(workspace.name, required), MUTED),)]
    lines.append(_labelled("a host", Part(formula(required), BOLD)))
    if planned.value is not None and planned.value != required.value:
        lines.append(_labelled("planned", Part(formula(planned), BOLD)))
    return [*lines, *_tightest(workspace, hosts)]


def _undetermined(name: str, figure: Figure) -> str:
    """Name the keys without which a figure is unknown."""
    absent = [
        str(term.path[-1]) if term.path else term.name
        for term in figure.inputs()
        if term.value is None
    ]
    return f"No disk figure yet: {clean(name)} has no {' and no '.join(absent)}."


def _tightest(workspace: WorkspaceDisk, hosts: HostsReview) -> list[Line]:
    """Draw the computer with the least headroom."""
    row = tightest(hosts, workspace.name)
    if row is None:
        return [_labelled("tightest", Part("Free disk space is not known.", MUTED))]
    free = hosts.fleet.fact(row, "free_disk_gb")
    return [
        _labelled(
            "tightest",
            Part(clean(hosts.fleet.names[row])),
            Part("   free ", MUTED),
            Part(size(free)),
            Part("   headroom ", MUTED),
            headroom(hosts.headroom_gb(row)),
        )
    ]


def _labelled(label: str, *parts: Part) -> Line:
    """Put a label before a row."""
    return (Part(f"{label:<{LABEL}}", MUTED), *parts)


class DiskPane(ListPane):
    """Disk budgets for the fleet and each workspace."""

    NUMBER = 4
    NAME = "Disk"

    def is_changed(self, old: Review | None, new: Review) -> bool:
        """Whether sums or computers are others than before."""
        return old is None or old.disk is not new.disk or old.hosts is not new.hosts

    def lines(self, review: Review, cells: int) -> list[Line]:
        """Draw the budgets."""
        return draw(review.disk, review.hosts, cells)

    def fact(self, review: Review) -> str:
        """Name the unit of every figure."""
        del review
        return "GB"
