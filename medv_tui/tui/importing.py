"""The dialog that shows how a CSV of computers is read, and makes it part of the plan."""

import os
import pathlib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import ClassVar, TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from medv_tui.errors import MedvError
from medv_tui.findings import Level, Value
from medv_tui.inventory.load import load
from medv_tui.inventory.progress import Progress, Step
from medv_tui.inventory.read import Rows, read
from medv_tui.inventory.wishes import fact_of, inventory_of
from medv_tui.plan.plan import Inventory
from medv_tui.planfile.attach import with_defaults, with_hosts, with_inventory
from medv_tui.planfile.parse import parse
from medv_tui.reports.clean import clean
from medv_tui.reports.import_report import import_report
from medv_tui.reports.text import counted
from medv_tui.tui.dialog import WIDEST, Dialog
from medv_tui.tui.line import Part
from medv_tui.tui.listing import Listing, Row
from medv_tui.tui.modal import Modal
from medv_tui.tui.present import LEVEL_MARKS, MUTED
from medv_tui.tui.waiting import Waiting

T = TypeVar("T")

HINTS: Mapping[str, str] = {
    "file": "fleet.csv, seen from the plan's folder",
    "workspace": "none; or the workspace of all other computers",
    "rules": "none; or kiosk:site=Plant*, sales:Dept=FIN; the first wins",
    "columns": "by their headers; or name=Asset Tag, site=Building",
    "units": "as told by the file; or ram_mb=KB, free_disk_gb=MB",
    "users": "not known; or the MED-V users of those that lack them",
}
ASK = "Enter shows how the file is read; nothing is written before that."
REMEDY = "Here the fields columns and units take it, such as ram_mb=KB."
_BESIDE_REPORT = len(HINTS) + 7
"""Rows of the dialog that are no report: fields, a refusal, keys, blank rows and the frame."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A file as it was read with what the fields say of it."""

    inventory: Inventory
    defaults: Mapping[str, Value]
    rows: Rows
    known: frozenset[str]
    """Facts that the plan gives to every computer already."""

    def attached(self, text: str, progress: Progress, *, copied: bool) -> str:
        """Give the plan with the file, or with its computers; raises EditRefusedError."""
        progress(Step(_CHANGING, 0, 2, "steps"))
        text = with_defaults(text, self.defaults)
        progress(Step(_CHANGING, 1, 2, "steps"))
        return with_hosts(text, self.rows) if copied else with_inventory(text, self.inventory)

    def report(self, as_of: date, cells: int) -> list[Row]:
        """Say in rows of so many cells what was understood of the file."""
        told = import_report(
            self.rows,
            self.inventory,
            {*self.known, *self.defaults},
            as_of,
            remedy=REMEDY,
            width=cells,
            colour=False,
        )
        return [*self._headline(), *(Row((Part(line),)) for line in told.splitlines())]

    def _headline(self) -> list[Row]:
        """Say that there are problems, as what is said of them may be out of sight."""
        levels = Counter(problem.level for problem in self.rows.problems)
        if not levels:
            return []
        said = " and ".join(counted(levels[each], each.value) for each in Level if levels[each])
        worst = LEVEL_MARKS[next(level for level in Level if levels[level])]
        told = f"{worst.symbol} {said}, told below: ↓ reads on."
        return [Row((Part(told, worst.look),)), Row(())]


_CHANGING = "changing the plan"


def tried(text: str, folder: pathlib.Path, words: Mapping[str, str], progress: Progress) -> Trial:
    """Read the file that the fields name, for a plan of this text.

    Raises MedvError where it or a field is of no use, and what `progress` raises.
    """
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
    known = parse(text).plan.host_defaults.model_dump(exclude_none=True)
    return Trial(inventory, defaults, read(load(path), inventory, progress), frozenset(known))


def _several(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


class ImportScreen(Modal[str]):
    """Shows a file before anything of it is used; gives the plan's text with it, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "Show, then attach"),
        Binding("f4", "copy", "Copy the computers into the plan"),
        Binding("escape", "drop", "Drop"),
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
        self._report: tuple[int, list[Row]] = (0, [])
        """What is said of the file, and the cells that it is drawn for."""
        self._waiting: Waiting | None = None
        """What the file or the plan's text is waited for with."""
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
        room = self.app.size.height - _BESIDE_REPORT
        self._listing.styles.height = max(1, min(len(self._listing.rows), room))
        self._show_keys()

    def on_input_changed(self) -> None:
        """Say what Enter does now."""
        self._show_keys()

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        """Take what is typed, once the field has all of it."""
        event.stop()
        self.action_take()

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

    def action_drop(self) -> None:
        """Cancel what takes long; else close without an answer."""
        if self._waiting is not None and self._waiting.is_shown:
            self._waiting.cancel()
        else:
            self.dismiss(None)

    @work(exclusive=True, description="read the inventory")
    async def _read(self, words: dict[str, str]) -> None:
        """Read the file beside the interface, and show what it says."""
        cells = self._cells

        def work(progress: Progress) -> tuple[Trial, list[Row]]:
            trial = tried(self._text, self._folder, words, progress)
            return trial, trial.report(self._as_of, cells)

        done = await self._done(work)
        if done is not None:
            self._trial, rows = done
            self._report, self._shown = (cells, rows), words
            self._refusal.display = False
            self._listing.scroll_to(y=0, animate=False)
            self.on_resize()
            self._listing.focus()

    @work(exclusive=True, description="change the plan")
    async def _finish(self, *, copied: bool) -> None:
        """Close with the plan that has the file; say why where it cannot."""
        if self._trial is not None:
            work = partial(self._trial.attached, self._text, copied=copied)
            new = await self._done(work)
            if new is not None:
                self.dismiss(new)

    async def _done(self, work: Callable[[Progress], T]) -> T | None:
        """Do what may take long, and give what comes of it; say why where nothing does."""
        self._waiting = waiting = Waiting(self._dialog.show_progress)
        try:
            return await waiting.until_done(work)
        except MedvError as refusal:
            self._refuse(str(refusal))
            return None
        finally:
            self._show_keys()

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

    @property
    def _cells(self) -> int:
        """How wide the report is drawn."""
        return max(20, min(self._listing.scrollable_content_region.width, WIDEST))

    def _rows(self, _cells: int) -> list[Row]:
        """Draw the report, anew where the width is another."""
        if self._trial is None:
            return [Row((Part(ASK, MUTED),))]
        if self._report[0] != self._cells:
            self._report = self._cells, self._trial.report(self._as_of, self._cells)
        return self._report[1]


def _labelled(name: str, field: Input) -> Horizontal:
    """Put a label before a field."""
    return Horizontal(Static(Content(name), classes="label"), field, classes="field")
