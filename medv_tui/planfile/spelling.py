"""Which known name was probably meant."""

import difflib
from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Give the known name that is most like the one that was typed, or None."""
    by_fold = {entry.casefold(): entry for entry in known}
    near = difflib.get_close_matches(name.casefold(), by_fold, 1, 0.6)
    return by_fold[near[0]] if near else None
