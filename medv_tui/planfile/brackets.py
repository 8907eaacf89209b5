"""Lists and inline tables in a text, written anew with other items in the same layout."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from medv_tui.findings import Path, Value
from medv_tui.planfile.lines import line_start, newline_near
from medv_tui.planfile.nesting import Inner, nested
from medv_tui.planfile.notation import INDENT, WIDEST, one_line, one_per_line
from medv_tui.planfile.replacement import EditRefusedError

Items: TypeAlias = Sequence[int | str]
"""What a list is to hold: the index of an item that it has, or the text of a new one."""

_AFTER = re.compile(r"(?:[ \t]*(,))?([ \t]*#[^\r\n]*)?")
_INDENT = re.compile(r"(\r?\n)([ \t]*)\Z")
_EQUALS = re.compile(r"[ \t]*=[ \t]*")


class _Entry(NamedTuple):
    """An item on lines of its own."""

    lead: str
    """Line ending, comments on lines of their own, and indent before it."""
    body: str
    comment: str
    """The comment behind it with the blanks before it; empty if there is none."""


class _List(NamedTuple):
    """A list's text, taken apart."""

    text: str
    start: int
    end: int
    bodies: tuple[tuple[int, int], ...]

    def body(self, item: int | str) -> str:
        return item if isinstance(item, str) else self.text[slice(*self.bodies[item])]

    def gaps(self) -> list[str]:
        """Give what stands before, between and after the items."""
        ends = [self.start + 1, *(end for _, end in self.bodies)]
        starts = [*(start for start, _ in self.bodies), self.end - 1]
        return [self.text[end:start] for end, start in zip(ends, starts, strict=True)]


def like_items(text: str, start: int) -> str:
    """Give the text of a list's last item, for the quotes of the next; empty if it has none."""
    found = _taken_apart(text, start)
    return text[slice(*found.bodies[-1])] if found.bodies else ""


def list_with(text: str, start: int, items: Items, *, may_break: bool) -> str:
    """Write the list at an offset with these items.

    A list on several lines keeps its layout, and each item the comments that stand with it.
    One on a single line stays there; only where it `may_break`, and would for the first time
    pass the widest column, each item gets its own line.

    Raises EditRefusedError where it cannot be told which item a comment belongs to.
    """
    found = _taken_apart(text, start)
    gaps = found.gaps()
    leads = gaps[:-1]
    if "\n" in "".join(gaps) and all("\n" in lead for lead in leads):
        return _stacked(found, items)
    if any("#" in gap for gap in gaps):
        return _appended(found, items)
    written = _in_a_row(found, items, gaps)
    column = found.start - line_start(text, found.start)
    wide = column + len(written) > WIDEST >= column + found.end - found.start
    if wide and may_break and "\n" not in written:
        line = line_start(text, start)
        indent = text[line : line + len(text[line:start]) - len(text[line:start].lstrip())]
        return one_per_line([found.body(item) for item in items], newline_near(text, start), indent)
    return written


def _taken_apart(text: str, start: int) -> _List:
    end, inner, _ = nested(text, start)
    items = tuple((item.start, item.end) for item in inner if len(item.path) == 1)
    return _List(text, start, end, items)


def _in_a_row(found: _List, items: Items, gaps: Sequence[str]) -> str:
    """Write items with the blanks and commas that stand between the old ones."""
    if not items:
        return "[]"
    first, *between, last = gaps if found.bodies else ("", "")
    between += [", "] * len(items)
    bodies = [found.body(item) for item in items]
    row = bodies[0] + "".join(
        f"{gap}{body}" for gap, body in zip(between, bodies[1:], strict=False)
    )
    return f"[{first}{row}{last}]"


def _appended(found: _List, items: Items) -> str:
    """Write a list with several items on one line and comments among them, if it only grows."""
    count = len(found.bodies)
    if list(items[:count]) != list(range(count)):
        raise EditRefusedError(
            "The list has comments between items that share a line; change it by hand."
        )
    end = found.bodies[-1][1] if count else found.start + 1
    rest = found.text[end : found.end]
    added = ", ".join(found.body(item) for item in items[count:])
    if rest.lstrip().startswith(","):
        comma = rest.index(",") + 1
        return f"{found.text[found.start : end]}{rest[:comma]} {added},{rest[comma:]}"
    return f"{found.text[found.start : end]}{', ' if count else ''}{added}{rest}"


def _stacked(found: _List, items: Items) -> str:
    """Write a list that has each item on a line of its own."""
    entries: list[_Entry] = []
    position = found.start + 1
    comma = True
    for start, end in found.bodies:
        after = _AFTER.match(found.text, end)
        comma = after is not None and after[1] is not None
        comment = after[2] or "" if after else ""
        entries.append(_Entry(found.text[position:start], found.text[start:end], comment))
        position = after.end() if after else end
    rest = found.text[position : found.end - 1]
    if any("," in _uncommented(lead) for lead in (*(entry.lead for entry in entries), rest)):
        raise EditRefusedError("The list has commas in unusual places; change it by hand.")
    lead = _new_lead(found, entries)
    wanted = [_Entry(lead, i, "") if isinstance(i, str) else entries[i] for i in items]
    if not wanted:
        return f"[{rest}]" if "#" in rest else "[]"
    commas = [*([True] * (len(wanted) - 1)), comma]
    last = None if comma else entries[-1]
    lines = (_line(e, with_comma, e is last) for e, with_comma in zip(wanted, commas, strict=True))
    return f"[{''.join(lines)}{rest}]"


def _new_lead(found: _List, entries: Sequence[_Entry]) -> str:
    """Give the line ending and indent that a new item gets, as the last one has."""
    known = _INDENT.search(entries[-1].lead) if entries else None
    if known:
        return known[0]
    line = line_start(found.text, found.start)
    before = found.text[line : found.start]
    return (
        newline_near(found.text, found.start)
        + before[: len(before) - len(before.lstrip())]
        + INDENT
    )


def _line(entry: _Entry, comma: bool, had_none: bool) -> str:
    """Write one item; a comment in a column of its own stays in it when a comma comes or goes."""
    comment = entry.comment
    far = len(comment) - len(comment.lstrip()) > 2
    if far and comma and had_none:
        comment = comment[1:]
    if far and not comma and not had_none:
        comment = f" {comment}"
    return f"{entry.lead}{entry.body}{',' if comma else ''}{comment}"


def _uncommented(gap: str) -> str:
    return "".join(line.partition("#")[0] for line in gap.split("\n"))


def table_with(text: str, start: int, pair: str, value: Value) -> tuple[int, int, str]:
    """Add a pair, its key as TOML, to the inline table at an offset; give what it replaces."""
    end, inner, _ = nested(text, start)
    own = _own_pairs(inner)
    if not own:
        return start, end, f"{{ {pair} = {one_line(value)} }}"
    last = own[-1]
    equals = _EQUALS.match(text, last.keys[-1].end)
    sign = equals[0] if equals else " = "
    return last.end, last.end, f", {pair}{sign}{one_line(value)}"


def table_without(text: str, start: int, gone: Callable[[Path], bool]) -> tuple[int, str]:
    """Write the inline table at an offset without some pairs; give its end as well."""
    end, inner, _ = nested(text, start)
    own = _own_pairs(inner)
    kept = [number for number, pair in enumerate(own) if not gone(pair.path)]
    if not kept:
        return end, "{}"
    written = text[start : own[0].keys[0].start]
    for number in kept:
        if number != kept[0]:
            written += text[own[number - 1].end : own[number].keys[0].start]
        written += text[own[number].keys[0].start : own[number].end]
    return end, written + text[own[-1].end : end]


def _own_pairs(inner: Sequence[Inner]) -> list[Inner]:
    """Keep the pairs of the outermost table."""
    return [pair for pair in inner if pair.keys and len(pair.path) == len(pair.keys)]
