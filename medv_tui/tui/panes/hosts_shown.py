"""What the table of computers shows: the rows themselves, or how many have what in common."""

from collections.abc import Sequence
from typing import NamedTuple

from medv_tui.tui.panes.hosts_summary import Counting, Summary, summary
from medv_tui.tui.panes.hosts_table import Longest, longest
from medv_tui.tui.panes.roster import Roster, Sort


class Shown(NamedTuple):
    """What the table shows of the computers."""

    roster: Roster
    rows: Sequence[int]
    longest: Longest
    computers: int
    """How many computers the rows stand for."""
    summary: Summary | None = None
    """The computers counted, where that is shown in place of the rows."""


def shown(roster: Roster, sort: Sort, text: str, counting: Counting | None) -> Shown:
    """Choose, order and measure the computers, and count them if that is wanted."""
    hosts = roster.hosts
    rows = roster.shown(sort, text) if counting is None else roster.matching(text)
    computers = sum(map(hosts.fleet.counts.__getitem__, rows)) if text else hosts.total
    counted = None if counting is None else summary(counting, roster, rows, text)
    return Shown(roster, rows, longest(hosts), computers, counted)
