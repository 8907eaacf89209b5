"""Other sessions that have the plan open: who they are, and what to do beside them."""

from typing import Any

from textual.screen import Screen

from medv_tui.planfile.lock import Holder
from medv_tui.tui.disk_watch import DiskWatch
from medv_tui.tui.editor import Editor
from medv_tui.tui.keeping import Safekeeping
from medv_tui.tui.plan_file import PlanFile
from medv_tui.tui.rewriting import READ_ONLY
from medv_tui.tui.sharing import Sharing, SharingDialog, can_end, end
from medv_tui.tui.talk import Talk
from medv_tui.tui.unsaved_texts import UnsavedTexts

_TRY_SECONDS = 0.1
_TRIES = 60
"""How often a lock is tried that another session was asked to give up."""


class OtherSessions:
    """Finds out who else has the plan open, and begins to keep its text where that may be."""

    def __init__(
        self,
        screen: Screen[Any],
        talk: Talk,
        editor: Editor,
        plan_file: PlanFile,
        safekeeping: Safekeeping,
        unsaved_texts: UnsavedTexts,
        disk_watch: DiskWatch,
    ) -> None:
        """Take what the plan is kept by; the screen lends its timers."""
        self._screen, self._talk, self._editor, self._file = screen, talk, editor, plan_file
        self._safekeeping, self._unsaved_texts = safekeeping, unsaved_texts
        self._disk_watch = disk_watch

    def arrive(self) -> None:
        """Take the lock and go on, or ask what to do without it."""
        holder = self._safekeeping.take_lock()
        if holder is None:
            self._settle_in()
        else:
            self._ask_to_share(holder)

    def only_read(self) -> None:
        """Show the plan without a way to change it."""
        self._editor.read_only = True
        self._safekeeping.text_changed()
        self._talk.tell(READ_ONLY)

    def _settle_in(self) -> None:
        """Begin to write down what is typed, and show what was typed before."""
        self._safekeeping.write_down()
        self._unsaved_texts.offer()

    def _ask_to_share(self, holder: Holder) -> None:
        """Ask what to do with a plan that another session has open."""

        def answered(sharing: Sharing | None) -> None:
            match sharing:
                case Sharing.TAKE_OVER:
                    self._take_over(holder)
                case Sharing.ANYWAY:
                    self._settle_in()
                case Sharing.LEAVE:
                    self._talk.app.exit(0)
                case _:
                    self.only_read()

        self._talk.app.push_screen(SharingDialog(self._file.plan.path.name, holder), answered)

    def _take_over(self, holder: Holder) -> None:
        """Ask the other session to end, and go on as soon as it has."""
        end(holder)
        self._talk.tell("The other session was asked to write its text down and to end.")
        tries = iter(range(_TRIES))

        def try_again() -> None:
            # Only what a session that is over has left is offered, so its end is waited for.
            if can_end(holder) and next(tries, None) is not None:
                return
            still = self._safekeeping.take_lock()
            timer.stop()
            if still is None:
                self._disk_watch.look_now()
                self._settle_in()
            else:
                self._ask_to_share(still)

        timer = self._screen.set_interval(_TRY_SECONDS, try_again)
