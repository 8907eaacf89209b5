"""Why computers have their verdicts, for a whole fleet at once.

All computers of a group whose free disk space lies between the same limits have their verdict for
the same reasons, so that reasons are worked out once for them and not for each computer.
"""

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from medv_tui.findings import Finding, Severity, Status
from medv_tui.practices.answers import finding
from medv_tui.practices.bands import FINE, weight
from medv_tui.practices.columns import FleetAnswers
from medv_tui.practices.practice import Outcome, Practice, brief
from medv_tui.practices.stretches import Stretch
from medv_tui.review.hosts import HostsReview, ranked

Weighed: TypeAlias = tuple[Practice, Outcome, int]
"""A practice with its answer and what that weighs."""

BYTES = 256
"""Combinations that are told apart by one byte."""
_WORD = re.compile(r"[^\W\d]+")


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason that computers have in common."""

    practice: str
    """The practice's id."""
    title: str
    status: Status
    severity: Severity
    words: str
    """Its short form, without figures where each computer has its own."""


@dataclass(frozen=True, slots=True)
class FleetReasons:
    """The reasons of every row."""

    several: tuple[tuple[Reason, ...], ...]
    """Every combination of reasons, each with the heaviest one first; the first one is none."""
    codes: Sequence[int]
    """For each row, the position of its combination; bytes where there are few."""


class Tally(NamedTuple):
    """How many computers have a reason."""

    reason: Reason
    computers: int


def short(found: Finding, title: str) -> str:
    """Give a reason in 22 characters at most; a cut of the practice's title where it has none."""
    return found.short or brief(title)


def failing(reason: Reason) -> str:
    """Name a practice that fails with what it makes of a computer: `host-ram-minimum:must`."""
    return f"{reason.practice}:{reason.severity.value}"


def fleet_reasons(hosts: HostsReview) -> FleetReasons:
    """Work out the reasons of every row."""
    codes = [0] * len(hosts.fleet.names)
    positions: dict[tuple[Reason, ...], int] = {(): 0}
    known: dict[Hashable, int] = {}
    banded = frozenset(practice.id for practice in hosts.answers.banded)
    for stretch in hosts.answers.stretches:
        weighing = list(_weighing(hosts.answers, stretch))
        if not weighing:
            continue
        shared = _shared(weighing, banded)
        position = None if shared is None else known.get(shared)
        if position is None:
            reasons = tuple(_of(hosts, stretch, weighing, banded))
            position = positions.setdefault(reasons, len(positions))
            if shared is not None:
                known[shared] = position
        if position:
            for row in stretch.rows:
                codes[row] = position
    few = len(positions) <= BYTES
    return FleetReasons(tuple(positions), bytes(codes) if few else tuple(codes))


def tallies(hosts: HostsReview, reasons: FleetReasons, rows: Sequence[int]) -> list[Tally]:
    """Count the computers of some rows by reason.

    What blocks comes first, then what is unknown, of each the most first. A practice that fails
    with two severities counts as two reasons, as it blocks some computers and not the others.
    """
    numbers = _computers(hosts, reasons, rows)
    found: dict[tuple[str, str], Tally] = {}
    for several, computers in zip(reasons.several, numbers, strict=True):
        for key, reason in (
            {_key(reason): reason for reason in several}.items() if computers else ()
        ):
            known = found.get(key, Tally(reason, 0))
            found[key] = known._replace(computers=known.computers + computers)
    return sorted(found.values(), key=lambda tally: (*_badness(tally.reason), -tally.computers))


def _computers(hosts: HostsReview, reasons: FleetReasons, rows: Sequence[int]) -> list[int]:
    """Count the computers of some rows by the combination of their reasons."""
    codes = map(reasons.codes.__getitem__, rows)
    if hosts.total == len(hosts.fleet.names):
        found = Counter(codes)
        return [found[code] for code in range(len(reasons.several))]
    numbers = [0] * len(reasons.several)
    for code, row in zip(codes, rows, strict=True):
        numbers[code] += hosts.fleet.counts[row]
    return numbers


def _key(reason: Reason) -> tuple[str, str]:
    """Tell reasons apart: failing ones by practice and severity, what is missing by its name."""
    if reason.status is Status.FAILING:
        return reason.practice, reason.severity.value
    return "", reason.words


def _badness(reason: Reason) -> tuple[bool, int, int]:
    """Order reasons as verdicts are: blocked, unknown, attention."""
    fails_must = reason.status is Status.FAILING and reason.severity is Severity.MUST
    return (not fails_must, reason.status is Status.FAILING, reason.severity.rank)


def _shared(weighing: Sequence[Weighed], banded: frozenset[str]) -> Hashable | None:
    """Give what the reasons of a stretch rest on; None where they are its own.

    That is where a fact is missing: how it is named depends on where in the plan it would stand.
    """
    if any(outcome.status is Status.UNKNOWN for _, outcome, _ in weighing):
        return None
    messages = [outcome.message or practice.asks for practice, outcome, _ in weighing]
    return tuple(
        (practice.id, outcome.severity, weighs, messages.index(message))
        + ((_without_figures(outcome.short),) if practice.id in banded else (outcome.short,))
        for (practice, outcome, weighs), message in zip(weighing, messages, strict=True)
    )


def _without_figures(words: str) -> str:
    """Leave out what each computer has its own of."""
    return " ".join(_WORD.findall(words))


def _of(
    hosts: HostsReview, stretch: Stretch, weighing: Sequence[Weighed], banded: frozenset[str]
) -> Iterator[Reason]:
    """Put into words what weighs in the verdict of the rows of one stretch."""
    row = stretch.rows[0]
    place = hosts.subjects.workspace_of(stretch.group)
    answers = {
        practice.id: (finding(practice, outcome, hosts.subjects, place, row), practice)
        for practice, outcome, _ in weighing
    }
    weights = [each for *_, each in weighing]
    findings = [found for found, _ in answers.values()]
    for found in ranked(findings, weights, hosts.verdict(row)):
        title = answers[found.practice][1].title
        words = short(found, title)
        if found.status is Status.FAILING and found.practice in banded:
            words = _without_figures(words)
        yield Reason(found.practice, title, found.status, found.severity, words)


def _weighing(answers: FleetAnswers, stretch: Stretch) -> Iterator[Weighed]:
    """Give the answers of one stretch that weigh in its verdict."""
    for column in answers.pools.weighing:
        weighs = column.weight_of(stretch.position)
        if weighs != FINE:
            yield column.practice, column.outcomes[stretch.position], weighs
    if stretch.bands.weights[stretch.band] != FINE:
        outcomes = stretch.bands.outcomes[stretch.band]
        for practice, outcome in zip(answers.banded, outcomes, strict=True):
            weighs = weight(practice, outcome)
            if weighs != FINE:
                yield practice, outcome, weighs
