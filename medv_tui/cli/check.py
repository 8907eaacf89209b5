"""`medv-tui check`: review plans for a person or a script."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from medv_tui.cli import output, sources
from medv_tui.cli.arguments import Arguments, day
from medv_tui.cli.sources import Reviewed
from medv_tui.errors import ExitCode, MedvError, PlanUnreadableError
from medv_tui.findings import Severity, Status
from medv_tui.reports.result import result
from medv_tui.reports.text import report
from medv_tui.review.review import Review, gating, pending

_NEVER = "never"


@dataclass(frozen=True, slots=True)
class Gate:
    """What makes the exit code 1."""

    least: Severity | None
    """Findings gate from this severity on; None for never."""
    unknown: bool = False
    """Whether lacking data gates too, at the same severities."""
    open: bool = False
    """Whether a person's missing word gates too."""

    def code(self, review: Review) -> ExitCode:
        """Give the exit code that a review deserves."""
        if review.partial:
            return ExitCode.PROBLEM
        return ExitCode.FINDING if self._stops(review) else ExitCode.OK

    def _stops(self, review: Review) -> bool:
        """Say whether anything gates."""
        if self.least is None:
            return False
        items = review.items
        return bool(
            gating(items, self.least)
            or (self.unknown and pending(items, self.least, Status.UNKNOWN))
            or (self.open and pending(items, self.least, Status.OPEN))
        )


def run(words: Sequence[str]) -> int:
    """Review every plan and give the worst exit code."""
    chosen = _parser().parse_args(words)
    if chosen.plans.count(sources.STANDARD_INPUT) > 1:
        raise MedvError("Standard input holds one plan, so - can stand only once.")
    least = None if chosen.fail_on == _NEVER else Severity(chosen.fail_on)
    gate = Gate(least, chosen.fail_on_unknown, chosen.require_attested)
    as_of = chosen.as_of or date.today()
    show = _json if chosen.format == "json" else _text
    return max(show(chosen, as_of, gate))


def _json(chosen: argparse.Namespace, as_of: date, gate: Gate) -> list[ExitCode]:
    """Write one object, or an array for several plans."""
    reviewed = [_always(word, as_of) for word in chosen.plans]
    texts = [
        result(each.review, each.name, each.path, each.sha256, chosen.hosts).to_json()
        for each in reviewed
    ]
    joined = ",\n".join(texts)
    output.write(f"{joined}\n" if len(texts) == 1 else f"[\n{joined}\n]\n")
    return [gate.code(each.review) for each in reviewed]


def _always(word: str, as_of: date) -> Reviewed:
    """Review a plan, or give the problem that there is none."""
    try:
        return sources.review(word, as_of)
    except PlanUnreadableError as refusal:
        return sources.unreadable(word, refusal, as_of)


def _text(chosen: argparse.Namespace, as_of: date, gate: Gate) -> list[ExitCode]:
    """Write one report for each plan that can be read, and a sentence for each that cannot."""
    codes: list[ExitCode] = []
    colour, width = output.has_colour(chosen.color), output.width()
    for word in chosen.plans:
        try:
            each = sources.review(word, as_of)
        except PlanUnreadableError as refusal:
            output.complain(str(refusal))
            codes.append(refusal.exit_code)
        else:
            text = report(each.review, each.name, each.path, width=width, colour=colour)
            output.write("\n" + text if codes else text)
            codes.append(gate.code(each.review))
    return codes


def _parser() -> argparse.ArgumentParser:
    """Say which words the command takes."""
    parser = Arguments("check", "Review plans: exit code 0, 1 for findings, 2 for problems.")
    parser.add_argument("plans", nargs="+", metavar="PLAN", help="a plan; - is standard input")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument(
        "--fail-on",
        choices=(Severity.MUST.value, Severity.SHOULD.value, _NEVER),
        default=Severity.MUST.value,
        help="the weakest severity at which a failing practice makes the exit code 1",
    )
    parser.add_argument(
        "--fail-on-unknown", action="store_true", help="lacking data at that severity does too"
    )
    parser.add_argument(
        "--require-attested",
        action="store_true",
        help="a person's missing word at that severity does too",
    )
    parser.add_argument(
        "--as-of", type=day, metavar="DATE", help="judge dates on this day, by default today"
    )
    parser.add_argument(
        "--hosts",
        choices=("all", "failing", "none"),
        default="all",
        help="which rows the JSON lists; the counts always hold for all",
    )
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto")
    return parser
