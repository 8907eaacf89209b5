"""The views by name: what `medv-tui show` prints and what the dashboard opens."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from medv_tui.practices.checklists import CHECKLISTS
from medv_tui.reports.explanation import Explanation
from medv_tui.reports.members import Members, PlanMembers, schema_of
from medv_tui.reports.views.business_fit import FitMembers, explain_fit, fit_of
from medv_tui.reports.views.checklists import ChecklistMembers, checklist_of, explain_checklist
from medv_tui.reports.views.deployment import DeploymentMembers, deployment_of, explain_deployment
from medv_tui.reports.views.names import NamesMembers, explain_names, names_of
from medv_tui.reports.views.settings import SettingsMembers, explain_settings, settings_of
from medv_tui.reports.views.timeline import TimelineMembers, explain_timeline, timeline_of
from medv_tui.review.review import Review

WorkspaceMembers: TypeAlias = SettingsMembers | NamesMembers | TimelineMembers
PlanWideMembers: TypeAlias = DeploymentMembers | FitMembers | ChecklistMembers


@dataclass(frozen=True, slots=True)
class WorkspaceView:
    """A view of one workspace, given by its position in the plan."""

    title: str
    summary: str
    members: Callable[[Review, int], WorkspaceMembers]
    explained: Callable[[Review, int], Explanation]


@dataclass(frozen=True, slots=True)
class PlanView:
    """A view of the plan as a whole."""

    title: str
    summary: str
    members: Callable[[Review], PlanWideMembers]
    explained: Callable[[Review], Explanation]


VIEWS: Mapping[str, WorkspaceView | PlanView] = {
    "settings": WorkspaceView(
        "Settings",
        "every documented setting, its value, and where that comes from",
        settings_of,
        explain_settings,
    ),
    "names": WorkspaceView(
        "Computer names",
        "the guests' computer names: length, characters, collisions, examples",
        names_of,
        explain_names,
    ),
    "timeline": WorkspaceView(
        "Timeline of first time setup",
        "the steps of first time setup, their limits and the worst case",
        timeline_of,
        explain_timeline,
    ),
    "steps": PlanView(
        "Deployment steps",
        "the steps of the deployment in order, and what of them is done",
        deployment_of,
        explain_deployment,
    ),
    "fit": PlanView(
        "Is MED-V right here? Business fit",
        "the documented reasons to use MED-V, and whether they hold",
        fit_of,
        explain_fit,
    ),
    **{
        f"{each.name}-checklist": PlanView(
            f"{each.title} checklist",
            f"the documentation's example checklist of {each.title.lower()}",
            checklist_of(each),
            explain_checklist(each),
        )
        for each in CHECKLISTS
    },
}


class Shown(Members):
    """What `medv-tui show --format json` prints."""

    format: Literal[1]
    """Version of this format; it grows without a new one."""
    as_of: date
    """The day for which dates are judged."""
    partial: bool
    """Whether something could not be read, so that the view leaves it out."""
    plan: PlanMembers
    view: str
    items: tuple[WorkspaceMembers | PlanWideMembers, ...]
    """One for each workspace, or one for the plan."""


def explanations(view: str, review: Review, workspaces: Iterable[int]) -> tuple[Explanation, ...]:
    """Give a view of these workspaces, or of the plan."""
    match VIEWS[view]:
        case WorkspaceView() as each:
            return tuple(each.explained(review, position) for position in workspaces)
        case PlanView() as whole:
            return (whole.explained(review),)


def shown(view: str, review: Review, workspaces: Iterable[int], plan: PlanMembers) -> Shown:
    """Give a view of these workspaces, or of the plan, for a script."""
    items: tuple[WorkspaceMembers | PlanWideMembers, ...]
    match VIEWS[view]:
        case WorkspaceView() as each:
            items = tuple(each.members(review, position) for position in workspaces)
        case PlanView() as whole:
            items = (whole.members(review),)
    return Shown(
        format=1,
        as_of=review.as_of,
        partial=review.partial,
        plan=plan,
        view=view,
        items=items,
    )


def show_schema() -> str:
    """Give the JSON Schema of what is shown, as text that ends in a line feed."""
    return schema_of(Shown, "What medv-tui show prints")
