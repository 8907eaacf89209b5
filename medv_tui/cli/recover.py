"""`medv-tui recover`: what was typed and never saved, as the journals have it."""

import os
from collections.abc import Sequence
from pathlib import Path

from medv_tui.cli import output
from medv_tui.cli.arguments import Arguments
from medv_tui.errors import ExitCode, MedvError, PlanUnreadableError
from medv_tui.planfile.journal import Ending
from medv_tui.planfile.journals import FOLDER, Journals, Kept
from medv_tui.planfile.load import load
from medv_tui.planfile.save import save
from medv_tui.planfile.session import quoted
from medv_tui.reports.clean import clean
from medv_tui.tui.recent import state_folder

_ENDINGS = {
    Ending.OPEN: "broke off",
    Ending.DISCARDED: "left without saving",
    Ending.SETTLED: "broke off, and was looked at since",
}
_NOTHING = "There is no unsaved text of any plan.\n"


def run(words: Sequence[str]) -> int:
    """List unsaved texts, or write one to a file that is not there yet; raises MedvError."""
    parser = Arguments("recover", "List what was typed and not saved, or write it to a file.")
    parser.add_argument("plan", nargs="?", metavar="PLAN", help="the plan whose text is wanted")
    parser.add_argument("--list", action="store_true", help="list what there is; the default")
    parser.add_argument(
        "-n", "--number", type=int, metavar="N", help="the text of that number in the list"
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="the file to write, never replaced; - is standard output;"
        " PLAN with .recovered before its last dot by default",
    )
    parser.add_argument("--forget", action="store_true", help="remove the text from the journals")
    chosen = parser.parse_args(words)
    journals = _journals()
    plan = None if chosen.plan is None else Path(chosen.plan)
    if chosen.list or (plan is None and chosen.number is None):
        found = journals.all() if plan is None else _of(journals, plan)
        output.write(_listed(journals, found))
        return ExitCode.OK
    kept = _chosen(journals, plan, chosen.number)
    if chosen.forget:
        _forget(journals, kept)
    else:
        _recover(kept, chosen.output)
    return ExitCode.OK


def _journals() -> Journals:
    """Find the journals of whoever runs this."""
    folder = state_folder(os.environ)
    if folder is None:
        raise MedvError("There is no folder for journals: set XDG_STATE_HOME or HOME.")
    return Journals(folder / FOLDER)


def _of(journals: Journals, plan: Path) -> tuple[Kept, ...]:
    name = quoted(journals.disk.real_path(plan))
    return tuple(kept for kept in journals.all() if kept.journal.session.plan == name)


def _chosen(journals: Journals, plan: Path | None, number: int | None) -> Kept:
    """Find the text that is meant: the latest of a plan, or one by its number in the list."""
    found = journals.all() if plan is None else _of(journals, plan)
    whose = "" if plan is None else f" of {plan}"
    if not found:
        raise MedvError(f"There is no unsaved text{whose}; medv-tui recover --list shows all.")
    if number is None:
        return found[0]
    if not 1 <= number <= len(found):
        raise MedvError(
            f"There is no unsaved text {number}{whose}; the numbers go from 1 to {len(found)}."
        )
    return found[number - 1]


def _recover(kept: Kept, word: str | None) -> None:
    """Write a text where it was asked for; the journal stays."""
    data, plan = kept.journal.data, kept.journal.session.path
    if word == "-":
        output.write_plan(data)
        return
    path = plan.with_name(f"{plan.stem}.recovered{plan.suffix}") if word is None else Path(word)
    save(path, data, None)
    output.write(
        f"Wrote {clean(str(path))}, as typed {_moment(kept)}. The journal keeps it too;"
        f" --forget in place of --output removes it.\n"
    )


def _forget(journals: Journals, kept: Kept) -> None:
    """Remove a journal, unless somebody is writing it."""
    session = kept.journal.session
    if session.is_running(journals.disk):
        raise MedvError(
            f"Process {session.process} still has {session.path} open and writes this journal;"
            " leave it first."
        )
    journals.remove(kept.path)
    output.write(f"Removed the unsaved text of {clean(str(session.path))}.\n")


def _listed(journals: Journals, found: Sequence[Kept]) -> str:
    """Write the list."""
    if not found:
        return _NOTHING
    return "\n".join(_entry(journals, number, kept) for number, kept in enumerate(found, 1))


def _entry(journals: Journals, number: int, kept: Kept) -> str:
    """Tell about one text: where it belongs, how it was left, and whether it is in the file."""
    session = kept.journal.session
    state = _ENDINGS[kept.journal.ending]
    if session.is_running(journals.disk):
        state = f"still open in process {session.process}"
    who = f"opened {session.started:%Y-%m-%d %H:%M} by {session.user} on {session.host}"
    return (
        f"{number}  {clean(str(session.path))}\n"
        f"   typed {_moment(kept)}, {clean(who)}, {state}\n"
        f"   {kept.journal.data.count(10) + 1:,} lines; {_compared(kept)}\n"
    )


def _moment(kept: Kept) -> str:
    return f"{kept.journal.typed:%Y-%m-%d %H:%M:%S}"


def _compared(kept: Kept) -> str:
    """Say whether the text is in the plan's file."""
    try:
        same = load(kept.journal.session.path) == kept.journal.data
    except PlanUnreadableError:
        return "the plan's file cannot be read"
    return "the file holds the same text" if same else "the file holds another text"
