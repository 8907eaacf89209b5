"""Where the keys, values and tables of a plan stand in its text."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from medv_tui.findings import Path, Range
from medv_tui.planfile.nesting import Key
from medv_tui.planfile.scan import Kind, Statement, statements

_LINE_FEED = re.compile("\n")


class Lines:
    """Lines and columns of a text: both from 1, columns in code points, LF and CRLF end a line."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._length = len(text)

    @classmethod
    def known(cls, starts: Sequence[int], length: int) -> "Lines":
        """Take where each line of a text begins, and the characters of all."""
        lines = cls("")
        lines._starts, lines._length = starts, length
        return lines

    @cached_property
    def _starts(self) -> Sequence[int]:
        return line_starts(self._text)

    def line(self, offset: int) -> int:
        """Number of the line that a character stands in."""
        return bisect_right(self._starts, offset)

    def offset(self, line: int, column: int) -> int:
        """Offset of a place, kept inside the text."""
        start = self._starts[min(max(line, 1), len(self._starts)) - 1]
        return min(start + max(column, 1) - 1, self._length)

    def range(self, start: int, end: int) -> Range:
        """Give the place of the characters from `start` to before `end`."""
        line, last = self.line(start), self.line(end)
        return Range(
            line, start - self._starts[line - 1] + 1, last, end - self._starts[last - 1] + 1
        )


def line_starts(text: str) -> Sequence[int]:
    """Give the offset of each line's first character."""
    return [0, *(match.end() for match in _LINE_FEED.finditer(text))]


class BrokenKey(NamedTuple):
    """A key whose statement could not be read."""

    path: Path
    key: Key
    start: int
    """Where the text after its = starts; of a statement without one, its end."""
    end: int


class Place(NamedTuple):
    """Where a path stands."""

    key: Key | None
    start: int
    end: int
    header: bool
    """Whether this is a table's header rather than a value."""


def place_of(statement: Statement) -> Place:
    """Give the place of a statement's last key, or of its header."""
    header = statement.kind is not Kind.KEY
    return Place(statement.keys[-1], statement.value_start, statement.value_end, header)


class Spans:
    """Places of everything in one text, worked out when the first one is asked for."""

    def __init__(
        self,
        text: str,
        readable: Sequence[Statement] | None = None,
        broken: Sequence[BrokenKey] = (),
    ) -> None:
        """Take the text and, if not all of it is correct, the statements that are."""
        self._text = text
        self._readable = readable
        self.broken = tuple(broken)
        """Keys whose statement could not be read."""
        self._lines = Lines(text)

    def value(self, path: Path) -> Range | None:
        """Where a value stands; None for a table with a header and for what is not there.

        For a broken statement with a readable key: everything after its equals sign.
        """
        place = self._place(path)
        return None if place is None or place.header else self._lines.range(place.start, place.end)

    def key(self, path: Path) -> Range | None:
        """Where a key stands, or a table's name in its header; None for a list item."""
        place = self._place(path)
        if place is None or place.key is None:
            return None
        return self._lines.range(place.key.start, place.key.end)

    def header(self, path: Path) -> Range | None:
        """Where a table's header stands, with its brackets; None if it has none."""
        place = self._place(path)
        return self._lines.range(place.start, place.end) if place and place.header else None

    def locate(self, path: Path) -> Range | None:
        """Give the value, the table's header, or what encloses a path that is not there.

        The root, and what has only the root around it, is the first character.
        """
        while path:
            place = self._place(path)
            if place is not None:
                return self._lines.range(place.start, place.end)
            path = path[:-1]
        return Range(1, 1, 1, 1)

    def path_at(self, offset: int) -> Path:
        """Give the deepest key or table at a character offset; the root is ()."""
        for path, key, _, end in self.broken:
            if key.start <= offset <= end:
                return path
        found = self._statement(offset)
        if found is None:
            return ()
        statement, table = found
        if statement.kind is not Kind.KEY or offset > statement.end:
            return table
        path = (*table, *(key.text for key in statement.keys))
        inside = [
            inner.path
            for inner in statement.inner
            if (inner.keys[0].start if inner.keys else inner.start) <= offset < inner.end
        ]
        return (*path, *max(inside, key=len, default=()))

    def range(self, start: int, end: int) -> Range:
        """Give the place of characters by their offsets."""
        return self._lines.range(start, end)

    def offset(self, line: int, column: int) -> int:
        """Offset of a line and column."""
        return self._lines.offset(line, column)

    @cached_property
    def index(self) -> "PlaceIndex":
        """Every path with its place."""
        return PlaceIndex(self.readable, self.broken)

    @cached_property
    def readable(self) -> Sequence[Statement]:
        """Every statement that can be read."""
        found = statements(self._text) if self._readable is None else self._readable
        return [each for each in found if each.kind is not Kind.BROKEN]

    def _place(self, path: Path) -> Place | None:
        """Find where a path stands."""
        return self.index.place(path)

    def _statement(self, offset: int) -> tuple[Statement, Path] | None:
        """Find the last statement that begins before an offset, and the table it stands in."""
        index = self.index
        number = bisect_right(index.statements, offset, key=lambda entry: entry.start) - 1
        return None if number < 0 else (index.statements[number], index.tables[number])


class PlaceIndex:
    """Every path of a text with its place, and the table that each statement stands in."""

    def __init__(
        self, found: Sequence[Statement], broken: Sequence[BrokenKey] = (), table: Path = ()
    ) -> None:
        """Take statements, and the table that the first ones stand in."""
        self.statements: list[Statement] = []
        self.tables: list[Path] = []
        """For each statement; for a header, the table that it opens."""
        self.places: dict[Path, Place | Statement] = {}
        """A statement stands for its last key, most of a plan, to save memory and time."""
        self._counts: dict[Path, int] = {}
        self._fill(found, table)
        for path, key, start, end in broken:
            self.places.setdefault(path, Place(key, start, end, header=False))

    def place(self, path: Path) -> Place | None:
        """Find where a path stands."""
        place = self.places.get(path)
        return place_of(place) if isinstance(place, Statement) else place

    def _fill(self, found: Sequence[Statement], table: Path) -> None:
        for statement in found:
            if statement.kind is Kind.KEY:
                keys = statement.keys
                path = (*table, keys[0].text) if len(keys) == 1 else self._dotted(table, keys)
                self.places[path] = statement
                if statement.inner:
                    self._add_inner(path, statement)
            else:
                table = self._add_header(statement)
            self.statements.append(statement)
            self.tables.append(table)

    def _add_inner(self, path: Path, statement: Statement) -> None:
        for inner in statement.inner:
            whole = (*path, *inner.path)
            key = None
            if inner.keys:
                self._dotted(whole[: len(whole) - len(inner.keys)], inner.keys)
                key = inner.keys[-1]
            self.places[whole] = Place(key, inner.start, inner.end, header=False)

    def _dotted(self, base: Path, keys: tuple[Key, ...]) -> Path:
        """Enter the tables that a dotted key makes, each at the part that names it."""
        path = base
        for key in keys[:-1]:
            path = (*path, key.text)
            self.places.setdefault(path, Place(key, key.start, key.end, header=False))
        return (*path, keys[-1].text)

    def _add_header(self, statement: Statement) -> Path:
        """Enter a header and give the table that it opens."""
        path: Path = ()
        for key in statement.keys[:-1]:
            path = (*path, key.text)
            self.places.setdefault(path, Place(key, key.start, key.end, header=True))
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
        path = (*path, statement.keys[-1].text)
        if statement.kind is Kind.TABLES:
            number = self._counts.get(path, 0)
            self._counts[path] = number + 1
            self.places.setdefault(path, statement)
            path = (*path, number)
        self.places[path] = statement
        return path
