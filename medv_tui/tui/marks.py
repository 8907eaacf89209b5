"""The symbols before the lines of a plan: the worst of what points at each line."""

from collections.abc import Iterator, Mapping
from typing import TypeVar

from medv_tui.findings import Level, Path, Range, Status
from medv_tui.practices.answers import severity_of
from medv_tui.practices.columns import UNDECIDED, weight
from medv_tui.practices.practice import Outcome, Practice, Scope
from medv_tui.review.hosts import HostsReview
from medv_tui.review.review import Review
from medv_tui.tui.present import LEVEL_MARKS, Mark, status_mark

T = TypeVar("T")

NOWHERE = Range(1, 1, 1, 1)
"""Where a path is said to stand of which not even the table is in the text."""

_UNKNOWN = status_mark(Status.UNKNOWN)
_WORST_FIRST = ("×", "▲", _UNKNOWN.symbol)


def marks(review: Review) -> dict[int, Mark]:
    """Give each line of the plan, counted from 1, that something is wrong with its worst mark.

    That is what is wrong with the text, what fails, and what a computer's verdict lacks.
    """
    worst: dict[int, Mark] = {}
    for line, mark in _marked_lines(review):
        kept = worst.get(line)
        if kept is None or _rank(mark) < _rank(kept):
            worst[line] = mark
    return worst


def shifted(lines: Mapping[int, T], old_last: int, new_last: int) -> dict[int, T]:
    """Let what stands on lines follow them after an edit whose last line became another one.

    What stands on lines that are gone goes with them.
    """
    by = new_last - old_last
    return {
        line + by if line > old_last else line: value
        for line, value in lines.items()
        if line > old_last or line <= new_last
    }


def _rank(mark: Mark) -> int:
    return _WORST_FIRST.index(mark.symbol)


def _marked_lines(review: Review) -> Iterator[tuple[int, Mark]]:
    """Give every line with every mark on it."""
    for problem in review.problems:
        if problem.level is not Level.NOTE and problem.where is not None and not problem.file:
            yield problem.where.line, LEVEL_MARKS[problem.level]
    for path, mark in {*_items(review), *_hosts(review.hosts)}:
        where = review.locate(path)
        if where is not None and where != NOWHERE:
            yield where.line, mark


def _items(review: Review) -> Iterator[tuple[Path, Mark]]:
    """Give what fails for the plan or a workspace; computers are looked at one by one."""
    for item in review.items:
        if item.status is Status.FAILING and item.practice.scope is not Scope.HOST:
            yield item.finding.path, status_mark(item.status, item.finding.severity)


def _hosts(hosts: HostsReview) -> Iterator[tuple[Path, Mark]]:
    """Give what fails for each computer, and what its verdict lacks."""
    answers, subjects = hosts.answers, hosts.subjects
    for stretch in answers.stretches:
        steady = [column[stretch.position] for column in answers.columns]
        outcomes = zip(
            (*answers.steady, *answers.banded),
            (*steady, *stretch.bands.outcomes[stretch.band]),
            strict=True,
        )
        marked = [(_fact(p, o), m) for p, o in outcomes if (m := _mark(p, o)) is not None]
        place = subjects.workspace_of(stretch.group) if marked else None
        for fact, mark in marked:
            for row in stretch.rows:
                yield subjects.path(fact, place, row), mark


def _mark(practice: Practice, outcome: Outcome) -> Mark | None:
    """Mark one answer about a computer, if it calls for one."""
    if outcome.status is Status.FAILING:
        return status_mark(outcome.status, severity_of(practice, outcome))
    return _UNKNOWN if weight(practice, outcome) == UNDECIDED else None


def _fact(practice: Practice, outcome: Outcome) -> str:
    """Name the fact that an answer points at."""
    return outcome.fact or practice.facts[0]
