"""A real pseudo-terminal with a program in it, and what a person would see on its screen."""

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyte

PROGRAM = (sys.executable, "-m", "medv_tui")
PROJECT = Path(__file__).parents[2]

CTRL_C, CTRL_Q, CTRL_S, CTRL_Z = "\x03", "\x11", "\x13", "\x1a"
DOWN, HOME, END, SHIFT_LEFT = "\x1b[B", "\x1b[H", "\x1b[F", "\x1b[1;2D"
ENTER, ESCAPE, F2, F5 = "\r", "\x1b", "\x1bOQ", "\x1b[15~"

PATIENCE = 8.0
"""Seconds after which what has not appeared counts as missing."""

GLANCE = 0.1
"""Seconds after which something outside the terminal is looked at again."""

STUCK = 10.0
"""Seconds after which a program that was told to end is killed."""

_TAKE_TERMINAL = (
    "import fcntl, os, signal, sys, termios;"
    "fcntl.ioctl(0, termios.TIOCSCTTY, 0);"
    "[signal.signal(number, signal.SIG_DFL) for number in (1, 2, 3, 15)];"
    "os.execv(sys.argv[1], sys.argv[1:])"
)
"""Makes the pseudo-terminal the controlling one, so that signals and sizes reach the program.

It heeds the signals that end programs, even if the tests themselves were started in the
background, where a shell has some of them ignored.
"""

_NOT_IN_PYTE = re.compile(rb"\x1b\[[<=>][0-9;]*u")
"""Keyboard protocol requests, of which the emulator would print the last letter."""

_UNFINISHED = re.compile(rb"\x1b(?:\[[0-?]*)?\Z")
"""An escape sequence that the next read has to complete."""

_MODE = re.compile(rb"\x1b\[\?([0-9;]+)([hl])")

Reached = Callable[["Terminal"], bool]


@dataclass(frozen=True)
class Window:
    """What a program finds out about the terminal that it is started in."""

    columns: int = 120
    lines: int = 40
    term: str = "xterm-256color"


def environment(home: Path, window: Window | None = None, **more: str) -> dict[str, str]:
    """Give a program an environment of its own: nothing of this process but the search path."""
    own = {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_DATA_HOME": str(home / ".local/share"),
        "XDG_STATE_HOME": str(home / ".local/state"),
        "XDG_CACHE_HOME": str(home / ".cache"),
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(PROJECT),
        "LANG": "C.UTF-8",
        "TZ": "UTC",
    }
    return own | ({} if window is None else {"TERM": window.term}) | more


class Terminal:
    """One program in one pseudo-terminal, from its start to its end."""

    def __init__(
        self,
        command: Sequence[str | Path],
        environment: Mapping[str, str],
        folder: Path,
        window: Window | None = None,
    ) -> None:
        window = window or Window()
        self.sent_back = b""
        self._screen = pyte.Screen(window.columns, window.lines)
        self._stream = pyte.ByteStream(self._screen)
        self._unfinished = b""
        self._fd, inside = os.openpty()
        _set_size(inside, window.columns, window.lines)
        self._process = subprocess.Popen(
            [sys.executable, "-c", _TAKE_TERMINAL, *(str(word) for word in command)],
            stdin=inside,
            stdout=inside,
            stderr=inside,
            env=dict(environment),
            cwd=folder,
            start_new_session=True,
        )
        os.close(inside)

    @property
    def process(self) -> int:
        """The number of the program's process."""
        return self._process.pid

    @property
    def is_over(self) -> bool:
        """Say whether the program has ended."""
        return self._process.poll() is not None

    @property
    def rows(self) -> list[str]:
        """What stands on the screen, line by line, without blanks at the ends."""
        return [row.rstrip() for row in self._screen.display]

    @property
    def text(self) -> str:
        """What stands on the screen as one text."""
        return "\n".join(self.rows)

    def shows(self, words: str) -> bool:
        """Say whether words stand on one line of the screen."""
        return any(words in row for row in self.rows)

    def mode(self, number: int) -> bool:
        """Say whether a private mode is on: 25 shows the cursor, 1049 is the second screen."""
        on = number == 25
        for numbers, letter in _MODE.findall(self.sent_back):
            if str(number).encode() in numbers.split(b";"):
                on = letter == b"h"
        return on

    def is_cooked(self) -> bool:
        """Say whether the terminal echoes and edits lines again, as a shell wants it."""
        flags = termios.tcgetattr(self._fd)[3]
        return bool(flags & termios.ECHO and flags & termios.ICANON and flags & termios.ISIG)

    def send(self, *keys: str) -> None:
        """Type keys, one after the other."""
        for key in keys:
            os.write(self._fd, key.encode())

    def send_bytes(self, data: bytes) -> None:
        """Send what no keyboard sends."""
        os.write(self._fd, data)

    def send_slowly(self, data: bytes) -> None:
        """Send more than the pseudo-terminal holds at once, reading what comes back meanwhile."""
        deadline = time.monotonic() + 3 * PATIENCE
        while data:
            readable, writable, _ = select.select([self._fd], [self._fd], [], GLANCE)
            if readable:
                self._receive(0)
            if writable:
                data = data[os.write(self._fd, data[:512]) :]
            if time.monotonic() > deadline:
                raise AssertionError("The program does not read what is sent.")

    def resize(self, columns: int, lines: int) -> None:
        """Give the window another size, as dragging its corner does."""
        _set_size(self._fd, columns, lines)
        self._screen.resize(lines, columns)
        os.killpg(self._process.pid, signal.SIGWINCH)

    def send_signal(self, number: signal.Signals) -> None:
        """Send a signal to the program itself."""
        os.kill(self._process.pid, number)

    def is_stopped(self) -> bool:
        """Say whether the program was stopped, as a shell would wait for."""
        facts = Path(f"/proc/{self._process.pid}/stat").read_bytes()
        return facts.rpartition(b")")[2].split()[0] == b"T"

    def processor_seconds(self) -> float:
        """Give how long the program has kept a processor busy; it may have ended."""
        facts = Path(f"/proc/{self._process.pid}/stat").read_bytes().rpartition(b")")[2].split()
        return (int(facts[11]) + int(facts[12])) / os.sysconf("SC_CLK_TCK")

    def hang_up(self) -> None:
        """Close the window, as a lost connection does."""
        os.close(self._fd)
        self._fd = os.open(os.devnull, os.O_RDONLY)

    def wait_until_stalled(self, within: float = PATIENCE) -> None:
        """Wait, without reading, until the program cannot send anything more."""
        deadline, before = time.monotonic() + within, -1
        while (unread := self._unread()) != before or not unread:
            before = unread
            if time.monotonic() > deadline:
                raise AssertionError("The program sends on and on.")
            select.select([], [], [], 5 * GLANCE)

    def _unread(self) -> int:
        """Count the bytes that wait to be read."""
        answer = fcntl.ioctl(self._fd, termios.FIONREAD, struct.pack("i", 0))
        return int(struct.unpack("i", answer)[0])

    def ended_with(self, within: float = PATIENCE) -> int:
        """Wait for the program's end without reading anything more."""
        return self._process.wait(within)

    def wait(self, reached: Reached, what: str, within: float = PATIENCE) -> None:
        """Wait until the screen is as wanted; AssertionError with the screen if it never is."""
        deadline = time.monotonic() + within
        while not reached(self):
            left = deadline - time.monotonic()
            if left <= 0 or not self._receive(min(left, GLANCE)):
                raise AssertionError(f"{what} has not come; the screen shows:\n{self.text}")

    @staticmethod
    def wait_outside(reached: Callable[[], bool], what: str, within: float = PATIENCE) -> None:
        """Wait, without reading, until something outside the terminal is as wanted."""
        deadline = time.monotonic() + within
        while not reached():
            if time.monotonic() > deadline:
                raise AssertionError(f"{what} has not come.")
            select.select([], [], [], GLANCE)

    def wait_for(self, words: str, within: float = PATIENCE) -> None:
        """Wait until words stand on the screen."""
        self.wait(lambda terminal: terminal.shows(words), repr(words), within)

    def wait_until_quiet(self, quiet: float = 0.3, within: float = PATIENCE) -> None:
        """Wait until nothing has been sent for so many seconds."""
        deadline = time.monotonic() + within
        while self._readable(quiet):
            if time.monotonic() > deadline or not self._receive(0):
                raise AssertionError("The program does not come to rest.")

    def heard_for(self, seconds: float) -> bytes:
        """Listen for so many seconds and give everything that was sent."""
        start, deadline = len(self.sent_back), time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0 and self._receive(left):
            pass
        return self.sent_back[start:]

    def exit_code(self, within: float = PATIENCE) -> int:
        """Wait for the program's end, reading all it still sends."""
        deadline = time.monotonic() + within
        while (left := deadline - time.monotonic()) > 0 and self._receive(left):
            pass
        try:
            return self._process.wait(max(deadline - time.monotonic(), 0.5))
        except subprocess.TimeoutExpired as late:
            raise AssertionError(f"The program goes on:\n{self.text}") from late

    def close(self) -> None:
        """End whatever still runs, with everything that it started."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(STUCK)
        os.close(self._fd)

    def _readable(self, seconds: float) -> bool:
        """Wait for something to read."""
        return bool(select.select([self._fd], [], [], seconds)[0])

    def _receive(self, seconds: float) -> bool:
        """Wait for bytes and show them; False once the program has closed the terminal."""
        if not self._readable(seconds):
            return True
        try:
            data = os.read(self._fd, 65536)
        except OSError:  # Linux reports the end of a pseudo-terminal as an error.
            data = b""
        self.sent_back += data
        self._show(data)
        return bool(data)

    def _show(self, data: bytes) -> None:
        """Let the emulator draw whole escape sequences."""
        data = self._unfinished + data
        tail = _UNFINISHED.search(data)
        end = len(data) if tail is None else tail.start()
        self._unfinished = data[end:]
        self._stream.feed(_NOT_IN_PYTE.sub(b"", data[:end]))


def _set_size(fd: int, columns: int, lines: int) -> None:
    """Tell the pseudo-terminal how large its window is."""
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
