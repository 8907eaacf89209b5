"""The fleet as a table for a person."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from medv_tui.findings import Verdict
from medv_tui.reports.clean import clean
from medv_tui.reports.marks import VERDICT_MARKS, Paint
from medv_tui.reports.wrap import cells, fitted
from medv_tui.review.hosts import HostsReview, why_unassigned
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
    width: int
    """Columns of the terminal that it takes."""
    is_number: bool = False

    def cell(self, text: str) -> str:
        """Give one of its texts at its width; numbers stand at the right."""
        if self.is_number:
            return " " * max(0, self.width - cells(text)) + text
        return fitted(text, self.width)


def _column(head: str, values: Sequence[str], widest: int, *, is_number: bool = False) -> _Column:
    """Make a column as wide as its longest text, up to a limit."""
    longest = max(map(cells, values), default=0)
    return _Column(head, values, min(widest, max(longest, len(head))), is_number)


def table(review: Review, verdicts: Collection[Verdict], *, width: int, colour: bool) -> str:
    """Write the computers with these verdicts, worst first; the text ends in a line feed."""
    rows = sorted(rows_with(review, verdicts), key=lambda row: _order(review, row))
    if not rows:
        return "No computers.\n"
    verdicts_said = [review.hosts.verdict(row) for row in rows]
    columns = _columns(review, rows, width)
    paint = Paint(colour)
    verdict_width = _verdict_width(verdicts_said)
    lines = [" ".join([" " * verdict_width, *(column.cell(column.head) for column in columns)])]
    for number, verdict in enumerate(verdicts_said):
        mark = VERDICT_MARKS[verdict]
        said = paint.mark(mark, f"{mark.symbol} {verdict.value:<{verdict_width - 2}}")
        lines.append(" ".join([said, *(c.cell(c.values[number]) for c in columns)]))
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


def _verdict_width(verdicts: Iterable[Verdict]) -> int:
    """Give the columns of the terminal that verdicts take with their marks."""
    return max(len(verdict.value) for verdict in verdicts) + 2


def _columns(review: Review, rows: Sequence[int], width: int) -> list[_Column]:
    """Choose the columns that fit; name, headroom and reason always stay."""
    hosts, fact = review.hosts, review.hosts.fleet.fact
    counts, names = hosts.fleet.counts, hosts.fleet.names
    many = [f" ({counts[row]:,})" if counts[row] > 1 else "" for row in rows]
    named = [clean(names[row]) + more for row, more in zip(rows, many, strict=True)]
    workspaces = [clean(hosts.workspace(row) or "") for row in rows]
    free = [_gb(fact(row, "free_disk_gb")) for row in rows]
    headroom = [_gb(hosts.headroom_gb(row), "+") for row in rows]
    name = _column("computer", named, _NAME_WIDTH)
    optional = [
        _column("workspace", workspaces, _WORKSPACE_WIDTH),
        _column("free GB", free, 12, is_number=True),
    ]
    fixed = [_column("headroom", headroom, 12, is_number=True)]
    verdict_width = _verdict_width(map(hosts.verdict, rows))
    while True:
        columns = [name, *optional, *fixed]
        room = width - verdict_width - 2 - sum(column.width + 1 for column in columns)
        if room >= _REASON_WIDTH or not optional:
            break
        optional.pop(0)
    said = [_reason(hosts, row) for row in rows]
    return [*columns, _column("reason", said, max(1, room + 1))]


def _reason(hosts: HostsReview, row: int) -> str:
    """Give the first thing behind a verdict, and how many more there are."""
    excluded = hosts.fleet.fact(row, "excluded")
    if excluded is not None:
        return clean(excluded)
    workspace = hosts.workspace(row)
    if hosts.verdict(row) is Verdict.UNASSIGNED and workspace is not None:
        return clean(why_unassigned(workspace))
    reasons = hosts.reasons(row)
    if not reasons:
        return ""
    more = len(reasons) - 1
    return clean(reasons[0].message) + (f" And {more} more." if more else "")


def _gb(value: float | None, sign: str = "") -> str:
    """Write a size with one decimal, and a second where one would show as nothing."""
    if value is None:
        return "?"
    decimals = 2 if value and abs(value) < 0.05 else 1
    return f"{value:{sign},.{decimals}f}".replace("-", "−")
