"""Short ways to read a CSV text in a test."""

from typing import Any

from medv_tui.findings import Level, Problem
from medv_tui.inventory.read import Rows, read
from medv_tui.plan.plan import Inventory
from medv_tui.problem_codes import Code


def inventory(**keys: Any) -> Inventory:
    return Inventory(file="fleet.csv", **keys)


def rows_of(text: str, **keys: Any) -> Rows:
    return read(text.encode(), inventory(**keys))


def column(text: str, key: str, **keys: Any) -> list[Any]:
    """Read a text without problems and give one column."""
    rows = rows_of(text, **keys)
    assert rows.problems == ()
    return rows.columns[key]


def only_problem(rows: Rows, code: Code, level: Level) -> Problem:
    (problem,) = rows.problems
    assert (problem.code, problem.level, problem.file) == (code, level, "fleet.csv")
    return problem


def line_of(problem: Problem) -> int:
    assert problem.where is not None
    return problem.where.line
