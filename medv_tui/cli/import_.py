"""`medv-tui import`: look at a CSV file of computers, and make it part of a plan."""

import argparse
import difflib
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from medv_tui.cli import output, questions
from medv_tui.cli.arguments import Arguments, day
from medv_tui.cli.progress import told
from medv_tui.cli.sources import Inventories
from medv_tui.errors import ExitCode, MedvError
from medv_tui.findings import Level, Problem, Value
from medv_tui.inventory import load as inventory_file
from medv_tui.inventory.read import Rows, read
from medv_tui.inventory.wishes import SOURCES, fact_of, facts_of, inventory_of
from medv_tui.plan.plan import Inventory
from medv_tui.planfile import load as plan_file
from medv_tui.planfile.attach import with_defaults, with_hosts, with_inventory
from medv_tui.planfile.parse import parse
from medv_tui.planfile.save import save
from medv_tui.planfile.text import PlanText, decode
from medv_tui.reports.clean import clean
from medv_tui.reports.import_report import changes, import_report, lacking
from medv_tui.reports.text import counted
from medv_tui.review.review import Review
from medv_tui.review.reviewer import Reviewer

MOST_LINES = 60
"""Lines of a plan's change that are shown."""

REMEDY = "Here --column and --unit take it, such as --unit ram_mb=KB."


def run(words: Sequence[str]) -> int:
    """Show what the file holds; with --into, change the plan when that is agreed to."""
    chosen = _parser().parse_args(words)
    as_of = chosen.as_of or date.today()
    data = inventory_file.load(Path(chosen.file))
    target = None if chosen.into is None else _target(chosen)
    defaults = facts_of(chosen.default)
    if chosen.users is not None:
        defaults["users"] = fact_of("users", chosen.users)
    inventory = inventory_of(
        chosen.file if target is None else target.name_of(chosen.file),
        source=chosen.source,
        workspace=chosen.workspace,
        columns=chosen.column,
        units=chosen.unit,
        rules=chosen.assign,
    )
    rows = _read(data, inventory)
    given = {*defaults, *(target.given if target else ())}
    _show(chosen, rows, inventory, given, as_of)
    if rows.detected is None:
        return ExitCode.PROBLEM
    if target is None:
        return ExitCode.OK
    asked = chosen.dry_run or chosen.yes or not questions.can_ask()
    if not asked:
        defaults |= _answers(rows, given)
        inventory = _with_workspace(inventory, rows, given, target.workspaces)
        rows = _read(data, inventory)
    return _write(chosen, target, rows, inventory, defaults, as_of)


def _read(data: bytes, inventory: Inventory) -> Rows:
    with told() as progress:
        return read(data, inventory, progress)


@dataclass(frozen=True, slots=True)
class _Target:
    """The plan that the file is for."""

    path: Path
    data: bytes
    text: PlanText
    given: frozenset[str]
    """Facts that its `[host_defaults]` fills."""
    workspaces: tuple[str, ...]
    """Their names."""

    def name_of(self, file: str) -> str:
        """Name a file as the plan does: relative to its folder."""
        return Path(os.path.relpath(file, self.path.parent)).as_posix()


def _target(chosen: argparse.Namespace) -> _Target:
    path = Path(chosen.into)
    data = plan_file.load(path)
    text = decode(data, chosen.into)
    plan = parse(text.text).plan
    given = plan.host_defaults.model_dump(exclude_none=True)
    names = tuple(workspace.name for workspace in plan.workspaces)
    return _Target(path, data, text, frozenset(given), names)


def _show(
    chosen: argparse.Namespace, rows: Rows, inventory: Inventory, given: set[str], as_of: date
) -> None:
    colour, width = output.has_colour(chosen.color), output.width()
    report = import_report(rows, inventory, given, as_of, remedy=REMEDY, width=width, colour=colour)
    output.write(report)


def _answers(rows: Rows, given: set[str]) -> dict[str, Value]:
    """Ask for what no inventory has: the users of each computer."""
    if not lacking(rows, "users", given):
        return {}
    while True:
        word = questions.ask("MED-V users of each computer, a number (Enter: not known): ")
        if not word:
            return {}
        try:
            return {"users": fact_of("users", word)}
        except MedvError as refusal:
            output.complain(str(refusal))


def _with_workspace(
    inventory: Inventory, rows: Rows, given: set[str], names: Sequence[str]
) -> Inventory:
    """Ask for the workspace of the computers that have none, if the plan has any."""
    number = 0 if rows.detected is None else rows.detected.assigned.nowhere
    if not number or not names or "workspace" in given:
        return inventory
    known, listed = {name.casefold() for name in names}, clean(", ".join(names))
    whose = counted(number, "computer")
    while True:
        word = questions.ask(f"Workspace of the {whose} without one ({listed}; Enter: none): ")
        if not word or word.casefold() in known:
            return inventory.model_copy(update={"workspace": word or None})
        output.complain(f'The plan has no workspace "{word}"; {listed} is wanted.')


def _write(
    chosen: argparse.Namespace,
    target: _Target,
    rows: Rows,
    inventory: Inventory,
    defaults: Mapping[str, Value],
    as_of: date,
) -> int:
    """Show what would change in the plan and its figures, and save it when that is agreed to."""
    old = target.text.text
    new = with_defaults(old, defaults)
    new = with_hosts(new, rows) if chosen.hosts else with_inventory(new, inventory)
    before, after = (_review(chosen, text, as_of) for text in (old, new))
    output.write(f"\n{_difference(old, new)}\n{changes(before, after)}")
    broken = _new_errors(before, after)
    if broken:
        raise MedvError(
            f"{chosen.into} was not changed, as this would not hold: {broken[0].message}"
        )
    if chosen.dry_run or not (chosen.yes or _agreed(chosen)):
        output.complain(f"{chosen.into} was not changed; --yes changes it without a question.")
        return ExitCode.OK
    save(target.path, replace(target.text, text=new).encode(), target.data)
    output.write(f"Wrote {clean(chosen.into)}.\n")
    return ExitCode.OK


def _agreed(chosen: argparse.Namespace) -> bool:
    return questions.can_ask() and questions.agreed(f"Change {chosen.into} so?")


def _review(chosen: argparse.Namespace, text: str, as_of: date) -> Review:
    with told() as progress:
        return Reviewer().update(text, Inventories(chosen.into), as_of, progress)


def _new_errors(before: Review, after: Review) -> list[Problem]:
    """Give the errors of the plan itself that the change would bring."""
    known = {problem.message for problem in before.problems}
    return [
        problem
        for problem in after.problems
        if problem.level is Level.ERROR and not problem.file and problem.message not in known
    ]


def _difference(old: str, new: str) -> str:
    """Show the lines that change."""
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), "now", "then", "", "", 1, "")
    shown = [clean(line) for line in lines][2:]
    if len(shown) > MOST_LINES:
        shown = [*shown[:MOST_LINES], f"… and {len(shown) - MOST_LINES:,} more lines"]
    return "".join(f"{line}\n" for line in shown)


def _parser() -> argparse.ArgumentParser:
    """Say which words the command takes."""
    parser = Arguments(
        "import",
        "Show how a CSV file of computers is read. With --into, attach it to a plan: what would "
        "change is shown first, and nothing is written without --yes or a yes to the question.",
    )
    parser.add_argument("file", metavar="FILE.csv", help="the file that an inventory tool wrote")
    parser.add_argument("--into", metavar="PLAN", help="the plan to attach it to")
    parser.add_argument(
        "--hosts", action="store_true", help="copy the computers into the plan, for small fleets"
    )
    parser.add_argument("--yes", action="store_true", help="write the plan without a question")
    parser.add_argument("--dry-run", action="store_true", help="show everything, write nothing")
    parser.add_argument("--source", choices=SOURCES, default="auto", help="what wrote it")
    for option, metavar, meaning in (
        ("--column", "KEY=HEADER", "which column tells a fact, where its header is not known"),
        ("--unit", "KEY=UNIT", "the unit of a column of sizes: bytes, KB, MB or GB"),
        ("--assign", "WORKSPACE:KEY=PATTERN", "the workspace of some rows; the first match wins"),
        ("--default", "KEY=VALUE", "a fact of every computer that lacks it"),
    ):
        parser.add_argument(option, action="append", default=[], metavar=metavar, help=meaning)
    parser.add_argument("--workspace", metavar="NAME", help="the workspace of all other rows")
    parser.add_argument("--users", metavar="N", help="MED-V users of each computer that lacks them")
    parser.add_argument("--as-of", type=day, metavar="DATE", help="judge dates on this day")
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto")
    return parser
