"""The dialog that shows how a CSV of computers is read, and makes it part of the plan."""

import asyncio
import os
import pathlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from medv_tui.errors import MedvError
from medv_tui.findings import Value
from medv_tui.inventory.load import load
from medv_tui.inventory.read import Rows, read
from medv_tui.inventory.wishes import fact_of, inventory_of
from medv_tui.plan.plan import Inventory
from medv_tui.planfile.attach import with_defaults, with_hosts, with_inventory
from medv_tui.planfile.parse import parse
from medv_tui.reports.clean import clean
from medv_tui.reports.import_report import import_report
from medv_tui.tui.dialog import TALLEST, WIDEST, Dialog
from medv_tui.tui.line import Part
from medv_tui.tui.listing import Listing, Row
from medv_tui.tui.modal import Modal
from medv_tui.tui.present import MUTED

HINTS: Mapping[str, str] = {
    "file": "fleet.csv, seen from the plan's folder",
    "workspace": "none; or the workspace of all other computers",
    "rules": "none; or kiosk:site=Plant*, sales:Dept=FIN; the first wins",
    "columns": "by their headers; or name=Asset Tag, site=Building",
    "units": "as told by the file; or ram_mb=KB, free_disk_gb=MB",
    "users": "not known; or the MED-V users of those that lack them",
}
ASK = "Enter shows how the file is read; nothing is written before that."
_BESIDE_REPORT = len(HINTS) + 7
"""Rows of the dialog that are no report: fields, a refusal, keys, blank rows and the frame."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A file as it was read with what the fields say of it."""

    inventory: Inventory
    defaults: Mapping[str, Value]
    rows: Rows

    def attached(self, text: str, *, copied: bool) -> str:
        """Give the plan with the file, or with its computers; raises EditRefusedError."""
        text = with_defaults(text, self.defaults)
        return with_hosts(text, self.rows) if copied else with_inventory(text, self.inventory)


def tried(folder: pathlib.Path, words: Mapping[str, str]) -> Trial:
    """Read the file that the fields name; raises MedvError where it or a field is of no use."""
    given = {name: word.strip() for name, word in words.items()}
    if not given["file"]:
        raise MedvError("The name of a CSV file is wanted.")
    path = folder / pathlib.Path(given["file"]).expanduser()
    name = pathlib.Path(os.path.relpath(path, folder)).as_posix()
    inventory = inventory_of(
        name,
        workspace=given["workspace"] or None,
        rules=_several(given["rules"]),
        columns=_several(given["columns"]),
        units=_several(given["units"]),
    )
    defaults = {"users": fact_of("users", given["users"])} if given["users"] else {}
    return Trial(inventory, defaults, read(load(path), inventory))


def _several(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


class ImportScreen(Modal[str | None]):
    """Shows a file before anything of it is used; gives the plan's text with it, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "Show, then attach", priority=True),
        Binding("f4", "copy", "Copy the computers into the plan"),
        Binding("escape", "dismiss(None)", "Drop"),
    ]
    DEFAULT_CSS = """
    ImportScreen { align: center middle; }
    ImportScreen .field { height: 1; }
    ImportScreen .label { width: 12; color: $muted; }
    ImportScreen Input { width: 1fr; background: $background; }
    ImportScreen Input:focus { background: $cursor; background-tint: $cursor 0%; }
    ImportScreen Input > .input--placeholder { color: $muted; }
    ImportScreen .refusal { height: auto; color: $blocked; display: none; }
    ImportScreen Listing { margin: 1 0 0 0; }
    """

    def __init__(self, text: str, folder: pathlib.Path, as_of: date) -> None:
        super().__init__()
        self._text, self._folder, self._as_of = text, folder, as_of
        self._fields = {name: Input(placeholder=hint, compact=True) for name, hint in HINTS.items()}
        self._refusal = Static(classes="refusal")
        self._trial: Trial | None = None
        self._shown: dict[str, str] | None = None
        self._listing = Listing(self._rows)
        self._dialog = Dialog(
            "Import computers from a CSV file",
            *(_labelled(name, field) for name, field in self._fields.items()),
            self._refusal,
            self._listing,
        )

    def compose(self) -> ComposeResult:
        """Lay the fields out above the report."""
        yield self._dialog

    def on_mount(self) -> None:
        """Start with the file's name."""
        self._fields["file"].focus()
        self.on_resize()

    def on_resize(self) -> None:
        """Fit the report to the terminal."""
        self._listing.redraw()
        room = min(TALLEST, self.app.size.height) - _BESIDE_REPORT
        self._listing.styles.height = max(1, min(len(self._listing.rows), room))
        self._show_keys()

    def on_input_changed(self) -> None:
        """Say what Enter does now."""
        self._show_keys()

    def action_take(self) -> None:
        """Show the file as the fields say, or attach it where that is what is shown."""
        if self._is_current():
            self._finish(copied=False)
        else:
            self._read(self._words())

    def action_copy(self) -> None:
        """Copy the computers that are shown into the plan."""
        if self._is_current():
            self._finish(copied=True)

    @work(exclusive=True, description="read the inventory")
    async def _read(self, words: dict[str, str]) -> None:
        """Read the file beside the interface, and show what it says."""
        try:
            trial = await asyncio.to_thread(tried, self._folder, words)
        except MedvError as refusal:
            self._refuse(str(refusal))
            return
        self._refusal.display = False
        self._trial, self._shown = trial, words
        self._listing.scroll_to(y=0, animate=False)
        self.on_resize()
        self._listing.focus()

    def _finish(self, *, copied: bool) -> None:
        """Close with the plan that has the file; say why where it cannot."""
        if self._trial is None:
            return
        try:
            self.dismiss(self._trial.attached(self._text, copied=copied))
        except MedvError as refusal:
            self._refuse(str(refusal))

    def _refuse(self, why: str) -> None:
        self._refusal.update(Content(f"× {clean(why)}"))
        self._refusal.display = True

    def _words(self) -> dict[str, str]:
        return {name: field.value for name, field in self._fields.items()}

    def _is_current(self) -> bool:
        """Whether the report is of what the fields say, and of computers."""
        trial = self._trial
        return (
            trial is not None and trial.rows.detected is not None and self._shown == self._words()
        )

    def _show_keys(self) -> None:
        """Show the keys that do something."""
        keys = [("Enter", "show how it is read"), ("Tab", "next field")]
        if self._is_current():
            keys = [("Enter", "attach the file"), ("F4", "copy the computers"), ("Tab", "fields")]
        self._dialog.show_keys((*keys, ("Esc", "drop")))

    def _rows(self, cells: int) -> list[Row]:
        """Draw the report."""
        trial = self._trial
        if trial is None:
            return [Row((Part(ASK, MUTED),))]
        known = parse(self._text).plan.host_defaults.model_dump(exclude_none=True)
        told = import_report(
            trial.rows,
            trial.inventory,
            {*known, *trial.defaults},
            self._as_of,
            width=max(20, min(cells, WIDEST)),
            colour=False,
        )
        return [Row((Part(line),)) for line in told.splitlines()]


def _labelled(name: str, field: Input) -> Horizontal:
    """Put a label before a field."""
    return Horizontal(Static(Content(name), classes="label"), field, classes="field")
