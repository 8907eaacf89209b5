"""The tables of a text, each by its header and its name: from it one finds one's way."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_HEADER = re.compile(r"[ \t]*(\[\[?)[ \t]*([A-Za-z_][\w.\-]*)[ \t]*\]{0,2}")
_NAME = re.compile(r"[ \t]*(name|file|practice)[ \t]*=[ \t]*(\"[^\"]*|'[^']*)")


class Entry(NamedTuple):
    """One table of a text."""

    row: int
    """Row of its header, from 0."""
    table: str
    """Its dotted name, `workspaces.image`."""
    many: bool
    """Whether it is one of a list, `[[hosts]]`."""
    name: str = ""
    """What it is called, where it has a name, a file or a practice."""
    depth: int = 0
    """How many tables it stands inside."""


def outline(lines: Sequence[str]) -> list[Entry]:
    """List the tables in the order of the text; a table with a broken header is in it too."""
    found: list[Entry] = []
    for row, line in enumerate(lines):
        if match := _HEADER.match(line):
            table = match[2].strip(".")
            found.append(Entry(row, table, match[1] == "[[", "", table.count(".")))
        elif found and found[-1].many and not found[-1].name and (match := _NAME.match(line)):
            found[-1] = found[-1]._replace(name=match[2][1:])
    return found


def at_row(entries: Sequence[Entry], row: int) -> int:
    """Give the number of the table that a row is in; 0 above the first."""
    inside = [number for number, entry in enumerate(entries) if entry.row <= row]
    return inside[-1] if inside else 0
