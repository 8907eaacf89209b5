"""A text in stretches, most of which are those of the text before it."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate


@dataclass(frozen=True)
class LongText:
    """A text of any length that need not be joined to be read in pieces.

    To join a million lines, or to copy them, is one step that every other thread waits for.
    """

    stretches: tuple[str, ...]
    """One at least; each but the last ends where a line does."""

    @classmethod
    def of(cls, text: "str | LongText") -> "LongText":
        """Take a text that may be joined already."""
        return text if isinstance(text, LongText) else cls((text,))

    @cached_property
    def whole(self) -> str:
        """All of it, joined."""
        return "".join(self.stretches)

    def __len__(self) -> int:
        return self._starts[-1]

    def between(self, start: int, end: int) -> str:
        """Give the characters from one offset to before another."""
        first = self._number(start)
        last = max(first, self._number(end - 1))
        above = self._starts[first]
        near = self.stretches[first : last + 1]
        return (near[0] if len(near) == 1 else "".join(near))[start - above : end - above]

    def has(self, part: str, at: int) -> bool:
        """Whether some characters stand at an offset."""
        number = self._number(at)
        if at + len(part) <= self._starts[number + 1]:
            return self.stretches[number].startswith(part, at - self._starts[number])
        return self.between(at, at + len(part)) == part

    def line_from(self, at: int) -> str:
        """Give the characters from an offset to the end of its line."""
        number = self._number(at)
        stretch, begin = self.stretches[number], at - self._starts[number]
        end = stretch.find("\n", begin)
        return stretch[begin : len(stretch) if end < 0 else end]

    def begins_as(self, other: "LongText") -> int:
        """Count the characters of the stretches that both texts begin with."""
        return _alike(self.stretches, other.stretches)

    def ends_as(self, other: "LongText") -> int:
        """Count the characters of the stretches that both texts end with."""
        return _alike(self.stretches[::-1], other.stretches[::-1])

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return (0, *accumulate(map(len, self.stretches)))

    def _number(self, at: int) -> int:
        """Find the stretch of an offset; one that is outside is in the nearest."""
        return min(max(0, bisect_right(self._starts, at) - 1), len(self.stretches) - 1)


def _alike(these: Sequence[str], those: Sequence[str]) -> int:
    """Count the characters of the stretches that two rows of them begin with."""
    characters = 0
    for this, that in zip(these, those, strict=False):
        if this is not that:
            break
        characters += len(this)
    return characters
