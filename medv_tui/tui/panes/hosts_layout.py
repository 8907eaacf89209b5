"""What stands in which row of the hosts pane: computers or counts, and what is said about them."""

from collections.abc import Sequence
from dataclasses import dataclass

from medv_tui.reports.clean import clean
from medv_tui.review.hosts import HostsReview
from medv_tui.tui.line import Line, Part, wrapped
from medv_tui.tui.panes import host_filter
from medv_tui.tui.panes.host_choice import Chosen
from medv_tui.tui.panes.host_sections import Section, Sections, sections
from medv_tui.tui.panes.hosts_shown import Shown
from medv_tui.tui.panes.hosts_table import (
    Columns,
    fitting,
    heads,
    host_row,
    is_narrow,
    section_row,
)
from medv_tui.tui.panes.roster import Column, Sort
from medv_tui.tui.present import MUTED


@dataclass(frozen=True, slots=True)
class Layout:
    """The rows of the table at one width."""

    shown: Shown
    cells: int
    columns: Columns
    sections: Sections
    message: Sequence[str]
    """What is said where there is nothing to list."""
    tail: Sequence[str]
    """What is said below all rows."""

    @property
    def hosts(self) -> HostsReview:
        """The computers."""
        return self.shown.roster.hosts

    @property
    def end(self) -> int:
        """The row after the last item."""
        return self.shown.items + len(self.sections.starts)

    @property
    def length(self) -> int:
        """Rows of the table, with those that only name a verdict."""
        return len(self.message) or self.end + len(self.tail)

    def item_at(self, index: int) -> int | None:
        """Find the item of a row; None where the row names a verdict."""
        found = self.sections.at(index)
        no_item = self.message or isinstance(found, Section) or index >= self.end
        return None if no_item or isinstance(found, Section) else found

    def nearest(self, index: int) -> int | None:
        """Find the item of a row, or of the one beside it where the row is none."""
        if self.message:
            return None
        item = self.item_at(min(index, self.end - 1))
        return self.item_at(index + 1) if item is None else item

    def head(self, cells: int, sort: Sort) -> Line | None:
        """Name the columns."""
        if self.message:
            return None
        if self.shown.summary is not None:
            return self.shown.summary.heads(cells)
        return heads(self.columns, sort)

    def row(self, index: int, chosen: Chosen) -> Line:
        """Draw one row."""
        if self.message or index >= self.end:
            said = self.message or self.tail
            return (Part(said[index - (0 if self.message else self.end)], MUTED),)
        item = self.sections.at(index)
        if isinstance(item, Section):
            return section_row(item)
        if self.shown.summary is not None:
            return self.shown.summary.row(item, self.cells)
        is_chosen = chosen.holds(self.shown.name(item))
        return host_row(self.hosts, self.shown.rows[item], self.columns, is_chosen=is_chosen)


def layout(shown: Shown, cells: int, sort: Sort, wanted: str, no_hosts: str) -> Layout:
    """Fit what is shown of a filter's text to a width; `no_hosts` says why there are none."""
    summary = shown.summary
    is_sectioned = is_narrow(cells) and sort.column is Column.VERDICT and summary is None
    asides = () if summary is None else summary.asides
    return Layout(
        shown,
        cells,
        fitting(cells, shown.longest, sort),
        sections(shown.roster.hosts, shown.rows) if is_sectioned else Sections(),
        () if shown.items else wrapped(_nothing(shown, wanted, no_hosts), cells),
        [row for text in asides for row in wrapped(text, cells)],
    )


def _nothing(shown: Shown, wanted: str, no_hosts: str) -> str:
    """Say why there is nothing to show, and what ends that."""
    if not shown.roster.hosts.fleet.names:
        return no_hosts
    if shown.summary is not None:
        return shown.summary.nothing
    said = f'No host matches "{clean(wanted)}". Esc clears the filter.'
    return f"{said} {clean(host_filter.misread(wanted))}".rstrip()
