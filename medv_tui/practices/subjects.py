"""Where a subject's facts come from: the plan, one workspace, or a group of computers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from medv_tui.findings import AddItem, Intent, Path, Reorder, SetValue
from medv_tui.plan.base import Table
from medv_tui.plan.fleet import Fleet, Group
from medv_tui.plan.languages import read_language
from medv_tui.plan.plan import Plan
from medv_tui.plan.settings import SETTINGS
from medv_tui.plan.settings_tables import written
from medv_tui.plan.spellings import (
    documented_spelling,
    read_architecture,
    read_edition,
    read_os,
)
from medv_tui.plan.workspace import Workspace
from medv_tui.practices import sizing
from medv_tui.practices.fleet_facts import FleetSummary, across
from medv_tui.practices.practice import AddToFact, Facts, Fix, SetFact

HOSTS, WORKSPACES, FLEET = "hosts.", "workspaces.", "fleet."

BROUGHT_BY_WINDOWS_7: Mapping[str, Any] = {
    "hosts.dotnet": ("3.5 SP1",),
    "hosts.kb959209": True,
    "hosts.internet_explorer": 8,
}
"""Taken as present on Windows 7 unless the plan says otherwise; the browser is external."""

_READERS = {
    "image.edition": read_edition,
    "image.architecture": read_architecture,
    "image.language": read_language,
}


@dataclass(frozen=True)
class Subjects:
    """Every subject of one plan, with what each practice may read of it."""

    plan: Plan
    fleet: Fleet
    groups: tuple[Group, ...]
    indexes: Mapping[str, Sequence[int]]
    """For hosts and workspaces, each kept table's index in the text."""
    unreadable: frozenset[Path] = frozenset()
    """Paths whose value is unknown because of a problem, so that no default may stand in."""
    workspace_names: frozenset[str] | None = None
    """Names of all workspaces in the text, without case; None where some could not be read."""
    kept_summary: FleetSummary | None = field(default=None, compare=False)
    """Facts about many computers, where an earlier review of the same fleet has them."""

    @cached_property
    def summary(self) -> FleetSummary:
        """Facts about many computers."""
        return self.kept_summary or FleetSummary(self.fleet, self.groups)

    @cached_property
    def workspaces_by_name(self) -> Mapping[str, int]:
        """Position of each workspace, by its name without case."""
        return {ws.name.casefold(): i for i, ws in enumerate(self.plan.workspaces)}

    def text_index(self, table: str, position: int) -> int:
        """Give the index in the text of a kept table."""
        indexes = self.indexes.get(table, ())
        return indexes[position] if indexes else position

    @cached_property
    def plan_facts(self) -> Facts:
        """Facts that are the same for every subject."""
        values: dict[str, Any] = {}
        for name in type(self.plan).model_fields:
            value = getattr(self.plan, name)
            if isinstance(value, Table) and name != "host_defaults":
                values.update(self._table_facts(value, name, (name,)))
        values.update(self.summary.whole)
        values.update(across(self._effective_settings))
        return Facts(values)

    @cached_property
    def _effective_settings(self) -> tuple[dict[str, Any], ...]:
        """Settings of each workspace, those that the plan does not give by their defaults."""
        return tuple(
            self._settings(workspace, ("workspaces", self.text_index("workspaces", i)))
            for i, workspace in enumerate(self.plan.workspaces)
        )

    @cached_property
    def workspace_facts(self) -> tuple[Facts, ...]:
        """Facts of each workspace, with those of the plan."""
        return tuple(
            Facts(self.plan_facts.values | self._workspace(i, workspace))
            for i, workspace in enumerate(self.plan.workspaces)
        )

    def host_facts(self, group: Group) -> Facts:
        """Facts that all computers of a group share, with those of their workspace."""
        own = {HOSTS + key: value for key, value in group.facts.items()}
        assumed: dict[str, Any] = {}
        if own.get("hosts.os") == "Windows 7":
            assumed = {k: v for k, v in BROUGHT_BY_WINDOWS_7.items() if k not in own}
        place = self.workspace_of(group)
        shared = self.plan_facts if place is None else self.workspace_facts[place]
        values = shared.values | own | assumed
        if place is not None:
            values |= sizing.facts(values)
        return Facts(values, frozenset(assumed))

    def workspace_of(self, group: Group) -> int | None:
        """Position of a group's workspace; None where it has none or it is unreadable."""
        name = group.facts.get("workspace")
        return None if name is None else self.workspaces_by_name.get(name.casefold())

    def has_workspace(self, group: Group) -> bool:
        """Say whether a group names a workspace that is there, readable or not."""
        name = group.facts.get("workspace")
        known = self.workspace_names
        return name is not None and (known is None or name.casefold() in known)

    def path(self, fact: str, workspace: int | None = None, row: int | None = None) -> Path:
        """Say which key of the plan holds a fact for a subject."""
        if fact.startswith(FLEET):
            return ()
        if fact.startswith(HOSTS):
            return () if row is None else self.fleet.path(row, fact.removeprefix(HOSTS))
        if fact.startswith(WORKSPACES):
            if workspace is None:
                return ()
            rest = fact.removeprefix(WORKSPACES).split(".")
            return ("workspaces", self.text_index("workspaces", workspace), *rest)
        return tuple(fact.split("."))

    def intent(self, fix: Fix, workspace: int | None, row: int | None) -> Intent | None:
        """Turn a fix by fact into an edit of the plan; None where the fact has no key there."""
        path = self.path(fix.fact, workspace, row)
        if not path:
            return None
        if isinstance(fix, SetFact):
            return SetValue(path, fix.value)
        if isinstance(fix, AddToFact):
            return AddItem(path, fix.value)
        return Reorder(path, fix.items)

    def _workspace(self, position: int, workspace: Workspace) -> dict[str, Any]:
        """Facts of one workspace alone."""
        place: Path = ("workspaces", self.text_index("workspaces", position))
        values = self._table_facts(workspace, WORKSPACES.rstrip("."), place)
        values |= self._effective_settings[position]
        values |= _read_image(workspace)
        values |= self.summary.of_workspace(workspace.name)
        if workspace.applications:
            values["workspaces.applications"] = workspace.applications
        return values

    def _settings(self, workspace: Workspace, place: Path) -> dict[str, Any]:
        """Effective value of every setting, and which of them the plan gives itself."""
        values: dict[str, Any] = {}
        given: set[str] = set()
        for setting in SETTINGS:
            if self.is_unreadable((*place, "settings", setting.key, setting.name)):
                continue
            value = written(workspace.settings, setting)
            if value is None:
                value = setting.default
            else:
                given.add(setting.path)
            if isinstance(value, str) and setting.choices:
                value = documented_spelling(value, setting.choices) or value
            if setting.kind == "switch" and value is not None:
                value = bool(value)
            if value is not None:
                values[setting.path] = value
        values["workspaces.settings.written"] = frozenset(given)
        return values

    def _table_facts(self, table: Table, prefix: str, place: Path) -> dict[str, Any]:
        """Known scalar and list facts of a table and its plain sub-tables."""
        values: dict[str, Any] = {}
        for name in type(table).model_fields:
            value = getattr(table, name)
            path = (*place, name)
            if value is None or name in {"settings", "applications"} or self.is_unreadable(path):
                continue
            if isinstance(value, Table):
                values |= self._table_facts(value, f"{prefix}.{name}", path)
            else:
                values[f"{prefix}.{name}"] = value
        return values

    def is_unreadable(self, path: Path) -> bool:
        """Say whether a problem stands on a key or on its table."""
        bad = self.unreadable
        return bool(bad) and any(path[:length] in bad for length in range(1, len(path) + 1))


def _read_image(workspace: Workspace) -> dict[str, Any]:
    """Bring the image's texts to one spelling; a whole caption fills the facts it holds."""
    image = workspace.image
    values: dict[str, Any] = {}
    if image.os is not None:
        reading = read_os(image.os)
        said = {
            key: getattr(reading, key) for key in ("os", "edition", "service_pack", "architecture")
        }
        values = {f"workspaces.image.{k}": v for k, v in said.items() if v is not None}
    for key, read in _READERS.items():
        text = getattr(image, key.removeprefix("image."))
        if text is not None:
            values[f"workspaces.{key}"] = read(text)
    if image.service_pack is not None:
        values["workspaces.image.service_pack"] = image.service_pack
    return values
