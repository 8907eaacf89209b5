"""From text to a header row and rows: separators, quotes, and the lines before the table."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

SEPARATORS = (",", ";", "\t", "|")
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?', re.IGNORECASE)
_TYPE_LINE = re.compile(r'"?#TYPE\b', re.IGNORECASE)

SEARCHED_LINES = 100
"""Lines with text among which the header row is looked for."""


@dataclass(frozen=True, slots=True)
class Unusable:
    """A row that does not fit the header row."""

    line: int
    last_line: int
    """Where it ends; later than `line` where a quoted cell goes over several lines."""
    cells: int
    """Number of its cells; 0 if it could not be split at all."""
    rescued: int = 0
    """Lines among its lines that are rows by themselves."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The header row."""

    separator: str
    headers: list[str]
    last_line: int
    known: int
    """Number of its cells that are known."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of texts."""

    separator: str
    headers: list[str]
    header_line: int
    """Last line of the header row, from 1."""
    rows: list[list[str]]
    lines: list[int]
    """Line of each row, from 1."""
    unusable: list[Unusable]


def read_sheet(text: str, known_names: Callable[[Sequence[str]], int]) -> Sheet | None:
    """Split a text into cells; None if no row among the first lines looks like a header row.

    The header row is the first with two or more known names. A file with one column needs one.
    """
    lines = _lines(text)
    separators: Sequence[str] = SEPARATORS
    for position, line in enumerate(lines[:SEARCHED_LINES]):
        if found := _SEPARATOR_LINE.fullmatch(line.rstrip()):
            separators = (found[1],)
        elif not _TYPE_LINE.match(line):
            continue
        lines[position] = "\n"
    headings = [
        heading
        for separator in separators
        if (heading := _heading(lines, separator, known_names)) is not None
    ]
    if not headings:
        return None
    return _sheet(max(headings, key=lambda heading: heading.known), lines)


def _lines(text: str) -> list[str]:
    """Split at LF, at CRLF with any number of CR as wmic writes it, at CR if there is no LF."""
    if "\r" in text:
        text = re.sub("\r+\n", "\n", text)
        text = text.replace("\r", " " if "\n" in text else "\n")
    return list(io.StringIO(text, newline="\n"))


def _heading(
    lines: Sequence[str], separator: str, known_names: Callable[[Sequence[str]], int]
) -> Heading | None:
    """Find the header row for one separator."""
    single: Heading | None = None
    for _, last, cells in islice(_split(lines, separator), SEARCHED_LINES):
        known = known_names(cells)
        if known >= 2:
            while not cells[-1].strip():
                del cells[-1]
            return Heading(separator, cells, last, known)
        if known == 1 and len(cells) == 1 and single is None:
            single = Heading(separator, cells, last, known)
    return single


def _split(lines: Iterable[str], separator: str) -> Iterator[tuple[int, int, list[str]]]:
    """Give first line, last line and cells of each row that is not blank; no cells if unreadable.

    The csv module caps the size of a cell, which ends a quotation that is never closed.
    """
    reader = csv.reader(lines, delimiter=separator)
    before = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            cells = []
            yield before + 1, reader.line_num, cells
        if any(cells):
            yield before + 1, reader.line_num, cells
        before = reader.line_num


def _sheet(heading: Heading, lines: Sequence[str]) -> Sheet:
    """Read what follows the header row; a repeated header row is no row."""
    width, offset = len(heading.headers), heading.last_line
    sheet = Sheet(heading.separator, heading.headers, offset, rows=[], lines=[], unusable=[])
    for first, last, cells in _split(lines[offset:], heading.separator):
        if len(cells) > width and not any(cells[width:]):
            del cells[width:]
        if len(cells) == width and not _is_open(sheet, lines, first + offset, last + offset):
            if cells != heading.headers:
                sheet.rows.append(cells)
                sheet.lines.append(first + offset)
        elif not cells or any(map(str.strip, cells)):
            rescued = _rescue(sheet, lines, first + offset, last + offset)
            sheet.unusable.append(Unusable(first + offset, last + offset, len(cells), rescued))
    return sheet


def _is_open(sheet: Sheet, lines: Sequence[str], first: int, last: int) -> bool:
    """Whether a row has taken others in because a quotation in it is not closed."""
    if first == last != len(lines):
        return False
    own = lines[first - 1 : last]
    if last == len(lines) and '"' in own[0]:
        try:
            list(csv.reader(own, delimiter=sheet.separator, strict=True))
        except csv.Error as error:
            if str(error) == "unexpected end of data":
                return True
    taken_in = sum(len(cells) == len(sheet.headers) for cells in _alone(sheet, own[1:]))
    return taken_in * 2 > last - first


def _rescue(sheet: Sheet, lines: Sequence[str], first: int, last: int) -> int:
    """Read the lines that an open quotation took in one by one; give how many are rows."""
    own = lines[first - 1 : last] if last > first else ()
    rows = [
        (number, cells)
        for number, cells in enumerate(_alone(sheet, own), first)
        if len(cells) == len(sheet.headers)
    ]
    sheet.lines.extend(number for number, _ in rows)
    sheet.rows.extend(cells for _, cells in rows)
    return len(rows)


def _alone(sheet: Sheet, lines: Iterable[str]) -> Iterator[list[str]]:
    """Split lines one by one; one with a quotation mark has no cells that can be told."""
    for line in lines:
        split = () if '"' in line else _split([line], sheet.separator)
        yield next((cells for _, _, cells in split), [])
