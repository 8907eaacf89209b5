"""A program in a terminal of its own, and how long what is typed takes to be drawn."""

import os
import pty
import select
import subprocess
import sys
from collections.abc import Mapping, Sequence
from fcntl import ioctl
from math import inf
from struct import pack
from termios import TIOCSWINSZ
from time import perf_counter
from types import TracebackType
from typing import NamedTuple

import pyte

COLUMNS, ROWS = 120, 40
QUIET_SECONDS = 0.4
"""What is sent until nothing has come for so long belongs to the key before it."""
PATIENCE_SECONDS = 120.0
_QUESTION, _ANSWER = b"\x1b]11;?", b"\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[?62c"
"""What a program may ask about the ground, and what most terminals say at once."""
_ENVIRONMENT = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}


class Typed(NamedTuple):
    """What one key took."""

    seconds: float
    sent: int
    """Bytes to the terminal."""


class Terminal:
    """One program in a pseudo-terminal, which is ended with the block that it is used in."""

    def __init__(
        self,
        module: str,
        arguments: Sequence[str],
        variables: Mapping[str, str] | None = None,
        *,
        size: tuple[int, int] = (COLUMNS, ROWS),
        by: Sequence[str] = (sys.executable, "-m"),
    ) -> None:
        """Start a module, or any program where `by` is empty, in so many columns and rows.

        The variables stand beside those of this process.
        """
        self._fd, theirs = pty.openpty()
        ioctl(theirs, TIOCSWINSZ, pack("HHHH", size[1], size[0], 0, 0))
        self.begun = perf_counter()
        self._child = subprocess.Popen(
            [*by, module, *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={"LANG": "C.UTF-8"} | os.environ | _ENVIRONMENT | dict(variables or {}),
        )
        os.close(theirs)
        self._seen = b""
        """What came since it was last quiet."""
        self.last_came = self.begun
        """The moment at which something came last, before any of it is drawn here."""

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        del kind, error, trace
        self._child.kill()
        self._child.wait()
        os.close(self._fd)

    def send(self, keys: str) -> float:
        """Type, however much it is, and give the moment at which it was typed."""
        begin = perf_counter()
        data = keys.encode()
        while data:
            _, ready, _ = select.select([], [self._fd], [], PATIENCE_SECONDS)
            if not ready:
                raise TimeoutError("The program does not read what is typed.")
            data = data[os.write(self._fd, data[:1024]) :]
        return begin

    def type(self, keys: str, wanted: str) -> Typed:
        """Type and wait until something is drawn, and until all that it leads to has been."""
        begin = self.send(keys)
        sent = self.until(wanted)
        seconds = self.last_came - begin
        return Typed(seconds, sent + self.until_quiet())

    def until(self, wanted: str, seconds: float = PATIENCE_SECONDS) -> int:
        """Read until something has been drawn since it was last quiet; give how many bytes came.

        Raises TimeoutError where it has not been after so long.
        """
        before, end = len(self._seen), perf_counter() + seconds
        while not self._has(wanted):
            if not select.select([self._fd], [], [], max(0.0, end - perf_counter()))[0]:
                raise TimeoutError(f"{wanted!r} was never drawn.")
            self._read()
        return len(self._seen) - before

    def until_sent(self, letter: str) -> float:
        """Give the moment at which a letter came that is typed nowhere else, whatever is drawn.

        To look at the screen would take longer than the letter.
        """
        end = perf_counter() + PATIENCE_SECONDS
        while letter.encode() not in self._seen:
            if not select.select([self._fd], [], [], max(0.0, end - perf_counter()))[0]:
                raise TimeoutError(f"{letter!r} never came.")
            self._read()
        return self.last_came

    def until_after_start(self, wanted: str, seconds: float = PATIENCE_SECONDS) -> float:
        """Give the seconds from the start of the program until something has been drawn."""
        self.until(wanted, seconds)
        return self.last_came - self.begun

    def each_after_start(self, *wanted: str, seconds: float) -> tuple[float, ...]:
        """Give the seconds from the start until each has been drawn, in whatever order they are.

        It is infinite for what has not been after so long.
        """
        moments: dict[str, float] = {}
        while (left := seconds - (perf_counter() - self.begun)) > 0 and len(moments) < len(wanted):
            if select.select([self._fd], [], [], left)[0]:
                self._read()
            for words in wanted:
                if words not in moments and self._has(words):
                    moments[words] = self.last_came - self.begun
        return tuple(moments.get(words, inf) for words in wanted)

    def until_quiet(self, seconds: float = QUIET_SECONDS) -> int:
        """Read until nothing has come for a while; give how many bytes came."""
        count = 0
        while select.select([self._fd], [], [], seconds)[0]:
            count += len(self._read())
        self._forget()
        return count

    def during(self, seconds: float) -> bytes:
        """Give what comes in a stretch of time."""
        end = perf_counter() + seconds
        seen = b""
        while (left := end - perf_counter()) > 0:
            if select.select([self._fd], [], [], left)[0]:
                seen += self._read()
        self._forget()
        return seen

    def _read(self) -> bytes:
        """Give what came by now."""
        data = os.read(self._fd, 1 << 16)
        self.last_came = perf_counter()
        if _QUESTION in data:
            os.write(self._fd, _ANSWER)
        self._seen += data
        return data

    def _forget(self) -> None:
        """Count from now on what is drawn."""
        self._seen = b""

    def _has(self, wanted: str) -> bool:
        """Whether something was drawn since it was last quiet."""
        return wanted.encode() in self._seen


class Screen(Terminal):
    """A terminal that keeps the screen, for programs that send no more than the changed cells."""

    def __init__(
        self, module: str, arguments: Sequence[str], variables: Mapping[str, str] | None = None
    ) -> None:
        """Start a module with an empty screen."""
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self._before: frozenset[str] = frozenset()
        super().__init__(module, arguments, variables)

    def _read(self) -> bytes:
        """Give what came by now, and draw it."""
        data = super()._read()
        self._stream.feed(data)
        return data

    def _forget(self) -> None:
        """Count from now on what is drawn."""
        super()._forget()
        self._before = frozenset(self._screen.display)

    def _has(self, wanted: str) -> bool:
        """Whether something stands in a row that is another than when it was last quiet."""
        return any(wanted in row for row in self._screen.display if row not in self._before)
