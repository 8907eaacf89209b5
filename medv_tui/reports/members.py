"""The members of the JSON that `check` gives: the contract that scripts rely on.

Every member is always there; null means unknown. Readers ignore members they do not know.
"""

import json
import re
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from medv_tui.findings import Level, Severity, Status, Verdict
from medv_tui.practices.practice import Scope

Line = Annotated[int, Field(ge=1)]
Computers = Annotated[int, Field(ge=0)]
WorkspaceVerdict = Literal[Verdict.BLOCKED, Verdict.UNKNOWN, Verdict.ATTENTION, Verdict.READY]
ComponentStatus = Status | Literal["missing"]

_UNSEEN = re.compile("[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


class Members(BaseModel):
    """One JSON object."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True, defer_build=True)

    def to_json(self) -> str:
        """Give the JSON text, in which no character is left that could drive a terminal."""
        text = self.model_dump_json(by_alias=True, indent=2)
        return _UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


class PlanMembers(Members):
    """Which plan was reviewed."""

    name: str
    """The plan's own name, else its file's."""
    path: str
    """As it was given; - is standard input."""
    sha256: str | None
    """Of the file's bytes, in hexadecimal; null where they could not be read."""


class Place(Members):
    """Another place that a problem concerns."""

    file: str
    line: Line
    column: Line
    """In code points, from 1."""
    message: str


class ProblemMembers(Members):
    """Text that the plan's model cannot represent, or a note about it."""

    severity: Level
    code: str
    """One of a closed list; `medv-tui explain CODE` explains each."""
    message: str
    file: str
    path: tuple[str | int, ...]
    """The key it stands on; empty where the text has no readable one."""
    line: Line | None
    column: Line | None
    """In code points, from 1."""
    end_line: Line | None
    end_column: Line | None
    """Exclusive."""
    related: tuple[Place, ...]


class Reason(Members):
    """What a verdict rests on."""

    practice: str
    severity: Severity
    """The finding's own, at most its practice's."""
    message: str
    file: str
    line: Line | None


class HostDiskMembers(Members):
    """Disk figures of one computer, in GB (1 GB = 1024 MB)."""

    required_gb: float | None
    """Base VHD, and every user's differencing disk and saved state."""
    peak_gb: float | None
    """While installing; null where the copies of the package are not known."""
    planned_gb: float | None
    """What to keep free."""
    free_gb: float | None
    headroom_gb: float | None
    """Free minus planned; of two volumes the worse."""


class HostMembers(Members):
    """One row: a computer, or so many identical ones."""

    name: str
    count: Annotated[int, Field(ge=1)]
    workspace: str | None
    verdict: Verdict
    guest_memory_mb: int | None
    disk: HostDiskMembers
    reasons: tuple[Reason, ...]
    """What the verdict rests on, worst first; empty for a ready computer."""
    waived_reasons: tuple[Reason, ...]
    """Findings that a waiver takes out of the verdict."""
    unverified: tuple[str, ...]
    """Practices that lack data."""
    notes: tuple[str, ...]
    """What is worth knowing without being a reason."""
    excluded: str | None
    """The reason that takes it out of the plan."""


class HostsMembers(Members):
    """The fleet; all numbers count computers."""

    total: Computers
    ready: Computers
    attention: Computers
    blocked: Computers
    unknown: Computers
    unassigned: Computers
    excluded: Computers
    items: tuple[HostMembers, ...]
    """One for each row; `--hosts` shortens it."""


class WorkspaceMembers(Members):
    """What one workspace's own findings come to."""

    name: str
    status: WorkspaceVerdict
    reasons: tuple[Reason, ...]
    unverified: tuple[str, ...]
    """Practices that lack data."""


class WorkspacesMembers(Members):
    """The workspaces in the order of the plan."""

    items: tuple[WorkspaceMembers, ...]


class WorkspaceDiskMembers(Members):
    """Disk space of the computers that get one workspace, in GB."""

    name: str
    hosts: Computers
    required_gb: float
    """Sum over the computers whose figures are known."""
    planned_gb: float
    short_hosts: Computers
    """Computers with less free than planned space."""
    shortfall_gb: float
    """What they lack together."""
    hosts_unknown: Computers
    """Computers that are not in the sums."""


class DiskMembers(Members):
    """Disk space of the fleet, in GB; sums of what is known."""

    workspaces: tuple[WorkspaceDiskMembers, ...]
    total_required_gb: float
    total_planned_gb: float
    hosts_unknown: Computers
    """Computers that are not in the sums, so that these are "at least"."""


class StatusCounts(Members):
    """How many stand where."""

    met: Computers
    failing: Computers
    open: Computers
    """Needs a person's word."""
    unknown: Computers
    """Needs data."""
    waived: Computers
    not_applicable: Annotated[Computers, Field(serialization_alias="not-applicable")]


class Score(Members):
    """Practices met, of those of severity must and should that apply."""

    met: Computers
    of: Computers


class PracticeMembers(Members):
    """Where one practice stands for one subject."""

    id: str
    title: str
    severity: Severity
    """The finding's own where it fails, else the practice's."""
    headline: bool
    """Whether it is one of the thirteen headline practices."""
    scope: Scope
    subject: Annotated[str, Field(pattern=r"^(plan|hosts|workspace:[\s\S]*)$")]
    """`plan`, `hosts`, or `workspace:` and the workspace's name."""
    status: Status
    """For computers the worst of theirs."""
    message: str
    source: tuple[str, ...]
    """MED-V 2.0 documentation topics."""
    inferred: bool
    """Whether what happens otherwise follows from documented facts without being in a topic."""
    external: str | None
    """What of it is knowledge from outside the MED-V topics; null for most."""
    line: Line | None
    """Of the plan."""
    counts: StatusCounts | None
    """Computers by status; null where the subject is not computers."""


class PracticesMembers(StatusCounts):
    """The checklist; the numbers count its items."""

    score: Score
    items: tuple[PracticeMembers, ...]


class ComponentMembers(Members):
    """One part of the MED-V architecture."""

    id: str
    title: str
    inside: str | None
    """Id of the component around it."""
    required: bool
    status: ComponentStatus
    """The worst of the practices that concern it; `missing` where required and absent."""
    message: str


class LinkMembers(Members):
    """How one component acts on another."""

    source: Annotated[str, Field(serialization_alias="from")]
    target: Annotated[str, Field(serialization_alias="to")]
    label: str


class ArchitectureMembers(Members):
    """The parts of the deployment with their state."""

    components: tuple[ComponentMembers, ...]
    links: tuple[LinkMembers, ...]


class Result(Members):
    """Everything that one plan comes to on one day."""

    format: Literal[1]
    """Version of this format; it grows without a new one."""
    as_of: date
    """The day for which dates are judged."""
    partial: bool
    """Whether something could not be read, so that the figures leave it out."""
    plan: PlanMembers
    problems: tuple[ProblemMembers, ...]
    hosts: HostsMembers
    workspaces: WorkspacesMembers
    disk: DiskMembers
    practices: PracticesMembers
    architecture: ArchitectureMembers


def result_schema() -> str:
    """Give the JSON Schema of the result, as text that ends in a line feed."""
    return schema_of(Result, "Result of medv-tui check")


def schema_of(members: type[Members], title: str) -> str:
    """Give the JSON Schema of an object, as text that ends in a line feed."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **members.model_json_schema(mode="serialization", by_alias=True),
        "title": title,
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
