"""Keys, items and tables taken out of a text together with what belongs to them."""

import re
from collections.abc import Iterable, Iterator

from medv_tui.findings import Path
from medv_tui.planfile.brackets import table_without
from medv_tui.planfile.layout import Layout
from medv_tui.planfile.lines import (
    blanks_above,
    blanks_below,
    content_end,
    is_blank,
    is_comment,
    line_start,
    next_line,
)
from medv_tui.planfile.notation import shown
from medv_tui.planfile.replacement import EditRefusedError, Replacement, difference
from medv_tui.planfile.scan import Statement
from medv_tui.planfile.writing import list_changed, list_length

_SPARE_KEY = re.compile(r"[ \t]*#[ \t]*[\w.\"'-]+[ \t]*=")
"""A key that somebody put aside; it says nothing of the line below it."""
_HEADER = re.compile(r"[ \t]*\[")


def remove(layout: Layout, path: Path) -> list[Replacement]:
    """Take out what stands at a path: a key, an item of a list, or a table with all below it.

    Raises EditRefusedError where nothing stands there.
    """
    last = path[-1] if path else ""
    if isinstance(last, int) and layout.bracket(path[:-1]) == "[":
        kept = [number for number in range(list_length(layout, path[:-1])) if number != last]
        return list_changed(layout, path[:-1], kept)
    blocks = layout.below(path) if path else []
    if blocks:
        return [_cut(layout.text, *run) for run in _runs(layout, blocks)]
    braces = next((n for n in range(len(path) - 1, 0, -1) if layout.bracket(path[:n]) == "{"), 0)
    if braces and layout.value(path) is not None:
        return _without_pairs(layout, path[:braces], path[braces:])
    statements = _statements(layout, path)
    if not statements:
        raise EditRefusedError(f"There is no {shown(path) or 'such key'} to remove.")
    return _apart(_cut(layout.text, *_lines(layout, statement)) for statement in statements)


def _runs(layout: Layout, numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Give the extents of blocks, those next to each other as one."""
    start = end = last = -1
    for number in numbers:
        if number != last + 1 or start < 0:
            if start >= 0:
                yield start, end
            start = layout.top(number)
        end, last = layout.bottom(number) or start, number
    yield start, end


def _without_pairs(layout: Layout, table: Path, below: Path) -> list[Replacement]:
    """Take the pairs at or below a path out of an inline table."""
    start = (layout.value(table) or (0, 0))[0]
    end, written = table_without(layout.text, start, lambda path: path[: len(below)] == below)
    change = difference(layout.text[start:end], written)
    return [Replacement(start + change.start, start + change.end, change.new)]


def _statements(layout: Layout, path: Path) -> list[Statement]:
    """Give the statement of a key, or all whose dotted keys stand below it."""
    place = layout.key(path)
    if place is None:
        return []
    statement = layout.statement(place[0])
    if not layout.is_dotted(path):
        return [statement]
    block = layout.block_of(statement)
    below = path[len(block.path or ()) :]
    return [
        other
        for other in block.statements
        if tuple(part.text for part in other.keys[: len(below)]) == below
    ]


def _lines(layout: Layout, statement: Statement) -> tuple[int, int]:
    """Give the extent of a statement with the comment that can only be about it.

    Lines directly above the first key of a paragraph may be about all its keys, and those that
    the file begins with are about the file.
    """
    text = layout.text
    start = top = layout.line(statement)
    while top > 0 and is_comment(text, above := line_start(text, top - 1)):
        if _SPARE_KEY.match(text, above):
            break
        top = above
    end = content_end(text, statement.end)
    if top == 0 or (_begins_paragraph(text, top) and _goes_on(text, next_line(text, end))):
        top = start
    return top, end


def _begins_paragraph(text: str, start: int) -> bool:
    above = line_start(text, start - 1)
    return is_blank(text, above) or _HEADER.match(text, above) is not None


def _goes_on(text: str, below: int) -> bool:
    return below < len(text) and not is_blank(text, below) and not _HEADER.match(text, below)


def _cut(text: str, start: int, end: int) -> Replacement:
    """Take whole lines out; of the blank lines on both sides, the more numerous stay."""
    above, after = blanks_above(text, start), next_line(text, end)
    below = blanks_below(text, after)
    if above == 0:
        return Replacement(start, below, "")
    if below == len(text):
        ends_open = not text.endswith("\n")
        return Replacement(content_end(text, above - 1) if ends_open else above, after, "")
    if text.count("\n", above, start) <= text.count("\n", after, below):
        return Replacement(above, after, "")
    return Replacement(start, below, "")


def _apart(cuts: Iterable[Replacement]) -> list[Replacement]:
    """Let no two cuts take the same blank lines."""
    kept: list[Replacement] = []
    for cut in cuts:
        start = max(cut.start, kept[-1].end) if kept else cut.start
        kept.append(Replacement(start, cut.end, cut.new))
    return kept
