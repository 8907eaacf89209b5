"""Where in the table the verdict changes, where rows stand below it."""

from bisect import bisect_right
from itertools import compress
from typing import NamedTuple

from medv_tui.findings import Verdict
from medv_tui.review.hosts import VERDICTS, HostsReview
from medv_tui.tui.panes.ordered import Ordered


class Section(NamedTuple):
    """Consecutive rows of one verdict."""

    start: int
    """Position of the first of them among all rows that are shown."""
    verdict: Verdict
    computers: int


class Sections(NamedTuple):
    """Rows of the table of which some only say the verdict of those below them."""

    starts: tuple[Section, ...] = ()

    def row_of(self, position: int) -> int:
        """Give the row of a computer by its position among all that are shown."""
        return position + bisect_right(self.starts, position, key=lambda section: section.start)

    def at(self, row: int) -> int | Section:
        """Give the position of the computer in a row, or the verdict that the row says."""
        above = 0
        for above, section in enumerate(self.starts):
            if row <= section.start + above:
                return section if row == section.start + above else row - above
        return row - len(self.starts)


def sections(hosts: HostsReview, rows: Ordered) -> Sections:
    """Cut rows that are ordered by verdict first where the verdict changes."""
    is_whole = len(rows) == len(hosts.codes)
    codes = hosts.codes if is_whole else bytes(map(hosts.codes.__getitem__, rows.rising))
    found: list[Section] = []
    start = 0
    while start < len(rows):
        code = hosts.codes[rows[start]]
        computers = hosts.counts[VERDICTS[code]]
        if not is_whole:
            computers = hosts.computers(list(compress(rows.rising, map(code.__eq__, codes))))
        found.append(Section(start, VERDICTS[code], computers))
        start += codes.count(code)
    return Sections(tuple(found))
