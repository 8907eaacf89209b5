"""The Review: everything that is concluded from a plan, for every view of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from medv_tui.findings import Finding, Level, Path, Problem, Range, Severity, Status
from medv_tui.plan.plan import Plan
from medv_tui.planfile.earlier import Earlier
from medv_tui.planfile.positions import Spans
from medv_tui.review.architecture import Architecture
from medv_tui.review.hosts import HostsReview
from medv_tui.review.items import PracticeItem
from medv_tui.review.workspaces import DiskTotals, WorkspaceReview, score


@dataclass(frozen=True)
class Review:
    """What a plan comes to on one day.

    Parts hold paths and never line numbers, so that an edit which changes no fact changes no
    part; `locate` finds the place of a path in the text of the moment.
    """

    as_of: date
    plan: Plan
    problems: tuple[Problem, ...]
    hosts: HostsReview
    workspaces: tuple[WorkspaceReview, ...]
    disk: DiskTotals
    items: tuple[PracticeItem, ...]
    architecture: Architecture
    spans: Spans = field(compare=False, repr=False)
    kept: tuple[Path, ...] = ()
    """Paths of what has a problem and counts as it did before that."""
    earlier: Earlier | None = field(default=None, compare=False, repr=False)
    """What the review of the next text may fall back on."""

    @property
    def partial(self) -> bool:
        """Whether something could not be read, so that the figures leave it out."""
        return any(problem.level is Level.ERROR for problem in self.problems)

    @property
    def score(self) -> tuple[int, int]:
        """Practices met, and practices that apply, of severity must and should."""
        return score(self.items)

    @property
    def considered(self) -> tuple[int, int]:
        """The same of severity consider, which the score leaves out."""
        rest = [item for item in self.items if not item.scored]
        applying = [item for item in rest if item.status is not Status.NOT_APPLICABLE]
        return sum(item.status is Status.MET for item in applying), len(applying)

    def items_by_status(self) -> Mapping[Status, int]:
        """Count the items of the checklist by status."""
        counts = dict.fromkeys(Status, 0)
        for item in self.items:
            counts[item.status] += 1
        return counts

    def locate(self, path: Path) -> Range | None:
        """Find the place of a path in the text, or of the nearest table around it."""
        return self.spans.locate(path) if path else None

    def place(self, finding: Finding, row: int | None = None) -> tuple[str, int | None]:
        """Give the file and line behind a finding; the file is empty for the plan itself."""
        where = self.locate(finding.path)
        if where is not None:
            return "", where.line
        if row is None:
            return "", None
        place = self.hosts.fleet.places[row]
        if place.line is not None:
            return place.file, place.line
        return "", None


def gating(items: Iterable[PracticeItem], least: Severity) -> list[PracticeItem]:
    """Give the items that fail at or above a severity."""
    return [i for i in items if any(severity.rank <= least.rank for severity in i.failing)]


def pending(items: Iterable[PracticeItem], least: Severity, status: Status) -> list[PracticeItem]:
    """Give the items that are unknown or open, for any subject, at or above a severity."""
    return [
        item
        for item in items
        if item.practice.severity.rank <= least.rank
        and (item.status is status or item.counts.get(status, 0) > 0)
    ]
