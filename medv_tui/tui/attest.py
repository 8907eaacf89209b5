"""The form in which somebody attests that a practice is followed, or waives it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from medv_tui.findings import Attest
from medv_tui.practices.catalogue import SCOPES, practice
from medv_tui.practices.practice import Scope
from medv_tui.reports.clean import clean
from medv_tui.tui.dialog import Dialog
from medv_tui.tui.modal import Modal

LABELS: Mapping[str, str] = {
    "by": "by",
    "evidence": "evidence",
    "reason": "reason",
    "hosts": "computers",
    "expires": "expires",
}
HINTS: Mapping[str, str] = {
    "by": "who says so",
    "evidence": "where it can be checked",
    "reason": "why it is waived; needed",
    "hosts": "all; or names and patterns, LAB-*, FIN-0001",
    "expires": "never; or its last day, 2027-03-01",
}


class UnusableError(ValueError):
    """A field of the form that means nothing; its words say what is wanted."""


def fields(wanted: Attest) -> tuple[str, ...]:
    """Name the fields that a practice and a status need, top to bottom."""
    about = ("hosts",) if Scope.HOST in SCOPES.get(wanted.practice, ()) else ()
    why = "reason" if wanted.status == "waived" else "evidence"
    return ("by", why, *about, "expires")


def said(wanted: Attest, words: Mapping[str, str], as_of: date) -> Attest:
    """Read the form's words into an attestation of that day; an empty word says nothing.

    Raises UnusableError for a waiver without a reason and for a last day that is none or past.
    """
    given = {name: text.strip() for name, text in words.items()}
    reason = given.get("reason") or None
    if wanted.status == "waived" and reason is None:
        raise UnusableError("A waiver needs a reason.")
    names = tuple(name.strip() for name in given.get("hosts", "").split(",") if name.strip())
    return replace(
        wanted,
        hosts=names or None,
        by=given.get("by") or None,
        on=as_of,
        evidence=given.get("evidence") or None,
        reason=reason,
        expires=_last_day(given.get("expires", ""), as_of),
    )


def _last_day(text: str, as_of: date) -> date | None:
    """Read a day on which something is still to hold."""
    if not text:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise UnusableError(f"{text} is no day; write one like 2027-03-01.") from None
    if day < as_of:
        raise UnusableError(f"{day} is past; write {as_of} or a later day.")
    return day


class AttestScreen(Modal[Attest]):
    """Asks who says what; gives the word, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "record", "Record"),
        Binding("down", "app.focus_next", "Next field"),
        Binding("up", "app.focus_previous", "Previous field"),
        Binding("escape", "dismiss(None)", "Drop"),
    ]
    DEFAULT_CSS = """
    AttestScreen { align: center middle; }
    AttestScreen .asks { margin: 0 0 1 0; width: 1fr; }
    AttestScreen .field { height: 1; }
    AttestScreen .label { width: 12; color: $muted; }
    AttestScreen Input { width: 1fr; background: $background; }
    AttestScreen Input:focus { background: $cursor; background-tint: $cursor 0%; }
    AttestScreen Input > .input--placeholder { color: $muted; }
    AttestScreen .refusal { height: auto; color: $blocked; margin: 1 0 0 0; display: none; }
    """

    def __init__(self, wanted: Attest, as_of: date, by: str = "") -> None:
        """Take what the word would be about, the day, and who probably says it."""
        super().__init__()
        self._wanted, self._as_of = wanted, as_of
        self._inputs = {
            name: Input(placeholder=HINTS[name], compact=True) for name in fields(wanted)
        }
        self._inputs["by"].value = by
        if "hosts" in self._inputs and wanted.hosts:
            self._inputs["hosts"].value = ", ".join(wanted.hosts)
        self._refusal = Static(classes="refusal")
        asked = practice(wanted.practice)
        verb = "Waive" if wanted.status == "waived" else "Attest"
        about = f" for {wanted.workspace}" if wanted.workspace else ""
        self._dialog = Dialog(
            f"{verb}{about}: {asked.title}",
            Static(Content(asked.asks), classes="asks"),
            *(_field(name, field) for name, field in self._inputs.items()),
            self._refusal,
        )

    def compose(self) -> ComposeResult:
        """Lay the fields out below what is asked."""
        yield self._dialog

    def on_mount(self) -> None:
        """Start in the first field that is empty."""
        empty = (field for field in self._inputs.values() if not field.value)
        next(empty, self._inputs["by"]).focus()
        self._dialog.show_keys((("Enter", "record"), ("Tab", "next field"), ("Esc", "drop")))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        """Take what is typed, once the field has all of it."""
        event.stop()
        self.action_record()

    def action_record(self) -> None:
        """Give the word, or say what is missing."""
        words = {name: field.value for name, field in self._inputs.items()}
        try:
            word = said(self._wanted, words, self._as_of)
        except UnusableError as refusal:
            self._refusal.update(Content(f"× {clean(str(refusal))}"))
            self._refusal.display = True
        else:
            self.dismiss(word)


def _field(name: str, field: Input) -> Horizontal:
    """Put a label before a field."""
    return Horizontal(Static(Content(LABELS[name]), classes="label"), field, classes="field")
