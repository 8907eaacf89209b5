"""Lines of a text by their offsets: where they start and end, which are blank or a comment."""

import re

from medv_tui.planfile.scan import line_end

_BLANK = re.compile(r"[ \t]*\r?(?=\n|\Z)")
_COMMENT = re.compile(r"[ \t]*#(?!:)")
"""A comment for people; `#:` in the first line tells editors the schema of the whole file."""


def line_start(text: str, position: int) -> int:
    """Offset of the first character of the line that a position is in."""
    return text.rfind("\n", 0, position) + 1


def content_end(text: str, position: int) -> int:
    """Offset of the line ending, or of the end of the text."""
    end = line_end(text, position)
    return end - (0 < end < len(text) and text[end - 1] == "\r")


def next_line(text: str, position: int) -> int:
    """Offset after the line ending; the text's length on its last line."""
    return min(line_end(text, position) + 1, len(text))


def newline_near(text: str, position: int) -> str:
    """Give the line ending of a position's line; of the last line, that of the one above."""
    end = line_end(text, position)
    if end == len(text):
        end = text.rfind("\n", 0, position)
    return "\r\n" if end > 0 and text[end - 1] == "\r" else "\n"


def is_blank(text: str, start: int) -> bool:
    """Whether the line that starts at an offset holds nothing; there is none at the end."""
    return start < len(text) and _BLANK.match(text, start) is not None


def is_comment(text: str, start: int) -> bool:
    """Whether the line that starts at an offset holds nothing but a comment."""
    return _COMMENT.match(text, start) is not None


def comments_above(text: str, start: int) -> int:
    """Offset of the first of the comment lines directly above a line; the line's own if none."""
    while start > 0 and is_comment(text, above := line_start(text, start - 1)):
        start = above
    return start


def blanks_above(text: str, start: int) -> int:
    """Offset of the first of the blank lines directly above a line; the line's own if none."""
    while start > 0 and is_blank(text, above := line_start(text, start - 1)):
        start = above
    return start


def blanks_below(text: str, start: int) -> int:
    """Offset after the blank lines that begin at an offset."""
    while is_blank(text, start):
        start = next_line(text, start)
    return start
