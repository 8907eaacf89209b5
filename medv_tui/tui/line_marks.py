"""The symbols before the lines of a plan: the worst of what points at each line.

A plan of a hundred thousand computers has a million lines, of which one sees forty: what stands
on a computer's lines is worked out when they are drawn.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from medv_tui.findings import Level, Path, Range, Status, Verdict
from medv_tui.plan.fleet import Group
from medv_tui.practices.answers import severity_of
from medv_tui.practices.bands import UNDECIDED, weight
from medv_tui.practices.practice import Outcome, Practice, Scope
from medv_tui.practices.subjects import HOSTS
from medv_tui.review.review import Review
from medv_tui.tui.present import LEVEL_MARKS, Mark, status_mark

NOWHERE = Range(1, 1, 1, 1)
"""Where a path is said to stand of which not even the table is in the text."""

BEHIND_ALL = 2**40
"""A line that no text reaches."""

MOST_LOOKED_AT = 2_000
"""Computers that a search for the next marked line looks at."""

_UNKNOWN = status_mark(Status.UNKNOWN)
_FINE = frozenset({Status.MET, Status.NOT_APPLICABLE})
_WORST_FIRST = ("×", "▲", _UNKNOWN.symbol)


class LineMarks:
    """What is wrong with the lines of one text, each with its worst mark.

    That is what is wrong with the text, what fails, and what a computer's verdict lacks.
    """

    def __init__(self, review: Review) -> None:
        self._review = review
        self._shared: dict[int, Mark] = {}
        self._own: dict[int, dict[int, Mark]] = {}
        for problem in review.problems:
            if problem.level is not Level.NOTE and problem.where is not None and not problem.file:
                _keep(self._shared, problem.where.line, LEVEL_MARKS[problem.level])
        for path, mark in {*_items(review), *_shared(review)}:
            self._keep(self._shared, path, mark)

    def get(self, line: int, /) -> Mark | None:
        """Give the mark of a line, counted from 1, if it has one."""
        shared, own = self._shared.get(line), self._host_marks(line).get(line)
        if shared is None or own is None:
            return shared or own
        return min(shared, own, key=_rank)

    def next(self, line: int, step: int) -> int | None:
        """Give the marked line after a line, or before it by a negative step.

        From the end of the text the search goes on at its other end; None where none is marked.
        """
        far = 0 if step > 0 else BEHIND_ALL
        found = self._nearest(line, step)
        return self._nearest(far, step) if found is None else found

    def _nearest(self, line: int, step: int) -> int | None:
        lines = [each for each in self._shared if step * (each - line) > 0]
        own = self._nearest_of_hosts(line, step)
        return min(lines if own is None else (*lines, own), key=lambda at: at * step, default=None)

    def _nearest_of_hosts(self, line: int, step: int) -> int | None:
        """Look through the tables of computers, beginning with the one that a line stands in."""
        kept = self._review.hosts.subjects.indexes["hosts"]
        begun = bisect_right(kept, line, key=self._header_line)
        rows = range(max(0, begun - 1), len(kept)) if step > 0 else range(begun - 1, -1, -1)
        for row in islice(filter(self._may_be_marked, rows), MOST_LOOKED_AT):
            lines = [each for each in self._work_out(kept[row]) if step * (each - line) > 0]
            if lines:
                return min(lines, key=lambda at: at * step)
        return None

    def _header_line(self, index: int) -> int:
        where = self._review.locate(("hosts", index))
        return 0 if where is None else where.line

    def _may_be_marked(self, row: int) -> bool:
        """Whether to look at a computer: of a large fleet, at those not ready."""
        hosts = self._review.hosts
        few = len(hosts.codes) <= MOST_LOOKED_AT
        return few or hosts.verdict(row) not in (Verdict.READY, Verdict.EXCLUDED)

    def _host_marks(self, line: int) -> Mapping[int, Mark]:
        """Give the marks on the lines of the computer that a line belongs to."""
        spans = self._review.spans
        path = spans.path_at(spans.offset(line, 1))
        if path[:1] != ("hosts",) or len(path) < 2 or not isinstance(path[1], int):
            return {}
        index = path[1]
        if index not in self._own:
            self._own[index] = self._work_out(index)
        return self._own[index]

    def _work_out(self, index: int) -> dict[int, Mark]:
        """Find what is wrong on the lines of one `[[hosts]]` table."""
        kept = self._review.hosts.subjects.indexes["hosts"]
        row = bisect_left(kept, index)
        found: dict[int, Mark] = {}
        if row < len(kept) and kept[row] == index:
            for path, mark in _of_row(self._review, row):
                if path[:2] == ("hosts", index):
                    self._keep(found, path, mark)
        return found

    def _keep(self, marks: dict[int, Mark], path: Path, mark: Mark) -> None:
        """Put a mark where a path stands."""
        where = self._review.locate(path)
        if where is not None and where != NOWHERE:
            _keep(marks, where.line, mark)


def _keep(marks: dict[int, Mark], line: int, mark: Mark) -> None:
    """Put a mark on a line unless a worse one is there."""
    kept = marks.get(line)
    if kept is None or _rank(mark) < _rank(kept):
        marks[line] = mark


def _rank(mark: Mark) -> int:
    return _WORST_FIRST.index(mark.symbol)


def _items(review: Review) -> Iterator[tuple[Path, Mark]]:
    """Give what fails for the plan or a workspace; computers are looked at one by one."""
    for item in review.items:
        if item.status is Status.FAILING and item.practice.scope is not Scope.HOST:
            yield item.finding.path, status_mark(item.status, item.finding.severity)


def _shared(review: Review) -> Iterator[tuple[Path, Mark]]:
    """Give what is wrong with computers, but stands in no table of their own."""
    answers, groups = review.hosts.answers, review.hosts.subjects.groups
    # What is fine for all computers need not be looked at computer by computer.
    fine = {item.practice.id for item in review.items if item.status in _FINE}
    for practice, column in zip(answers.steady, answers.columns, strict=True):
        if practice.id in fine:
            continue
        told = {id(each) for each in _different(column) if _is_elsewhere(review, practice, each)}
        if told:
            for group, outcome in zip(groups, column, strict=True):
                if id(outcome) in told:
                    yield from _elsewhere(review, group, group.rows, practice, outcome)
    different_bands = {id(bands): bands for bands in answers.bands}.values()
    if not any(
        _is_elsewhere(review, practice, outcome)
        for bands in different_bands
        for outcomes in bands.outcomes
        for practice, outcome in zip(answers.banded, outcomes, strict=True)
    ):
        return
    for stretch in answers.stretches:
        outcomes = stretch.bands.outcomes[stretch.band]
        for practice, outcome in zip(answers.banded, outcomes, strict=True):
            yield from _elsewhere(review, stretch.group, stretch.rows, practice, outcome)


def _different(column: Sequence[Outcome]) -> Iterable[Outcome]:
    """Give each answer of a column once; most columns hold one and the same."""
    if column and column[0] is column[-1] and column.count(column[0]) == len(column):
        return column[:1]
    return dict(zip(map(id, column), column, strict=True)).values()


def _is_elsewhere(review: Review, practice: Practice, outcome: Outcome) -> bool:
    """Whether an answer calls for a mark that may stand outside of each computer's own table."""
    if _mark(practice, outcome) is None:
        return False
    fact = _fact(practice, outcome)
    return not fact.startswith(HOSTS) or fact.removeprefix(HOSTS) in review.hosts.fleet.defaults


def _elsewhere(
    review: Review, group: Group, rows: Sequence[int], practice: Practice, outcome: Outcome
) -> Iterator[tuple[Path, Mark]]:
    """Give the place of an answer about a group, unless that is each computer's own table."""
    mark = _mark(practice, outcome)
    if mark is None:
        return
    subjects, fact = review.hosts.subjects, _fact(practice, outcome)
    if not fact.startswith(HOSTS):
        yield subjects.path(fact, subjects.workspace_of(group)), mark
    elif fact.removeprefix(HOSTS) in subjects.fleet.defaults:
        paths = (subjects.path(fact, None, row) for row in rows)
        path = next((path for path in paths if path[:1] != ("hosts",)), None)
        if path is not None:
            yield path, mark


def _of_row(review: Review, row: int) -> Iterator[tuple[Path, Mark]]:
    """Give every mark of one computer."""
    hosts = review.hosts
    subjects, position = hosts.subjects, hosts.group_of[row]
    if position < 0:
        return
    place = subjects.workspace_of(subjects.groups[position])
    for practice, outcome in hosts.outcomes(row):
        mark = _mark(practice, outcome)
        if mark is not None:
            yield subjects.path(_fact(practice, outcome), place, row), mark


def _mark(practice: Practice, outcome: Outcome) -> Mark | None:
    """Mark one answer about a computer, if it calls for one."""
    if outcome.status is Status.FAILING:
        return status_mark(outcome.status, severity_of(practice, outcome))
    return _UNKNOWN if weight(practice, outcome) == UNDECIDED else None


def _fact(practice: Practice, outcome: Outcome) -> str:
    """Name the fact that an answer points at."""
    return outcome.fact or practice.facts[0]
