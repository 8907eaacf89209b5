"""A plan's text in lines, as the editor shows it."""

from typing import Literal, NamedTuple

from medv_tui.tui.lexer import LineStates

Newline = Literal["\r\n", "\n"]
CRLF: Newline = "\r\n"
LF: Newline = "\n"


class TextLines(NamedTuple):
    """Lines that join to the very text they were made of, and what each begins in."""

    newline: Newline
    lines: list[str]
    states: LineStates


def split(text: str) -> TextLines:
    """Split a text at CRLF where every line ends so, and else at LF."""
    feeds = text.count(LF)
    newline: Newline = CRLF if feeds and feeds == text.count(CRLF) else LF
    lines = text.split(newline)
    return TextLines(newline, lines, LineStates(lines))
