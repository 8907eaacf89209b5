"""Reading a plan's text again and again, and of its `[[hosts]]` tables only those that changed."""

from collections.abc import Sequence
from typing import NamedTuple

from medv_tui.planfile.block_spans import BlockSpans
from medv_tui.planfile.blocks import FAR_REACHING, Block, block
from medv_tui.planfile.host_blocks import HostBlocks
from medv_tui.planfile.judge import Judge, judged_here
from medv_tui.planfile.known import Known
from medv_tui.planfile.long_text import LongText
from medv_tui.planfile.piece_layout import NO_HOST, PieceLayout
from medv_tui.planfile.pieces import NAME, Piece, all_pieces, cut_again
from medv_tui.planfile.scan import MOST_BROKEN
from medv_tui.planfile.syntax import Reading, Salvaged, place_of, workspace_headers
from medv_tui.turns import give_way

MOST_COMPARED = 100_000
"""Characters of the pieces that are read twice at most, to see whether each tells its own end."""


class _Rest(NamedTuple):
    """What stands between the blocks, all together, with a header for the blocks between."""

    text: str
    found: Salvaged | None
    """What it says without those headers; None if that takes the blocks too."""


class _Parts(NamedTuple):
    """What the pieces of a text say, each by itself."""

    cut: Sequence[Piece]
    layout: PieceLayout
    rest: Salvaged
    hosts: HostBlocks

    def below(self, host: int) -> Sequence[Piece]:
        """Give the piece below a host, if there is one."""
        behind = self.layout.piece_of[host] + 1
        return self.cut[behind : behind + 1]


class _Last(NamedTuple):
    """A text that was read."""

    text: LongText
    cut: list[Piece]
    """Its pieces; none before the first text."""
    layout: PieceLayout
    hosts: HostBlocks | None
    """What they say; None if they could not be read by themselves."""


_NOTHING = _Last(LongText(("",)), [], PieceLayout.of(()), None)


class BlockReader:
    """Reads one plan again and again; the result never depends on what came before.

    Each `[[hosts]]` table is a text of its own to the parser, and is read once for as long as it
    stays as it is. Where a table cannot be told from its own text alone, the whole text is read.
    """

    def __init__(self, judge: Judge = judged_here) -> None:
        """Take who reads what has to be read as a whole."""
        self._judge = judge
        self._last = _NOTHING
        self._known: Known[Block] = Known()
        """Blocks by the text that they were read from."""
        self._rest = _Rest("", None)

    def branch(self) -> "BlockReader":
        """Give another reader that knows what this one does; two threads may use one each."""
        other = BlockReader(self._judge)
        other._last, other._known, other._rest = self._last, self._known, self._rest
        return other

    def read(self, text: str | LongText) -> Reading:
        """Read any text; never raises."""
        text = LongText.of(text)
        parts = self._parts(text)
        if parts is None or not (_are_closed(parts) or _are_apart(parts, self._judge)):
            return self._judge(text).reading
        return _joined(parts)

    def _parts(self, text: LongText) -> _Parts | None:
        """Read a text piece by piece; None if it has to be read as a whole."""
        if not any(NAME in stretch for stretch in text.stretches):
            self._last = _NOTHING
            return None
        self._last = last = self._read_again(text, self._last)
        hosts = last.hosts
        if hosts is None:
            return None
        give_way()
        self._known.forget_all_but((each.text for each in hosts.blocks), len(hosts.blocks))
        rest = self._read_rest(last.cut, last.layout)
        if rest is None or rest.faults + hosts.faults >= MOST_BROKEN:
            return None
        return _Parts(last.cut, last.layout, rest, hosts)

    def _read_again(self, text: LongText, last: _Last) -> _Last:
        """Cut a text, and read the blocks that the last one did not have."""
        if not last.cut:
            return self._read_all(text, list(all_pieces(text)))
        recut = cut_again(text, last.text, last.cut, last.layout.starts)
        give_way()
        cut = recut.applied(last.cut)
        if last.hosts is None or not recut.keeps_kinds(last.cut):
            return self._read_all(text, cut)
        give_way()
        layout = last.layout.changed(recut.first, cut, len(recut.pieces))
        numbers = layout.hosts[recut.first : recut.first + len(recut.pieces)]
        again = {*numbers, *last.hosts.faulty} - {NO_HOST}
        others = {number: self._block(cut, layout, number) for number in sorted(again)}
        found = {number: each for number, each in others.items() if each is not None}
        hosts = last.hosts.changed(found) if len(found) == len(others) else None
        return _Last(text, cut, layout, hosts)

    def _read_all(self, text: LongText, cut: list[Piece]) -> _Last:
        """Read every block, which takes no time for those that are known."""
        layout = PieceLayout.of(cut)
        found: list[Block] = []
        for number in range(len(layout.piece_of)):
            here = self._block(cut, layout, number)
            if here is None:
                return _Last(text, cut, layout, None)
            found.append(here)
        return _Last(text, cut, layout, HostBlocks.of(found) if found else None)

    def _block(self, cut: Sequence[Piece], layout: PieceLayout, number: int) -> Block | None:
        """Read one block, unless it is known; None if it cannot be read by itself."""
        at = layout.piece_of[number]
        text = cut[at].text
        here = self._known.get(text)
        if here is None or here.faults:
            here = block(text, layout.above[at], last=at + 1 == len(cut))
            if here is not None:
                self._known.keep(text, here)
        return here

    def _read_rest(self, cut: Sequence[Piece], layout: PieceLayout) -> Salvaged | None:
        """Read what stands between the blocks, unless it is the same as last time."""
        rest = layout.rest(cut)
        kept = self._rest
        if rest != kept.text or kept.found is None or kept.found.faults:
            self._rest = _Rest(rest, _read_without_blocks(rest, layout, self._judge))
        return self._rest.found


def read_in_pieces(text: str) -> Reading:
    """Read any text as `read` does, in small steps that let other threads take their turn."""
    return BlockReader().read(text)


def _are_closed(parts: _Parts) -> bool:
    """Whether no piece may take in anything outside of it.

    What stands open may be closed there, and a header that cannot count loses the tables below.
    """
    if parts.rest.faults and _reaches_out(parts.cut, parts.layout.rest(parts.cut)):
        return False
    return not any(
        _reaches_out(parts.cut, parts.hosts.blocks[number].text)
        or not all(piece.is_host for piece in parts.below(number))
        for number in parts.hosts.faulty
    )


def _are_apart(parts: _Parts, judge: Judge) -> bool:
    """Whether what stands open in a piece is not closed outside of it, although it might be.

    A block that is correct, and in which nothing can close, is taken in as a whole or not at all.
    So the pieces are apart in the text if they are where those blocks are left out, which is
    little enough to be read as a whole too.
    """
    hosts = iter(parts.hosts.blocks)
    kept = [piece.text for piece in parts.cut if not (piece.is_host and _is_neutral(next(hosts)))]
    if parts.cut[-1].is_host and _is_neutral(parts.hosts.blocks[-1]):
        kept.append(parts.cut[-1].text)
    few = LongText(tuple(kept))
    if len(kept) == len(parts.cut) or len(few) > MOST_COMPARED:
        return False
    apart = BlockReader(judge)._parts(few)
    if apart is None:
        return False
    pieced, whole = _joined(apart), judge(few).reading
    return (
        (pieced.problems, pieced.broken) == (whole.problems, whole.broken)
        and repr(pieced.data) == repr({key: whole.data.get(key) for key in pieced.data})
        and len(pieced.data) == len(whole.data)
    )


def _is_neutral(here: Block) -> bool:
    return not here.faults and FAR_REACHING.search(here.text) is None


def _reaches_out(cut: Sequence[Piece], piece: str) -> bool:
    """Whether what stands open in a piece of a text may be closed outside of it."""
    marks = {*FAR_REACHING.findall(piece), *((">>>>>>>",) if "<<<<<<<" in piece else ())}
    return any(sum(each.text.count(mark) for each in cut) != piece.count(mark) for mark in marks)


def _read_without_blocks(rest: str, layout: PieceLayout, judge: Judge) -> Salvaged | None:
    """Read what stands between the blocks; None if that takes the blocks too."""
    found = judge(LongText.of(rest), layout.line_in_text)
    if not found.clear:
        return None
    hosts = found.reading.data.pop("hosts", None)
    ours = (*found.reading.broken, *(problem.path for problem in found.reading.problems))
    if hosts != [{}] * layout.runs or any(path[:1] == ("hosts",) for path in ours):
        return None
    return found


def _joined(parts: _Parts) -> Reading:
    """Put together what the pieces of a text say."""
    rest, blocks = parts.rest.reading, parts.hosts.blocks
    spans = BlockSpans(parts.layout, rest.spans, blocks)
    problems = [spans.of_rest(problem) for problem in rest.problems]
    broken, headers = rest.broken, rest.workspace_headers
    for number in parts.hosts.special:
        each = blocks[number]
        problems += each.problems(number, spans.lines_above(number))
        broken |= each.broken(number)
        if each.names_tables:
            headers += workspace_headers(each.text)
    if problems:
        problems.sort(key=place_of)
    return Reading(
        {**rest.data, "hosts": parts.hosts.tables},
        tuple(problems),
        spans,
        broken,
        headers,
    )
