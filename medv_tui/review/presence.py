"""Whether a plan has a component of MED-V, as far as it says so."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from medv_tui.practices.subjects import WORKSPACES, Subjects
from medv_tui.review.components import Part


@dataclass(frozen=True, slots=True)
class Presence:
    """What a plan says of a component's presence."""

    is_there: bool | None
    """None where the plan does not say."""
    reason: str
    """What says so, to stand in a sentence."""
    asked: bool = True
    """Whether a plan has a way to say it at all."""

    @property
    def doubtful(self) -> bool:
        """Whether the plan could say it and does not."""
        return self.asked and self.is_there is None


def is_required(part: Part, subjects: Subjects) -> bool:
    """Say whether this plan needs a component: some need ends with a service pack."""
    limit = part.until_service_pack
    if limit is None or not subjects.groups:
        return part.required
    return any(group.facts.get("service_pack", 0) < limit for group in subjects.groups)


def presence(part: Part, subjects: Subjects) -> Presence:
    """Say whether a plan has a component."""
    if part.step:
        return _installed(part, subjects)
    if not part.facts:
        return Presence(None, "nothing in the plan speaks of it", asked=False)
    said = [_stated(fact, part.required, subjects) for fact in part.facts]
    return _first(said, True) or _first(said, False) or said[0]


def _first(said: Iterable[Presence], wanted: bool) -> Presence | None:
    """Give the first answer of this kind."""
    return next((each for each in said if each.is_there is wanted), None)


def _stated(fact: str, required: bool, subjects: Subjects) -> Presence:
    """Read one fact of the plan as an answer."""
    if fact == "hosts":
        return _computers(subjects)
    if fact == "workspaces":
        return _workspaces(subjects)
    if fact.startswith(WORKSPACES):
        return _by_workspace(fact, required, subjects)
    return _answer(fact, subjects.plan_facts.get(fact))


def _computers(subjects: Subjects) -> Presence:
    """Say whether computers are planned; inventories without readable rows leave it open."""
    if subjects.groups:
        return Presence(True, "the plan has computers")
    if subjects.fleet.names:
        return Presence(False, "all computers of the plan are excluded")
    if subjects.plan.inventories or _lost(subjects, "hosts", "inventories"):
        return Presence(None, "no computer of the plan can be read")
    return Presence(False, "the plan has no computers")


def _workspaces(subjects: Subjects) -> Presence:
    """Say whether workspaces are planned."""
    if subjects.plan.workspaces:
        return Presence(True, "the plan has workspaces")
    if _lost(subjects, "workspaces"):
        return Presence(None, "no workspace of the plan can be read")
    return Presence(False, "the plan has no workspaces")


def _lost(subjects: Subjects, *tables: str) -> bool:
    """Say whether something in these tables could not be read."""
    return any(path[:1] == (table,) for path in subjects.unreadable for table in tables)


def _by_workspace(fact: str, required: bool, subjects: Subjects) -> Presence:
    """Put the workspaces' answers together.

    What is required has to be in all of them, what is optional is there if it is in one.
    """
    key = fact.removeprefix(WORKSPACES)
    said = [
        _answer(f"{key} of workspace {workspace.name}", facts.get(fact))
        for workspace, facts in zip(subjects.plan.workspaces, subjects.workspace_facts, strict=True)
    ]
    if not said:
        return Presence(None, "the plan has no workspaces")
    decisive = not required
    unknown = next((each for each in said if each.is_there is None), said[0])
    return _first(said, decisive) or unknown


def _answer(name: str, value: Any) -> Presence:
    """Read a value as presence: false, nothing and zero say that it is absent."""
    if value is None:
        return Presence(None, f"the plan does not give {name}")
    if value:
        return Presence(True, f"the plan gives {name}")
    return Presence(False, f"{name} is {_shown(value)}")


def _shown(value: Any) -> str:
    """Write a value that says no."""
    if value is False:
        return "false"
    return "empty" if isinstance(value, str | Sequence) else f"{value:g}"


def _installed(part: Part, subjects: Subjects) -> Presence:
    """Say whether a component is on the computers already or among the steps to install."""
    order = subjects.plan_facts.get("deployment.order")
    if order is not None and part.step in order:
        return Presence(True, f'deployment.order installs "{part.step}"')
    flags = _flags(part, subjects)
    if flags and all(flags):
        return Presence(True, f"all computers that need it have {part.installed}")
    if order is None:
        return Presence(None, "the plan does not give deployment.order")
    if not part.installed or False in flags:
        return Presence(False, f'deployment.order does not install "{part.step}"')
    return Presence(None, f"the plan does not give {part.installed} of all computers")


def _flags(part: Part, subjects: Subjects) -> list[bool | None]:
    """What the computers that need a component say of it; None where they do not."""
    facts = (group.facts for group in subjects.groups)
    limit = part.until_service_pack
    if limit is None:
        return [each.get(part.installed) for each in facts]
    # Without its service pack, a computer that lacks the component may not need it.
    return [
        each.get(part.installed) if "service_pack" in each else each.get(part.installed) or None
        for each in facts
        if each.get("service_pack", 0) < limit
    ]
