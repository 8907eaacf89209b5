"""`medv-tui urls`: the redirected addresses of a workspace, to and from a text file."""

import argparse
import hashlib
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from medv_tui.assessment import url_list
from medv_tui.assessment.url_list import Entry, Remark
from medv_tui.cli import output, sources
from medv_tui.cli.arguments import Arguments
from medv_tui.cli.show import positions
from medv_tui.cli.sources import Reviewed
from medv_tui.errors import ExitCode, MedvError, SaveRefusedError
from medv_tui.findings import SetValue
from medv_tui.plan.settings import setting
from medv_tui.planfile import load, save
from medv_tui.planfile.edits import edited
from medv_tui.planfile.replacement import EditRefusedError
from medv_tui.planfile.text import LARGEST_BYTES, decode
from medv_tui.review.review import Review

REDIRECTED = setting("UserExperience", "RedirectUrls")
ENCODING = "workspaces.url_file_encoding"


def run(words: Sequence[str]) -> int:
    """Write the addresses of a workspace, or put those of a file into the plan."""
    chosen = _parser().parse_args(words)
    reviewed = sources.review(chosen.plan, date.today())
    position = _position(reviewed.review, chosen.workspace)
    if chosen.import_ is not None:
        return _import(chosen, reviewed, position)
    return _export(chosen.export, reviewed.review, position)


def _position(review: Review, name: str | None) -> int:
    """Find the one workspace that is meant."""
    places = positions(review, name)
    if len(places) == 1:
        return places[0]
    names = ", ".join(workspace.name for workspace in review.plan.workspaces)
    if names:
        raise MedvError(f"The plan has several workspaces, {names}; choose one by --workspace.")
    raise MedvError("The plan has no workspace that can be read.")


def _export(word: str | None, review: Review, position: int) -> int:
    """Write the plan's addresses to a new file, or to standard output."""
    given = review.hosts.subjects.workspace_facts[position].get(REDIRECTED.path) or ()
    data = url_list.written((given,) if isinstance(given, str) else given)
    name = review.plan.workspaces[position].name
    if not data:
        raise MedvError(f"The workspace {name} has no redirected addresses in the plan.")
    if word is None or word == sources.STANDARD_INPUT:
        output.write(data.decode("utf-8-sig").replace("\r\n", "\n"))
        return ExitCode.OK
    path = Path(word)
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError as error:
        raise SaveRefusedError(f"{path} is there already and was not touched.") from error
    except OSError as error:
        raise SaveRefusedError(f"{path} cannot be written: {error.strerror}.") from error
    count = data.count(b"\r\n")
    output.write(f"Wrote {_addresses(count)} of {name} to {path}.\n")
    return ExitCode.OK


def _import(chosen: argparse.Namespace, reviewed: Reviewed, position: int) -> int:
    """Put a file's addresses into the plan, unless one of them would never be redirected."""
    if chosen.plan == sources.STANDARD_INPUT:
        raise MedvError("Addresses go into a plan that is a file, not standard input.")
    title = "Standard input" if chosen.import_ == sources.STANDARD_INPUT else chosen.import_
    entries = url_list.read(decode(_bytes(chosen.import_), title).text)
    if not entries:
        raise MedvError(f"{title} holds no address; the plan was not changed.")
    remarks = url_list.remarks(entries)
    _tell(title, entries, remarks)
    if invalid := len({remark.line for remark in remarks if remark.invalid}):
        raise MedvError(
            f"{title} holds {_addresses(invalid)} that would not be redirected; the plan was not "
            "changed. Correct or delete what is named as an error."
        )
    _write(Path(chosen.plan), reviewed, position, entries)
    name = reviewed.review.plan.workspaces[position].name
    read = "standard input" if chosen.import_ == sources.STANDARD_INPUT else title
    output.write(f"Put {_addresses(len(entries))} of {read} into {name} of {chosen.plan}.\n")
    return ExitCode.OK


def _write(path: Path, reviewed: Reviewed, position: int, entries: Sequence[Entry]) -> None:
    """Change the plan's file; all of it stays as it is but the addresses and their encoding."""
    subjects = reviewed.review.hosts.subjects
    addresses = tuple(entry.address for entry in entries)
    data = load.load(path)
    if hashlib.sha256(data).hexdigest() != reviewed.sha256:
        raise SaveRefusedError(f"{path} was not changed: it was changed by somebody else just now.")
    source = decode(data, str(path))
    intents = (
        SetValue(subjects.path(REDIRECTED.path, position), addresses),
        SetValue(subjects.path(ENCODING, position), url_list.UTF_8),
    )
    try:
        text = edited(source.text, intents)
    except EditRefusedError as refusal:
        raise SaveRefusedError(f"{path} was not changed: {refusal}") from refusal
    save.save(path, replace(source, text=text).encode(), data)


def _tell(title: str, entries: Sequence[Entry], remarks: Sequence[Remark]) -> None:
    """Say what is wrong with which line."""
    by_line = {entry.line: entry.address for entry in entries}
    for remark in remarks:
        level = "error" if remark.invalid else "warning"
        output.complain(f"{title}:{remark.line}: {level}: {by_line[remark.line]} {remark.says}.")


def _bytes(word: str) -> bytes:
    if word == sources.STANDARD_INPUT:
        return sys.stdin.buffer.read(LARGEST_BYTES + 1)
    return load.load(Path(word))


def _addresses(count: int) -> str:
    return f"{count:,} address{'' if count == 1 else 'es'}"


def _parser() -> Arguments:
    """Say which words the command takes."""
    parser = Arguments(
        "urls", "Write the redirected addresses of a workspace to a file, or read them from one."
    )
    parser.add_argument("plan", metavar="PLAN", help="a plan")
    parser.add_argument("--workspace", metavar="NAME", help="needed where there are several")
    way = parser.add_mutually_exclusive_group()
    way.add_argument(
        "--export",
        metavar="FILE",
        help="write one address on each line to a new file; - or nothing is standard output",
    )
    way.add_argument(
        "--import",
        dest="import_",
        metavar="FILE",
        help="put the addresses of a UTF-8 file into the plan in place of those there; - is "
        "standard input",
    )
    return parser
