"""Which workspace a row gets."""

from typing import Any

from medv_tui.findings import Level
from medv_tui.plan.plan import Assign
from medv_tui.problem_codes import Code
from tests.inventory.reading import only_problem, rows_of

FLEET = """Name,Site,Model,Dept,Workspace
PC1,Plant North,OptiPlex 780,FIN,
PC2,plant south,Latitude,HR ,
LAB-3,Head office,OptiPlex 780,HR,
PC4,,,,sales
"""


def workspaces(*rules: dict[str, str], **keys: Any) -> list[str | None]:
    rows = rows_of(FLEET, assign=tuple(Assign(**rule) for rule in rules), **keys)
    assert rows.problems == ()
    return rows.columns["workspace"]


def test_without_a_rule_only_a_row_itself_says() -> None:
    assert workspaces() == [None, None, None, "sales"]


def test_the_inventory_fills_what_nothing_else_assigns() -> None:
    assert workspaces(workspace="finance") == ["finance", "finance", "finance", "sales"]


def test_sites_match_a_pattern_in_any_case() -> None:
    rule = {"workspace": "kiosk", "site": "PLANT*"}

    assert workspaces(rule) == ["kiosk", "kiosk", None, "sales"]


def test_names_and_models_match_patterns_too() -> None:
    assert workspaces({"workspace": "lab", "name": "lab-?"})[2] == "lab"
    assert workspaces({"workspace": "old", "model": "*780"}) == ["old", None, "old", "sales"]


def test_any_column_can_be_compared_with_a_text() -> None:
    rule = {"workspace": "people", "column": "dept", "equals": "HR"}

    assert workspaces(rule) == [None, "people", "people", "sales"]


def test_every_condition_of_a_rule_must_hold() -> None:
    rule = {"workspace": "people", "column": "Dept", "equals": "HR", "site": "plant*"}

    assert workspaces(rule) == [None, "people", None, "sales"]


def test_the_first_matching_rule_wins() -> None:
    rules = {"workspace": "first", "site": "plant*"}, {"workspace": "second", "name": "*"}

    assert workspaces(*rules) == ["first", "first", "second", "sales"]


def test_a_rule_about_a_column_that_is_not_there_is_an_error() -> None:
    rule = Assign(workspace="x", column="Division", equals="HR")

    rows = rows_of(FLEET, assign=(rule,))

    problem = only_problem(rows, Code.INVENTORY_COLUMN, Level.ERROR)
    assert '"Division"' in problem.message
    assert rows.columns["workspace"] == [None, None, None, "sales"]


def test_a_rule_with_a_column_and_nothing_to_compare_is_an_error() -> None:
    rows = rows_of(FLEET, assign=(Assign(workspace="x", column="Dept"),))

    problem = only_problem(rows, Code.INVENTORY_COLUMN, Level.ERROR)
    assert "column and equals" in problem.message
