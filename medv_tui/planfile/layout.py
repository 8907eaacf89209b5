"""How a plan's text is laid out: its tables with their statements, in the order of the text."""

from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from medv_tui.findings import Level, Path, Range
from medv_tui.planfile.lines import (
    blanks_above,
    comments_above,
    content_end,
    is_comment,
    line_start,
    next_line,
)
from medv_tui.planfile.nesting import Flaw
from medv_tui.planfile.positions import Spans
from medv_tui.planfile.scan import Kind, Statement, statements
from medv_tui.planfile.syntax import Reading

_HEADERS = (Kind.TABLE, Kind.TABLES)


class Block(NamedTuple):
    """A header and the statements under it; the first block of a text has no header."""

    path: Path | None
    """The table; None where the header is broken or cannot count."""
    header: Statement | None
    statements: list[Statement]
    """With those that are broken."""

    @property
    def last(self) -> Statement | None:
        """The last statement, which may be the header."""
        return self.statements[-1] if self.statements else self.header

    def is_below(self, path: Path) -> bool:
        """Whether this is the table at a path, or a table inside it."""
        return self.path is not None and self.path[: len(path)] == path


class Layout:
    """The blocks of one text, and where its keys, values and tables stand by their offsets."""

    def __init__(self, text: str, reading: Reading) -> None:
        """Take the text and what is read of it."""
        self.text = text
        self.reading = reading
        self._statements = statements(text)
        self._correct = all(problem.level is not Level.ERROR for problem in reading.problems)
        # A correct text has been parsed but not scanned: one scan serves both.
        self.spans = Spans(text, self._statements) if self._correct else reading.spans
        self.blocks: list[Block] = [Block((), None, [])]
        for statement in self._statements:
            if statement.kind in _HEADERS or statement.flaw in (Flaw.HEADER, Flaw.CONFLICT):
                self.blocks.append(Block(self._opened(statement), statement, []))
            else:
                self.blocks[-1].statements.append(statement)

    def _opened(self, header: Statement) -> Path | None:
        """Give the table that a header opens; None where it does not count."""
        if header.kind not in _HEADERS:
            return None
        path = self.spans.path_at(header.value_start)
        if self._correct or self._offsets(self.spans.header(path))[0] == header.value_start:
            return path
        return None

    @cached_property
    def _numbers(self) -> dict[Path, int]:
        return {
            block.path: number for number, block in enumerate(self.blocks) if block.path is not None
        }

    def number(self, path: Path) -> int | None:
        """Give the number of the block whose header names a table; of the root, the first."""
        return self._numbers.get(path)

    def below(self, path: Path) -> list[int]:
        """List the numbers of the blocks of a table and of all tables inside it."""
        return [*self._below.get(path, ())]

    @cached_property
    def _below(self) -> dict[Path, list[int]]:
        """The blocks of each table and of all tables inside it."""
        found: dict[Path, list[int]] = {}
        for number, block in enumerate(self.blocks):
            path = block.path
            if path is not None:
                for length in range(len(path) + 1):
                    found.setdefault(path[:length], []).append(number)
        return found

    def value(self, path: Path) -> tuple[int, int] | None:
        """Give the offsets of a value; None for a table with a header and for what is absent."""
        where = self.spans.value(path)
        return None if where is None else self._offsets(where)

    def key(self, path: Path) -> tuple[int, int] | None:
        """Give the offsets of a key; None for a list item and for what is absent."""
        where = self.spans.key(path)
        return None if where is None else self._offsets(where)

    def is_dotted(self, path: Path) -> bool:
        """Whether a table is there because dotted keys name it."""
        value = self.spans.value(path)
        return value is not None and value == self.spans.key(path)

    def bracket(self, path: Path) -> str:
        """Give `[` for a list in brackets, `{` for an inline table, else nothing."""
        value = self.value(path)
        opening = "" if value is None or self.is_dotted(path) else self.text[value[0]]
        return opening if opening in ("[", "{") else ""

    def statement(self, offset: int) -> Statement:
        """Give the statement that a character stands in."""
        number = bisect_right(self._statements, offset, key=lambda entry: entry.start) - 1
        return self._statements[max(number, 0)]

    def block_of(self, statement: Statement) -> Block:
        """Give the block that a statement stands in."""
        return self.blocks[bisect_right(self.blocks, statement.start, key=_starts) - 1]

    def top(self, number: int) -> int:
        """Offset at which a block begins: the first of the comments directly above its header."""
        header = self.blocks[number].header
        return 0 if header is None else comments_above(self.text, self.line(header))

    def head(self, number: int) -> int:
        """Offset at which something new can stand above a block.

        Comments that the file begins with stay above it.
        """
        header = self.blocks[number].header
        return self.top(number) or (0 if header is None else self.line(header))

    def bottom(self, number: int) -> int | None:
        """Offset of the end of a block's last line, line ending excluded; None if it has none.

        Comments directly below its last statement are part of it, unless the next header
        follows them as directly.
        """
        last = self.blocks[number].last
        if last is None:
            return None
        end = content_end(self.text, last.end)
        below = next_line(self.text, end)
        limit = self.top(number + 1) if number + 1 < len(self.blocks) else len(self.text)
        while below < limit and is_comment(self.text, below):
            end = content_end(self.text, below)
            below = next_line(self.text, end)
        return end

    def gap(self, number: int) -> int | None:
        """Count the blank lines above a block; None where no statement is above it."""
        if all(block.last is None for block in self.blocks[:number]):
            return None
        top = self.top(number)
        return self.text.count("\n", blanks_above(self.text, top), top)

    def line(self, statement: Statement) -> int:
        """Offset of the first character of a statement's first line."""
        return line_start(self.text, statement.start)

    def _offsets(self, where: Range | None) -> tuple[int, int]:
        if where is None:
            return (-1, -1)
        offset = self.spans.offset
        return offset(where.line, where.column), offset(where.end_line, where.end_column)


def _starts(block: Block) -> int:
    return 0 if block.header is None else block.header.start
