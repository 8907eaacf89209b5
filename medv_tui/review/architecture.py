"""The architecture: where each component of MED-V stands with the plan."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from medv_tui.findings import Severity, Status
from medv_tui.practices.subjects import Subjects
from medv_tui.review.components import LINKS, PARTS, Link, Part
from medv_tui.review.items import PracticeItem
from medv_tui.review.presence import Presence, is_required, presence

MISSING = "missing"
"""The status of what is required while the plan says that it is absent."""

__all__ = ["MISSING", "Architecture", "Component", "Link", "describe"]


@dataclass(frozen=True, slots=True)
class Component:
    """One part of MED-V and where it stands."""

    id: str
    title: str
    inside: str | None
    """Id of the component that contains it; None for the outermost."""
    required: bool
    """Whether this plan's MED-V is incomplete without it."""
    status: str
    """`missing`, or a practice's status: the worst of those that are about it."""
    message: str
    """What is behind the status, in one sentence."""
    severity: Severity | None = None
    """The worst severity at which a practice behind the status fails."""


@dataclass(frozen=True, slots=True)
class Architecture:
    """The picture of a MED-V deployment."""

    components: tuple[Component, ...]
    """Each after the component that contains it."""
    links: tuple[Link, ...]


def describe(items: Sequence[PracticeItem], subjects: Subjects) -> Architecture:
    """Say of every component whether it is there and what its practices come to."""
    concerning = _by_component(items)
    known: dict[str, Component] = {}
    for part in PARTS:
        known[part.id] = _component(part, concerning.get(part.id, ()), subjects, known)
    return Architecture(tuple(known.values()), LINKS)


def _by_component(items: Iterable[PracticeItem]) -> Mapping[str, Sequence[PracticeItem]]:
    """Sort the items by the components that their practices are about."""
    concerning: dict[str, list[PracticeItem]] = {}
    for item in items:
        for component in item.practice.concerns:
            concerning.setdefault(component, []).append(item)
    return concerning


def _component(
    part: Part,
    items: Sequence[PracticeItem],
    subjects: Subjects,
    known: Mapping[str, Component],
) -> Component:
    """Draw one component's conclusion; what brings it is known already."""
    required = is_required(part, subjects)
    there = presence(part, subjects)
    bringer = known.get(part.comes_with)
    status, message = _conclude(required, items, there, bringer, subjects)
    severity = _severity(status, items, bringer)
    return Component(part.id, part.title, part.inside, required, status, message, severity)


def _severity(
    status: str, items: Iterable[PracticeItem], bringer: Component | None
) -> Severity | None:
    """Give the worst severity that fails, the bringer's where no practice of its own does."""
    if status != Status.FAILING:
        return None
    own = [item.finding.severity for item in items if item.status is Status.FAILING]
    if own:
        return min(own, key=lambda severity: severity.rank)
    return None if bringer is None else bringer.severity


def _conclude(
    required: bool,
    items: Sequence[PracticeItem],
    there: Presence,
    bringer: Component | None,
    subjects: Subjects,
) -> tuple[str, str]:
    """Weigh absence first, then what is known; nothing that may not be there shows as met."""
    if there.is_there is False and required:
        return MISSING, f"Required, but {there.reason}."
    fails = any(item.status is Status.FAILING for item in items)
    if there.is_there is False and not fails:
        return Status.NOT_APPLICABLE, f"Not planned: {there.reason}."
    status, message = _weigh(required, items, there, bringer, subjects)
    if status == Status.MET and there.doubtful:
        return Status.UNKNOWN, f"Not known: {there.reason}."
    return status, message


def _weigh(
    required: bool,
    items: Sequence[PracticeItem],
    there: Presence,
    bringer: Component | None,
    subjects: Subjects,
) -> tuple[str, str]:
    """Let practices speak first, then what brings the component, then its presence alone."""
    telling = [item for item in items if item.status is not Status.NOT_APPLICABLE]
    if telling:
        return _judged(telling, subjects)
    if bringer is not None:
        return _brought(bringer, required)
    if there.is_there:
        return Status.MET, f"Planned: {there.reason}."
    if items:
        return Status.NOT_APPLICABLE, "No practice about it applies to this plan."
    return Status.UNKNOWN, f"Not known: {there.reason}."


def _judged(items: Sequence[PracticeItem], subjects: Subjects) -> tuple[str, str]:
    """Let the worst item speak for all."""
    worst = min(items, key=_badness)
    alike = sum(item.status is worst.status for item in items)
    if worst.status is not Status.MET:
        return worst.status, _spoken(worst, alike - 1, subjects)
    if alike == 1:
        return Status.MET, "The practice about it is met."
    return Status.MET, f"The {alike} practices about it are met."


def _brought(bringer: Component, required: bool) -> tuple[str, str]:
    """Share the status of what brings a component; the optional cannot be missing."""
    message = f"Comes with {bringer.title}, whose status is {bringer.status}."
    if bringer.status == MISSING and not required:
        return Status.NOT_APPLICABLE, message
    return bringer.status, message


def _spoken(item: PracticeItem, others: int, subjects: Subjects) -> str:
    """Name a practice, for whom it stands where it does, and how many more do."""
    workspace = item.subject.partition(":")[2]
    several = workspace and len(subjects.plan.workspaces) > 1
    of_whom = f" ({workspace})" if several else ""
    more = f" (and {others} more)" if others else ""
    return f"{item.practice.title}{of_whom}: {item.finding.message.removesuffix('.')}{more}."


def _badness(item: PracticeItem) -> tuple[int, int]:
    """Order items with the worst first."""
    return (item.status.rank, item.finding.severity.rank)
