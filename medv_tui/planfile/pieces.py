"""A plan's text cut into pieces: each `[[hosts]]` table by itself, and what stands between them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from medv_tui.planfile.long_text import LongText

HEADER = "[[hosts]]\n"
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


def cut_again(text: LongText, was: LongText, before: list[Piece]) -> list[Piece]:
    """Cut a text, and take over the pieces that it begins and ends with as it did before.

    `before` are the pieces of what the text was. The result is that of `pieces`.
    """
    alike = text.begins_as(was)
    first, start = 0, 0
    for piece in before[:-1]:
        end = start + len(piece.text)
        if end > alike and not text.has(piece.text, start):
            break
        first, start = first + 1, end
    # The piece before a change ends where a header begins, and that may be no header any more.
    if first:
        first -= 1
        start -= len(before[first].text)
    alike = len(text) - text.ends_as(was)
    last, end = len(before), len(text)
    while last > first + 1:
        piece = before[last - 1]
        begin = end - len(piece.text)
        if begin < start or not (begin >= alike or text.has(piece.text, begin)):
            break
        last, end = last - 1, begin
    # What follows a change has to begin at the beginning of a line, and with a host's header:
    # that is where a piece ends, whatever stands above it.
    while last < len(before) and not (
        before[last].is_host and text.between(end - 1, end) in ("", "\n")
    ):
        end += len(before[last].text)
        last += 1
    return [*before[:first], *_middle(text, start, end), *before[last:]]


def _middle(text: LongText, start: int, end: int) -> Iterator[Piece]:
    """Cut the stretch of a text that ends at its end or where the table of a host begins."""
    if end == len(text):
        yield from pieces(text.between(start, end))
    elif end > start:
        yield from list(pieces(text.between(start, end) + HEADER))[:-1]


def _piece(text: str, *, is_host: bool) -> Piece:
    return Piece(text, is_host, text.count("\n"))
