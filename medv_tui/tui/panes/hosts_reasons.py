"""The fleet counted by reason: how many computers each reason holds back."""

from collections.abc import Sequence

from medv_tui.findings import Severity, Status, Verdict
from medv_tui.reports.clean import clean
from medv_tui.review.reasons import Reason, Tally, failing
from medv_tui.review.regain import Regain
from medv_tui.tui.line import Line, Part, cell
from medv_tui.tui.present import MUTED, VERDICT_MARKS, count

VERDICT, COMPUTERS = 11, 9
"""Cells of the columns before the reason."""
MOST_STEPS = 5
"""Amounts of disk space that are told."""
NOTHING = "No computer is held back by anything."


def heads() -> Line:
    """Name the columns."""
    return (
        cell("  verdict", VERDICT, MUTED),
        cell("computers", COMPUTERS + 2, MUTED, right=True),
        Part("  reason", MUTED),
    )


def tally_row(tally: Tally) -> Line:
    """Draw one reason with the number of computers that have it."""
    mark = VERDICT_MARKS[verdict(tally.reason)]
    return (
        mark.part,
        cell(f" {mark.word}", VERDICT - 1, mark.look),
        cell(f"{tally.computers:,}", COMPUTERS + 2, right=True),
        Part(f"  {words(tally.reason)}"),
    )


def words(reason: Reason) -> str:
    """Name what is wanted by a practice, or what is not given."""
    return clean(reason.words if reason.status is Status.UNKNOWN else reason.title)


def verdict(reason: Reason) -> Verdict:
    """Say what the reason makes of a computer."""
    if reason.status is Status.UNKNOWN:
        return Verdict.UNKNOWN
    return Verdict.BLOCKED if reason.severity is Severity.MUST else Verdict.ATTENTION


def filter_for(reason: Reason) -> str:
    """Write the filter that shows the computers of a reason."""
    if reason.status is Status.UNKNOWN:
        return f'reason:"{reason.words}"'
    return f"reason:{failing(reason)}"


def asides(regains: Sequence[Regain], near_step: int) -> tuple[str, ...]:
    """Say what more free space on each computer would bring back, and who loses a memory step."""
    said = [
        f"{regain.gb:,} GB more free on each would bring back {count(regain.computers, 'computer')}"
        f"{'' if place else ' that nothing else blocks'}."
        for place, regain in enumerate(regains[:MOST_STEPS])
    ]
    if near_step:
        who = "computer reports" if near_step == 1 else "computers report"
        said.append(f"{near_step:,} {who} less than 5 % under the next step of guest memory.")
    return ("", *said) if said else ()
