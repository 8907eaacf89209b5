"""An example checklist of the documentation, filled in from a plan."""

from collections.abc import Callable

from medv_tui.findings import Status
from medv_tui.practices.checklists import Checklist
from medv_tui.practices.offenders import counted
from medv_tui.reports.explanation import Explanation, Section, Sentence, Step
from medv_tui.reports.explanation import explained as put_together
from medv_tui.reports.members import Members
from medv_tui.reports.views.standing import (
    StandingMembers,
    answers,
    is_done,
    items_of,
    standing,
    worst,
)
from medv_tui.review.review import Review


class ChecklistStepMembers(Members):
    """One line of the checklist."""

    id: str
    title: str
    topic: str
    done: bool
    status: Status
    """The worst of its practices."""
    practices: tuple[StandingMembers, ...]


class ChecklistMembers(Members):
    """One example checklist."""

    name: str
    title: str
    done: int
    steps: tuple[ChecklistStepMembers, ...]
    source: tuple[str, ...]


def checklist_of(checklist: Checklist) -> Callable[[Review], ChecklistMembers]:
    """Give what fills one checklist in from a review."""

    def filled(review: Review) -> ChecklistMembers:
        steps = []
        for step in checklist.steps:
            items = items_of(review, step.practices)
            status = worst(items)
            steps.append(
                ChecklistStepMembers(
                    id=step.id,
                    title=step.title,
                    topic=step.topic,
                    done=is_done(status),
                    status=status,
                    practices=standing(review, items),
                )
            )
        return ChecklistMembers(
            name=checklist.name,
            title=checklist.title,
            done=sum(step.done for step in steps),
            steps=tuple(steps),
            source=(checklist.topic,),
        )

    return filled


def explain_checklist(checklist: Checklist) -> Callable[[Review], Explanation]:
    """Give what explains one checklist: its lines, and below them what is still to be done."""

    def explained(review: Review) -> Explanation:
        told = checklist_of(checklist)(review)
        lines = tuple(
            Step(f"{number}. {step.title}", step.status, f"{_counts(step)} {step.topic}")
            for number, step in enumerate(told.steps, 1)
        )
        pending = tuple(_pending(review, checklist))
        summary = f"{told.done} of {counted(len(told.steps), 'line')} done."
        return put_together(
            f"{told.title} checklist",
            Section("", (Sentence(summary),)),
            Section("", lines),
            *pending,
        )

    return explained


def _counts(step: ChecklistStepMembers) -> str:
    """Count the practices behind a line that are settled."""
    settled = sum(is_done(each.status) for each in step.practices)
    return f"{settled} of {counted(len(step.practices), 'practice')} settled."


def _pending(review: Review, checklist: Checklist) -> list[Section]:
    """Give what is not settled, line by line and each practice once."""
    told: set[tuple[str, str]] = set()
    sections = []
    for number, step in enumerate(checklist.steps, 1):
        items = [
            item
            for item in items_of(review, step.practices)
            if not is_done(item.status) and (item.practice.id, item.subject) not in told
        ]
        told |= {(item.practice.id, item.subject) for item in items}
        ordered = sorted(items, key=lambda item: (item.status.rank, item.finding.severity.rank))
        sections.append(Section(f"{number}. {step.title}", tuple(answers(review, ordered))))
    return sections
