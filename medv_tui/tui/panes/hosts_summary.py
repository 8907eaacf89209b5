"""What stands in the table in place of the computers: how many of them have what in common."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar, Protocol, TypeAlias

from medv_tui.review.crowds import Common, Crowd, crowds
from medv_tui.review.near_step import computers_near_step
from medv_tui.review.reasons import Tally, tallies
from medv_tui.review.regain import regained
from medv_tui.tui.line import Line
from medv_tui.tui.panes import hosts_crowds, hosts_reasons
from medv_tui.tui.panes.roster import Roster

Hints: TypeAlias = tuple[tuple[str, str], ...]
"""Keys with what they do."""


class Held(Enum):
    """What computers are counted by that is no key of theirs."""

    BY_REASON = "reason"


Counting: TypeAlias = Held | Common
"""What computers are counted by."""


class Summary(Protocol):
    """Rows that each stand for the computers that have something in common."""

    @property
    def asides(self) -> tuple[str, ...]:
        """Sentences below the rows."""

    @property
    def hints(self) -> Hints:
        """The most useful keys."""

    @property
    def nothing(self) -> str:
        """Say why there are no rows, and what ends that."""

    def __len__(self) -> int:
        """How many rows there are."""

    def heads(self, cells: int) -> Line:
        """Name the columns."""

    def row(self, item: int, cells: int) -> Line:
        """Draw one row."""

    def filtered(self, item: int, wanted: str) -> str:
        """Write the filter that lists the computers of a row, out of the one that is there."""


@dataclass(frozen=True, slots=True)
class ReasonSummary:
    """The computers by what holds them back."""

    tallies: Sequence[Tally]
    asides: tuple[str, ...]
    hints: ClassVar[Hints] = (("Enter", "list them"), ("r", "all hosts"))
    nothing: ClassVar[str] = f"{hosts_reasons.NOTHING} r lists all of them."

    def __len__(self) -> int:
        """How many reasons there are."""
        return len(self.tallies)

    def heads(self, cells: int) -> Line:
        """Name the columns."""
        del cells
        return hosts_reasons.heads()

    def row(self, item: int, cells: int) -> Line:
        """Draw one reason."""
        del cells
        return hosts_reasons.tally_row(self.tallies[item])

    def filtered(self, item: int, wanted: str) -> str:
        """Add the reason to the filter, as only what matches that was counted."""
        added = hosts_reasons.filter_for(self.tallies[item].reason)
        return wanted if added in wanted else f"{wanted} {added}".lstrip()


@dataclass(frozen=True, slots=True)
class CrowdSummary:
    """The computers by site, workspace or model."""

    common: Common
    crowds: Sequence[Crowd]
    asides: ClassVar[tuple[str, ...]] = ()
    hints: ClassVar[Hints] = (("Enter", "list them"), ("b", "next"), ("Esc", "all hosts"))
    nothing: ClassVar[str] = ""

    def __len__(self) -> int:
        """How many crowds there are."""
        return len(self.crowds)

    def heads(self, cells: int) -> Line:
        """Name the columns."""
        return hosts_crowds.heads(self.common, cells)

    def row(self, item: int, cells: int) -> Line:
        """Draw one crowd."""
        return hosts_crowds.crowd_row(self.crowds[item], cells)

    def filtered(self, item: int, wanted: str) -> str:
        """Put the crowd in place of the filter, as all computers were counted."""
        del wanted
        return hosts_crowds.filter_for(self.common, self.crowds[item])


def summary(counting: Counting, roster: Roster, rows: Sequence[int], text: str) -> Summary:
    """Count computers; by reason only those rows that a filter leaves."""
    hosts = roster.hosts
    if isinstance(counting, Common):
        return CrowdSummary(counting, crowds(hosts, counting))
    asides = () if text else hosts_reasons.asides(regained(hosts), computers_near_step(hosts))
    return ReasonSummary(tallies(hosts, roster.reasons, rows), asides)
