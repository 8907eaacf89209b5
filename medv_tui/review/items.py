"""The checklist: one item for each practice and each subject that it is judged for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from medv_tui.findings import Finding, Severity, Status
from medv_tui.plan.fleet import Fleet
from medv_tui.practices.answers import answer, finding, severity_of
from medv_tui.practices.attestations import Attestations
from medv_tui.practices.columns import FleetAnswers
from medv_tui.practices.practice import Outcome, Practice, Scope
from medv_tui.practices.subjects import Subjects

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


def plan_items(
    practices: Iterable[Practice], subjects: Subjects, attestations: Attestations
) -> list[PracticeItem]:
    """Judge the practices of plan scope."""
    items = []
    for practice in practices:
        if practice.scope is Scope.PLAN:
            outcome = answer(practice, subjects.plan_facts, attestations, None)
            items.append(_item(practice, PLAN_SUBJECT, finding(practice, outcome, subjects)))
    return items


def workspace_items(
    practices: Iterable[Practice], subjects: Subjects, attestations: Attestations, position: int
) -> list[PracticeItem]:
    """Judge the practices of workspace scope for one workspace."""
    name = subjects.plan.workspaces[position].name
    facts = subjects.workspace_facts[position]
    items = []
    for practice in practices:
        if practice.scope is Scope.WORKSPACE:
            outcome = answer(practice, facts, attestations, name)
            found = finding(practice, outcome, subjects, position)
            items.append(_item(practice, f"workspace:{name}", found))
    return items


@dataclass(slots=True)
class ItemCache:
    """Items of the last review, by practice, with the column of answers that they sum up."""

    fleet: Fleet | None = None
    items: dict[str, tuple[Sequence[Outcome], PracticeItem]] = field(default_factory=dict)
    everyone: tuple[int, int] = (0, 0)
    """How many computers are judged, and the row of the first of them."""


def host_items(answers: FleetAnswers, subjects: Subjects, cache: ItemCache) -> list[PracticeItem]:
    """Sum up each practice of host scope over all computers."""
    if not subjects.groups:
        return []
    if cache.fleet is not subjects.fleet:
        cache.fleet, cache.items = subjects.fleet, {}
    groups = subjects.groups
    cache.everyone = (sum(g.total for g in groups), min(g.first for g in groups))
    items = [
        _steady_item(practice, column, subjects, cache)
        for practice, column in zip(answers.steady, answers.columns, strict=True)
    ]
    bands = _by_band(answers)
    for place, practice in enumerate(answers.banded):
        counted = [(outcomes[place], computers, first) for outcomes, computers, first in bands]
        items.append(_sum_up(practice, counted, subjects))
    return items


Counted = tuple[Outcome, int, int]
"""An outcome, how many computers it holds for, and the row of the first one."""


def _steady_item(
    practice: Practice, column: Sequence[Outcome], subjects: Subjects, cache: ItemCache
) -> PracticeItem:
    """Sum up a practice that does not look at free disk space, once for the same answers."""
    kept = cache.items.get(practice.id)
    if kept is not None and kept[0] is column:
        return kept[1]
    seen: dict[int, Counted] = {}
    if len(set(map(id, column))) == 1:
        return _keep_item(practice, column, [(column[0], *cache.everyone)], subjects, cache)
    for outcome, group in zip(column, subjects.groups, strict=True):
        _, computers, first = seen.get(id(outcome), (outcome, 0, group.first))
        seen[id(outcome)] = (outcome, computers + group.total, min(first, group.first))
    return _keep_item(practice, column, seen.values(), subjects, cache)


def _keep_item(
    practice: Practice,
    column: Sequence[Outcome],
    counted: Iterable[Counted],
    subjects: Subjects,
    cache: ItemCache,
) -> PracticeItem:
    """Sum up and keep the item for the next review."""
    item = _sum_up(practice, counted, subjects)
    cache.items[practice.id] = (column, item)
    return item


def _by_band(answers: FleetAnswers) -> list[tuple[tuple[Outcome, ...], int, int]]:
    """Count computers and find the first row for each band of free disk space."""
    seen: dict[tuple[int, int], tuple[tuple[Outcome, ...], int, int]] = {}
    for stretch in answers.stretches:
        outcomes, first = stretch.bands.outcomes[stretch.band], min(stretch.rows)
        key = (id(stretch.bands), stretch.band)
        _, computers, earliest = seen.get(key, (outcomes, 0, first))
        seen[key] = (outcomes, computers + stretch.computers, min(first, earliest))
    return list(seen.values())


def _sum_up(practice: Practice, counted: Iterable[Counted], subjects: Subjects) -> PracticeItem:
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
