"""What the dashboard shows, as lines that make sense read aloud one after the other.

Words stand in place of symbols, drawings and columns, and no line is wrapped, so that a screen
reader, a pipe and a terminal that cannot be drawn on all get the same.
"""

from collections.abc import Iterable, Iterator, Sequence

from medv_tui.findings import Problem, Status, Verdict
from medv_tui.reports.clean import clean
from medv_tui.reports.hosts import rows_with
from medv_tui.reports.text import counted, met_of
from medv_tui.review.architecture import Component
from medv_tui.review.hosts import HostReview
from medv_tui.review.items import PLAN_SUBJECT, PracticeItem
from medv_tui.review.review import Review
from medv_tui.review.workspaces import WorkspaceDisk

WORST_FIRST = (Status.FAILING, Status.UNKNOWN, Status.OPEN, Status.WAIVED, Status.MET)
"""Statuses of practices in the order in which they are read; what does not apply is left out."""


def lines(review: Review, name: str, path: str) -> Iterator[str]:
    """Give every line, with an empty one before each heading but the first."""
    yield f"{clean(name)}, {clean(path)}, as of {review.as_of.isoformat()}"
    yield from headline(review)
    sections = (
        ("Architecture", architecture(review.architecture.components)),
        ("Hosts", hosts(review)),
        ("Disk", map(_disk, review.disk.workspaces)),
        ("Checklist", checklist(review.items)),
        ("Problems", (problem(each, path) for each in review.problems)),
    )
    for title, content in sections:
        yield ""
        yield f"{title}:"
        yield from list(content) or ["None."]


def headline(review: Review) -> Iterator[str]:
    """Give the whole plan in figures."""
    fleet, disk = review.hosts, review.disk
    verdicts = [f"{number:,} {verdict.value}" for verdict, number in fleet.counts.items() if number]
    yield f"{counted(fleet.total, 'computer')}: {', '.join(verdicts) or 'none has a verdict'}."
    least = "at least " if disk.hosts_unknown else ""
    yield f"Disk: {least}{disk.planned_gb:,.2f} GB planned, {disk.required_gb:,.2f} GB required."
    counts = review.items_by_status()
    others = (f"{counts[status]:,} {status.value}" for status in WORST_FIRST[:-1] if counts[status])
    yield f"Practices: {', '.join((met_of(review), *others))}."
    if review.partial:
        yield "Part of the plan cannot be read; it is not in the figures."


def architecture(components: Sequence[Component]) -> Iterator[str]:
    """Give every component with the one that contains it, its status and the reason."""
    titles = {component.id: component.title for component in components}
    for component in components:
        inside = f", in {titles[component.inside]}" if component.inside in titles else ""
        yield f"{component.title}{inside}: {component.status}. {clean(component.message)}"


def hosts(review: Review) -> Iterator[str]:
    """Give every computer with its verdict and the reasons, worst first."""
    for verdict in (*_DOUBTS, Verdict.READY, Verdict.EXCLUDED):
        for row in rows_with(review, {verdict}):
            yield _host(review.hosts.review(row))


_DOUBTS = (Verdict.BLOCKED, Verdict.UNKNOWN, Verdict.ATTENTION, Verdict.UNASSIGNED)


def _host(host: HostReview) -> str:
    """Say one row of the fleet."""
    many = f", {host.count:,} computers" if host.count > 1 else ""
    workspace = f", workspace {clean(host.workspace)}" if host.workspace else ""
    reasons = [reason.message for reason in host.reasons]
    reasons += [text for text in (host.excluded, host.why_unassigned) if text]
    said = "".join(f" {clean(reason)}" for reason in reasons)
    return f"{clean(host.name)}{many}{workspace}: {host.verdict.value}.{said}"


def _disk(disk: WorkspaceDisk) -> str:
    """Say what the computers of one workspace need."""
    least = "at least " if disk.hosts_unknown else ""
    said = f"{clean(disk.name)}, {counted(disk.hosts, 'computer')}: {least}"
    said += f"{disk.planned_gb:,.2f} GB planned, {disk.required_gb:,.2f} GB required."
    if disk.short_hosts:
        few = counted(disk.short_hosts, "computer is", "computers are")
        said += f" {few} short by {disk.shortfall_gb:,.2f} GB together."
    if disk.hosts_unknown:
        few = counted(
            disk.hosts_unknown, "computer lacks data and is", "computers lack data and are"
        )
        said += f" {few} not in the sums."
    return said


def checklist(items: Iterable[PracticeItem]) -> Iterator[str]:
    """Give every practice that applies, worst first."""
    told = [item for item in items if item.status in WORST_FIRST]
    for item in sorted(told, key=lambda item: WORST_FIRST.index(item.status)):
        subject = item.subject.replace(":", " ", 1)
        of_whom = "" if item.subject == PLAN_SUBJECT else f", {clean(subject)}"
        state = f"{item.status.value}, {item.practice.severity.value}"
        said = clean(item.finding.message)
        yield f"{item.practice.title} ({item.practice.id}){of_whom}: {state}. {said}"


def problem(each: Problem, path: str) -> str:
    """Say one problem with its place."""
    where = f" line {each.where.line}, column {each.where.column}" if each.where else ""
    place = f"{clean(each.file or path)}{where}"
    return f"{place}: {each.level.value} {each.code.id}. {clean(each.message)}"
