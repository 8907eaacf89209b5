"""Pastes as terminals send them: between two marks, of which the second can get lost."""

import re

START, END = "\x1b[200~", "\x1b[201~"
_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""Control characters other than tab and line ends."""


class Pasted:
    """Lets what is typed pass, and of what is pasted only the text.

    An escape character inside a paste would end it for Textual, which would take what follows for
    keys, and without its end every key would count as pasted for ever.
    """

    def __init__(self) -> None:
        self._tail = ""
        """The last characters that were typed, in case a mark began with them."""
        self._held = ""
        """The last characters that were pasted, as far as the end may begin with them."""
        self.is_open = False
        """Whether a paste has begun and not ended."""

    def feed(self, text: str) -> str:
        """Give what is to be read of the next characters."""
        read = ""
        while text:
            if self.is_open:
                passed, text = self._paste(self._held + text)
            else:
                passed, text = self._type(text)
            read += passed
        return read

    def give_up(self) -> str:
        """End a paste whose end does not come."""
        if not self.is_open:
            return ""
        self.is_open, self._held = False, ""
        return END

    def _type(self, text: str) -> tuple[str, str]:
        """Pass on everything up to the start of a paste; give that and the rest."""
        seen = self._tail + text
        start = seen.find(START)
        if start < 0:
            self._tail = seen[-len(START) + 1 :]
            return text, ""
        self.is_open, self._tail = True, ""
        passed = start + len(START) - (len(seen) - len(text))
        return text[:passed], text[passed:]

    def _paste(self, text: str) -> tuple[str, str]:
        """Pass on the text up to the end of a paste; give that and the rest."""
        end = text.find(END)
        if end >= 0:
            self.is_open, self._held = False, ""
            return _NO_TEXT.sub("", text[:end]) + END, text[end + len(END) :]
        held = next(n for n in range(len(END) - 1, -1, -1) if text.endswith(END[:n]))
        self._held = END[:held]
        return _NO_TEXT.sub("", text[: len(text) - held]), ""
