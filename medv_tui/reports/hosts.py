"""The fleet as a table for a person."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from medv_tui.findings import Verdict
from medv_tui.reports.clean import clean
from medv_tui.reports.marks import VERDICT_MARKS, Paint
from medv_tui.reports.wrap import cells, fitted
from medv_tui.review.hosts import HostReview
from medv_tui.review.review import Review

WORST_FIRST = (
    Verdict.BLOCKED,
    Verdict.UNKNOWN,
    Verdict.ATTENTION,
    Verdict.UNASSIGNED,
    Verdict.READY,
    Verdict.EXCLUDED,
)

_NAME_WIDTH = 24
_WORKSPACE_WIDTH = 16
_REASON_WIDTH = 24
"""Columns without which a reason says nothing, so that others make room."""


class _Column(NamedTuple):
    """One column of the table."""

    head: str
    values: Sequence[str]
    widest: int
    is_number: bool = False

    @property
    def width(self) -> int:
        """Columns of the terminal that it takes."""
        longest = max((cells(value) for value in self.values), default=0)
        return min(self.widest, max(longest, len(self.head)))

    def cell(self, text: str) -> str:
        """Give one of its texts at its width; numbers stand at the right."""
        if self.is_number:
            return " " * max(0, self.width - cells(text)) + text
        return fitted(text, self.width)


def table(review: Review, verdicts: Collection[Verdict], *, width: int, colour: bool) -> str:
    """Write the computers with these verdicts, worst first; the text ends in a line feed."""
    rows = sorted(rows_with(review, verdicts), key=lambda row: _order(review, row))
    if not rows:
        return "No computers.\n"
    hosts = [review.hosts.review(row) for row in rows]
    columns = _columns(review, hosts, width)
    paint = Paint(colour)
    verdict_width = max(len(host.verdict.value) for host in hosts) + 2
    lines = [" ".join([" " * verdict_width, *(column.cell(column.head) for column in columns)])]
    for number, host in enumerate(hosts):
        mark = VERDICT_MARKS[host.verdict]
        verdict = paint.mark(mark, f"{mark.symbol} {host.verdict.value:<{verdict_width - 2}}")
        lines.append(" ".join([verdict, *(c.cell(c.values[number]) for c in columns)]))
    return "\n".join(line.rstrip() for line in lines) + "\n"


def rows_with(review: Review, verdicts: Collection[Verdict]) -> Iterator[int]:
    """Give the rows with one of these verdicts; without any, all rows."""
    hosts = review.hosts
    for row in range(len(hosts.fleet.names)):
        if not verdicts or hosts.verdict(row) in verdicts:
            yield row


def _order(review: Review, row: int) -> tuple[int, float, int]:
    """Sort by verdict, then by headroom, where unknown comes first."""
    headroom = review.hosts.headroom_gb(row)
    verdict = WORST_FIRST.index(review.hosts.verdict(row))
    return verdict, float("-inf") if headroom is None else headroom, row


def _columns(review: Review, hosts: Iterable[HostReview], width: int) -> list[_Column]:
    """Choose the columns that fit; name, headroom and reason always stay."""
    fact = review.hosts.fleet.fact
    hosts = list(hosts)
    many = [f" ({host.count:,})" if host.count > 1 else "" for host in hosts]
    named = [clean(h.name) + m for h, m in zip(hosts, many, strict=True)]
    workspaces = [clean(host.workspace or "") for host in hosts]
    free = [_gb(fact(host.row, "free_disk_gb")) for host in hosts]
    headroom = [_gb(host.disk.headroom_gb if host.disk else None, "+") for host in hosts]
    name = _Column("computer", named, _NAME_WIDTH)
    optional = [
        _Column("workspace", workspaces, _WORKSPACE_WIDTH),
        _Column("free GB", free, 12, is_number=True),
    ]
    fixed = [_Column("headroom", headroom, 12, is_number=True)]
    verdict_width = max(len(host.verdict.value) for host in hosts) + 2
    while True:
        columns = [name, *optional, *fixed]
        room = width - verdict_width - 2 - sum(column.width + 1 for column in columns)
        if room >= _REASON_WIDTH or not optional:
            break
        optional.pop(0)
    said = [_reason(host) for host in hosts]
    return [*columns, _Column("reason", said, max(1, room + 1))]


def _reason(host: HostReview) -> str:
    """Give the first thing behind a verdict, and how many more there are."""
    if host.excluded is not None:
        return clean(host.excluded)
    if host.lacks_named_workspace:
        return clean(host.why_unassigned)
    if not host.reasons:
        return ""
    more = len(host.reasons) - 1
    return clean(host.reasons[0].message) + (f" And {more} more." if more else "")


def _gb(value: float | None, sign: str = "") -> str:
    """Write a size with one decimal, and a second where one would show as nothing."""
    if value is None:
        return "?"
    decimals = 2 if value and abs(value) < 0.05 else 1
    return f"{value:{sign},.{decimals}f}".replace("-", "−")
