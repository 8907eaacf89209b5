"""The judge of whole texts in a process of its own, for texts that are large.

The parser takes in ten million characters in one step of more than a second, and whoever shares
its process waits for as long.
"""

import gc
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from pickle import UnpicklingError
from threading import Lock
from typing import NamedTuple

import medv_tui
from medv_tui.errors import WorkCancelledError
from medv_tui.planfile.answer import Listener, Teller
from medv_tui.planfile.judge import judged_here
from medv_tui.planfile.long_text import LongText
from medv_tui.planfile.syntax import Salvaged, judged
from medv_tui.turns import give_way

MANY_CHARACTERS = 100_000
"""Texts from this size on are judged elsewhere: that would be felt while typing."""
_NICE = 5
"""How far the other process stands back behind the keys."""
_ERRORS = "surrogatepass"
_LOST = (OSError, EOFError, UnpicklingError)
"""What is raised where the other process cannot be started or has ended."""


class _Other(NamedTuple):
    """The other process."""

    process: subprocess.Popen[bytes]
    connection: Connection
    listener: Listener


class JudgeApart:
    """A judge that reads large texts in another process, which is started for the first of them.

    Several threads may ask; one text is read at a time. Where no process can be had, the text is
    read in this one.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._other: _Other | None = None
        self._is_closed = False

    def __call__(self, text: LongText, line_of: Callable[[int], int] = int) -> Salvaged:
        """Read a text; raises WorkCancelledError once the judge is closed."""
        if len(text) < MANY_CHARACTERS:
            return judged_here(text, line_of)
        with self._lock:
            try:
                return self._ask(text, line_of)
            except _LOST:
                self._end()
        if self._is_closed:
            raise WorkCancelledError("The dashboard was left.")
        return judged_here(text, line_of)

    def close(self) -> None:
        """End the other process, whatever it does."""
        self._is_closed = True
        other = self._other
        if other is not None:
            other.process.kill()
        with self._lock:
            self._end()

    def _ask(self, text: LongText, line_of: Callable[[int], int]) -> Salvaged:
        other = self._other = self._other or _start()
        if self._is_closed:
            # Whoever closed it may have been too early to see the process.
            raise EOFError
        other.connection.send((len(text.stretches), line_of))
        for stretch in text.stretches:
            give_way()
            other.connection.send_bytes(stretch.encode(errors=_ERRORS))
        return other.listener.hear(text)

    def _end(self) -> None:
        other, self._other = self._other, None
        if other is not None:
            other.process.kill()
            other.process.wait()
            other.connection.close()


def _start() -> _Other:
    """Start the other process, which ends when this one does."""
    ours, theirs = Pipe()
    with theirs:
        process = subprocess.Popen(  # noqa: S603
            [sys.executable, "-m", __name__],
            cwd=Path(medv_tui.__file__).parents[1],
            stdin=theirs.fileno(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    return _Other(process, ours, Listener(ours))


def _serve(connection: Connection) -> None:
    """Read each text that comes and tell what it says."""
    teller = Teller(connection)
    while True:
        count, line_of = connection.recv()
        stretches = (connection.recv_bytes().decode(errors=_ERRORS) for _ in range(count))
        text = "".join(stretches)
        teller.tell(text, judged(text, line_of))


if __name__ == "__main__":
    os.nice(_NICE)
    gc.disable()  # Nothing here holds cycles, and a search would look at a million values.
    with suppress(EOFError, OSError):
        _serve(Connection(sys.stdin.fileno()))
