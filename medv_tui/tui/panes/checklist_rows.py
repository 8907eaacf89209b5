"""The rows of the checklist: headings with their progress, practices, and what one can do."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from medv_tui.findings import Status
from medv_tui.practices.practice import Scope
from medv_tui.reports.clean import clean
from medv_tui.reports.explanation import Answer
from medv_tui.reports.host_explanation import answer
from medv_tui.reports.origins import Subject
from medv_tui.reports.text import met_of
from medv_tui.review.items import PracticeItem
from medv_tui.review.review import Review
from medv_tui.tui.dialog import keys
from medv_tui.tui.line import Line, Part, cell, cut, joined, spread, width, wrapped
from medv_tui.tui.panes.checklist_choice import UNSETTLED, Chapter, subject_of
from medv_tui.tui.panes.checklist_groups import Heading, title_of
from medv_tui.tui.present import ACCENT, ATTENTION, BOLD, MUTED, RULE, Mark, status_mark, tally

LONG_BAR, SHORT_BAR = 14, 7
SUBJECT_FROM = 56
"""Cells from which on the subject is named."""
SUBJECT_AT_MOST = 12
LEAST_NAME = 8
"""Cells of a heading's name at least."""
STATUS = 7
"""Cells of the usual status words."""
INDENT = 5
"""Cells before a practice's title."""
MESSAGE_ROWS = 3
"""Rows of a message at most; Enter shows all of it."""
TALLIES = "×▲□?~"
"""Order in which a heading's counts stand."""


class Columns(NamedTuple):
    """How headings are laid out."""

    name: int
    """Cells of their names."""
    roomy: bool
    """Whether progress is drawn at its full length."""


def columns(chapters: Sequence[Chapter], cells: int) -> Columns:
    """Lay headings out: where names are long, progress gives way first and then the names."""
    longest = max((len(title_of(chapter.heading)) for chapter in chapters), default=0)
    for roomy in (True, False):
        beside = max((_beside(chapter.items, roomy) for chapter in chapters), default=0)
        if longest <= cells - beside and (cells >= SUBJECT_FROM or not roomy):
            return Columns(max(LEAST_NAME, longest), roomy)
    return Columns(max(LEAST_NAME, min(longest, cells - beside)), False)


def heading_row(
    heading: Heading, items: Sequence[PracticeItem], cells: int, laid_out: Columns
) -> Line:
    """Draw a heading: name, progress, counts by mark."""
    name = cell(title_of(heading), laid_out.name, BOLD)
    return spread((name, *_progress(items, laid_out.roomy)), joined(_tallies(items), 2), cells)


def together(review: Review) -> str:
    """Add the headings up, and say how much of that the headline counts."""
    (met, of), (also, considered) = review.score, review.considered
    return f"Together {met + also:,} of {of + considered:,}: {met_of(review)}."


def _beside(items: Sequence[PracticeItem], roomy: bool) -> int:
    """Cells that a heading's progress and counts take."""
    return width(_progress(items, roomy)) + width(joined(_tallies(items), 2)) + 2


def _progress(items: Sequence[PracticeItem], roomy: bool) -> Line:
    """Draw how much is met of what applies."""
    applying = [item for item in items if item.status is not Status.NOT_APPLICABLE]
    met = sum(item.status is Status.MET for item in applying)
    length = LONG_BAR if roomy else SHORT_BAR
    done = length * met // len(applying) if applying else 0
    bar = (Part("━" * done, "$diff"), Part("━" * (length - done), RULE))
    if not applying:
        return (Part(" "), *bar, Part("  nothing applies" if roomy else "  none", MUTED))
    words = f"  {met} of {len(applying)}{' met' if roomy else ''}"
    return (Part(" "), *bar, Part(words))


def _tallies(items: Sequence[PracticeItem]) -> Iterator[Line]:
    """Count what is not met, one mark after another."""
    counts: dict[Mark, int] = {}
    for item in items:
        if item.status in UNSETTLED or item.status is Status.WAIVED:
            mark = mark_of(item)
            counts[mark] = counts.get(mark, 0) + 1
    for mark in sorted(counts, key=lambda mark: TALLIES.index(mark.symbol)):
        yield tally(mark, counts[mark])


def mark_of(item: PracticeItem) -> Mark:
    """Mark a practice; failing weighs as much as its finding."""
    return status_mark(item.status, item.finding.severity)


def item_row(item: PracticeItem, word: Part, cells: int, subject_cells: int) -> Line:
    """Draw a practice: mark, headline, title, status, subject."""
    mark = mark_of(item)
    left = (
        Part(" "),
        mark.part,
        Part(" ◆ " if item.practice.headline else "   ", ACCENT),
        Part(item.practice.title),
    )
    status = cell(word.text, max(STATUS, len(word.text)), word.look, right=True)
    if cells < SUBJECT_FROM or not subject_cells:
        return spread(left, (status,), cells)
    subject = cell(subject_of(item), subject_cells, MUTED)
    return spread(left, (status, Part("  "), subject), cells)


def subject_width(items: Sequence[PracticeItem]) -> int:
    """Measure the column of subjects."""
    longest = max((len(subject_of(item)) for item in items), default=0)
    return min(longest, SUBJECT_AT_MOST)


def status_word(review: Review, item: PracticeItem) -> Part:
    """Say where a practice stands; of a waiver, until when."""
    mark = mark_of(item)
    said = Part(mark.word, MUTED if item.status is Status.OPEN else mark.look or MUTED)
    if item.status is Status.WAIVED:
        word = review.hosts.attestations.word(item.practice.id, _workspace(item))
        until = None if word is None else word.said.expires
        return said if until is None else Part(f"waived until {day(until, review.as_of)}", MUTED)
    if item.status in UNSETTLED:
        expired = expired_waiver(review, item)
        if expired is not None:
            return Part(f"waiver expired {day(expired, review.as_of)}", ATTENTION)
    return said


def expired_waiver(review: Review, item: PracticeItem) -> date | None:
    """Find the last day of a waiver that held for a practice and is over."""
    over = [
        said.expires
        for said in review.plan.attestations
        if said.practice == item.practice.id
        and said.status == "waived"
        and said.expires is not None
        and said.expires < review.as_of
        and (said.workspace is None or said.workspace == _workspace(item))
    ]
    return max(over, default=None)


def day(when: date, today: date) -> str:
    """Write a day; the year only where it is another one."""
    year = "" if when.year == today.year else f" {when.year}"
    return f"{when.day} {when:%B}{year}"


def detail_rows(review: Review, item: PracticeItem, cells: int) -> list[Line]:
    """Draw what stands below the practice under the cursor: why, and what one can do."""
    severity, message = item.finding.severity.value, clean(item.finding.message)
    words = f"{severity}: {message}" if item.status is Status.FAILING else message
    said = wrapped(words, max(1, cells - INDENT))
    if len(said) > MESSAGE_ROWS:
        rest = " ".join(said[MESSAGE_ROWS - 1 :])
        said = [*said[: MESSAGE_ROWS - 1], cut(rest, cells - INDENT)]
    space = Part(" " * INDENT)
    return [*((space, Part(row, MUTED)) for row in said), (space, *keys(*_keys(review, item)))]


def _keys(review: Review, item: PracticeItem) -> Iterator[tuple[str, str]]:
    """Give the keys that do something for a practice."""
    possible = answer_of(review, item)
    if possible.fix is not None:
        yield "f", "fix"
    if possible.attest is not None:
        yield "a", "attest"
    if possible.waive is not None:
        yield "w", "waive"
    yield "Enter", "reason and source"


def answer_of(review: Review, item: PracticeItem) -> Answer:
    """Give a practice's answer with what can be done about it."""
    name = _workspace(item)
    place = None if name is None else review.hosts.subjects.workspaces_by_name[name.casefold()]
    return answer(Subject(review, place), item.finding, item.practice)


def why_not(possible: Answer, deed: str) -> str:
    """Say why a practice cannot be fixed, attested or waived."""
    if possible.status in UNSETTLED:
        return _WHY_NOT[deed]
    return f"It is {possible.status.words}, so there is nothing to {deed}."


_WHY_NOT = {
    "fix": "No single edit of the plan mends it; Enter tells what to do.",
    "attest": "The plan's own data say that it fails, and no word changes that.",
    "waive": "It cannot be waived: MED-V cannot work without it.",
}


def _workspace(item: PracticeItem) -> str | None:
    """Name the workspace that an item is about."""
    is_of_one = item.practice.scope is Scope.WORKSPACE
    return item.subject.removeprefix("workspace:") if is_of_one else None


def folded_row(words: str) -> Line:
    """Draw what is not shown below a heading, and the key that shows it."""
    return (Part(" " * INDENT), Part(f"{words}   ", MUTED), *keys(("Space", "shows them")))
