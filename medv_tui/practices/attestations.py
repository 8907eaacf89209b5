"""What people have said of practices: which word counts for which subject."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from fnmatch import translate
from typing import TypeAlias

from medv_tui.findings import Level, Problem, Status
from medv_tui.plan.fleet import NO_MARK
from medv_tui.plan.plan import Attestation
from medv_tui.practices.practice import Outcome, Scope
from medv_tui.problem_codes import Code

Mark: TypeAlias = frozenset[int]
"""The attestations, by their index in the text, whose host patterns a computer's name matches."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One attestation that counts."""

    index: int
    """Its index in the text."""
    said: Attestation
    names: re.Pattern[str] | None
    """Matches the computers that it holds for; None for all."""

    @property
    def specificity(self) -> tuple[bool, bool]:
        """Larger is more specific: computers before workspaces before the whole plan."""
        return (self.names is not None, self.said.workspace is not None)


@dataclass(frozen=True, slots=True)
class Attestations:
    """The words that count on one day, by practice."""

    entries: Mapping[str, tuple[Entry, ...]]
    problems: tuple[Problem, ...] = ()
    expired: tuple[Entry, ...] = ()
    """Those whose last day is over; they count for nothing."""

    def marks(self, names: Sequence[str]) -> list[Mark] | None:
        """Say for each computer which host patterns name it; None where there are no patterns."""
        named = [e for entries in self.entries.values() for e in entries if e.names is not None]
        if not named:
            return None
        return [
            frozenset(e.index for e in named if e.names is not None and e.names.match(name))
            for name in names
        ]

    def word(self, practice: str, workspace: str | None, mark: Mark = NO_MARK) -> Entry | None:
        """Give the most specific attestation that holds for a subject."""
        fitting = (
            entry
            for entry in self.entries.get(practice, ())
            if (entry.names is None or entry.index in mark)
            and (entry.said.workspace is None or _same(entry.said.workspace, workspace))
        )
        return max(fitting, key=lambda entry: entry.specificity, default=None)


def gather(
    said: Iterable[tuple[int, Attestation]],
    catalogue: Mapping[str, frozenset[Scope]],
    unwaivable: frozenset[str],
    names: Sequence[str],
    as_of: date,
) -> Attestations:
    """Sort out which attestations count; those that cannot are problems and count for nothing.

    `catalogue` gives the scopes of each practice, `names` the computers of the fleet.
    """
    entries: dict[str, list[Entry]] = {}
    problems: list[Problem] = []
    expired: list[Entry] = []
    for index, attestation in said:
        entry = Entry(index, attestation, _patterns(attestation.hosts))
        known = entries.setdefault(attestation.practice, [])
        problem = (
            _unusable(entry, catalogue, unwaivable)
            or _expired(entry, as_of)
            or _conflict(entry, known, names)
        )
        if problem is None:
            known.append(entry)
        else:
            problems.append(problem)
            if problem.code is Code.ATTESTATION_EXPIRED:
                expired.append(entry)
    counting = {key: tuple(value) for key, value in entries.items()}
    return Attestations(counting, tuple(problems), tuple(expired))


def settle(outcome: Outcome, entry: Entry | None) -> Outcome:
    """Let a person's word settle what the data leave open; it never mends a computed failure."""
    if entry is None or outcome.status in {Status.MET, Status.NOT_APPLICABLE}:
        return outcome
    said = entry.said
    if said.status == "waived":
        until = "" if said.expires is None else f" until {said.expires}"
        behind = f" {outcome.message}" if outcome.message else ""
        message = f"Waived{until}: {said.reason}.{behind}"
        return Outcome(Status.WAIVED, message, outcome.severity, outcome.fact)
    if outcome.status is Status.FAILING:
        return outcome
    return Outcome(Status.MET, _testimony(said), fact=outcome.fact)


def _testimony(said: Attestation) -> str:
    """Put a done attestation into one sentence."""
    by = f" by {said.by}" if said.by else ""
    on = f" on {said.on}" if said.on else ""
    evidence = f" ({said.evidence})" if said.evidence else ""
    return f"Attested{by}{on}{evidence}."


def _same(name: str, other: str | None) -> bool:
    """Compare names as Windows does."""
    return other is not None and name.casefold() == other.casefold()


def _patterns(hosts: Sequence[str] | None) -> re.Pattern[str] | None:
    """Turn patterns of computer names into one expression that ignores case."""
    if hosts is None:
        return None
    return re.compile("|".join(translate(pattern) for pattern in hosts) or r"(?!)", re.IGNORECASE)


def _unusable(
    entry: Entry, catalogue: Mapping[str, frozenset[Scope]], unwaivable: frozenset[str]
) -> Problem | None:
    """Find what makes an attestation mean nothing."""
    said = entry.said
    scopes = catalogue.get(said.practice)
    if scopes is None:
        near = get_close_matches(said.practice, catalogue, 1)
        hint = f"; did you mean {near[0]}?" if near else "; medv-tui practices lists them all"
        return _problem(entry, "practice", Code.UNKNOWN_PRACTICE, f"is not a known practice{hint}")
    if said.hosts is not None and Scope.HOST not in scopes:
        return _problem(entry, "hosts", Code.ATTESTATION_SCOPE, "is not judged per computer")
    if said.workspace is not None and scopes == {Scope.PLAN}:
        return _problem(entry, "workspace", Code.ATTESTATION_SCOPE, "is not judged per workspace")
    if said.status == "waived" and said.practice in unwaivable:
        return _problem(entry, "status", Code.NOT_WAIVABLE, "cannot be waived")
    return None


def _expired(entry: Entry, as_of: date) -> Problem | None:
    """Find an attestation whose last day is over."""
    expires = entry.said.expires
    if expires is None or expires >= as_of:
        return None
    says = f"was {entry.said.status} until {expires} and counts as none on {as_of}"
    return _problem(entry, "expires", Code.ATTESTATION_EXPIRED, says, Level.WARNING)


def _conflict(entry: Entry, known: Iterable[Entry], names: Sequence[str]) -> Problem | None:
    """Find an earlier attestation that is just as specific about the same subject."""
    for other in known:
        if (
            other.specificity == entry.specificity
            and (entry.said.workspace is None or _same(entry.said.workspace, other.said.workspace))
            and _overlap(entry, other, names)
        ):
            says = f"is attested for the same subject by attestations[{other.index}] already"
            return _problem(entry, "practice", Code.ATTESTATION_CONFLICT, says)
    return None


def _overlap(entry: Entry, other: Entry, names: Sequence[str]) -> bool:
    """Say whether two attestations name a computer in common, or are about all of them."""
    first, second = entry.names, other.names
    if first is None or second is None:
        return True
    return any(first.match(name) and second.match(name) for name in names)


def _problem(entry: Entry, key: str, code: Code, says: str, level: Level = Level.ERROR) -> Problem:
    """Make a problem that stands on one key of an attestation."""
    message = f'attestations[{entry.index}]: "{entry.said.practice}" {says}'
    return Problem(level, code, message, ("attestations", entry.index, key))
