"""Answers of a terminal to questions about it, which are neither keys nor text.

Multiplexers and programs that ended before leave such answers on the line. Textual knows a few of
them and takes the others for keys, so that they would be typed into the plan.
"""

import re

_REPLY = re.compile(
    r"\x1b\[[?>=][0-9;]*c"  # What kind of terminal it is.
    r"|\x1b\](?=[0-9])[^\x07\x1b]*(?:\x07|\x1b\\)"  # A colour, a title, the clipboard.
    r"|\x1b[P_^](?=[0-9>!|+$=G])[^\x07\x1b]*(?:\x07|\x1b\\)"  # Its version, a setting, graphics.
)
_UNFINISHED = re.compile(
    r"\x1b(?:\[[?>=][0-9;]*|\][0-9][^\x07\x1b]*\x1b?|[P_^][0-9>!|+$=G][^\x07\x1b]*\x1b?)\Z"
)
"""The beginning of an answer whose rest is on its way; no key begins so."""
_LONGEST = 100_000
"""Characters after which the rest of an answer is not waited for."""


class Replies:
    """Lets keys and pastes pass and drops answers, also those that arrive in parts."""

    def __init__(self) -> None:
        self._held = ""

    def feed(self, text: str) -> str:
        """Give what is to be read of the next characters."""
        text = _REPLY.sub("", self._held + text)
        unfinished = _UNFINISHED.search(text)
        held = "" if unfinished is None else unfinished[0]
        self._held = held if len(held) <= _LONGEST else ""
        return text[: len(text) - len(held)]

    def give_up(self) -> str:
        """Wait no more for the rest of an answer: what came of it is no text either."""
        self._held = ""
        return ""
