"""What a text may have that only TOML 1.1 knows; most plans have nothing like it."""

import re

_ESCAPE_OR_COMMA = re.compile(r"\\[ex]|,[ \t]*\}")
_TIME = re.compile(
    r"(?:[=,\[\n][ \t]*|-[0-9]{2}[Tt ])[0-9]{2}:[0-9]{2}(?:[Zz]|[+-][0-9]{2}:[0-9]{2})?"
    r"(?=[ \t]*(?:[,\]}#\r\n]|\Z))"
)
_BRACE_LINE = re.compile(r"^[^\n]*\{[^\n]*", re.MULTILINE)
_TEXT_OR_COMMENT = re.compile(r"""\"(?:[^"\\]|\\.)*(?:\"|$)|'[^']*(?:'|$)|#.*""")


def may_be_modern(text: str) -> bool:
    """Whether TOML that is correct may be TOML 1.1: never False for one that is."""
    return (
        _ESCAPE_OR_COMMA.search(text) is not None
        or _TIME.search(text) is not None
        or any(_stays_open(line[0]) for line in _BRACE_LINE.finditer(text))
    )


def _stays_open(line: str) -> bool:
    """Whether an inline table may go on after the line that opens it."""
    if '"""' in line or "'''" in line:
        return True
    bare = _TEXT_OR_COMMENT.sub("", line)
    return bare.count("{") > bare.count("}")
