"""What is done with many computers at once: excluded, assigned, exported, brought in."""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from textual.screen import Screen

from medv_tui.errors import MedvError, WorkCancelledError
from medv_tui.inventory.progress import Progress
from medv_tui.planfile.save import save
from medv_tui.reports.csv_export import comma_separated
from medv_tui.review.as_before import View, why_as_before
from medv_tui.review.review import Review
from medv_tui.tui.editor import Editor
from medv_tui.tui.fleet_changes import Wish, too_many
from medv_tui.tui.importing import ImportScreen
from medv_tui.tui.panes.host_choice import Deed
from medv_tui.tui.pick import Choice
from medv_tui.tui.plan_file import PlanFile
from medv_tui.tui.present import ATTENTION, count
from medv_tui.tui.preview import Change, PreviewScreen
from medv_tui.tui.reviewing import Reviewing
from medv_tui.tui.rewriting import Rewriting
from medv_tui.tui.talk import Talk
from medv_tui.tui.waiting import Waiting

T = TypeVar("T")

EXPORT = "hosts.csv"
EXPORTED = frozenset({View.HOSTS, View.DISK})
"""What an export shows of a review."""
CHANGED = "The text was changed meanwhile, so nothing was written; try again."
STALE = "The figures are not up to date yet; try again in a moment."
NO_WORKSPACE = "The plan has no [[workspaces]] yet, so there is none to assign."


class FleetDeeds:
    """Does with several computers what is wanted of them, as one step to undo."""

    def __init__(
        self,
        screen: Screen[Any],
        talk: Talk,
        editor: Editor,
        reviewing: Reviewing,
        rewriting: Rewriting,
        plan_file: PlanFile,
    ) -> None:
        """Take what the deeds are done with; the screen lends its workers."""
        self._screen, self._talk, self._editor = screen, talk, editor
        self._reviewing, self._rewriting, self._file = reviewing, rewriting, plan_file
        self._waiting: Waiting | None = None
        """What is waited for, or was last."""

    def do(self, deed: Deed, rows: Sequence[int]) -> None:
        """Ask what a deed needs to know, and do it to rows of the fleet."""
        review = self._reviewing.current
        if review is None:
            self._talk.tell(STALE)
            return
        match deed:
            case Deed.EXCLUDE:
                self._ask_reason(rows)
            case Deed.ASSIGN:
                self._ask_workspace(review, rows)
            case Deed.EXPORT:
                self._export(rows)

    def _ask_reason(self, rows: Sequence[int]) -> None:
        """Ask for the reason, and show what it changes."""
        if refusal := too_many(len(rows)):
            self._talk.refuse(refusal)
            return

        def refuse(text: str) -> str:
            return "" if text.strip() else "A reason is needed; it stays visible in the table."

        def given(text: str) -> None:
            self._offer(rows, lambda wish, progress: wish.excluded(text.strip(), progress))

        question = f"Why {count(len(rows), 'row')} shall be excluded"
        self._talk.ask_text(question, given, hint="leased, retired", refuse=refuse)

    def _ask_workspace(self, review: Review, rows: Sequence[int]) -> None:
        """Ask for the workspace, and show what it changes."""
        names = [workspace.name for workspace in review.plan.workspaces]
        if not names:
            self._talk.tell(NO_WORKSPACE)
            return

        def picked(place: int) -> None:
            files = self._reviewing.files
            self._offer(rows, lambda wish, progress: wish.assigned(names[place], files, progress))

        choices = [Choice(name, "workspace") for name in names]
        self._talk.pick(f"Workspace of {count(len(rows), 'row')}", choices, picked)

    def _offer(self, rows: Sequence[int], wanted: Callable[[Wish, Progress], Change]) -> None:
        """Show what a change of some computers would be, and make it if that is wanted."""
        review = self._reviewing.review
        if review is not None:
            wish = Wish(self._editor.text, review, tuple(rows))
            offer = self._offer_change(wish.text, partial(wanted, wish))
            self._screen.run_worker(offer, description="change computers")

    async def _offer_change(self, text: str, change: Callable[[Progress], Change]) -> None:
        """Show what a change of a text would be, and make it if that is still the plan's."""
        worked_out = await self._done(change)
        if worked_out is None:
            return

        def answered(is_wanted: bool) -> None:
            if is_wanted and self._editor.text != text:
                self._talk.tell(CHANGED)
            elif is_wanted:
                self._rewriting.rewrite(worked_out.new)

        self._talk.ask(PreviewScreen(worked_out), answered)

    async def _done(self, work: Callable[[Progress], T]) -> T | None:
        """Do what may take long beside the interface, and say why where nothing comes of it."""
        self._waiting = waiting = Waiting(self._talk.show_step)
        try:
            done = await waiting.until_done(work)
        except WorkCancelledError as cancelled:
            self._talk.tell(str(cancelled))
            return None
        except MedvError as refusal:
            self._talk.hush()
            self._talk.refuse(str(refusal))
            return None
        self._talk.hush()
        return done

    @property
    def can_cancel(self) -> bool:
        """Whether work is shown to be under way that would end at its next step."""
        return self._waiting is not None and self._waiting.is_shown

    def cancel(self) -> None:
        """End the work under way at its next step; everything stays as it is."""
        if self._waiting is not None:
            self._waiting.cancel()

    def _export(self, rows: Sequence[int]) -> None:
        """Ask for a file, and write the rows into it."""

        def named(word: str) -> None:
            path = self._file.plan.path.parent / Path(word.strip()).expanduser()
            self._screen.run_worker(self._write_rows(rows, path), description="export the hosts")

        def refuse(text: str) -> str:
            return "" if text.strip() else "The name of a new file is wanted."

        question = f"File for {count(len(rows), 'row')} as CSV"
        self._talk.ask_text(question, named, EXPORT, refuse=refuse)

    async def _write_rows(self, rows: Sequence[int], path: Path) -> None:
        """Write rows of the review of this moment beside the interface, as they may be many."""
        review, name = self._reviewing.review, self._file.plan.path.name
        if review is None:
            return
        text = await self._done(partial(comma_separated, review, rows, name))
        if text is None:
            return
        try:
            await asyncio.to_thread(save, path, text.encode("utf-8-sig"), None)
        except MedvError as refusal:
            self._talk.refuse(str(refusal))
        else:
            wrote = f"Wrote {count(len(rows), 'row')} to {path.name}."
            older = why_as_before(review, EXPORTED)
            if older:
                self._talk.tell(f"{wrote} Older figures: {older[0]}.", ATTENTION)
            else:
                self._talk.tell(wrote)

    def bring_in(self) -> None:
        """Show how a CSV file is read, and attach it if that is wanted."""
        folder, as_of = self._file.plan.path.parent, self._reviewing.as_of
        screen = ImportScreen(self._editor.text, folder, as_of)
        self._talk.ask(screen, self._rewriting.rewrite)
