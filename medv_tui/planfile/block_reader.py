"""Reading a plan's text again and again, and of its `[[hosts]]` tables only those that changed."""

from collections.abc import Sequence
from typing import NamedTuple

from medv_tui.findings import Problem
from medv_tui.planfile.block_spans import NO_HOST, BlockSpans, Layout
from medv_tui.planfile.blocks import HEADER, Block, Piece, block, is_self_contained, pieces
from medv_tui.planfile.scan import MOST_BROKEN
from medv_tui.planfile.syntax import Reading, Salvaged, read, read_correct, salvage


class _Rest(NamedTuple):
    """What stands between the blocks, all together."""

    text: str
    first: bool
    """Whether all of it stands above the first block."""
    found: Salvaged | None
    """What it says; None if that takes the blocks too."""


class BlockReader:
    """Reads one plan again and again; the result never depends on what came before.

    Each `[[hosts]]` table is a text of its own to the parser, and is read once for as long as it
    stays as it is. Where a table cannot be told from its own text alone, the whole text is read.
    """

    def __init__(self) -> None:
        self._blocks: dict[str, Block] = {}
        self._rest = _Rest("", True, None)

    def read(self, text: str) -> Reading:
        """Read any text; never raises."""
        return self._pieced(text) or read(text)

    def _pieced(self, text: str) -> Reading | None:
        """Read a text piece by piece; None if it has to be read as a whole."""
        cut = list(pieces(text))
        blocks = self._read_blocks(cut)
        if not blocks:
            return None
        others = [piece.text for piece in cut if not piece.is_host]
        rest = self._read_rest("".join(others), first=len(others) == (not cut[0].is_host))
        if rest is None or rest.faults + sum(b.faults for b in blocks) >= MOST_BROKEN:
            return None
        return _joined(text, cut, rest.reading, blocks)

    def _read_blocks(self, cut: Sequence[Piece]) -> list[Block]:
        """Read every block; none if one of them reaches beyond itself."""
        known, kept = self._blocks, {}
        found: list[Block] = []
        lines = 0
        for number, (text, is_host) in enumerate(cut):
            if not is_host:
                lines += text.count("\n")
                continue
            here = known.get(text)
            last = number == len(cut) - 1
            if here is None or (here.faults and (last or here.lines_above != lines)):
                here = block(text, lines, last=last)
                if here is None:
                    return []
            kept[text] = here
            found.append(here)
            lines += here.lines
        self._blocks = kept
        return found

    def _read_rest(self, text: str, *, first: bool) -> Salvaged | None:
        """Read what stands between the blocks, unless it is the same as last time."""
        if (text, first) != self._rest[:2]:
            self._rest = _Rest(text, first, _rest(text, first=first))
        return self._rest.found


def _rest(text: str, *, first: bool) -> Salvaged | None:
    """Read what stands between the blocks."""
    reading = read_correct(text)
    if reading is not None:
        return None if "hosts" in reading.data else Salvaged(reading, 0, clear=True)
    if not first or not is_self_contained(text):
        return None
    found = salvage(text + HEADER)
    data = found.reading.data
    if data.pop("hosts", None) != [{}] or not found.clear:
        return None
    return None if any(path[:1] == ("hosts",) for path in found.reading.broken) else found


def _joined(text: str, cut: Sequence[Piece], rest: Reading, blocks: list[Block]) -> Reading:
    """Put together what the pieces of a text say."""
    hosts: list[int] = []
    lines: list[int] = []
    number = 0
    for piece in cut:
        hosts.append(number if piece.is_host else NO_HOST)
        lines.append(blocks[number].lines if piece.is_host else piece.text.count("\n"))
        number += piece.is_host
    spans = BlockSpans(text, Layout([len(p.text) for p in cut], lines, hosts), rest.spans, blocks)
    problems = [spans.of_rest(problem) for problem in rest.problems]
    broken = rest.broken
    for index, each in enumerate(blocks):
        if each.reading is not None:
            problems += each.problems(index, spans.lines_above(index))
            broken |= each.broken(index)
    if problems:
        problems.sort(key=_place)
    return Reading(
        {**rest.data, "hosts": [each.table for each in blocks]},
        tuple(problems),
        spans,
        broken,
        rest.tables_text + "".join(each.text for each in blocks if each.names_tables),
    )


def _place(problem: Problem) -> tuple[int, int]:
    """Order problems as they stand in the text."""
    return (problem.where.line, problem.where.column) if problem.where else (0, 0)
