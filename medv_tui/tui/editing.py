"""A screen whose editor knows the plan: what it offers comes from the latest review."""

from textual import on
from textual.events import Mount

from medv_tui.plan.plan import Plan
from medv_tui.reference.completion import Known
from medv_tui.review.review import Review
from medv_tui.tui.finding import FindingScreen

MOST_HOSTS = 500
"""Names of hosts that are offered at most."""


def known_of(plan: Plan) -> Known:
    """Give the names and the single tables that a plan has."""
    tables = {*plan.model_fields_set}
    tables |= {f"deployment.{name}" for name in plan.deployment.model_fields_set}
    workspaces = tuple(workspace.name for workspace in plan.workspaces)
    hosts = tuple(host.name for host in plan.hosts[:MOST_HOSTS])
    return Known(workspaces, frozenset(tables), hosts)


class EditingScreen(FindingScreen):
    """Helps to write the plan."""

    @on(Mount)
    def _follow_reviews(self) -> None:
        """Tell the editor after every review what the plan holds."""
        self.watch(self, "review", self._tell_editor, init=False)

    def _tell_editor(self, review: Review | None) -> None:
        if review is not None:
            self.editor.known = known_of(review.plan)
