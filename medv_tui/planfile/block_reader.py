"""Reading a plan's text again and again, and of its `[[hosts]]` tables only those that changed."""

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from medv_tui.findings import Problem
from medv_tui.planfile.block_spans import NO_HOST, BlockSpans, Layout
from medv_tui.planfile.blocks import FAR_REACHING, Block, block
from medv_tui.planfile.pieces import HEADER, Piece, cut_again, pieces
from medv_tui.planfile.scan import MOST_BROKEN
from medv_tui.planfile.syntax import Reading, Salvaged, read, read_correct, salvage


class _Rest(NamedTuple):
    """What stands between the blocks, all together, with a header for the blocks between."""

    text: str
    found: Salvaged | None
    """What it says without those headers; None if that takes the blocks too."""


class BlockReader:
    """Reads one plan again and again; the result never depends on what came before.

    Each `[[hosts]]` table is a text of its own to the parser, and is read once for as long as it
    stays as it is. Where a table cannot be told from its own text alone, the whole text is read.
    """

    def __init__(self) -> None:
        self._cut: list[Piece] = []
        self._known: Mapping[int, Block] = {}
        """Blocks by the identity of the text that they were read from."""
        self._rest = _Rest("", None)

    def read(self, text: str) -> Reading:
        """Read any text; never raises."""
        return self._pieced(text) or read(text)

    def _pieced(self, text: str) -> Reading | None:
        """Read a text piece by piece; None if it has to be read as a whole."""
        before = self._cut
        cut = self._cut = cut_again(text, before) if before else list(pieces(text))
        blocks = self._read_blocks(text, cut)
        if not blocks:
            return None
        rest = self._read_rest(text, cut)
        if rest is None or rest.faults + sum(each.faults for each in blocks) >= MOST_BROKEN:
            return None
        return _joined(text, cut, rest.reading, blocks)

    def _read_blocks(self, text: str, cut: Sequence[Piece]) -> list[Block]:
        """Read every block; none if one of them reaches beyond itself."""
        known = self._known
        found: list[Block] = []
        lines = 0
        for piece in cut:
            if piece.is_host:
                here = known.get(id(piece.text))
                if here is None or here.faults:
                    here = _block(text, piece, lines, last=piece is cut[-1])
                    if here is None:
                        return []
                found.append(here)
            lines += piece.lines
        self._known = {id(each.text): each for each in found}
        return found

    def _read_rest(self, text: str, cut: Sequence[Piece]) -> Salvaged | None:
        """Read what stands between the blocks, unless it is the same as last time."""
        rest = _without_blocks(cut)
        kept = self._rest
        if rest != kept.text or kept.found is None or kept.found.faults:
            self._rest = _Rest(rest, _read_without_blocks(text, rest, cut))
        return self._rest.found


def _block(text: str, piece: Piece, lines_above: int, *, last: bool) -> Block | None:
    """Read one block; None if it reaches beyond itself."""
    found = block(piece.text, lines_above, last=last)
    return None if found is None or (found.faults and _reaches_out(text, piece.text)) else found


def _without_blocks(cut: Sequence[Piece]) -> str:
    """Give what stands between the blocks, with one bare header for blocks in a row."""
    first = HEADER if cut[0].is_host else cut[0].text
    more = (
        HEADER if piece.is_host else piece.text
        for before, piece in pairwise(cut)
        if not (before.is_host and piece.is_host)
    )
    return "".join((first, *more))


def _reaches_out(text: str, piece: str) -> bool:
    """Whether what stands open in a piece may be closed outside of it."""
    marks = {*FAR_REACHING.findall(piece), *((">>>>>>>",) if "<<<<<<<" in piece else ())}
    return any(text.count(mark) != piece.count(mark) for mark in marks)


def _read_without_blocks(text: str, rest: str, cut: Sequence[Piece]) -> Salvaged | None:
    """Read what stands between the blocks; None if that takes the blocks too."""
    reading = read_correct(rest)
    if reading is not None:
        found = Salvaged(reading, 0, clear=True)
    else:
        found = salvage(rest, partial(_line_in_text, cut))
        if not found.clear or _reaches_out(text, rest):
            return None
    runs = cut[0].is_host + sum(b.is_host and not a.is_host for a, b in pairwise(cut))
    hosts = found.reading.data.pop("hosts", None)
    ours = (*found.reading.broken, *(problem.path for problem in found.reading.problems))
    if hosts != [{}] * runs or any(path[:1] == ("hosts",) for path in ours):
        return None
    return found


def _line_in_text(cut: Sequence[Piece], line: int) -> int:
    """Turn a line of what stands between the blocks into one of the text, both from 1."""
    left, above = line, 0
    before_is_host = False
    for piece in cut:
        if not piece.is_host:
            if left <= piece.lines:
                break
            left -= piece.lines
        elif not before_is_host:
            left -= 1
        above += piece.lines
        before_is_host = piece.is_host
    return above + left


def _joined(text: str, cut: Sequence[Piece], rest: Reading, blocks: list[Block]) -> Reading:
    """Put together what the pieces of a text say."""
    spans = BlockSpans(text, _layout(cut), rest.spans, blocks)
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


def _layout(cut: Sequence[Piece]) -> Layout:
    """Number the hosts among the pieces."""
    hosts: list[int] = []
    number = 0
    for piece in cut:
        hosts.append(number if piece.is_host else NO_HOST)
        number += piece.is_host
    return Layout([len(piece.text) for piece in cut], [piece.lines for piece in cut], hosts)


def _place(problem: Problem) -> tuple[int, int]:
    """Order problems as they stand in the text."""
    return (problem.where.line, problem.where.column) if problem.where else (0, 0)
