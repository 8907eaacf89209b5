"""Tables written into a text where a person would look for them."""

from collections.abc import Sequence
from typing import NamedTuple

from medv_tui.findings import Path, Value
from medv_tui.planfile.layout import Layout
from medv_tui.planfile.lines import line_start, newline_near
from medv_tui.planfile.notation import assignment, dotted, key, shown
from medv_tui.planfile.replacement import EditRefusedError, Replacement
from medv_tui.planfile.style import Style, style_of
from medv_tui.planfile.tables import model_at, table_keys


class _Spot(NamedTuple):
    """Where a new header goes."""

    number: int
    """The block that it stands next to."""
    below: bool
    """Whether it follows that block or precedes it."""


def new_table(layout: Layout, path: Path, values: Sequence[tuple[str, Value]]) -> Replacement:
    """Write a table with its header, in the order of the plan format inside its parent.

    Raises EditRefusedError where a part of the path is no table of the text.
    """
    spot = _spot(layout, path)
    style = _own_column(style_of(layout.text, layout.blocks[spot.number]), values, 0)
    header = f"{_indent(layout, spot.number)}[{dotted(path)}]"
    return _placed(layout, spot, header, style, [values], _gap(layout, spot, path[:-1]))


def another_table(layout: Layout, path: Path, values: Sequence[tuple[str, Value]]) -> Replacement:
    """Write one more table of a list below the last one, in its manner.

    Raises EditRefusedError where a part of the path is no table of the text.
    """
    return more_tables(layout, path, [values])


def more_tables(
    layout: Layout, path: Path, tables: Sequence[Sequence[tuple[str, Value]]]
) -> Replacement:
    """Write several tables of a list below the last one, in its manner.

    Raises EditRefusedError where a part of the path is no table of the text.
    """
    group = layout.below(path)
    values = [pair for table in tables for pair in table]
    if not group:
        spot = _spot(layout, path)
        style = _own_column(style_of(layout.text, layout.blocks[spot.number]), values, 0)
        beside, gap = spot.number, _gap(layout, spot, path[:-1])
    else:
        spot = _Spot(group[-1], below=True)
        items = [
            number for number in group if len(layout.blocks[number].path or ()) == len(path) + 1
        ]
        beside, gap = items[-1], _gap_of_item(layout, items[-1], len(items))
        style = style_of(layout.text, layout.blocks[beside])
        style = _own_column(style, values, style.column or 0)
    header = f"{_indent(layout, beside)}[[{dotted(path)}]]"
    return _placed(layout, spot, header, style, tables, gap)


def copied_table(layout: Layout, path: Path) -> Replacement:
    """Write a table of a list, with the tables below it, once more under itself.

    Comments above its header stay with the first.
    """
    number = layout.number(path)
    if number is None:
        raise EditRefusedError(f"There is no table {shown(path)} to copy.")
    last = number
    while last + 1 < len(layout.blocks) and layout.blocks[last + 1].is_below(path):
        last += 1
    header, end = layout.blocks[number].header, layout.bottom(last) or 0
    start = layout.line(header) if header else 0
    newline = newline_near(layout.text, end)
    index = path[-1] if path and isinstance(path[-1], int) else 0
    between = newline * (_gap_of_item(layout, number, index + 1) + 1)
    return Replacement(end, end, between + layout.text[start:end])


def separated(text: str, newline: str) -> str:
    """Give what stands between a text's end and something new below it: a blank line."""
    if not text:
        return ""
    return newline if text.endswith("\n") else newline * 2


def _spot(layout: Layout, path: Path) -> _Spot:
    """Find the place of a header: below its last sibling in documented order, else its parent."""
    parent, name = path[:-1], path[-1]
    if isinstance(name, int):
        raise EditRefusedError(f"There is no {shown(path)}.")
    model = model_at(parent)
    siblings = table_keys(model) if model else ()
    group = layout.below(parent)
    if name not in siblings:
        return _Spot(group[-1], below=True) if group else _spot(layout, parent)
    for earlier in reversed(siblings[: siblings.index(name)]):
        if found := layout.below((*parent, earlier)):
            return _Spot(found[-1], below=True)
    own = layout.number(parent)
    if own is not None:
        return _Spot(own, below=True)
    return _Spot(group[0], below=False) if group else _spot(layout, parent)


def _placed(
    layout: Layout,
    spot: _Spot,
    header: str,
    style: Style,
    tables: Sequence[Sequence[tuple[str, Value]]],
    gap: int,
) -> Replacement:
    """Write tables at their spot, with so many blank lines between them and to their neighbour."""
    text = layout.text
    number, below = spot
    end = layout.bottom(number) if below else None
    if below and end is None and number + 1 < len(layout.blocks):
        number, below = number + 1, False
    at = end if end is not None else len(text) if below else layout.head(number)
    newline = newline_near(text, at)
    written = (newline * (gap + 1)).join(
        newline.join(
            [header, *(assignment(style.start(key(n)), value, newline) for n, value in values)]
        )
        for values in tables
    )
    if end is not None:
        return Replacement(at, at, newline * (gap + 1) + written)
    if below:
        return Replacement(at, at, f"{separated(text, newline)}{written}{newline}")
    return Replacement(at, at, written + newline * (gap + 1))


def _gap(layout: Layout, spot: _Spot, parent: Path) -> int:
    """Count the blank lines that tables of this parent have above them: none or one."""
    beside = [spot.number] if layout.blocks[spot.number].path != parent else []
    following = spot.number + 1
    if following < len(layout.blocks) and layout.blocks[following].is_below(parent):
        beside.append(following)
    gaps = (layout.gap(number) for number in beside)
    return min(next((gap for gap in gaps if gap is not None), 1), 1)


def _gap_of_item(layout: Layout, number: int, count: int) -> int:
    """Count the blank lines above a table of a list; those above the first are not its own."""
    gap = layout.gap(number)
    if gap is None:
        return 1
    return gap if count > 1 else min(gap, 1)


def _indent(layout: Layout, number: int) -> str:
    header = layout.blocks[number].header
    if header is None:
        return ""
    start = line_start(layout.text, header.start)
    return layout.text[start : header.value_start]


def _own_column(style: Style, values: Sequence[tuple[str, Value]], column: int) -> Style:
    """Give aligned keys the column that the longest of them needs, or more as said."""
    if style.column is None:
        return style
    longest = max((len(key(name)) for name, _ in values), default=0)
    return style._replace(column=max(column, longest + 1))
