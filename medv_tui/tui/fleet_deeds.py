"""A screen that changes, exports and imports many computers at once."""

import asyncio
from collections.abc import Iterator, Mapping
from pathlib import Path

from textual import on, work
from textual.events import Mount

from medv_tui.errors import MedvError
from medv_tui.findings import Value
from medv_tui.planfile.save import save
from medv_tui.reports.csv_export import comma_separated
from medv_tui.review.hosts_changed import with_facts
from medv_tui.tui.dialogs import RefusalDialog
from medv_tui.tui.editing import Command, EditingScreen
from medv_tui.tui.importing import ImportScreen
from medv_tui.tui.inventories import Inventories
from medv_tui.tui.panes.host_choice import Deed, Wanted
from medv_tui.tui.pick import Choice
from medv_tui.tui.present import count

EXPORT = "hosts.csv"
STALE = "The figures are not up to date yet; try again in a moment."
NO_WORKSPACE = "The plan has no [[workspaces]] yet, so there is none to assign."
SECONDS_BETWEEN_LOOKS = 2.0
"""How often the inventories' dates and sizes are looked at."""
MOST_WRITTEN = 1_000
"""Computers that get facts of their own at most: each is a table that a person may read."""


class FleetScreen(EditingScreen):
    """Does with several computers what is wanted of them, as one step to undo."""

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
        number = count(len(rows), "row")

        def refuse(text: str) -> str:
            return "" if text.strip() else "A reason is needed; it stays visible in the table."

        def given(text: str) -> None:
            self._offer_facts(f"Exclude {number}", rows, {"excluded": text.strip()})

        self.ask(f"Why {number} shall be excluded", given, hint="leased, retired", refuse=refuse)

    def _ask_workspace(self, rows: tuple[int, ...]) -> None:
        """Ask for the workspace, and show what it changes."""
        names = [] if self.review is None else [ws.name for ws in self.review.plan.workspaces]
        if not names:
            self.tell(NO_WORKSPACE)
            return
        number = count(len(rows), "row")

        def picked(place: int) -> None:
            name = names[place]
            self._offer_facts(f"Assign {number} to {name}", rows, {"workspace": name})

        choices = [Choice(name, "workspace") for name in names]
        self.pick(f"Workspace of {number}", choices, picked)

    def _offer_facts(self, said: str, rows: tuple[int, ...], facts: Mapping[str, Value]) -> None:
        """Show what facts on these rows change in the text, and write them if that is wanted."""
        if self.review is None:
            return
        if len(rows) > MOST_WRITTEN:
            self.app.push_screen(
                RefusalDialog(
                    f"{len(rows):,} rows are more than the {MOST_WRITTEN:,} that get facts of "
                    "their own in the plan. A rule under [[inventories.assign]] or a column of "
                    "the file reaches them all."
                )
            )
            return
        fleet = self.review.hosts.fleet
        self.offer(said, lambda text: with_facts(text, fleet, rows, facts))

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
        self.tell(f"Writing {path.name} …")

        def write() -> None:
            save(path, comma_separated(review, rows, name).encode("utf-8-sig"), None)

        try:
            await asyncio.to_thread(write)
        except MedvError as refusal:
            self.app.push_screen(RefusalDialog(str(refusal)))
        else:
            self.tell(f"Wrote {count(len(rows), 'row')} to {path.name}.")

    def action_import(self) -> None:
        """Show how a CSV file is read, and attach it if that is wanted."""

        def answered(new: str | None) -> None:
            if new is not None:
                self.rewrite(new)

        screen = ImportScreen(self.editor.text, self.plan.path.parent, self.as_of)
        self.app.push_screen(screen, answered)
