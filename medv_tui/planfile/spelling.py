"""Which known name was probably meant."""

import difflib
import re
from collections.abc import Iterable
from functools import lru_cache

_SAME = {
    "memory": "ram_mb",
    "memory_mb": "ram_mb",
    "sp": "service_pack",
    "arch": "architecture",
    "ie": "internet_explorer",
    "ie_version": "internet_explorer",
    "os_version": "service_pack",
    "pc": "name",
    "title": "name",
    "version": "format",
    "location": "site",
    "vm": "image",
    "computers": "hosts",
    "machines": "hosts",
    "clients": "hosts",
    "pcs": "hosts",
    "csv": "inventories",
    "waivers": "attestations",
    "sccm": "configmgr",
    "mecm": "configmgr",
}
"""Other words of the field for names that the plan has."""
_PARTS = re.compile(r"[_\s-]+")


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Give the known name that is most like the one that was typed, or None.

    One with the same words in another order is the most like.
    """
    return _nearest(name.casefold(), tuple(known))


# A typo stays in the text for many edits, and each of them asks for the same name again.
@lru_cache(maxsize=256)
def _nearest(name: str, known: tuple[str, ...]) -> str | None:
    by_fold = {entry.casefold(): entry for entry in known}
    if _SAME.get(name) in known:
        return _SAME[name]
    parts = sorted(_PARTS.split(name))
    for fold, entry in by_fold.items():
        if len(parts) > 1 and sorted(_PARTS.split(fold)) == parts:
            return entry
    near = difflib.get_close_matches(name, by_fold, 1, 0.6)
    if near:
        return by_fold[near[0]]
    inside = [fold for fold in by_fold if set(_PARTS.split(fold)) < set(parts)]
    return by_fold[max(inside, key=len)] if inside else None
