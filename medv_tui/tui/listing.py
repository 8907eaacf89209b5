"""Rows in a dialog that scroll, with a cursor that goes from one item to the next."""

from collections.abc import Callable
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size, clamp
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from medv_tui.tui.drawn import strip
from medv_tui.tui.line import Line

NO_ITEM = -1


class Row(NamedTuple):
    """One row, and the item that it belongs to."""

    line: Line = ()
    item: int = NO_ITEM
    """Counted from 0; headings and blank rows belong to none."""


class Listing(ScrollView, can_focus=True, inherit_bindings=False):
    """Items of one or more rows each; rows without any item only scroll."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "Previous row", show=False),
        Binding("down,j", "move(1)", "Next row", show=False),
        Binding("pageup", "move_page(-1)", "A page up", show=False),
        Binding("pagedown", "move_page(1)", "A page down", show=False),
        Binding("home", "move_to(0)", "First row", show=False),
        Binding("end", "move_to(-1)", "Last row", show=False),
    ]
    DEFAULT_CSS = """
    Listing {
        background: $surface;
        color: $foreground;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        scrollbar-background: $surface;
        scrollbar-background-hover: $surface;
        scrollbar-background-active: $surface;
        scrollbar-color: $rule;
        scrollbar-color-hover: $line;
        scrollbar-color-active: $line;
    }
    """

    class Moved(Message):
        """The cursor stands on another item."""

    def __init__(self, draw: Callable[[int], list[Row]], item: int = 0) -> None:
        """Take what draws every row for a width in cells, and the item to start on."""
        super().__init__()
        self._draw = draw
        self.is_led = False
        """Whether the keys come from another widget, such as a field above, which has the focus."""
        self._rows: list[Row] = []
        self._item = item

    @property
    def item(self) -> int:
        """The item under the cursor."""
        return self._item

    @property
    def rows(self) -> list[Row]:
        """What is drawn, as it was last."""
        return self._rows

    def redraw(self) -> None:
        """Draw every row anew, with the cursor where it is."""
        cells = self.scrollable_content_region.width
        self._rows = self._draw(cells)
        self._item = clamp(self._item, 0, max(0, self._items - 1))
        extent = Size(cells, len(self._rows))
        is_other = extent != self.virtual_size
        self.virtual_size = extent
        # Whether there is a scroll bar is settled when things are laid out.
        self.refresh(layout=is_other)

    def on_resize(self, event: events.Resize) -> None:
        """Fit the rows to the width."""
        del event
        self.redraw()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the item under the mouse."""
        y = event.y + self.scroll_offset.y
        if y < len(self._rows) and self._rows[y].item != NO_ITEM:
            self._go(self._rows[y].item)

    def action_move(self, items: int) -> None:
        """Go on by so many items; where there are none, by so many rows."""
        if self._items and not self._only_scrolls(items):
            self._go(self._item + items)
        else:
            self.scroll_to(y=self.scroll_offset.y + items, animate=False, force=True)

    def action_move_page(self, pages: int) -> None:
        """Go on by so many screens."""
        step = pages * max(1, self.size.height)
        if not self._items or self._only_scrolls(step):
            self.scroll_to(y=self.scroll_offset.y + step, animate=False, force=True)
            return
        top = clamp(self._span(self._item)[0] + step, 0, len(self._rows) - 1)
        ahead = [row.item for row in self._rows[top:] if row.item != NO_ITEM]
        self._go(ahead[0] if ahead else self._items - 1)

    def action_move_to(self, item: int) -> None:
        """Go to an item; −1 is the last."""
        if self._items:
            self._go(self._items - 1 if item < 0 else item)
        else:
            self.scroll_to(y=len(self._rows) if item < 0 else 0, animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        """Draw one row of the screen."""
        index = y + self.scroll_offset.y
        cells = self.scrollable_content_region.width
        row = self._rows[index] if index < len(self._rows) else Row()
        is_seen = self.has_focus or self.is_led
        is_here = self._items > 0 and row.item == self._item and is_seen
        return strip(self, row.line, cells, "on $cursor" if is_here else "")

    @property
    def _items(self) -> int:
        return max((row.item for row in self._rows), default=NO_ITEM) + 1

    def _only_scrolls(self, step: int) -> bool:
        """Whether the cursor stays: after the last item, or until it is back in view."""
        if step > 0:
            return self._item == self._items - 1
        return self._span(self._item)[0] < self.scroll_offset.y

    def _span(self, item: int) -> tuple[int, int]:
        """First row of an item and the one after its last."""
        mine = [index for index, row in enumerate(self._rows) if row.item == item]
        return mine[0], mine[-1] + 1

    def _go(self, item: int) -> None:
        """Put the cursor on an item, and bring all of it into view with the heading above."""
        self._item = clamp(item, 0, self._items - 1)
        start, end = self._span(self._item)
        while start > 0 and self._rows[start - 1].item == NO_ITEM:
            start -= 1
        top, page = self.scroll_offset.y, self.size.height
        if start < top:
            self.scroll_to(y=start, animate=False, force=True)
        elif end > top + page:
            self.scroll_to(y=min(end - page, start), animate=False, force=True)
        self.refresh()
        self.post_message(self.Moved())
