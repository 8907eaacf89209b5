"""Practices of host scope over a whole fleet: one question per combination of facts.

A practice that does not look at free disk space has one answer per group of computers. One that
does has one answer per stretch between two limits, so that a group's sorted free space turns
into verdicts by a few searches, however many computers it holds.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from operator import is_
from sys import maxsize
from typing import Any

from medv_tui.findings import Status
from medv_tui.plan.fleet import Group
from medv_tui.plan.succession import Succession
from medv_tui.practices.attestations import Attestations, Entry, settle
from medv_tui.practices.bands import FINE, AllBands, Bands, all_bands, weight, word_on
from medv_tui.practices.combinations import Combination, Combinations
from medv_tui.practices.group_facts import group_values
from medv_tui.practices.practice import Facts, Outcome, Practice, ask
from medv_tui.practices.stretches import Pools, Stretch, Weighing, cut
from medv_tui.practices.subjects import HOSTS, Subjects


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
    pools: Pools = field(compare=False, repr=False)
    follows: Succession | None = field(default=None, compare=False)
    """How the groups came out of those of the last review, where the others' answers are those
    that they had then; None where that is not known."""

    @cached_property
    def computers(self) -> list[int]:
        """How many computers there are in each group."""
        return [group.total for group in self.groups]

    @cached_property
    def firsts(self) -> list[int]:
        """The first row of each group; they rise."""
        return [group.first for group in self.groups]

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """Every pool's rows, cut where an answer about free space changes."""
        bands = self.bands
        cuts = (cut(place, pool, bands[place]) for place, pool in self.pools.several)
        return tuple(chain.from_iterable(cuts))

    def stretches_of(self, positions: Iterable[int]) -> Iterator[Stretch]:
        """Cut the rows of some groups where an answer about free space changes."""
        for position in positions:
            yield from cut(position, self.groups[position], self.bands[position])

    def first_with(self, outcomes: tuple[Outcome, ...]) -> int:
        """Find the first row to which one of the answers about free disk space belongs."""
        first = maxsize
        for position, (group, bands) in enumerate(zip(self.groups, self.bands, strict=True)):
            if group.first >= first:
                break  # Groups stand in the order of their first rows.
            if any(each is outcomes for each in bands.outcomes):
                for stretch in cut(position, group, bands):
                    if bands.outcomes[stretch.band] is outcomes:
                        first = min(first, stretch.first)
        return first

    def failing(self, practice: Practice) -> set[int]:
        """Give positions of groups in which some computer fails a practice, one of each pool's."""
        if practice in self.steady:
            column = self.columns[self.steady.index(practice)]
            return {i for i, outcome in enumerate(column) if outcome.status is Status.FAILING}
        place = self.banded.index(practice)
        return {
            stretch.position
            for stretch in self.stretches
            if stretch.bands.outcomes[stretch.band][place].status is Status.FAILING
        }


@dataclass(slots=True)
class _Column:
    """The answers of one practice and what they were given for."""

    groups: tuple[Group, ...] | None
    """None where it was never answered for any."""
    asked: tuple[Any, ...]
    outcomes: list[Outcome]
    memory: dict[Combination, Outcome]
    """One answer for each combination of what the practice reads."""

    def weighing(self, practice: Practice) -> Weighing:
        """Give the column with the weight of each of its answers that has one."""
        weights = ((outcome, weight(practice, outcome)) for outcome in self.memory.values())
        by_answer = {id(outcome): weighs for outcome, weighs in weights if weighs != FINE}
        return Weighing(practice, self.outcomes, by_answer)


@dataclass(slots=True)
class AnswerCache:
    """Answers of the last review, kept for as long as what they rest on is the same."""

    columns: dict[str, _Column] = field(default_factory=dict)
    weights: "tuple[tuple[list[Outcome], ...], tuple[int, ...]] | None" = None
    """The columns of the last review with the heaviest answer of each group."""
    bands: AllBands | None = None
    pools: Pools | None = None
    groups: tuple[Group, ...] = ()
    succession: Succession | None = None
    """How the groups came out of those of the review before, where somebody followed them."""

    def follow(self, groups: tuple[Group, ...], succession: Succession | None) -> None:
        """Note how the groups came out of those of the last review, where that is known."""
        if groups is self.groups:
            succession = Succession(groups, groups)
        elif succession is not None and succession.old is not self.groups:
            succession = None
        self.groups, self.succession = groups, succession


def judge(
    subjects: Subjects,
    practices: Sequence[Practice],
    attestations: Attestations,
    cache: AnswerCache,
    succession: Succession | None = None,
    told: Callable[[int, int], None] = lambda _done, _total: None,
) -> FleetAnswers:
    """Answer every practice of host scope for every group of computers.

    `succession` says how the groups came out of the last ones, where that is known. `told` hears
    how many practices are answered, and how many there are.
    """
    cache.follow(subjects.groups, succession)
    steady = tuple(practice for practice in practices if practice.limits is None)
    banded = tuple(practice for practice in practices if practice.limits is not None)
    asked = {practice.id: column.asked for practice, column in _kept(practices, cache)}
    everyone = Combinations(subjects, subjects.groups)
    newcomers = Combinations(subjects, () if cache.succession is None else cache.succession.joined)
    columns: tuple[list[Outcome], ...] = ()
    for practice in steady:
        told(len(columns), len(practices))
        columns += (_column(practice, everyone, newcomers, attestations, cache),)
    told(len(columns), len(practices))
    is_same = all(asked.get(p.id) is cache.columns[p.id].asked for p in steady)
    weighing = [c for p in steady if (c := cache.columns[p.id].weighing(p)).weights]
    weights = _heaviest(weighing, columns, cache, is_same=is_same)
    bands = all_bands(banded, subjects, attestations, cache.bands, cache.succession)
    is_same &= cache.bands is not None and bands.asked is cache.bands.asked
    cache.bands = bands
    pools = Pools(subjects.fleet, subjects.groups, bands.kinds.each, weighing)
    if cache.pools is None or cache.pools != pools:
        cache.pools = pools
    return FleetAnswers(
        subjects.groups,
        steady,
        banded,
        columns,
        weights,
        bands.bands,
        cache.pools,
        cache.succession if is_same else None,
    )


def _kept(practices: Iterable[Practice], cache: AnswerCache) -> Iterator[tuple[Practice, _Column]]:
    """Give the columns of the last review."""
    return ((p, cache.columns[p.id]) for p in practices if p.id in cache.columns)


def _heaviest(
    weighing: Sequence[Weighing],
    columns: tuple[list[Outcome], ...],
    cache: AnswerCache,
    *,
    is_same: bool,
) -> tuple[int, ...]:
    """Find the heaviest steady answer of each group."""
    kept = cache.weights
    if kept is not None and len(kept[1]) == len(cache.groups) and all(map(is_, kept[0], columns)):
        return kept[1]

    def heaviest_of(position: int) -> int:
        return max((column.weight_of(position) for column in weighing), default=FINE)

    if kept is not None and is_same and cache.succession is not None:
        heaviest = cache.succession.carry(kept[1], heaviest_of)
    else:
        heaviest = list(map(heaviest_of, range(len(cache.groups))))
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
            entry = word_on(practice, entries, answers.groups[position])
            if entry is not None and entry.said.status == "done":
                yield entry, practice


def _column(
    practice: Practice,
    everyone: Combinations,
    newcomers: Combinations,
    attestations: Attestations,
    cache: AnswerCache,
) -> list[Outcome]:
    """Answer one practice for every group, or for those alone that are new since last time."""
    subjects, succession = everyone.subjects, cache.succession
    entries = attestations.entries.get(practice.id, ())
    shared = tuple(fact for fact in practice.facts if not fact.startswith(HOSTS))
    asked: tuple[Any, ...] = (_shared_values(shared, subjects), entries)
    kept = cache.columns.get(practice.id)
    if kept is None or kept.asked != asked:
        kept = _Column(None, asked, [], {})
    if kept.groups is subjects.groups:
        return kept.outcomes
    if succession is not None and kept.groups is succession.old:
        come = _answers(practice, newcomers, entries, kept.memory)
        new = dict(zip(succession.come, come, strict=True))
        outcomes = succession.carry(kept.outcomes, new.__getitem__)
    else:
        outcomes = _answers(practice, everyone, entries, kept.memory)
    cache.columns[practice.id] = _Column(subjects.groups, kept.asked, outcomes, kept.memory)
    return outcomes


def _shared_values(shared: tuple[str, ...], subjects: Subjects) -> tuple[Any, ...]:
    """What a practice reads besides the computers' own facts, for every workspace."""
    everywhere = (subjects.plan_facts, *subjects.workspace_facts)
    names = tuple(subjects.workspaces_by_name)
    return (names, *(tuple(facts.get(fact) for fact in shared) for facts in everywhere))


def _answers(
    practice: Practice,
    several: Combinations,
    entries: tuple[Entry, ...],
    memory: dict[Combination, Outcome],
) -> list[Outcome]:
    """Answer one practice for some groups, once for each combination of what it reads."""
    combinations = several.of(practice, is_attested=bool(entries))
    for combination, group in dict(zip(combinations, several.groups, strict=True)).items():
        if combination not in memory:
            facts = Facts(group_values(several.subjects, group, practice.facts))
            outcome = settle(ask(practice, facts), word_on(practice, entries, group))
            memory[combination] = outcome
    return [memory[combination] for combination in combinations]
