"""The problems of the text, one after the other, and the fixes of what stands on a line."""

from medv_tui.findings import Problem, Status
from medv_tui.planfile.block_reader import BlockReader
from medv_tui.planfile.mend_all import mended
from medv_tui.reports.fixes import remedy
from medv_tui.review.review import Review
from medv_tui.tui.arrangement import Arrangement
from medv_tui.tui.editor import Editor
from medv_tui.tui.line_findings import findings_on
from medv_tui.tui.line_marks import LineMarks
from medv_tui.tui.present import status_mark
from medv_tui.tui.problems import Problems, next_place, previous_place
from medv_tui.tui.reviewing import Reviewing
from medv_tui.tui.rewriting import Rewriting
from medv_tui.tui.talk import Talk


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

    def go_to_next(self, step: int) -> None:
        """Put the cursor on the next problem in the text, or on the one before.

        In a text without problems, on the next line with a mark, and say what it is for.
        """
        line, column = self._editor.cursor_location
        review = self._reviewing.review
        neighbour = next_place if step > 0 else previous_place
        there = neighbour(() if review is None else review.problems, line + 1, column + 1)
        if there is not None:
            self._arrangement.go_to(*there)
        elif review is not None:
            self._go_to_marked(review, LineMarks(review).next(line + 1, step))

    def _go_to_marked(self, review: Review, line: int | None) -> None:
        if line is None:
            self._talk.tell("The text is fine, and no line of it has a mark.")
            return
        self._arrangement.go_to(line)
        said = " ".join(
            f"{status_mark(each.status, each.severity).symbol} {each.message}"
            for each in findings_on(review, line)
        )
        self._talk.tell_at(self._editor.cursor_location, f"The text is fine. {said}")

    def fix(self) -> None:
        """Mend the problem on the cursor's line, else the first, else what fails on the line.

        What mends a failing practice is shown first, as it may stand far from the line.
        """
        line = self._editor.cursor_location[0] + 1
        if self._problems.fix(line):
            return
        review = self._reviewing.current
        found = [] if review is None else findings_on(review, line)
        failing = next((each.fix for each in found if each.fix), None)
        if failing is not None:
            self._rewriting.preview(failing)
        elif found:
            # What the plan says of the world is mended in the world.
            first = found[0]
            said = f"To do: {remedy(first)}" if first.status is Status.FAILING else first.message
            self._talk.tell_at(self._editor.cursor_location, said)
        else:
            self._talk.tell(
                "No problem in the text has a fix, and nothing that fails on this line."
            )

    def fix_all(self) -> None:
        """Mend every problem of the text that can be mended, after a look, as one step to undo."""

        def without_problems(text: str, reader: BlockReader) -> str:
            return mended(text, reader).text

        self._rewriting.offer("Mend every problem of the text that has a fix", without_problems)

    def mend(self, problem: Problem) -> None:
        """Carry a problem's fix out where it can be seen."""
        where = problem.where
        if where is not None and where.line != self._editor.cursor_location[0] + 1:
            self._editor.go_to(where.line, where.column)
        if problem.fix is not None:
            self._rewriting.carry_out(problem.fix)
