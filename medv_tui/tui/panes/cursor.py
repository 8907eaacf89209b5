"""A pane with a cursor that goes from one item to the next, whatever rows each of them takes."""

from textual import events
from textual.geometry import clamp

from medv_tui.tui.panes.pane import Pane


class CursorPane(Pane):
    """Rows of which one is under the cursor; each item has one row or more."""

    def __init__(self) -> None:
        super().__init__()
        self._cursor = 0

    def items(self) -> int:
        """How many items the cursor can be on."""
        raise NotImplementedError

    def span(self, item: int) -> tuple[int, int]:
        """First row of an item and the one after its last."""
        return item, item + 1

    def item_at(self, index: int) -> int | None:
        """Find the item that a row belongs to; None where it is a heading."""
        return index

    def action_why(self) -> None:
        """Do what Enter and a second click on an item do."""
        raise NotImplementedError

    @property
    def position(self) -> int:
        """The item under the cursor."""
        return self._cursor

    def move_to(self, index: int) -> None:
        """Put the cursor on an item and bring it into view; without items, only scroll."""
        self._cursor = clamp(index, 0, max(0, self.items() - 1))
        self.redraw()
        if self.items():
            self.reveal()
        else:
            self.scroll_to(y=index, animate=False)

    def action_move_to(self, index: int) -> None:
        """Move to an item; −1 is the last."""
        self.move_to(self.items() - 1 if index < 0 else index)

    def reveal(self) -> None:
        """Bring the item under the cursor into view, with what stands above the first of all."""
        if not self.items():
            return
        start, end = self.span(self._cursor)
        if start > 0 and self.item_at(start - 1) is None:
            start = 0 if self._cursor == 0 else start - 1
        top, page = self.scroll_offset.y, self.page
        if start < top:
            self.scroll_to(y=start, animate=False)
        elif end > top + page:
            self.scroll_to(y=min(start, end - page), animate=False)

    def ground(self, index: int) -> str:
        """Mark the row under the cursor."""
        if not self.items() or index != self.span(self._cursor)[0]:
            return ""
        return "bold on $cursor" if self.has_focus else "bold on $surface"

    def watch_has_focus(self, focused: bool) -> None:
        """Draw the cursor for where keys go."""
        super().watch_has_focus(focused)
        self.redraw()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the item under the mouse."""
        index = None if self.is_failed else self.index_at(event.y)
        item = None if index is None else self.item_at(index)
        if item is None:
            return
        if event.chain > 1 and item == self._cursor:
            self.action_why()
        else:
            self.move_to(item)

    def index_at(self, y: int) -> int | None:
        """Find the row at a line of the pane; None on its head, its foot and below its rows."""
        index = y - (self.head(self.cells) is not None) + self.scroll_offset.y
        is_foot = y == self.size.height - 1 and self.foot(self.cells) is not None
        return index if self.scroll_offset.y <= index < self.length() and not is_foot else None
