"""Where the keys, values and tables of a text stand that another process has read."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from medv_tui.findings import Path
from medv_tui.planfile.long_text import LongText
from medv_tui.planfile.positions import BrokenKey, Lines, Place, PlaceIndex, Spans, place_of
from medv_tui.planfile.scan import Statement, statement_at
from medv_tui.planfile.sections import LongList, Sections, moved

MOST_READ = 1_000
"""Sections that are known in every detail: more than are on the screen."""
_TOP = -1
"""The section above the first header."""


class SectionSpans(Spans):
    """Places in a plan's text, each looked up in its own section."""

    def __init__(
        self,
        text: LongText,
        line_starts: Sequence[int],
        found: Sections,
        broken: Sequence[BrokenKey],
    ) -> None:
        """Take a text, where its lines and statements begin, and what of it cannot be read."""
        super().__init__("", (), broken)
        self._lines = Lines.known(line_starts, len(text))
        self._long_text = text
        self._found = found
        self._named: dict[Path, Place | int] = dict(found.others)
        """The place of what a header names, or which header that is."""
        self._items: defaultdict[Path, list[int]] = defaultdict(list)
        """Which headers the items of a list of tables have."""
        for number, path in enumerate(found.tables):
            if isinstance(path[-1], int):
                self._items[path[:-1]].append(number)
            else:
                self._named[path] = number
        self._lists = {self._path(number): number for number in found.long_lists}
        self._read: dict[int, PlaceIndex] = {}

    def _place(self, path: Path) -> Place | None:
        header = self._header(path)
        if isinstance(header, Place):
            return header
        if header is not None:
            return place_of(self._read_statement(self._found.headers[header]))
        for length in reversed(range(len(path))):
            place = self._place_below(path, length) or self._place_in_list(path, length)
            if place is not None:
                return place
        return next((_place(each) for each in self.broken if each.path == path), None)

    def _header(self, path: Path) -> Place | int | None:
        """Give the place of what a header names, or which header that is."""
        item = path[-1] if path else ""
        if not isinstance(item, int):
            return self._named.get(path)
        headers = self._items.get(path[:-1], ())
        return headers[item] if 0 <= item < len(headers) else None

    def _place_below(self, path: Path, length: int) -> Place | None:
        """Find where a path stands below the header that names so much of it."""
        header = self._header(path[:length]) if length else _TOP
        return self._section(header).place(path) if isinstance(header, int) else None

    def _place_in_list(self, path: Path, length: int) -> Place | None:
        """Find where a path stands in the long list that so much of it names."""
        number, item = self._lists.get(path[:length]), path[length]
        if number is None or not isinstance(item, int):
            return None
        found = self._found.long_lists[number]
        if not 0 <= item < len(found.starts):
            return None
        return PlaceIndex([self._with_item(found, item)], table=self._table(number)).place(path)

    def _statement(self, offset: int) -> tuple[Statement, Path] | None:
        number = bisect_right(self._found.starts, offset) - 1
        if number < 0:
            return None
        found = self._found.long_lists.get(number)
        if found is None:
            return self._read_statement(number), self._table(number)
        item = bisect_right(found.starts, offset) - 1
        statement = found.statement if item < 0 else self._with_item(found, item)
        return statement, self._table(number)

    def _with_item(self, found: LongList, item: int) -> Statement:
        return found.with_item(item, self._long_text.between(found.starts[item], found.ends[item]))

    def _section(self, header: int) -> PlaceIndex:
        """Read what stands below a header."""
        known = self._read.get(header)
        if known is None:
            if len(self._read) >= MOST_READ:
                self._read.clear()
            known = self._read[header] = self._read_section(header)
        return known

    def _read_section(self, header: int) -> PlaceIndex:
        headers = self._found.headers
        first = 0 if header == _TOP else headers[header] + 1
        last = headers[header + 1] if header + 1 < len(headers) else len(self._found.starts)
        table = () if header == _TOP else self._found.tables[header]
        return PlaceIndex([self._read_statement(n) for n in range(first, last)], table=table)

    def _read_statement(self, number: int) -> Statement:
        """Read a statement again, without the items of a long list."""
        known = self._found.long_lists.get(number)
        if known is not None:
            return known.statement
        start = self._found.starts[number]
        text = self._long_text.between(start, self._found.ends[number])
        return moved(statement_at(text, 0), start)

    def _table(self, number: int) -> Path:
        """Give the table that a statement stands in; of a header, the one that it opens."""
        header = bisect_right(self._found.headers, number) - 1
        return self._found.tables[header] if header >= 0 else ()

    def _path(self, number: int) -> Path:
        """Give the path of a statement's value."""
        return (*self._table(number), *(key.text for key in self._read_statement(number).keys))


def _place(broken: BrokenKey) -> Place:
    return Place(broken.key, broken.start, broken.end, header=False)
