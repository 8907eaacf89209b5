"""The terminal before Textual draws on it: nothing typed is echoed, a picture may stand there."""

import contextlib
import os
import select
import termios
from collections.abc import Iterable
from typing import Any

from medv_tui.tui.background import Asked, Question
from medv_tui.tui.begun import Begun
from medv_tui.tui.painted import Painted, Piece
from medv_tui.tui.text_lines import TextLines

ENTER = "\x1b[?1049h"
"""Opens the screen that programs draw on, and clears it."""
_HIDE_CURSOR = "\x1b[?25l"
_LEAVE = "\x1b[?25h\x1b[?1049l"
_READ_BYTES = 4096
_INPUT, _LOCAL = 0, 3
"""Where `termios` gives the modes of what is typed."""
_TRANSLATED = termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR
_EDITED = termios.ECHO | termios.ICANON | termios.IEXTEN | termios.ISIG
"""What Textual takes away, too."""


class EarlyTerminal:
    """The terminal from the first moment of the program until the dashboard takes it over."""

    def __init__(self, keyboard: int, screen: int) -> None:
        """Take the file numbers that are read and written."""
        self._keyboard, self._screen = keyboard, screen
        self._question: Question | None = None
        self._painted = Painted()
        self._is_entered = False
        self._modes: list[Any] | None = None
        self._typed = ""

    def __enter__(self) -> "EarlyTerminal":
        """Keep what is typed from being echoed, cut into lines, or taken for signals."""
        with contextlib.suppress(termios.error):
            found = termios.tcgetattr(self._keyboard)
            quiet = list(found)
            quiet[_INPUT] &= ~_TRANSLATED
            quiet[_LOCAL] &= ~_EDITED
            termios.tcsetattr(self._keyboard, termios.TCSANOW, quiet)
            self._modes = found
            self._typed = self._typed_before()
        return self

    def __exit__(self, *_: object) -> None:
        """Leave the terminal as it was found."""
        self.answer()
        if self._is_entered:
            self._write(_LEAVE)
        if self._modes is not None:
            with contextlib.suppress(termios.error):
                termios.tcsetattr(self._keyboard, termios.TCSANOW, self._modes)

    def begun(self, lines: TextLines | None) -> Begun:
        """Give what is gone on with; `lines` are those of the plan's text, where they are known."""
        asked = self.answer()
        asked = asked._replace(typed=self._typed + asked.typed)
        return Begun(asked, self._painted, self._is_entered, self._modes, lines)

    def ask(self, seconds: float) -> None:
        """Ask for its ground, which is wanted within so long."""
        if self._modes is not None:
            with contextlib.suppress(OSError):
                self._question = Question(self._keyboard, self._screen, seconds)

    def answer(self, seconds: float | None = None) -> Asked:
        """Give what it said of its ground within so long, or as long as was said."""
        if self._question is None:
            return Asked()
        return self._question.answer() if seconds is None else self._question.answer(seconds)

    def show(self, pieces: Iterable[Piece], size: tuple[int, int]) -> None:
        """Open the screen that programs draw on, and draw; do neither where there is nothing."""
        if change := self._painted.change(pieces, size):
            self._is_entered = True
            self._write(ENTER + _HIDE_CURSOR + self._painted.paint(change))

    def _typed_before(self) -> str:
        """Read what was typed before, when the terminal still made a line feed of Enter."""
        typed = b""
        with contextlib.suppress(OSError):
            while select.select([self._keyboard], [], [], 0)[0]:
                data = os.read(self._keyboard, _READ_BYTES)
                if not data:
                    break
                typed += data
        return typed.decode(errors="ignore").replace("\n", "\r")

    def _write(self, text: str) -> None:
        """Write everything, unless the terminal is gone."""
        data = text.encode(errors="replace")
        with contextlib.suppress(OSError):
            while data:
                data = data[os.write(self._screen, data) :]
