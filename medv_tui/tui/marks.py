"""What stands before the lines of a text, and how it follows them through edits."""

from collections.abc import Mapping
from typing import Protocol, TypeVar

from medv_tui.tui.present import Mark

T = TypeVar("T")


class Marks(Protocol):
    """The marks of lines, counted from 1."""

    def get(self, line: int, /) -> Mark | None:
        """Give the mark of a line, if it has one."""


class MovedMarks:
    """Marks that follow their lines through the edits since they were found."""

    def __init__(self, marks: Marks) -> None:
        self._marks = marks
        self._moves: list[tuple[int, int]] = []

    def move(self, old_last: int, new_last: int) -> None:
        """Follow an edit whose last line became another one."""
        self._moves.append((old_last, new_last))

    def get(self, line: int, /) -> Mark | None:
        """Give the mark of a line, counted from 1, if it has one."""
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
