"""A screen that changes, exports and imports many computers at once."""

import asyncio
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

from textual import on, work
from textual.events import Mount

from medv_tui.errors import MedvError, WorkCancelledError
from medv_tui.inventory.progress import Progress, Step
from medv_tui.planfile.save import save
from medv_tui.reports.csv_export import comma_separated
from medv_tui.review.as_before import View, why_as_before
from medv_tui.tui.dialogs import RefusalDialog
from medv_tui.tui.editing import Command, EditingScreen
from medv_tui.tui.fleet_changes import Wish, too_many
from medv_tui.tui.importing import ImportScreen
from medv_tui.tui.inventories import Inventories
from medv_tui.tui.keys import Footer
from medv_tui.tui.line import Line, Part
from medv_tui.tui.panes.host_choice import Deed, Wanted
from medv_tui.tui.pick import Choice
from medv_tui.tui.present import ATTENTION, MUTED, count
from medv_tui.tui.preview import Change, PreviewScreen
from medv_tui.tui.progress_bar import progress_line
from medv_tui.tui.waiting import Waiting

T = TypeVar("T")

EXPORT = "hosts.csv"
EXPORTED = frozenset({View.HOSTS, View.DISK})
"""What an export shows of a review."""
CHANGED = "The text was changed meanwhile, so nothing was written; try again."
STALE = "The figures are not up to date yet; try again in a moment."
NO_WORKSPACE = "The plan has no [[workspaces]] yet, so there is none to assign."
SECONDS_BETWEEN_LOOKS = 2.0
"""How often the inventories' dates and sizes are looked at."""


class FleetScreen(EditingScreen):
    """Does with several computers what is wanted of them, as one step to undo."""

    _waiting: Waiting | None = None
    """What is waited for, or was last."""

    def commands(self) -> Iterator[Command]:
        """List what can be done with computers, for the palette."""
        yield from super().commands()
        yield Command(
            "Review again", "Read the inventories and judge anew (F5)", self.action_review_again
        )
        yield Command(
            "Import computers", "Look at a CSV of computers and attach it", self.action_import
        )

    @on(Mount)
    def _watch_files(self) -> None:
        """Look again and again whether an inventory was changed on disk."""
        self.set_interval(SECONDS_BETWEEN_LOOKS, self.look_at_files)

    def look_at_files(self) -> None:
        """Review the text anew where an inventory was changed on disk."""
        changed = self.files.changed() if isinstance(self.files, Inventories) else []
        if changed and self.is_reviewed:
            self._reviewed = -1
            self.recompute()
            self.tell(f"{changed[0]} was changed on disk and is read again.")

    @on(Wanted)
    def _do(self, event: Wanted) -> None:
        event.stop()
        if self.review is None or not self.is_reviewed:
            self.tell(STALE)
            return
        match event.deed:
            case Deed.EXCLUDE:
                self._ask_reason(event.rows)
            case Deed.ASSIGN:
                self._ask_workspace(event.rows)
            case Deed.EXPORT:
                self._export(event.rows)

    def _ask_reason(self, rows: tuple[int, ...]) -> None:
        """Ask for the reason, and show what it changes."""
        if refusal := too_many(len(rows)):
            self.app.push_screen(RefusalDialog(refusal))
            return
        number = count(len(rows), "row")

        def refuse(text: str) -> str:
            return "" if text.strip() else "A reason is needed; it stays visible in the table."

        def given(text: str) -> None:
            if self.review is not None:
                wish = Wish(self.editor.text, self.review, rows)
                self._offer_change(partial(wish.excluded, text.strip()))

        self.ask(f"Why {number} shall be excluded", given, hint="leased, retired", refuse=refuse)

    def _ask_workspace(self, rows: tuple[int, ...]) -> None:
        """Ask for the workspace, and show what it changes."""
        names = [] if self.review is None else [ws.name for ws in self.review.plan.workspaces]
        if not names:
            self.tell(NO_WORKSPACE)
            return
        number = count(len(rows), "row")

        def picked(place: int) -> None:
            if self.review is not None:
                wish = Wish(self.editor.text, self.review, rows)
                self._offer_change(partial(wish.assigned, names[place], self.files))

        choices = [Choice(name, "workspace") for name in names]
        self.pick(f"Workspace of {number}", choices, picked)

    @work(description="change computers")
    async def _offer_change(self, change: Callable[[Progress], Change]) -> None:
        """Show what a change of the text would be, and make it if that is wanted."""
        text = self.editor.text
        worked_out = await self._done(change)
        if worked_out is None:
            return

        def answered(is_wanted: bool | None) -> None:
            if is_wanted and self.editor.text != text:
                self.tell(CHANGED)
            elif is_wanted:
                self.rewrite(worked_out.new)

        self.app.push_screen(PreviewScreen(worked_out), answered)

    async def _done(self, work: Callable[[Progress], T]) -> T | None:
        """Do what may take long beside the interface, and say why where nothing comes of it."""
        self._waiting = waiting = Waiting(self._show_step)
        said: Line = ()
        try:
            return await waiting.until_done(work)
        except WorkCancelledError as cancelled:
            said = (Part(str(cancelled), MUTED),)
        except MedvError as refusal:
            self.app.push_screen(RefusalDialog(str(refusal)))
        finally:
            for footer in self.query(Footer):
                footer.say(said)
        return None

    def _show_step(self, step: Step) -> None:
        """Show in the footer how far the work has come."""
        footer = self.query_one(Footer)
        footer.say(progress_line(step, footer.size.width))

    @property
    def can_cancel(self) -> bool:
        """Whether a review or other work is shown to be under way that would end."""
        return super().can_cancel or (self._waiting is not None and self._waiting.is_shown)

    def action_cancel_review(self) -> None:
        """End what is under way at its next step; everything stays as it is."""
        super().action_cancel_review()
        if self._waiting is not None:
            self._waiting.cancel()

    def _export(self, rows: tuple[int, ...]) -> None:
        """Ask for a file, and write the rows into it."""

        def named(word: str) -> None:
            path = self.plan.path.parent / Path(word.strip()).expanduser()
            self._write_rows(rows, path)

        def refuse(text: str) -> str:
            return "" if text.strip() else "The name of a new file is wanted."

        self.ask(f"File for {count(len(rows), 'row')} as CSV", named, EXPORT, refuse=refuse)

    @work(description="export the hosts")
    async def _write_rows(self, rows: tuple[int, ...], path: Path) -> None:
        """Write rows of the review of this moment beside the interface, as they may be many."""
        review, name = self.review, self.plan.path.name
        if review is None:
            return
        text = await self._done(partial(comma_separated, review, rows, name))
        if text is None:
            return
        try:
            await asyncio.to_thread(save, path, text.encode("utf-8-sig"), None)
        except MedvError as refusal:
            self.app.push_screen(RefusalDialog(str(refusal)))
        else:
            wrote = f"Wrote {count(len(rows), 'row')} to {path.name}."
            older = why_as_before(review, EXPORTED)
            if older:
                self.tell(f"{wrote} Older figures: {older[0]}.", ATTENTION)
            else:
                self.tell(wrote)

    def action_import(self) -> None:
        """Show how a CSV file is read, and attach it if that is wanted."""

        def answered(new: str | None) -> None:
            if new is not None:
                self.rewrite(new)

        screen = ImportScreen(self.editor.text, self.plan.path.parent, self.as_of)
        self.app.push_screen(screen, answered)
