"""The hosts pane: every computer with its verdict, the worst first."""

import asyncio
from typing import ClassVar, NamedTuple

from textual import events, work
from textual.binding import Binding, BindingType
from textual.geometry import clamp

from medv_tui.findings import Verdict
from medv_tui.reports.clean import clean
from medv_tui.reports.host_explanation import why_space, why_verdict
from medv_tui.review.hosts import VERDICTS, HostsReview
from medv_tui.review.review import Review
from medv_tui.tui.line import Line, Part, cell, cut, joined, spread, width
from medv_tui.tui.panes.choice import Why
from medv_tui.tui.panes.pane import Pane
from medv_tui.tui.present import MUTED, VERDICT_MARKS, headroom, size

ORDER = (
    Verdict.BLOCKED,
    Verdict.UNKNOWN,
    Verdict.ATTENTION,
    Verdict.UNASSIGNED,
    Verdict.READY,
    Verdict.EXCLUDED,
)
MANY = 2_000
"""Rows from which on sorting would be felt while typing, so that it is done beside it."""
KEPT = 1_000
"""Drawn rows that are kept, so that moving the cursor costs nothing."""
EMPTY = "No hosts yet. Add a [[hosts]] table, or [[inventories]] with a CSV file."


class Roster(NamedTuple):
    """The computers and the order in which they are shown."""

    hosts: HostsReview
    order: list[int]


def roster(hosts: HostsReview) -> Roster:
    """Order computers by verdict, then by headroom; the unknown come last in their verdict."""
    ranks = [ORDER.index(verdict) for verdict in VERDICTS]
    by_verdict: list[list[int]] = [[] for _ in ORDER]
    for row, code in enumerate(hosts.codes):
        by_verdict[ranks[code]].append(row)
    rooms = map(hosts.headroom_gb, range(len(hosts.codes)))
    # Plain numbers sort several times faster than pairs, and nothing else runs meanwhile.
    keys = [float("inf") if room is None else room for room in rooms]
    for rows in by_verdict:
        rows.sort(key=keys.__getitem__)
    return Roster(hosts, [row for rows in by_verdict for row in rows])


class Columns(NamedTuple):
    """Widths of the table's columns in cells; 0 leaves a column out."""

    verdict: int
    host: int
    workspace: int
    free: int
    headroom: int
    reason: int

    @classmethod
    def fitting(cls, cells: int) -> "Columns":
        """Choose columns for a width; host, headroom and reason always stay."""
        verdict = 12 if cells >= 56 else 1
        host = 20 if cells >= 90 else 14
        workspace = 12 if cells >= 90 else 0
        free = 8 if cells >= 72 else 0
        room = 9
        taken = (verdict, host, workspace, free, room)
        gaps = 2 * sum(column > 0 for column in taken)
        return cls(verdict, host, workspace, free, room, max(0, cells - sum(taken) - gaps))

    def line(self, *columns: Line) -> Line:
        """Put the columns that are shown side by side."""
        return joined((column for column, size_of in zip(columns, self, strict=True) if size_of), 2)


def heads(cells: int) -> Line:
    """Draw the columns' names."""
    columns = Columns.fitting(cells)
    return columns.line(
        (cell("  verdict" if columns.verdict > 1 else "", columns.verdict, MUTED),),
        (cell("host", columns.host, MUTED),),
        (cell("workspace", columns.workspace, MUTED),),
        (cell("free", columns.free, MUTED, right=True),),
        (cell("headroom", columns.headroom, MUTED, right=True),),
        (Part("reason", MUTED),),
    )


def host_row(hosts: HostsReview, row: int, cells: int) -> Line:
    """Draw one computer; its reasons are worked out here and nowhere earlier."""
    columns = Columns.fitting(cells)
    room = headroom(hosts.headroom_gb(row))
    return columns.line(
        _verdict(hosts.verdict(row), columns.verdict),
        _name(hosts, row, columns.host),
        (cell(clean(hosts.workspace(row) or ""), columns.workspace, MUTED),),
        (cell(size(hosts.fleet.fact(row, "free_disk_gb")), columns.free, right=True),),
        (cell(room.text, columns.headroom, room.look, right=True),),
        (Part(cut(reason(hosts, row), columns.reason)),),
    )


def _verdict(verdict: Verdict, cells: int) -> Line:
    """Draw a verdict; the word of what is fine has no colour."""
    mark = VERDICT_MARKS[verdict]
    if cells == 1:
        return (mark.part,)
    look = MUTED if verdict is Verdict.READY else mark.look
    return (mark.part, cell(f" {mark.word}", cells - 1, look))


def _name(hosts: HostsReview, row: int, cells: int) -> Line:
    """Draw a name, and how many computers it stands for."""
    number = hosts.fleet.counts[row]
    many = f" ({number:,})" if number != 1 else ""
    name = cut(clean(hosts.fleet.names[row]), cells - len(many))
    return (Part(name), cell(many, cells - width((Part(name),)), MUTED))


def reason(hosts: HostsReview, row: int) -> str:
    """Say why a computer has its verdict, in one sentence; nothing where it is ready."""
    review = hosts.review(row)
    if review.excluded is not None:
        return clean(review.excluded)
    if review.reasons and not review.lacks_named_workspace:
        return clean(review.reasons[0].message)
    return clean(review.why_unassigned)


class HostsPane(Pane):
    """A table of computers that costs as much as the rows one sees."""

    NUMBER = 3
    NAME = "Hosts"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "why", "Why this verdict", show=False),
        Binding("d", "why_space", "Why this much disk space", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._roster: Roster | None = None
        self._cursor = 0
        self._lines: dict[tuple[int, int], Line] = {}

    @property
    def selected(self) -> int | None:
        """The fleet's row under the cursor."""
        if self._roster is None or not self._roster.order:
            return None
        return self._roster.order[self._cursor]

    def is_changed(self, old: Review | None, new: Review) -> bool:
        """Whether a computer may stand elsewhere than before."""
        return old is None or old.hosts is not new.hosts

    def take(self, review: Review) -> None:
        """Order the computers, beside the interface where they are many."""
        if self._roster is not None and self._roster.hosts is review.hosts:
            return
        if len(review.hosts.fleet.names) > MANY:
            self._order(review.hosts)
        else:
            self._show(roster(review.hosts))

    # Without a description Textual writes one out of the arguments, here the whole fleet.
    @work(exclusive=True, description="order the hosts")
    async def _order(self, hosts: HostsReview) -> None:
        """Order many computers without holding up what is typed."""
        self._show(await asyncio.to_thread(roster, hosts))
        self.redraw()

    def _show(self, ordered: Roster) -> None:
        self._roster = ordered
        self._lines.clear()
        self._cursor = clamp(self._cursor, 0, max(0, len(ordered.order) - 1))

    def length(self) -> int:
        """Rows of the table."""
        return len(self._roster.order) if self._roster is not None else 0

    def fact(self, review: Review) -> str:
        """Say how the rows are ordered."""
        del review
        return "blocked first"

    def head(self, cells: int) -> Line | None:
        """Name the columns, or say that there is nothing to show."""
        if self._roster is None:
            return None
        return heads(cells) if self._roster.order else (Part(EMPTY, MUTED),)

    def foot(self, cells: int) -> Line | None:
        """Give the whole reason of the row under the cursor, and which rows one sees."""
        row = self.selected
        if row is None or self._roster is None:
            return None
        first = self.scroll_offset.y + 1
        last = min(self.length(), self.scroll_offset.y + max(0, self.size.height - 2))
        place = f"rows {first:,} to {last:,} of {self.length():,}"
        sentence = Part(reason(self._roster.hosts, row), MUTED)
        return spread((sentence,), (Part(place, MUTED),), cells)

    def row(self, index: int, cells: int) -> Line:
        """Draw one computer, or give what was drawn of it lately."""
        if self._roster is None:
            return ()
        if (index, cells) not in self._lines:
            if len(self._lines) >= KEPT:
                self._lines.clear()
            row = self._roster.order[index]
            self._lines[index, cells] = host_row(self._roster.hosts, row, cells)
        return self._lines[index, cells]

    def ground(self, index: int) -> str:
        """Mark the row under the cursor."""
        if index != self._cursor:
            return ""
        return "bold on $cursor" if self.has_focus else "bold on $surface"

    def watch_has_focus(self, focused: bool) -> None:
        """Draw the cursor for where keys go."""
        super().watch_has_focus(focused)
        self.redraw()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor on the row under the mouse."""
        index = event.y - 1 + self.scroll_offset.y
        if event.y > 0 and index < self.length():
            self.move_to(index)

    @property
    def position(self) -> int:
        """The row under the cursor."""
        return self._cursor

    def move_to(self, index: int) -> None:
        """Put the cursor on a row and bring it into view."""
        self._cursor = clamp(index, 0, max(0, self.length() - 1))
        top, page = self.scroll_offset.y, self.page
        if self._cursor < top:
            self.scroll_to(y=self._cursor, animate=False)
        elif self._cursor >= top + page:
            self.scroll_to(y=self._cursor - page + 1, animate=False)
        self.redraw()

    def action_why(self) -> None:
        """Ask for the whole reasoning about the computer under the cursor."""
        row = self.selected
        if row is not None:
            self.post_message(Why(lambda review: why_verdict(review, row)))

    def action_why_space(self) -> None:
        """Ask for the disk figures of the computer under the cursor."""
        row = self.selected
        if row is not None:
            self.post_message(Why(lambda review: why_space(review, row)))
