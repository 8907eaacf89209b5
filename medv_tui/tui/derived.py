"""What the plan makes of the key or the table under the cursor."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from medv_tui.findings import Finding, Path, Severity, Status, Verdict
from medv_tui.practices import sizing
from medv_tui.practices.catalogue import CATALOGUE
from medv_tui.practices.practice import Practice
from medv_tui.practices.subjects import FLEET, HOSTS, WORKSPACES
from medv_tui.review.hosts import HostReview
from medv_tui.review.items import PLAN_SUBJECT
from medv_tui.review.review import Review
from medv_tui.tui.present import VERDICT_MARKS, Mark, count, signed, status_mark

_UNKNOWN = "Not known: "
"""Begins the reason of a verdict that is unknown, which says so itself."""

HOST_DEFAULTS = "host_defaults."


class Row(NamedTuple):
    """One labelled statement."""

    label: str
    text: str
    mark: Mark | None = None


def readers(fact: str) -> list[Practice]:
    """Find the practices whose answer can depend on a fact, each id once."""
    facts = {fact}
    if fact in sizing.PARTS:
        facts.add(sizing.NEED)
    if fact.startswith(HOSTS):
        name = fact.removeprefix(HOSTS)
        facts |= {f"{FLEET}{name}", f"{FLEET}workspace.{name}"}
    found = {p.id: p for p in reversed(CATALOGUE) if not facts.isdisjoint(p.facts)}
    return list(found.values())[::-1]


def of_key(path: Path, review: Review) -> Iterator[Row]:
    """Say what a review makes of a key."""
    host = _host(path, review)
    if path[0] == "attestations" and path[-1] == "practice":
        yield from _attested(path[:2], review)
    yield from _now(path, review, host)
    yield from _gives(path, review, host)


def _now(path: Path, review: Review, host: HostReview | None) -> Iterator[Row]:
    """Say the worst of what is wrong with a key as it stands, else how its practices stand."""
    found = _answers(path, review, host)
    failing = [f for f in found if f.path == path and f.status is Status.FAILING]
    if failing:
        worst = min(failing, key=lambda finding: finding.severity.rank)
        least = worst.severity if worst.severity is Severity.MUST else Severity.SHOULD
        yield Row("now", worst.message, status_mark(Status.FAILING, least))
        return
    reading = {each.id for each in readers(_fact(path))}
    statuses = Counter(f.status for f in found if f.practice in reading)
    del statuses[Status.NOT_APPLICABLE], statuses[Status.FAILING]
    if statuses:
        ordered = sorted(statuses, key=lambda status: status.rank)
        first, *more = ordered
        said = f"{count(statuses[first], 'practice')} {first.words}"
        others = "".join(f", {statuses[status]} {status.words}" for status in more)
        yield Row("now", said + others, status_mark(first))


def _answers(path: Path, review: Review, host: HostReview | None) -> Sequence[Finding]:
    """Give the answers of every practice about what a key belongs to."""
    if host is not None:
        return host.findings
    name = _workspace_names(review).get(path[1]) if path[0] == "workspaces" else None
    subject = PLAN_SUBJECT if name is None else f"workspace:{name}"
    return [item.finding for item in review.items if item.subject in (subject, PLAN_SUBJECT)]


def _fact(path: Path) -> str:
    """Name what practices read there; defaults of computers are read as theirs."""
    dotted = ".".join(part for part in path if isinstance(part, str))
    return dotted.replace(HOST_DEFAULTS, HOSTS, 1)


def of_table(path: Path, review: Review) -> Iterator[Row]:
    """Say what a review makes of one table of a list: a computer, a workspace, an attestation."""
    host = _host(path, review)
    if host is not None:
        why = next((each.message for each in host.reasons), host.excluded or host.why_unassigned)
        mark = VERDICT_MARKS[host.verdict]
        said = "wants attention" if host.verdict is Verdict.ATTENTION else f"is {mark.word}"
        because = f": {why.removeprefix(_UNKNOWN)}" if why else "."
        yield Row("now", f"{host.name} {said}{because}", mark)
    elif path[0] == "workspaces" and len(path) == 2:
        yield from _workspace_gives(path, review)
    elif path[0] == "attestations" and len(path) == 2:
        yield from _attested(path, review)


def _attested(path: Path, review: Review) -> Iterator[Row]:
    """Say what the practice of an attestation comes to."""
    kept = review.hosts.subjects.indexes["attestations"]
    if path[1] not in kept:
        return
    word = review.plan.attestations[kept.index(int(path[1]))]
    name = None if word.workspace is None else f"workspace:{word.workspace}"
    items = [item for item in review.items if item.practice.id == word.practice]
    mine = [item for item in items if name is None or item.subject == name] or items
    if mine:
        worst = min(mine, key=lambda item: item.status.rank)
        mark = status_mark(worst.status, worst.finding.severity)
        yield Row("now", f"{worst.practice.title}: {worst.status.words}", mark)


def _gives(path: Path, review: Review, host: HostReview | None) -> Iterator[Row]:
    """Say what the plan derives from a key, where that is one figure."""
    dotted = ".".join(part for part in path if isinstance(part, str))
    if host is not None and host.guest_memory_mb is not None and dotted == f"{HOSTS}ram_mb":
        yield Row("gives", f"{host.guest_memory_mb:,} MB of memory to the guest")
    if host is not None and host.disk is not None:
        planned = host.disk.need.planned.value
        if dotted == f"{HOSTS}users" and planned is not None:
            yield Row("gives", f"{planned:,.2f} GB planned on this computer")
        if dotted == f"{HOSTS}free_disk_gb" and host.disk.headroom_gb is not None:
            yield Row("gives", f"{signed(host.disk.headroom_gb)} GB of headroom")
    if dotted in _SIZES or dotted == f"{WORKSPACES}name":
        yield from _workspace_gives(path, review)


_SIZES = frozenset(
    WORKSPACES + name
    for name in ("image.vhd_gb", "differencing_disk_gb", "saved_state_gb", "package_gb")
)


def _workspace_gives(path: Path, review: Review) -> Iterator[Row]:
    """Say what a workspace needs on all its computers."""
    names = _workspace_names(review)
    for disk in review.disk.workspaces:
        if disk.name == names.get(int(path[1])) and disk.hosts:
            computers = count(disk.hosts, "computer")
            if disk.hosts_unknown == disk.hosts:
                yield Row("gives", f"{computers}, whose disk space is not known")
                return
            least = "at least " if disk.hosts_unknown else ""
            yield Row("gives", f"{least}{disk.planned_gb:,.1f} GB planned on {computers}")


def _workspace_names(review: Review) -> Mapping[str | int, str]:
    """Give the name of each workspace by the number of its table."""
    indexes = review.hosts.subjects.indexes["workspaces"]
    return {
        index: workspace.name
        for index, workspace in zip(indexes, review.plan.workspaces, strict=True)
    }


def _host(path: Path, review: Review) -> HostReview | None:
    """Work out the computer whose table a path leads into, if there is one."""
    if len(path) < 2 or path[0] != "hosts" or not isinstance(path[1], int):
        return None
    indexes = review.hosts.subjects.indexes["hosts"]
    row = bisect_left(indexes, path[1])
    if row == len(indexes) or indexes[row] != path[1]:
        return None
    return review.hosts.review(row)
