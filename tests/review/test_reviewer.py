"""The Reviewer: the same answer whatever came before, and only the work that an edit asks for."""

from datetime import date

import pytest

from medv_tui.errors import PlanUnreadableError
from medv_tui.findings import Level, Verdict
from medv_tui.problem_codes import Code
from medv_tui.review.review import Review
from medv_tui.review.reviewer import Reviewer
from medv_tui.turns import giving_way
from tests.practices.plans import AS_OF, GOOD, no_files
from tests.review.pictures import CSV, FINANCE, FLEET, INVENTORY, with_csv
from tests.soak.rereview import SMALL_PLANS, rereview

EDITS = 5_000
SHARES = 20
"""Each practice is asked after one in so many of the edits."""


def review(text: str) -> Review:
    return Reviewer().update(text, with_csv, AS_OF)


def test_after_any_edits_a_review_equals_a_fresh_one() -> None:
    rereview(seed=20261122, edits=60)


@pytest.mark.parametrize("at", range(SHARES))
def test_after_thousands_of_edits_a_share_of_the_practices_is_answered_as_if_for_the_first_time(
    at: int,
) -> None:
    rereview(seed=20261122 + at, edits=EDITS // SHARES, plans=SMALL_PLANS, at=at, every=SHARES)


def test_whether_a_fact_is_unreadable_follows_an_edit_that_changes_no_computer() -> None:
    reviewer = Reviewer()
    text = "".join(FLEET.rsplit('language = "English"', 1))
    for after, said in (("", "not given"), ("\n[hosts]\n", "unreadable"), ("", "not given")):
        seen = reviewer.update(text + after, no_files, AS_OF)
        (item,) = (i for i in seen.items if i.finding.practice == "host-language-supported")
        assert item.finding.short == f"language {said}"


def test_an_edit_of_one_host_keeps_every_other_verdict() -> None:
    reviewer = Reviewer()
    before = reviewer.update(FLEET, no_files, AS_OF)
    after = reviewer.update(FLEET.replace("ram_mb = 4096", "ram_mb = 512", 1), no_files, AS_OF)
    assert before.hosts.counts[Verdict.READY] == 7
    assert [after.hosts.verdict(row) for row in range(7)] == [Verdict.BLOCKED] + [Verdict.READY] * 6


def test_a_broken_host_is_left_out_and_the_others_keep_their_figures() -> None:
    broken = review(FLEET.replace("ram_mb = 4096", "ram_mb = ", 1))
    assert broken.partial
    assert [p.code for p in broken.problems] == [Code.SYNTAX]
    assert broken.hosts.counts[Verdict.READY] == broken.hosts.total == 6


def test_a_broken_statement_of_a_workspace_costs_that_fact_only() -> None:
    broken = review(GOOD.replace("package_gb = 1.1", "package_gb = 1.1.1"))
    host = broken.hosts.review(0)
    assert host.verdict is Verdict.READY
    assert host.disk is not None
    assert host.disk.need.peak.value is None


def test_no_default_stands_in_for_a_setting_that_cannot_be_read() -> None:
    text = GOOD.replace('NetworkingMode = "NAT"', "MultiUserEnabled = tru")
    host = review(text).hosts.review(0)
    assert host.verdict is Verdict.UNKNOWN
    assert "cannot be read because of a problem in the text" in host.reasons[0].message
    assert host.disk is not None
    assert host.disk.need.required.value is None


def test_a_budget_that_cannot_be_read_leaves_planned_space_unknown() -> None:
    host = review(GOOD.replace("reserve_gb = 0", 'reserve_gb = "none"')).hosts.review(0)
    assert host.disk is not None
    assert host.disk.need.required.value == pytest.approx(10.1)
    assert host.disk.need.planned.value is None


def test_parts_that_did_not_change_are_the_very_same_objects() -> None:
    reviewer = Reviewer()
    before = reviewer.update(FLEET, no_files, AS_OF)
    after = reviewer.update(FLEET + "# A comment.\n", no_files, AS_OF)
    assert after.disk is before.disk
    assert after.items is before.items
    assert after.workspaces is before.workspaces
    assert after.architecture is before.architecture


def test_a_plan_host_and_an_inventory_row_of_one_name_are_one_computer() -> None:
    seen = review(GOOD.replace("FIN-0001", "fin-0002") + INVENTORY)
    assert seen.hosts.fleet.names == ("fin-0002", "NEW-1")
    assert seen.hosts.verdict(0) is Verdict.READY
    assert seen.hosts.fleet.fact(0, "ram_mb") == 4096
    new = seen.hosts.review(1)
    assert new.workspace == "finance"
    assert seen.place(new.reasons[0], 1) == ("fleet.csv", 3)


def test_an_inventory_that_changes_is_read_again() -> None:
    reviewer, data = Reviewer(), [CSV]

    def files(_name: str) -> bytes:
        return data[0]

    before = reviewer.update(FINANCE + INVENTORY, files, AS_OF)
    data[0] = CSV + b"NEW-2,1,1,1,\n"
    after = reviewer.update(FINANCE + INVENTORY, files, AS_OF)
    assert (before.hosts.total, after.hosts.total) == (2, 3)


def test_a_missing_inventory_is_a_problem_and_not_an_empty_fleet() -> None:
    def missing(name: str) -> bytes:
        raise PlanUnreadableError(Code.INVENTORY_UNREADABLE, f"There is no {name}.")

    seen = Reviewer().update(FINANCE + INVENTORY, missing, AS_OF)
    assert [(p.code, p.level) for p in seen.problems] == [(Code.INVENTORY_UNREADABLE, Level.ERROR)]
    assert seen.problems[0].where is not None
    assert seen.partial


def test_the_day_decides_whether_a_waiver_still_holds() -> None:
    waiver = (
        '\n[[attestations]]\npractice = "host-ie-supported"\nstatus = "waived"\n'
        'reason = "Replaced in spring"\nexpires = 2027-03-01\n'
    )
    text = GOOD + "internet_explorer = 7\n" + waiver
    reviewer = Reviewer()
    assert reviewer.update(text, no_files, AS_OF).hosts.verdict(0) is Verdict.READY
    late = reviewer.update(text, no_files, date(2027, 3, 2))
    assert late.hosts.verdict(0) is Verdict.BLOCKED


def test_an_empty_plan_is_a_valid_one() -> None:
    empty = review("")
    assert not empty.partial
    assert empty.hosts.total == 0
    assert empty.disk.planned_gb == 0


def test_a_review_lets_others_go_first_between_its_steps() -> None:
    reviewer, steps = Reviewer(), 0

    def wait() -> None:
        nonlocal steps
        steps += 1

    reviewer.update(FLEET, no_files, AS_OF)
    with giving_way(wait):
        reviewer.update(FLEET.replace("ram_mb = 4096", "ram_mb = 512", 1), no_files, AS_OF)
    assert steps > 20
