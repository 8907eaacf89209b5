"""The problems of the text, one after the other, and the fixes of what stands on a line."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from medv_tui.findings import Intent, Problem, Status
from medv_tui.review.review import Review
from medv_tui.tui.arrangement import Arrangement
from medv_tui.tui.editor import Editor
from medv_tui.tui.line_marks import NOWHERE
from medv_tui.tui.problems import Problems
from medv_tui.tui.reviewing import Reviewing
from medv_tui.tui.rewriting import Rewriting
from medv_tui.tui.talk import Talk

Neighbour: TypeAlias = Callable[[Sequence[Problem], int, int], tuple[int, int] | None]
"""Finds the place of a problem from a line and column, both from 1."""


class Mending:
    """Goes to problems, and mends what is wrong where that can be seen."""

    def __init__(
        self,
        talk: Talk,
        editor: Editor,
        problems: Problems,
        reviewing: Reviewing,
        arrangement: Arrangement,
        rewriting: Rewriting,
    ) -> None:
        self._talk, self._editor, self._problems = talk, editor, problems
        self._reviewing, self._arrangement = reviewing, arrangement
        self._rewriting = rewriting

    def go_to(self, neighbour: Neighbour) -> None:
        """Put the cursor on a problem in the text."""
        line, column = self._editor.cursor_location
        review = self._reviewing.review
        there = neighbour(() if review is None else review.problems, line + 1, column + 1)
        if there is None:
            self._talk.tell("No problems in the text.")
        else:
            self._arrangement.go_to(*there)

    def fix(self) -> None:
        """Mend the problem on the cursor's line, else the first, else what fails on the line.

        What mends a failing practice is shown first, as it may stand far from the line.
        """
        line = self._editor.cursor_location[0] + 1
        if self._problems.fix(line):
            return
        review = self._reviewing.current
        failing = None if review is None else fix_of_failing(review, line)
        if failing is None:
            self._talk.tell(
                "No problem in the text has a fix, and nothing that fails on this line."
            )
        else:
            self._rewriting.preview(failing)

    def mend(self, problem: Problem) -> None:
        """Carry a problem's fix out where it can be seen."""
        where = problem.where
        if where is not None and where.line != self._editor.cursor_location[0] + 1:
            self._editor.go_to(where.line, where.column)
        if problem.fix is not None:
            self._rewriting.carry_out(problem.fix)


def fix_of_failing(review: Review, line: int) -> Intent | None:
    """Give what mends the gravest of what fails on a line."""
    failing = sorted(
        (item for item in review.items if item.status is Status.FAILING and item.finding.fix),
        key=lambda item: item.finding.severity.rank,
    )
    for item in failing:
        where = review.locate(item.finding.path)
        if where is not None and where != NOWHERE and where.line == line:
            return item.finding.fix
    return None
