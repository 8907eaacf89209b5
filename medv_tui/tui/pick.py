"""The dialog in which one picks from a list that typing narrows down."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input

from medv_tui.reports.clean import clean
from medv_tui.tui.dialog import TALLEST, Dialog
from medv_tui.tui.line import Line, Part, spread
from medv_tui.tui.listing import Listing, Row
from medv_tui.tui.modal import Modal
from medv_tui.tui.present import BOLD, MUTED

MOST_SHOWN = 500
"""Choices that are listed at once; typing narrows them down."""
NONE_FITS = "Nothing holds these words."


class Choice(NamedTuple):
    """One thing to pick."""

    name: str
    kind: str = ""
    """What it is, behind its name."""
    fact: str = ""
    """Shown at the right."""
    depth: int = 0
    """How far it is indented."""

    def holds(self, words: Sequence[str]) -> bool:
        """Whether its name and kind hold every word, which are without capitals."""
        own = f"{self.kind} {self.name}".casefold()
        return all(word in own for word in words)

    def begins(self, words: Sequence[str]) -> bool:
        """Whether its name, or the last part of a table's, begins with one of the words."""
        last = self.name.rpartition(".")[2].lstrip("[")
        return any(name.casefold().startswith(tuple(words)) for name in (self.name, last))

    def line(self, cells: int) -> Line:
        """Draw it."""
        parts = (
            Part(clean(self.name), BOLD),
            Part(f"  {clean(self.kind)}" if self.kind else "", MUTED),
        )
        left = (Part("  " * self.depth), *parts)
        return spread(left, (Part(f"{clean(self.fact)} ", MUTED),), cells)


class PickScreen(Modal[int]):
    """Lists choices; gives the number of one of them, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Previous one", priority=True),
        Binding("down", "move(1)", "Next one", priority=True),
        Binding("pageup", "move_page(-1)", "A page up", priority=True),
        Binding("pagedown", "move_page(1)", "A page down", priority=True),
        Binding("enter", "take", "Take it", priority=True),
        Binding("escape", "dismiss(None)", "Close"),
    ]
    DEFAULT_CSS = """
    PickScreen { align: center middle; }
    PickScreen Input { width: 1fr; background: $cursor; margin: 0 0 1 0; }
    PickScreen Input:focus { background-tint: $cursor 0%; }
    PickScreen Input > .input--placeholder { color: $muted; }
    """

    def __init__(
        self, title: str, choices: Sequence[Choice], start: int = 0, taking: str = "take"
    ) -> None:
        """Take what to list, the number to start at, and what Enter does."""
        super().__init__()
        self._choices, self._taking = choices, taking
        self._kept = list(range(len(choices)))
        self._first = max(0, min(start - MOST_SHOWN // 2, len(choices) - MOST_SHOWN))
        self._field = Input(placeholder="type to narrow down", compact=True)
        self._listing = Listing(self._rows, start - self._first)
        self._listing.is_led = True
        self._dialog = Dialog(title, self._field, self._listing)

    def compose(self) -> ComposeResult:
        """Lay the list out below the field."""
        yield self._dialog

    def on_mount(self) -> None:
        """Start in the field, with the first choice in view."""
        self._field.focus()
        self.on_resize()
        self.call_after_refresh(self._listing.action_move, 0)

    def on_resize(self) -> None:
        """Fit the list to the terminal."""
        self._listing.redraw()
        self._dialog.fit(self._listing, TALLEST - 2)
        self._dialog.show_keys((("Enter", self._taking), ("Esc", "close")))

    @on(Input.Changed)
    def _narrow(self, event: Input.Changed) -> None:
        """List what holds every word that is typed, first what begins with one."""
        event.stop()
        words = event.value.casefold().split()
        kept = [n for n, choice in enumerate(self._choices) if choice.holds(words)]
        self._kept = sorted(kept, key=lambda n: not self._choices[n].begins(words))
        self._first = 0
        self._listing.redraw()
        self._listing.action_move_to(0)

    def action_move(self, items: int) -> None:
        """Go on by so many choices."""
        self._listing.action_move(items)

    def action_move_page(self, pages: int) -> None:
        """Go on by so many screens."""
        self._listing.action_move_page(pages)

    def action_take(self) -> None:
        """Give the number of what is under the cursor."""
        number = self._first + self._listing.item
        if number < len(self._kept):
            self.dismiss(self._kept[number])

    def _rows(self, cells: int) -> list[Row]:
        """Draw the choices, and how many more there are."""
        shown = self._kept[self._first : self._first + MOST_SHOWN]
        rows = [
            Row(self._choices[number].line(max(1, cells)), item)
            for item, number in enumerate(shown)
        ]
        if len(self._kept) > len(shown):
            rows.append(Row((Part(f"and {len(self._kept) - len(shown):,} more", MUTED),)))
        return rows or [Row((Part(NONE_FITS, MUTED),))]
