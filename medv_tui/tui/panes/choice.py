"""A list some of whose rows stand for something that can be chosen, explained and changed."""

from collections.abc import Callable, Hashable
from typing import Any, ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from medv_tui.findings import Attest, Intent
from medv_tui.reports.explanation import Explanation
from medv_tui.review.review import Review
from medv_tui.tui.line import Line
from medv_tui.tui.panes.pane import Pane


class Why(Message):
    """Somebody wants an explanation; it is made of the review of that moment."""

    def __init__(self, explained: Callable[[Review], Explanation]) -> None:
        super().__init__()
        self.explained = explained


class Mend(Message):
    """Somebody wants to see what an edit would change."""

    def __init__(self, intent: Intent) -> None:
        super().__init__()
        self.intent = intent


class Word(Message):
    """Somebody wants to attest or waive something."""

    def __init__(self, wanted: Attest) -> None:
        super().__init__()
        self.wanted = wanted


class Row(NamedTuple):
    """One row of a list."""

    line: Line
    choice: Hashable | None = None
    """What the row stands for; None where it stands for nothing of its own."""


class ChoicePane(Pane):
    """A pane with few rows, and a cursor that goes from choice to choice."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "why", "Why", show=False)]

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []
        self._choices: list[int] = []
        self._cursor = 0

    def drawn(self, review: Review, cells: int) -> list[Row]:
        """Draw every row."""
        raise NotImplementedError

    def explained(self, choice: Any) -> Callable[[Review], Explanation] | None:
        """Say how a choice is explained."""
        raise NotImplementedError

    def take(self, review: Review) -> None:
        """Draw every row for the pane's width; the cursor stays on what it stood on."""
        before = self.chosen
        self._rows = self.drawn(review, self.cells)
        self._choices = [i for i, row in enumerate(self._rows) if row.choice is not None]
        same = [n for n, i in enumerate(self._choices) if self._rows[i].choice == before]
        last = max(0, len(self._choices) - 1)
        self._cursor = same[0] if same else min(self._cursor, last)

    @property
    def chosen(self) -> Any:
        """What the cursor stands on; None where there is nothing to choose."""
        return self._rows[self._choices[self._cursor]].choice if self._choices else None

    def length(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def row(self, index: int, cells: int) -> Line:
        """Give a row that is drawn already."""
        del cells
        return self._rows[index].line

    def ground(self, index: int) -> str:
        """Mark the row under the cursor, where keys go to it."""
        here = bool(self._choices) and index == self._choices[self._cursor]
        return "bold on $cursor" if here and self.has_focus else ""

    def watch_has_focus(self, focused: bool) -> None:
        """Draw the cursor for where keys go."""
        super().watch_has_focus(focused)
        self.redraw()

    @property
    def position(self) -> int:
        """The choice under the cursor, counted among choices."""
        return self._cursor

    def move_to(self, index: int) -> None:
        """Put the cursor on a choice and bring it into view."""
        if not self._choices:
            self.scroll_to(y=index, animate=False, force=True)
            return
        self._cursor = min(max(index, 0), len(self._choices) - 1)
        row, top, page = self._choices[self._cursor], self.scroll_offset.y, max(1, self.page)
        if self._cursor == 0:
            row = 0
        if row < top:
            self.scroll_to(y=row, animate=False, force=True)
        elif row >= top + page - 1:
            self.scroll_to(y=row - page + 2, animate=False, force=True)
        self.redraw()

    def action_move_to(self, index: int) -> None:
        """Move to a choice; −1 is the last."""
        self.move_to(len(self._choices) - 1 if index < 0 else index)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the choice at or above the mouse."""
        row = event.y + self.scroll_offset.y
        above = [n for n, i in enumerate(self._choices) if i <= row]
        if above:
            self.move_to(above[-1])

    def action_why(self) -> None:
        """Ask for an explanation of what the cursor stands on."""
        explained = None if self.chosen is None else self.explained(self.chosen)
        if explained is not None:
            self.post_message(Why(explained))
