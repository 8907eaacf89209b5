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
from typing import Any, Final, NoReturn, Protocol

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


class Dashboard(Protocol):
    """What can be ended from any thread."""

    def write_down(self) -> None:
        """Save what could be lost."""

    def end_soon(self, code: int) -> None:
        """Leave with an exit code."""


class Lifeline:
    """Watches over a process from its start to the process's end."""

    def __init__(self) -> None:
        """Take note of the terminal as it is."""
        self._dashboard: Dashboard | None = None
        self._ear, self._mouth = socket.socketpair()
        self._terminal = _Terminal()
        self._caught: signal.Signals | None = None

    def start(self) -> None:
        """Begin to listen; only the end of the process ends it."""
        self._mouth.setblocking(False)
        signal.set_wakeup_fd(self._mouth.fileno(), warn_on_full_buffer=False)
        for number in FATAL:
            if signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, _heard_elsewhere)
        threading.Thread(target=self._watch, name="lifeline", daemon=True).start()

    def look_after(self, dashboard: Dashboard) -> None:
        """Let a dashboard end well from now on; before there is one, nothing can be lost."""
        self._dashboard = dashboard

    def end_if_called(self) -> None:
        """End this process at once if a signal or the terminal's end asked for it.

        What else failed meanwhile can be told to nobody: the terminal may be gone.
        """
        if self._caught is not None:
            self.end_process(SIGNALLED)

    def end_process(self, code: int) -> NoReturn:
        """End this process at once, with another code if a signal was caught.

        Python's own end would take a while, in which a signal or a closed terminal could still
        change the code of a program that has done all that it was to do.
        """
        for stream in (sys.stdout, sys.stderr):
            with contextlib.suppress(OSError, ValueError):
                stream.flush()
        os._exit(code if self._caught is None else SIGNALLED + self._caught)

    def _watch(self) -> None:
        """Wait for a signal or for the terminal's end."""
        poll = select.poll()
        poll.register(self._ear, select.POLLIN)
        # Without a wish for input the terminal wakes this thread only by closing.
        poll.register(self._terminal.fileno, 0)
        while self._caught is None:
            for descriptor, _ in poll.poll():
                if descriptor == self._terminal.fileno:
                    self._caught = signal.SIGHUP
                    break
                for number in filter(_is_fatal, self._ear.recv(4096)):
                    self._caught = signal.Signals(number)
        self._end(SIGNALLED + self._caught)

    def _end(self, code: int) -> None:
        """Rescue what can be lost, then leave, in a time that nothing can stretch."""
        try:
            if self._dashboard is not None:
                _leave(self._dashboard, code)
            self._terminal.restore()
        finally:
            os._exit(code)


def _leave(dashboard: Dashboard, code: int) -> None:
    """Rescue what can be lost, and give the dashboard time to leave by itself."""
    latest = time.monotonic() + GRACE_SECONDS
    rescue = threading.Thread(target=dashboard.write_down, name="rescue", daemon=True)
    rescue.start()
    rescue.join(GRACE_SECONDS)
    dashboard.end_soon(code)
    time.sleep(max(0.0, latest - time.monotonic()))


def _heard_elsewhere(number: int, frame: object) -> None:
    """Do nothing in the main thread; having a handler is what makes the byte be written."""


def _is_fatal(number: int) -> bool:
    """Say whether a signal ends this process; another handler, or none, has it for itself."""
    return signal.getsignal(number) is _heard_elsewhere


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
