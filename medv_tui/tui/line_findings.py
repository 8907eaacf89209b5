"""What the review has found about a line of the plan, in sentences."""

from bisect import bisect_left
from collections.abc import Iterator

from medv_tui.findings import Finding, Status
from medv_tui.practices.practice import Scope
from medv_tui.review.review import Review
from medv_tui.tui.line_marks import NOWHERE


def findings_on(review: Review, line: int) -> list[Finding]:
    """List what is wrong on a line of the plan, counted from 1, the gravest first.

    That is what fails, and of a computer what its verdict lacks.
    """
    found = [each for each in _findings_near(review, line) if _line(review, each) == line]
    return sorted(found, key=lambda each: (each.status.rank, each.severity.rank))


def _findings_near(review: Review, line: int) -> Iterator[Finding]:
    """Give what may stand on a line: all of the plan and its workspaces, and of one computer."""
    for item in review.items:
        is_shared = item.practice.scope is not Scope.HOST
        if item.status is Status.FAILING and (is_shared or item.finding.path[:1] != ("hosts",)):
            yield item.finding
    row = _row_on(review, line)
    if row is not None:
        host = review.hosts.review(row)
        failing = [each for each in host.findings if each.status is Status.FAILING]
        yield from failing
        yield from (each for each in host.reasons if each not in failing)


def _row_on(review: Review, line: int) -> int | None:
    """Give the row of the computer in whose table a line stands."""
    path = review.spans.path_at(review.spans.offset(line, 1))
    if path[:1] != ("hosts",) or len(path) < 2 or not isinstance(path[1], int):
        return None
    kept = review.hosts.subjects.indexes["hosts"]
    row = bisect_left(kept, path[1])
    return row if row < len(kept) and kept[row] == path[1] else None


def _line(review: Review, finding: Finding) -> int | None:
    where = review.locate(finding.path)
    return None if where is None or where == NOWHERE else where.line
