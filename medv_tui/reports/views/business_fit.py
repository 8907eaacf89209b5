"""Whether MED-V is the right tool for the organisation of a plan, reason by reason."""

from collections.abc import Iterator

from medv_tui.assessment.business_fit import SOURCE, Reason, fits, reasons
from medv_tui.reports.explanation import Entry, Explanation, Fact, Section, Sentence
from medv_tui.reports.explanation import explained as put_together
from medv_tui.reports.members import Members
from medv_tui.reports.origins import Subject
from medv_tui.reports.views.standing import StandingMembers, answers, items_of, standing
from medv_tui.review.review import Review

PRACTICE = ("business-fit-reviewed",)

_HOLDS = {True: "● yes", False: "· no", None: "? not known"}
_ANSWERS = {
    True: "MED-V fits: at least one documented reason holds.",
    False: "No documented reason to use MED-V holds; reconsider compatibility fixes, App-V and "
    "Windows XP Mode.",
    None: "Not known: no reason holds by what the plan says, and it does not say everything.",
}


class ReasonMembers(Members):
    """One documented reason to use MED-V."""

    id: str
    """Its number; the letters a to d stand below Windows XP Mode."""
    says: str
    holds: bool | None
    """Null where the plan does not say enough."""
    because: str


class FitMembers(Members):
    """Whether MED-V is the right tool."""

    fits: bool | None
    """True if any reason holds."""
    reasons: tuple[ReasonMembers, ...]
    practices: tuple[StandingMembers, ...]
    source: tuple[str, ...]


def fit_of(review: Review) -> FitMembers:
    """Ask every documented reason of a plan's organisation."""
    found = reasons(review.plan.organization)
    return FitMembers(
        fits=fits(found),
        reasons=tuple(
            ReasonMembers(id=each.id, says=each.says, holds=each.holds, because=each.because)
            for each in found
        ),
        practices=standing(review, items_of(review, PRACTICE)),
        source=SOURCE.topics,
    )


def explain_fit(review: Review) -> Explanation:
    """Explain whether MED-V is the right tool for a plan's organisation."""
    found = reasons(review.plan.organization)
    subject = Subject(review)
    return put_together(
        "Is MED-V right here?",
        Section("", (Sentence(_ANSWERS[fits(found)], is_strong=True),)),
        Section("Reasons to use MED-V", tuple(_told(subject, each) for each in found)),
        Section("Practice", tuple(answers(review, items_of(review, PRACTICE)))),
        Section("Source", tuple(_source())),
    )


def _told(subject: Subject, reason: Reason) -> Fact:
    """Give one reason with its answer; those below another are marked by a dash."""
    below = "– " if reason.is_part else ""
    place = None if reason.holds is None else subject.place(reason.path)
    return Fact(_HOLDS[reason.holds], f"{below}{reason.says} {reason.because}", place)


def _source() -> Iterator[Entry]:
    yield Fact("reading", SOURCE.reading)
    yield Fact("source", ", ".join(SOURCE.topics))
