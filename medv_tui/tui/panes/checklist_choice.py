"""Which practices the checklist shows: all headings, and below each what wants something."""

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from medv_tui.findings import Status
from medv_tui.reports.clean import clean
from medv_tui.review.items import HOSTS_SUBJECT, PLAN_SUBJECT, PracticeItem
from medv_tui.tui.panes.checklist_groups import BY_PHASE, BY_SUBJECT, Grouping, Heading
from medv_tui.tui.present import count

UNSETTLED = (Status.FAILING, Status.UNKNOWN, Status.OPEN)
"""Statuses that want something, first to last."""
ORDER = (*UNSETTLED, Status.WAIVED, Status.MET, Status.NOT_APPLICABLE)


class Choice(NamedTuple):
    """A practice and the subject that it is judged for."""

    practice: str
    subject: str


class Only(StrEnum):
    """What is left when the rest is put aside."""

    EVERYTHING = "everything"
    HEADLINE = "headline"
    FAILING = "failing"


class View(NamedTuple):
    """What of the checklist is wanted."""

    here: Heading | None = None
    """The heading at the cursor, below which all is shown that wants something."""
    unfolded: frozenset[Heading] = frozenset()
    """Headings below which everything is shown."""
    only: Only = Only.EVERYTHING
    text: str = ""
    """Words that have to stand in a practice's id, title, status or subject."""
    grouping: Grouping = BY_PHASE

    @property
    def is_whole(self) -> bool:
        """Whether every practice stands below a heading."""
        in_full = self.only is Only.EVERYTHING and not self.text
        return in_full and self.grouping in (BY_PHASE, BY_SUBJECT)


class Chapter(NamedTuple):
    """One heading with the practices below it that are shown."""

    heading: Heading
    items: tuple[PracticeItem, ...]
    """All practices below it."""
    shown: tuple[PracticeItem, ...]
    folded: str
    """What is not shown below the heading at the cursor, in words; empty if nothing."""


def choice_of(item: PracticeItem) -> Choice:
    """Name what a row stands for."""
    return Choice(item.practice.id, item.subject)


def chapters(items: Sequence[PracticeItem], view: View) -> Iterator[Chapter]:
    """Choose the practices of every heading; a search leaves out headings without any."""
    words = view.text.casefold().split()
    for heading, mine in view.grouping.divided(items).items():
        fitting = [item for item in mine if _fits(item, heading, view, words)]
        shown = tuple(sorted(fitting, key=_order))
        if shown or not words:
            in_full = view.only is Only.EVERYTHING and not words
            folded = _folded(mine, shown) if in_full and heading == view.here else ""
            yield Chapter(heading, tuple(mine), shown, folded)


def subject_of(item: PracticeItem) -> str:
    """Name what the answer is about; the whole plan needs no name."""
    if item.subject == PLAN_SUBJECT:
        return ""
    if item.subject == HOSTS_SUBJECT:
        return count(item.counts.get(item.status, 0), "host")
    return clean(item.subject.removeprefix("workspace:"))


def nothing_failing(items: Sequence[PracticeItem]) -> str:
    """Say that nothing fails, and what is left; empty where something fails."""
    counts = Counter(item.status for item in items)
    if counts[Status.FAILING]:
        return ""
    left = [
        f"{counts[status]:,} {status.value}"
        for status in (Status.OPEN, Status.UNKNOWN)
        if counts[status]
    ]
    return f"Nothing is failing. {', '.join(left)}." if left else "Everything is met."


def _fits(item: PracticeItem, heading: Heading, view: View, words: Sequence[str]) -> bool:
    """Whether a practice is shown."""
    if words:
        return _is_found(item, words)
    if view.only is Only.HEADLINE:
        return item.practice.headline > 0
    if item.status is Status.FAILING or heading in view.unfolded:
        return item.status is Status.FAILING or view.only is Only.EVERYTHING
    wants = item.status in UNSETTLED or item.status is Status.WAIVED
    return wants and heading == view.here and view.only is Only.EVERYTHING


def _is_found(item: PracticeItem, words: Sequence[str]) -> bool:
    """Whether all words stand in what names a practice."""
    practice = item.practice
    said = (practice.id, practice.title, item.status.value, practice.phase.value, item.subject)
    text = "\n".join(said).casefold()
    return all(word in text for word in words)


def _order(item: PracticeItem) -> tuple[int, int, bool]:
    """Order practices: what fails first, musts and headlines first in each status."""
    return (ORDER.index(item.status), item.finding.severity.rank, item.practice.headline == 0)


def _folded(mine: Sequence[PracticeItem], shown: Sequence[PracticeItem]) -> str:
    """Count what is not shown by status."""
    counts = Counter(item.status for item in mine)
    counts.subtract(item.status for item in shown)
    return ", ".join(f"{n:,} {status.words}" for status in ORDER if (n := counts[status]))
