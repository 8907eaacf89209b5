"""A change of a text as the characters that it replaces, and the refusal of one."""

from collections.abc import Iterable
from dataclasses import dataclass

from medv_tui.errors import MedvError


class EditRefusedError(MedvError):
    """A change of the plan that cannot be made safely; the text stays as it is."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """New characters in place of old ones."""

    start: int
    """Offset of the first character that goes, from 0."""
    end: int
    """Offset after the last one; equal to `start` where something is only put in."""
    new: str


def apply(text: str, replacements: Iterable[Replacement]) -> str:
    """Give the text after replacements that are in order and do not overlap."""
    pieces: list[str] = []
    position = 0
    for change in replacements:
        pieces += (text[position : change.start], change.new)
        position = change.end
    return "".join((*pieces, text[position:]))


def difference(old: str, new: str) -> Replacement:
    """Give the one shortest replacement that turns a text into another.

    It never starts or ends between the two characters of a line ending, where an editor has
    no place.
    """
    shorter = min(len(old), len(new))
    start = _common(old, new, shorter)
    start -= old[start - 1 : start] == "\r"
    behind = _common_end(old, new, shorter - start)
    end = len(old) - behind
    behind -= old[max(end - 1, 0) : end + 1] == "\r\n"
    return Replacement(start, len(old) - behind, new[start : len(new) - behind])


def _common(old: str, new: str, most: int) -> int:
    """Count the equal characters at the beginning, by halves rather than one by one."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _common_end(old: str, new: str, most: int) -> int:
    """Count the equal characters at the end, by halves too."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if old[len(old) - middle : len(old) - low] == new[len(new) - middle : len(new) - low]:
            low = middle
        else:
            high = middle - 1
    return low
