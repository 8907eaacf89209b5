"""Practices of host scope over a whole fleet: one question per combination of facts.

A practice that does not look at free disk space has one answer per group of computers. One that
does has one answer per stretch between two limits, so that a group's sorted free space turns
into verdicts by a few searches, however many computers it holds.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import pairwise
from math import inf, nextafter
from operator import is_
from typing import Any, NamedTuple

from medv_tui.assessment.disk import DiskNeed
from medv_tui.assessment.memory import MemoryRule, guest_memory_mb
from medv_tui.findings import Figure, Severity, Status
from medv_tui.plan.fleet import Group
from medv_tui.practices import sizing
from medv_tui.practices.answers import severity_of
from medv_tui.practices.attestations import Attestations, Entry, settle
from medv_tui.practices.practice import Facts, Outcome, Practice, ask
from medv_tui.practices.subjects import BROUGHT_BY_WINDOWS_7, HOSTS, Subjects

FREE = "hosts.free_disk_gb"

FINE, WARNED, UNDECIDED, STOPPED = range(4)
"""How much an outcome weighs in a computer's verdict; the heaviest decides."""

NEW = -1
"""The former position of a group that there was not."""

SIZED_BY = ("hosts.users", "hosts.ram_mb", "hosts.base_vhd_free_disk_gb")
"""Facts of a computer, free space apart, that practices about free space depend on."""


def weight(practice: Practice, outcome: Outcome) -> int:
    """Say how much one answer weighs in the verdict."""
    if outcome.status is Status.FAILING:
        severity = severity_of(practice, outcome)
        return {Severity.MUST: STOPPED, Severity.SHOULD: WARNED}.get(severity, FINE)
    if outcome.status is Status.UNKNOWN and not set(practice.decides).isdisjoint(outcome.missing):
        return UNDECIDED
    return FINE


@dataclass(frozen=True, slots=True)
class Bands:
    """What practices about free disk space answer in each stretch of it."""

    limits: tuple[float, ...]
    """Rising amounts of free space in GB at which an answer changes."""
    outcomes: tuple[tuple[Outcome, ...], ...]
    """Below the first limit, from each limit on, and last where free space is unknown."""
    weights: tuple[int, ...]
    """The heaviest answer of each stretch."""
    need: DiskNeed
    """The disk figures that the limits come from."""
    guest_memory: Figure
    facts: Facts
    """What the answers rest on besides free space."""


class Stretch(NamedTuple):
    """Consecutive rows of one group that get the same answers."""

    position: int
    """The group's position among all groups."""
    group: Group
    bands: Bands
    band: int
    """Which of the group's bands of free disk space the rows are in."""
    start: int
    end: int
    """First of the rows, and the one after the last, by rising free space."""

    @property
    def rows(self) -> tuple[int, ...]:
        """The rows of the fleet."""
        return self.group.rows[self.start : self.end]

    @property
    def computers(self) -> int:
        """How many computers the rows stand for."""
        return self.group.computers[self.end] - self.group.computers[self.start]


@dataclass(frozen=True)
class FleetAnswers:
    """Every host-scope answer of a fleet."""

    groups: tuple[Group, ...]
    steady: tuple[Practice, ...]
    """Practices that do not look at free disk space."""
    banded: tuple[Practice, ...]
    """Practices that do."""
    columns: tuple[Sequence[Outcome], ...]
    """For each steady practice, one outcome for each group."""
    weights: tuple[int, ...]
    """The heaviest steady answer of each group."""
    bands: tuple[Bands, ...]
    """One for each group."""

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """Every group's rows, cut where an answer about free space changes."""
        return tuple(
            stretch
            for position, (group, bands) in enumerate(zip(self.groups, self.bands, strict=True))
            for stretch in _cut(position, group, bands)
        )

    def failing(self, practice: Practice) -> set[int]:
        """Give the positions of the groups in which some computer fails a practice."""
        if practice in self.steady:
            column = self.columns[self.steady.index(practice)]
            return {i for i, outcome in enumerate(column) if outcome.status is Status.FAILING}
        place = self.banded.index(practice)
        return {
            stretch.position
            for stretch in self.stretches
            if stretch.bands.outcomes[stretch.band][place].status is Status.FAILING
        }


def _cut(position: int, group: Group, bands: Bands) -> Iterator[Stretch]:
    """Cut one group's rows at the limits of free disk space."""
    known = len(group.free)
    cuts = [0, *(bisect_left(group.free, limit) for limit in bands.limits), known]
    for band, (start, end) in enumerate(pairwise(cuts)):
        if start < end:
            yield Stretch(position, group, bands, band, start, end)
    if known < len(group.rows):
        last = len(bands.outcomes) - 1
        yield Stretch(position, group, bands, last, known, len(group.rows))


@dataclass(slots=True)
class _Column:
    """The answers of one practice and what they were given for."""

    groups: tuple[Group, ...]
    asked: tuple[Any, ...]
    outcomes: list[Outcome]
    memory: dict[Any, Outcome]
    """One answer for each combination of what the practice reads."""


@dataclass(slots=True)
class AnswerCache:
    """Answers of the last review, kept for as long as what they rest on is the same."""

    columns: dict[str, _Column] = field(default_factory=dict)
    weights: "tuple[tuple[list[Outcome], ...], tuple[int, ...]] | None" = None
    """The columns of the last review with the heaviest answer of each group."""
    groups: tuple[Group, ...] = ()
    positions: dict[Any, int] = field(default_factory=dict)
    """Where the last review had the group of each combination of facts and mark."""
    before: list[int] = field(default_factory=list)
    """For each group, its position in the review before; NEW where that did not have it."""

    def follow(self, groups: tuple[Group, ...]) -> None:
        """Find out which groups the last review had too, whichever computers are in them."""
        if groups is self.groups:
            self.before = list(range(len(groups)))
            return
        names = [(frozenset(group.facts.items()), group.mark) for group in groups]
        self.before = [self.positions.get(name, NEW) for name in names]
        self.groups, self.positions = groups, {name: n for n, name in enumerate(names)}


def judge(
    subjects: Subjects,
    practices: Sequence[Practice],
    attestations: Attestations,
    cache: AnswerCache,
) -> FleetAnswers:
    """Answer every practice of host scope for every group of computers."""
    cache.follow(subjects.groups)
    steady = tuple(practice for practice in practices if practice.limits is None)
    banded = tuple(practice for practice in practices if practice.limits is not None)
    columns = tuple(_column(p, subjects, attestations, cache) for p in steady)
    weights = _heaviest(steady, columns, len(subjects.groups), cache)
    bands = _all_bands(banded, subjects, attestations)
    return FleetAnswers(subjects.groups, steady, banded, columns, weights, bands)


def _heaviest(
    steady: tuple[Practice, ...],
    columns: tuple[list[Outcome], ...],
    groups: int,
    cache: AnswerCache,
) -> tuple[int, ...]:
    """Find the heaviest steady answer of each group."""
    kept = cache.weights
    if kept is not None and len(kept[1]) == groups and all(map(is_, kept[0], columns)):
        return kept[1]
    heaviest = [FINE] * groups
    for practice, column in zip(steady, columns, strict=True):
        different = {id(outcome): outcome for outcome in column}
        weights = {key: weight(practice, outcome) for key, outcome in different.items()}
        if any(weights.values()):
            heaviest = [max(w, weights[id(o)]) for w, o in zip(heaviest, column, strict=True)]
    cache.weights = (columns, tuple(heaviest))
    return cache.weights[1]


def contradicted(
    answers: FleetAnswers, attestations: Attestations
) -> Iterator[tuple[Entry, Practice]]:
    """Find the words about computers that the plan's own data contradict."""
    for practice in (*answers.steady, *answers.banded):
        entries = attestations.entries.get(practice.id, ())
        if not any(entry.said.status == "done" for entry in entries):
            continue
        for position in sorted(answers.failing(practice)):
            entry = _word(practice, entries, answers.groups[position])
            if entry is not None and entry.said.status == "done":
                yield entry, practice


def group_values(subjects: Subjects, group: Group, facts: Iterable[str]) -> dict[str, Any]:
    """Give some facts of a group; those that are unknown are left out."""
    place = subjects.workspace_of(group)
    shared = subjects.plan_facts if place is None else subjects.workspace_facts[place]
    on_windows_7 = group.facts.get("os") == "Windows 7"
    values: dict[str, Any] = {}
    for fact in facts:
        if fact.startswith(HOSTS):
            value = group.facts.get(fact.removeprefix(HOSTS))
            if value is None and on_windows_7:
                value = BROUGHT_BY_WINDOWS_7.get(fact)
        else:
            value = shared.values.get(fact)
        if value is not None:
            values[fact] = value
    return values


def _column(
    practice: Practice, subjects: Subjects, attestations: Attestations, cache: AnswerCache
) -> list[Outcome]:
    """Answer one practice for every group, or give the answers of last time."""
    groups = subjects.groups
    entries = attestations.entries.get(practice.id, ())
    shared = tuple(fact for fact in practice.facts if not fact.startswith(HOSTS))
    asked = (_shared_values(shared, subjects), entries)
    kept = cache.columns.get(practice.id)
    if kept is None or kept.asked != asked:
        memory: dict[Any, Outcome] = {}
        outcomes = [_answer(practice, subjects, group, entries, memory) for group in groups]
    elif kept.groups is groups:
        return kept.outcomes
    else:
        memory = kept.memory
        outcomes = [
            kept.outcomes[place]
            if place >= 0
            else _answer(practice, subjects, group, entries, memory)
            for place, group in zip(cache.before, groups, strict=True)
        ]
    cache.columns[practice.id] = _Column(groups, asked, outcomes, memory)
    return outcomes


def _shared_values(shared: tuple[str, ...], subjects: Subjects) -> tuple[Any, ...]:
    """What a practice reads besides the computers' own facts, for every workspace."""
    everywhere = (subjects.plan_facts, *subjects.workspace_facts)
    names = tuple(subjects.workspaces_by_name)
    return (names, *(tuple(facts.get(fact) for fact in shared) for facts in everywhere))


def _answer(
    practice: Practice,
    subjects: Subjects,
    group: Group,
    entries: tuple[Entry, ...],
    memory: dict[Any, Outcome],
) -> Outcome:
    """Answer one practice for one group, once for each combination of what it reads."""
    workspace = group.facts.get("workspace") if entries else subjects.workspace_of(group)
    own = tuple(map(group.facts.get, _own_keys(practice.facts)))
    key = (workspace, group.mark if entries else None, own)
    if key not in memory:
        facts = Facts(group_values(subjects, group, practice.facts))
        memory[key] = settle(ask(practice, facts), _word(practice, entries, group))
    return memory[key]


@cache
def _own_keys(facts: tuple[str, ...]) -> tuple[str, ...]:
    """Name a computer's own facts among others, and its system, which brings some of them."""
    own = (fact.removeprefix(HOSTS) for fact in facts if fact.startswith(HOSTS))
    return (*own, "os")


def _word(practice: Practice, entries: tuple[Entry, ...], group: Group) -> Entry | None:
    """Give the attestation that counts for a group, if there is any."""
    if not entries:
        return None
    said = Attestations({practice.id: entries})
    return said.word(practice.id, group.facts.get("workspace"), group.mark)


def _all_bands(
    banded: tuple[Practice, ...], subjects: Subjects, attestations: Attestations
) -> tuple[Bands, ...]:
    """Answer the practices about free space, once for each combination of what sizes it."""
    attested = any(practice.id in attestations.entries for practice in banded)
    rules = [sizing.memory_rule(facts.values) for facts in subjects.workspace_facts]
    memory: dict[Any, Bands] = {}
    bands: list[Bands] = []
    for group in subjects.groups:
        place = subjects.workspace_of(group)
        mark = group.mark if attested else None
        sized = _sized_by(group, None if place is None else rules[place])
        key = (group.facts.get("workspace"), mark, sized)
        if key not in memory:
            memory[key] = _bands(banded, subjects, group, attestations)
        bands.append(memory[key])
    return tuple(bands)


def _sized_by(group: Group, rule: MemoryRule | None) -> tuple[Any, ...]:
    """Give what a group's disk figures differ by: guest memory stands for all that gives it."""
    facts = group.facts
    ram_mb = facts.get("ram_mb")
    guest_mb = None if rule is None else guest_memory_mb(rule, ram_mb)
    return (facts.get("users"), facts.get("base_vhd_free_disk_gb"), guest_mb, ram_mb is None)


def sized_values(subjects: Subjects, group: Group) -> dict[str, Any]:
    """Give every shared fact of a group with the computed figures of its computers."""
    place = subjects.workspace_of(group)
    shared = subjects.plan_facts if place is None else subjects.workspace_facts[place]
    values = shared.values | group_values(subjects, group, SIZED_BY)
    return values if place is None else values | sizing.facts(values)


def _bands(
    banded: tuple[Practice, ...], subjects: Subjects, group: Group, attestations: Attestations
) -> Bands:
    """Find the limits of one combination and the answers between them."""
    values = sized_values(subjects, group)
    found = (practice.limits(Facts(values)) for practice in banded if practice.limits is not None)
    limits = tuple(sorted({limit for several in found for limit in several}))
    lowest = nextafter(limits[0], -inf) if limits else 0.0
    entries = [_word(p, attestations.entries.get(p.id, ()), group) for p in banded]

    def answers(free_gb: float | None) -> tuple[Outcome, ...]:
        facts = Facts(values if free_gb is None else values | {FREE: free_gb})
        return tuple(settle(ask(p, facts), e) for p, e in zip(banded, entries, strict=True))

    outcomes = tuple(answers(free_gb) for free_gb in (lowest, *limits, None))
    weights = tuple(
        max((weight(p, o) for p, o in zip(banded, several, strict=True)), default=FINE)
        for several in outcomes
    )
    read = {fact for practice in banded for fact in practice.facts} | {*sizing.PARTS, sizing.RULE}
    facts = Facts({fact: value for fact, value in values.items() if fact in read})
    memory = sizing.guest_memory_figure(values)
    return Bands(limits, outcomes, weights, sizing.disk_need(values), memory, facts)
