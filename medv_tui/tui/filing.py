"""The screen of one plan, with the file it comes from and goes to."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import ClassVar, TypeAlias

from textual.binding import Binding, BindingType

from medv_tui.errors import PlanUnreadableError, SaveRefusedError, SaveUnprovenError
from medv_tui.review.review import Review
from medv_tui.review.reviewer import Files
from medv_tui.tui.dialogs import (
    Clash,
    ClashDialog,
    LeaveDialog,
    Leaving,
    Purpose,
    RefusalDialog,
    Settling,
)
from medv_tui.tui.file_dialogs import CompareScreen, SavePathScreen
from medv_tui.tui.headline import Headline, Standing
from medv_tui.tui.inventories import Inventories
from medv_tui.tui.open_plan import OnDisk, OpenPlan
from medv_tui.tui.opening import Opened, ask_for_plan, open_starter
from medv_tui.tui.panes.hosts import HostsPane
from medv_tui.tui.panes.roster import Column, Sort
from medv_tui.tui.place_names import NAMES
from medv_tui.tui.recent import PlanState, whole
from medv_tui.tui.screen import PlanScreen

Then: TypeAlias = Callable[[], object]
"""What follows once nothing can be lost any more."""


def _nothing() -> None:
    """Follow with nothing."""


def _clash(plan: OpenPlan, theirs: OnDisk) -> Clash:
    """Name how what a file holds is not what was expected."""
    if theirs.data is None:
        return Clash.GONE
    return Clash.THERE if plan.is_new else Clash.CHANGED


class FilingScreen(PlanScreen):
    """Saves a plan, gives way to another one, and never overwrites what it has not read."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,f2", "save", "save", priority=True, id="save"),
        Binding("ctrl+o", "open_plan", "open another plan", show=False, priority=True, id="open"),
        Binding("ctrl+n", "new_plan", "new plan", show=False, priority=True, id="new"),
        Binding("shift+f2", "save_as", "save as", show=False, priority=True, id="save-as"),
    ]

    def __init__(
        self, plan: OpenPlan, files: Files, as_of: date, left: PlanState | None = None
    ) -> None:
        """Take a plan, and where it was left the last time."""
        super().__init__(plan, files, as_of)
        self._left = left

    def on_mount(self) -> None:
        """Go on where the plan was left, once everything is in its place."""
        if self._left is not None:
            self.call_later(self._return_to, self._left)
        if self.plan.is_new and self.plan.is_named:
            self.tell(f"{self.plan.path.name} is not there yet; saving writes it.")

    def _return_to(self, left: PlanState) -> None:
        """Put cursor and pane where they were, as far as the text still has that place."""
        if self.is_going:
            return
        self.editor.come_back(left.line, left.column)
        hosts = self.query_one(HostsPane)
        if left.sort in set(Column):
            hosts.order_by(Sort(Column(left.sort), left.is_reversed))
        if left.filter:
            hosts.want(left.filter)
        if left.place in NAMES:
            self.action_open(left.place)

    def left_at(self) -> PlanState | None:
        """Say where the plan is left; None for one that has no file."""
        if self.plan.is_new:
            return None
        line, column = self.editor.cursor_location
        hosts = self.query(HostsPane)
        order = hosts.first().order if hosts else Sort()
        return PlanState(
            path=whole(self.plan.path),
            line=line + 1,
            column=column + 1,
            place=self.chosen,
            filter=hosts.first().wanted if hosts else "",
            sort=order.column.value,
            is_reversed=order.is_reversed,
        )

    def watch_review(self, review: Review | None) -> None:
        """Count changes from the review of what is on disk."""
        super().watch_review(review)
        self._mark_saved()

    def _mark_saved(self) -> None:
        """Take the figures shown for those of the file, if they are."""
        is_saved = not self.plan.is_new and not self.plan.differs(self.editor.text)
        if self.review is not None and self.is_reviewed and is_saved:
            self.query_one(Headline).set_saved(Standing.of(self.review))

    # Saving

    def action_save(self) -> None:
        """Write the text, with all keys that were pressed before this one.

        Those may still wait in the editor's queue, which this key has overtaken.
        """
        self.editor.call_later(self.save)

    def save(self) -> bool:
        """Write the text, or ask what is to be done; say whether it is written already."""
        self._save(_nothing)
        return not self.plan.differs(self.editor.text)

    def _save(self, then: Then) -> None:
        if self.plan.is_named:
            self._write(self.plan, None, then)
        else:
            self._save_as(then)

    def action_save_as(self) -> None:
        """Write the text to another file, after all keys that were pressed before this one."""
        self.editor.call_later(self._save_as, _nothing)

    def _save_as(self, then: Then) -> None:
        """Ask for a path, and go on with that file."""

        def answered(path: Path | None) -> None:
            if path is not None:
                same = whole(path) == whole(self.plan.path) and self.plan.is_named
                self._write(self.plan if same else self.plan.at(path), None, then)

        path = self.plan.path
        self.app.push_screen(SavePathScreen(path.parent, path.name), answered)

    def _write(self, plan: OpenPlan, replacing: OnDisk | None, then: Then) -> None:
        """Write the text to a file; it may replace what somebody agreed to lose."""
        try:
            plan.save(self.editor.text, replacing)
        except SaveUnprovenError as warning:
            self.app.push_screen(RefusalDialog(str(warning), ""))
        except SaveRefusedError as refusal:
            self._settle_clash(plan, str(refusal), replacing, then)
            return
        if plan is not self.plan:
            self._move_to(plan)
        self.query_one(Headline).set_saved(None)
        self._mark_saved()
        self.text_changed()
        self.tell(f"Saved {plan.path.name}.")
        then()

    def _move_to(self, plan: OpenPlan) -> None:
        """Go on with another file, whose inventories may be other ones."""
        elsewhere = plan.path.parent != self.plan.path.parent
        self.plan = plan
        if elsewhere:
            self.files = Inventories(plan.path.parent)
            self._reviewed = -1
            self.recompute()

    def _settle_clash(
        self, plan: OpenPlan, refusal: str, replacing: OnDisk | None, then: Then
    ) -> None:
        """Ask what to do where the disk is not as expected; else say what was refused."""
        try:
            theirs = plan.changed()
        except PlanUnreadableError:
            theirs = None
        if theirs is None or theirs == replacing:
            self.app.push_screen(RefusalDialog(refusal))
            return
        self._ask_about(plan, theirs, then)

    def _ask_about(self, plan: OpenPlan, theirs: OnDisk, then: Then) -> None:
        """Ask what is to become of a file that is not as it was read."""

        def answered(settling: Settling | None) -> None:
            match settling:
                case Settling.COMPARE:
                    self._compare(plan, theirs, lambda: self._ask_about(plan, theirs, then))
                case Settling.KEEP_MINE:
                    self._write(plan, theirs, then)
                case Settling.TAKE_THEIRS:
                    self._take(plan, theirs)
                case Settling.SAVE_AS:
                    self._save_as(then)

        self.app.push_screen(ClashDialog(plan.path.name, _clash(plan, theirs)), answered)

    def _read(self, plan: OpenPlan, theirs: OnDisk) -> OpenPlan | None:
        """Read what another program wrote; say why where that is no text."""
        try:
            return OpenPlan(plan.path, theirs.data)
        except PlanUnreadableError as refusal:
            self.app.push_screen(RefusalDialog(str(refusal)))
            return None

    def _compare(self, plan: OpenPlan, theirs: OnDisk, then: Then) -> None:
        """Show both texts as one difference."""
        fresh = self._read(plan, theirs)
        if fresh is not None:
            screen = CompareScreen(fresh.saved_text, self.editor.text)

            def closed(_: None) -> None:
                then()

            self.app.push_screen(screen, closed)

    def _take(self, plan: OpenPlan, theirs: OnDisk) -> None:
        """Put the text on disk in place of the one here, as one step to undo."""
        fresh = self._read(plan, theirs)
        if fresh is None:
            return
        self.plan = fresh
        self.rewrite(fresh.saved_text)
        if self.plan.differs(self.editor.text):
            # An editor keeps the line ends it was opened with, so these need another one.
            self.post_message(Opened(fresh))
        self.text_changed()

    # Leaving

    def action_leave(self) -> None:
        """Quit after all keys that were pressed before this one, as saving does."""
        self.editor.call_later(self.leave)

    def leave(self) -> None:
        """Quit, after a question if something would be lost."""
        self._unless_lost(Purpose.QUIT, lambda: self.app.exit(0))

    def action_open_plan(self) -> None:
        """Open another plan, after all keys that were pressed before this one."""
        self.editor.call_later(self._unless_lost, Purpose.OPEN, lambda: ask_for_plan(self))

    def action_new_plan(self) -> None:
        """Begin another plan, after all keys that were pressed before this one."""
        self.editor.call_later(self._unless_lost, Purpose.OPEN, lambda: open_starter(self))

    def give_way(self, then: Then) -> None:
        """Let something else follow in place of this plan, unless it is to stay."""
        self.editor.call_later(self._unless_lost, Purpose.OPEN, then)

    def _unless_lost(self, purpose: Purpose, then: Then) -> None:
        """Go on, after a question if changes would be lost."""
        if not self.plan.differs(self.editor.text):
            then()
            return

        def answered(leaving: Leaving | None) -> None:
            if leaving is Leaving.SAVE:
                self._save(then)
            elif leaving is Leaving.DISCARD:
                then()

        self.app.push_screen(LeaveDialog(self.plan.path.name, purpose), answered)
