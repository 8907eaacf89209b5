"""From the bytes of an inventory to columns of host facts."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from medv_tui.findings import Level, Problem
from medv_tui.inventory.assign import Assignable, assign
from medv_tui.inventory.detected import ColumnUse, Detected
from medv_tui.inventory.dialect import SEARCHED_LINES, read_sheet
from medv_tui.inventory.encoding import decode
from medv_tui.inventory.facts import Cells, Facts, read_facts
from medv_tui.inventory.headers import DRIVE, NAME
from medv_tui.inventory.mapping import Mapping, known_names_with, map_columns
from medv_tui.inventory.progress import Progress, Step, untold
from medv_tui.inventory.remarks import (
    bad_column,
    bad_row,
    in_file,
    odd_names,
    unreadable,
    whole_line,
)
from medv_tui.inventory.selection import select
from medv_tui.inventory.sheet import Sheet, Unusable
from medv_tui.inventory.sizes import SIZE_KEYS
from medv_tui.plan.plan import Inventory
from medv_tui.problem_codes import Code

_T = TypeVar("_T")


@dataclass(frozen=True)
class Rows:
    """The computers of one inventory, as columns of equal length."""

    names: list[str] = field(default_factory=list)
    """NetBIOS names in upper case, each once."""
    columns: dict[str, list[Any]] = field(default_factory=dict)
    """By host key: a value for each row in the plan's types and units, None where unknown.

    "workspace" is always there; other keys only if the file has something that gives them.
    """
    lines: list[int] = field(default_factory=list)
    """Line of the file that each row comes from, from 1."""
    problems: tuple[Problem, ...] = ()
    """Warnings about rows and cells, errors about columns or the whole file."""
    file: str = ""
    """The file as the plan names it."""
    detected: Detected | None = None
    """How the file was understood; None where no computer can be read from it."""

    @cached_property
    def folded(self) -> list[str]:
        """The names without case, for those who look a computer up."""
        return list(map(str.casefold, self.names))


def read(data: bytes, inventory: Inventory, progress: Progress = untold) -> Rows:
    """Read the bytes of an inventory; what cannot be read is a problem.

    Raises nothing but what `progress` raises.
    """

    def told(done: int, total: int) -> None:
        progress(Step(f"reading {inventory.file}", done, total))

    decoded = decode(data)
    if decoded.refusal:
        return _refused(f"The file {decoded.refusal}.", inventory)
    told(0, decoded.text.count("\n"))
    sheet = read_sheet(decoded.text, known_names_with(inventory), told)
    if sheet is None:
        return _refused(
            f"None of the first {SEARCHED_LINES} lines is a header row: two or more known headers "
            "such as Name and Operating System are wanted. Say under columns which header is what.",
            inventory,
        )
    problems = []
    if decoded.assumed_from_line:
        problems.append(_assumed_encoding(decoded.assumed_from_line))
    problems += [_unusable(row, len(sheet.headers)) for row in sheet.unusable]
    return _read_sheet(sheet, decoded.encoding, inventory, problems, progress)


def _read_sheet(
    sheet: Sheet,
    encoding: str,
    inventory: Inventory,
    problems: list[Problem],
    progress: Progress,
) -> Rows:
    mapping = map_columns(sheet, inventory)
    problems += mapping.problems
    problems += [
        bad_column(f"The key {key} under units is no size; {', '.join(SIZE_KEYS)} are.")
        for key in inventory.units
        if key not in SIZE_KEYS
    ]
    if NAME not in mapping.columns:
        message = 'No column holds the names of the computers. Write columns = { name = "..." }.'
        return Rows(
            columns={"workspace": []},
            problems=in_file([*problems, bad_column(message)], inventory.file),
            file=inventory.file,
        )
    return _read_mapped(_Read(sheet, encoding, mapping), inventory, problems, progress)


class _Read(NamedTuple):
    """A sheet whose columns are known."""

    sheet: Sheet
    encoding: str
    mapping: Mapping


def _read_mapped(
    known: _Read, inventory: Inventory, problems: list[Problem], progress: Progress
) -> Rows:
    """Read a sheet whose columns are known."""
    sheet, encoding, mapping = known
    columns = mapping.columns
    selection = select(sheet, columns[NAME], columns.get(DRIVE), inventory.file)
    raw = [_picked(column, selection.rows) for column in sheet.columns]
    lines = _picked(sheet.lines, selection.rows)
    cells = Cells(mapping, raw, lines, sheet.separator, selection.other_drives)
    facts = read_facts(cells, inventory, progress)
    unknown: list[str | None] = [None] * len(lines)
    rows = Assignable(
        names=selection.names,
        workspaces=facts.columns.get("workspace", unknown),
        sites=facts.columns.get("site", unknown),
        models=facts.columns.get("model", unknown),
        headers=mapping.headers,
        raw=raw,
    )
    assignment = assign(rows, inventory)
    facts.columns["workspace"] = assignment.workspaces
    problems += [
        *selection.problems,
        *odd_names(selection.names, lines),
        *facts.problems,
        *assignment.problems,
    ]
    told = in_file(problems, inventory.file)
    detected = Detected(
        encoding,
        sheet.separator,
        sheet.header_line,
        len(sheet.lines) + len(sheet.unusable),
        len(sheet.unusable),
        _uses(mapping, facts),
        assignment.assigned,
    )
    return Rows(selection.names, facts.columns, lines, told, inventory.file, detected)


def _picked(column: list[_T], rows: Sequence[int]) -> list[_T]:
    """Give the cells of some rows; rows stand in order, so that all of them are the column."""
    return column if len(rows) == len(column) else [column[row] for row in rows]


def _uses(mapping: Mapping, facts: Facts) -> tuple[ColumnUse, ...]:
    """Say of every column what it tells, in the order of the file."""
    meanings = {column.index: meaning for meaning, column in mapping.columns.items()}
    uses = []
    for index, header in enumerate(mapping.headers):
        meaning = meanings.get(index)
        uses.append(ColumnUse(header.text, meaning, facts.units.get(meaning or "")))
    return tuple(uses)


def _refused(message: str, inventory: Inventory) -> Rows:
    told = in_file([unreadable(message)], inventory.file)
    return Rows(columns={"workspace": []}, problems=told, file=inventory.file)


def _assumed_encoding(line: int) -> Problem:
    message = (
        "This line is not UTF-8, so that the whole file was read as Windows-1252; "
        "UTF-8 or UTF-16 is wanted."
    )
    return Problem(Level.WARNING, Code.INVENTORY_ENCODING, message, where=whole_line(line))


def _unusable(row: Unusable, width: int) -> Problem:
    cells = "1 cell" if row.cells == 1 else f"{row.cells or 'no readable'} cells"
    if row.cells == width:
        message = "a quotation mark in it is not closed"
    else:
        message = f"it has {cells} where the header row has {width}"
    if row.last_line > row.line:
        message += f", and it goes on to line {row.last_line:,}."
        if row.cells != width:
            message += " A quotation mark may not be closed."
        if row.rescued:
            message += f" Of these lines {row.rescued:,} are read as rows by themselves."
    elif row.cells != width:
        message += ". A separator inside a cell needs quotation marks around that cell."
    else:
        message += "."
    return bad_row(f"The row is left out: {message}", row.line)
