"""The hosts pane: every computer with its verdict, the worst first."""

import asyncio
from typing import ClassVar

from textual import events, work
from textual.binding import Binding, BindingType

from medv_tui.reports.host_explanation import why_space, why_verdict
from medv_tui.review.crowds import Common
from medv_tui.review.review import Review
from medv_tui.tui.dialog import keys
from medv_tui.tui.line import Line, Part, fit, spread
from medv_tui.tui.panes.absent import no_hosts
from medv_tui.tui.panes.choice import Why
from medv_tui.tui.panes.choosable import ChoosablePane
from medv_tui.tui.panes.hosts_layout import Layout, layout
from medv_tui.tui.panes.hosts_shown import Shown, shown
from medv_tui.tui.panes.hosts_summary import Counting, Held, Hints
from medv_tui.tui.panes.roster import Column, Roster, Sort
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
        self._layout: Layout | None = None
        self._sort = Sort()
        self._counting: Counting | None = None
        self._lines: dict[int, Line] = {}

    @property
    def _shown(self) -> Shown | None:
        """What is shown of the computers."""
        return None if self._layout is None else self._layout.shown

    @property
    def selected(self) -> int | None:
        """The fleet's row under the cursor."""
        shown = self._shown
        if shown is None or self._is_summary or shown.summary is not None or not shown.rows:
            return None
        return shown.rows[self._cursor]

    @property
    def order(self) -> Sort:
        """What the rows are ordered by."""
        return self._sort

    @property
    def listed(self) -> Shown | None:
        """The computers that are listed, in their order."""
        return None if self._shown is None or self._is_summary else self._shown

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
        shown = self._shown
        if shown is not None and shown.roster.hosts is review.hosts:
            self._lay_out(shown)
        else:
            if shown is None:
                is_large = len(review.hosts.fleet.names) > MANY
                self._counting = Held.BY_REASON if is_large else None
            self._choose(Roster(review.hosts, None if shown is None else shown.roster))

    def action_search(self) -> None:
        """Start typing; what many computers are filtered by is made ready for the first letter."""
        super().action_search()
        if self._shown is not None and len(self._shown.roster.hosts.fleet.names) > MANY:
            self._prepare(self._shown.roster)

    @work(group="prepare", description="prepare the filter")
    async def _prepare(self, roster: Roster) -> None:
        """Make ready what a filter looks at, beside the interface."""
        try:
            await asyncio.to_thread(roster.prepare)
        except Exception:
            self.fail()

    def want(self, text: str) -> None:
        """List what matches this text, where computers were counted."""
        if text != self.wanted and self._is_summary:
            self._counting, self._cursor = None, 0
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
        wanted = (self._sort, self.wanted, self._counting, self._selected_name())
        try:
            self._show(await asyncio.to_thread(shown, roster, *wanted))
        except Exception:
            self.fail()
        self.redraw()

    def _show(self, shown: Shown) -> None:
        """Show these rows, with the cursor on the computer that it was on."""
        name = self._selected_name()
        place = None if name is None else shown.position(name)
        at = self._cursor if place is None else place
        self._cursor = min(at, max(0, shown.items - 1)) if self._cursor else 0
        self._lay_out(shown)

    def _selected_name(self) -> str | None:
        """Name the computer under the cursor, which is looked for only after it was moved."""
        shown = self._shown
        if shown is None or self.selected is None or not self._cursor:
            return None
        return shown.name(self._cursor)

    def _lay_out(self, shown: Shown) -> None:
        """Fit the rows to the pane's width."""
        self._lines.clear()
        self._layout = layout(shown, self.cells, self._sort, self.wanted, no_hosts(self.review))

    def items(self) -> int:
        """Computers or reasons that the cursor can be on."""
        return 0 if self._shown is None else self._shown.items

    def length(self) -> int:
        """Rows of the table, with those that only name a verdict."""
        return 0 if self._layout is None else self._layout.length

    def span(self, item: int) -> tuple[int, int]:
        """First row of an item and the one after its last."""
        row = item if self._layout is None else self._layout.sections.row_of(item)
        return row, row + 1

    def item_at(self, index: int) -> int | None:
        """Find the item of a row; None where the row names a verdict."""
        return None if self._layout is None else self._layout.item_at(index)

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
        return None if self._layout is None else self._layout.head(cells, self._sort)

    def foot(self, cells: int) -> Line | None:
        """Give the keys that work here, or the filter, and which rows one sees."""
        table = self._layout
        if table is None or not table.hosts.fleet.names:
            return None
        first = self.scroll_offset.y
        last = min(table.length, first + max(0, self.size.height - 2))
        seen = [i for index in (first, last - 1) if (i := table.nearest(index)) is not None]
        place = f"rows {seen[0] + 1:,} to {seen[-1] + 1:,} of {self.items():,}" if seen else ""
        right = (Part(place, MUTED),) if place else ()
        left = self.search_line(cells - len(place) - 2) or keys(*self._hints())
        return spread(left, right, cells)

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
            drawn = () if self._layout is None else self._layout.row(index, self.chosen)
            self._lines[index] = fit(drawn, cells)
        return self._lines[index]

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
        places = () if self._layout is None else self._layout.columns.places
        columns = [c for c in Column if c is Column.VERDICT or c in places]
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
        table = self._layout
        is_head = event.y == 0 and table is not None and not self.is_failed
        if table is None or not is_head or table.message or self._is_summary:
            return
        event.prevent_default()
        column = table.columns.at(event.x)
        if column is self._sort.column:
            self.action_reverse()
        else:
            self.order_by(Sort(column))
