"""What is drawn on its way into the terminal: at once if it can be, and never waited for."""

import contextlib
import os
from threading import RLock
from typing import IO

from medv_tui.tui.interface_turn import TURN

_ENCODING = "utf-8"
PARTS_OF_CHARACTERS = "surrogateescape"
"""How a file has to encode what it is given here: a character may have been sent in part."""


class TerminalFile:
    """A terminal's file that takes everything, and throws it away once the terminal is gone.

    The interface writes what the terminal has room for. It leaves the rest to another thread,
    which waits for room, as a line can stall for minutes; that thread is not asked each time,
    because it has to be woken and to wait for the interpreter.

    That thread would die of an error of the file, and whoever writes would then wait for ever
    for room in its queue.
    """

    def __init__(self, file: IO[str]) -> None:
        """Take the file that the other thread writes to."""
        self._file = file
        self._at_once: int | None = None
        self.in_order = RLock()
        """To be held while text is sent and what is left of it is passed on."""
        self._left = self._taken = self._sent = 0
        """Texts that were left to the other thread, that it took, and that it has sent."""

    def open(self) -> None:
        """Send at once from now on, where the terminal can be opened so that it never waits.

        The file itself is shared with the shell, which would have its own output cut.
        """
        with contextlib.suppress(OSError):
            name = os.ttyname(self._file.fileno())
            self._at_once = os.open(name, os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)

    def close(self) -> None:
        """Leave everything to the other thread, as somebody else may draw on the terminal."""
        if self._at_once is not None:
            os.close(self._at_once)
            self._at_once = None

    def send(self, text: str) -> str:
        """Send what there is room for now, and give the rest, for the other thread to write."""
        data = text.encode(_ENCODING, "replace")
        if self._at_once is not None and self._left == self._sent:
            with contextlib.suppress(OSError):
                data = data[os.write(self._at_once, data) :]
        if data:
            self._left += 1
        return data.decode(_ENCODING, PARTS_OF_CHARACTERS)

    def write(self, text: str) -> int:
        """Write, if there is still somebody to read; for the other thread, as is `flush`."""
        self._taken += 1
        with contextlib.suppress(OSError, ValueError):
            self._file.write(text)
        return len(text)

    def flush(self) -> None:
        """Send what was written."""
        with contextlib.suppress(OSError, ValueError):
            self._file.flush()
        self._sent = self._taken
        TURN.end_to_write()

    def fileno(self) -> int:
        """Give the terminal's own number."""
        return self._file.fileno()
