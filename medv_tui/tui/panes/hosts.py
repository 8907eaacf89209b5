"""The hosts pane: every computer with its verdict, the worst first."""

import asyncio
from typing import ClassVar, NamedTuple

from textual import events, work
from textual.binding import Binding, BindingType

from medv_tui.reports.clean import clean
from medv_tui.reports.host_explanation import why_space, why_verdict
from medv_tui.review.hosts import HostsReview
from medv_tui.review.reasons import Tally, tallies
from medv_tui.review.review import Review
from medv_tui.tui.dialog import keys
from medv_tui.tui.line import Line, Part, fit, spread, wrapped
from medv_tui.tui.panes import hosts_reasons
from medv_tui.tui.panes.choice import Why
from medv_tui.tui.panes.cursor import CursorPane
from medv_tui.tui.panes.hosts_table import (
    Columns,
    Longest,
    fitting,
    heads,
    host_row,
    is_narrow,
    longest,
    section_row,
)
from medv_tui.tui.panes.roster import Column, Roster, Section, Sections, Sort, sections
from medv_tui.tui.panes.searchable import SearchablePane
from medv_tui.tui.present import MUTED

MANY = 2_000
"""Rows from which on choosing and ordering them is done beside the interface."""
KEPT = 1_000
"""Drawn rows that are kept, so that moving the cursor costs nothing."""
EMPTY = "No hosts yet. Add a [[hosts]] table, or [[inventories]] with a CSV file."


class Shown(NamedTuple):
    """What the table shows of the computers."""

    roster: Roster
    rows: list[int]
    longest: Longest
    computers: int
    """How many computers the rows stand for."""
    tallies: list[Tally] | None
    """The computers counted by reason, where that is shown in place of the rows."""


def chosen(roster: Roster, sort: Sort, text: str, *, counted: bool) -> Shown:
    """Choose, order and measure the computers."""
    hosts = roster.hosts
    rows = roster.shown(sort, text)
    computers = sum(map(hosts.fleet.counts.__getitem__, rows)) if text else hosts.total
    counts = tallies(hosts, roster.reasons) if counted else None
    return Shown(roster, rows, longest(hosts), computers, counts)


class HostsPane(SearchablePane, CursorPane):
    """A table of computers that costs as much as the rows one sees."""

    NUMBER = 3
    NAME = "Hosts"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "why", "Why this verdict", show=False),
        Binding("d", "why_space", "Why this much disk space", show=False),
        Binding("g", "go", "Go to the computer in the text", show=False),
        Binding("s", "sort(1)", "Sort by the next column", show=False),
        Binding("S", "reverse", "Reverse the order", show=False),
        Binding("r", "count", "Count computers by reason, or list them", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._shown: Shown | None = None
        self._sort = Sort()
        self._is_counted = False
        self._columns = Columns({})
        self._sections = Sections()
        self._message: list[str] = []
        self._lines: dict[int, Line] = {}

    @property
    def selected(self) -> int | None:
        """The fleet's row under the cursor."""
        if self._shown is None or self._is_counted or not self._shown.rows:
            return None
        return self._shown.rows[self._cursor]

    def is_changed(self, old: Review | None, new: Review) -> bool:
        """Whether a computer may stand elsewhere than before."""
        return old is None or old.hosts is not new.hosts

    def take(self, review: Review) -> None:
        """Order the computers; where only the width is another, fit them to it."""
        if self._shown is not None and self._shown.roster.hosts is review.hosts:
            self._lay_out()
        else:
            self._choose(Roster(review.hosts))

    def narrow(self) -> None:
        """Show the computers that match the filter."""
        if self._shown is not None:
            self._choose(self._shown.roster)

    def _choose(self, roster: Roster) -> None:
        """Choose and order the computers, beside the interface where they are many."""
        if len(roster.hosts.fleet.names) > MANY:
            self._choose_beside(roster)
        else:
            self._show(chosen(roster, self._sort, self.wanted, counted=self._is_counted))

    # Without a description Textual writes one out of the arguments, here the whole fleet.
    @work(exclusive=True, description="order the hosts")
    async def _choose_beside(self, roster: Roster) -> None:
        """Choose among many computers without holding up what is typed."""
        sort, text, counted = self._sort, self.wanted, self._is_counted
        shown = await asyncio.to_thread(chosen, roster, sort, text, counted=counted)
        self._show(shown)
        self.redraw()

    def _show(self, shown: Shown) -> None:
        """Show these rows, with the cursor on the computer that it was on."""
        name = self._selected_name()
        self._shown = shown
        self._cursor = self._position_of(name) if self._cursor else 0
        self._lay_out()

    def _selected_name(self) -> str | None:
        row = self.selected
        return None if row is None or self._shown is None else _name(self._shown.roster.hosts, row)

    def _position_of(self, name: str | None) -> int:
        """Find a computer by its name; where it is gone, what stands in its place."""
        shown = self._shown
        if shown is None or name is None:
            return min(self._cursor, max(0, self.items() - 1))
        hosts = shown.roster.hosts
        found = (i for i, row in enumerate(shown.rows) if _name(hosts, row) == name)
        return next(found, min(self._cursor, max(0, len(shown.rows) - 1)))

    def _lay_out(self) -> None:
        """Fit the rows to the pane's width."""
        self._lines.clear()
        if self._shown is None:
            return
        self._columns = fitting(self.cells, self._shown.longest, self._sort)
        self._message = [] if self.items() else wrapped(self._nothing(), self.cells)
        hosts, is_narrow_now = self._shown.roster.hosts, is_narrow(self.cells)
        sectioned = is_narrow_now and self._sort.column is Column.VERDICT and not self._is_counted
        self._sections = sections(hosts, self._shown.rows) if sectioned else Sections()

    def _nothing(self) -> str:
        """Say why there is nothing to show, and what ends that."""
        if self._shown is not None and not self._shown.roster.hosts.fleet.names:
            return EMPTY
        if self._is_counted:
            return f"{hosts_reasons.NOTHING} r lists all of them."
        return f'No host matches "{clean(self.wanted)}". Esc clears the filter.'

    def items(self) -> int:
        """Computers or reasons that the cursor can be on."""
        if self._shown is None:
            return 0
        counts = self._shown.tallies
        return len(self._shown.rows) if counts is None else len(counts)

    def length(self) -> int:
        """Rows of the table, with those that only name a verdict."""
        return len(self._message) or self.items() + len(self._sections.starts)

    def span(self, item: int) -> tuple[int, int]:
        """First row of an item and the one after its last."""
        row = self._sections.row_of(item)
        return row, row + 1

    def item_at(self, index: int) -> int | None:
        """Find the item of a row; None where the row names a verdict."""
        found = self._sections.at(index)
        return None if self._message or isinstance(found, Section) else found

    def fact(self, review: Review) -> str:
        """Say how the rows are ordered, or how many were chosen."""
        del review
        if self._is_counted:
            return "by reason"
        if self._shown is None or not self.wanted:
            return self._sort.words
        return f"{self._shown.computers:,} of {self._shown.roster.hosts.total:,} hosts"

    def head(self, cells: int) -> Line | None:
        """Name the columns."""
        del cells
        if self._shown is None or self._message:
            return None
        if self._shown.tallies is not None:
            return hosts_reasons.heads()
        return heads(self._columns, self._sort)

    def foot(self, cells: int) -> Line | None:
        """Give the keys that work here, or the filter, and which rows one sees."""
        if self._shown is None or not self._shown.roster.hosts.fleet.names:
            return None
        first = self.scroll_offset.y
        last = min(self.length(), first + max(0, self.size.height - 2))
        seen = [i for index in (first, last - 1) if (i := self._nearest(index)) is not None]
        place = f"rows {seen[0] + 1:,} to {seen[1] + 1:,} of {self.items():,}" if seen else ""
        right = (Part(place, MUTED),) if place else ()
        left = self.search_line(cells - len(place) - 2) or keys(*self._hints())
        return spread(left, right, cells)

    def _nearest(self, index: int) -> int | None:
        """Find the item of a row, or of the one below where the row is a heading."""
        if self._message:
            return None
        item = self.item_at(index)
        return self.item_at(index + 1) if item is None else item

    def _hints(self) -> tuple[tuple[str, str], ...]:
        """Give the most useful keys of the pane."""
        if self._is_counted:
            return (("Enter", "list them"), ("r", "all hosts"))
        return (("Enter", "why"), ("/", "filter"), ("s", "sort"))

    def row(self, index: int, cells: int) -> Line:
        """Draw one row, or give what was drawn of it lately."""
        if index not in self._lines:
            if len(self._lines) >= KEPT:
                self._lines.clear()
            self._lines[index] = fit(self._drawn_row(index), cells)
        return self._lines[index]

    def _drawn_row(self, index: int) -> Line:
        if self._message:
            return (Part(self._message[index], MUTED),)
        item = self._sections.at(index)
        if self._shown is None:
            return ()
        if isinstance(item, Section):
            return section_row(item)
        if self._shown.tallies is not None:
            return hosts_reasons.tally_row(self._shown.tallies[item])
        return host_row(self._shown.roster.hosts, self._shown.rows[item], self._columns)

    def action_why(self) -> None:
        """Ask why a computer has its verdict, or list the computers of a reason."""
        row = self.selected
        if row is not None:
            self.post_message(Why(lambda review: why_verdict(review, row)))
        elif self._shown is not None and self._shown.tallies:
            reason = self._shown.tallies[self._cursor].reason
            self._is_counted, self._cursor = False, 0
            self.want(hosts_reasons.filter_for(reason))

    def action_why_space(self) -> None:
        """Ask for the disk figures of the computer under the cursor."""
        row = self.selected
        if row is not None:
            self.post_message(Why(lambda review: why_space(review, row)))

    def action_go(self) -> None:
        """Go to the computer in the text."""
        row = self.selected
        if row is None or self._shown is None:
            return
        fleet = self._shown.roster.hosts.fleet
        place = fleet.places[row]
        otherwise = f"{fleet.names[row]} stands on line {place.line} of {place.file}."
        path = () if place.index is None else ("hosts", place.index)
        self.post_message(self.GoTo(path, otherwise))

    def action_sort(self, step: int) -> None:
        """Order by the next column."""
        columns = [c for c in Column if c is Column.VERDICT or c in self._columns.places]
        at = columns.index(self._sort.column) if self._sort.column in columns else 0
        self._order_by(Sort(columns[(at + step) % len(columns)]))

    def action_reverse(self) -> None:
        """Turn the order around."""
        self._order_by(self._sort._replace(is_reversed=not self._sort.is_reversed))

    def action_count(self) -> None:
        """Count the computers by reason, or list them again."""
        self._is_counted, self._cursor = not self._is_counted, 0
        self.narrow()
        self.move_to(0)

    def _order_by(self, sort: Sort) -> None:
        """Order the rows anew and start at the first."""
        self._sort, self._is_counted = sort, False
        self._cursor = 0
        self.narrow()
        self.move_to(0)

    def on_click(self, event: events.Click) -> None:
        """Order by the column whose head is clicked; elsewhere the cursor goes to the mouse."""
        if event.y > 0 or self._shown is None or self._message or self._is_counted:
            return
        event.prevent_default()
        column = self._columns.at(event.x)
        if column is self._sort.column:
            self.action_reverse()
        else:
            self._order_by(Sort(column))


def _name(hosts: HostsReview, row: int) -> str:
    """Name a computer without regard to case."""
    return hosts.fleet.names[row].casefold()
