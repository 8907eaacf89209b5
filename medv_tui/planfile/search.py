"""Words or patterns looked for in the lines of a text, and put in place of each other."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from medv_tui.errors import MedvError


class SearchRefusedError(MedvError):
    """A pattern that is none, or a replacement that does not go with it."""


class Match(NamedTuple):
    """A stretch of one line; row and columns from 0, the end exclusive."""

    row: int
    start: int
    end: int


@dataclass(frozen=True)
class Search:
    """What is looked for; matches never go over the end of a line and are never empty."""

    wanted: str
    case: bool = False
    """Whether capitals matter."""
    pattern: bool = False
    """Whether it is a regular expression."""

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        words = self.wanted if self.pattern else re.escape(self.wanted)
        try:
            return re.compile(words, 0 if self.case else re.IGNORECASE)
        except (re.error, OverflowError, RecursionError) as error:
            message = f"{self.wanted} is not a regular expression: {error}."
            raise SearchRefusedError(message) from error

    def matches(self, lines: Sequence[str]) -> Iterator[Match]:
        """Give all matches from top to bottom.

        Raises SearchRefusedError for a pattern that is none.
        """
        for row in range(len(lines)):
            yield from self._in_line(lines, row)

    def next(self, lines: Sequence[str], row: int, column: int) -> Match | None:
        """Give the first match that starts at a place or behind it, round from the end.

        A line that went since is taken for the last one that there is.
        """
        row = min(row, len(lines) - 1)
        for number in (*range(row, len(lines)), *range(row + 1)):
            for match in self._in_line(lines, number):
                if number != row or match.start >= column:
                    return match
        return next(self._in_line(lines, row), None)

    def previous(self, lines: Sequence[str], row: int, column: int) -> Match | None:
        """Give the last match that starts before a place, round from the beginning.

        A line that went since is taken for the last one that there is.
        """
        row = min(row, len(lines) - 1)
        for number in (*range(row, -1, -1), *range(len(lines) - 1, row - 1, -1)):
            found = [
                match
                for match in self._in_line(lines, number)
                if number != row or match.start < column
            ]
            if found:
                return found[-1]
        return next(reversed(list(self._in_line(lines, row))), None)

    def replacement(self, line: str, match: Match, new: str) -> str:
        """Give what stands in place of a match; of a pattern, with its groups filled in.

        Raises SearchRefusedError where the replacement names a group that is not there.
        """
        if not self.pattern:
            return new
        found = self._compiled.match(line, match.start)
        try:
            return found.expand(new) if found else new
        except (re.error, IndexError) as error:
            raise SearchRefusedError(f"{new} does not go with the pattern: {error}.") from error

    def replaced(self, line: str, new: str) -> tuple[str, int]:
        """Give a line with every match replaced, and how many there were."""
        pieces: list[str] = []
        position = count = 0
        for match in self._in_line([line], 0):
            pieces += (line[position : match.start], self.replacement(line, match, new))
            position = match.end
            count += 1
        return "".join((*pieces, line[position:])), count

    def _in_line(self, lines: Sequence[str], row: int) -> Iterator[Match]:
        if not self.wanted:
            return
        line = lines[row].removesuffix("\r")
        for found in self._compiled.finditer(line):
            if found.end() > found.start():
                yield Match(row, found.start(), found.end())


def replaced(lines: Sequence[str], search: Search, new: str) -> tuple[list[str], int]:
    """Give the lines with every match replaced, and how many matches there were."""
    count = 0
    changed: list[str] = []
    for line in lines:
        written, here = search.replaced(line, new)
        changed.append(written)
        count += here
    return changed, count
