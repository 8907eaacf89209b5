"""How the checklist is divided: by phase, by subject, or as one of the example checklists."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from medv_tui.practices.checklists import CHECKLISTS, Checklist
from medv_tui.practices.practice import Phase
from medv_tui.reports.clean import clean
from medv_tui.review.items import HOSTS_SUBJECT, PLAN_SUBJECT, PracticeItem


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above the practices that belong together."""

    title: str


@dataclass(frozen=True, slots=True)
class Grouping:
    """One way to divide the checklist."""

    name: str
    heading_of: Callable[[PracticeItem], Heading | None]
    """Under which heading a practice stands; None where this way leaves it out."""
    headings: tuple[Heading, ...] = ()
    """Those that are shown without practices too, in their order; others follow."""

    def divided(self, items: Sequence[PracticeItem]) -> Mapping[Heading, list[PracticeItem]]:
        """Put practices below their headings."""
        found: dict[Heading, list[PracticeItem]] = {heading: [] for heading in self.headings}
        for item in items:
            heading = self.heading_of(item)
            if heading is not None:
                found.setdefault(heading, []).append(item)
        return found


def _of_phase(item: PracticeItem) -> Heading:
    return _phase(item.practice.phase)


@cache
def _phase(phase: Phase) -> Heading:
    return Heading(phase.value.capitalize())


def _of_subject(item: PracticeItem) -> Heading:
    """The plan, its computers, or one workspace by its name."""
    if item.subject in {PLAN_SUBJECT, HOSTS_SUBJECT}:
        return PLAN if item.subject == PLAN_SUBJECT else COMPUTERS
    return Heading(clean(item.subject.removeprefix("workspace:")))


PLAN, COMPUTERS = Heading("The plan as a whole"), Heading("Computers")

BY_PHASE = Grouping("phase", _of_phase, tuple(map(_phase, Phase)))
BY_SUBJECT = Grouping("workspace", _of_subject, (PLAN, COMPUTERS))


def by_line(checklist: Checklist) -> Grouping:
    """Divide by the lines of an example checklist; a practice stands below the first it is in."""
    headings = tuple(
        Heading(f"{number}. {line.title}") for number, line in enumerate(checklist.steps, 1)
    )
    under = {
        practice: heading
        for line, heading in reversed(list(zip(checklist.steps, headings, strict=True)))
        for practice in line.practices
    }
    title = f"{checklist.title} checklist"
    return Grouping(title, lambda item: under.get(item.practice.id), headings)


GROUPINGS: tuple[Grouping, ...] = (BY_PHASE, BY_SUBJECT, *map(by_line, CHECKLISTS))
"""In the order in which a key goes through them."""
