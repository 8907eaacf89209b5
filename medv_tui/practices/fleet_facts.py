"""Facts about many computers at once, for practices of the plan or of a workspace."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from medv_tui.assessment.names import Lot
from medv_tui.plan.fleet import Fleet, Group
from medv_tui.plan.membership import Membership
from medv_tui.plan.succession import Succession

COUNTED: tuple[str, ...] = ("users", "users_local_admin", "prior_vhd", "roaming_profiles")
"""Facts of computers whose values are counted, as pairs of a value and its computers.

The value is None where it is unknown. They are named "fleet." and "fleet.workspace." with the
fact's key.
"""

_READ = ("workspace", "domain_joined", "antivirus_exclusions", *COUNTED)
"""Facts of computers that anything here rests on."""

ACROSS: Mapping[str, str] = {
    "fleet.networking_modes": "workspaces.settings.VM.NetworkingMode",
    "fleet.domain_joins": "workspaces.settings.Fts.SetJoinDomainEnabled",
}
"""Settings that a practice of the plan asks about all workspaces at once."""


@dataclass(frozen=True, slots=True, eq=False)
class Roster:
    """The computers of one workspace by name; they are gathered only when asked for."""

    fleet: Fleet
    everyone: tuple[Group, ...]
    """All groups of the fleet."""
    workspace: str
    """Its name without case."""

    @property
    def groups(self) -> tuple[Group, ...]:
        """The groups whose computers get the workspace."""
        return tuple(g for g in self.everyone if _workspace(g.facts) == self.workspace)

    def lots(self, guests: int | None = None) -> tuple[Lot, ...]:
        """Give the computers by how many guests each has: `guests`, or one for each user.

        Where the number of users is unknown, there is at least one guest.
        """
        names: dict[int, list[str]] = {}
        unnamed: Counter[int] = Counter()
        for group in self.groups:
            each = group.facts.get("users", 1) if guests is None else guests
            own = names.setdefault(each, [])
            for row in group.rows:
                if self.fleet.counts[row] == 1:
                    own.append(self.fleet.names[row])
                else:
                    unnamed[each] += self.fleet.counts[row]
        return tuple(Lot(each, tuple(own), unnamed[each]) for each, own in names.items())


class Crowd(NamedTuple):
    """Computers of which the same is counted."""

    facts: Mapping[str, Any]
    """Those of their facts that are counted, where they are known."""
    total: int


class FleetSummary:
    """The facts about many computers of one fleet, each worked out once."""

    def __init__(
        self,
        fleet: Fleet,
        groups: tuple[Group, ...],
        before: "FleetSummary | None" = None,
        change: Succession | None = None,
    ) -> None:
        """Sum up a fleet, whose groups may have come out of those of one summed up before."""
        self._fleet, self._groups = fleet, groups
        self._workspaces: dict[str, dict[str, Any]] = {}
        self._known: dict[tuple[Any, ...], Mapping[str, Any]] = {}
        self.group_of: Membership = Membership(
            len(fleet.names), groups, None if before is None else before.group_of, change
        )
        """For each row, the position of its group."""
        if before is None or change is None:
            self._facts = [self._counted_of(position) for position in range(len(groups))]
            self._totals = [group.total for group in groups]
        else:
            self._known = before._known
            self._facts = change.carry(before._facts, self._counted_of)
            self._totals = change.carry(before._totals, lambda position: groups[position].total)

    def _counted_of(self, position: int) -> Mapping[str, Any]:
        """Give what is counted of one group: one object for the same facts."""
        values = tuple(map(self._groups[position].facts.get, _READ))
        if values not in self._known:
            pairs = zip(_READ, values, strict=True)
            self._known[values] = {key: value for key, value in pairs if value is not None}
        return self._known[values]

    @cached_property
    def _crowds(self) -> list[Crowd]:
        """Put groups together of which the same is counted, by their first rows."""
        keys = list(map(id, self._facts))
        different = dict(zip(keys, self._facts, strict=True))
        totals = dict.fromkeys(different, 0)
        for key, computers in zip(keys, self._totals, strict=True):
            totals[key] += computers
        return [Crowd(different[key], total) for key, total in totals.items()]

    @cached_property
    def whole(self) -> dict[str, Any]:
        """Give what is known of all computers of the plan that are not excluded."""
        return whole(self._crowds)

    def of_workspace(self, name: str) -> dict[str, Any]:
        """Give what is known of the computers that get one workspace."""
        if name not in self._workspaces:
            roster = Roster(self._fleet, self._groups, name.casefold())
            self._workspaces[name] = of_workspace(self._crowds, roster)
        return self._workspaces[name]


def _workspace(facts: Mapping[str, Any]) -> str:
    """Name a computer's workspace without case; empty where it has none."""
    return str(facts.get("workspace", "")).casefold()


def whole(groups: Iterable[Crowd]) -> dict[str, Any]:
    """Give what is known of all computers of the plan that are not excluded."""
    everyone = list(groups)
    values: dict[str, Any] = {}
    computers = sum(group.total for group in everyone)
    if computers:
        values["fleet.computers"] = computers
        values["fleet.joined"] = _count(everyone, "domain_joined", True)
        values["fleet.not_joined"] = _count(everyone, "domain_joined", False)
        values["fleet.exclusions"] = tuple(
            dict.fromkeys(
                g.facts["antivirus_exclusions"]
                for g in everyone
                if "antivirus_exclusions" in g.facts
            )
        )
        values["fleet.without_exclusions"] = sum(
            group.total for group in everyone if "antivirus_exclusions" not in group.facts
        )
        values |= _counted(everyone, "fleet.")
    return values


def across(settings: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Give the different values of settings over all workspaces, None where one is unknown.

    `settings` holds each workspace's effective ones; without a workspace nothing is known.
    """
    if not settings:
        return {}
    return {
        fact: tuple(dict.fromkeys(own.get(setting) for own in settings))
        for fact, setting in ACROSS.items()
    }


def of_workspace(groups: Iterable[Crowd], roster: Roster) -> dict[str, Any]:
    """Give what is known of the computers that get one workspace.

    Users are those that are known of; that there are none is said only if all are known.
    """
    own = [group for group in groups if _workspace(group.facts) == roster.workspace]
    values: dict[str, Any] = {"fleet.workspace_computers": sum(group.total for group in own)}
    known = [group for group in own if "users" in group.facts]
    users = sum(group.total * group.facts["users"] for group in known)
    if users or len(known) == len(own):
        values["fleet.workspace_users"] = users
    if own:
        values |= _counted(own, "fleet.workspace.")
        values["fleet.workspace.names"] = roster
    return values


def _count(groups: Iterable[Crowd], key: str, value: object) -> int:
    """Count the computers whose fact has this value."""
    return sum(group.total for group in groups if group.facts.get(key) == value)


def _counted(groups: Iterable[Crowd], prefix: str) -> dict[str, Any]:
    """Count the computers by each counted fact."""
    counts: dict[str, Counter[Any]] = {key: Counter() for key in COUNTED}
    for group in groups:
        for key, computers in counts.items():
            computers[group.facts.get(key)] += group.total
    return {prefix + key: tuple(computers.items()) for key, computers in counts.items()}
