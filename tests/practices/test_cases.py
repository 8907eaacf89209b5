"""Every practice with a check, against plans that meet it, break it, or leave it open."""

import tomllib
from dataclasses import dataclass
from typing import Any

import pytest

from medv_tui.findings import Finding, Status
from medv_tui.practices.catalogue import CATALOGUE
from medv_tui.practices.practice import Practice, Scope
from medv_tui.review.review import Review
from tests.practices.plans import HERE, changed, review_of


@dataclass(frozen=True)
class Case:
    practice: str
    status: Status
    name: str
    table: dict[str, Any]


def _cases() -> list[Case]:
    return [
        Case(path.stem, Status(status), name, table)
        for path in sorted((HERE / "cases").glob("*.toml"))
        for status, tables in tomllib.loads(path.read_text("utf-8")).items()
        for name, table in tables.items()
    ]


CASES = _cases()


def finding_of(review: Review, case: Case) -> Finding:
    on_packager = case.name.startswith("packager-")
    scopes = {p.scope for p in CATALOGUE if p.id == case.practice}
    scope = (
        Scope.PLAN if on_packager or scopes == {Scope.PLAN} else next(iter(scopes - {Scope.PLAN}))
    )
    if scope is Scope.HOST:
        findings = review.hosts.review(0).findings
        return next(f for f in findings if f.practice == case.practice)
    subject = "plan" if scope is Scope.PLAN else "workspace:finance"
    items = [i for i in review.items if i.practice.id == case.practice and i.subject == subject]
    return items[0].finding


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.practice}:{c.status}:{c.name}")
def test_a_case_gets_its_answer(case: Case) -> None:
    table = case.table
    review = review_of(changed(table.get("set", {}), table.get("remove", [])))
    assert not [p.message for p in review.problems], "a case changes facts, it breaks no text"
    found = finding_of(review, case)
    assert (found.status, found.message) == (case.status, table["message"])
    if case.status is Status.FAILING:
        assert found.severity == table["severity"]


@pytest.mark.parametrize("practice", CATALOGUE, ids=lambda p: f"{p.id}:{p.scope}")
def test_a_computable_practice_has_cases_that_decide_and_one_that_does_not(
    practice: Practice,
) -> None:
    if practice.check is None:
        assert not [case for case in CASES if case.practice == practice.id]
        return
    statuses = {case.status for case in CASES if case.practice == practice.id}
    undecided = {Status.UNKNOWN, Status.OPEN, Status.NOT_APPLICABLE}
    assert statuses & undecided or practice.id in ALWAYS_DECIDED
    assert Status.MET in statuses or practice.id in INFORMATION
    assert Status.FAILING in statuses or practice.id in INFORMATION | NEVER_FAILING


INFORMATION = {
    "fts-overrides-sysprep",
    "dep-test-first",
    "app-host-folder-exists",
    "app-content-handlers",
    "app-appv-file-types",
    "patching-esd-reboot-event",
    "net-bridged-connections",
    "sec-rdc-bad-credentials",
    "shared-shortcut-cleanup",
}
"""Practices that only list something and never pass or fail."""

NEVER_FAILING = {
    "business-fit-reviewed",
    "image-limit-preinstalled",
    "ftscompletion-called",
    "dep-esd-target-group",
    "dep-verify-domain-override",
    "dep-uninstall-roaming-shortcuts",
    "settings-machine-scope",
    "settings-wmi-care",
    "name-shared-computer-unique",
    "shared-one-user-at-a-time",
}
"""Practices whose data can settle them but never break them; the rest is a person's word."""

ALWAYS_DECIDED = {
    "fts-admin-group-decision",
    "patching-not-disabled",
    "ops-log-level",
    "settings-ranges",
    "sec-credential-caching-off",
    "sec-smartcard-vs-cache",
}
"""Practices that read only settings, which always have a value."""
