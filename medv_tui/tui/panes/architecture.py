"""The architecture pane: what MED-V is made of, and where each part stands."""

from collections.abc import Callable

from medv_tui.findings import Status
from medv_tui.reports.clean import clean
from medv_tui.reports.explanation import Explanation
from medv_tui.reports.practice_explanation import why_component
from medv_tui.review.architecture import MISSING, Architecture, Component
from medv_tui.review.review import Review
from medv_tui.tui.line import Line, Part
from medv_tui.tui.panes.choice import ChoicePane, Row
from medv_tui.tui.present import BOLD, MUTED, count, status_mark

_CALM = frozenset({Status.MET.value, Status.NOT_APPLICABLE.value})


def tree(architecture: Architecture) -> list[Line]:
    """Draw every component below the one that contains it."""
    depths: dict[str, int] = {}
    lines = []
    for component in architecture.components:
        depths[component.id] = 0 if component.inside is None else depths[component.inside] + 1
        lines.append(_row(component, depths[component.id]))
    return lines


def _row(component: Component, depth: int) -> Line:
    """Draw one component; what is fine needs no colour and no reason."""
    mark = status_mark(component.status, component.severity)
    calm = component.status in _CALM
    return (
        Part("  " * depth),
        mark.part,
        Part(f" {component.title}", "" if depth else BOLD),
        Part(f"  {mark.word}", MUTED if calm else mark.look),
        Part("" if calm else f"  {clean(component.message)}", MUTED),
    )


class ArchitecturePane(ChoicePane):
    """The components of MED-V as an indented tree."""

    NUMBER = 2
    NAME = "Architecture"

    def is_changed(self, old: Review | None, new: Review) -> bool:
        """Whether a component or a practice stands elsewhere than before."""
        return old is None or old.architecture is not new.architecture

    def drawn(self, review: Review, cells: int) -> list[Row]:
        """Draw the tree; every component can be explained."""
        del cells
        lines = tree(review.architecture)
        components = review.architecture.components
        return [Row(line, part.id) for line, part in zip(lines, components, strict=True)]

    def explained(self, choice: str) -> Callable[[Review], Explanation]:
        """Explain a component by its practices."""

        def explain(review: Review) -> Explanation:
            part = next(c for c in review.architecture.components if c.id == choice)
            return why_component(review, part)

        return explain

    def fact(self, review: Review) -> str:
        """Count what is missing, or say of how many computers this is."""
        missing = sum(c.status == MISSING for c in review.architecture.components)
        if missing:
            return f"{missing} missing"
        return f"worst of {count(review.hosts.total, 'host')}"
