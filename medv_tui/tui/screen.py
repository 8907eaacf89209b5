"""The screen of one plan: its text, the views of its review, and what one can do with both."""

from collections.abc import Callable, Sequence
from typing import ClassVar, TypeAlias

from textual import on
from textual.binding import Binding, BindingType
from textual.widgets import TextArea

from medv_tui.findings import Level, Problem
from medv_tui.review.review import Review
from medv_tui.tui.dialogs import KeysDialog
from medv_tui.tui.fleet_deeds import FleetScreen
from medv_tui.tui.headline import FileState, Headline
from medv_tui.tui.key_help import key_help
from medv_tui.tui.keys import active_keys
from medv_tui.tui.layout import SMALL
from medv_tui.tui.meaning import Meaning
from medv_tui.tui.place import Place
from medv_tui.tui.place_names import NAMES, PLAN
from medv_tui.tui.problems import Problems, next_place, previous_place
from medv_tui.tui.titles import Tabs

Neighbour: TypeAlias = Callable[[Sequence[Problem], int, int], tuple[int, int] | None]
"""Finds the place of a problem from a line and column, both from 1."""


class PlanScreen(FleetScreen):
    """One plan with its editor and panes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f4", "fix_problem", "fix", priority=True, id="fix"),
        Binding("f8", "next_problem", "next problem", show=False, priority=True, id="next-problem"),
        Binding(
            "shift+f8",
            "previous_problem",
            "previous problem",
            show=False,
            priority=True,
            id="previous-problem",
        ),
        Binding("ctrl+p", "app.command_palette", "commands", priority=True, id="commands"),
        Binding("f1", "keys", "help", priority=True, id="help"),
        Binding("colon", "app.command_palette", "commands", show=False),
        Binding("question_mark", "keys", "help", show=False),
    ]

    def on_mount(self) -> None:
        """Start with the keys in the editor and a first review on its way."""
        if self.is_going:
            return
        self.lay_out()
        self.editor.focus()
        self.text_changed()
        self._show_cursor()
        self.recompute()

    def watch_review(self, review: Review | None) -> None:
        """Bring headline, tabs and marks in the text up to date; panes follow by themselves."""
        if review is None:
            return
        self.query_one(Headline).set_review(review)
        self.show_stale(stale=False)
        errors = sum(problem.level is Level.ERROR for problem in review.problems)
        met, scored = review.score
        self.query_one("#tabs", Tabs).set_facts(errors, f"{met} of {scored} met")
        self.editor.underline(
            problem.where
            for problem in review.problems
            if problem.level is Level.ERROR and problem.where is not None and not problem.file
        )
        self._show_cursor()

    @on(TextArea.SelectionChanged)
    def _show_cursor(self) -> None:
        """Say where the cursor is, and what the key there means."""
        if self.rest_seconds and not self.is_reviewed:
            return  # The review that is on its way ends with this.
        line, column = self.editor.cursor_location
        fact = f"line {line + 1:,}, column {column + 1:,}"
        self.query_one("#place-1", Place).title_row.set_fact(fact)
        self._show_meaning()

    def _show_meaning(self) -> None:
        """Explain the key under the cursor, unless the text has moved on since the review."""
        if self.review is None or not self.is_reviewed:
            return
        line, column = self.editor.cursor_location
        self.query_one(Problems).show_line(line + 1)
        spans = self.review.spans
        path = spans.path_at(spans.offset(line + 1, column + 1))
        document = self.editor.document
        is_empty = document.line_count == 1 and not document.get_line(0)
        self.query_one(Meaning).explain(key_help(path, self.review), is_empty=is_empty)
        self.show_below(small=self.form in SMALL)

    def has_problem_here(self) -> bool:
        """Whether the cursor's line has a problem."""
        line = self.editor.cursor_location[0] + 1
        problems = self.review.problems if self.review is not None else ()
        return any(p.where is not None and not p.file and p.where.line == line for p in problems)

    def text_changed(self) -> None:
        """Say whether the file holds what is shown."""
        edited = self.editor.differs(self.plan.saved_text)
        state = FileState(self.plan.path.name, edited, self.plan.is_new)
        self.query_one(Headline).set_file(state)

    def action_next_problem(self) -> None:
        """Go to the next problem after all keys that were pressed before this one."""
        self.editor.call_later(self._go_to_problem, next_place)

    def action_previous_problem(self) -> None:
        """Go to the problem before, after all keys that were pressed before this one."""
        self.editor.call_later(self._go_to_problem, previous_place)

    def _go_to_problem(self, neighbour: Neighbour) -> None:
        """Put the cursor on a problem in the text."""
        line, column = self.editor.cursor_location
        problems = self.review.problems if self.review is not None else ()
        there = neighbour(problems, line + 1, column + 1)
        if there is None:
            self.tell("No problems in the text.")
        else:
            self.action_open(PLAN)
            self.editor.go_to(*there)

    def action_fix_problem(self) -> None:
        """Mend the problem on the cursor's line, else the first that has a fix."""
        self.editor.call_later(self._fix_problem)

    def _fix_problem(self) -> None:
        """Ask the list of problems for its fix."""
        if not self.query_one(Problems).fix(self.editor.cursor_location[0] + 1):
            self.tell("No problem in the text has a fix.")

    @on(Problems.Fix)
    def _mend(self, event: Problems.Fix) -> None:
        """Carry a problem's fix out where it can be seen."""
        event.stop()
        where = event.problem.where
        if where is not None and where.line != self.editor.cursor_location[0] + 1:
            self.editor.go_to(where.line, where.column)
        if event.problem.fix is not None:
            self.carry_out(event.problem.fix)

    def action_keys(self) -> None:
        """List the keys that work now."""
        self.app.push_screen(KeysDialog(active_keys(self), NAMES[self._chosen]))
