"""Sessions and journals as the tests need them."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from medv_tui.planfile.disk import Disk
from medv_tui.planfile.journal import Ending, Journal
from medv_tui.planfile.session import Session, fingerprint, quoted

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


class Quiet(Disk):
    """A computer on which only some processes run, each since its number."""

    def __init__(self, *running: int) -> None:
        self._running = running

    def is_running(self, process: int) -> bool:
        return process in self._running

    def birth(self, process: int) -> str:
        return f"since {process}"

    @property
    def host(self) -> str:
        return "planner"


def session_of(plan: Path, process: int = 1, minutes: int = 0) -> Session:
    return Session(
        plan=quoted(plan),
        user="erin",
        host="planner",
        process=process,
        birth=f"since {process}",
        started=NOON + timedelta(minutes=minutes),
    )


def journal_of(
    plan: Path,
    data: bytes,
    process: int = 1,
    minutes: int = 0,
    ending: Ending = Ending.OPEN,
) -> Journal:
    typed = NOON + timedelta(minutes=minutes)
    return Journal(session_of(plan, process, minutes), fingerprint(b"old\n"), typed, ending, data)
