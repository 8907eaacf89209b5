"""From text to a sheet: the separator, the header row, and the lines before it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

from medv_tui.inventory.sheet import Sheet, read_rows, split

SEPARATORS = (",", ";", "\t", "|")
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?', re.IGNORECASE)
_TYPE_LINE = re.compile(r'"?#TYPE\b', re.IGNORECASE)

SEARCHED_LINES = 100
"""Lines with text among which the header row is looked for."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The header row."""

    separator: str
    headers: list[str]
    last_line: int
    known: int
    """Number of its cells that are known."""


def read_sheet(
    text: str,
    known_names: Callable[[Sequence[str]], int],
    told: Callable[[int, int], None] = lambda _done, _total: None,
) -> Sheet | None:
    """Split a text into cells; None if no row among the first lines looks like a header row.

    The header row is the first with two or more known names. A file with one column needs one.
    `told` hears how many lines are read, and how many there are.
    """
    lines = _lines(text)
    separators: Sequence[str] = SEPARATORS
    for position, line in enumerate(lines[:SEARCHED_LINES]):
        if found := _SEPARATOR_LINE.fullmatch(line.rstrip()):
            separators = (found[1],)
        elif not _TYPE_LINE.match(line):
            continue
        lines[position] = ""
    headings = [
        heading
        for separator in separators
        if (heading := _heading(lines, separator, known_names)) is not None
    ]
    if not headings:
        return None
    best = max(headings, key=lambda heading: heading.known)
    return read_rows(best.separator, best.headers, best.last_line, lines, told)


def _lines(text: str) -> list[str]:
    """Split at LF, at CRLF with any number of CR as wmic writes it, at CR if there is no LF."""
    if "\r" in text:
        text = re.sub("\r+\n", "\n", text)
        text = text.replace("\r", " " if "\n" in text else "\n")
    # Python's splitlines would split at other signs too, and a StringIO takes four times the room.
    lines = text.split("\n")
    return lines if lines[-1] else lines[:-1]


def _heading(
    lines: Sequence[str], separator: str, known_names: Callable[[Sequence[str]], int]
) -> Heading | None:
    """Find the header row for one separator."""
    single: Heading | None = None
    for _, last, cells in islice(split(lines, separator), SEARCHED_LINES):
        known = known_names(cells)
        if known >= 2:
            while not cells[-1].strip():
                del cells[-1]
            return Heading(separator, cells, last, known)
        if known == 1 and len(cells) == 1 and single is None:
            single = Heading(separator, cells, last, known)
    return single
