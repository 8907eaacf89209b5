"""Which rows of a sheet stand for a computer: names, drives and duplicates."""

import re
from dataclasses import dataclass, field

from medv_tui.findings import Problem
from medv_tui.inventory.cells import read_names
from medv_tui.inventory.mapping import Column
from medv_tui.inventory.remarks import bad_row, duplicate
from medv_tui.inventory.sheet import Sheet

_SYSTEM_DRIVE = re.compile(r"(?:.*\()?c(?::.*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Selection:
    """One row for each computer, in the order in which their names first appear."""

    rows: list[int] = field(default_factory=list)
    """Positions in the sheet."""
    names: list[str] = field(default_factory=list)
    other_drives: set[int] = field(default_factory=set)
    """Positions in `rows` of computers without a row for C:; their free space says nothing."""
    problems: list[Problem] = field(default_factory=list)


def select(sheet: Sheet, name: Column, drive: Column | None, file: str) -> Selection:
    """Choose a row for each computer: the one for C: where there is one row for each drive."""
    selection = Selection()
    names = read_names(sheet.columns[name.index])
    each = set(names)
    if drive is None and len(each) == len(names) and each.isdisjoint(("", None)):
        return Selection(list(range(len(names))), [label for label in names if label])
    drives = ["c"] * len(names)
    if drive:
        drives = [cell.strip().casefold() for cell in sheet.columns[drive.index]]
    places: dict[str, int] = {}
    first_lines: dict[str, int] = {}
    for row, label in enumerate(names):
        line = sheet.lines[row]
        if not label:
            selection.problems.append(bad_row("The row names no computer and is left out.", line))
            continue
        key = f"{drives[row]} {label}"
        if key in first_lines:
            selection.problems.append(duplicate(label, line, first_lines[key], file))
            continue
        first_lines[key] = line
        _choose(selection, places, row, label, drives[row])
    return selection


def _choose(selection: Selection, places: dict[str, int], row: int, label: str, drive: str) -> None:
    is_system = drive == "c" or bool(_SYSTEM_DRIVE.fullmatch(drive))
    if label not in places:
        places[label] = len(selection.rows)
        selection.rows.append(row)
        selection.names.append(label)
        if not is_system:
            selection.other_drives.add(places[label])
    elif is_system and places[label] in selection.other_drives:
        selection.other_drives.discard(places[label])
        selection.rows[places[label]] = row
