"""A table of texts, column by column, and the rows that do not fit into it."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import repeat

BLOCK = 4096
"""Lines that are split at once where nothing in them is out of the ordinary."""


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
class Sheet:
    """A table of texts.

    It is kept by columns: a list for each row would be a hundred thousand objects to look after.
    """

    separator: str
    headers: Sequence[str]
    header_line: int
    """Last line of the header row, from 1."""
    columns: tuple[list[str], ...]
    lines: list[int] = field(default_factory=list)
    """Line of each row, from 1."""
    unusable: list[Unusable] = field(default_factory=list)

    def add(self, columns: Iterable[Iterable[str]], lines: Iterable[int]) -> None:
        """Add the cells of rows, column by column; none where there are no rows."""
        for column, cells in zip(self.columns, columns, strict=False):
            column.extend(cells)
        self.lines.extend(lines)


def split(lines: Iterable[str], separator: str) -> Iterator[tuple[int, int, list[str]]]:
    """Give first line, last line and cells of each row that is not blank; no cells if unreadable.

    The csv module caps the size of a cell, which ends a quotation that is never closed.
    """
    reader = csv.reader((line + "\n" for line in lines), delimiter=separator)
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


def read_rows(
    separator: str,
    headers: list[str],
    header_line: int,
    lines: Sequence[str],
    told: Callable[[int, int], None],
) -> Sheet:
    """Read what follows the header row; a repeated header row is no row.

    `told` hears how many lines are read, and how many there are.
    """
    sheet = Sheet(separator, headers, header_line, tuple([] for _ in headers))
    position = header_line
    while position < len(lines):
        told(position, len(lines))
        block = lines[position : position + BLOCK]
        columns = _block(sheet, block)
        if columns:
            sheet.add(columns, range(position + 1, position + 1 + len(block)))
            position += len(block)
        else:
            position = _read_one_by_one(sheet, lines, position)
    return sheet


def _block(sheet: Sheet, lines: Sequence[str]) -> Sequence[Sequence[str]]:
    """Split lines of which each is one row that fits into columns; none where one does not."""
    separator, width = sheet.separator, len(sheet.headers)
    together = separator.join(lines)
    if '"' in together or max(map(len, lines)) > csv.field_size_limit():
        return _parsed_block(sheet, lines)
    no_rows = (separator * (width - 1), separator.join(sheet.headers))
    separators = set(map(str.count, lines, repeat(separator)))
    if separators != {width - 1} or any(line in lines for line in no_rows):
        return ()
    # Without quotation marks there is nothing in a cell that csv would have to understand.
    cells = together.split(separator)
    return [cells[place::width] for place in range(width)]


def _parsed_block(sheet: Sheet, lines: Sequence[str]) -> Sequence[Sequence[str]]:
    """Do the same where cells are quoted, or too long for the csv module."""
    try:
        rows = list(csv.reader(lines, delimiter=sheet.separator, strict=True))
    except csv.Error:
        return ()
    width = len(sheet.headers)
    fit = len(rows) == len(lines) and set(map(len, rows)) == {width} and all(map(any, rows))
    return () if not fit or sheet.headers in rows else list(zip(*rows, strict=True))


def _read_one_by_one(sheet: Sheet, lines: Sequence[str], start: int) -> int:
    """Read a block of lines, and those that its last row takes in; give where it ends."""
    width = len(sheet.headers)
    last = 0
    # Positions in place of a copy: this is done once for each block.
    rest = map(lines.__getitem__, range(start, len(lines)))
    for first, last, cells in split(rest, sheet.separator):
        if len(cells) > width and not any(cells[width:]):
            del cells[width:]
        if len(cells) == width and not _is_open(sheet, lines, start + first, start + last):
            if cells != sheet.headers:
                sheet.add(zip(cells, strict=True), [start + first])
        elif not cells or any(map(str.strip, cells)):
            rescued = _rescue(sheet, lines, start + first, start + last)
            sheet.unusable.append(Unusable(start + first, start + last, len(cells), rescued))
        if last >= BLOCK:
            return start + last
    return len(lines)


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
    width = len(sheet.headers)
    rows = [
        (number, cells)
        for number, cells in enumerate(_alone(sheet, own), first)
        if len(cells) == width
    ]
    cells = zip(*(cells for _, cells in rows), strict=True)
    sheet.add(cells, [number for number, _ in rows])
    return len(rows)


def _alone(sheet: Sheet, lines: Iterable[str]) -> Iterator[list[str]]:
    """Split lines one by one; one with a quotation mark has no cells that can be told."""
    for line in lines:
        rows = () if '"' in line else split([line], sheet.separator)
        yield next((cells for _, _, cells in rows), [])
