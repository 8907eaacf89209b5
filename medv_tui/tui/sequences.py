"""Keys and reports of a terminal that a slow line delivers in parts."""

import re

ESCAPE = b"\x1b"
"""The Escape key, and the beginning of every other key and report."""

_WHOLE = re.compile(
    rb"\x1b(?:\[(?:<[0-9;]+[Mm]"  # What the mouse does.
    rb"|M[\x20-\xff]{3}"  # The same, as the oldest terminals write it.
    rb"|\[[A-E]"  # A function key of the Linux console.
    rb"|[?>=]?[0-9;:]*\$?[@-Z^-~])"  # Any other key, or an answer.
    rb"|O[A-Za-z])"
)
_UNFINISHED = re.compile(rb"\x1b(?:\[(?:M[\x20-\xff]{0,2}|\[|[<?>=]?[0-9;:]*|\?[0-9;]*\$)|O)?\Z")
_ONLY_REST = re.compile(
    rb"\[(?:<[0-9;]+[Mm]|\??[0-9][0-9;:]*\$?[A-Za-z~^@]|[A-DFHIOZ])|O[A-DFHP-S]"
)
"""What follows an escape character, where it cannot well be text that begins so."""


class Sequences:
    """Gives keys and reports on when they are whole; what stays without its rest is no text."""

    def __init__(self) -> None:
        self._held = b""
        self._is_after_escape = False

    def feed(self, data: bytes) -> bytes:
        """Give what is to be read of the next bytes."""
        if self._belongs(data):
            data = (self._held or ESCAPE) + data
        unfinished = _UNFINISHED.search(data)
        self._held = b"" if unfinished is None else unfinished[0]
        self._is_after_escape = False
        return data[: len(data) - len(self._held)]

    def is_escape(self) -> bool:
        """Say whether what was held back was the Escape key, as nothing more came so far."""
        if self._held != ESCAPE:
            return False
        self._held, self._is_after_escape = b"", True
        return True

    def give_up(self) -> None:
        """Wait no more for the rest of anything."""
        self._held, self._is_after_escape = b"", False

    def _belongs(self, data: bytes) -> bool:
        """Say whether bytes go on with what came before, rather than begin something new.

        Nobody types the rest of a report at once, so one that comes after the Escape key shows
        that this was none.
        """
        if self._is_after_escape:
            return _ONLY_REST.match(data) is not None
        whole = self._held + data
        is_rest = _WHOLE.match(whole) or _UNFINISHED.fullmatch(whole)
        return self._held == ESCAPE or (bool(self._held) and is_rest is not None)
