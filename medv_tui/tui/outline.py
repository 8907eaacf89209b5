"""The dialog that lists the tables of a plan, to go to one of them."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Input

from medv_tui.planfile.outline import Entry, at_row, filtered
from medv_tui.reports.clean import clean
from medv_tui.tui.dialog import TALLEST, Dialog
from medv_tui.tui.line import Part, spread
from medv_tui.tui.listing import Listing, Row
from medv_tui.tui.present import BOLD, MUTED, count

MOST_SHOWN = 500
"""Tables that are listed at once; typing narrows them down."""


class OutlineScreen(ModalScreen[int | None]):
    """Lists tables, narrowed by typing; gives the row of one of them, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Previous table", priority=True),
        Binding("down", "move(1)", "Next table", priority=True),
        Binding("pageup", "move_page(-1)", "Page up", priority=True),
        Binding("pagedown", "move_page(1)", "Page down", priority=True),
        Binding("enter", "go", "Go there", priority=True),
        Binding("escape", "dismiss(None)", "Close"),
    ]
    DEFAULT_CSS = """
    OutlineScreen { align: center middle; }
    OutlineScreen Input { width: 1fr; background: $cursor; margin: 0 0 1 0; }
    OutlineScreen Input:focus { background-tint: $cursor 0%; }
    OutlineScreen Input > .input--placeholder { color: $muted; }
    """

    def __init__(self, entries: Sequence[Entry], row: int) -> None:
        """Take the tables of a text, and the row of the cursor in it."""
        super().__init__()
        self._entries = self._kept = list(entries)
        self._field = Input(placeholder="type to narrow down, such as hosts fin", compact=True)
        self._first = 0
        self._listing = Listing(self._rows, self._start(row))
        self._dialog = Dialog(
            f"Go to one of {count(len(entries), 'table')}", self._field, self._listing
        )

    def _start(self, row: int) -> int:
        """Begin at the table around a row, in the middle of what can be shown."""
        here = at_row(self._entries, row)
        self._first = max(0, min(here - MOST_SHOWN // 2, len(self._entries) - MOST_SHOWN))
        return here - self._first

    def compose(self) -> ComposeResult:
        """Lay the list out below the field."""
        yield self._dialog

    def on_mount(self) -> None:
        """Start in the field, with the table around the cursor in view."""
        self._field.focus()
        self.on_resize()
        self.call_after_refresh(self._listing.action_move, 0)

    def on_resize(self) -> None:
        """Fit the list to the terminal."""
        self._listing.redraw()
        self._dialog.fit(self._listing, TALLEST - 2)
        self._dialog.show_keys((("Enter", "go there"), ("Esc", "close")))

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        """List what holds every word that is typed."""
        event.stop()
        self._kept = filtered(self._entries, event.value)
        self._first = 0
        self._listing.redraw()
        self._listing.action_move_to(0)

    def action_move(self, items: int) -> None:
        """Go on by so many tables."""
        self._listing.action_move(items)

    def action_move_page(self, pages: int) -> None:
        """Go on by so many screens."""
        self._listing.action_move_page(pages)

    def action_go(self) -> None:
        """Give the row of the chosen table."""
        number = self._first + self._listing.item
        if number < len(self._kept):
            self.dismiss(self._kept[number].row)

    def _rows(self, cells: int) -> list[Row]:
        """Draw the tables, each with its name before its kind and its line behind."""
        shown = self._kept[self._first : self._first + MOST_SHOWN]
        rows = [Row(_line(entry, max(1, cells)), item) for item, entry in enumerate(shown)]
        if len(self._kept) > len(shown):
            rows.append(Row((Part(f"and {len(self._kept) - len(shown):,} more", MUTED),)))
        return rows or [Row((Part("No table holds these words.", MUTED),))]


def _line(entry: Entry, cells: int) -> tuple[Part, ...]:
    """Draw one table."""
    header = f"[[{entry.table}]]" if entry.many else f"[{entry.table}]"
    indent = Part("  " * entry.depth)
    named = (Part(clean(entry.name), BOLD), Part(f"  {clean(header)}", MUTED))
    left = (indent, *named) if entry.name else (indent, Part(clean(header), BOLD))
    return spread(left, (Part(f"line {entry.row + 1:,} ", MUTED),), cells)
