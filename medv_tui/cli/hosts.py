"""`medv-tui hosts`: the computers of a plan."""

from collections.abc import Sequence
from datetime import date

from medv_tui.cli import output, sources
from medv_tui.cli.arguments import Arguments, day
from medv_tui.cli.progress import told
from medv_tui.errors import ExitCode
from medv_tui.findings import Verdict
from medv_tui.reports.csv_export import comma_separated
from medv_tui.reports.hosts import rows_with, table


def run(words: Sequence[str]) -> int:
    """List the computers; the exit code is 2 where part of the plan could not be read."""
    parser = Arguments("hosts", "List the computers of a plan with their verdicts, worst first.")
    parser.add_argument("plan", metavar="PLAN", help="a plan; - is standard input")
    parser.add_argument(
        "--verdict",
        nargs="+",
        action="extend",
        default=[],
        choices=[verdict.value for verdict in Verdict],
        help="only computers with one of these verdicts",
    )
    parser.add_argument("--csv", action="store_true", help="write CSV, with every figure in full")
    parser.add_argument("--as-of", type=day, metavar="DATE", help="judge dates on this day")
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto")
    chosen = parser.parse_args(words)
    reviewed = sources.review(chosen.plan, chosen.as_of or date.today())
    verdicts = frozenset(map(Verdict, chosen.verdict))
    if chosen.csv:
        rows = tuple(rows_with(reviewed.review, verdicts))
        with told() as progress:
            text = comma_separated(reviewed.review, rows, reviewed.path, progress)
        output.write(text)
    else:
        colour = output.has_colour(chosen.color)
        output.write(table(reviewed.review, verdicts, width=output.width(), colour=colour))
    if reviewed.review.partial:
        output.complain(
            f"Part of {reviewed.path} cannot be read, so computers may be missing; "
            f"medv-tui check names every problem."
        )
        return ExitCode.PROBLEM
    return ExitCode.OK
