"""A question that a number answers."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from medv_tui.plan.base import LARGEST_GB
from medv_tui.tui.dialog import Dialog
from medv_tui.tui.modal import Modal

NO_SIZE = "Write a size in GB from 0 up, such as 2.6."


def size_of(text: str) -> float | None:
    """Read a size in GB; a comma may stand for the point. None where it is none."""
    try:
        gb = float(text.strip().removesuffix("GB").strip().replace(",", "."))
    except ValueError:
        return None
    return gb if 0 <= gb <= LARGEST_GB else None


class AskSize(Modal[float | None]):
    """Asks for a size in GB; gives it, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "Take this size"),
        Binding("escape", "dismiss(None)", "Drop"),
    ]
    DEFAULT_CSS = """
    AskSize { align: center middle; }
    AskSize .field { height: 1; }
    AskSize .label { width: 12; color: $muted; }
    AskSize Input { width: 1fr; background: $cursor; }
    AskSize Input:focus { background-tint: $cursor 0%; }
    AskSize .refusal { color: $blocked; margin: 1 0 0 0; display: none; }
    """

    def __init__(self, question: str, now: str) -> None:
        super().__init__()
        self._field = Input(now, compact=True)
        self._refusal = Static(Content(f"× {NO_SIZE}"), classes="refusal")
        row = Horizontal(Static(Content("GB"), classes="label"), self._field, classes="field")
        self._dialog = Dialog(question, row, self._refusal)

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
        """Give the size, or say what is wanted."""
        gb = size_of(self._field.value)
        if gb is None:
            self._refusal.display = True
        else:
            self.dismiss(gb)
