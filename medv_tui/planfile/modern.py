"""What a text may have that only TOML 1.1 knows; most plans have nothing like it."""

import re
from collections.abc import Iterator

_ESCAPE = re.compile(r"\\[ex]")
_LAST_COMMA = re.compile(r",[ \t]*\}")
_MINUTES = re.compile(r":(?<=[0-9]{2}:)[0-9]{2}(?![0-9:])")
"""Hours and minutes without seconds; it begins with the colon so that it is found fast."""
_BEFORE_TIME = re.compile(r"(?:\A|[=,\[\n]|-[0-9]{2}[Tt ])[ \t]*\Z")
_TEXT_OR_COMMENT = re.compile(r"""\"(?:[^"\\]|\\.)*(?:\"|$)|'[^']*(?:'|$)|#.*""")
_WIDEST = 100
"""So many characters before a time are looked at."""


def may_be_modern(text: str) -> bool:
    """Whether TOML that is correct may be TOML 1.1: never False for one that is."""
    return (
        _ESCAPE.search(text) is not None
        or _LAST_COMMA.search(text) is not None
        or any(_begins_time(text, match.start() - 2) for match in _MINUTES.finditer(text))
        or any(_stays_open(line) for line in _lines_with_braces(text))
    )


def _begins_time(text: str, start: int) -> bool:
    return _BEFORE_TIME.search(text[max(0, start - _WIDEST) : start]) is not None


def _lines_with_braces(text: str) -> Iterator[str]:
    """Give every line that has a brace."""
    brace = text.find("{")
    while brace >= 0:
        start = text.rfind("\n", 0, brace) + 1
        end = text.find("\n", brace)
        end = len(text) if end < 0 else end
        yield text[start:end]
        brace = text.find("{", end)


def _stays_open(line: str) -> bool:
    """Whether an inline table may go on after the line that opens it."""
    if '"""' in line or "'''" in line:
        return True
    bare = _TEXT_OR_COMMENT.sub("", line)
    return bare.count("{") > bare.count("}")
