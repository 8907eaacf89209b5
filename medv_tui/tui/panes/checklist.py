"""The checklist pane: what the documentation recommends, by phase, the unfinished first."""

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import clamp

from medv_tui.practices.practice import Phase
from medv_tui.reports.clean import clean
from medv_tui.reports.explanation import Answer, Explanation
from medv_tui.reports.practice_explanation import why_practice
from medv_tui.review.items import PracticeItem
from medv_tui.review.review import Review
from medv_tui.tui.dialog import keys_that_fit
from medv_tui.tui.line import Line, Part, wrapped
from medv_tui.tui.panes.checklist_choice import (
    Choice,
    Only,
    View,
    chapters,
    choice_of,
    nothing_failing,
)
from medv_tui.tui.panes.checklist_rows import (
    answer_of,
    detail_rows,
    folded_row,
    item_row,
    phase_row,
    status_word,
    subject_width,
)
from medv_tui.tui.panes.choice import ChoicePane, Mend, Row, Word
from medv_tui.tui.panes.cursor import CursorPane
from medv_tui.tui.panes.searchable import SearchablePane
from medv_tui.tui.present import MUTED

NO_WORKSPACE = "No workspace yet. Add a [[workspaces]] table."


def draw(review: Review, view: View, choice: Phase | Choice | None, cells: int) -> Iterator[Row]:
    """Draw every phase with what is shown of it; the chosen practice says what one can do."""
    top = nothing_failing(review.items) if review.plan.workspaces else NO_WORKSPACE
    found = list(chapters(review.items, view))
    if view.text and not found:
        top = f'No practice matches "{clean(view.text)}". Esc clears the search.'
    yield from (Row((Part(row, MUTED),)) for row in (wrapped(top, cells) if top else ()))
    subject_cells = subject_width([item for chapter in found for item in chapter.shown])
    for chapter in found:
        yield Row(phase_row(chapter.phase, chapter.items, cells), chapter.phase)
        for item in chapter.shown:
            mine = choice_of(item)
            yield Row(item_row(item, status_word(review, item), cells, subject_cells), mine)
            if mine == choice:
                yield from (Row(line) for line in detail_rows(review, item, cells))
        if chapter.folded:
            yield Row(folded_row(chapter.folded))


class ChecklistPane(SearchablePane, ChoicePane):
    """Every practice by phase."""

    NUMBER = 5
    NAME = "Checklist"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "fix", "Fix, after a look at what changes", show=False),
        Binding("a", "attest", "Attest that it is done", show=False),
        Binding("w", "waive", "Waive it for a reason", show=False),
        Binding("space", "fold", "Show all of a phase, or what wants something", show=False),
        Binding("h", "only('headline')", "Headline practices only, or all", show=False),
        Binding("x", "only('failing')", "Failing practices only, or all", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._view = View()
        self._here: Phase | Choice | None = None

    def is_changed(self, old: Review | None, new: Review) -> bool:
        """Whether a practice stands elsewhere than before."""
        return old is None or old.items is not new.items or old.as_of != new.as_of

    def drawn(self, review: Review, cells: int) -> list[Row]:
        """Draw the phases, and of the one under the cursor all that wants something."""
        view = self._view._replace(here=_phase(review, self._here), text=self.wanted)
        return list(draw(review, view, self._here, cells))

    def take(self, review: Review) -> None:
        """Draw every row; where the cursor's practice is gone, what is under it says more now."""
        super().take(review)
        if self._here is not None and self.chosen != self._here:
            self._here = self.chosen
            super().take(review)

    def narrow(self) -> None:
        """Show the practices that match the search."""
        if self.review is not None:
            self.take(self.review)

    def explained(self, choice: Phase | Choice) -> Callable[[Review], Explanation] | None:
        """Explain a practice where it stands for its subject."""
        item = None if self.review is None else _found(self.review, choice)
        return None if item is None else lambda review: why_practice(review, item)

    def fact(self, review: Review) -> str:
        """Say what is shown."""
        if self.wanted:
            return f"{sum(isinstance(row.choice, Choice) for row in self._rows):,} found"
        if self._view.only is not Only.EVERYTHING:
            return f"{self._view.only.value} only"
        phase = _phase(review, self._here)
        return "failing" if phase is None else f"failing, and all of {phase.value.capitalize()}"

    def foot(self, cells: int) -> Line | None:
        """Give the keys of the pane where it has them, or the search."""
        search = self.search_line(cells)
        return search or (keys_that_fit(self._keys(), cells) if self.has_focus else None)

    def _keys(self) -> Iterator[tuple[str, str]]:
        """Give the keys that show more or less."""
        only = self._view.only
        if only is Only.EVERYTHING:
            phase = None if self.review is None else _phase(self.review, self._here)
            yield "Space", "fold" if phase in self._view.unfolded else "unfold"
        yield "h", "all" if only is Only.HEADLINE else "headline"
        yield "x", "all" if only is Only.FAILING else "failing"
        yield "/", "search"

    def span(self, item: int) -> tuple[int, int]:
        """First row of a practice or a phase and the one after its last."""
        start, end = super().span(item)
        if isinstance(self._rows[start].choice, Phase):
            below = range(start + 1, len(self._rows))
            others = (row for row in below if isinstance(self._rows[row].choice, Phase))
            end = next(others, len(self._rows))
        return start, end

    def move_to(self, index: int) -> None:
        """Put the cursor on a phase or a practice, which then says more; it keeps its place."""
        if self.review is None or not self._choices:
            super().move_to(index)
            return
        self._cursor = clamp(index, 0, self.items() - 1)
        y = self._choices[self._cursor] - self.scroll_offset.y
        self._here = self.chosen
        self.take(self.review)
        self.redraw()
        top = max(0, self._choices[self._cursor] - y)
        self.scroll_to(y=top, animate=False, immediate=True)
        self.reveal()

    def watch_has_focus(self, focused: bool) -> None:
        """Start on the first practice that fails."""
        super().watch_has_focus(focused)
        if focused and self._here is None:
            practices = (i for i, row in enumerate(self._choices) if self._is_practice(row))
            self.move_to(next(practices, 0))

    def _is_practice(self, row: int) -> bool:
        return isinstance(self._rows[row].choice, Choice)

    def ground(self, index: int) -> str:
        """Mark the row under the cursor, once there is one."""
        return "" if self._here is None else CursorPane.ground(self, index)

    def action_why(self) -> None:
        """Explain a practice; fold or unfold a phase."""
        if isinstance(self.chosen, Phase):
            self.action_fold()
        else:
            super().action_why()

    def action_fold(self) -> None:
        """Show everything of the phase under the cursor, or what wants something."""
        if self.review is not None:
            phase = _phase(self.review, self._here)
            if phase is not None:
                self._look(self._view._replace(unfolded=self._view.unfolded ^ {phase}))

    def action_only(self, what: str) -> None:
        """Put the rest aside, or bring it back."""
        only = Only(what)
        is_on = self._view.only is only
        self._look(self._view._replace(only=Only.EVERYTHING if is_on else only))

    def _look(self, view: View) -> None:
        """Show another choice of practices."""
        self._view = view
        self.narrow()
        self.redraw()
        self.reveal()

    def action_fix(self) -> None:
        """Ask to see what the fix of a failing practice would change."""
        possible = self._possible()
        if possible is not None and possible.fix is not None:
            self.post_message(Mend(possible.fix))

    def action_attest(self) -> None:
        """Ask who says that a practice is followed."""
        possible = self._possible()
        if possible is not None and possible.attest is not None:
            self.post_message(Word(possible.attest))

    def action_waive(self) -> None:
        """Ask why a practice is waived."""
        possible = self._possible()
        if possible is not None and possible.waive is not None:
            self.post_message(Word(possible.waive))

    def _possible(self) -> Answer | None:
        """Give what can be done about the practice under the cursor."""
        if self.review is None:
            return None
        item = _found(self.review, self._here)
        return None if item is None else answer_of(self.review, item)


def _found(review: Review, choice: Phase | Choice | None) -> PracticeItem | None:
    """Give the item that a row stands for, if there still is one."""
    return next((item for item in review.items if choice_of(item) == choice), None)


def _phase(review: Review, choice: Phase | Choice | None) -> Phase | None:
    """Give the phase that a row belongs to."""
    if isinstance(choice, Phase):
        return choice
    item = _found(review, choice)
    return None if item is None else item.practice.phase
