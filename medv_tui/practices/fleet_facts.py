"""Facts about many computers at once, for practices of the plan or of a workspace."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from medv_tui.assessment.names import Lot
from medv_tui.plan.fleet import Fleet, Group

COUNTED: tuple[str, ...] = ("users", "users_local_admin", "prior_vhd", "roaming_profiles")
"""Facts of computers whose values are counted, as pairs of a value and its computers.

The value is None where it is unknown. They are named "fleet." and "fleet.workspace." with the
fact's key.
"""

ACROSS: Mapping[str, str] = {
    "fleet.networking_modes": "workspaces.settings.VM.NetworkingMode",
    "fleet.domain_joins": "workspaces.settings.Fts.SetJoinDomainEnabled",
}
"""Settings that a practice of the plan asks about all workspaces at once."""


@dataclass(frozen=True, slots=True, eq=False)
class Roster:
    """The computers of one workspace by name; they are gathered only when asked for."""

    fleet: Fleet
    groups: tuple[Group, ...]

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


class FleetSummary:
    """The facts about many computers of one fleet, each worked out once."""

    def __init__(self, fleet: Fleet, groups: tuple[Group, ...]) -> None:
        self._fleet, self._groups = fleet, groups
        self._workspaces: dict[str, dict[str, Any]] = {}

    @cached_property
    def whole(self) -> dict[str, Any]:
        """Give what is known of all computers of the plan that are not excluded."""
        return whole(self._groups)

    def of_workspace(self, name: str) -> dict[str, Any]:
        """Give what is known of the computers that get one workspace."""
        if name not in self._workspaces:
            self._workspaces[name] = of_workspace(self._fleet, self._groups, name)
        return self._workspaces[name]


def whole(groups: Iterable[Group]) -> dict[str, Any]:
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


def of_workspace(fleet: Fleet, groups: Iterable[Group], name: str) -> dict[str, Any]:
    """Give what is known of the computers that get one workspace.

    Users are those that are known of; that there are none is said only if all are known.
    """
    wanted = name.casefold()
    own = [g for g in groups if str(g.facts.get("workspace", "")).casefold() == wanted]
    values: dict[str, Any] = {"fleet.workspace_computers": sum(group.total for group in own)}
    known = [group for group in own if "users" in group.facts]
    users = sum(group.total * group.facts["users"] for group in known)
    if users or len(known) == len(own):
        values["fleet.workspace_users"] = users
    if own:
        values |= _counted(own, "fleet.workspace.")
        values["fleet.workspace.names"] = Roster(fleet, tuple(own))
    return values


def _count(groups: Iterable[Group], key: str, value: object) -> int:
    """Count the computers whose fact has this value."""
    return sum(group.total for group in groups if group.facts.get(key) == value)


def _counted(groups: Iterable[Group], prefix: str) -> dict[str, Any]:
    """Count the computers by each counted fact."""
    counts: dict[str, Counter[Any]] = {key: Counter() for key in COUNTED}
    for group in groups:
        for key, computers in counts.items():
            computers[group.facts.get(key)] += group.total
    return {prefix + key: tuple(computers.items()) for key, computers in counts.items()}
