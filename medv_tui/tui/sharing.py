"""Two people with one plan: who has it open, and what the second one may do."""

import contextlib
import os
import signal
from enum import Enum

from medv_tui.planfile.disk import Disk
from medv_tui.planfile.lock import Holder
from medv_tui.tui.dialogs import Answer, QuestionScreen
from medv_tui.tui.recovery import who


class Sharing(Enum):
    """What to do with a plan that another session has open."""

    READ_ONLY = "read only"
    TAKE_OVER = "take over"
    ANYWAY = "anyway"
    LEAVE = "leave"


_READ_ONLY = Answer("r", Sharing.READ_ONLY, "Read it only")
_TAKE_OVER = Answer("t", Sharing.TAKE_OVER, "Take over; the other session keeps its text and ends")
_ANYWAY = Answer("o", Sharing.ANYWAY, "Open it anyway; whoever saves second is asked")
_LEAVE = Answer("escape", Sharing.LEAVE, "Leave")


class SharingDialog(QuestionScreen[Sharing]):
    """Asks what to do with a plan that another session has open."""

    def __init__(self, name: str, holder: Holder) -> None:
        if_possible = (_TAKE_OVER,) if can_end(holder) else ()
        answers = (_READ_ONLY, *if_possible, _ANYWAY, _LEAVE)
        super().__init__("Open in another session", sentence(name, holder), answers)


def sentence(name: str, holder: Holder) -> str:
    """Say who has a plan open, where, and since when, by the clock of whoever is told."""
    session = holder.session
    if session is None:
        return f"{name} is open in another session, which does not say whose it is."
    started = session.started.astimezone()
    return f"{who(session)} has {name} open since {started:%Y-%m-%d %H:%M}."


def can_end(holder: Holder) -> bool:
    """Say whether this user may end the other session."""
    if holder.process in {None, os.getpid()}:
        return False
    try:
        os.kill(holder.process or 0, 0)
    except OSError:
        return False
    return Disk().is_running(holder.process or 0)


def end(holder: Holder) -> None:
    """Ask the other session to write its text down and to end."""
    if can_end(holder):
        with contextlib.suppress(OSError):
            os.kill(holder.process or 0, signal.SIGTERM)
