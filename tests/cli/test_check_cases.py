"""`check` says of every practice case what the practice itself says."""

import json
from typing import Any

import tomli_w

from medv_tui.practices.catalogue import SCOPES
from medv_tui.practices.practice import Scope
from tests.cli.program import Program
from tests.practices.plans import changed
from tests.practices.test_cases import CASES, Case

FIRST = {case.practice: case for case in reversed(CASES)}
"""One case of each file: its first."""


def test_check_gives_the_first_case_of_every_file_its_answer(program: Program) -> None:
    names = []
    for number, case in enumerate(FIRST.values()):
        plan = changed(case.table.get("set", {}), case.table.get("remove", []))
        names.append(program.write(f"{number}.toml", tomli_w.dumps(plan)).name)
    done = program.run(
        "check", *names, "--format", "json", "--hosts", "none", "--as-of", "2026-11-22"
    )
    assert done.err == ""
    results = json.loads(done.out)
    assert len(results) == len(FIRST) > 100
    for case, said in zip(FIRST.values(), results, strict=True):
        assert_same(case, said)


def assert_same(case: Case, said: dict[str, Any]) -> None:
    items = [item for item in said["practices"]["items"] if item["id"] == case.practice]
    if SCOPES[case.practice] == {Scope.HOST}:
        (item,) = items
        assert item["counts"][case.status.value] == 1, case
    else:
        found = {(item["status"], item["message"]) for item in items}
        assert (case.status.value, case.table["message"]) in found, case
