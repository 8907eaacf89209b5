"""The form of a practice: all that is known of one recommendation, in one declaration."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias

from medv_tui.findings import Scalar, Severity, Source, Status
from medv_tui.practices import sizing


class Scope(StrEnum):
    """What a practice is judged for."""

    PLAN = "plan"
    WORKSPACE = "workspace"
    HOST = "host"


class Mode(StrEnum):
    """Who can say whether a practice is met."""

    COMPUTED = "computed"
    """The plan's data decide."""
    ATTESTED = "attested"
    """Only a person can say."""
    MIXED = "mixed"
    """Data decide whether it applies or is plainly broken; a person says the rest."""


class Phase(StrEnum):
    """When in the life of a deployment a practice is due, in order."""

    PLAN = "plan"
    IMAGE = "image"
    SETUP = "setup"
    PACKAGE = "package"
    DEPLOY = "deploy"
    OPERATE = "operate"
    SECURE = "secure"


INFERRED = "(Inferred: it follows from documented facts, but no topic says so.)"
"""Marks a statement that no topic makes."""

JUDGED_BY = {
    Mode.COMPUTED: "the plan's data",
    Mode.ATTESTED: "a person's word, under [[attestations]]",
    Mode.MIXED: "the plan's data as far as they go, then a person's word",
}
"""Who can say whether a practice is met, in words."""


@dataclass(frozen=True, slots=True)
class SetFact:
    """A fix: give a fact this value."""

    fact: str
    value: Scalar | tuple[Scalar, ...]


@dataclass(frozen=True, slots=True)
class AddToFact:
    """A fix: append this value to a list."""

    fact: str
    value: Scalar


@dataclass(frozen=True, slots=True)
class OrderFact:
    """A fix: put a list's items in this order."""

    fact: str
    items: tuple[str, ...]


Fix: TypeAlias = SetFact | AddToFact | OrderFact
"""What would mend a failing practice, by fact; a subject turns it into an intent."""


SHORT = 22
"""Characters that the short form of a reason has at most."""


def brief(*forms: str) -> str:
    """Give the first of some texts that is short enough, or what fits of the last."""
    fitting = (form for form in forms if len(form) <= SHORT)
    return next(fitting, f"{forms[-1][: SHORT - 1].rstrip()}…")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a check says of one subject."""

    status: Status
    message: str = ""
    severity: Severity | None = None
    """Where a practice fails with less than its own severity."""
    fact: str = ""
    """The fact to look at first; the practice's first one if empty."""
    fix: Fix | None = None
    missing: tuple[str, ...] = ()
    """Facts that would decide it, where it is unknown."""
    short: str = ""
    """What fails in a table's column; empty where the practice's title has to do."""


def met(message: str) -> Outcome:
    """The practice is followed."""
    return Outcome(Status.MET, message)


def failing(
    message: str,
    *,
    fact: str = "",
    fix: Fix | None = None,
    severity: Severity | None = None,
    short: str | tuple[str, ...] = "",
) -> Outcome:
    """The practice is broken; the message gives the value seen and the value wanted.

    Of several short forms the first that fits a column counts.
    """
    forms = (short,) if isinstance(short, str) else short
    return Outcome(Status.FAILING, message, severity, fact, fix, short=brief(*forms))


def undecided(message: str, *, fact: str = "") -> Outcome:
    """Only a person can say, and the message asks what."""
    return Outcome(Status.OPEN, message, fact=fact)


def needs(*facts: str, message: str = "") -> Outcome:
    """These facts would decide it, and at least one is absent."""
    return Outcome(Status.UNKNOWN, message, fact=facts[0], missing=facts)


def not_applicable(message: str) -> Outcome:
    """The practice says nothing about this subject."""
    return Outcome(Status.NOT_APPLICABLE, message)


Check: TypeAlias = Callable[..., Outcome]
"""Takes the values of `reads` by position and those of `also`, which may be None, by name."""


@dataclass(frozen=True, slots=True)
class Practice:
    """One recommendation of the documentation.

    A check is never asked while a fact of `reads` is absent: the answer is then unknown. Facts
    of `also` may be absent and are then None. Limits make a check that compares free disk space
    cheap for a whole fleet: between two limits its answer does not change.
    """

    id: str
    title: str
    phase: Phase
    scope: Scope
    severity: Severity
    mode: Mode
    asks: str
    """What is checked or asked of a person, as a sentence."""
    why: str
    """What happens otherwise."""
    todo: str
    """What to do about it."""
    source: Source
    inferred: bool = False
    """Whether `why` follows from documented facts without being written in any topic."""
    headline: int = 0
    """Its number among the thirteen headline practices, or 0."""
    waivable: bool = True
    concerns: tuple[str, ...] = ()
    """Ids of the architecture's components that it is about."""
    reads: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    check: Check | None = None
    limits: "Limits | None" = None
    """Free disk space in GB at which the answer changes, from the facts without free space."""
    decides: tuple[str, ...] = ()
    """Facts of a computer without which its verdict is unknown."""

    @property
    def otherwise(self) -> str:
        """What happens otherwise, marked where that is inferred."""
        return f"{self.why} {INFERRED}" if self.inferred else self.why

    @property
    def facts(self) -> tuple[str, ...]:
        """Every fact that the answer can depend on."""
        return self.reads + self.also


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one subject; a fact that is absent is unknown."""

    values: dict[str, Any]
    assumed: frozenset[str] = field(default=frozenset())
    """Facts that are present only because Windows 7 brings them."""

    def get(self, fact: str) -> Any:
        """Give a value, or None."""
        return self.values.get(fact)


Limits: TypeAlias = Callable[[Facts], tuple[float, ...]]


def ask(practice: Practice, facts: Facts) -> Outcome:
    """Judge one subject by its facts alone, before any attestation."""
    values = facts.values
    absent = [fact for fact in practice.reads if values.get(fact) is None]
    if absent:
        return needs(*(part for fact in absent for part in _given_parts(fact, values)))
    if practice.check is None:
        return undecided(practice.asks)
    named = {parameter(fact): values.get(fact) for fact in practice.also}
    return practice.check(*(values[fact] for fact in practice.reads), **named)


def _given_parts(fact: str, values: dict[str, Any]) -> tuple[str, ...]:
    """Name the plan's own facts that a computed fact lacks, or the fact itself."""
    return sizing.lacking(values) if fact == sizing.NEED else (fact,)


def parameter(fact: str) -> str:
    """Give the name under which a check takes a fact of `also`: its last part in snake case."""
    return _WORD_START.sub("_", fact.rpartition(".")[2]).lower()


_WORD_START = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
