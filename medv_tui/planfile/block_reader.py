"""Reading a plan's text again and again, and of its `[[hosts]]` tables only those that changed."""

from collections.abc import Sequence
from functools import partial
from itertools import count, pairwise
from typing import NamedTuple

from medv_tui.planfile.block_spans import NO_HOST, BlockSpans, Layout, numbers
from medv_tui.planfile.blocks import FAR_REACHING, Block, block
from medv_tui.planfile.known import Known
from medv_tui.planfile.long_text import LongText
from medv_tui.planfile.pieces import HEADER, Piece, cut_again, pieces
from medv_tui.planfile.scan import MOST_BROKEN
from medv_tui.planfile.syntax import Reading, Salvaged, place_of, read, read_correct, salvage


class _Cut(NamedTuple):
    """A text that was read, and its pieces; none before the first one."""

    text: LongText
    pieces: list[Piece]


class _Rest(NamedTuple):
    """What stands between the blocks, all together, with a header for the blocks between."""

    text: str
    found: Salvaged | None
    """What it says without those headers; None if that takes the blocks too."""


class _Parts(NamedTuple):
    """What the pieces of a text say, each by itself."""

    cut: Sequence[Piece]
    rest: Salvaged
    blocks: list[Block]


class BlockReader:
    """Reads one plan again and again; the result never depends on what came before.

    Each `[[hosts]]` table is a text of its own to the parser, and is read once for as long as it
    stays as it is. Where a table cannot be told from its own text alone, the whole text is read.
    """

    def __init__(self) -> None:
        self._last = _Cut(LongText(("",)), [])
        self._known: Known[Block] = Known()
        """Blocks by the text that they were read from."""
        self._rest = _Rest("", None)

    def branch(self) -> "BlockReader":
        """Give another reader that knows what this one does; two threads may use one each."""
        other = BlockReader()
        other._last, other._known, other._rest = self._last, self._known, self._rest
        return other

    def read(self, text: str | LongText) -> Reading:
        """Read any text; never raises."""
        text, (was, before) = LongText.of(text), self._last
        cut = cut_again(text, was, before) if before else list(pieces(text.whole))
        self._last = _Cut(text, cut)
        parts = self._parts(cut)
        if parts is None or not (_are_closed(parts) or _are_apart(parts)):
            return read(text.whole)
        return _joined(parts)

    def _parts(self, cut: Sequence[Piece]) -> _Parts | None:
        """Read a text piece by piece; None if it has to be read as a whole."""
        blocks = self._read_blocks(cut)
        if not blocks:
            return None
        rest = self._read_rest(cut)
        if rest is None or rest.faults + sum(each.faults for each in blocks) >= MOST_BROKEN:
            return None
        return _Parts(cut, rest, blocks)

    def _read_blocks(self, cut: Sequence[Piece]) -> list[Block]:
        """Read every block; none if one of them cannot be read by itself."""
        known = self._known
        found: list[Block] = []
        lines = 0
        for piece in cut:
            if piece.is_host:
                here = known.get(piece.text)
                if here is None or here.faults:
                    here = block(piece.text, lines, last=piece is cut[-1])
                    if here is None:
                        return []
                    known.keep(piece.text, here)
                found.append(here)
            lines += piece.lines
        known.forget_all_but((each.text for each in found), len(found))
        return found

    def _read_rest(self, cut: Sequence[Piece]) -> Salvaged | None:
        """Read what stands between the blocks, unless it is the same as last time."""
        rest = _without_blocks(cut)
        kept = self._rest
        if rest != kept.text or kept.found is None or kept.found.faults:
            self._rest = _Rest(rest, _read_without_blocks(rest, cut))
        return self._rest.found


def read_in_pieces(text: str) -> Reading:
    """Read any text as `read` does, in small steps that let other threads take their turn."""
    return BlockReader().read(text)


def _are_closed(parts: _Parts) -> bool:
    """Whether no piece may take in anything outside of it.

    What stands open may be closed there, and a header that cannot count loses the tables below.
    """
    if parts.rest.faults and _reaches_out(parts.cut, _without_blocks(parts.cut)):
        return False
    faulty = [number for number, each in enumerate(parts.blocks) if each.faults]
    if not faulty:
        return True
    below = [after.is_host for before, after in pairwise(parts.cut) if before.is_host]
    return not any(
        _reaches_out(parts.cut, parts.blocks[number].text) or not all(below[number : number + 1])
        for number in faulty
    )


def _are_apart(parts: _Parts) -> bool:
    """Whether what stands open in a piece is not closed outside of it, although it might be.

    A block that is correct, and in which nothing can close, is taken in as a whole or not at all.
    So the pieces are apart in the text if they are where those blocks are left out, which is
    little enough to be read as a whole too.
    """
    hosts = iter(parts.blocks)
    kept = [piece.text for piece in parts.cut if not (piece.is_host and _is_neutral(next(hosts)))]
    if parts.cut[-1].is_host and _is_neutral(parts.blocks[-1]):
        kept.append(parts.cut[-1].text)
    few = "".join(kept)
    apart = BlockReader()._parts(list(pieces(few))) if len(kept) < len(parts.cut) else None
    if apart is None:
        return False
    pieced, whole = _joined(apart), read(few)
    return (
        (pieced.problems, pieced.broken) == (whole.problems, whole.broken)
        and repr(pieced.data) == repr({key: whole.data.get(key) for key in pieced.data})
        and len(pieced.data) == len(whole.data)
    )


def _is_neutral(here: Block) -> bool:
    return not here.faults and FAR_REACHING.search(here.text) is None


def _without_blocks(cut: Sequence[Piece]) -> str:
    """Give what stands between the blocks, with one bare header for blocks in a row."""
    first = HEADER if cut[0].is_host else cut[0].text
    more = (
        HEADER if piece.is_host else piece.text
        for before, piece in pairwise(cut)
        if not (before.is_host and piece.is_host)
    )
    return "".join((first, *more))


def _reaches_out(cut: Sequence[Piece], piece: str) -> bool:
    """Whether what stands open in a piece of a text may be closed outside of it."""
    marks = {*FAR_REACHING.findall(piece), *((">>>>>>>",) if "<<<<<<<" in piece else ())}
    return any(sum(each.text.count(mark) for each in cut) != piece.count(mark) for mark in marks)


def _read_without_blocks(rest: str, cut: Sequence[Piece]) -> Salvaged | None:
    """Read what stands between the blocks; None if that takes the blocks too."""
    reading = read_correct(rest)
    if reading is not None:
        found = Salvaged(reading, 0, clear=True)
    else:
        found = salvage(rest, partial(_line_in_text, cut))
        if not found.clear:
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


def _joined(parts: _Parts) -> Reading:
    """Put together what the pieces of a text say."""
    cut, rest, blocks = parts.cut, parts.rest.reading, parts.blocks
    spans = BlockSpans(_layout(cut), rest.spans, blocks)
    problems = [spans.of_rest(problem) for problem in rest.problems]
    broken = rest.broken
    for index, each in enumerate(blocks):
        if each.reading is not None:
            problems += each.problems(index, spans.lines_above(index))
            broken |= each.broken(index)
    if problems:
        problems.sort(key=place_of)
    return Reading(
        {**rest.data, "hosts": [each.table for each in blocks]},
        tuple(problems),
        spans,
        broken,
        rest.tables_text + "".join(each.text for each in blocks if each.names_tables),
    )


def _layout(cut: Sequence[Piece]) -> Layout:
    """Number the hosts among the pieces."""
    host = count()
    return Layout(
        numbers(len(piece.text) for piece in cut),
        numbers(piece.lines for piece in cut),
        numbers(next(host) if piece.is_host else NO_HOST for piece in cut),
    )
