"""What keeps a plan's text whatever happens: its journal, and the lock that others see."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from medv_tui.planfile.disk import Disk
from medv_tui.planfile.journal import Ending
from medv_tui.planfile.journals import Kept
from medv_tui.planfile.lock import Holder, Lock
from medv_tui.planfile.session import Session, session
from medv_tui.tui.editor import Editor
from medv_tui.tui.journaling import Followed, Journaling
from medv_tui.tui.open_plan import OpenPlan
from medv_tui.tui.plan_file import PlanFile
from medv_tui.tui.present import BLOCKED
from medv_tui.tui.talk import Talk


class Keeping(NamedTuple):
    """What it takes to keep a text."""

    journaling: Journaling
    user: str
    """Whom other sessions are told of."""
    now: Callable[[], datetime]

    def session(self, plan: OpenPlan) -> Session:
        """Say who works with a plan from now on."""
        return session(plan.path, self.user, self.now(), Disk())

    def follow(self, plan: Callable[[], OpenPlan], editor: Editor) -> None:
        """Write down what is typed into a plan, which may move to another file."""
        self.journaling.follow(
            Followed(
                self.session(plan()),
                lambda: plan().encoded(s.text for s in editor.exact_document.stretches()),
                lambda: plan().saved_data,
            )
        )


class Safekeeping:
    """Writes down what is typed into the plan that is open, and holds its lock."""

    def __init__(
        self, keeping: Keeping | None, talk: Talk, editor: Editor, plan_file: PlanFile
    ) -> None:
        """Take what keeps a text; without that, nothing is kept."""
        self._keeping, self._talk = keeping, talk
        self._editor, self._file = editor, plan_file
        self._lock: Lock | None = None

    @property
    def is_on(self) -> bool:
        """Whether anything is kept."""
        return self._keeping is not None

    # Other sessions

    def take_lock(self) -> Holder | None:
        """Take the plan's lock, or give whoever has it; a plan without a name has none."""
        if self._keeping is None or not self._file.plan.is_named:
            return None
        lock = Lock(self._file.plan.path)
        holder = lock.take(self._keeping.session(self._file.plan))
        if lock.is_held:
            self._lock = lock
        return holder

    def let_go(self) -> None:
        """Let other sessions have the plan."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    # What is typed

    def write_down(self) -> None:
        """Write down what is typed into this plan from now on."""
        if self._keeping is None:
            return
        self._file.plan.spare = self._keeping.journaling.journals.folder
        self._keeping.follow(lambda: self._file.plan, self._editor)

    def text_changed(self) -> None:
        """Show how text and file compare now, and write the text down soon."""
        self._file.show_state()
        if self._keeping is not None:
            self._keeping.journaling.edited()
            if trouble := self._keeping.journaling.trouble:
                self._talk.tell(f"What you type cannot be written down: {trouble}", BLOCKED)

    def move(self) -> None:
        """Go on with another file and its lock, where the text can be changed."""
        self.let_go()
        self._editor.read_only = False
        self.take_lock()
        if self._keeping is not None:
            self._keeping.journaling.flush()
        self.write_down()

    def leave_behind(self) -> None:
        """Keep what is left without saving, and let other sessions have the plan."""
        if self._keeping is not None:
            self._keeping.journaling.leave()
        self.let_go()

    # What was typed before

    def unfinished(self) -> list[Kept]:
        """List the texts of this plan that were never saved, the latest first."""
        plan = self._file.plan
        if self._keeping is None or not plan.is_named:
            return []
        return list(self._keeping.journaling.journals.unfinished(plan.path, plan.data))

    def settle(self, kept: Kept) -> None:
        """Drop a text that somebody has decided about."""
        if self._keeping is not None:
            self._keeping.journaling.journals.settle(kept)

    def go_on_from(self, kept: Kept) -> None:
        """Go on in the journal of this session with a text that is in the editor now."""
        if self._keeping is not None:
            self._keeping.journaling.flush(Ending.OPEN)
        self.settle(kept)
