"""Where everything stands in a text that was read in pieces."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from medv_tui.findings import Path, Problem, Range, Related, Rewrite
from medv_tui.planfile.blocks import Block, below, renumbered
from medv_tui.planfile.piece_layout import NO_HOST, PieceLayout
from medv_tui.planfile.positions import Spans

_NOWHERE = -1


class Placed(NamedTuple):
    """Where a piece stands in the text."""

    start: int
    end: int
    host: int
    """Which host it is; NO_HOST for what stands between them."""


class BlockSpans(Spans):
    """Places in a plan's text, each looked up in its own piece."""

    def __init__(self, layout: PieceLayout, rest: Spans, blocks: Sequence[Block]) -> None:
        """Take a text's pieces, and the places in its blocks and in all the rest together."""
        super().__init__("")
        self._layout = layout
        self._blocks = blocks
        self._starts, self._above = layout.starts, layout.above
        self._rest = rest
        self._piece_of, self._others = layout.piece_of, layout.others
        self._other_starts, self._other_above = layout.other_starts, layout.other_above

    def value(self, path: Path) -> Range | None:
        """Where a value stands; None for a table with a header and for what is not there."""
        if path[:1] != ("hosts",):
            return self._of_rest(self._rest.value(path))
        block, local, lines = self._of_host(path)
        return _moved(block.spans.value(local), lines)

    def key(self, path: Path) -> Range | None:
        """Where a key stands, or a table's name in its header; None for a list item."""
        if path[:1] != ("hosts",):
            return self._of_rest(self._rest.key(path))
        block, local, lines = self._of_host(path)
        return _moved(block.spans.key(local), lines)

    def header(self, path: Path) -> Range | None:
        """Where a table's header stands, with its brackets; None if it has none."""
        if path[:1] != ("hosts",):
            return self._of_rest(self._rest.header(path))
        block, local, lines = self._of_host(path)
        return _moved(block.spans.header(local), lines)

    def locate(self, path: Path) -> Range | None:
        """Give the value, the table's header, or what encloses a path that is not there."""
        if path[:1] == ("hosts",):
            block, local, lines = self._of_host(path)
            return _moved(block.spans.locate(local), lines)
        while path:
            where = self._rest.value(path) or self._rest.header(path)
            if where is not None:
                return self._of_rest(where)
            path = path[:-1]
        return Range(1, 1, 1, 1)

    def path_at(self, offset: int) -> Path:
        """Give the deepest key or table at a character offset; the root is ()."""
        piece = self._piece(self._starts, offset)
        host, within = self._layout.hosts[piece], offset - self._starts[piece]
        if host == NO_HOST:
            path = self._rest.path_at(self._other_starts[self._other(piece)] + within)
            # What no statement of the rest stands above belongs to the host above it.
            return ("hosts", self._layout.hosts[piece - 1]) if path[:1] == ("hosts",) else path
        return renumbered(self._blocks[host].spans.path_at(within), host)

    def range(self, start: int, end: int) -> Range:
        """Give the place of characters by their offsets."""
        first, last = self._point(start), self._point(end)
        return Range(first.line, first.column, last.line, last.column)

    def offset(self, line: int, column: int) -> int:
        """Offset of a line and column."""
        feeds = max(line, 1) - 1
        feeds = min(feeds, self._above[-1])
        piece = self._piece(self._above, feeds)
        spans, start, lines = self._piece_spans(piece)
        begin = (
            self._starts[piece] - start + spans.offset(lines + feeds - self._above[piece] + 1, 1)
        )
        return min(begin + max(column, 1) - 1, self._starts[-1])

    def lines_above(self, host: int) -> int:
        """Count the lines above a host's block."""
        return self._layout.lines_above(host)

    @property
    def hosts(self) -> int:
        """Count the hosts."""
        return len(self._blocks)

    def placed(self, host: int) -> tuple[Block, int]:
        """Give the block of a host, and the offset at which it begins."""
        return self._blocks[host], self._starts[self._piece_of[host]]

    def near(self, hosts: Iterable[int], beside: int) -> list[Placed]:
        """Give the pieces of these hosts and all that are none, with so many on both sides."""
        count = len(self._layout.hosts)
        middles = (-1, *self._others, *(self._piece_of[host] for host in hosts), count)
        wanted = {piece + by for piece in middles for by in range(-beside, beside + 1)}
        return [
            Placed(self._starts[piece], self._starts[piece + 1], self._layout.hosts[piece])
            for piece in sorted(wanted)
            if 0 <= piece < count
        ]

    def of_rest(self, problem: Problem) -> Problem:
        """Give a problem that was found in all the rest its place in the whole text."""
        related = tuple(
            Related(other.file, self._in_text(other.where), other.message)
            for other in problem.related
        )
        where = None if problem.where is None else self._in_text(problem.where)
        fix = problem.fix
        if isinstance(fix, Rewrite):
            fix = replace(fix, where=self._in_text(fix.where))
        return replace(problem, where=where, related=related, fix=fix)

    def _of_host(self, path: Path) -> tuple[Block, Path, int]:
        """Give the block that a path is in, its name there, and the lines above the block."""
        if len(path) > 1:
            number = path[1]
            if not isinstance(number, int) or not 0 <= number < len(self._blocks):
                number, path = 0, ("hosts", _NOWHERE)
            else:
                path = ("hosts", 0, *path[2:])
        else:
            number = 0
        return self._blocks[number], path, self.lines_above(number)

    def _of_rest(self, where: Range | None) -> Range | None:
        """Turn a place in the rest into one in the whole text."""
        return None if where is None else self._in_text(where)

    def _in_text(self, where: Range) -> Range:
        """Move a place in the rest to where its piece stands."""
        other = max(0, bisect_right(self._other_above, where.line - 1) - 1)
        return below(where, self._above[self._others[other]] - self._other_above[other])

    def _point(self, offset: int) -> Range:
        """Give line and column of one character."""
        piece = self._piece(self._starts, offset)
        spans, start, lines = self._piece_spans(piece)
        at = start + offset - self._starts[piece]
        return below(spans.range(at, at), self._above[piece] - lines)

    def _piece_spans(self, piece: int) -> tuple[Spans, int, int]:
        """Give the places that a piece is in, and where it begins there: offset and lines."""
        host = self._layout.hosts[piece]
        if host != NO_HOST:
            return self._blocks[host].spans, 0, 0
        other = self._other(piece)
        return self._rest, self._other_starts[other], self._other_above[other]

    def _other(self, piece: int) -> int:
        """Say the how manieth piece of the rest a piece is."""
        return bisect_right(self._others, piece) - 1

    @staticmethod
    def _piece(starts: Sequence[int], at: int) -> int:
        """Find the piece that a position is in; what is behind the end is in the last one."""
        return max(0, min(bisect_right(starts, at), len(starts) - 1) - 1)


def _moved(where: Range | None, lines: int) -> Range | None:
    return None if where is None else below(where, lines)
