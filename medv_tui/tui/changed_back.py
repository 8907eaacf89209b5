"""What undoing or redoing an edit did to the text, in a sentence."""

from collections.abc import Sequence
from itertools import zip_longest


def told(before: Sequence[str], after: Sequence[str]) -> str:
    """Name the first line that is not as it was, and what stands there now; empty if none is."""
    pairs = enumerate(zip_longest(before, after), 1)
    line, now = next(((line, new) for line, (old, new) in pairs if old != new), (0, None))
    if not line:
        return ""
    if now is None:
        return f"The text ends before line {line} again."
    return f"Line {line} again: {now.strip()}" if now.strip() else f"Line {line} is empty again."
