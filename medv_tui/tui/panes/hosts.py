"""The hosts pane: every computer with its verdict, the worst first."""

import asyncio
from collections.abc import Sequence
from typing import ClassVar

from textual import events, work
from textual.binding import Binding, BindingType

from medv_tui.plan.fleet import Fleet
from medv_tui.reports.clean import clean
from medv_tui.reports.host_explanation import why_space, why_verdict
from medv_tui.review.crowds import Common
from medv_tui.review.hosts import HostsReview
from medv_tui.review.review import Review
from medv_tui.tui.dialog import keys
from medv_tui.tui.line import Line, Part, fit, spread, wrapped
from medv_tui.tui.panes import host_filter
from medv_tui.tui.panes.absent import no_hosts
from medv_tui.tui.panes.choice import Why
from medv_tui.tui.panes.choosable import ChoosablePane
from medv_tui.tui.panes.hosts_shown import Shown, shown
from medv_tui.tui.panes.hosts_summary import Counting, Held, Hints
from medv_tui.tui.panes.hosts_table import (
    Columns,
    fitting,
    heads,
    host_row,
    is_narrow,
    section_row,
)
from medv_tui.tui.panes.roster import Column, Roster, Section, Sections, Sort, sections
from medv_tui.tui.panes.searchable import SearchablePane
from medv_tui.tui.present import MUTED

MANY = 2_000
"""Rows from which on they are first counted by reason, and ordered beside the interface."""
KEPT = 1_000
"""Drawn rows that are kept, so that moving the cursor costs nothing."""


class HostsPane(SearchablePane, ChoosablePane):
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
        Binding("b", "group", "Count by site, workspace, model; or list", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._shown: Shown | None = None
        self._sort = Sort()
        self._counting: Counting | None = None
        self._columns = Columns({})
        self._sections = Sections()
        self._message: list[str] = []
        self._tail: list[str] = []
        self._lines: dict[int, Line] = {}

    @property
    def selected(self) -> int | None:
        """The fleet's row under the cursor."""
        if self._shown is None or self._is_summary or not self._shown.rows:
            return None
        return self._shown.rows[self._cursor]

    @property
    def order(self) -> Sort:
        """What the rows are ordered by."""
        return self._sort

    @property
    def listed(self) -> tuple[Fleet, Sequence[int]] | None:
        """The rows that are listed, in their order."""
        if self._shown is None or self._is_summary:
            return None
        return self._shown.roster.hosts.fleet, self._shown.rows

    def forget_rows(self) -> None:
        """Draw every row anew."""
        self._lines.clear()
        self.redraw()

    @property
    def _is_summary(self) -> bool:
        """Whether computers are counted rather than listed."""
        return self._counting is not None

    def is_changed(self, old: Review | None, new: Review) -> bool:
        """Whether a computer may stand elsewhere than before."""
        return old is None or old.hosts is not new.hosts or no_hosts(old) != no_hosts(new)

    def take(self, review: Review) -> None:
        """Order the computers; where only the width is another, fit them to it."""
        if self._shown is not None and self._shown.roster.hosts is review.hosts:
            self._lay_out()
        else:
            if self._shown is None:
                is_large = len(review.hosts.fleet.names) > MANY
                self._counting = Held.BY_REASON if is_large else None
            self._choose(Roster(review.hosts))

    def want(self, text: str) -> None:
        """List what matches this text, where computers were counted."""
        if text != self.wanted:
            self._counting = None
        super().want(text)

    def narrow(self) -> None:
        """Show the computers that match the filter."""
        if self._shown is not None:
            self._choose(self._shown.roster)

    def _choose(self, roster: Roster) -> None:
        """Choose and order the computers, beside the interface where they are many."""
        if len(roster.hosts.fleet.names) > MANY:
            self._choose_beside(roster)
        else:
            self._show(shown(roster, self._sort, self.wanted, self._counting))

    # Without a description Textual writes one out of the arguments, here the whole fleet.
    @work(exclusive=True, description="order the hosts")
    async def _choose_beside(self, roster: Roster) -> None:
        """Choose among many computers without holding up what is typed."""
        wanted = (self._sort, self.wanted, self._counting)
        try:
            self._show(await asyncio.to_thread(shown, roster, *wanted))
        except Exception:
            self.fail()
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
        asides = () if self._shown.summary is None else self._shown.summary.asides
        self._tail = [row for text in asides for row in wrapped(text, self.cells)]
        hosts, is_narrow_now = self._shown.roster.hosts, is_narrow(self.cells)
        sectioned = is_narrow_now and self._sort.column is Column.VERDICT and not self._is_summary
        self._sections = sections(hosts, self._shown.rows) if sectioned else Sections()

    def _nothing(self) -> str:
        """Say why there is nothing to show, and what ends that."""
        if self._shown is not None and not self._shown.roster.hosts.fleet.names:
            return no_hosts(self.review)
        if self._shown is not None and self._shown.summary is not None:
            return self._shown.summary.nothing
        why = host_filter.misread(self.wanted)
        said = f'No host matches "{clean(self.wanted)}". Esc clears the filter.'
        return f"{said} {clean(why)}".rstrip()

    def items(self) -> int:
        """Computers or reasons that the cursor can be on."""
        if self._shown is None:
            return 0
        return len(self._shown.rows if self._shown.summary is None else self._shown.summary)

    def length(self) -> int:
        """Rows of the table, with those that only name a verdict."""
        return len(self._message) or self._end() + len(self._tail)

    def _end(self) -> int:
        """The row after the last item."""
        return self.items() + len(self._sections.starts)

    def span(self, item: int) -> tuple[int, int]:
        """First row of an item and the one after its last."""
        row = self._sections.row_of(item)
        return row, row + 1

    def item_at(self, index: int) -> int | None:
        """Find the item of a row; None where the row names a verdict."""
        found = self._sections.at(index)
        no_item = self._message or isinstance(found, Section) or index >= self._end()
        return None if no_item or isinstance(found, Section) else found

    def fact(self, review: Review) -> str:
        """Say how the rows are ordered, or how many were chosen."""
        if not review.hosts.fleet.names:
            return ""
        if self._counting is not None:
            return f"by {self._counting.value}"
        if self.chosen:
            return f"{len(self.chosen):,} chosen"
        if self._shown is None or not self.wanted:
            return self._sort.words
        return f"{self._shown.computers:,} of {self._shown.roster.hosts.total:,} hosts"

    def head(self, cells: int) -> Line | None:
        """Name the columns."""
        if self._shown is None or self._message:
            return None
        if self._shown.summary is not None:
            return self._shown.summary.heads(cells)
        return heads(self._columns, self._sort)

    def foot(self, cells: int) -> Line | None:
        """Give the keys that work here, or the filter, and which rows one sees."""
        if self._shown is None or not self._shown.roster.hosts.fleet.names:
            return None
        first = self.scroll_offset.y
        last = min(self.length(), first + max(0, self.size.height - 2))
        seen = [i for index in (first, last - 1) if (i := self._nearest(index)) is not None]
        place = f"rows {seen[0] + 1:,} to {seen[-1] + 1:,} of {self.items():,}" if seen else ""
        right = (Part(place, MUTED),) if place else ()
        left = self.search_line(cells - len(place) - 2) or keys(*self._hints())
        return spread(left, right, cells)

    def _nearest(self, index: int) -> int | None:
        """Find the item of a row, or of the one beside it where the row is none."""
        if self._message:
            return None
        item = self.item_at(min(index, self._end() - 1))
        return self.item_at(index + 1) if item is None else item

    def _hints(self) -> Hints:
        """Give the most useful keys of the pane."""
        if self._shown is not None and self._shown.summary is not None:
            return self._shown.summary.hints
        if self.chosen:
            return (("x", "exclude"), ("a", "assign"), ("-", "none"))
        return (("Enter", "why"), ("/", "filter"), ("s", "sort"))

    def row(self, index: int, cells: int) -> Line:
        """Draw one row, or give what was drawn of it lately."""
        if index not in self._lines:
            if len(self._lines) >= KEPT:
                self._lines.clear()
            self._lines[index] = fit(self._drawn_row(index), cells)
        return self._lines[index]

    def _drawn_row(self, index: int) -> Line:
        if self._message or index >= self._end():
            said = self._message or self._tail
            return (Part(said[index - (0 if self._message else self._end())], MUTED),)
        item = self._sections.at(index)
        if self._shown is None:
            return ()
        if isinstance(item, Section):
            return section_row(item)
        if self._shown.summary is not None:
            return self._shown.summary.row(item, self.cells)
        hosts, row = self._shown.roster.hosts, self._shown.rows[item]
        return host_row(hosts, row, self._columns, is_chosen=self.chosen.holds(hosts.fleet, row))

    def action_why(self) -> None:
        """Ask why a computer has its verdict, or list the computers of a reason."""
        row = self.selected
        if row is not None:
            self.post_message(Why(lambda review: why_verdict(review, row)))
        elif self._shown is not None and self._shown.summary:
            filtered = self._shown.summary.filtered(self._cursor, self.wanted)
            self._counting, self._cursor = None, 0
            self.narrow() if filtered == self.wanted else self.want(filtered)

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
        self.order_by(Sort(columns[(at + step) % len(columns)]))

    def action_reverse(self) -> None:
        """Turn the order around."""
        self.order_by(self._sort._replace(is_reversed=not self._sort.is_reversed))

    def action_count(self) -> None:
        """Count the computers by reason, or list them again."""
        self._count_by(None if self._counting is Held.BY_REASON else Held.BY_REASON)

    def action_group(self) -> None:
        """Count the computers by the next thing that they have in common, or list them again."""
        steps = (None, *Common)
        place = steps.index(self._counting) if isinstance(self._counting, Common) else 0
        self._count_by(steps[(place + 1) % len(steps)])

    def _count_by(self, counting: Counting | None) -> None:
        """Count the computers by something, or list them, from the first row on."""
        self._counting, self._cursor = counting, 0
        self.narrow()
        self.move_to(0)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let Escape also lead back from what is counted to what is listed."""
        is_enabled = super().check_action(action, parameters)
        return is_enabled or (action == "clear" and self._is_summary)

    def action_clear(self) -> None:
        """List the computers again where they are counted, else show all of them."""
        if self._is_summary and not self._is_typing:
            self._count_by(None)
        else:
            super().action_clear()

    def order_by(self, sort: Sort) -> None:
        """Order the rows anew and start at the first."""
        self._sort = sort
        self._count_by(None)

    def on_click(self, event: events.Click) -> None:
        """Order by the column whose head is clicked; elsewhere the cursor goes to the mouse."""
        is_head = event.y == 0 and self._shown is not None and not self.is_failed
        if not is_head or self._message or self._is_summary:
            return
        event.prevent_default()
        column = self._columns.at(event.x)
        if column is self._sort.column:
            self.action_reverse()
        else:
            self.order_by(Sort(column))


def _name(hosts: HostsReview, row: int) -> str:
    """Name a computer without regard to case."""
    return hosts.fleet.names[row].casefold()
