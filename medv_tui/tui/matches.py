"""What was found in the text: which match stands where, and how that is said."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from medv_tui.planfile.search import Match, Search

Place: TypeAlias = tuple[int, int]
"""A row and a column, both from 0."""


@dataclass(frozen=True, slots=True)
class Matches:
    """Every match of a search, in the order of the text."""

    search: Search
    found: Sequence[Match]

    def after(self, place: Place, further: int = 0) -> Match | None:
        """Give the first match from a place on, or so many further, round from the ends."""
        at = bisect_left(self.found, Match(*place, 0)) + further
        return self.found[at % len(self.found)] if self.found else None

    def fact(self, start: Place, end: Place) -> str:
        """Say which match is selected of how many, and how it was looked for."""
        here = Match(*start, end[1])
        index = bisect_left(self.found, here)
        is_one = [*self.found[index : index + 1]] == [here]
        number = f"{index + 1:,} of " if is_one else ""
        facts = [f"{number}{len(self.found):,}"] if self.found else []
        if not self.found and self.search.wanted:
            facts = ["none"]
        ways = {
            "case": self.search.case,
            "words": self.search.words,
            "pattern": self.search.pattern,
        }
        facts += [way for way, is_wanted in ways.items() if is_wanted]
        return ", ".join(facts)
