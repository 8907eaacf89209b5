"""The plan's file while the plan is open: what other programs make of it."""

import asyncio
from typing import Any

from textual.screen import Screen

from medv_tui.errors import PlanUnreadableError
from medv_tui.tui.filing import Filing
from medv_tui.tui.open_plan import OnDisk, OpenPlan
from medv_tui.tui.plan_file import PlanFile
from medv_tui.tui.present import BLOCKED
from medv_tui.tui.talk import Talk

WATCH_SECONDS = 2.0
"""How often the file is looked at."""


class DiskWatch:
    """Follows the file where nothing was typed; else says that it has changed."""

    def __init__(
        self, screen: Screen[Any], talk: Talk, plan_file: PlanFile, filing: Filing
    ) -> None:
        """Take the file, and what reads it anew; the screen lends its workers."""
        self._screen, self._talk = screen, talk
        self._file, self._filing = plan_file, filing
        self._seen: tuple[int, ...] | None = None

    def look(self) -> None:
        """Look at the file in a thread, as a network drive may take its time."""
        self._screen.run_worker(self._look(), group="disk", exclusive=True, exit_on_error=False)

    async def _look(self) -> None:
        plan = self._file.plan
        if plan.is_named:
            self._follow(plan, await asyncio.to_thread(self._changed, plan))

    def look_now(self) -> None:
        """Look at the file before anything else is done."""
        plan = self._file.plan
        self._follow(plan, self._changed(plan))

    def _follow(self, plan: OpenPlan, theirs: OnDisk | None) -> None:
        """Show a plan as it is on disk now, unless that is another one or would cost something."""
        if theirs is None or plan is not self._file.plan or theirs.data == plan.data:
            return
        name = plan.path.name
        if theirs.data is None:
            self._talk.tell(f"{name} is no longer there; saving asks what to do.", BLOCKED)
        elif not self._file.is_saved:
            self._talk.tell(f"{name} was changed on disk; saving asks what to do.", BLOCKED)
        else:
            self._talk.tell_after_edit(
                f"{name} was changed on disk, and is shown as it is there now."
            )
            self._filing.take(plan, theirs)

    def _changed(self, plan: OpenPlan) -> OnDisk | None:
        """Read a file again if it looks otherwise than the last time."""
        try:
            found = plan.path.stat()
            seen: tuple[int, ...] = (found.st_ino, found.st_size, found.st_mtime_ns)
        except OSError:
            seen = ()
        if seen == self._seen:
            return None
        self._seen = seen
        try:
            return plan.changed()
        except PlanUnreadableError:
            return None
