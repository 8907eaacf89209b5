"""How the checklist is divided: by phase, by subject, or as one of the example checklists."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from medv_tui.practices.checklists import CHECKLISTS, Checklist
from medv_tui.practices.practice import Phase
from medv_tui.reports.clean import clean
from medv_tui.review.items import HOSTS_SUBJECT, PLAN_SUBJECT, PracticeItem


@dataclass(frozen=True, slots=True)
class Line:
    """A subject, or a line of an example checklist, above its practices."""

    title: str


Heading: TypeAlias = Phase | Line
"""What stands above the practices that belong together."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """One way to divide the checklist."""

    name: str
    heading_of: Callable[[PracticeItem], Heading | None]
    """Under which heading a practice stands; None where this way leaves it out."""
    headings: tuple[Heading, ...]
    """Those that are shown without practices too, in their order; others follow."""
    about: str = ""
    """What it is, where its headings do not tell that."""

    def divided(self, items: Sequence[PracticeItem]) -> Mapping[Heading, list[PracticeItem]]:
        """Put practices below their headings."""
        found: dict[Heading, list[PracticeItem]] = {heading: [] for heading in self.headings}
        for item in items:
            heading = self.heading_of(item)
            if heading is not None:
                found.setdefault(heading, []).append(item)
        return found


def title_of(heading: Heading) -> str:
    """Give the words of a heading."""
    return heading.value.capitalize() if isinstance(heading, Phase) else heading.title


PLAN, COMPUTERS = Line("Whole plan"), Line("Computers")


def _of_subject(item: PracticeItem) -> Line:
    """The plan, its computers, or one workspace by its name."""
    if item.subject in {PLAN_SUBJECT, HOSTS_SUBJECT}:
        return PLAN if item.subject == PLAN_SUBJECT else COMPUTERS
    return Line(clean(item.subject.removeprefix("workspace:")))


def _by_line(checklist: Checklist) -> Grouping:
    """Divide by the lines of an example checklist; a practice stands below the first it is in."""
    lines = tuple(Line(f"{n}. {step.title}") for n, step in enumerate(checklist.steps, 1))
    under: dict[str, Line] = {}
    for step, line in zip(checklist.steps, lines, strict=True):
        for practice in step.practices:
            under.setdefault(practice, line)
    name = f"{checklist.title.lower()} checklist"
    about = f"The documentation's {name}."
    return Grouping(name, lambda item: under.get(item.practice.id), lines, about)


BY_PHASE = Grouping("by phase", lambda item: item.practice.phase, tuple(Phase))
BY_SUBJECT = Grouping("by workspace", _of_subject, (PLAN, COMPUTERS))
GROUPINGS: tuple[Grouping, ...] = (BY_PHASE, BY_SUBJECT, *map(_by_line, CHECKLISTS))
"""In the order in which a key goes through them."""


def after(grouping: Grouping) -> Grouping:
    """Give the next way to divide the checklist; the first follows the last."""
    return GROUPINGS[(GROUPINGS.index(grouping) + 1) % len(GROUPINGS)]
