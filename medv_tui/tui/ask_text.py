"""The dialog that asks for one line of text."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from medv_tui.reports.clean import clean
from medv_tui.tui.dialog import Dialog
from medv_tui.tui.modal import Modal


class AskText(Modal[str]):
    """Asks for a text; gives it, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "Take this"),
        Binding("escape", "dismiss(None)", "Drop"),
    ]
    DEFAULT_CSS = """
    AskText { align: center middle; }
    AskText Input { width: 1fr; background: $cursor; }
    AskText Input:focus { background-tint: $cursor 0%; }
    AskText Input > .input--placeholder { color: $muted; }
    AskText .refusal { color: $blocked; margin: 1 0 0 0; display: none; height: auto; }
    """

    def __init__(
        self, question: str, now: str = "", hint: str = "", refuse: Callable[[str], str] = str
    ) -> None:
        """Take what to ask; `refuse` gives why a text cannot be taken, empty where it can."""
        super().__init__()
        self._field = Input(now, placeholder=hint, compact=True)
        self._refuse = refuse
        self._refusal = Static(classes="refusal")
        self._dialog = Dialog(question, self._field, self._refusal)

    def compose(self) -> ComposeResult:
        """Lay the field out above the keys."""
        yield self._dialog

    def on_mount(self) -> None:
        """Start in the field."""
        self._field.focus()
        self._dialog.show_keys((("Enter", "take"), ("Esc", "drop")))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        """Take what is typed, once the field has all of it."""
        event.stop()
        self.action_take()

    def action_take(self) -> None:
        """Give the text, or say why it cannot be."""
        refusal = self._refuse(self._field.value)
        if refusal:
            self._refusal.update(Content(f"× {clean(refusal)}"))
            self._refusal.display = True
        else:
            self.dismiss(self._field.value)
