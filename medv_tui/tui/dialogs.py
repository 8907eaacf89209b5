"""Dialogs: the question before leaving, a refusal, and the keys."""

from collections.abc import Sequence
from enum import Enum
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Button, Static

from medv_tui.reports.clean import clean
from medv_tui.tui.keys import ActiveKey

SIDE_BY_SIDE = 110
"""Columns from which on two tables of keys stand beside each other."""


class Leaving(Enum):
    """What to do with changes that were not saved."""

    SAVE = "Save and quit"
    DISCARD = "Quit without saving"
    STAY = "Stay"


class LeaveDialog(ModalScreen[Leaving]):
    """Asks what is to become of unsaved changes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "choose('SAVE')", "Save and quit"),
        Binding("q", "choose('DISCARD')", "Quit without saving"),
        Binding("escape", "choose('STAY')", "Stay"),
        Binding("right,down", "app.focus_next", "Next choice"),
        Binding("left,up", "app.focus_previous", "Previous choice"),
    ]

    def __init__(self, name: str) -> None:
        super().__init__()
        self._plan_name = name

    def compose(self) -> ComposeResult:
        """Lay the question out above its answers."""
        with Vertical(classes="dialog"):
            question = f"{clean(self._plan_name)} has changes that are not saved."
            yield Static(Content(question), classes="sentence")
            with Horizontal(classes="answers"):
                for answer in Leaving:
                    yield Button(Content(answer.value), id=answer.name.lower(), compact=True)
            yield Static(Content("s save   q quit   Esc stay"), classes="hint")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Take the answer."""
        self.action_choose((event.button.id or "").upper())

    def action_choose(self, answer: str) -> None:
        """Leave the dialog with this answer."""
        self.dismiss(Leaving[answer])


class RefusalDialog(ModalScreen[None]):
    """Says what was refused, and that nothing is lost."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter", "dismiss(None)", "Close"),
    ]

    def __init__(self, message: str) -> None:
        super().__init__()
        self._message = message

    def compose(self) -> ComposeResult:
        """Lay the message out."""
        with Vertical(classes="dialog"):
            yield Static(Content(clean(self._message)), classes="sentence")
            yield Static(Content("Your text is safe here. Esc closes."), classes="hint")


class KeysDialog(ModalScreen[None]):
    """Lists the keys that work where the focus is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f1,question_mark", "dismiss(None)", "Close"),
    ]

    def __init__(self, keys: Sequence[ActiveKey], here: str) -> None:
        super().__init__()
        self._keys, self._here = keys, here

    def compose(self) -> ComposeResult:
        """Lay out the keys of the whole dashboard, then those of the focused place."""
        everywhere = [key for key in self._keys if isinstance(key.owner, Screen | App)]
        everywhere.sort(key=lambda key: not key.shown)
        here = [key for key in self._keys if key not in everywhere]
        sides = "side-by-side" if self.app.size.width >= SIDE_BY_SIDE else ""
        with Vertical(classes=f"dialog keys {sides}"):
            with VerticalScroll():
                yield Static(Content(_table("Everywhere", everywhere)), classes="table")
                if here:
                    yield Static(Content(_table(self._here, here)), classes="table")
            yield Static(Content("Up, Down scroll   Esc closes"), classes="hint")


def _table(title: str, keys: Sequence[ActiveKey]) -> str:
    """Write keys below a title, one to a line."""
    wide = max((len(key.label) for key in keys), default=0)
    lines = [f"  {key.label:<{wide}}  {key.meaning.capitalize()}" for key in keys]
    return "\n".join([title, "", *lines])
