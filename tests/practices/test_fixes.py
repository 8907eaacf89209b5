"""A fix that a failing practice offers mends that practice."""

from typing import Any

from medv_tui.findings import AddItem, Intent, Path, Reorder, SetValue, Status
from tests.practices.plans import changed, review_of
from tests.practices.test_cases import CASES, finding_of


def _reach(plan: Any, path: Path) -> tuple[Any, Any]:
    for step in path[:-1]:
        plan = plan.setdefault(step, {}) if isinstance(step, str) else plan[step]
    return plan, path[-1]


def _mended(plan: Any, fix: Intent) -> Any:
    assert isinstance(fix, SetValue | AddItem | Reorder)
    table, key = _reach(plan, fix.path)
    if isinstance(fix, AddItem):
        table[key] = [*table.get(key, []), fix.value]
    else:
        value = fix.items if isinstance(fix, Reorder) else fix.value
        table[key] = list(value) if isinstance(value, tuple) else value
    return plan


def test_every_fix_mends_what_it_is_offered_for() -> None:
    offered = 0
    for case in CASES:
        if case.status is not Status.FAILING:
            continue
        plan = changed(case.table.get("set", {}), case.table.get("remove", []))
        found = finding_of(review_of(plan), case)
        if found.fix is not None:
            offered += 1
            mended = finding_of(review_of(_mended(plan, found.fix)), case)
            assert mended.status is Status.MET, (case.practice, case.name, mended.message)
    assert offered > 20
