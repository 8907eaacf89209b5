"""What the table of computers shows: the rows themselves, or how many have what in common."""

from typing import NamedTuple

from medv_tui.review.crowds import Common, Crowd, crowds
from medv_tui.review.near_step import computers_near_step
from medv_tui.review.reasons import Tally, tallies
from medv_tui.review.regain import regained
from medv_tui.tui.panes import hosts_reasons
from medv_tui.tui.panes.hosts_table import Longest, longest
from medv_tui.tui.panes.roster import Roster, Sort


class Shown(NamedTuple):
    """What the table shows of the computers."""

    roster: Roster
    rows: list[int]
    longest: Longest
    computers: int
    """How many computers the rows stand for."""
    tallies: list[Tally] | None
    """The computers counted by reason, where that is shown in place of the rows."""
    crowds: tuple[Crowd, ...] | None = None
    """The computers counted by what they have in common, where that is shown."""
    asides: tuple[str, ...] = ()
    """What more disk space would bring back, and the like; below the reasons."""


def shown(
    roster: Roster, sort: Sort, text: str, *, counted: bool, common: Common | None = None
) -> Shown:
    """Choose, order and measure the computers."""
    hosts = roster.hosts
    rows = roster.shown(sort, text)
    computers = sum(map(hosts.fleet.counts.__getitem__, rows)) if text else hosts.total
    counts = tallies(hosts, roster.reasons, rows) if counted else None
    together = None if common is None else crowds(hosts, common)
    is_all = counted and not text
    asides = hosts_reasons.asides(regained(hosts), computers_near_step(hosts)) if is_all else ()
    return Shown(roster, rows, longest(hosts), computers, counts, together, asides)
