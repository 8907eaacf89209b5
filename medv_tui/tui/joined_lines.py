"""Lines joined to one text again and again, and of them only those that changed."""

from collections.abc import Sequence

STRETCH = 2_000
"""Lines that are joined at a time; what is joined is kept until one of them changes."""


class JoinedLines:
    """The text of a list of lines, held in stretches: a million lines take long to join."""

    def __init__(self, lines: Sequence[str], newline: str) -> None:
        """Follow these lines; whoever changes them says so by `replaced`."""
        self._lines = lines
        self._newline = newline
        self._sizes = _stretches(len(lines))
        """Lines of each stretch."""
        self._texts: list[str | None] = [None] * len(self._sizes)

    def replaced(self, first: int, old_last: int, new_last: int) -> None:
        """Take note that lines `first` to `old_last` are now those to `new_last`."""
        begin, above = self._stretch(first, 0, 0)
        end, above_end = self._stretch(old_last, begin, above)
        lines = above_end + self._sizes[end] - above + new_last - old_last
        sizes = _stretches(lines)
        self._sizes[begin : end + 1] = sizes
        self._texts[begin : end + 1] = [None] * len(sizes)

    def text(self) -> str:
        """Join all lines."""
        row = 0
        for number, size in enumerate(self._sizes):
            if self._texts[number] is None:
                self._texts[number] = self._newline.join(self._lines[row : row + size])
            row += size
        return self._newline.join(text for text in self._texts if text is not None)

    def _stretch(self, row: int, number: int, above: int) -> tuple[int, int]:
        """Find the stretch of a row, from one with so many lines above it on."""
        while above + self._sizes[number] <= row and number + 1 < len(self._sizes):
            above += self._sizes[number]
            number += 1
        return number, above


def _stretches(lines: int) -> list[int]:
    """Divide so many lines, of which there is one at least; a little more than one is one."""
    count = max(1, lines // STRETCH)
    return [lines // count] * (count - 1) + [lines - lines // count * (count - 1)]
