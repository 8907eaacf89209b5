"""Saving a plan, and giving way to another one; nothing is overwritten that was not read."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from textual.screen import Screen

from medv_tui.errors import PlanUnreadableError, SaveRefusedError, SaveUnprovenError
from medv_tui.tui.dialogs import (
    Clash,
    ClashDialog,
    LeaveDialog,
    Leaving,
    Purpose,
    RefusalDialog,
    Settling,
)
from medv_tui.tui.editor import Editor
from medv_tui.tui.file_dialogs import CompareScreen, SavePathScreen
from medv_tui.tui.inventories import Inventories
from medv_tui.tui.keeping import Safekeeping
from medv_tui.tui.open_plan import OnDisk, OpenPlan
from medv_tui.tui.opening import Opened, ask_for_plan, open_starter
from medv_tui.tui.plan_file import PlanFile
from medv_tui.tui.recent import whole
from medv_tui.tui.reviewing import Reviewing
from medv_tui.tui.rewriting import READ_ONLY, Rewriting
from medv_tui.tui.talk import Talk

Then: TypeAlias = Callable[[], object]
"""What follows once nothing can be lost any more."""


def _nothing() -> None:
    """Follow with nothing."""


def _clash(plan: OpenPlan, theirs: OnDisk) -> Clash:
    """Name how what a file holds is not what was expected."""
    if theirs.data is None:
        return Clash.GONE
    return Clash.THERE if plan.is_new else Clash.CHANGED


class Filing:
    """Saves the text, asks where it would replace what was never read, and lets go of the plan."""

    def __init__(
        self,
        screen: Screen[Any],
        talk: Talk,
        editor: Editor,
        plan_file: PlanFile,
        reviewing: Reviewing,
        rewriting: Rewriting,
        safekeeping: Safekeeping,
    ) -> None:
        """Take what is saved and what keeps it; the screen asks for other plans to be shown."""
        self._screen, self._talk, self._editor, self._file = screen, talk, editor, plan_file
        self._reviewing, self._rewriting = reviewing, rewriting
        self._safekeeping = safekeeping

    # Saving

    def save(self, then: Then = _nothing) -> None:
        """Write the text, or ask what is to be done."""
        if self._file.plan.is_named:
            self._write(self._file.plan, None, then)
        else:
            self.save_as(then)

    def save_as(self, then: Then = _nothing) -> None:
        """Ask for a path, and go on with that file."""

        def answered(path: Path) -> None:
            plan = self._file.plan
            same = whole(path) == whole(plan.path) and plan.is_named
            self._write(plan if same else plan.at(path), None, then)

        path = self._file.plan.path
        self._talk.ask(SavePathScreen(path.parent, path.name), answered)

    def _write(self, plan: OpenPlan, replacing: OnDisk | None, then: Then) -> None:
        """Write to a file, which may replace what somebody agreed to lose.

        A plan that is only read needs another name.
        """
        if self._editor.read_only and plan is self._file.plan:
            self._talk.tell(READ_ONLY)
            return
        try:
            plan.save(self._editor.text, replacing)
        except SaveUnprovenError as warning:
            self._talk.show(RefusalDialog(str(warning), ""))
        except SaveRefusedError as refusal:
            self._settle_clash(plan, str(refusal), replacing, then)
            return
        if plan is not self._file.plan:
            self._move_to(plan)
        self._file.count_anew()
        self._safekeeping.text_changed()
        self._talk.tell(f"Saved {plan.path.name}.")
        then()

    def _move_to(self, plan: OpenPlan) -> None:
        """Go on with another file and its lock, whose inventories may be other ones."""
        elsewhere = plan.path.parent != self._file.plan.path.parent
        self._file.plan = plan
        if elsewhere:
            self._reviewing.read_from(Inventories(plan.path.parent))
        self._safekeeping.move()

    def _settle_clash(
        self, plan: OpenPlan, refusal: str, replacing: OnDisk | None, then: Then
    ) -> None:
        """Ask what to do where the disk is not as expected; else say what was refused."""
        try:
            theirs = plan.changed()
        except PlanUnreadableError:
            theirs = None
        if theirs is None or theirs == replacing:
            self._talk.refuse(refusal)
        else:
            self._ask_about(plan, theirs, then)

    def _ask_about(self, plan: OpenPlan, theirs: OnDisk, then: Then) -> None:
        """Ask what is to become of a file that is not as it was read."""

        def answered(settling: Settling) -> None:
            match settling:
                case Settling.COMPARE:
                    self._compare(plan, theirs, lambda: self._ask_about(plan, theirs, then))
                case Settling.KEEP_MINE:
                    self._write(plan, theirs, then)
                case Settling.TAKE_THEIRS:
                    self.take(plan, theirs)
                case Settling.SAVE_AS:
                    self.save_as(then)

        self._talk.ask(ClashDialog(plan.path.name, _clash(plan, theirs)), answered)

    # What others wrote

    def _read(self, plan: OpenPlan, theirs: OnDisk) -> OpenPlan | None:
        """Read what another program wrote; say why where that is no text."""
        try:
            return OpenPlan(plan.path, theirs.data)
        except PlanUnreadableError as refusal:
            self._talk.refuse(str(refusal))
            return None

    def _compare(self, plan: OpenPlan, theirs: OnDisk, then: Then) -> None:
        """Show both texts as one difference."""
        fresh = self._read(plan, theirs)
        if fresh is not None:
            self._talk.show(CompareScreen(fresh.saved_text, self._editor.text), then)

    def take(self, plan: OpenPlan, theirs: OnDisk) -> None:
        """Put the text on disk in place of the one here, as one step to undo."""
        fresh = self._read(plan, theirs)
        if fresh is None:
            return
        self._file.plan = fresh
        self._rewriting.put(fresh.saved_text)
        if not self._file.is_saved:
            # An editor keeps the line ends it was opened with, so these need another one.
            self._screen.post_message(Opened(fresh))
        self._safekeeping.text_changed()

    # Giving way

    def leave(self) -> None:
        """Quit, after a question if something would be lost."""
        self._unless_lost(Purpose.QUIT, lambda: self._talk.app.exit(0))

    def open_another(self) -> None:
        """Ask for another plan, after a question if something would be lost."""
        self.give_way(lambda: ask_for_plan(self._screen))

    def begin_another(self) -> None:
        """Begin a plan with the starter, after a question if something would be lost."""
        self.give_way(lambda: open_starter(self._screen))

    def give_way(self, then: Then) -> None:
        """Let something else follow in place of this plan, unless it is to stay."""
        self._unless_lost(Purpose.OPEN, then)

    def _unless_lost(self, purpose: Purpose, then: Then) -> None:
        """Go on, after a question if changes would be lost."""
        if self._file.is_saved:
            then()
            return

        def answered(leaving: Leaving) -> None:
            if leaving is Leaving.SAVE:
                self.save(then)
            elif leaving is Leaving.DISCARD:
                then()

        asked = self._talk.app.screen
        if isinstance(asked, LeaveDialog):
            # A key that is held down would put one question on top of the other.
            asked.dismiss(None)
        self._talk.ask(LeaveDialog(self._file.plan.path.name, purpose), answered)
