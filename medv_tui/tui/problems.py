"""What is wrong with the text, with its place, and the way to the next one."""

from collections.abc import Sequence

from textual.message import Message

from medv_tui.findings import Intent, Level, Problem, RemoveKey, RenameKey, SetValue
from medv_tui.planfile.notation import one_line
from medv_tui.reports.clean import clean
from medv_tui.reports.fixes import in_words
from medv_tui.review.review import Review
from medv_tui.tui.line import Line, Part, fit, width, wrapped
from medv_tui.tui.panes.pane import ListPane
from medv_tui.tui.present import ACCENT, BOLD, LEVEL_MARKS, MUTED, count

FIX_KEY = "F4"

_ORDER = list(Level)


def in_order(problems: Sequence[Problem]) -> list[Problem]:
    """Put problems in the order in which to look at them: by weight, then by place."""
    return sorted(problems, key=lambda p: (_ORDER.index(p.level), p.file, _position(p)))


def summary(problems: Sequence[Problem]) -> str:
    """Count problems by weight."""
    numbers = {level: sum(p.level is level for p in problems) for level in Level}
    return ", ".join(count(number, level.value) for level, number in numbers.items() if number)


def rows(problem: Problem, cells: int) -> list[Line]:
    """Draw one problem: weight, place, the whole sentence, and behind it what its fix would do."""
    mark = LEVEL_MARKS[problem.level]
    head = (mark.part, Part(f" {place(problem):<6} ", BOLD))
    indent = width(head)
    first, *more = wrapped(clean(problem.message), cells - indent)
    space = Part(" " * indent)
    shown: list[Line] = [(*head, Part(first)), *((space, Part(text)) for text in more)]
    if problem.fix is not None:
        offer = (Part(FIX_KEY, ACCENT), Part(f" {clean(fix_words(problem.fix))}", MUTED))
        last = (*shown[-1], Part("  "), *offer)
        if more and width(last) <= cells:
            # Below the editor of a small terminal two rows are all that one sees.
            shown[-1] = last
        else:
            shown.append(fit((space, *offer), cells))
    return shown


def fix_words(intent: Intent) -> str:
    """Say in few words what a fix does to the line it belongs to."""
    match intent:
        case SetValue(_, value):
            return f"replace with {one_line(value)}"
        case RenameKey(_, name):
            return f"rename to {name}"
        case RemoveKey():
            return "delete the line"
    words = in_words(intent)
    return words[0].lower() + words[1:]


def place(problem: Problem) -> str:
    """Name the place of a problem: line and column of the plan, or a file and its line."""
    if problem.where is None:
        return clean(problem.file)
    if problem.file:
        return f"{clean(problem.file)}:{problem.where.line}"
    return f"{problem.where.line}:{problem.where.column}"


def next_place(problems: Sequence[Problem], line: int, column: int) -> tuple[int, int] | None:
    """Find the next problem of the plan's text after a place, from the top again at the end."""
    places = _places(problems)
    later = [there for there in places if there > (line, column)]
    return next(iter(later or places), None)


def previous_place(problems: Sequence[Problem], line: int, column: int) -> tuple[int, int] | None:
    """Find the problem of the plan's text before a place, from the end again at the top."""
    places = _places(problems)
    earlier = [there for there in places if there < (line, column)]
    return next(reversed(earlier or places), None)


def at_cursor(problems: Sequence[Problem], line: int) -> Problem | None:
    """Choose the problem that the fix key mends: on the cursor's line, else the first shown."""
    fixable = [problem for problem in in_order(problems) if problem.fix is not None]
    here = [p for p in fixable if p.where is not None and not p.file and p.where.line == line]
    return next(iter(here or fixable), None)


def _places(problems: Sequence[Problem]) -> list[tuple[int, int]]:
    """Give the places of problems in the plan's text, top to bottom."""
    return sorted({_position(p) for p in problems if p.where is not None and not p.file})


def _position(problem: Problem) -> tuple[int, int]:
    """Line and column of a problem, 0 where it has none."""
    where = problem.where
    return (0, 0) if where is None else (where.line, where.column)


class Problems(ListPane):
    """The problems of the review, below the editor."""

    NUMBER = 0
    NAME = "Problems"

    class Fix(Message):
        """Somebody wants a problem mended; whoever owns the text makes the edit."""

        def __init__(self, problem: Problem) -> None:
            super().__init__()
            self.problem = problem

    def __init__(self) -> None:
        super().__init__()
        self._line = 0
        self._starts: dict[int, int] = {}
        """The row at which the first problem of a line of the plan begins."""

    def show_line(self, line: int) -> None:
        """Bring the problem on a line of the plan into view, if there is one."""
        if line != self._line:
            self._line = line
            self._reveal()

    def redraw(self) -> None:
        """Bring the screen up to date, with the problem on the cursor's line in view."""
        super().redraw()
        self._reveal()

    def _reveal(self) -> None:
        if self._line in self._starts:
            self.scroll_to(y=self._starts[self._line], animate=False)

    def is_changed(self, old: Review | None, new: Review) -> bool:
        """Whether there are other problems than before."""
        return old is None or old.problems != new.problems

    def lines(self, review: Review, cells: int) -> list[Line]:
        """Draw every problem."""
        self._starts = {}
        if not review.problems:
            return [(Part("No problems.", MUTED),)]
        drawn: list[Line] = []
        for problem in in_order(review.problems):
            if problem.where is not None and not problem.file:
                self._starts.setdefault(problem.where.line, len(drawn))
            drawn += rows(problem, cells)
        return drawn

    def fact(self, review: Review) -> str:
        """Count them."""
        return summary(review.problems)

    def fix(self, line: int) -> bool:
        """Ask for the fix of a problem on the cursor's line, else of the first that has one.

        False where none has one.
        """
        problem = at_cursor(self.review.problems, line) if self.review is not None else None
        if problem is not None:
            self.post_message(self.Fix(problem))
        return problem is not None
