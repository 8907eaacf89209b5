"""The dialog that answers why: every term, reason and source, and what can be done from there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, TypeAlias

from textual import on
from textual.binding import Binding, BindingType

from medv_tui.findings import Attest, Intent, Path
from medv_tui.planfile.block_reader import BlockReader
from medv_tui.reports.clean import clean
from medv_tui.reports.explanation import Answer, Entry, Explanation, Place, Sentence, Step, Way
from medv_tui.tui.attest import AttestScreen
from medv_tui.tui.explained import entries, rows
from medv_tui.tui.line import plain
from medv_tui.tui.list_screen import ListScreen
from medv_tui.tui.listing import Listing
from medv_tui.tui.preview import Change, intended, show_change


@dataclass(frozen=True, slots=True)
class Jump:
    """Go to this place of the plan's text."""

    path: Path


@dataclass(frozen=True, slots=True)
class Apply:
    """Make this change of the plan, which was looked at."""

    change: Change


Wish: TypeAlias = Jump | Apply
"""What somebody wants after having read an explanation."""


class ExplainScreen(ListScreen[Wish]):
    """Shows one explanation; gives what is wanted of it, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,g", "go", "Go to its place in the text"),
        Binding("f", "fix", "Fix, after a look at what changes"),
        Binding("a", "attest", "Attest that it is done"),
        Binding("w", "waive", "Waive it for a reason"),
        Binding("c", "copy", "Copy everything as text"),
        Binding("escape", "dismiss(None)", "Close"),
    ]

    def __init__(
        self, explanation: Explanation, text: str, as_of: date, reader: BlockReader
    ) -> None:
        """Take the plan's text for previews, the day on which somebody attests, and a reader."""
        self._explanation, self._text, self._as_of = explanation, text, as_of
        self._reader = reader
        self._entries = entries(explanation)
        listing = Listing(lambda cells: rows(explanation, max(1, cells)), self._first())
        super().__init__(explanation.title, listing)

    def _first(self) -> int:
        """The first item that stands somewhere in the text."""
        placed = (i for i, entry in enumerate(self._entries) if _can_go(_place(entry)))
        return next(placed, 0)

    @on(Listing.Moved)
    def _show_keys(self) -> None:
        """Show the keys that do something where the cursor is."""
        self._dialog.show_keys(self._keys())

    def _keys(self) -> Iterable[tuple[str, str]]:
        entry, place = self._entry, _place(self._entry)
        pairs = [
            ("Enter", f"go to line {place.line:,}") if place and _can_go(place) else None,
            ("f", "fix") if _fix(entry) is not None else None,
            ("a", "attest") if isinstance(entry, Answer) and entry.attest else None,
            ("w", "waive") if isinstance(entry, Answer) and entry.waive else None,
            ("c", "copy"),
            ("Esc", "close"),
        ]
        return (pair for pair in pairs if pair is not None)

    @property
    def _entry(self) -> Entry:
        return self._entries[self._listing.item] if self._entries else Sentence("")

    def action_go(self) -> None:
        """Close and go to the place of what is under the cursor, where it is in the plan."""
        place = _place(self._entry)
        if place is not None and _can_go(place):
            self.dismiss(Jump(place.path))

    def action_fix(self) -> None:
        """Show what the fix would change; it is applied if that is wanted."""
        intent = _fix(self._entry)
        if intent is not None:
            self._preview(intent)

    def action_attest(self) -> None:
        """Ask who says that it is done."""
        if isinstance(self._entry, Answer) and self._entry.attest is not None:
            self._ask(self._entry.attest)

    def action_waive(self) -> None:
        """Ask for what reason it is waived."""
        if isinstance(self._entry, Answer) and self._entry.waive is not None:
            self._ask(self._entry.waive)

    def action_copy(self) -> None:
        """Put everything that is explained on the clipboard."""
        lines = [plain(row.line) for row in self._listing.rows]
        self.app.copy_to_clipboard("\n".join([clean(self._explanation.title), "", *lines]))

    def _ask(self, wanted: Attest) -> None:
        def said(word: Attest | None) -> None:
            if word is not None:
                self._preview(word)

        self.app.push_screen(AttestScreen(wanted, self._as_of), said)

    def _preview(self, intent: Intent) -> None:
        def wanted(change: Change) -> None:
            self.dismiss(Apply(change))

        text, reader = self._text, self._reader
        show_change(self.app, text, lambda: intended(text, intent, reader), wanted)


def _place(entry: Entry) -> Place | None:
    """Give where an entry stands, if anywhere."""
    return None if isinstance(entry, Sentence | Step | Way) else entry.place


def _can_go(place: Place | None) -> bool:
    """Whether a place is one in the plan's text."""
    return place is not None and place.path != ()


def _fix(entry: Entry) -> Intent | None:
    """Give the edit that an entry proposes, if any."""
    return entry.fix if isinstance(entry, Answer | Way) else None
