"""One text put in place of another: where they differ, and where each line goes."""

from typing import NamedTuple, TypeAlias

from medv_tui.planfile.line_difference import Block, blocks, row_after
from medv_tui.planfile.replacement import Replacement, difference

Location: TypeAlias = tuple[int, int]
"""A row and a column, both from 0."""


class Differing(NamedTuple):
    """The lines of two texts between which all that differs stands."""

    change: Replacement
    start: Location
    end: Location
    """Where the change starts and ends in the old text."""
    row: int
    """The row of the first of the lines, in both texts."""
    before: list[str]
    after: list[str]

    def blocks(self) -> list[Block]:
        """List the stretches that differ, counted from the first of the lines."""
        return blocks(self.before, self.after)

    def row_after(self, row: int) -> int:
        """Give where a row of the old text stands; of one that is gone, what is in its place."""
        within = row - self.row
        if within < 0:
            return row
        if within >= len(self.before):
            return row + len(self.after) - len(self.before)
        return self.row + row_after(within, self.before, self.after)


def differing(old: str, new: str, around: int = 1) -> Differing:
    """Compare two texts, and take so many equal lines around what differs, one at least."""
    change = difference(old, new)
    top = old.rfind("\n", 0, change.start) + 1
    start = (old.count("\n", 0, top), change.start - top)
    end_row = start[0] + old.count("\n", top, change.end)
    end = (end_row, change.end - old.rfind("\n", 0, change.end) - 1)
    bottom = _line_end(old, change.end)
    row = start[0]
    for _ in range(around):
        if top:
            top, row = old.rfind("\n", 0, top - 1) + 1, row - 1
        bottom = _line_end(old, bottom + 1)
    after = new[top : bottom + len(new) - len(old)]
    return Differing(change, start, end, row, old[top:bottom].split("\n"), after.split("\n"))


def _line_end(text: str, offset: int) -> int:
    """Give the offset of the line feed at the end of a line, or of the text's end."""
    end = text.find("\n", offset)
    return len(text) if end < 0 else end
