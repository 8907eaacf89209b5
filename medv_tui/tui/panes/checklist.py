"""The checklist pane: what the documentation recommends, by phase, the unfinished first."""

from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar, Literal, NamedTuple

from textual.binding import Binding, BindingType

from medv_tui.findings import Attest, Status
from medv_tui.practices.practice import Phase
from medv_tui.reports.clean import clean
from medv_tui.reports.explanation import Explanation
from medv_tui.reports.practice_explanation import why_practice
from medv_tui.review.items import PLAN_SUBJECT, PracticeItem
from medv_tui.review.review import Review
from medv_tui.tui.line import Line, Part, joined, spread
from medv_tui.tui.panes.choice import ChoicePane, Mend, Row, Word
from medv_tui.tui.present import ACCENT, BOLD, MUTED, RULE, Mark, status_mark, tally

PENDING = (Status.FAILING, Status.UNKNOWN, Status.OPEN)
"""Statuses that want something, first to last."""
LONG_BAR, SHORT_BAR = 14, 7
SUBJECT_FROM = 56
"""Cells from which on the subject is named."""


class Choice(NamedTuple):
    """A practice and the subject that it is judged for."""

    practice: str
    subject: str


def draw(items: Sequence[PracticeItem], cells: int) -> list[Line]:
    """Draw every phase with what is unfinished in it."""
    lines: list[Line] = []
    for phase in Phase:
        mine = [item for item in items if item.practice.phase is phase]
        lines.append(_phase(phase, mine, cells))
        for item in pending(mine):
            lines += _item(item, cells)
    return lines


def pending(items: Sequence[PracticeItem]) -> list[PracticeItem]:
    """Give what wants something: failing, unknown, open; musts and headlines first in each."""
    wanting = [item for item in items if item.status in PENDING]
    return sorted(
        wanting,
        key=lambda item: (
            PENDING.index(item.status),
            item.finding.severity.rank,
            item.practice.headline == 0,
        ),
    )


def _phase(phase: Phase, items: Sequence[PracticeItem], cells: int) -> Line:
    """Draw a phase: name, progress, counts by mark."""
    applying = [item for item in items if item.status is not Status.NOT_APPLICABLE]
    met = sum(item.status is Status.MET for item in applying)
    roomy = cells >= SUBJECT_FROM
    length = LONG_BAR if roomy else SHORT_BAR
    done = length * met // len(applying) if applying else 0
    name = Part(f"{phase.value.capitalize():<8} ", BOLD)
    bar = (Part("━" * done, "$diff"), Part("━" * (length - done), RULE))
    words = f"  {met} of {len(applying)}{' met' if roomy else ''}"
    return spread((name, *bar, Part(words)), joined(_tallies(items), 2), cells)


def _tallies(items: Sequence[PracticeItem]) -> Iterator[Line]:
    """Count what is not met, one mark after another."""
    counts: dict[Mark, int] = {}
    for item in pending(items):
        counts[_mark(item)] = counts.get(_mark(item), 0) + 1
    waived = sum(item.status is Status.WAIVED for item in items)
    if waived:
        counts[status_mark(Status.WAIVED)] = waived
    yield from (tally(mark, number) for mark, number in counts.items())


def _mark(item: PracticeItem) -> Mark:
    return status_mark(item.status, item.finding.severity)


def _item(item: PracticeItem, cells: int) -> list[Line]:
    """Draw a practice with its answer below."""
    mark = _mark(item)
    left = (
        Part(" "),
        mark.part,
        Part(" ◆ " if item.practice.headline else "   ", ACCENT),
        Part(item.practice.title),
    )
    right = Part(mark.word, mark.look or MUTED)
    subject = _subject(item) if cells >= SUBJECT_FROM else ""
    tail = (right, Part(f"  {subject}", MUTED)) if subject else (right,)
    return [spread(left, tail, cells), (Part("     "), Part(clean(item.finding.message), MUTED))]


def _subject(item: PracticeItem) -> str:
    """Name what the answer is about; the whole plan needs no name."""
    if item.subject == PLAN_SUBJECT:
        return ""
    return clean(item.subject.removeprefix("workspace:"))


def choices(items: Sequence[PracticeItem]) -> Iterator[Choice | None]:
    """Give what each drawn row stands for."""
    for phase in Phase:
        yield None
        for item in pending([item for item in items if item.practice.phase is phase]):
            yield Choice(item.practice.id, item.subject)
            yield None


class ChecklistPane(ChoicePane):
    """Every practice by phase."""

    NUMBER = 5
    NAME = "Checklist"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "fix", "Fix, after a look at what changes", show=False),
        Binding("a", "word('done')", "Attest that it is done", show=False),
        Binding("w", "word('waived')", "Waive it for a reason", show=False),
    ]

    def is_changed(self, old: Review | None, new: Review) -> bool:
        """Whether a practice stands elsewhere than before."""
        return old is None or old.items is not new.items

    def drawn(self, review: Review, cells: int) -> list[Row]:
        """Draw the phases; every practice can be explained."""
        lines = draw(review.items, cells)
        return [Row(*both) for both in zip(lines, choices(review.items), strict=True)]

    def explained(self, choice: Choice) -> Callable[[Review], Explanation]:
        """Explain a practice where it stands for its subject."""
        return lambda review: why_practice(review, _found(review, choice))

    def fact(self, review: Review) -> str:
        """Count what is met."""
        met, scored = review.score
        return f"{met} of {scored} met"

    def action_fix(self) -> None:
        """Ask to see what the fix of a failing practice would change."""
        if self.review is not None and self.chosen is not None:
            fix = _found(self.review, self.chosen).finding.fix
            if fix is not None:
                self.post_message(Mend(fix))

    def action_word(self, status: Literal["done", "waived"]) -> None:
        """Ask for a person's word on a practice."""
        if self.chosen is not None:
            kind, _, name = self.chosen.subject.partition(":")
            workspace = name if kind == "workspace" else None
            self.post_message(Word(Attest(self.chosen.practice, workspace, status=status)))


def _found(review: Review, choice: Choice) -> PracticeItem:
    """Give the item that a row stands for."""
    return next(i for i in review.items if (i.practice.id, i.subject) == choice)
