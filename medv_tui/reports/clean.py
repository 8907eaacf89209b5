"""Text from outside, made safe to show: nothing in it can drive a terminal or hide."""

import unicodedata

LONGEST = 4096
"""Characters of one text that are shown at most."""

MOST_MARKS = 8
"""Marks such as accents on one letter that are shown at most; more would cover other rows."""

_STAND_IN = "\N{REPLACEMENT CHARACTER}"
_CUT = "…"
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Control, format (zero-width, bidirectional), surrogate, line and paragraph separators."""

_MARKS = frozenset({"Mn", "Me"})

_BLANK_LETTERS = frozenset("\u034f\u115f\u1160\u3164\uffa0")
"""Letters and marks that are drawn as nothing although they are none of the above."""


def clean(text: str) -> str:
    """Give a text with a visible stand-in for every character that is none, one for one.

    Control characters become their pictures (␛, ␊), all others �, and so do marks on a letter
    that has many already. What is longer than 4,096
    characters is cut there and ends in an ellipsis.
    """
    if len(text) > LONGEST:
        text = text[: LONGEST - 1] + _CUT
    if text.isascii() and text.isprintable():
        return text
    return with_few_marks("".join(map(_shown, text)))


def with_few_marks(text: str) -> str:
    """Give a text with a stand-in for each mark beyond the first eight on one letter."""
    if text.isascii():
        return text
    marks, shown = 0, []
    for character in text:
        marks = marks + 1 if unicodedata.category(character) in _MARKS else 0
        shown.append(character if marks <= MOST_MARKS else _STAND_IN)
    return "".join(shown)


def is_hidden(character: str) -> bool:
    """Say whether a character controls a terminal or cannot be seen."""
    return unicodedata.category(character) in _HIDDEN or character in _BLANK_LETTERS


def _shown(character: str) -> str:
    """Give the character itself, or what stands for it."""
    if not is_hidden(character):
        return character
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "\N{SYMBOL FOR DELETE}" if code == 0x7F else _STAND_IN
