"""What stands before the lines of a text, and how it follows them through edits."""

from collections.abc import Mapping
from typing import Protocol, TypeVar

from medv_tui.tui.present import Mark

T = TypeVar("T")

MOST_FOUND = 1_000
"""Lines whose marks are remembered, which is more than one sees."""


class Marks(Protocol):
    """The marks of lines, counted from 1."""

    def get(self, line: int, /) -> Mark | None:
        """Give the mark of a line, if it has one."""


class MovedMarks:
    """Marks that follow their lines through the edits since they were found."""

    def __init__(self, marks: Marks) -> None:
        self._marks = marks
        self._moves: list[tuple[int, int]] = []
        self._found: dict[int, Mark | None] = {}
        """The marks that were asked for since the lines moved last, by line."""

    def move(self, old_last: int, new_last: int) -> None:
        """Follow an edit whose last line became another one."""
        self._moves.append((old_last, new_last))
        self._found.clear()

    def get(self, line: int, /) -> Mark | None:
        """Give the mark of a line, counted from 1, if it has one."""
        if line not in self._found:
            if len(self._found) >= MOST_FOUND:
                self._found.clear()
            self._found[line] = self._find(line)
        return self._found[line]

    def _find(self, line: int) -> Mark | None:
        """Find the line that it was, and the mark of that."""
        for old_last, new_last in reversed(self._moves):
            if line > new_last:
                line += old_last - new_last
            elif line > old_last:
                return None
        return self._marks.get(line)


def shifted(lines: Mapping[int, T], old_last: int, new_last: int) -> dict[int, T]:
    """Let what stands on lines follow them after an edit whose last line became another one.

    What stands on lines that are gone goes with them.
    """
    by = new_last - old_last
    return {
        line + by if line > old_last else line: value
        for line, value in lines.items()
        if line > old_last or line <= new_last
    }
