"""A screen over the plan's own that shows rows in a box, with the keys below them."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.screen import ScreenResultType

from medv_tui.tui.dialog import TALLEST, Dialog
from medv_tui.tui.listing import Listing
from medv_tui.tui.modal import Modal


class ListScreen(Modal[ScreenResultType]):
    """Starts with the keys in its list, and fits that to the terminal."""

    DEFAULT_CSS = "ListScreen { align: center middle; }"

    def __init__(self, title: str, listing: Listing) -> None:
        super().__init__()
        self._listing = listing
        self._dialog = Dialog(title, listing)

    def compose(self) -> ComposeResult:
        """Lay the rows out above the keys."""
        yield self._dialog

    def on_mount(self) -> None:
        """Start with the keys in the list."""
        self._listing.focus()

    def on_resize(self) -> None:
        """Fit the rows to the terminal."""
        self._listing.redraw()
        self._dialog.fit(self._listing, self._tallest())
        self._dialog.show_keys(self._keys())

    def _tallest(self) -> int:
        """Give the rows of the box at most."""
        return TALLEST

    def _keys(self) -> Iterable[tuple[str, str]]:
        """Give the keys with what they do, the most useful first, and last the one that leaves."""
        raise NotImplementedError
