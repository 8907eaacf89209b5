"""One `[[hosts]]` table of a plan, read as a text of its own."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from medv_tui.findings import Intent, Path, Problem, Range, Related, RemoveKey, Rewrite, SetValue
from medv_tui.planfile.pieces import HEADER
from medv_tui.planfile.positions import Spans
from medv_tui.planfile.syntax import Reading, read_correct, salvage

FAR_REACHING = re.compile(r"\"\"\"|'''|^<<<<<<<|^>>>>>>>", re.MULTILINE)
"""What may begin here and end far below, so that a piece may not tell its own end."""


MOST_SPANS = 1_000
"""Of so many blocks it is known where everything stands: more than are on the screen.

Of all blocks of a large plan that would take more memory than all else.
"""


@dataclass(frozen=True, slots=True)
class Block:
    """One `[[hosts]]` table that can be read by itself, its positions counted from its header."""

    text: str
    table: dict[str, Any]
    """What is readable of it."""
    lines: int
    """Line feeds in it."""
    reading: Reading | None = None
    """What else there is to say of it; None where it is plain and correct."""
    faults: int = 0
    lines_above: int = 0
    """Lines of the plan above it, which its sentences may name."""

    @property
    def spans(self) -> Spans:
        """Places in the block, whose path is `("hosts", 0)` here."""
        return _spans(self.text) if self.reading is None else self.reading.spans

    @property
    def names_tables(self) -> bool:
        """Whether it may hold what looks like the header of a workspace."""
        return "workspaces" in self.text

    def problems(self, index: int, lines_above: int) -> tuple[Problem, ...]:
        """Give its problems as those of the plan's host of this index below so many lines."""
        if self.reading is None:
            return ()
        return tuple(_moved(problem, index, lines_above) for problem in self.reading.problems)

    def broken(self, index: int) -> frozenset[Path]:
        """Give its unreadable keys as those of the plan's host of this index."""
        if self.reading is None:
            return frozenset()
        return frozenset(renumbered(path, index) for path in self.reading.broken)


def block(text: str, lines_above: int, *, last: bool) -> Block | None:
    """Read a piece as one `[[hosts]]` table; None if it takes the rest of the text to do so.

    A piece in which something far-reaching stands is for the caller to leave out.
    """
    lines = text.count("\n")
    reading = read_correct(text)
    if reading is not None:
        table = _only_host(reading.data, 1)
        if table is None:
            return None
        return Block(text, table, lines, reading if reading.problems else None)
    # The header below ends what stays open above it, as it does in the whole text.
    found = salvage(text if last else text + HEADER, lambda line: lines_above + line)
    table = _only_host(found.reading.data, 1 if last else 2)
    if table is None or not found.clear or any(_elsewhere(p) for p in found.reading.broken):
        return None
    return Block(text, table, lines, found.reading, found.faults, lines_above)


@lru_cache(MOST_SPANS)
def _spans(text: str) -> Spans:
    """Give the places in a block that is correct."""
    return Spans(text)


def renumbered(path: Path, index: int) -> Path:
    """Give a path in a block as one in the plan."""
    return ("hosts", index, *path[2:]) if len(path) > 1 else path


def below(where: Range, lines: int) -> Range:
    """Move a place down by so many lines."""
    return Range(where.line + lines, where.column, where.end_line + lines, where.end_column)


def _only_host(data: Mapping[str, Any], count: int) -> dict[str, Any] | None:
    """Give the first of so many hosts where data holds nothing else."""
    hosts = data.get("hosts")
    if len(data) != 1 or not isinstance(hosts, list) or len(hosts) != count:
        return None
    first = hosts[0]
    return first if isinstance(first, dict) else None


def _elsewhere(path: Path) -> bool:
    """Whether a broken key belongs to another table."""
    return path[:2] != ("hosts", 0)


def _moved(problem: Problem, index: int, lines: int) -> Problem:
    """Give a problem of a block as one of the plan."""
    return replace(
        problem,
        path=renumbered(problem.path, index),
        where=None if problem.where is None else below(problem.where, lines),
        related=tuple(
            Related(other.file, below(other.where, lines), other.message)
            for other in problem.related
        ),
        fix=_moved_fix(problem.fix, index, lines),
    )


def _moved_fix(fix: Intent | None, index: int, lines: int) -> Intent | None:
    """Give what mends a problem of a block as an edit of the plan."""
    match fix:
        case SetValue(path) | RemoveKey(path):
            return replace(fix, path=renumbered(path, index))
        case Rewrite(where):
            return replace(fix, where=below(where, lines))
        case _:
            return fix
