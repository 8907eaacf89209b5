"""Words or patterns looked for in the lines of a text, and put in place of each other."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import regex

from medv_tui.errors import MedvError

Left = Callable[[], float]
"""Gives the seconds that may still be spent on a pattern."""


Told = Callable[[int, int], None]
"""Hears how many lines are looked through, and how many there are."""
TOLD_LINES = 10_000
"""How many lines are looked through before somebody is told again."""


class SearchRefusedError(MedvError):
    """A pattern that is none or takes too long, or a replacement that does not go with it."""


LINE_SECONDS = 0.05
"""How long a pattern may take on one line; most take some millionths of that."""


def _a_moment() -> float:
    """Leave every line the time that one line may take."""
    return LINE_SECONDS


def _nobody(_done: int, _total: int) -> None:
    """Tell nobody."""


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
    words: bool = False
    """Whether no letter, digit or _ may stand beside a match."""

    @cached_property
    def _compiled(self) -> regex.Pattern[str]:
        wanted = self.wanted if self.pattern else regex.escape(self.wanted)
        if self.words:
            wanted = rf"(?<!\w)(?:{wanted})(?!\w)"
        try:
            return regex.compile(wanted, 0 if self.case else regex.IGNORECASE)
        except (regex.error, OverflowError, RecursionError) as error:
            message = f"{self.wanted} is not a regular expression: {error}."
            raise SearchRefusedError(message) from error

    @cached_property
    def _known(self) -> dict[str, list[tuple[int, int]]]:
        """Where it matches, by lines; most of a plan's are there many times."""
        return {}

    def matches(
        self, lines: Sequence[str], left: Left = _a_moment, told: Told = _nobody
    ) -> Iterator[Match]:
        """Give all matches from top to bottom.

        Raises SearchRefusedError for a pattern that is none, or takes longer than is left.
        """
        for row in range(len(lines)):
            if row % TOLD_LINES == 0:
                told(row, len(lines))
            for start, end in self._spans(lines, row, left):
                yield Match(row, start, end)

    def next(
        self, lines: Sequence[str], row: int, column: int, left: Left = _a_moment
    ) -> Match | None:
        """Give the first match that starts at a place or behind it, round from the end.

        A line that went since is taken for the last one that there is. Raises
        SearchRefusedError as `matches` does.
        """
        row = min(row, len(lines) - 1)
        for number in (*range(row, len(lines)), *range(row + 1)):
            for match in self._in_line(lines, number, left):
                if number != row or match.start >= column:
                    return match
        return next(self._in_line(lines, row, left), None)

    def replacement(self, line: str, match: Match, new: str) -> str:
        """Give what stands in place of a match; of a pattern, with its groups filled in.

        Raises SearchRefusedError where the replacement names a group that is not there.
        """
        if not self.pattern:
            return new
        try:
            found = self._compiled.match(line, match.start, timeout=LINE_SECONDS)
            return found.expand(new) if found else new
        except TimeoutError as error:
            raise self._too_slow(match.row) from error
        except (regex.error, IndexError) as error:
            raise SearchRefusedError(f"{new} does not go with the pattern: {error}.") from error

    def replaced(
        self, lines: Sequence[str], row: int, new: str, left: Left = _a_moment
    ) -> tuple[str, int]:
        """Give one of the lines with every match replaced, and how many there were."""
        line = lines[row]
        pieces: list[str] = []
        position = count = 0
        for match in self._in_line(lines, row, left):
            pieces += (line[position : match.start], self.replacement(line, match, new))
            position = match.end
            count += 1
        return "".join((*pieces, line[position:])), count

    def _in_line(self, lines: Sequence[str], row: int, left: Left) -> Iterator[Match]:
        return (Match(row, start, end) for start, end in self._spans(lines, row, left))

    def _spans(self, lines: Sequence[str], row: int, left: Left) -> list[tuple[int, int]]:
        """Give where the matches of a line are."""
        if not self.wanted:
            return []
        line = lines[row].removesuffix("\r")
        found = self._known.get(line)
        if found is None:
            seconds = min(left(), LINE_SECONDS)
            try:
                if seconds <= 0:
                    raise TimeoutError
                found = self._known[line] = self._found(line, seconds)
            except TimeoutError as error:
                raise self._too_slow(row) from error
        return found

    def _found(self, line: str, seconds: float) -> list[tuple[int, int]]:
        """Look through one line, and raise TimeoutError if that takes a pattern longer."""
        # Plain text is found in no time: what takes long there is somebody else's work.
        timeout = seconds if self.pattern else None
        found = (match.span() for match in self._compiled.finditer(line, timeout=timeout))
        return [(start, end) for start, end in found if end > start]

    def _too_slow(self, row: int) -> SearchRefusedError:
        return SearchRefusedError(
            f"Line {row + 1:,} takes too long for {self.wanted}: one repetition inside another, as "
            "in (a+)+, can match in too many ways."
        )


def replaced(
    lines: Sequence[str], search: Search, new: str, left: Left = _a_moment, told: Told = _nobody
) -> tuple[list[str], int]:
    """Give the lines with every match replaced, and how many matches there were.

    Raises SearchRefusedError for a pattern or a replacement that cannot be used.
    """
    count = 0
    changed = list(lines)
    for row in dict.fromkeys(match.row for match in search.matches(lines, left, told)):
        changed[row], here = search.replaced(lines, row, new, left)
        count += here
    return changed, count
