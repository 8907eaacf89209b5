"""What if: a few changes tried on a copy of the plan, and what they would do to every computer."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from medv_tui.findings import Intent, SetValue, Status, Verdict
from medv_tui.inventory.progress import Progress, untold
from medv_tui.plan.base import LARGEST_COUNT
from medv_tui.planfile.edits import edited
from medv_tui.review.hosts import VERDICTS, HostsReview
from medv_tui.review.items import PracticeItem
from medv_tui.review.review import Review
from medv_tui.review.reviewer import Files, Reviewer
from medv_tui.review.workspaces import DiskTotals, WorkspaceDisk

NAMED = 3
"""Computers that are named of all those that get another verdict."""


@dataclass(frozen=True, slots=True)
class More:
    """Every computer has more of something that is counted."""

    fact: Literal["users", "ram_mb"]
    by: int


@dataclass(frozen=True, slots=True)
class Share:
    """A workspace serves all users of a computer, or each of them has one of their own."""

    workspace: str
    is_shared: bool


@dataclass(frozen=True, slots=True)
class Resize:
    """A workspace's base VHD has another size."""

    workspace: str
    vhd_gb: float


Change: TypeAlias = More | Share | Resize
"""One thing that a planner may want to try."""

ONE_MORE_USER, TWO_GB_MORE_RAM = More("users", 1), More("ram_mb", 2048)


@dataclass(frozen=True, slots=True)
class Move:
    """Computers that change from one verdict to another."""

    before: Verdict
    after: Verdict
    computers: int
    names: tuple[str, ...]
    """The first few, in the plan's order."""


@dataclass(frozen=True, slots=True)
class Unreached:
    """Computers whose number a change of the plan leaves as it is."""

    fact: str
    file: str
    """The inventory that gives it; empty where nothing does."""
    computers: int


@dataclass(frozen=True, slots=True)
class DiskShift:
    """Disk space of one workspace's computers, or of all, before and after."""

    name: str
    """The workspace; empty for the fleet."""
    before: DiskTotals
    after: DiskTotals

    @property
    def more_gb(self) -> float:
        """How much more is planned, of what is known."""
        return self.after.planned_gb - self.before.planned_gb


@dataclass(frozen=True, slots=True)
class Trial:
    """What some changes would come to."""

    text: str
    """The plan with the changes written into it."""
    before: Review
    after: Review
    moves: tuple[Move, ...]
    """The worst new verdict first."""
    fleet: DiskShift
    workspaces: tuple[DiskShift, ...]
    unreached: tuple[Unreached, ...]
    broken: tuple[PracticeItem, ...]
    """Practices that would newly fail."""
    mended: tuple[PracticeItem, ...]
    """Practices that would no longer fail."""


def tried(
    text: str,
    before: Review,
    changes: Sequence[Change],
    reviewer: Reviewer,
    files: Files,
    progress: Progress = untold,
) -> Trial:
    """Review a text with some changes; `before` is its review without them.

    The reviewer is another than the one that gave `before`, so that both stay incremental.
    Raises EditRefusedError where a change cannot be written into the text, and what `progress`
    raises.
    """
    wanted = [intent for change in changes for intent in intents(change, before)]
    new = edited(text, wanted, reviewer.blocks)
    after = reviewer.update(new, files, before.as_of, progress, earlier=before.earlier)
    return Trial(
        new,
        before,
        after,
        _moves(before.hosts, after.hosts),
        DiskShift("", before.disk, after.disk),
        tuple(_by_workspace(before.disk, after.disk)),
        tuple(_all_unreached(changes, before.hosts, after.hosts)),
        tuple(_newly_failing(before.items, after.items)),
        tuple(_newly_failing(after.items, before.items)),
    )


def intents(change: Change, review: Review) -> tuple[Intent, ...]:
    """Give the edits that make a change: one for every key of the plan that holds the fact."""
    match change:
        case More(fact, by):
            return tuple(_raised(review, fact, by))
        case Share(workspace, is_shared):
            keys = ("settings", "VM", "MultiUserEnabled")
            return (SetValue(_workspace_path(review, workspace, *keys), is_shared),)
        case Resize(workspace, vhd_gb):
            return (SetValue(_workspace_path(review, workspace, "image", "vhd_gb"), vhd_gb),)


def _raised(review: Review, fact: str, by: int) -> Iterator[Intent]:
    """Raise a number in every [[hosts]] table that gives it, and in [host_defaults]."""
    subjects = review.hosts.subjects
    for position, host in enumerate(review.plan.hosts):
        value = getattr(host, fact)
        if value is not None:
            path = ("hosts", subjects.text_index("hosts", position), fact)
            yield SetValue(path, min(value + by, LARGEST_COUNT))
    value = getattr(review.plan.host_defaults, fact)
    if value is not None:
        yield SetValue(("host_defaults", fact), min(value + by, LARGEST_COUNT))


def _workspace_path(review: Review, name: str, *keys: str) -> tuple[str | int, ...]:
    """Give the path of a workspace's key."""
    subjects = review.hosts.subjects
    position = subjects.workspaces_by_name[name.casefold()]
    return ("workspaces", subjects.text_index("workspaces", position), *keys)


def _moves(before: HostsReview, after: HostsReview) -> tuple[Move, ...]:
    """Count the computers that get another verdict; both fleets have the same rows."""
    counts: dict[tuple[int, int], int] = {}
    names: dict[tuple[int, int], list[str]] = {}
    fleet = before.fleet
    for row, codes in enumerate(zip(before.codes, after.codes, strict=True)):
        if codes[0] != codes[1]:
            counts[codes] = counts.get(codes, 0) + fleet.counts[row]
            named = names.setdefault(codes, [])
            if len(named) < NAMED:
                named.append(fleet.names[row])
    moves = (
        Move(VERDICTS[old], VERDICTS[new], number, tuple(names[old, new]))
        for (old, new), number in counts.items()
    )
    return tuple(sorted(moves, key=lambda move: (_RANKS[move.after], _RANKS[move.before])))


_RANKS = {
    verdict: rank
    for rank, verdict in enumerate(
        (
            Verdict.BLOCKED,
            Verdict.UNKNOWN,
            Verdict.ATTENTION,
            Verdict.UNASSIGNED,
            Verdict.READY,
            Verdict.EXCLUDED,
        )
    )
}
"""Verdicts by how much they want something, the worst first."""


def _by_workspace(before: DiskTotals, after: DiskTotals) -> Iterator[DiskShift]:
    """Pair every workspace's disk space; the changes leave the workspaces themselves alone."""
    for old, new in zip(before.workspaces, after.workspaces, strict=True):
        yield DiskShift(old.name, _alone(old), _alone(new))


def _alone(workspace: WorkspaceDisk) -> DiskTotals:
    return DiskTotals((workspace,))


def _all_unreached(
    changes: Iterable[Change], before: HostsReview, after: HostsReview
) -> Iterator[Unreached]:
    """Find the computers that a change of the plan does not reach, fact by fact."""
    for change in changes:
        if isinstance(change, More):
            yield from _unreached(change.fact, before, after)


def _unreached(fact: str, before: HostsReview, after: HostsReview) -> Iterator[Unreached]:
    """Count computers whose number stays as it is, by the file that gives it."""
    counts: dict[str, int] = {}
    fleet = before.fleet
    for row, group in enumerate(before.group_of):
        value = fleet.fact(row, fact)
        if group >= 0 and value == after.fleet.fact(row, fact):
            file = "" if value is None else fleet.places[row].file
            counts[file] = counts.get(file, 0) + fleet.counts[row]
    for file, computers in counts.items():
        yield Unreached(fact, file, computers)


def _newly_failing(
    before: Sequence[PracticeItem], after: Sequence[PracticeItem]
) -> Iterator[PracticeItem]:
    """Give the items of `after` that fail although they did not before, the heaviest first."""
    failed = {(item.practice.id, item.subject) for item in before if item.status is Status.FAILING}
    found = [
        item
        for item in after
        if item.status is Status.FAILING and (item.practice.id, item.subject) not in failed
    ]
    yield from sorted(found, key=lambda item: item.finding.severity.rank)
