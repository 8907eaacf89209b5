"""A list some of whose rows stand for something that can be chosen, explained and changed."""

from bisect import bisect_right
from collections.abc import Callable, Hashable
from typing import Any, ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.message import Message

from medv_tui.findings import Attest, Intent
from medv_tui.reports.explanation import Explanation
from medv_tui.review.review import Review
from medv_tui.tui.line import Line
from medv_tui.tui.panes.cursor import CursorPane


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


class Refused(Message):
    """Nothing comes of what somebody wanted."""

    def __init__(self, reason: str) -> None:
        super().__init__()
        self.reason = reason


class Row(NamedTuple):
    """One row of a list."""

    line: Line
    choice: Hashable | None = None
    """What the row stands for; None where it stands for nothing of its own."""


class ChoicePane(CursorPane):
    """A pane with few rows, and a cursor that goes from choice to choice."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "why", "Why", show=False)]

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []
        self._choices: list[int] = []

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

    def items(self) -> int:
        """How many choices there are."""
        return len(self._choices)

    def span(self, item: int) -> tuple[int, int]:
        """First row of a choice and the one after its last, which is the next one's."""
        after = self._choices[item + 1 : item + 2] or [len(self._rows)]
        return self._choices[item], after[0]

    def item_at(self, index: int) -> int | None:
        """Find the choice that a row belongs to; None above the first."""
        position = bisect_right(self._choices, index)
        return position - 1 if position else None

    def ground(self, index: int) -> str:
        """Mark the row under the cursor, where keys go to it."""
        return super().ground(index) if self.has_focus else ""

    def action_why(self) -> None:
        """Ask for an explanation of what the cursor stands on."""
        explained = None if self.chosen is None else self.explained(self.chosen)
        if explained is not None:
            self.post_message(Why(explained))
