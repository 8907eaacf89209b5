"""The table of computers: its columns by width, its heads, and its rows."""

from typing import NamedTuple

from medv_tui.findings import Verdict
from medv_tui.practices.catalogue import practice
from medv_tui.reports.clean import clean
from medv_tui.review.hosts import HostsReview
from medv_tui.review.reasons import short
from medv_tui.tui.line import Line, Part, cell, cut, cut_middle, width
from medv_tui.tui.panes.host_columns import HostColumns
from medv_tui.tui.panes.host_sections import Section
from medv_tui.tui.panes.roster import NEAR_STEP, NO_WORKSPACE, Column, Sort
from medv_tui.tui.present import (
    ACCENT,
    BOLD,
    MUTED,
    UNKNOWN_FIGURE,
    VERDICT_MARKS,
    count,
    headroom,
    size,
)

GAP = 2
FIXED = {Column.VERDICT: 11, Column.RAM: 6, Column.FREE: 6, Column.HEADROOM: 8}
"""Cells of the columns that never grow."""
GROWING = {Column.HOST: (12, 24), Column.WORKSPACE: (9, 18), Column.SITE: (8, 18)}
"""Cells that the others have at least and at most, the first to grow first."""
REASON = 22
"""Cells that a reason needs."""
FIGURES = frozenset({Column.RAM, Column.FREE, Column.HEADROOM})
DROPPED = {
    Column.RAM: 104,
    Column.SITE: 104,
    Column.WORKSPACE: 90,
    Column.FREE: 72,
    Column.VERDICT: 56,
}
"""Cells of the table below which a column is left out."""


class Place(NamedTuple):
    """Where a column stands."""

    start: int
    cells: int


class Columns(NamedTuple):
    """The columns that a width has room for, left to right."""

    places: dict[Column, Place]

    def at(self, x: int) -> Column:
        """Find the column in which a cell lies; the gap before one belongs to it."""
        return next(
            (c for c, place in self.places.items() if x < place.start + place.cells),
            Column.REASON,
        )

    def line(self, cells: dict[Column, Line]) -> Line:
        """Put the columns that are shown side by side."""
        parts: list[Part] = []
        for column, place in self.places.items():
            parts.append(Part(" " * (place.start - width(parts))))
            parts += cells.get(column, ())
        return tuple(part for part in parts if part.text)


class Longest(NamedTuple):
    """Cells that the longest text of each growing column takes."""

    host: int = 0
    workspace: int = 0
    site: int = 0


def longest(columns: HostColumns) -> Longest:
    """Measure the columns whose texts are the plan's."""
    many = len(_many(columns.most)) if columns.most != 1 else 0
    texts = (
        max((len(text) for text in columns.coded(key).several if text), default=0)
        for key in ("workspace", "site")
    )
    return Longest(columns.longest_name + many, *texts)


def is_narrow(cells: int) -> bool:
    """Whether there is no room for the verdict in each row."""
    return cells < DROPPED[Column.VERDICT]


def fitting(cells: int, wanted: Longest, sort: Sort) -> Columns:
    """Choose columns for a width; host, headroom and reason always stay.

    In a narrow table rows stand below their verdict where that orders them; else each row
    keeps the verdict's symbol.
    """
    shown = [column for column in Column if cells >= DROPPED.get(column, 0)]
    if is_narrow(cells) and sort.column is not Column.VERDICT:
        shown.insert(0, Column.VERDICT)
    sizes = FIXED | {column: least for column, (least, _) in GROWING.items()}
    sizes[Column.REASON] = REASON
    if is_narrow(cells):
        sizes[Column.VERDICT] = 1
    spare = cells - sum(sizes[c] for c in shown) - GAP * (len(shown) - 1)
    for (column, (least, most)), need in zip(GROWING.items(), wanted, strict=True):
        if column in shown:
            grows = max(0, min(need - least, most - least, spare))
            sizes[column] += grows
            spare -= grows
    sizes[Column.REASON] += spare
    places: dict[Column, Place] = {}
    start = 0
    for column in shown:
        places[column] = Place(start, max(0, sizes[column]))
        start += sizes[column] + GAP
    return Columns(places)


def heads(columns: Columns, sort: Sort) -> Line:
    """Draw the columns' names; another order than the usual one stands out."""
    by = None if sort == Sort() else sort.column
    return columns.line(
        {
            column: (_head(column, place.cells, BOLD if column is by else MUTED),)
            for column, place in columns.places.items()
        }
    )


def _head(column: Column, cells: int, look: str) -> Part:
    text = column.value
    if column is Column.VERDICT:
        text = f"  {text}" if cells > 1 else ""
    return cell(text, cells, look, right=column in FIGURES)


def section_row(section: Section) -> Line:
    """Draw the row above the computers of one verdict."""
    mark = VERDICT_MARKS[section.verdict]
    look = MUTED if section.verdict is Verdict.READY else mark.look
    return (mark.part, Part(f" {section.computers:,} {mark.word}", look))


def host_row(hosts: HostsReview, row: int, columns: Columns, *, is_chosen: bool = False) -> Line:
    """Draw one computer; its reasons are worked out here and nowhere earlier."""
    cells = {
        column: _cell(hosts, row, column, place.cells) for column, place in columns.places.items()
    }
    if is_chosen:
        cells[Column.HOST] = _chosen(hosts, row, columns.places[Column.HOST].cells)
    return columns.line(cells)


def _chosen(hosts: HostsReview, row: int, cells: int) -> Line:
    """Draw the name of a computer that is chosen, with a plus sign before it."""
    return (Part("+", ACCENT), *_name(hosts, row, cells - 1))


def _cell(hosts: HostsReview, row: int, column: Column, cells: int) -> Line:
    """Draw one cell of the table."""
    match column:
        case Column.VERDICT:
            return _verdict(hosts.verdict(row), cells)
        case Column.HOST:
            return _name(hosts, row, cells)
        case Column.WORKSPACE | Column.SITE:
            text = hosts.workspace(row) if column is Column.WORKSPACE else _site(hosts, row)
            return (cell(clean(text or ""), cells),)
        case Column.REASON:
            return (_reason(hosts, row, cells),)
        case _:
            return (_figure(_number(hosts, row, column), cells),)


def _site(hosts: HostsReview, row: int) -> str | None:
    site: str | None = hosts.fleet.fact(row, "site")
    return site


def _number(hosts: HostsReview, row: int, column: Column) -> Part:
    """Give the figure of a column."""
    if column is Column.HEADROOM:
        return headroom(hosts.headroom_gb(row))
    if column is Column.RAM:
        return memory(hosts.fleet.fact(row, "ram_mb"))
    return Part(size(hosts.fleet.fact(row, "free_disk_gb")))


def _figure(figure: Part, cells: int) -> Part:
    """Put a figure at the right edge; a second decimal stands in the gap behind it."""
    has_second = figure.text[-3:-2] == "."
    return cell(figure.text, cells + has_second, figure.look, right=True)


def memory(mb: int | None) -> Part:
    """Give memory in GB, rounded down, so that too little never looks like enough."""
    if mb is None:
        return Part(UNKNOWN_FIGURE)
    tenths = mb * 10 // 1024
    return Part(f"{tenths / 10:,.1f}" if tenths else f"{mb / 1024:.2f}")


def _verdict(verdict: Verdict, cells: int) -> Line:
    """Draw a verdict; the word of what is fine has no colour."""
    mark = VERDICT_MARKS[verdict]
    look = MUTED if verdict is Verdict.READY else mark.look
    word = f" {mark.word}"
    # The longest word, unassigned, is rare enough to end in the gap behind the column.
    overhang = cells > 1 and len(word) == cells
    return (mark.part, cell(word, cells - 1 + overhang, look))


def _name(hosts: HostsReview, row: int, cells: int) -> Line:
    """Draw a name, and how many computers it stands for."""
    number = hosts.fleet.counts[row]
    many = _many(number) if number != 1 else ""
    # Names of one series differ at their ends.
    name = cut_middle(clean(hosts.fleet.names[row]), cells - len(many))
    return (Part(name), cell(many, cells - width((Part(name),)), MUTED))


def _many(number: int) -> str:
    return f" ({number:,})"


def _reason(hosts: HostsReview, row: int, cells: int) -> Part:
    """Say shortly why a computer has its verdict; of a ready one, what was not verified."""
    verdict = hosts.verdict(row)
    if verdict is Verdict.EXCLUDED:
        return Part(cut(clean(hosts.fleet.fact(row, "excluded")), cells), MUTED)
    if verdict is Verdict.READY:
        return Part(cut(NEAR_STEP if hosts.notes(row) else _unverified(hosts, row), cells), MUTED)
    if verdict is Verdict.UNASSIGNED:
        name = hosts.workspace(row)
        return Part(cut(NO_WORKSPACE if name is None else f'{NO_WORKSPACE} "{clean(name)}"', cells))
    first = hosts.reasons(row)[0]
    return Part(cut(clean(short(first, practice(first.practice).title)), cells))


def _unverified(hosts: HostsReview, row: int) -> str:
    """Say how much is not known of a computer."""
    unverified = hosts.unverified(row)
    return f"{count(unverified, 'fact')} unverified" if unverified else ""
