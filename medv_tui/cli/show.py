"""`medv-tui show`: what a plan says about one topic of the documentation."""

from collections.abc import Iterable, Sequence
from datetime import date

from medv_tui.cli import output, sources
from medv_tui.cli.arguments import Arguments, day
from medv_tui.errors import ExitCode, MedvError
from medv_tui.reports.explanation_text import in_text
from medv_tui.reports.members import PlanMembers
from medv_tui.reports.views.show import VIEWS, WorkspaceView, explanations, shown
from medv_tui.review.review import Review


def run(words: Sequence[str]) -> int:
    """Print one view; the exit code is 2 where part of the plan could not be read."""
    chosen = _parser().parse_args(words)
    reviewed = sources.review(chosen.plan, chosen.as_of or date.today())
    review = reviewed.review
    if chosen.workspace is not None and not isinstance(VIEWS[chosen.view], WorkspaceView):
        raise MedvError(f"{chosen.view} is about the plan as a whole; leave --workspace out.")
    places = positions(review, chosen.workspace)
    if not places and isinstance(VIEWS[chosen.view], WorkspaceView):
        raise MedvError(f"{reviewed.path} has no workspace, so there is nothing to show.")
    if chosen.format == "json":
        plan = PlanMembers(name=reviewed.name, path=reviewed.path, sha256=reviewed.sha256)
        output.write(shown(chosen.view, review, places, plan).to_json() + "\n")
    else:
        colour, width = output.has_colour(chosen.color), output.width()
        told = explanations(chosen.view, review, places)
        output.write("\n".join(in_text(each, width=width, colour=colour) for each in told))
    if review.partial:
        output.complain(
            f"Part of {reviewed.path} cannot be read and is left out; medv-tui check names every "
            "problem."
        )
        return ExitCode.PROBLEM
    return ExitCode.OK


def positions(review: Review, name: str | None) -> tuple[int, ...]:
    """Find the workspace of this name, or all; raises MedvError where there is none of it."""
    workspaces = review.plan.workspaces
    if name is None:
        return tuple(range(len(workspaces)))
    place = review.hosts.subjects.workspaces_by_name.get(name.casefold())
    if place is None:
        raise MedvError(
            f"The plan has no workspace {name}; it has {_listed(w.name for w in workspaces)}."
        )
    return (place,)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names) or "none"


def _parser() -> Arguments:
    """Say which words the command takes."""
    parser = Arguments("show", "Show what a plan says about one topic of the documentation.")
    views = "; ".join(f"{name}: {view.summary}" for name, view in VIEWS.items())
    parser.add_argument("view", choices=tuple(VIEWS), metavar="VIEW", help=views)
    parser.add_argument("plan", metavar="PLAN", help="a plan; - is standard input")
    parser.add_argument(
        "--workspace", metavar="NAME", help="only this one, where there are several"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--as-of", type=day, metavar="DATE", help="judge dates on this day")
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto")
    return parser
