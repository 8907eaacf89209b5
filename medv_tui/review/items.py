"""The checklist: one item for each practice and each subject that it is judged for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from medv_tui.findings import Finding, Path, Severity, Status
from medv_tui.plan.fleet import Fleet
from medv_tui.practices.answers import answer, finding, severity_of
from medv_tui.practices.attestations import Attestations
from medv_tui.practices.columns import FleetAnswers
from medv_tui.practices.practice import Outcome, Practice, Scope
from medv_tui.practices.stretches import Stretch
from medv_tui.practices.subjects import Subjects
from medv_tui.review.known_items import KnownItems
from medv_tui.review.tally import Counted, Tally, follow, tally, tally_column

PLAN_SUBJECT, HOSTS_SUBJECT = "plan", "hosts"
SCORED = frozenset({Severity.MUST, Severity.SHOULD})
"""Severities that count for "practices 41 of 58"."""


@dataclass(frozen=True, slots=True)
class PracticeItem:
    """Where one practice stands for one subject."""

    practice: Practice
    subject: str
    """`plan`, `hosts` or `workspace:` and the workspace's name."""
    finding: Finding
    """Its answer; for computers the worst of theirs."""
    counts: Mapping[Status, int] = field(default_factory=dict)
    """Computers by status, for a practice of host scope."""
    failing: frozenset[Severity] = frozenset()
    """Every severity at which it fails for some subject."""

    @property
    def status(self) -> Status:
        """The answer's status."""
        return self.finding.status

    @property
    def scored(self) -> bool:
        """Whether it counts for the headline figure of practices."""
        return self.practice.severity in SCORED and self.status is not Status.NOT_APPLICABLE


def single_items(
    practices: Sequence[Practice],
    subjects: Subjects,
    attestations: Attestations,
    known: KnownItems[PracticeItem],
) -> list[PracticeItem]:
    """Judge the practices of plan scope, and those of workspace scope for each workspace."""
    known.begin(subjects, attestations)
    facts, workspaces = subjects.plan_facts, subjects.workspace_facts
    items = []
    for practice in practices:
        if practice.scope is Scope.PLAN:
            asked = partial(_of_plan, practice, subjects, attestations)
            items.append(known.item(practice, "", facts, asked))
    for position, workspace in enumerate(subjects.plan.workspaces):
        for practice in practices:
            if practice.scope is Scope.WORKSPACE:
                asked = partial(_of_workspace, practice, subjects, attestations, position)
                items.append(known.item(practice, workspace.name, workspaces[position], asked))
    return items


def _of_plan(practice: Practice, subjects: Subjects, attestations: Attestations) -> PracticeItem:
    """Judge one practice for the plan."""
    outcome = answer(practice, subjects.plan_facts, attestations, None)
    return _item(practice, PLAN_SUBJECT, finding(practice, outcome, subjects))


def _of_workspace(
    practice: Practice, subjects: Subjects, attestations: Attestations, position: int
) -> PracticeItem:
    """Judge one practice for a workspace."""
    name = subjects.plan.workspaces[position].name
    outcome = answer(practice, subjects.workspace_facts[position], attestations, name)
    return _item(practice, f"workspace:{name}", finding(practice, outcome, subjects, position))


@dataclass(slots=True)
class ItemCache:
    """Items of the last review, by practice, with the answers that they sum up."""

    fleet: Fleet | None = None
    unreadable: frozenset[Path] = frozenset()
    """What an item may say that it cannot be read, although its answers stay the same."""
    answers: FleetAnswers | None = None
    items: dict[str, tuple[Sequence[Outcome], PracticeItem]] = field(default_factory=dict)
    """For each practice that does not look at free disk space, with its column of answers."""
    steady: dict[str, Tally[Outcome]] = field(default_factory=dict)
    banded: Tally[tuple[Outcome, ...]] | None = None
    """Of the answers of all practices about free disk space at once."""


def host_items(answers: FleetAnswers, subjects: Subjects, cache: ItemCache) -> list[PracticeItem]:
    """Sum up each practice of host scope over all computers."""
    if not subjects.groups:
        return []
    if cache.fleet is not subjects.fleet or cache.unreadable != subjects.unreadable:
        cache.fleet, cache.unreadable, cache.items = subjects.fleet, subjects.unreadable, {}
    items = [
        _steady_item(practice, column, answers, subjects, cache)
        for practice, column in zip(answers.steady, answers.columns, strict=True)
    ]
    banded = _follow_bands(answers, cache) or tally(_by_band(answers.stretches))
    for place, practice in enumerate(answers.banded):
        counted = [(outcomes[place], number, first) for outcomes, number, first in banded.values()]
        items.append(_sum_up(practice, counted, subjects))
    cache.answers, cache.banded = answers, banded
    return items


def _steady_item(
    practice: Practice,
    column: Sequence[Outcome],
    answers: FleetAnswers,
    subjects: Subjects,
    cache: ItemCache,
) -> PracticeItem:
    """Sum up a practice that does not look at free disk space, once for the same answers."""
    kept = cache.items.get(practice.id)
    if kept is not None and kept[0] is column:
        return kept[1]
    counted = _follow_column(practice, column, answers, cache)
    if counted is None:
        counted = tally_column(column, answers.computers, answers.firsts)
    item = _sum_up(practice, counted.values(), subjects)
    cache.items[practice.id], cache.steady[practice.id] = (column, item), counted
    return item


def _by_band(stretches: Iterable[Stretch]) -> Iterator[Counted[tuple[Outcome, ...]]]:
    """Give the answers about free disk space, stretch by stretch."""
    for stretch in stretches:
        yield stretch.bands.outcomes[stretch.band], stretch.computers, stretch.first


def _follow_column(
    practice: Practice, column: Sequence[Outcome], answers: FleetAnswers, cache: ItemCache
) -> Tally[Outcome] | None:
    """Follow the groups that became others; None where all have to be counted."""
    change, before, counted = answers.follows, cache.answers, cache.steady.get(practice.id)
    if change is None or before is None or before.groups is not change.old or counted is None:
        return None

    def first_of(outcome: Outcome) -> int:
        pairs = zip(column, answers.groups, strict=True)
        return min(group.first for each, group in pairs if each is outcome)

    old = before.columns[answers.steady.index(practice)]
    left = ((old[n], change.old[n].total, change.old[n].first) for n in change.gone)
    joined = ((column[n], change.new[n].total, change.new[n].first) for n in change.come)
    return follow(counted, left, joined, first_of)


def _follow_bands(answers: FleetAnswers, cache: ItemCache) -> Tally[tuple[Outcome, ...]] | None:
    """Follow the stretches of the groups that became others; None where all must be counted."""
    change, before, counted = answers.follows, cache.answers, cache.banded
    if change is None or before is None or before.groups is not change.old or counted is None:
        return None
    left = _by_band(before.stretches_of(change.gone))
    joined = _by_band(answers.stretches_of(change.come))
    return follow(counted, left, joined, answers.first_with)


def _sum_up(
    practice: Practice, counted: Iterable[Counted[Outcome]], subjects: Subjects
) -> PracticeItem:
    """Count computers by status and let the worst answer speak for all."""
    counts = dict.fromkeys(Status, 0)
    ranked: list[tuple[int, int, int, Outcome]] = []
    failing: set[Severity] = set()
    for outcome, computers, row in counted:
        counts[outcome.status] += computers
        severity = severity_of(practice, outcome)
        if outcome.status is Status.FAILING:
            failing.add(severity)
        ranked.append((outcome.status.rank, severity.rank, row, outcome))
    *_, row, outcome = min(ranked, key=lambda entry: entry[:3])
    found = finding(practice, outcome, subjects, None, row)
    message = _summary(found.status, counts, subjects.fleet.names[row])
    said = replace(found, message=message)
    return PracticeItem(practice, HOSTS_SUBJECT, said, counts, frozenset(failing))


def _summary(status: Status, counts: Mapping[Status, int], name: str) -> str:
    """Say for how many computers the worst answer holds, and for which one first."""
    total, number = sum(counts.values()), counts[status]
    words = _WORDS[status][0 if number == 1 else 1]
    first = "" if status in {Status.MET, Status.NOT_APPLICABLE} else f", first {name}"
    return f"{number:,} of {total:,} computers {words}{first}."


_WORDS = {
    Status.FAILING: ("fails", "fail"),
    Status.UNKNOWN: ("lacks data", "lack data"),
    Status.OPEN: ("needs a person's word", "need a person's word"),
    Status.WAIVED: ("is waived", "are waived"),
    Status.MET: ("meets it", "meet it"),
    Status.NOT_APPLICABLE: ("is not concerned", "are not concerned"),
}
"""What one computer does, and what several do."""


def _item(practice: Practice, subject: str, found: Finding) -> PracticeItem:
    """Wrap the answer of a single subject."""
    fails = {found.severity} if found.status is Status.FAILING else set()
    return PracticeItem(practice, subject, found, failing=frozenset(fails))
