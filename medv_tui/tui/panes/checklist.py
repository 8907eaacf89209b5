"""The checklist pane: what the documentation recommends, the unfinished first."""

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import clamp

from medv_tui.reports.clean import clean
from medv_tui.reports.explanation import Answer, Explanation
from medv_tui.reports.practice_explanation import why_practice
from medv_tui.review.items import PracticeItem
from medv_tui.review.review import Review
from medv_tui.tui.dialog import keys_that_fit
from medv_tui.tui.line import Line, Part, wrapped
from medv_tui.tui.panes.absent import no_workspace
from medv_tui.tui.panes.checklist_choice import (
    Choice,
    Only,
    View,
    chapters,
    choice_of,
    nothing_failing,
)
from medv_tui.tui.panes.checklist_groups import BY_PHASE, Grouping, Heading, after, title_of
from medv_tui.tui.panes.checklist_rows import (
    answer_of,
    columns,
    detail_rows,
    folded_row,
    heading_row,
    item_row,
    status_word,
    subject_width,
    together,
    why_not,
)
from medv_tui.tui.panes.choice import ChoicePane, Mend, Refused, Row, Word
from medv_tui.tui.panes.cursor import CursorPane
from medv_tui.tui.panes.searchable import SearchablePane
from medv_tui.tui.present import MUTED


def draw(review: Review, view: View, choice: Heading | Choice | None, cells: int) -> Iterator[Row]:
    """Draw every heading with what is shown below it; the chosen practice says what one can do."""
    top = view.grouping.about or no_workspace(review) or nothing_failing(review.items)
    found = list(chapters(review.items, view))
    if view.text and not found:
        top = f'No practice matches "{clean(view.text)}". Esc clears the search.'
    yield from (Row((Part(row, MUTED),)) for row in (wrapped(top, cells) if top else ()))
    subject_cells = subject_width([item for chapter in found for item in chapter.shown])
    laid_out = columns(found, cells)
    for chapter in found:
        row = heading_row(chapter.heading, chapter.items, cells, laid_out)
        yield Row(row, chapter.heading)
        for item in chapter.shown:
            mine = choice_of(item)
            yield Row(item_row(item, status_word(review, item), cells, subject_cells), mine)
            if mine == choice:
                yield from (Row(line) for line in detail_rows(review, item, cells))
        if chapter.folded:
            yield Row(folded_row(chapter.folded))
    if view.is_whole:
        yield from (Row((Part(row, MUTED),)) for row in wrapped(together(review), cells))


class ChecklistPane(SearchablePane, ChoicePane):
    """Every practice by phase, by workspace, or as an example checklist has it."""

    NUMBER = 5
    NAME = "Checklist"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "fix", "Fix, after a look at what changes", show=False),
        Binding("a", "attest", "Attest that it is done", show=False),
        Binding("w", "waive", "Waive it for a reason", show=False),
        Binding("space", "fold", "Show all below a heading, or what wants something", show=False),
        Binding("h", "only('headline')", "Headline practices only, or all", show=False),
        Binding("x", "only('failing')", "Failing practices only, or all", show=False),
        Binding("v", "view", "By phase, by workspace, or an example checklist", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._view = View()
        self._here: Heading | Choice | None = None

    def is_changed(self, old: Review | None, new: Review) -> bool:
        """Whether a practice stands elsewhere than before."""
        if old is None or no_workspace(old) != no_workspace(new):
            return True
        return old.items is not new.items or old.as_of != new.as_of

    def drawn(self, review: Review, cells: int) -> list[Row]:
        """Draw the headings, and below the one at the cursor all that wants something."""
        view = self._view._replace(here=self._heading(review), text=self.wanted)
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

    def explained(self, choice: Heading | Choice) -> Callable[[Review], Explanation] | None:
        """Explain a practice where it stands for its subject."""
        item = None if self.review is None else _found(self.review, choice)
        return None if item is None else lambda review: why_practice(review, item)

    def fact(self, review: Review) -> str:
        """Say what is shown."""
        if self.wanted:
            return f"{sum(isinstance(row.choice, Choice) for row in self._rows):,} found"
        if self._view.only is not Only.EVERYTHING:
            return f"{self._view.only.value} only"
        if self._view.grouping is not BY_PHASE:
            return self._view.grouping.name
        heading = self._heading(review)
        return "failing" if heading is None else f"failing, and all of {title_of(heading)}"

    def foot(self, cells: int) -> Line | None:
        """Give the keys of the pane where it has them, or the search."""
        search = self.search_line(cells)
        return search or (keys_that_fit(self._keys(), cells) if self.has_focus else None)

    def _keys(self) -> Iterator[tuple[str, str]]:
        """Give the keys that show more or less."""
        only = self._view.only
        if only is Only.EVERYTHING:
            heading = None if self.review is None else self._heading(self.review)
            yield "Space", "fold" if heading in self._view.unfolded else "unfold"
        yield "h", "all" if only is Only.HEADLINE else "headline"
        yield "x", "all" if only is Only.FAILING else "failing"
        yield "/", "search"
        yield "v", "view"

    def span(self, item: int) -> tuple[int, int]:
        """First row of a practice or a heading and the one after its last."""
        start, end = super().span(item)
        if self._is_heading(start):
            below = range(start + 1, len(self._rows))
            others = (row for row in below if self._is_heading(row))
            end = next(others, len(self._rows))
        return start, end

    def move_to(self, index: int) -> None:
        """Put the cursor on a heading or a practice, which then says more; it keeps its place."""
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

    def _is_heading(self, row: int) -> bool:
        return isinstance(self._rows[row].choice, Heading)

    def _heading(self, review: Review) -> Heading | None:
        """Give the heading that the cursor is on or below."""
        return _heading(review, self._here, self._view.grouping)

    def ground(self, index: int) -> str:
        """Mark the row under the cursor, once there is one."""
        return "" if self._here is None else CursorPane.ground(self, index)

    def action_why(self) -> None:
        """Explain a practice; fold or unfold what is below a heading."""
        if isinstance(self.chosen, Heading):
            self.action_fold()
        else:
            super().action_why()

    def action_fold(self) -> None:
        """Show everything below the heading at the cursor, or what wants something."""
        if self.review is not None:
            heading = self._heading(self.review)
            if heading is not None:
                self._look(self._view._replace(unfolded=self._view.unfolded ^ {heading}))

    def action_view(self) -> None:
        """Divide the checklist in the next way."""
        self._look(self._view._replace(grouping=after(self._view.grouping)))

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
        if possible is not None:
            fix = possible.fix
            self.post_message(Mend(fix) if fix else Refused(why_not(possible, "fix")))

    def action_attest(self) -> None:
        """Ask who says that a practice is followed."""
        possible = self._possible()
        if possible is not None:
            attest = possible.attest
            self.post_message(Word(attest) if attest else Refused(why_not(possible, "attest")))

    def action_waive(self) -> None:
        """Ask why a practice is waived."""
        possible = self._possible()
        if possible is not None:
            waive = possible.waive
            self.post_message(Word(waive) if waive else Refused(why_not(possible, "waive")))

    def _possible(self) -> Answer | None:
        """Give what can be done about the practice under the cursor."""
        if self.review is None:
            return None
        item = _found(self.review, self._here)
        return None if item is None else answer_of(self.review, item)


def _found(review: Review, choice: Heading | Choice | None) -> PracticeItem | None:
    """Give the item that a row stands for, if there still is one."""
    return next((item for item in review.items if choice_of(item) == choice), None)


def _heading(review: Review, choice: Heading | Choice | None, grouping: Grouping) -> Heading | None:
    """Give the heading that a row belongs to."""
    if isinstance(choice, Heading):
        return choice
    item = _found(review, choice)
    return None if item is None else grouping.heading_of(item)
