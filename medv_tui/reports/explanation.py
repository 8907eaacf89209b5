"""The form of an explanation: everything behind a verdict, a figure or a practice, as plain rows.

Texts are as the plan has them; whoever shows them makes them clean.
"""

from dataclasses import dataclass
from typing import TypeAlias

from medv_tui.findings import Attest, Intent, Path, Severity, Status, Verdict


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: in the plan, or in an inventory."""

    line: int
    path: Path = ()
    """Its key in the plan; empty in an inventory, where nothing can be edited."""
    file: str = ""
    """The inventory; empty for the plan."""

    @property
    def words(self) -> str:
        """Say it shortly, `line 21` or `fleet.csv line 12`."""
        return f"{self.file} line {self.line:,}".lstrip()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, or a formula, that stands alone."""

    text: str
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """Something with a label, which may take several lines."""

    label: str
    text: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Described:
    """A value with a name, and below it what is to be said of it."""

    label: str
    value: str
    text: str
    """Empty where there is nothing to say."""
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """Something to be done, with where it stands and what is to be said of it."""

    title: str
    status: Status
    text: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the whole subject stands."""

    state: Verdict | str
    """A computer's verdict, or a component's status."""
    text: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A number, with where it comes from."""

    name: str
    value: str
    origin: str
    place: Place | None = None
    is_short: bool = False
    """Whether it is a lack of what is needed."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Where one practice stands, with what can be done about it."""

    practice: str
    """Its id."""
    title: str
    is_headline: bool
    severity: Severity
    status: Status
    message: str
    """Empty where the title says it all."""
    subject: str = ""
    """What it was judged for, where that is not plain."""
    place: Place | None = None
    fix: Intent | None = None
    attest: Attest | None = None
    """What a person's word would be; None where none would count."""
    waive: Attest | None = None
    """What a waiver would be; None where it cannot be waived."""


@dataclass(frozen=True, slots=True)
class Way:
    """A change that would leave more free disk space."""

    text: str
    saves_gb: float
    fits: bool
    """Whether the computer then has all that is planned."""
    fix: Intent


Entry: TypeAlias = Sentence | Fact | Described | Step | Standing | Term | Answer | Way


@dataclass(frozen=True, slots=True)
class Section:
    """Rows that belong together."""

    title: str
    """Empty for the first, which the explanation's own title introduces."""
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """The answer to one question."""

    title: str
    sections: tuple[Section, ...]
    """Those that have something to say."""


def explained(title: str, *sections: Section) -> Explanation:
    """Put sections together; those without rows are left out."""
    return Explanation(title, tuple(section for section in sections if section.entries))
