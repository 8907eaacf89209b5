"""The views of the documentation's topics as commands of the palette."""

from collections.abc import Callable, Iterator

from textual.app import SystemCommand

from medv_tui.reports.clean import clean
from medv_tui.reports.explanation import Explanation, Section, Sentence
from medv_tui.reports.views.show import VIEWS, PlanView, WorkspaceView
from medv_tui.review.review import Review
from medv_tui.tui.screen import PlanScreen


def view_commands(screen: PlanScreen) -> Iterator[SystemCommand]:
    """Give a command for each view of the plan, and of each of its workspaces."""
    workspaces = () if screen.review is None else screen.review.plan.workspaces
    for view in VIEWS.values():
        match view:
            case PlanView():
                yield _command(screen, view.title, view.summary, view.explained)
            case WorkspaceView():
                for workspace in workspaces:
                    explained = of_workspace(view, workspace.name)
                    yield _command(
                        screen, f"{view.title} of {workspace.name}", view.summary, explained
                    )


def _command(
    screen: PlanScreen, title: str, summary: str, explained: Callable[[Review], Explanation]
) -> SystemCommand:
    """Make a command that opens a view of the review of that moment."""
    # The palette reads titles as markup, and an escape would be seen in what it finds.
    harmless = clean(title).replace("[", "(").replace("]", ")")
    return SystemCommand(
        harmless, f"Show {summary}", lambda: screen.bench.answers.explain(explained)
    )


def of_workspace(view: WorkspaceView, name: str) -> Callable[[Review], Explanation]:
    """Give what explains a workspace by its name, wherever it then stands in the plan."""

    def explained(review: Review) -> Explanation:
        place = review.hosts.subjects.workspaces_by_name.get(name.casefold())
        if place is None:
            gone = Sentence(f"The plan has no workspace {name} any more.")
            return Explanation(view.title, (Section("", (gone,)),))
        return view.explained(review, place)

    return explained
