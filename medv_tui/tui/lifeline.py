"""What is done when the program must end at once: a signal, a closed terminal, a stalled line.

Python runs signal handlers in the main thread only, which a stalled terminal can block for ever.
The operating system's part of a handler runs in whatever thread the signal meets and writes a
byte into a socket; a thread of its own waits for that byte here, and for the terminal's end.
"""

import contextlib
import os
import select
import signal
import socket
import sys
import termios
import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any, Final

GRACE_SECONDS = 2.0
"""How long the dashboard may take to leave by itself."""
_LAST_WORDS_SECONDS = 0.3

FATAL: Final = (signal.SIGHUP, signal.SIGTERM, signal.SIGQUIT, signal.SIGINT)
SIGNALLED = 128
"""What a shell adds to the number of the signal that ended a program."""

_RESTORED = (
    "\x1b[?2004l\x1b[?7h\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l\x1b[?2048l"
    "\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"
)
"""Ends every mode that the dashboard sets, for a terminal that it could not leave by itself."""


class Lifeline:
    """Watches over the time between its start and its end; use it with `with`."""

    def __init__(self, rescue: Callable[[], None], leave: Callable[[int], None]) -> None:
        """Take what must be done first, and how to leave with an exit code from any thread."""
        self._rescue, self._leave = rescue, leave
        self._ear, self._mouth = socket.socketpair()
        self._handlers: dict[int, Any] = {}
        self._terminal = _Terminal()
        self._thread = threading.Thread(target=self._watch, name="lifeline", daemon=True)
        self.caught: signal.Signals | None = None
        """The signal that ended the dashboard."""

    def __enter__(self) -> "Lifeline":
        """Begin to listen."""
        self._mouth.setblocking(False)
        self._wakeup = signal.set_wakeup_fd(self._mouth.fileno(), warn_on_full_buffer=False)
        for number in FATAL:
            if signal.getsignal(number) is not signal.SIG_IGN:
                self._handlers[number] = signal.signal(number, _heard_elsewhere)
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Hand the signals back; once one was caught, they stay ignored."""
        if self.caught is not None:
            return
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._wakeup)
        self._mouth.setblocking(True)
        self._mouth.sendall(b"\0")
        self._thread.join()
        self._ear.close()
        self._mouth.close()

    def end_process(self) -> None:
        """End this process if a signal was caught, whatever its threads still do."""
        if self.caught is not None:
            with contextlib.suppress(OSError, ValueError):
                sys.stdout.flush()
            os._exit(SIGNALLED + self.caught)

    def _watch(self) -> None:
        """Wait for a signal, for the terminal's end, or to be sent home."""
        poll = select.poll()
        poll.register(self._ear, select.POLLIN)
        # Without a wish for input the terminal wakes this thread only by closing.
        poll.register(self._terminal.fileno, 0)
        while self.caught is None:
            for descriptor, _ in poll.poll():
                if descriptor == self._terminal.fileno:
                    self.caught = signal.SIGHUP
                    break
                heard = self._ear.recv(4096)
                if b"\0" in heard:
                    return
                fatal = [number for number in heard if number in self._handlers]
                if fatal:
                    self.caught = signal.Signals(fatal[0])
        self._end(SIGNALLED + self.caught)

    def _end(self, code: int) -> None:
        """Rescue what can be lost, then leave, in a time that nothing can stretch."""
        latest = time.monotonic() + GRACE_SECONDS
        rescue = threading.Thread(target=self._rescue, name="rescue", daemon=True)
        rescue.start()
        rescue.join(GRACE_SECONDS)
        try:
            self._leave(code)
            time.sleep(max(0.0, latest - time.monotonic()))
            self._terminal.restore()
        finally:
            os._exit(code)


def _heard_elsewhere(number: int, frame: object) -> None:
    """Do nothing in the main thread; having a handler is what makes the byte be written."""


class _Terminal:
    """The terminal as it was found."""

    def __init__(self) -> None:
        self.fileno = sys.__stdin__.fileno() if sys.__stdin__ is not None else 0
        self._modes: list[Any] | None = None
        with contextlib.suppress(termios.error):
            self._modes = termios.tcgetattr(self.fileno)

    def restore(self) -> None:
        """Give the terminal back, as far as it takes anything."""
        if self._modes is not None:
            with contextlib.suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self._modes)
        last = threading.Thread(target=self._last_words, daemon=True)
        last.start()
        last.join(_LAST_WORDS_SECONDS)

    def _last_words(self) -> None:
        """Write in a thread that may hang, as a stalled terminal takes nothing."""
        with contextlib.suppress(OSError):
            os.write(2, _RESTORED.encode())
