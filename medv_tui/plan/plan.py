"""The whole plan: the root table, attestations and inventories."""

from datetime import date
from typing import Annotated, Literal, TypeAlias

from pydantic import BeforeValidator, Field

from medv_tui.plan.base import Name, Table, Texts, as_tuple
from medv_tui.plan.environment import (
    About,
    Budget,
    Deployment,
    Infrastructure,
    Operations,
    Organization,
    Packager,
    Security,
)
from medv_tui.plan.host import Host, HostFacts
from medv_tui.plan.workspace import Workspace

InventorySource: TypeAlias = Literal[
    "auto", "configmgr", "active-directory", "wmic", "lansweeper", "osquery", "custom"
]
Unit: TypeAlias = Literal["bytes", "KB", "MB", "GB"]


FILE_FACTS = ("drive", "disk_size", "os_version", "cpu_architecture")
"""What a column may hold besides a host's keys, for other facts to be read from."""


class Assign(Table):
    """One `[[inventories.assign]]`: which rows get a workspace; the first match wins."""

    workspace: Name
    """Workspace for the rows that match."""
    site: str | None = None
    """Pattern that the row's site matches, such as "Plant*"."""
    name: str | None = None
    """Pattern that the computer's name matches."""
    model: str | None = None
    """Pattern that the hardware model matches."""
    column: str | None = None
    """Header of any column of the file, compared with `equals`."""
    equals: str | None = None
    """What that column's cell must be."""


class Inventory(Table):
    """One `[[inventories]]`: a CSV file of computers."""

    file: Name
    """Path of the CSV file, relative to the plan's folder."""
    source: InventorySource = "auto"
    """Which tool wrote it; decides units where header and cell do not."""
    workspace: Name | None = None
    """Workspace for rows that nothing else assigns."""
    columns: dict[str, str] = Field(default_factory=dict)
    """Host key = header, where the headers are not recognised."""
    units: dict[str, Unit] = Field(default_factory=dict)
    """Host key = unit that its column is in."""
    assign: Annotated[tuple[Assign, ...], BeforeValidator(as_tuple)] = ()
    """Rules that give rows their workspace."""


class Attestation(Table):
    """One `[[attestations]]`: what only a person can say."""

    practice: Name
    """Id of the practice."""
    status: Literal["done", "waived"]
    """Whether it was done, or is waived for a reason."""
    workspace: Name | None = None
    """Workspace that it holds for; all if absent."""
    hosts: Texts | None = None
    """Patterns of computer names that it holds for; all if absent."""
    by: str | None = None
    """Who says so."""
    on: date | None = None
    """When it was said."""
    evidence: str | None = None
    """Where it can be checked."""
    reason: Name | None = None
    """Why it is waived; required for that."""
    expires: date | None = None
    """Last day on which it holds."""


class Plan(Table):
    """A MED-V 2.0 plan. An empty file is a valid one: what is absent is unknown."""

    format: Literal[1] = 1
    """Version of this format."""
    plan: About = About()
    """What this plan is."""
    organization: Organization = Organization()
    """Whether MED-V is the right tool."""
    infrastructure: Infrastructure = Infrastructure()
    """The enterprise services that MED-V relies on."""
    packager: Packager = Packager()
    """The administrator computer that builds workspace packages."""
    deployment: Deployment = Deployment()
    """How everything reaches the computers."""
    budget: Budget = Budget()
    """The planner's own disk rules beside the documented figures."""
    operations: Operations = Operations()
    """How deployed workspaces are looked after."""
    security: Security = Security()
    """Decisions about who and what the guest is exposed to."""
    workspaces: Annotated[tuple[Workspace, ...], BeforeValidator(as_tuple)] = ()
    """The workspaces that users will have."""
    host_defaults: HostFacts = HostFacts()
    """Facts that fill what a host or an inventory row leaves out."""
    hosts: Annotated[tuple[Host, ...], BeforeValidator(as_tuple)] = ()
    """The end-user computers."""
    inventories: Annotated[tuple[Inventory, ...], BeforeValidator(as_tuple)] = ()
    """CSV files that hold more of them."""
    attestations: Annotated[tuple[Attestation, ...], BeforeValidator(as_tuple)] = ()
    """What only a person can say."""
