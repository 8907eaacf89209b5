"""Plain sentences inside Markdown pages."""

import re

_SPECIAL = re.compile(r"(`[^`]*`)|([*_<|\\])")


def prose(text: str) -> str:
    """Give a sentence in which nothing but code spans means anything to Markdown."""
    return _SPECIAL.sub(lambda match: match[1] or f"\\{match[2]}", text)
