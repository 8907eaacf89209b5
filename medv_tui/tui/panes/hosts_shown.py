"""What the table of computers shows: the rows themselves, or how many have what in common."""

from collections.abc import Iterable
from typing import NamedTuple

from medv_tui.tui.panes.hosts_summary import Counting, Summary, summary
from medv_tui.tui.panes.hosts_table import Longest, longest
from medv_tui.tui.panes.ordered import Ordered
from medv_tui.tui.panes.roster import Roster, Sort


class Shown(NamedTuple):
    """What the table shows of the computers."""

    roster: Roster
    rows: Ordered
    longest: Longest
    computers: int
    """How many computers the rows stand for."""
    summary: Summary | None = None
    """The computers counted, where that is shown in place of the rows."""

    @property
    def items(self) -> int:
        """Computers or counts that the cursor can be on."""
        return len(self.rows if self.summary is None else self.summary)

    @property
    def names(self) -> Iterable[str]:
        """The names of all that are listed without regard to case, as they stand in the fleet."""
        names = self.roster.columns.names
        if len(self.rows) == len(names):
            return names
        return map(names.__getitem__, self.rows.rising)

    def name(self, position: int) -> str:
        """Name the computer at a position without regard to case."""
        return self.roster.hosts.fleet.names[self.rows[position]].casefold()

    def position(self, name: str) -> int | None:
        """Find the first row of a name; None where it is not among those that are shown."""
        found = map(self.rows.position, self.roster.columns.rows_named(name))
        return min((position for position in found if position is not None), default=None)


def shown(
    roster: Roster, sort: Sort, text: str, counting: Counting | None, name: str | None = None
) -> Shown:
    """Choose, order and measure the computers, and count them if that is wanted.

    What is wanted of them first is made ready here: their names, the first rows in order, and
    those about a computer.
    """
    hosts, measures = roster.hosts, longest(roster.columns)
    if counting is not None:
        rows = Ordered(roster.matching(text), ())
        counted = summary(counting, roster, rows.rising, text)
        return Shown(roster, rows, measures, hosts.computers(rows.rising), counted)
    rows = roster.shown(sort, text)
    found = Shown(roster, rows, measures, hosts.computers(rows.rising))
    _ = roster.columns.names, rows[:1], None if name is None else found.position(name)
    return found
