"""The known-good plan and the overlays that practice cases put on it."""

import tomllib
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import tomli_w

from medv_tui.errors import PlanUnreadableError
from medv_tui.problem_codes import Code
from medv_tui.review.review import Review
from medv_tui.review.reviewer import Reviewer

HERE = Path(__file__).parent
AS_OF = date(2026, 11, 22)
GOOD = (HERE / "good.toml").read_text("utf-8")


def no_files(name: str) -> bytes:
    raise PlanUnreadableError(Code.FILE_MISSING, f"There is no {name}.")


def good_plan() -> dict[str, Any]:
    return tomllib.loads(GOOD)


def changed(set_values: dict[str, Any], removed: list[str]) -> dict[str, Any]:
    plan = deepcopy(good_plan())
    for path in removed:
        table, key = _table(plan, path)
        del table[key]
    for path, value in set_values.items():
        table, key = _table(plan, path)
        table[key] = value
    return plan


def _table(plan: dict[str, Any], path: str) -> tuple[dict[str, Any], str]:
    *parents, key = path.split(".")
    table = plan
    for parent in parents:
        inner = table.setdefault(parent, {})
        table = inner[0] if isinstance(inner, list) else inner
    return table, key


def review_of(plan: dict[str, Any], as_of: date = AS_OF) -> Review:
    return Reviewer().update(tomli_w.dumps(plan), no_files, as_of)
