"""Lines joined to one text again and again, and of them only those that changed."""

STRETCH = 2_000
"""Lines that are joined at a time; what is joined is kept until one of them changes."""


class Stretch:
    """Lines that follow each other and never change, joined when their text is asked for first.

    Any thread may ask.
    """

    __slots__ = ("_text", "_unjoined", "size")

    def __init__(self, lines: list[str], newline: str, *, is_last: bool) -> None:
        """Take the lines and what stands between them; behind the last of all stands nothing."""
        self.size = len(lines)
        self._unjoined: tuple[list[str], str] | None = (lines, newline)
        self._text = ""
        if not is_last:
            lines.append("")

    @property
    def text(self) -> str:
        """The lines with their ends."""
        unjoined = self._unjoined
        if unjoined is not None:
            lines, newline = unjoined
            self._text = newline.join(lines)
            self._unjoined = None
        return self._text


class JoinedLines:
    """The text of a list of lines, held in stretches: a million lines take long to join."""

    def __init__(self, lines: list[str], newline: str) -> None:
        """Take the lines, which change by `put` only from now on."""
        self._lines = lines
        self._newline = newline
        self._stretches: list[Stretch] = self._cut(0, len(lines))

    def put(self, first: int, last: int, lines: list[str]) -> None:
        """Put lines in place of those from `first` to `last`."""
        begin, above = self._stretch(first, 0, 0)
        end, above_end = self._stretch(last, begin, above)
        below = above_end + self._stretches[end].size - 1 - last
        self._lines[first : last + 1] = lines
        # This is one step, so that no thread sees anything in between.
        self._stretches[begin : end + 1] = self._cut(above, first + len(lines) + below)

    def stretches(self) -> list[Stretch]:
        """Give the lines as they are now; what follows changes nothing of it. Any thread may."""
        return self._stretches.copy()

    def text(self) -> str:
        """Join all lines."""
        return "".join(stretch.text for stretch in self._stretches)

    def _stretch(self, row: int, number: int, above: int) -> tuple[int, int]:
        """Find the stretch of a row, from one with so many lines above it on."""
        while above + self._stretches[number].size <= row and number + 1 < len(self._stretches):
            above += self._stretches[number].size
            number += 1
        return number, above

    def _cut(self, row: int, end: int) -> list[Stretch]:
        """Divide the lines from a row to before another; a little more than one stretch is one."""
        count = max(1, (end - row) // STRETCH)
        size = (end - row) // count
        starts = [row + number * size for number in range(count)]
        return [
            Stretch(self._lines[start:stop], self._newline, is_last=stop == len(self._lines))
            for start, stop in zip(starts, [*starts[1:], end], strict=True)
        ]
