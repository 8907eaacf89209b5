"""Installer arguments: one text of switches and `NAME=value` pairs, as typed at a prompt."""

import re
from dataclasses import dataclass

_WORD = re.compile(r'(?:[^\s"]|"[^"]*(?:"|$))+')
"""What blanks separate; blanks inside quotation marks belong to the word."""

_PROPERTY = re.compile(r"[A-Za-z_][\w.]*")


@dataclass(frozen=True, slots=True)
class Argument:
    """One word of the text."""

    start: int
    end: int
    """Where it stands, in code points from 0; the end is exclusive."""
    name: str
    """The property that it sets, in capitals; empty for a switch or a bare word."""
    value: str
    """What stands behind `=` without quotation marks; the whole word where there is no name."""


def read(text: str) -> tuple[Argument, ...]:
    """Split a text into its words; any text is accepted."""
    return tuple(_argument(word) for word in _WORD.finditer(text))


def value(text: str, name: str) -> str | None:
    """Give what a property is set to, the last one if several are; None where it is not set.

    An empty text means that the property is set to nothing, which is not the same as None.
    """
    return next((a.value for a in reversed(read(text)) if a.name == name.upper()), None)


def without(text: str, name: str) -> str:
    """Take every setting of a property out and leave all other words as they are."""
    left = text
    for argument in reversed(read(text)):
        if argument.name == name.upper():
            left = f"{left[: argument.start].rstrip()} {left[argument.end :].lstrip()}"
    return left.strip()


def having(text: str, name: str, written: str) -> str:
    """Set a property, replacing what it was; the value is written as it is given."""
    return f"{without(text, name)} {name}={written}".strip()


def _argument(word: re.Match[str]) -> Argument:
    """Tell a property from a switch."""
    name, equals, given = word[0].partition("=")
    name = name.replace('"', "")
    if not equals or not _PROPERTY.fullmatch(name):
        return Argument(word.start(), word.end(), "", word[0].replace('"', ""))
    return Argument(word.start(), word.end(), name.upper(), given.replace('"', ""))
