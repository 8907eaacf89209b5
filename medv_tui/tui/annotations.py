"""What the editor, and what stands below it, shows of the review."""

from datetime import date
from typing import Any

from textual.screen import Screen

from medv_tui.findings import Level
from medv_tui.plan.keys import tables
from medv_tui.plan.plan import Plan
from medv_tui.reference.completion import Known
from medv_tui.review.review import Review
from medv_tui.tui.arrangement import Arrangement
from medv_tui.tui.completing import CompletingEditor
from medv_tui.tui.key_help import key_help
from medv_tui.tui.meaning import Meaning
from medv_tui.tui.pace import beside
from medv_tui.tui.place import Place
from medv_tui.tui.place_names import PLAN
from medv_tui.tui.problems import Problems
from medv_tui.tui.reviewing import Reviewing
from medv_tui.tui.titles import Tabs

MOST_HOSTS = 500
"""Names of hosts that are offered at most."""


def known_of(plan: Plan, today: date) -> Known:
    """Give the names and the single tables that a plan has."""
    tables = {*plan.model_fields_set}
    tables |= {f"deployment.{name}" for name in plan.deployment.model_fields_set}
    workspaces = tuple(workspace.name for workspace in plan.workspaces)
    hosts = tuple(host.name for host in plan.hosts[:MOST_HOSTS])
    return Known(workspaces, frozenset(tables), hosts, today)


class Annotations:
    """Marks what is wrong in the text, and explains what stands at its cursor."""

    def __init__(
        self,
        screen: Screen[Any],
        editor: CompletingEditor,
        reviewing: Reviewing,
        arrangement: Arrangement,
    ) -> None:
        self._screen, self._editor = screen, editor
        self._reviewing, self._arrangement = reviewing, arrangement
        self._is_first = True
        self._knows_keys = False

    def take(self, review: Review) -> None:
        """Show what a new review says of the text, and offer what its plan holds."""
        errors = [problem for problem in review.problems if problem.level is Level.ERROR]
        met, scored = review.score
        self._screen.query_one("#tabs", Tabs).set_facts(len(errors), f"{met} of {scored} met")
        self._editor.underline(
            error.where for error in errors if error.where is not None and not error.file
        )
        self._editor.known = known_of(review.plan, review.as_of)
        if self._is_first:
            # What each key means is put together once, for which figures need not wait.
            self._is_first = False
            self._screen.call_after_refresh(self._begin)
        else:
            self.show_cursor()

    def _begin(self) -> None:
        self._screen.run_worker(self._explain_first())

    async def _explain_first(self) -> None:
        """Explain the first key, unless the screen is left meanwhile."""
        await beside(tables)
        self._knows_keys = True
        if self._screen.query("#tabs"):
            self.show_cursor()

    def show_cursor(self) -> None:
        """Say where the cursor is, and what the key there means."""
        if self._reviewing.rest_seconds and not self._reviewing.is_reviewed:
            return  # The review that is on its way ends with this.
        line, column = self._editor.cursor_location
        fact = f"line {line + 1:,}, column {column + 1:,}"
        self._screen.query_one(f"#place-{PLAN}", Place).title_row.set_fact(fact)
        review = self._reviewing.current
        if review is not None and self._knows_keys:
            self._explain(review, line + 1, column + 1)

    def _explain(self, review: Review, line: int, column: int) -> None:
        """Explain the key on a line and column, both from 1."""
        self._screen.query_one(Problems).show_line(line)
        path = review.spans.path_at(review.spans.offset(line, column))
        document = self._editor.document
        is_empty = document.line_count == 1 and not document.get_line(0)
        self._screen.query_one(Meaning).explain(key_help(path, review), is_empty=is_empty)
        self._arrangement.show_below()
