"""Verdicts of computers, straight from the rules, and columns against one computer at a time."""

from datetime import date
from typing import Any

import pytest
import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from medv_tui.findings import Severity, Status, Verdict
from medv_tui.practices.catalogue import CATALOGUE
from medv_tui.practices.practice import Practice, Scope
from medv_tui.review.review import Review
from medv_tui.review.reviewer import Reviewer
from tests.practices.plans import changed, no_files, review_of

AS_OF = date(2026, 11, 22)


def verdict(set_values: dict[str, Any] | None = None, removed: list[str] | None = None) -> Verdict:
    return review_of(changed(set_values or {}, removed or [])).hosts.verdict(0)


def reasons(set_values: dict[str, Any]) -> list[str]:
    return [f.practice for f in review_of(changed(set_values, [])).hosts.review(0).reasons]


def test_the_good_host_is_ready_and_has_no_reasons() -> None:
    review = review_of(changed({}, []))
    assert review.hosts.verdict(0) is Verdict.READY
    assert review.hosts.review(0).reasons == ()
    assert review.problems == ()


@pytest.mark.parametrize(
    ("ram_mb", "expected"),
    [
        (1945, Verdict.BLOCKED),
        (1946, Verdict.ATTENTION),
        (2047, Verdict.ATTENTION),
        (2048, Verdict.READY),
    ],
)
def test_memory_just_under_two_gb_is_worth_attention_only(ram_mb: int, expected: Verdict) -> None:
    assert verdict({"hosts.ram_mb": ram_mb}) is expected


@pytest.mark.parametrize(
    ("free_gb", "expected"),
    [
        (1.99, Verdict.BLOCKED),  # below the floor
        (10.09, Verdict.BLOCKED),  # below required 10.1
        (10.1, Verdict.ATTENTION),  # below planned 12.3
        (12.29, Verdict.ATTENTION),
        (12.3, Verdict.READY),
    ],
)
def test_free_space_is_judged_at_the_floor_at_required_and_at_planned(
    free_gb: float, expected: Verdict
) -> None:
    assert verdict({"hosts.free_disk_gb": free_gb}) is expected


def test_less_than_the_peak_blocks() -> None:
    big_package = {"workspaces.package_gb": 6.0, "hosts.users": 0, "hosts.free_disk_gb": 14.5}
    assert verdict(big_package) is Verdict.BLOCKED
    assert verdict(big_package | {"hosts.free_disk_gb": 14.6}) is Verdict.READY


def test_less_than_the_recommendation_is_worth_attention() -> None:
    small = {"workspaces.image.vhd_gb": 1.0, "hosts.users": 1, "hosts.free_disk_gb": 9.9}
    assert reasons(small) == ["host-disk-recommended"]
    assert verdict(small | {"budget.recommended_free_gb": 5}) is Verdict.READY


@pytest.mark.parametrize(
    ("base_gb", "free_gb", "expected"),
    [
        (2.5, 60.0, Verdict.BLOCKED),  # the base VHD alone is 2.6
        (4.7, 60.0, Verdict.BLOCKED),  # 4.8 at the peak
        (4.8, 60.0, Verdict.READY),
        (80.0, 7.4, Verdict.BLOCKED),  # user files are 7.5
    ],
)
def test_of_two_volumes_the_worse_one_decides(
    base_gb: float, free_gb: float, expected: Verdict
) -> None:
    changes = {"hosts.base_vhd_free_disk_gb": base_gb, "hosts.free_disk_gb": free_gb}
    assert verdict(changes) is expected


@pytest.mark.parametrize(
    "fact",
    [
        "hosts.os",
        "hosts.edition",
        "hosts.ram_mb",
        "hosts.free_disk_gb",
        "hosts.users",
        "workspaces.image.vhd_gb",
        "workspaces.differencing_disk_gb",
    ],
)
def test_a_deciding_fact_that_is_missing_makes_the_verdict_unknown(fact: str) -> None:
    review = review_of(changed({}, [fact]))
    assert review.hosts.verdict(0) is Verdict.UNKNOWN
    assert review.hosts.review(0).reasons


def test_users_do_not_decide_where_the_workspace_is_shared() -> None:
    shared = {"workspaces.settings.VM.MultiUserEnabled": True}
    assert verdict(shared, ["hosts.users"]) is Verdict.READY


def test_memory_lists_that_cannot_be_paired_leave_the_figures_unknown() -> None:
    lists = {"workspaces.settings.VM.HostMemToGuestMem": [2048, 4096]}
    host = review_of(changed(lists, ["workspaces.saved_state_gb"])).hosts.review(0)
    assert host.verdict is Verdict.UNKNOWN
    assert "HostMemToGuestMem and GuestMemFromHostMem" in host.reasons[0].message


def test_the_service_pack_decides_only_where_kb977206_is_neither_there_nor_installed() -> None:
    assert verdict({}, ["hosts.service_pack"]) is Verdict.READY
    order = {"deployment.order": ["windows-virtual-pc", "host-agent", "workspace"]}
    assert verdict(order, ["hosts.service_pack"]) is Verdict.UNKNOWN
    assert verdict(order | {"hosts.kb977206": True}, ["hosts.service_pack"]) is Verdict.READY


@pytest.mark.parametrize(
    "fact", ["hosts.architecture", "hosts.language", "hosts.other_virtualization"]
)
def test_any_other_missing_fact_is_listed_and_changes_no_verdict(fact: str) -> None:
    review = review_of(changed({}, [fact]))
    host = review.hosts.review(0)
    assert host.verdict is Verdict.READY
    assert host.unverified


def test_blocked_is_worse_than_unknown() -> None:
    assert verdict({"hosts.ram_mb": 512}, ["hosts.free_disk_gb"]) is Verdict.BLOCKED


def test_what_windows_7_brings_is_assumed_unless_the_plan_says_otherwise() -> None:
    assert verdict({"hosts.kb959209": False}) is Verdict.BLOCKED
    assert verdict({"hosts.dotnet": ["4.0"]}) is Verdict.BLOCKED


def test_a_host_without_a_workspace_is_unassigned_and_still_judged() -> None:
    review = review_of(changed({"hosts.ram_mb": 512}, ["hosts.workspace"]))
    host = review.hosts.review(0)
    assert host.verdict is Verdict.UNASSIGNED
    assert "host-ram-minimum" in [f.practice for f in host.reasons]
    assert host.disk is None


def test_a_host_of_a_workspace_that_is_not_there_is_unassigned_and_says_so() -> None:
    named = {"hosts.workspace": "gone", "host_defaults.workspace": "finance"}
    review = review_of(changed(named, []))
    host = review.hosts.review(0)
    assert host.verdict is Verdict.UNASSIGNED
    assert host.why_unassigned == '"gone" is no workspace of this plan.'
    assert host.disk is None


def test_a_host_of_a_workspace_that_cannot_be_read_is_not_called_unassigned() -> None:
    text = tomli_w.dumps(changed({"hosts.workspace": "gone"}, [])) + "[[workspaces]]\nname = \n"
    review = Reviewer().update(text, no_files, AS_OF)
    assert review.hosts.verdict(0) is Verdict.UNKNOWN


def test_a_reason_takes_a_host_out_of_the_plan_and_keeps_it_visible() -> None:
    review = review_of(changed({"hosts.excluded": "leased", "hosts.ram_mb": 1}, []))
    assert review.hosts.verdict(0) is Verdict.EXCLUDED
    assert review.hosts.counts[Verdict.EXCLUDED] == 1
    assert review.hosts.review(0).excluded == "leased"
    assert review.disk.required_gb == 0


def test_failing_workspace_practices_never_change_a_hosts_verdict() -> None:
    review = review_of(
        changed({"workspaces.image.os": "Windows XP", "workspaces.image.service_pack": 2}, [])
    )
    assert review.workspaces[0].status is Verdict.BLOCKED
    assert review.hosts.verdict(0) is Verdict.READY


def test_a_host_just_under_a_memory_step_gets_a_note_that_is_no_reason() -> None:
    changes = {"hosts.ram_mb": 4071}
    plan = changed(changes, ["workspaces.saved_state_gb"])
    host = review_of(plan).hosts.review(0)
    assert host.verdict is Verdict.READY
    assert len(host.notes) == 1
    assert "1,024 MB instead of 512 MB" in host.notes[0]
    assert "1.55 GB more" in host.notes[0]  # 3 users x 512 MB x 1.030922


def test_totals_sum_what_is_known_and_count_the_rest() -> None:
    plan = changed({"hosts.count": 4}, [])
    plan["hosts"].append({"name": "NEW", "workspace": "finance", "count": 3})
    disk = review_of(plan).disk
    (finance,) = disk.workspaces
    assert (finance.hosts, finance.hosts_unknown) == (7, 3)
    assert finance.required_gb == pytest.approx(40.4)
    assert finance.planned_gb == pytest.approx(49.2)
    assert (finance.short_hosts, finance.shortfall_gb) == (0, 0)


def test_computers_that_are_short_are_counted_with_what_they_lack() -> None:
    plan = changed({"hosts.count": 4, "hosts.free_disk_gb": 10.3}, [])
    (finance,) = review_of(plan).disk.workspaces
    assert finance.short_hosts == 4
    assert finance.shortfall_gb == pytest.approx(8.0)


hosts = st.fixed_dictionaries(
    {},
    optional={
        "workspace": st.sampled_from(["finance", "Finance"]),
        "os": st.sampled_from(["Windows 7", "Windows XP", "Microsoft Windows 7 Ultimate "]),
        "edition": st.sampled_from(["Enterprise", "Home Basic"]),
        "service_pack": st.sampled_from([0, 1]),
        "ram_mb": st.sampled_from([1024, 1946, 2048, 4071, 4096, 9000]),
        "free_disk_gb": st.sampled_from([1.0, 2.0, 7.5, 9.0, 10.0, 10.1, 12.3, 60.0]),
        "base_vhd_free_disk_gb": st.sampled_from([2.0, 4.8, 80.0]),
        "users": st.sampled_from([0, 1, 3]),
        "count": st.integers(1, 4),
        "server": st.booleans(),
        "excluded": st.just("leased"),
    },
)


def by_itself(review: Review, row: int) -> Verdict:
    """One row's verdict from its own findings alone, without columns or bands."""
    found, fleet = review.hosts.review(row), review.hosts.fleet
    if fleet.fact(row, "excluded"):
        return Verdict.EXCLUDED
    if fleet.fact(row, "workspace") is None:
        return Verdict.UNASSIGNED
    failing = {f.severity for f in found.findings if f.status is Status.FAILING}
    lacking = {f.practice for f in found.findings if f.status is Status.UNKNOWN}
    if Severity.MUST in failing:
        return Verdict.BLOCKED
    if any(
        not set(p.decides).isdisjoint(_lacking(p, review, row)) for p in DECIDING if p.id in lacking
    ):
        return Verdict.UNKNOWN
    return Verdict.ATTENTION if Severity.SHOULD in failing else Verdict.READY


DECIDING = [p for p in CATALOGUE if p.scope is Scope.HOST and p.decides]


def _lacking(practice: Practice, review: Review, row: int) -> set[str]:
    """Facts of a row that a practice would decide by and that nobody gives."""
    fleet = review.hosts.fleet
    return {
        f for f in practice.decides if f.startswith("hosts.") and fleet.fact(row, f[6:]) is None
    }


@settings(max_examples=60, deadline=None)
@given(st.lists(hosts, min_size=1, max_size=12))
def test_columns_give_what_one_computer_at_a_time_gives(rows: list[dict[str, Any]]) -> None:
    plan = changed({}, [])
    plan["hosts"] = [{"name": f"PC-{i}"} | row for i, row in enumerate(rows)]
    review = Reviewer().update(tomli_w.dumps(plan), no_files, AS_OF)
    counts = dict.fromkeys(Verdict, 0)
    for row in range(len(rows)):
        expected = by_itself(review, row)
        assert review.hosts.verdict(row) is expected
        counts[expected] += review.hosts.fleet.counts[row]
    assert review.hosts.counts == counts
    assert sum(review.hosts.counts.values()) == review.hosts.total
    for item in review.items:
        if item.practice.scope is Scope.HOST:
            judged = sum(c for v, c in counts.items() if v is not Verdict.EXCLUDED)
            assert sum(item.counts.values()) == judged


def test_a_rows_figures_name_the_place_of_each_input() -> None:
    plan = changed({}, ["hosts.users"]) | {"host_defaults": {"users": 3}}
    explained = review_of(plan).hosts.explained(0)
    assert explained is not None
    required = explained[1].required
    assert {figure.name: figure.path for figure in required.inputs()} == {
        "base VHD": ("workspaces", 0, "image", "vhd_gb"),
        "users": ("host_defaults", "users"),
        "differencing disk": ("workspaces", 0, "differencing_disk_gb"),
        "saved state": ("workspaces", 0, "saved_state_gb"),
    }
