"""The screen without a plan: what was open lately, and ways to begin."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from medv_tui.reports.clean import clean
from medv_tui.tui.dialog import keys_that_fit
from medv_tui.tui.dialogs import Choices, KeysDialog
from medv_tui.tui.drawn import Rows
from medv_tui.tui.keys import active_keys
from medv_tui.tui.line import Line, Part, cell, cut_middle, spread
from medv_tui.tui.listing import Row
from medv_tui.tui.opening import (
    ask_for_inventory,
    ask_for_plan,
    open_file,
    open_sample,
    open_starter,
)
from medv_tui.tui.present import ACCENT, BOLD, MUTED, count
from medv_tui.tui.samples import SAMPLES
from medv_tui.tui.title_row import title

NOTHING_OPEN = "No plan is open."
SHOWN = 9
"""Recent plans that are shown at most."""
WIDEST = 72

_QUIT = "quit"
_KEYS = (("Enter", "open"), ("^P", "commands"), ("F1", "help"), ("^Q", _QUIT))


class RecentFile(NamedTuple):
    """A plan that was open lately and is still there."""

    path: Path
    changed: datetime


def still_there(paths: Iterable[str]) -> list[RecentFile]:
    """Keep the plans whose files are there."""
    found = []
    for path in map(Path, paths):
        try:
            if path.is_file():
                found.append(RecentFile(path, datetime.fromtimestamp(path.stat().st_mtime)))
        except (OSError, ValueError, OverflowError):
            continue
    return found[:SHOWN]


def ago(changed: datetime, now: datetime) -> str:
    """Say when a file was changed: by hours for the last day, before that by date."""
    seconds = (now - changed).total_seconds()
    if 0 <= seconds < 60:
        return "changed just now"
    if 0 <= seconds < 3600:
        return f"changed {count(int(seconds // 60), 'minute')} ago"
    if 0 <= seconds < 24 * 3600:
        return f"changed {count(int(seconds // 3600), 'hour')} ago"
    return f"changed {changed.day} {changed:%B %Y}"


class Offer(NamedTuple):
    """One thing to begin with."""

    key: str
    """Empty where only the cursor leads to it."""
    words: str
    fact: str
    take: Callable[[], None]


def rows(groups: Sequence[tuple[str, Sequence[Offer]]], here: int, cells: int) -> list[Row]:
    """Draw what there is to begin with, in groups below their names."""
    drawn = [Row((Part(NOTHING_OPEN, MUTED),))]
    item = 0
    for name, offers in groups:
        drawn += [Row(), Row((Part(name, BOLD),))]
        for offer in offers:
            drawn.append(Row(_offer(offer, item == here, cells), item))
            item += 1
    return drawn


def _offer(offer: Offer, here: bool, cells: int) -> Line:
    """Draw one thing to begin with, its key or the cursor before it."""
    mark = Part(" ► " if here else "   ", ACCENT)
    key = cell(offer.key, 3, ACCENT)
    words = cut_middle(clean(offer.words), max(12, cells - 8 - len(offer.fact)))
    return spread((mark, key, Part(words)), (Part(offer.fact, MUTED),), cells)


class StartScreen(Screen[None]):
    """Offers recent plans, samples, and new plans."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "open"),
        Binding("o,ctrl+o", "open_other", "another file"),
        Binding("n,ctrl+n", "new", "an empty plan"),
        Binding("i", "inventory", "from an inventory"),
        *(Binding(s.key, f"sample({n})", s.words) for n, s in enumerate(SAMPLES)),
        Binding("ctrl+p,colon", "app.command_palette", "commands"),
        Binding("f1,question_mark", "keys", "help"),
        Binding("q", "app.quit", _QUIT),
        # Whoever closes a dialog by pressing Escape twice means to stay.
        Binding("escape", "tell_quit", "say which key quits"),
    ]

    def __init__(self, recent: Sequence[RecentFile], now: datetime) -> None:
        """Take the plans to offer, and the moment that their age is counted from."""
        super().__init__()
        self._groups = (("Open", self._plans(recent, now)), ("Start", self._beginnings()))
        self._offers = [offer for _, offers in self._groups for offer in offers]
        self._caption = Rows(classes="title")
        self._listing = Choices(self._rows)
        self._footer = Rows(identity="footer")

    def _plans(self, recent: Sequence[RecentFile], now: datetime) -> list[Offer]:
        """Offer recent plans, told apart by their folders where their names are the same."""
        names = [file.path.name for file in recent]
        offers = [
            Offer(
                "",
                str(file.path) if names.count(file.path.name) > 1 else file.path.name,
                ago(file.changed, now),
                partial(open_file, self, file.path),
            )
            for file in recent
        ]
        return [*offers, Offer("o", "another file", "", self.action_open_other)]

    def _beginnings(self) -> list[Offer]:
        """Offer what a plan can begin with."""
        return [
            Offer("n", "an empty plan", "", self.action_new),
            *(
                Offer(sample.key, sample.words, "", partial(open_sample, self, sample))
                for sample in SAMPLES
            ),
            Offer("i", "from an inventory (CSV)", "", self.action_inventory),
        ]

    def compose(self) -> ComposeResult:
        """Lay the offers out above the keys."""
        yield self._caption
        yield self._listing
        yield self._footer

    def on_mount(self) -> None:
        """Start on the first offer."""
        self._listing.focus()

    def on_resize(self, event: events.Resize) -> None:
        """Draw for the new size."""
        self._caption.show(title(0, "medv-tui", ((),), event.size.width - 2, focused=True))
        self._show_keys()
        self._listing.redraw()

    def on_key(self) -> None:
        """Bring the footer's keys back; what a key tells comes after this."""
        self._show_keys()

    def _show_keys(self) -> None:
        self._footer.show(keys_that_fit(_KEYS, self.size.width - 2))

    def on_listing_moved(self) -> None:
        """Draw the cursor elsewhere."""
        self._listing.redraw()

    @on(Choices.Taken)
    def action_take(self) -> None:
        """Take the offer under the cursor."""
        self._offers[self._listing.item].take()

    def commands(self) -> Iterator[SystemCommand]:
        """List what there is to begin with, for the palette."""
        for offer in self._offers:
            if offer.key:
                name = offer.words[0].upper() + offer.words[1:]
                yield SystemCommand(name, f"Open it, or begin with it ({offer.key})", offer.take)

    def action_open_other(self) -> None:
        """Ask for a file."""
        ask_for_plan(self)

    def action_new(self) -> None:
        """Begin with the commented starter."""
        open_starter(self)

    def action_inventory(self) -> None:
        """Begin with the computers of an inventory."""
        ask_for_inventory(self)

    def action_tell_quit(self) -> None:
        """Say how to leave, as there is nothing here to go back to."""
        quits = " or ".join(key.label for key in active_keys(self) if key.meaning == _QUIT)
        self._footer.show((Part(f"Esc closes nothing here; {quits} quits."),))

    def action_sample(self, number: int) -> None:
        """Begin with a copy of a sample."""
        open_sample(self, SAMPLES[number])

    def action_keys(self) -> None:
        """List the keys that work now."""
        self.app.push_screen(KeysDialog(active_keys(self), "Plans"))

    def _rows(self, cells: int) -> list[Row]:
        return rows(self._groups, self._listing.item, min(cells, WIDEST))
