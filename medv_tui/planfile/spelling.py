"""Which known name was probably meant."""

import difflib
from collections.abc import Iterable
from functools import lru_cache


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Give the known name that is most like the one that was typed, or None."""
    return _nearest(name.casefold(), tuple(known))


# A typo stays in the text for many edits, and each of them asks for the same name again.
@lru_cache(maxsize=256)
def _nearest(name: str, known: tuple[str, ...]) -> str | None:
    by_fold = {entry.casefold(): entry for entry in known}
    near = difflib.get_close_matches(name, by_fold, 1, 0.6)
    return by_fold[near[0]] if near else None
