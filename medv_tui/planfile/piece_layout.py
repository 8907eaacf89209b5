"""Where the pieces of a text stand in it, and which of them are hosts."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from medv_tui.planfile.pieces import HEADER, Piece

NO_HOST = -1


class PieceLayout(NamedTuple):
    """The pieces of a text, in their order.

    Numbers stand side by side: a hundred thousand are copied, and let go of, in one short step.
    """

    starts: Sequence[int]
    """Where each piece begins; last of all, where the text ends."""
    above: Sequence[int]
    """Line feeds above each piece; last of all, in the whole text."""
    hosts: Sequence[int]
    """Which host each piece is; NO_HOST for what stands between them."""
    piece_of: Sequence[int]
    """Which piece each host is."""
    others: Sequence[int]
    """The pieces that are no host: all together, they are the rest."""
    other_starts: Sequence[int]
    """Where each of those begins in the rest, in which one bare header stands for hosts in a row.
    """
    other_above: Sequence[int]
    """Line feeds above each of those in the rest."""

    @classmethod
    def of(cls, cut: Sequence[Piece]) -> "PieceLayout":
        """Lay out all pieces of a text."""
        piece_of = _numbers(number for number, piece in enumerate(cut) if piece.is_host)
        others = _numbers(number for number, piece in enumerate(cut) if not piece.is_host)
        hosts = array("q", [NO_HOST]) * len(cut)
        for host, number in enumerate(piece_of):
            hosts[number] = host
        return cls(
            _numbers(accumulate((len(piece.text) for piece in cut), initial=0)),
            _numbers(accumulate((piece.lines for piece in cut), initial=0)),
            hosts,
            piece_of,
            others,
            *_in_rest(cut, others),
        )

    def changed(self, first: int, cut: Sequence[Piece], count: int) -> "PieceLayout":
        """Lay out a text of which so many pieces are others of the same kind, from `first` on."""
        new = cut[first : first + count]
        starts = _with(self.starts, first, [len(piece.text) for piece in new])
        above = _with(self.above, first, [piece.lines for piece in new])
        layout = self._replace(starts=starts, above=above)
        if all(piece.is_host for piece in new):
            return layout
        other_starts, other_above = _in_rest(cut, self.others)
        return layout._replace(other_starts=other_starts, other_above=other_above)

    def lines_above(self, host: int) -> int:
        """Count the lines above a host."""
        return self.above[self.piece_of[host]]

    def rest(self, cut: Sequence[Piece]) -> str:
        """Join what stands between the hosts, with one bare header for hosts in a row."""
        parts: list[str] = []
        before = -1
        for number in self.others:
            if number > before + 1:
                parts.append(HEADER)
            parts.append(cut[number].text)
            before = number
        if before + 1 < len(cut):
            parts.append(HEADER)
        return "".join(parts)

    @property
    def runs(self) -> int:
        """Count the bare headers in the rest."""
        bounds = [-1, *self.others, len(self.hosts)]
        return sum(after > before + 1 for before, after in pairwise(bounds))

    def line_in_text(self, line: int) -> int:
        """Turn a line of the rest into one in the text, both from 1."""
        before = bisect_right(self.other_above, line - 1) - 1
        piece, header = -1, 1
        if before >= 0:
            piece, top = self.others[before], self.other_above[before]
            header = top + self.above[piece + 1] - self.above[piece] + 1
            if line < header or piece + 1 == len(self.hosts):
                return self.above[piece] + line - top
        follows = before + 1 < len(self.others)
        return self.above[self.others[before + 1] if follows else -1] + line - header


def _numbers(values: Iterable[int]) -> Sequence[int]:
    return array("q", values)


def _with(sums: Sequence[int], first: int, sizes: Sequence[int]) -> Sequence[int]:
    """Give sums of sizes of which those from `first` on are others."""
    last = first + len(sizes)
    new = array("q", accumulate(sizes, initial=sums[first]))
    more = new[-1] - sums[last]
    below = sums[last + 1 :]
    changed = array("q", sums[:first]) + new
    changed.extend(map(more.__add__, below) if more else below)
    return changed


def _in_rest(cut: Sequence[Piece], others: Sequence[int]) -> tuple[Sequence[int], Sequence[int]]:
    """Say where each piece of the rest begins in it: characters and lines."""
    starts, above = array("q"), array("q")
    start = lines = 0
    before = -1
    for number in others:
        if number > before + 1:
            start, lines = start + len(HEADER), lines + 1
        starts.append(start)
        above.append(lines)
        start, lines = start + len(cut[number].text), lines + cut[number].lines
        before = number
    return starts, above
