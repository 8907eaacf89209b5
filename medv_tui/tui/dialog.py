"""The frame of a dialog: a title in its border, rows that scroll, and keys that never do."""

from collections.abc import Iterable, Iterator

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget

from medv_tui.inventory.progress import Step
from medv_tui.reports.clean import clean
from medv_tui.tui.drawn import Rows
from medv_tui.tui.line import Line, Part, cut, joined, joined_to_fit
from medv_tui.tui.listing import Listing
from medv_tui.tui.present import ACCENT
from medv_tui.tui.progress_bar import progress_line

WIDEST, TALLEST = 78, 23
"""Columns and rows of a dialog at most, so that all of it is seen in the smallest terminal."""

_FRAME_ROWS, _FRAME_CELLS = 2, 6
"""What border and padding take."""
_BESIDE_LIST = 3
"""The blank row above a list, the one below it, and the keys."""


def keys(*pairs: tuple[str, str]) -> Line:
    """Draw keys with their meanings."""
    return joined(_named(pairs), 3)


def keys_that_fit(pairs: Iterable[tuple[str, str]], cells: int) -> Line:
    """Draw as many keys as there is room for; the last one always stays."""
    return joined_to_fit(_named(pairs), 3, cells)


def _named(pairs: Iterable[tuple[str, str]]) -> Iterator[Line]:
    """Put each key before its meaning."""
    return ((Part(key, ACCENT), Part(f" {meaning}")) for key, meaning in pairs)


class Dialog(Vertical):
    """A box with a title in its border; it is as tall as its rows need, up to its limit."""

    DEFAULT_CSS = """
    Dialog {
        width: 78;
        max-width: 100%;
        height: auto;
        max-height: 100%;
        padding: 1 2 0 2;
        border: round $line;
        border-title-color: $foreground;
        border-title-style: bold;
        background: $surface;
        color: $foreground;
    }
    Dialog .keys-row { height: 1; margin: 1 0 0 0; width: 1fr; background: $surface; }
    """

    def __init__(self, title: str, *content: Widget) -> None:
        super().__init__()
        self.border_title = Content(cut(clean(title), WIDEST - _FRAME_CELLS))
        self._content = content
        self.keys_row = Rows(classes="keys-row")

    def compose(self) -> ComposeResult:
        """Lay the keys out below everything else."""
        yield from self._content
        yield self.keys_row

    def show_keys(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Show these keys; those that do not fit are left out, save the last."""
        room = min(WIDEST, self.app.size.width) - _FRAME_CELLS
        self.keys_row.show(keys_that_fit(pairs, room))

    def show_progress(self, step: Step) -> None:
        """Show how far work has come, in place of the keys, of which only one counts now."""
        self.keys_row.show(progress_line(step, self.keys_row.size.width))

    def fit(self, listing: Listing, tallest: int = TALLEST) -> None:
        """Make a list as tall as its rows, as far as the dialog can grow."""
        room = min(tallest, self.app.size.height) - _FRAME_ROWS - _BESIDE_LIST
        listing.styles.height = max(1, min(len(listing.rows), room))
