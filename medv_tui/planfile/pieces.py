"""A plan's text cut into pieces: each `[[hosts]]` table by itself, and what stands between them."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from medv_tui.planfile.long_text import LongText
from medv_tui.turns import give_way

NAME = "[[hosts]]"
HEADER = f"{NAME}\n"
_SURE = (HEADER, f"{NAME}\r\n")
"""What surely is the header of a host where a line begins with it."""
_PLAIN = "[hosts]]\n"
"""How nearly every table of a host begins behind its first bracket."""
_OURS = "[hosts]]"
_NAME = r"(?!(?:true|false|inf|nan)\])[A-Za-z_][A-Za-z0-9_.-]*"
_HEADER = re.compile(rf"(?:\[({_NAME})\]\]|({_NAME})\])[ \t]*(?:#[^\n]*)?\r?(?=\n|\Z)")
"""A header that stands at the beginning of a line for everyone, behind its first bracket."""


class Piece(NamedTuple):
    """A stretch of whole lines that begins at a header, or at the beginning of the text."""

    text: str
    is_host: bool
    lines: int
    """Line feeds in it."""


def pieces(text: str) -> Iterator[Piece]:
    """Cut a text before each `[[hosts]]` header and before the header that ends such a table.

    Whether a header really is one, and no line of a longer text, shows when its piece is read.
    """
    head, *parts = f"\n{text}".split("\n[")
    kept, is_host = head[1:], False
    begun = bool(head)
    for part in parts:
        ours = part.startswith(_PLAIN) or (
            part.startswith(_OURS) and _HEADER.match(part) is not None
        )
        if ours or (is_host and _HEADER.match(part)):
            if begun:
                yield _piece(kept + "\n", is_host=is_host)
            kept, is_host = "[" + part, ours
        else:
            kept = f"{kept}\n[{part}" if begun else "[" + part
        begun = True
    yield _piece(kept, is_host=is_host)


def all_pieces(text: LongText) -> Iterator[Piece]:
    """Cut a text as `pieces` does, in many small steps."""
    waiting: list[str] = []
    for stretch in text.stretches:
        at = 1 + max(stretch.rfind(f"\n{header}") for header in _SURE)
        if at or stretch.startswith(_SURE):
            yield from list(pieces("".join((*waiting, stretch[:at], HEADER))))[:-1]
            waiting = []
        waiting.append(stretch[at:])
    yield from pieces("".join(waiting))


class Recut(NamedTuple):
    """How the pieces of a text come out of those of the text before it."""

    first: int
    """The first piece that is another, or none any more."""
    last: int
    """Behind the last such piece."""
    pieces: list[Piece]
    """What stands in place of those pieces."""

    def applied(self, before: list[Piece]) -> list[Piece]:
        """Give all pieces of the text."""
        return [*before[: self.first], *self.pieces, *before[self.last :]]

    def keeps_kinds(self, before: list[Piece]) -> bool:
        """Whether each piece is of a host, or of none, as the one before it was."""
        gone = before[self.first : self.last]
        return len(gone) == len(self.pieces) and all(
            old.is_host == new.is_host for old, new in zip(gone, self.pieces, strict=True)
        )


def cut_again(text: LongText, was: LongText, before: list[Piece], starts: Sequence[int]) -> Recut:
    """Cut a text, and take over the pieces that it begins and ends with as it did before.

    `before` are the pieces of what the text was, and `starts` where each begins and the last one
    ends. The result is that of `pieces`.
    """
    first = min(len(before), bisect_right(starts, text.begins_as(was))) - 1
    give_way()
    while first < len(before) - 1 and text.has(before[first].text, starts[first]):
        first += 1
    # The piece before a change ends where a header begins, and that may be no header any more.
    first = max(0, first - 1)
    start, longer = starts[first], len(text) - len(was)
    alike = max(len(was) - text.ends_as(was), start - longer)
    give_way()
    last = max(first + 1, bisect_left(starts, alike))
    while last > first + 1:
        piece, begin = before[last - 1], starts[last - 1] + longer
        if begin < start or not text.has(piece.text, begin):
            break
        last -= 1
    # What follows a change has to begin at the beginning of a line, and with a host's header:
    # that is where a piece ends, whatever stands above it.
    while last < len(before) and not _begins_a_host(text, before[last], starts[last] + longer):
        last += 1
    return Recut(first, last, list(_middle(text, start, starts[last] + longer)))


def _begins_a_host(text: LongText, piece: Piece, at: int) -> bool:
    """Whether a piece at an offset is the table of a host that begins where a line does."""
    return piece.is_host and text.between(at - 1, at) in ("", "\n")


def _middle(text: LongText, start: int, end: int) -> Iterator[Piece]:
    """Cut the stretch of a text that ends at its end or where the table of a host begins."""
    if end == len(text):
        yield from pieces(text.between(start, end))
    elif end > start:
        yield from list(pieces(text.between(start, end) + HEADER))[:-1]


def _piece(text: str, *, is_host: bool) -> Piece:
    return Piece(text, is_host, text.count("\n"))
