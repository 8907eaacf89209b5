"""Why computers have their verdicts, for a whole fleet at once.

All computers of a group whose free disk space lies between the same limits have their verdict for
the same reasons, so that reasons are worked out once for them and not for each computer.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from medv_tui.findings import Finding, Severity, Status
from medv_tui.practices.answers import finding
from medv_tui.practices.bands import FINE, weight
from medv_tui.practices.columns import FleetAnswers
from medv_tui.practices.practice import Outcome, Practice, brief
from medv_tui.practices.stretches import Stretch
from medv_tui.review.hosts import HostsReview, ranked

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
    codes: tuple[int, ...]
    """For each row, the position of its combination."""


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
    for stretch in hosts.answers.stretches:
        position = positions.setdefault(tuple(_of(hosts, stretch)), len(positions))
        if position:
            for row in stretch.rows:
                codes[row] = position
    return FleetReasons(tuple(positions), tuple(codes))


def tallies(hosts: HostsReview, reasons: FleetReasons, rows: Sequence[int]) -> list[Tally]:
    """Count the computers of some rows by reason.

    What blocks comes first, then what is unknown, of each the most first. A practice that fails
    with two severities counts as two reasons, as it blocks some computers and not the others.
    """
    numbers = [0] * len(reasons.several)
    for row in rows:
        numbers[reasons.codes[row]] += hosts.fleet.counts[row]
    found: dict[tuple[str, str], Tally] = {}
    for several, computers in zip(reasons.several, numbers, strict=True):
        for key, reason in (
            {_key(reason): reason for reason in several}.items() if computers else ()
        ):
            known = found.get(key, Tally(reason, 0))
            found[key] = known._replace(computers=known.computers + computers)
    return sorted(found.values(), key=lambda tally: (*_badness(tally.reason), -tally.computers))


def _key(reason: Reason) -> tuple[str, str]:
    """Tell reasons apart: failing ones by practice and severity, what is missing by its name."""
    if reason.status is Status.FAILING:
        return reason.practice, reason.severity.value
    return "", reason.words


def _badness(reason: Reason) -> tuple[bool, int, int]:
    """Order reasons as verdicts are: blocked, unknown, attention."""
    fails_must = reason.status is Status.FAILING and reason.severity is Severity.MUST
    return (not fails_must, reason.status is Status.FAILING, reason.severity.rank)


def _of(hosts: HostsReview, stretch: Stretch) -> Iterator[Reason]:
    """Work out the reasons of the rows of one stretch."""
    weighing = list(_weighing(hosts.answers, stretch))
    if not weighing:
        return
    row = stretch.rows[0]
    place = hosts.subjects.workspace_of(stretch.group)
    answers = {
        practice.id: (finding(practice, outcome, hosts.subjects, place, row), practice)
        for practice, outcome, _ in weighing
    }
    weights = [each for *_, each in weighing]
    findings = [found for found, _ in answers.values()]
    banded = frozenset(practice.id for practice in hosts.answers.banded)
    for found in ranked(findings, weights, hosts.verdict(row)):
        title = answers[found.practice][1].title
        words = short(found, title)
        if found.status is Status.FAILING and found.practice in banded:
            words = " ".join(_WORD.findall(words))
        yield Reason(found.practice, title, found.status, found.severity, words)


def _weighing(answers: FleetAnswers, stretch: Stretch) -> Iterator[tuple[Practice, Outcome, int]]:
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
