"""Dialogs: questions with a few answers, a refusal, and the keys."""

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import ClassVar, Generic, NamedTuple, TypeVar

from textual import events, on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from medv_tui.reports.clean import clean
from medv_tui.tui.keys import ActiveKey, key_name
from medv_tui.tui.line import Part, cell, wrapped
from medv_tui.tui.list_screen import ListScreen
from medv_tui.tui.listing import NO_ITEM, Listing, Row
from medv_tui.tui.modal import Modal
from medv_tui.tui.present import ACCENT

SIDE_BY_SIDE = 110
"""Columns from which on two tables of keys stand beside each other."""
TABLE_CELLS = 51
"""Columns that a table of keys has."""

Given = TypeVar("Given", bound=Enum)


class Answer(NamedTuple, Generic[Given]):
    """One answer to a question."""

    key: str
    """As Textual names it."""
    given: Given
    words: str


class Choices(Listing):
    """Rows of which one is taken by a click; Enter is for the screen to bind."""

    class Taken(Message):
        """An item was clicked; the cursor is on it."""

    def on_click(self, event: events.Click) -> None:
        """Take the item under the mouse; the cursor goes there first."""
        row = event.y + self.scroll_offset.y
        if row < len(self.rows) and self.rows[row].item != NO_ITEM:
            self.call_later(self.post_message, self.Taken())


class QuestionScreen(ListScreen[Given]):
    """Asks a question that has a few answers; the last one changes nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "choose", "Choose")]

    def __init__(self, title: str, sentence: str, answers: Sequence[Answer[Given]]) -> None:
        self._sentence, self._answers = clean(sentence), answers
        super().__init__(title, Choices(self._rows))

    def _keys(self) -> Iterable[tuple[str, str]]:
        last = self._answers[-1]
        return ("Enter", "choose"), (key_name(last.key), last.words.lower())

    def on_key(self, event: events.Key) -> None:
        """Take an answer by its key."""
        for answer in self._answers:
            if answer.key == event.key:
                event.stop()
                self.dismiss(answer.given)

    @on(Choices.Taken)
    def action_choose(self) -> None:
        """Take the answer under the cursor."""
        self.dismiss(self._answers[self._listing.item].given)

    def _rows(self, cells: int) -> list[Row]:
        rows = [Row((Part(text),)) for text in wrapped(self._sentence, cells)]
        rows.append(Row())
        wide = max(len(key_name(answer.key)) for answer in self._answers)
        for index, answer in enumerate(self._answers):
            key = cell(key_name(answer.key), wide + 2, ACCENT)
            rows.append(Row((key, Part(answer.words)), index))
        return rows


class Leaving(Enum):
    """What to do with changes that were not saved."""

    SAVE = "save"
    DISCARD = "discard"
    STAY = "stay"


class Purpose(Enum):
    """Why a plan is left, in a word."""

    QUIT = "quit"
    OPEN = "open"


class LeaveDialog(QuestionScreen[Leaving]):
    """Asks what is to become of unsaved changes."""

    def __init__(self, name: str, purpose: Purpose = Purpose.QUIT) -> None:
        word = purpose.value
        super().__init__(
            "Not saved",
            f"{name} has changes that are not saved.",
            (
                Answer("s", Leaving.SAVE, f"Save and {word}"),
                Answer(word[0], Leaving.DISCARD, f"{word.capitalize()} without saving"),
                Answer("escape", Leaving.STAY, "Stay"),
            ),
        )


class Clash(Enum):
    """How the file that is in the way differs from what was read."""

    CHANGED = "{} changed on disk since it was read."
    GONE = "{} is no longer there."
    THERE = "{} is there already."


class Settling(Enum):
    """What to do where the disk does not hold what was read."""

    COMPARE = "compare"
    KEEP_MINE = "keep mine"
    TAKE_THEIRS = "take theirs"
    SAVE_AS = "save as"
    STAY = "stay"


_ELSEWHERE = Answer("a", Settling.SAVE_AS, "Save under another name")
_STAY = Answer("escape", Settling.STAY, "Stay")
_COMPARE = Answer("c", Settling.COMPARE, "Compare the two")

_SETTLINGS = {
    Clash.CHANGED: (
        _COMPARE,
        Answer("k", Settling.KEEP_MINE, "Keep mine, and replace what is on disk"),
        Answer("t", Settling.TAKE_THEIRS, "Take theirs; undo brings mine back"),
        _ELSEWHERE,
        _STAY,
    ),
    Clash.GONE: (Answer("k", Settling.KEEP_MINE, "Write it again"), _ELSEWHERE, _STAY),
    Clash.THERE: (
        _COMPARE,
        Answer("k", Settling.KEEP_MINE, "Replace it with this plan"),
        _ELSEWHERE,
        _STAY,
    ),
}


class ClashDialog(QuestionScreen[Settling]):
    """Asks what to do with a file that is not as it was read; nothing has been written."""

    def __init__(self, name: str, clash: Clash) -> None:
        sentence = clash.value.format(name)
        super().__init__("Not saved", sentence, _SETTLINGS[clash])


class RefusalDialog(Modal[None]):
    """Says what was refused, and that nothing is lost."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter", "dismiss(None)", "Close"),
    ]

    def __init__(
        self,
        message: str,
        comfort: str = "Your text is safe here. ",
        details: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self._sentences, self._comfort = (message, *details), comfort

    def compose(self) -> ComposeResult:
        """Lay the message out."""
        with Vertical(classes="dialog"):
            for sentence in self._sentences:
                yield Static(Content(clean(sentence)), classes="sentence")
            yield Static(Content(f"{self._comfort}Esc closes."), classes="hint")


class KeysDialog(Modal[None]):
    """Lists the keys that work where the focus is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,question_mark", "dismiss(None)", "Close"),
    ]

    def __init__(self, keys: Sequence[ActiveKey], here: str) -> None:
        super().__init__()
        self._keys, self._here = keys, here

    def compose(self) -> ComposeResult:
        """Lay out the keys of the whole dashboard beside those of the focused place."""
        everywhere = [key for key in self._keys if isinstance(key.owner, Screen | App)]
        everywhere.sort(key=lambda key: not key.shown)
        here = [key for key in self._keys if key not in everywhere]
        is_wide = self.app.size.width >= SIDE_BY_SIDE
        sides = "side-by-side" if is_wide else ""
        tables = [("Everywhere", everywhere), (self._here, here)]
        with Vertical(classes=f"dialog keys {sides}"):
            with VerticalScroll():
                # Below each other, what is asked about most has to be there without scrolling.
                for title, keys in tables if is_wide else reversed(tables):
                    if keys:
                        yield Static(Content(_table(title, keys)), classes="table")
            yield Static(Content("Up, Down scroll   Esc closes"), classes="hint")


def _table(title: str, keys: Sequence[ActiveKey]) -> str:
    """Write keys below a title, one to a line."""
    wide = max((len(key.label) for key in keys), default=0)
    rows: list[str] = []
    for key in keys:
        first, *more = wrapped(_sentence(key.meaning), TABLE_CELLS - wide - 4)
        rows += [f"  {key.label:<{wide}}  {first}", *(" " * (wide + 4) + text for text in more)]
    return "\n".join([title, "", *rows])


def _sentence(words: str) -> str:
    """Begin with a capital, and leave names such as CSV as they are."""
    return words[:1].upper() + words[1:]
