"""The part of a plan's text that an edit is about: small enough to look at every statement.

That is all that is no computer, the computers concerned, and those next to either, whose manner
something new takes over.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple, TypeAlias

from medv_tui.findings import Path
from medv_tui.planfile.block_spans import BlockSpans, Placed
from medv_tui.planfile.piece_layout import NO_HOST
from medv_tui.planfile.replacement import Replacement
from medv_tui.planfile.syntax import Reading

Stretch: TypeAlias = tuple[int, int]
"""The offset of its first character, and that after its last one."""

BESIDE = 2
"""Computers that are taken on both sides: a second one shows that there are more."""

MOST_OF_A_TEXT = 0.5


class Excerpt(NamedTuple):
    """Some of the pieces of a text, as a text of their own."""

    text: str
    stretches: Sequence[Stretch]
    """Where they stand in the whole text; those that follow each other directly are one."""
    starts: Sequence[int]
    """Where each of them begins here."""
    hosts: Mapping[int, int]
    """The numbers that the computers here have, by those in the whole text."""

    def path(self, path: Path) -> Path:
        """Give a path of the whole text as it is here."""
        if path[:1] != ("hosts",) or len(path) == 1:
            return path
        return ("hosts", self.hosts[int(path[1])], *path[2:])

    def in_whole(self, changes: Iterable[Replacement]) -> tuple[Replacement, ...] | None:
        """Give replacements here as those of the whole text.

        None where one goes beyond what stands side by side there too.
        """
        moved = [self._in_whole(change) for change in changes]
        return None if None in moved else tuple(change for change in moved if change is not None)

    def _in_whole(self, change: Replacement) -> Replacement | None:
        number = max(0, bisect_right(self.starts, change.start) - 1)
        start, end = self.stretches[number]
        by = start - self.starts[number]
        if change.end + by > end:
            return None
        return Replacement(change.start + by, change.end + by, change.new)


def excerpt(text: str, reading: Reading, paths: Sequence[Path]) -> Excerpt | None:
    """Take out what edits at these paths are about.

    None where the text was read as a whole, where one of the computers is not there, and where
    that is most of the text anyway.
    """
    spans = reading.spans
    hosts = [path[1] for path in paths if path[:1] == ("hosts",) and len(path) > 1]
    if not isinstance(spans, BlockSpans):
        return None
    known = [host for host in hosts if isinstance(host, int) and 0 <= host < spans.hosts]
    if len(known) < len(hosts):
        return None
    pieces = spans.near(known, BESIDE)
    taken = [piece.host for piece in pieces if piece.host != NO_HOST]
    stretches = list(_together(pieces))
    sizes = [end - start for start, end in stretches]
    if sum(sizes) > len(text) * MOST_OF_A_TEXT:
        return None
    return Excerpt(
        "".join(text[start:end] for start, end in stretches),
        stretches,
        [0, *accumulate(sizes)][:-1],
        {host: number for number, host in enumerate(taken)},
    )


def _together(pieces: Iterable[Placed]) -> Iterator[Stretch]:
    """Put pieces that follow each other directly together."""
    begin = last = -1
    for piece in pieces:
        if piece.start != last:
            if last >= 0:
                yield begin, last
            begin = piece.start
        last = piece.end
    yield begin, last
