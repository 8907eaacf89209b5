"""Which workspace each row gets."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fnmatch import translate

from medv_tui.findings import Problem
from medv_tui.inventory.detected import Assigned
from medv_tui.inventory.headers import Header
from medv_tui.inventory.mapping import find_header
from medv_tui.inventory.remarks import bad_column, quoted
from medv_tui.plan.plan import Assign, Inventory


@dataclass(frozen=True, slots=True)
class Assignable:
    """The rows to assign, as columns of equal length."""

    names: Sequence[str]
    workspaces: Sequence[str | None]
    sites: Sequence[str | None]
    models: Sequence[str | None]
    headers: Sequence[Header]
    raw: Sequence[Sequence[str]]
    """The cells of every column as they are written."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """The workspace of each row, and where they came from."""

    workspaces: list[str | None]
    assigned: Assigned
    problems: list[Problem]


def assign(rows: Assignable, inventory: Inventory) -> Assignment:
    """Give each row its own workspace, else the first matching rule's, else the inventory's."""
    problems: list[Problem] = []
    workspaces = [workspace or None for workspace in rows.workspaces]
    by_row = len(workspaces) - workspaces.count(None)
    by_rule = tuple(_apply(rule, rows, workspaces, problems) for rule in inventory.assign)
    left = workspaces.count(None)
    by_inventory = left if inventory.workspace else 0
    return Assignment(
        [workspace or inventory.workspace for workspace in workspaces],
        Assigned(by_row, by_rule, by_inventory, left - by_inventory),
        problems,
    )


def _apply(
    rule: Assign, rows: Assignable, workspaces: list[str | None], problems: list[Problem]
) -> int:
    """Assign the rows that have nothing yet and match every condition; give their number."""
    open_rows = [index for index, workspace in enumerate(workspaces) if not workspace]
    conditions = (
        (rule.site, rows.sites),
        (rule.name, rows.names),
        (rule.model, rows.models),
    )
    for pattern, texts in conditions:
        if pattern is not None:
            matches = _matcher(pattern)
            open_rows = [index for index in open_rows if matches(texts[index])]
    if rule.column is not None or rule.equals is not None:
        cells = _cells(rule, rows, problems)
        wanted = (rule.equals or "").strip()
        open_rows = [index for index in open_rows if cells and cells[index].strip() == wanted]
    for index in open_rows:
        workspaces[index] = rule.workspace
    return len(open_rows)


def _matcher(pattern: str) -> Callable[[str | None], bool]:
    matches = re.compile(translate(pattern.strip()), re.IGNORECASE).match
    return lambda text: text is not None and matches(text) is not None


def _cells(rule: Assign, rows: Assignable, problems: list[Problem]) -> Sequence[str]:
    """Give the raw column that a rule names; none if it is not one column of the file."""
    found = find_header(rows.headers, rule.column or "")
    if rule.column is not None and rule.equals is not None and len(found) == 1:
        return rows.raw[found[0]]
    if rule.column is None or rule.equals is None:
        problem = "has only one of column and equals; both are wanted"
    else:
        problem = f"names column {quoted(rule.column)}, which {len(found)} columns are called"
    problems.append(
        bad_column(f"The assign rule for workspace {quoted(rule.workspace)} {problem}.")
    )
    return ()
