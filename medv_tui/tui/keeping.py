"""The screen of one plan whose text cannot be lost: written down, locked, and watched on disk."""

import asyncio
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.widgets import Input

from medv_tui.errors import PlanUnreadableError, SaveRefusedError
from medv_tui.planfile.disk import Disk
from medv_tui.planfile.journal import Ending
from medv_tui.planfile.journals import Kept
from medv_tui.planfile.lock import Holder, Lock
from medv_tui.planfile.save import save
from medv_tui.planfile.session import Session, session
from medv_tui.planfile.text import decode
from medv_tui.review.reviewer import Files
from medv_tui.tui.changed_back import told
from medv_tui.tui.dialogs import RefusalDialog
from medv_tui.tui.file_dialogs import SavePathScreen
from medv_tui.tui.filing import FilingScreen, Then
from medv_tui.tui.headline import FileState, Headline
from medv_tui.tui.journaling import Followed, Journaling, text_of
from medv_tui.tui.open_plan import OnDisk, OpenPlan
from medv_tui.tui.present import BLOCKED
from medv_tui.tui.recent import PlanState
from medv_tui.tui.recovery import Recovering, RecoveryScreen
from medv_tui.tui.sharing import Sharing, SharingDialog, can_end, end

WATCH_SECONDS = 2.0
"""How often the file is looked at."""
_TRY_SECONDS = 0.1
_TRIES = 60
"""How often a lock is tried that another session was asked to give up."""
READ_ONLY = "This plan was opened to be read only; save it under another name to change it."


class Keeping(NamedTuple):
    """What it takes to keep a text."""

    journaling: Journaling
    user: str
    """Whom other sessions are told of."""
    now: Callable[[], datetime]


class KeptScreen(FilingScreen):
    """Keeps what is typed whatever happens, and works beside other sessions."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # The editor has these keys itself; here they work from the panes too.
        Binding("ctrl+z", "change_back('undo')", "undo the last edit", show=False),
        Binding("ctrl+y", "change_back('redo')", "redo the edit that was undone", show=False),
    ]

    def __init__(
        self,
        plan: OpenPlan,
        files: Files,
        as_of: date,
        left: PlanState | None = None,
        keeping: Keeping | None = None,
    ) -> None:
        """Take a plan, where it was left, and what keeps it; without that, nothing does."""
        super().__init__(plan, files, as_of, left)
        self._keeping = keeping
        self._lock: Lock | None = None
        self.is_read_only = False
        """Whether the text can only be looked at."""
        self._seen: tuple[int, ...] | None = None
        self._news = ""

    def on_mount(self) -> None:
        """Find out who else has the plan open, once everything is in its place."""
        if self.is_read_only:
            self.call_later(self._read_only)
        elif self._keeping is not None:
            self.call_later(self._arrive, self._keeping)
        if self._keeping is not None:
            self.set_interval(WATCH_SECONDS, self.watch_disk)

    def _arrive(self, keeping: Keeping) -> None:
        """Take the lock and go on, or ask what to do without it."""
        if self.is_going:
            return
        holder = self._take_lock(keeping)
        if holder is None:
            self._settle_in(keeping)
        else:
            self._ask_to_share(keeping, holder)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the text alone while keys go to a field."""
        if action == "change_back":
            return not isinstance(self.focused, Input)
        return super().check_action(action, parameters)

    def action_change_back(self, way: str) -> None:
        """Undo or redo an edit from outside the editor, and say which line changed."""
        change = self.editor.undo if way == "undo" else self.editor.redo
        before = list(self.editor.document.lines)
        change()
        self._news = told(before, self.editor.document.lines)
        if not self._news:
            self.tell(f"There is nothing to {way}.")

    # Other sessions

    def _take_lock(self, keeping: Keeping) -> Holder | None:
        """Take the plan's lock, or give whoever has it; a plan without a name has none."""
        if not self.plan.is_named:
            return None
        lock = Lock(self.plan.path)
        holder = lock.take(self._session(keeping))
        if lock.is_held:
            self._lock = lock
        return holder

    def _session(self, keeping: Keeping) -> Session:
        return session(self.plan.path, keeping.user, keeping.now(), Disk())

    def _ask_to_share(self, keeping: Keeping, holder: Holder) -> None:
        """Ask what to do with a plan that another session has open."""

        def answered(sharing: Sharing | None) -> None:
            match sharing:
                case Sharing.TAKE_OVER:
                    self._take_over(keeping, holder)
                case Sharing.ANYWAY:
                    self._settle_in(keeping)
                case Sharing.LEAVE:
                    self.app.exit(0)
                case _:
                    self._read_only()

        self.app.push_screen(SharingDialog(self.plan.path.name, holder), answered)

    def _take_over(self, keeping: Keeping, holder: Holder) -> None:
        """Ask the other session to end, and go on as soon as it has."""
        end(holder)
        self.tell("The other session was asked to write its text down and to end.")
        tries = iter(range(_TRIES))

        def try_again() -> None:
            # Only what a session that is over has left is offered, so its end is waited for.
            if can_end(holder) and next(tries, None) is not None:
                return
            still = self._take_lock(keeping)
            timer.stop()
            if still is None:
                self._follow_disk(self.plan, self._changed(self.plan))
                self._settle_in(keeping)
            else:
                self._ask_to_share(keeping, still)

        timer = self.set_interval(_TRY_SECONDS, try_again)

    def _read_only(self) -> None:
        """Show the plan without a way to change it."""
        self.is_read_only = self.editor.read_only = True
        self.text_changed()
        self.tell(READ_ONLY)

    # What is typed

    def _settle_in(self, keeping: Keeping) -> None:
        """Begin to write down what is typed, and show what was typed before."""
        self._keep_writing(keeping)
        if self.plan.is_named:
            journals = keeping.journaling.journals
            self._offer_kept(keeping, list(journals.unfinished(self.plan.path, self.plan.data)))

    def _keep_writing(self, keeping: Keeping) -> None:
        """Write down what is typed into this plan from now on."""
        self.plan.spare = keeping.journaling.journals.folder
        keeping.journaling.follow(
            Followed(
                self._session(keeping),
                lambda: self.plan.encoded(text_of(self.editor.document)),
                lambda: self.plan.saved_data,
            )
        )

    def text_changed(self) -> None:
        """Write the text down soon, and say in the headline if it cannot be changed."""
        super().text_changed()
        if self._keeping is not None:
            self._keeping.journaling.edited()
            if trouble := self._keeping.journaling.trouble:
                self.tell(f"What you type cannot be written down: {trouble}", BLOCKED)
        if self.is_read_only:
            state = FileState(self.plan.path.name, edited=False, new=False, read_only=True)
            self.query_one(Headline).set_file(state)

    def recompute(self) -> None:
        """Review the text, and say what an edit would have wiped from the footer."""
        super().recompute()
        if self._news:
            self.tell(self._news)
            self._news = ""

    def leave_behind(self) -> None:
        """Keep what is left without saving, and let other sessions have the plan."""
        if self._keeping is not None:
            self._keeping.journaling.leave()
        self.let_go()

    def let_go(self) -> None:
        """Let other sessions have the plan."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    # What was typed before

    def _offer_kept(self, keeping: Keeping, found: list[Kept]) -> None:
        """Show the latest text that was never saved, then those before it."""
        if not found:
            return
        kept = found.pop(0)
        try:
            typed = decode(kept.journal.data, str(kept.path)).text
        except PlanUnreadableError:
            self._offer_kept(keeping, found)
            return

        def answered(answer: Recovering | None) -> None:
            match answer:
                case Recovering.RECOVER:
                    self._recover(keeping, kept, typed)
                case Recovering.SAVE_AS:
                    self._save_recovered(keeping, kept, found)
                case Recovering.KEEP_FILE:
                    keeping.journaling.journals.settle(kept)
                    self._offer_kept(keeping, found)

        self.app.push_screen(RecoveryScreen(kept.journal, self.plan.saved_text, typed), answered)

    def _recover(self, keeping: Keeping, kept: Kept, typed: str) -> None:
        """Put the text into the editor, as one step to undo; its journal goes on in this one."""
        self.rewrite(typed)
        if self.editor.text != typed:
            self.app.push_screen(
                RefusalDialog(
                    "The line ends of the file are not those of the text that was typed, so save"
                    " that under another name: medv-tui recover does.",
                    "",
                )
            )
            return
        keeping.journaling.flush(Ending.OPEN)
        keeping.journaling.journals.settle(kept)
        self._news = "Recovered. Saving writes it to the file; undo takes it back."

    def _save_recovered(self, keeping: Keeping, kept: Kept, others: list[Kept]) -> None:
        """Write the text to a file that is not there yet."""

        def answered(path: Path | None) -> None:
            if path is None:
                self._offer_kept(keeping, [kept, *others])
                return
            try:
                save(path, kept.journal.data, None)
            except SaveRefusedError as refusal:
                self.app.push_screen(
                    RefusalDialog(str(refusal), ""),
                    lambda _: self._offer_kept(keeping, [kept, *others]),
                )
                return
            keeping.journaling.journals.settle(kept)
            self.tell(f"Saved {path.name}.")
            self._offer_kept(keeping, others)

        path = self.plan.path
        name = f"{path.stem}.recovered{path.suffix}"
        self.app.push_screen(SavePathScreen(path.parent, name), answered)

    # The file

    def rewrite(self, new: str) -> None:
        """Put a new text in place, unless the plan is only read."""
        if self.is_read_only and new != self.plan.saved_text:
            self.tell(READ_ONLY)
        else:
            super().rewrite(new)

    def _write(self, plan: OpenPlan, replacing: OnDisk | None, then: Then) -> None:
        """Write to a file; the one that is only read needs another name."""
        if self.is_read_only and plan is self.plan:
            self.tell(READ_ONLY)
        else:
            super()._write(plan, replacing, then)

    def _move_to(self, plan: OpenPlan) -> None:
        """Go on with another file, and its lock."""
        super()._move_to(plan)
        self.let_go()
        self.is_read_only = self.editor.read_only = False
        if self._keeping is not None:
            self._take_lock(self._keeping)
            self._keeping.journaling.flush()
            self._keep_writing(self._keeping)

    def watch_disk(self) -> None:
        """Look at the file in a thread, as a network drive may take its time."""
        self.run_worker(self._look_at_disk(), group="disk", exclusive=True, exit_on_error=False)

    async def _look_at_disk(self) -> None:
        """Follow the file where nothing was typed; else say that it has changed."""
        plan = self.plan
        if not plan.is_named:
            return
        self._follow_disk(plan, await asyncio.to_thread(self._changed, plan))

    def _follow_disk(self, plan: OpenPlan, theirs: OnDisk | None) -> None:
        if theirs is None or plan is not self.plan or theirs.data == plan.data:
            return
        name = plan.path.name
        if theirs.data is None:
            self.tell(f"{name} is no longer there; saving asks what to do.", BLOCKED)
        elif plan.differs(self.editor.text):
            self.tell(f"{name} was changed on disk; saving asks what to do.", BLOCKED)
        else:
            self._news = f"{name} was changed on disk, and is shown as it is there now."
            self._take(plan, theirs)

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
