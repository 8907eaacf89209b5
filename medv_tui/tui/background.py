"""Whether a terminal's ground is light, which it is asked once before anything is drawn.

The question is xterm's OSC 11. A question that every terminal answers follows it, so that one
which does not know the first is not waited for. What comes meanwhile and is no answer was typed.
"""

import contextlib
import math
import os
import re
import select
import time
from collections.abc import Mapping
from typing import NamedTuple

QUESTION = b"\x1b]11;?\x1b\\\x1b[c"
WAIT_SECONDS = 0.3
WAIT_SECONDS_OVER_SSH = 1.0
"""How long an answer is waited for at most; mostly it takes one way there and back."""
_READ_BYTES = 4096

_ANSWER = re.compile(r"\x1b\]11;([^\x07\x1b]*)(?:\x07|\x1b\\)")
_LAST_ANSWER = re.compile(r"\x1b\[\?[\d;]*c")
_BEGUN = re.compile(r"\x1b(?:\](?:1(?:1(?:;[^\x07\x1b]{0,60}\x1b?)?)?)?|\[(?:\?[\d;]{0,60})?)?\Z")
_COLOUR = re.compile(r"rgba?:([\dA-Fa-f]{1,4})/([\dA-Fa-f]{1,4})/([\dA-Fa-f]{1,4})(?:/.*)?")
_HALF = 0.5
"""Of the lightness of white, by the shares of ITU-R BT.709."""
_PRINT_QUESTIONS = ("linux", "vt")
"""Beginnings of the names of terminals that may print part of a question they do not know.

Their ground is dark, and they have nothing of what Textual asks for.
"""
_LIGHT_NUMBERS = frozenset({"7", *map(str, range(9, 16))})
"""Grounds of the 16 colours that count as light, as in Vim."""


class Asked(NamedTuple):
    """What came of the question."""

    is_light: bool | None = None
    """None where the terminal did not say."""
    typed: str = ""
    """What was typed meanwhile."""
    is_awaited: bool = False
    """Whether an answer can still come."""


def may_be_asked(environment: Mapping[str, str]) -> bool:
    """Say whether the terminal answers questions, or at least does not print them."""
    return not environment.get("TERM", "").startswith(_PRINT_QUESTIONS)


def is_light(colour: str) -> bool | None:
    """Judge a colour as terminals write it, such as rgb:ffff/ffff/ffff; None for no colour."""
    match = _COLOUR.fullmatch(colour)
    if match is None:
        return None
    red, green, blue = (int(digits, 16) / int("F" * len(digits), 16) for digits in match.groups())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > _HALF


def said_by(environment: Mapping[str, str]) -> bool | None:
    """Say what COLORFGBG tells of the ground, such as 0;15; None where it tells nothing."""
    ground = environment.get("COLORFGBG", "").rpartition(";")[2]
    return ground in _LIGHT_NUMBERS if ground.isdecimal() else None


class Answers:
    """Takes answers out of what comes from a terminal, in whatever pieces it comes."""

    def __init__(self) -> None:
        self._held = ""
        self.is_light: bool | None = None
        self.is_complete = False
        """Whether no more answers come."""

    def feed(self, text: str) -> str:
        """Give what was typed; what may be the beginning of an answer is held back."""
        if self.is_complete:
            return text
        text, self._held = self._held + text, ""
        if (answer := _ANSWER.search(text)) is not None:
            self.is_light = is_light(answer[1])
        self.is_complete = _LAST_ANSWER.search(text) is not None
        text = _LAST_ANSWER.sub("", _ANSWER.sub("", text))
        begun = None if self.is_complete else _BEGUN.search(text)
        if begun is None:
            return text
        self._held = begun[0]
        return text[: begun.start()]

    def give_up(self) -> str:
        """Give what was held back and is no answer, as nothing more comes for now."""
        held, self._held = self._held, ""
        if held.startswith(("\x1b]11;", "\x1b[?")):
            self._held = held
            return ""
        return held


class Question:
    """The question, from when a terminal is asked it; nothing that is typed may be echoed then."""

    def __init__(self, keyboard: int, screen: int, seconds: float) -> None:
        """Ask the terminal with these file numbers; the answer is wanted within so long.

        Raises OSError where the terminal takes nothing.
        """
        self._keyboard = keyboard
        self._latest = time.monotonic() + seconds
        self._answers, self._typed = Answers(), ""
        os.write(screen, QUESTION)

    def answer(self, seconds: float = math.inf) -> Asked:
        """Read what the terminal says, for so long or as long as it is wanted; can be repeated."""
        latest = min(self._latest, time.monotonic() + seconds)
        with contextlib.suppress(OSError):
            self._listen(latest)
        return Asked(self._answers.is_light, self._typed, not self._answers.is_complete)

    def _listen(self, latest: float) -> None:
        """Read until the last answer or the latest moment."""
        while not self._answers.is_complete:
            # What came in time is there even where nobody looked in time.
            left = max(0, latest - time.monotonic())
            if not select.select([self._keyboard], [], [], left)[0]:
                break
            data = os.read(self._keyboard, _READ_BYTES)
            if not data:
                break
            self._typed += self._answers.feed(data.decode(errors="ignore"))
        self._typed += self._answers.give_up()
