"""Facts about many computers at once, for practices of the plan or of a workspace."""

from collections.abc import Iterable
from typing import Any

from medv_tui.plan.fleet import Group


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
    return values


def of_workspace(groups: Iterable[Group], name: str) -> dict[str, Any]:
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
    return values


def _count(groups: Iterable[Group], key: str, value: object) -> int:
    """Count the computers whose fact has this value."""
    return sum(group.total for group in groups if group.facts.get(key) == value)
