"""Practices about free disk space: one answer per stretch of it between two limits."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, partial
from math import inf, nextafter
from typing import Any, TypeAlias

from medv_tui.assessment.disk import DiskNeed
from medv_tui.assessment.memory import guest_memory_mb
from medv_tui.findings import Figure, Severity, Status
from medv_tui.plan.fleet import Group
from medv_tui.plan.succession import Succession
from medv_tui.practices import sizing
from medv_tui.practices.answers import severity_of
from medv_tui.practices.attestations import Attestations, Entry, settle
from medv_tui.practices.group_facts import sized_by, sized_values
from medv_tui.practices.practice import Facts, Outcome, Practice, ask
from medv_tui.practices.subjects import FLEET, Subjects

FREE = "hosts.free_disk_gb"
SHARED = ("workspace", "users", "base_vhd_free_disk_gb")
"""Facts in which computers are the same whose practices about free space answer the same."""

FINE, WARNED, UNDECIDED, STOPPED = range(4)
"""How much an outcome weighs in a computer's verdict; the heaviest decides."""


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


Kind: TypeAlias = tuple[Any, ...]
"""All that the bands of a group rest on, besides what is the same for every computer."""


@dataclass(frozen=True, slots=True)
class _Kinds:
    """The kind of every group and what they rest on."""

    each: list[Kind]
    told_by: tuple[Any, ...]
    """What they rest on besides the groups."""


@dataclass(slots=True)
class AllBands:
    """The bands of every group and what they rest on."""

    asked: tuple[Any, ...]
    bands: tuple[Bands, ...]
    memory: dict[Kind, Bands]
    kinds: _Kinds


def word_on(practice: Practice, entries: tuple[Entry, ...], group: Group) -> Entry | None:
    """Give the attestation that counts for a group, if there is any."""
    if not entries:
        return None
    said = Attestations({practice.id: entries})
    return said.word(practice.id, group.facts.get("workspace"), group.mark)


def all_bands(
    banded: tuple[Practice, ...],
    subjects: Subjects,
    attestations: Attestations,
    kept: AllBands | None,
    succession: Succession | None,
) -> AllBands:
    """Answer the practices about free space, once for each combination of what sizes it.

    `kept` are those of the last review, whose groups these came out of as `succession` says.
    """
    asked = _asked_of_bands(banded, subjects, attestations)
    kinds = _kinds(banded, subjects, attestations, None if kept is None else kept.kinds, succession)
    if kept is not None and kept.asked == asked:
        asked, memory = kept.asked, kept.memory
    else:
        kept, memory = None, {}

    def bands_of(position: int) -> Bands:
        kind = kinds.each[position]
        if kind not in memory:
            memory[kind] = _bands(banded, subjects, subjects.groups[position], attestations)
        return memory[kind]

    if kept is None or succession is None:
        bands = tuple(map(bands_of, range(len(subjects.groups))))
    else:
        bands = tuple(succession.carry(kept.bands, bands_of))
    return AllBands(asked, bands, memory, kinds)


def _kinds(
    banded: Iterable[Practice],
    subjects: Subjects,
    attestations: Attestations,
    kept: _Kinds | None,
    succession: Succession | None,
) -> _Kinds:
    """Find the kind of each group; a change of a disk size leaves all of them as they are."""
    is_attested = any(practice.id in attestations.entries for practice in banded)
    rules = {
        name: sizing.memory_rule(subjects.workspace_facts[place].values)
        for name, place in subjects.workspaces_by_name.items()
    }
    told_by = (is_attested, rules)
    # Many computers have the same memory, and each look into a rule is a search.
    guests = {name: cache(partial(guest_memory_mb, rule)) for name, rule in rules.items() if rule}

    def kind_of(position: int) -> Kind:
        group = subjects.groups[position]
        name = group.facts.get("workspace")
        guest_mb_of = None if name is None else guests.get(name.casefold())
        return (name, group.mark if is_attested else None, *sized_by(group, guest_mb_of))

    if kept is None or succession is None or kept.told_by != told_by:
        return _Kinds(list(map(kind_of, range(len(subjects.groups)))), told_by)
    return _Kinds(succession.carry(kept.each, kind_of), told_by)


def _asked_of_bands(
    banded: Iterable[Practice], subjects: Subjects, attestations: Attestations
) -> tuple[Any, ...]:
    """Give all that the bands of a group rest on besides the group itself."""
    practices = tuple(banded)
    read = frozenset(fact for practice in practices for fact in practice.facts)
    everywhere = (subjects.plan_facts, *subjects.workspace_facts)
    return (
        practices,
        tuple(attestations.entries.get(practice.id, ()) for practice in practices),
        subjects.workspaces_by_name,
        subjects.workspace_names,
        tuple(_values(facts.values, read) for facts in everywhere),
    )


def _values(values: Mapping[str, Any], read: frozenset[str]) -> dict[str, Any]:
    """Leave out what is said of many computers at once, unless it is read."""
    return {
        fact: value for fact, value in values.items() if not fact.startswith(FLEET) or fact in read
    }


def _bands(
    banded: tuple[Practice, ...], subjects: Subjects, group: Group, attestations: Attestations
) -> Bands:
    """Find the limits of one combination and the answers between them."""
    values = sized_values(subjects, group, for_all=True)
    found = (practice.limits(Facts(values)) for practice in banded if practice.limits is not None)
    limits = tuple(sorted({limit for several in found for limit in several}))
    lowest = nextafter(limits[0], -inf) if limits else 0.0
    entries = [word_on(p, attestations.entries.get(p.id, ()), group) for p in banded]

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
