"""A pane: a scrolling view of one part of the review that draws only what changed."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from medv_tui.findings import Path
from medv_tui.review.review import Review
from medv_tui.tui.content_size import resize_content
from medv_tui.tui.drawn import strip
from medv_tui.tui.line import Line, Part
from medv_tui.tui.present import MUTED

NOT_DRAWN = "not drawn"
"""What the title of a pane says that failed."""
FAILED = "This pane could not be drawn. Your text is safe."


class Pane(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows of one part of the review; a row is worked out when it is on screen.

    A pane may have a head above and a foot below its rows that do not scroll.
    """

    NUMBER: ClassVar[int]
    """The key that opens it; 0 if none does."""
    NAME: ClassVar[str]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Previous row", show=False),
        Binding("down", "move(1)", "Next row", show=False),
        Binding("pageup", "move_page(-1)", "A page up", show=False),
        Binding("pagedown", "move_page(1)", "A page down", show=False),
        Binding("home", "move_to(0)", "First row", show=False),
        Binding("end", "move_to(-1)", "Last row", show=False),
    ]

    review: reactive[Review | None] = reactive(None, always_update=True, repaint=False, init=False)

    class FactChanged(Message):
        """The short fact at the right of the title is another."""

        def __init__(self, pane: "Pane", fact: str) -> None:
            super().__init__()
            self.pane, self.fact = pane, fact

        @property
        def control(self) -> "Pane":
            """The pane."""
            return self.pane

    class GoTo(Message):
        """Somebody wants to see a place of the plan's text."""

        def __init__(self, path: Path, otherwise: str = "") -> None:
            """Take the place, and what to say where the text has none."""
            super().__init__()
            self.path, self.otherwise = path, otherwise

    def __init__(self) -> None:
        super().__init__(id=self.NAME.lower())
        self._drawn: dict[int, tuple[Line, str]] = {}
        self._ends: tuple[Line | None, Line | None] | None = None
        """Head and foot, from the time when the first of the rows between them was drawn."""
        self._fact = ""
        self._failed = False

    def is_changed(self, old: Review | None, new: Review) -> bool:
        """Whether this pane's part of the review is another than before."""
        raise NotImplementedError

    def take(self, review: Review) -> None:
        """Keep what the rows are drawn from."""
        raise NotImplementedError

    def length(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def row(self, index: int, cells: int) -> Line:
        """Draw one row."""
        raise NotImplementedError

    def fact(self, review: Review) -> str:
        """Give the short fact at the right of the title."""
        raise NotImplementedError

    def head(self, cells: int) -> Line | None:
        """Draw the row above all others, if there is one."""
        del cells
        return None

    def foot(self, cells: int) -> Line | None:
        """Draw the row below all others, if there is one."""
        del cells
        return None

    def ground(self, index: int) -> str:
        """Name the look behind a row; empty for the pane's own."""
        del index
        return ""

    @property
    def is_failed(self) -> bool:
        """Whether there are no rows to do anything with."""
        return self._failed

    @property
    def cells(self) -> int:
        """Width of a row."""
        return self.scrollable_content_region.width

    @property
    def page(self) -> int:
        """Rows that fit between head and foot."""
        return max(0, self.size.height - self._fixed())

    def watch_review(self, old: Review | None, new: Review | None) -> None:
        """Draw again if this pane's part changed; whatever goes wrong costs this pane alone.

        What nobody sees is not drawn: when it comes into view, its size is told anew.
        """
        if new is None or not self._is_shown or not (self._failed or self.is_changed(old, new)):
            return
        try:
            self.take(new)
            self._failed = False
            self.redraw()
        except Exception:
            self.fail()

    def redraw(self) -> None:
        """Bring the screen up to date, row by row where a row changed."""
        if self.review is None or self._failed or not self.is_mounted:
            return
        try:
            self._redraw(self.review)
        except Exception:
            self.fail()

    def _redraw(self, review: Review) -> None:
        """Draw what changed."""
        resize_content(self, Size(self.cells, self.length() + self._fixed()))
        self._tell_fact(self.fact(review))
        old, self._drawn, self._ends = self._drawn, {}, None
        stale = [y for y in range(self.size.height) if self._content(y) != old.get(y)]
        if stale:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in stale))

    def _tell_fact(self, fact: str) -> None:
        """Tell the short fact beside the title, if it is another."""
        if fact != self._fact:
            self._fact = fact
            self.post_message(self.FactChanged(self, fact))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave keys without effect where there are no rows."""
        return False if self._failed else super().check_action(action, parameters)

    def on_resize(self, event: events.Resize) -> None:
        """Fit rows to the new width."""
        del event
        self.watch_review(None, self.review)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Forget what stood where."""
        self._forget()
        super().watch_scroll_y(old_value, new_value)

    def render_line(self, y: int) -> Strip:
        """Draw one row of the screen."""
        line, ground = self._content(y)
        return strip(self, line, self.cells, ground)

    @property
    def position(self) -> int:
        """The row that moving starts from: the first on screen, or a cursor's."""
        return self.scroll_offset.y

    def move_to(self, index: int) -> None:
        """Bring a row to where moving starts from."""
        self.scroll_to(y=index, animate=False)

    def action_move(self, rows: int) -> None:
        """Move by so many rows."""
        self.move_to(self.position + rows)

    def action_move_page(self, pages: int) -> None:
        """Move by so many screens."""
        self.move_to(self.position + pages * max(1, self.page))

    def action_move_to(self, index: int) -> None:
        """Move to a row; −1 is the last."""
        self.move_to(self.length() - 1 if index < 0 else index)

    @property
    def _is_shown(self) -> bool:
        """Whether this pane is in view, as far as the screen's form decides that."""
        return all(node.display for node in self.ancestors_with_self)

    def _fixed(self) -> int:
        """Rows that do not scroll."""
        cells = self.cells
        return sum(line is not None for line in (self.head(cells), self.foot(cells)))

    def fail(self) -> None:
        """Say from now on that the pane could not be drawn, until there is another review."""
        self._failed = True
        self._forget()
        self._tell_fact(NOT_DRAWN)
        self.refresh()

    def _forget(self) -> None:
        """Draw all rows anew when they are wanted."""
        self._drawn.clear()
        self._ends = None

    def _content(self, y: int) -> tuple[Line, str]:
        """Give what stands in one row of the screen, worked out once."""
        if y not in self._drawn:
            try:
                self._drawn[y] = self._at(y)
            except Exception:
                self.fail()
                self._drawn[y] = self._at(y)
        return self._drawn[y]

    def _at(self, y: int) -> tuple[Line, str]:
        """Work out what stands in one row of the screen."""
        if self._failed:
            return ((Part(FAILED, MUTED),) if y == 0 else ()), ""
        if self.review is None:
            return (), ""
        if self._ends is None:
            self._ends = self.head(self.cells), self.foot(self.cells)
        head, foot = self._ends
        if head is not None and y == 0:
            return head, ""
        if foot is not None and y == self.size.height - 1:
            return foot, ""
        index = y - (head is not None) + self.scroll_offset.y
        if index >= self.length():
            return (), ""
        return self.row(index, self.cells), self.ground(index)


class ListPane(Pane):
    """A pane whose rows are few and are all drawn when its part changes."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[Line] = []

    def lines(self, review: Review, cells: int) -> list[Line]:
        """Draw every row."""
        raise NotImplementedError

    def take(self, review: Review) -> None:
        """Draw every row for the pane's width."""
        self._lines = self.lines(review, self.cells)

    def length(self) -> int:
        """How many rows there are."""
        return len(self._lines)

    def row(self, index: int, cells: int) -> Line:
        """Give a row that is drawn already."""
        del cells
        return self._lines[index]
