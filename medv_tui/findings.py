"""Values that cross every floor: paths, severities, problems, findings, figures and sources."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal, TypeAlias

from medv_tui.problem_codes import Code

Path: TypeAlias = tuple[str | int, ...]
"""Where a value stands in a plan: keys and zero-based indexes, `("hosts", 3, "ram_mb")`."""

Scalar: TypeAlias = str | int | float | bool | date
"""A value that one key of a plan can hold."""

Value: TypeAlias = Scalar | tuple[Scalar, ...]
"""A value, or a list of them."""


class Severity(StrEnum):
    """How strongly the documentation asks for something, strongest first."""

    MUST = "must"
    """A documented requirement, or a documented cause of failure."""
    SHOULD = "should"
    """A documented recommendation."""
    CONSIDER = "consider"
    """An improvement, or something to be aware of."""

    @property
    def rank(self) -> int:
        """0 for the strongest; smaller is worse when it fails."""
        return _RANKS[self]


class Status(StrEnum):
    """Where a practice stands for one subject, worst first."""

    FAILING = "failing"
    UNKNOWN = "unknown"
    """Data is missing."""
    OPEN = "open"
    """Only a person can say, and nobody has."""
    WAIVED = "waived"
    MET = "met"
    NOT_APPLICABLE = "not-applicable"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return _RANKS[self]

    @property
    def words(self) -> str:
        """How a person reads it."""
        return self.value.replace("-", " ")


_RANKS = {member: rank for kind in (Severity, Status) for rank, member in enumerate(kind)}


class Verdict(StrEnum):
    """What one computer's own facts say about MED-V on it, in the order of section "hosts"."""

    READY = "ready"
    ATTENTION = "attention"
    BLOCKED = "blocked"
    UNKNOWN = "unknown"
    UNASSIGNED = "unassigned"
    EXCLUDED = "excluded"


class Level(StrEnum):
    """How a problem with the text weighs: only an error makes a review partial."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Origin(StrEnum):
    """Where a value in a figure came from."""

    GIVEN = "given"
    DEFAULT = "default"
    """A documented default, or the plan format's own."""
    ASSUMED = "assumed"
    """Taken as present because Windows 7 brings it."""
    COMPUTED = "computed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Source:
    """What a statement of this program rests on."""

    topics: tuple[str, ...]
    """Names of MED-V 2.0 documentation topics."""
    reading: str = ""
    """Our interpretation where the topics are silent or contradict each other; empty if none."""
    register: tuple[str, ...] = ()
    """Numbers in the register of contradictions (C-nn) and gaps (G-nn) behind the reading."""
    external: str = ""
    """What of it is knowledge from outside the MED-V topics, in one sentence; empty if none."""


@dataclass(frozen=True, slots=True)
class Range:
    """A stretch of text: lines and columns from 1, columns in code points, the end exclusive.

    Only LF and CRLF end a line.
    """

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a problem concerns, such as the first of two equal names."""

    file: str
    where: Range
    message: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Text that the plan's model cannot represent, or a note about it."""

    level: Level
    code: Code
    message: str
    """One sentence without its line number."""
    path: Path = ()
    """The key it stands on; empty where the text has no readable path."""
    file: str = ""
    """The inventory it stands in; empty for the plan itself."""
    where: Range | None = None
    related: tuple[Related, ...] = ()
    fix: "Intent | None" = None


@dataclass(frozen=True, slots=True)
class SetValue:
    """Write one value, or a whole list."""

    path: Path
    value: Value


@dataclass(frozen=True, slots=True)
class SetAll:
    """Write the same value under several keys, as one change."""

    paths: tuple[Path, ...]
    value: Value


@dataclass(frozen=True, slots=True)
class AddItem:
    """Append one value to a list, which is made if there is none."""

    path: Path
    value: Scalar


@dataclass(frozen=True, slots=True)
class RemoveKey:
    """Take a key, a list item or a table with all that is below it out."""

    path: Path


@dataclass(frozen=True, slots=True)
class RenameKey:
    """Call a key, or a table that one header names, otherwise; its value stays as it is."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class Rewrite:
    """Write what is no value otherwise: a header, a key or the sign of a comment."""

    where: Range
    typed: str
    """What stands there now."""
    written: str

    @property
    def path(self) -> Path:
        """Nothing: what cannot be read has no key to be known by."""
        return ()


@dataclass(frozen=True, slots=True)
class Reorder:
    """Write a list's items in this order."""

    path: Path
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AddTable:
    """Append a table to a list of tables, such as another host."""

    path: Path
    """The list: `("hosts",)`, `("workspaces", 0, "applications")`."""
    values: tuple[tuple[str, Value], ...] = ()
    """Its keys in the order in which they are written."""


@dataclass(frozen=True, slots=True)
class DuplicateTable:
    """Put a copy of a list's table below it, with all that is below the table."""

    path: Path
    values: tuple[tuple[str, Value], ...] = ()
    """Keys that the copy has another value for: its name, as names are unique."""


@dataclass(frozen=True, slots=True)
class Attest:
    """Record a person's word for a practice, in place of an earlier one for the same subject."""

    practice: str
    workspace: str | None = None
    """The workspace that it holds for; all if None."""
    hosts: tuple[str, ...] | None = None
    """Patterns of the computers that it holds for; all if None."""
    status: Literal["done", "waived"] = "done"
    by: str | None = None
    on: date | None = None
    evidence: str | None = None
    reason: str | None = None
    """Why it is waived; required for that."""
    expires: date | None = None
    """Last day on which it holds."""


Intent: TypeAlias = (
    SetValue
    | SetAll
    | AddItem
    | RemoveKey
    | RenameKey
    | Rewrite
    | Reorder
    | AddTable
    | DuplicateTable
    | Attest
)
"""What a person or a fix wants, never text: the plan file turns it into replacements."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One practice's answer for one subject."""

    practice: str
    severity: Severity
    """At most the practice's own: a must practice can fail with severity should."""
    status: Status
    message: str
    """The value seen and the value wanted, in one sentence."""
    path: Path = ()
    """The key to look at first; empty where the plan has none yet."""
    fix: Intent | None = None
    short: str = ""
    """The message in 22 characters at most, for a table's column; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that can say how it came about.

    A figure without terms is a plain input. `value` is None where an input is unknown.
    """

    name: str
    value: float | None
    unit: str
    """`GB`, `MB`, `computers` ...; empty for a bare count."""
    origin: Origin = Origin.COMPUTED
    formula: str = ""
    """The terms' names joined by operators, `base VHD + users × (…)`; empty for an input."""
    terms: tuple["Figure", ...] = ()
    path: Path = ()
    """The key that gives an input; empty for what is computed or assumed."""
    source: Source | None = None
    note: str = ""

    def inputs(self) -> Iterator["Figure"]:
        """Every plain input below this figure, left to right."""
        if not self.terms:
            yield self
        for term in self.terms:
            yield from term.inputs()

    def in_numbers(self) -> str:
        """The formula with the terms' values in place of their names, `2.6 + 3 × (1.5 + 1)`."""
        text = self.formula
        for term in sorted(self.terms, key=lambda term: -len(term.name)):
            text = text.replace(term.name, "?" if term.value is None else f"{term.value:.6g}")
        return text
