"""`medv-tui --plain PLAN`: the dashboard's content as lines."""

from collections.abc import Sequence
from datetime import date

from medv_tui.cli import output, sources
from medv_tui.errors import ExitCode, MedvError
from medv_tui.reports.plain import lines


def run(plans: Sequence[str]) -> int:
    """Print what the dashboard would show; the exit code is 2 where part cannot be read."""
    if len(plans) != 1:
        raise MedvError(f"--plain prints one plan, not {len(plans)}; name it after --plain.")
    reviewed = sources.review(plans[0], date.today())
    output.write(
        "".join(f"{line}\n" for line in lines(reviewed.review, reviewed.name, reviewed.path))
    )
    return ExitCode.PROBLEM if reviewed.review.partial else ExitCode.OK
