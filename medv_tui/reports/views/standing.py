"""Where the practices behind a step or a checklist stand."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from medv_tui.findings import Severity, Status
from medv_tui.reports.explanation import Answer
from medv_tui.reports.host_explanation import answer
from medv_tui.reports.members import Line, Members
from medv_tui.reports.origins import Subject
from medv_tui.reports.result import line_of
from medv_tui.review.items import HOSTS_SUBJECT, PLAN_SUBJECT, PracticeItem
from medv_tui.review.review import Review

_DONE = frozenset({Status.MET, Status.WAIVED, Status.NOT_APPLICABLE})


class StandingMembers(Members):
    """Where one practice stands for one subject."""

    practice: str
    title: str
    subject: str
    """`plan`, `hosts`, or `workspace:` and the workspace's name."""
    severity: Severity
    status: Status
    message: str
    inferred: bool
    """Whether what happens otherwise is inferred from documented facts."""
    line: Line | None


def items_of(
    review: Review, practices: Collection[str], workspace: str | None = None
) -> list[PracticeItem]:
    """Give the items of these practices, in the order of their ids.

    With a workspace, only those about it, about the plan and about computers.
    """
    order = {practice: place for place, practice in enumerate(practices)}
    subjects = {PLAN_SUBJECT, HOSTS_SUBJECT, f"workspace:{workspace}"}
    found = (item for item in review.items if item.practice.id in order)
    about = (item for item in found if workspace is None or item.subject in subjects)
    return sorted(about, key=lambda item: order[item.practice.id])


def worst(items: Sequence[PracticeItem]) -> Status:
    """Give the worst status; what nothing is asked of is met.

    What is only worth considering does not count beside anything else.
    """
    weighty = [item for item in items if item.practice.severity is not Severity.CONSIDER]
    statuses = (item.status for item in weighty or items)
    return min(statuses, key=lambda status: status.rank, default=Status.MET)


def is_done(status: Status) -> bool:
    """Whether nothing is left to do about it."""
    return status in _DONE


def answers(
    review: Review, items: Iterable[PracticeItem], workspace: str | None = None
) -> Iterator[Answer]:
    """Give where each stands, with what can be done about it.

    The workspace that everything is about is not named again.
    """
    for item in items:
        kind, _, name = item.subject.partition(":")
        place = review.hosts.subjects.workspaces_by_name.get(name.casefold()) if name else None
        about = name or ("" if kind == PLAN_SUBJECT else kind)
        about = "" if about == workspace else about
        yield answer(Subject(review, place), item.finding, item.practice, about=about)


def standing(review: Review, items: Sequence[PracticeItem]) -> tuple[StandingMembers, ...]:
    """Give where each stands, for a script."""
    return tuple(
        StandingMembers(
            practice=item.practice.id,
            title=item.practice.title,
            subject=item.subject,
            severity=item.finding.severity,
            status=item.status,
            message=item.finding.message,
            inferred=item.practice.inferred,
            line=line_of(review, item.finding),
        )
        for item in items
    )
