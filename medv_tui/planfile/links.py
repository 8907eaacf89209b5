"""From a name in a text to the table that it means, and to the next place that has it."""

import re
from collections.abc import Sequence
from enum import Enum
from itertools import chain
from typing import NamedTuple

_PAIR = re.compile(r"([\w\-]+)[ \t]*=[ \t]*(?:\"([^\"]*)\"?|'([^']*)'?)")
_HEADER = re.compile(r"[ \t]*\[\[?[ \t]*([A-Za-z_][\w.\-]*)")


class Target(Enum):
    """What a name under the cursor means."""

    WORKSPACE = "workspace"
    """A workspace is named here; its own table is elsewhere."""
    PRACTICE = "practice"
    USE = "name"
    """This is a workspace's own name; it is used elsewhere."""


class Link(NamedTuple):
    """A name under the cursor with what it means."""

    target: Target
    name: str


def link_at(lines: Sequence[str], row: int, column: int) -> Link | None:
    """Give the name at a row and column, or the only one that its line has."""
    table = _table(lines, row)
    found = [match for match in _PAIR.finditer(lines[row]) if _target(match[1], table)]
    here = [match for match in found if match.start() <= column <= match.end()]
    for match in (here or found)[:1]:
        target = _target(match[1], table)
        name = match[2] if match[2] is not None else match[3]
        if target is not None and name:
            return Link(target, name)
    return None


def _target(key: str, table: str) -> Target | None:
    """Say what the value of a key means in a table."""
    if key == "workspace":
        return None if table == "deployment.arguments" else Target.WORKSPACE
    if key == "practice":
        return Target.PRACTICE if table == "attestations" else None
    return Target.USE if key == "name" and table == "workspaces" else None


def _table(lines: Sequence[str], row: int) -> str:
    """Give the dotted name of the table around a row; empty for the root."""
    for number in range(row, -1, -1):
        if match := _HEADER.match(lines[number]):
            return match[1]
    return ""


def row_of_workspace(lines: Sequence[str], name: str) -> int | None:
    """Give the row in which a workspace of that name has its name; None if there is none."""
    return _next(lines, 0, name, Target.USE)


def next_use(lines: Sequence[str], row: int, name: str) -> int | None:
    """Give the next row below a row that names a workspace, round from the end."""
    return _next(lines, row + 1, name, Target.WORKSPACE)


def _next(lines: Sequence[str], first: int, name: str, wanted: Target) -> int | None:
    """Find the first row from one on that has a name as this kind of target."""
    for row in chain(range(first, len(lines)), range(min(first, len(lines)))):
        if str(wanted.value) in lines[row] and _names(lines, row, name, wanted):
            return row
    return None


def _names(lines: Sequence[str], row: int, name: str, wanted: Target) -> bool:
    """Whether a row has a name as this kind of target."""
    columns = (match.start() for match in _PAIR.finditer(lines[row]) if match[1] == wanted.value)
    links = (link_at(lines, row, column) for column in columns)
    called = name.casefold()
    return any(each and each.target is wanted and each.name.casefold() == called for each in links)
