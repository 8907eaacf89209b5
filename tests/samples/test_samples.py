"""What each sample plan is there to show; the plan that is all wrong has a file of its own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from medv_tui.findings import Level, Severity, Status, Verdict
from sample_configs import make_thousand_hosts
from tests.samples.plans import EVERY_SAMPLE, GOOD_SAMPLES, SAMPLES, review_of, text_of

SCHEMA_LINE = "#:schema ./medv-plan.schema.json"
BIN = Path(sys.executable).parent


def verdicts(name: str) -> dict[Verdict, int]:
    return {verdict: n for verdict, n in review_of(name).hosts.counts.items() if n}


def verdict_of(name: str, host: str) -> Verdict:
    hosts = review_of(name).hosts
    return hosts.verdict(hosts.fleet.names.index(host))


@pytest.mark.parametrize("path", EVERY_SAMPLE, ids=lambda path: path.stem)
def test_a_sample_names_its_schema_and_then_says_why_it_exists(path: Path) -> None:
    first, second, *_ = path.read_text("utf-8").splitlines()
    assert first == SCHEMA_LINE
    assert second.startswith("# ")
    assert len(second) > 20


@pytest.mark.parametrize("path", GOOD_SAMPLES, ids=lambda path: path.stem)
def test_a_good_sample_has_no_problem_in_its_text(path: Path) -> None:
    assert [problem.message for problem in review_of(path.stem).problems] == []


@pytest.mark.parametrize("path", GOOD_SAMPLES, ids=lambda path: path.stem)
def test_toml_tools_accept_a_good_sample_with_its_schema(path: Path) -> None:
    assert taplo(path) == 0
    assert tombi(path) == 0


def test_toml_tools_refuse_the_bad_text() -> None:
    path = SAMPLES / "bad-text.toml"
    assert taplo(path) != 0
    assert tombi(path) != 0


def test_the_schema_beside_the_samples_is_the_one_the_program_writes() -> None:
    written = subprocess.run(
        [sys.executable, "-m", "medv_tui", "schema"], check=True, capture_output=True
    ).stdout
    assert (SAMPLES / "medv-plan.schema.json").read_bytes() == written
    assert json.loads(written)["additionalProperties"] is False


def test_the_documented_example_is_ready_with_its_documented_figure() -> None:
    assert verdicts("documented-example") == {Verdict.READY: 1}
    assert review_of("documented-example").disk.required_gb == pytest.approx(10.1)


def test_the_smallest_plan_is_enough_for_a_verdict() -> None:
    assert len(text_of("smallest").splitlines()) <= 20
    assert verdicts("smallest") == {Verdict.READY: 1}


def test_every_kiosk_needs_space_for_one_user_of_forty() -> None:
    review = review_of("shared-kiosk")
    assert verdicts("shared-kiosk") == {Verdict.READY: 12 + 8 + 1}
    assert review.disk.required_gb == pytest.approx(21 * 10.546383, abs=1e-4)
    assert [disk.short_hosts for disk in review.disk.workspaces] == [0]


def test_the_midsize_plan_has_computers_of_every_verdict() -> None:
    assert verdicts("midsize") == {
        Verdict.READY: 24 + 18 + 12 + 4 + 1 + 5 + 16 + 12,
        Verdict.ATTENTION: 9 + 1 + 4 + 2 + 5 + 1,
        Verdict.BLOCKED: 1 + 1 + 3 + 2 + 1,
        Verdict.UNKNOWN: 6 + 7,
        Verdict.UNASSIGNED: 11 + 3,
        Verdict.EXCLUDED: 1 + 2 + 1,
    }
    assert review_of("midsize").hosts.total == 153


@pytest.mark.parametrize(
    ("host", "verdict"),
    [
        ("FIN-DESK-A", Verdict.READY),
        ("FIN-RTM", Verdict.READY),
        ("PAY-01", Verdict.READY),
        ("FIN-LAP-A", Verdict.ATTENTION),
        ("FIN-SEC", Verdict.ATTENTION),
        ("KIO-GATE", Verdict.ATTENTION),
        ("PAY-02", Verdict.ATTENTION),
        ("KIO-WARE", Verdict.ATTENTION),
        ("KIO-DOCK-1", Verdict.ATTENTION),
        ("TRE-01", Verdict.BLOCKED),
        ("FIN-DEV-01", Verdict.BLOCKED),
        ("AUD", Verdict.BLOCKED),
        ("BR-WELS", Verdict.BLOCKED),
        ("KIO-TS", Verdict.BLOCKED),
        ("BR-STEYR", Verdict.UNKNOWN),
        ("BR-GMUNDEN", Verdict.UNKNOWN),
        ("SALES-LAP", Verdict.UNASSIGNED),
        ("EXEC", Verdict.EXCLUDED),
    ],
)
def test_a_midsize_computer_gets_the_verdict_that_its_facts_call_for(
    host: str, verdict: Verdict
) -> None:
    assert verdict_of("midsize", host) is verdict


def test_the_midsize_plan_itself_breaks_recommendations_only() -> None:
    items = review_of("midsize").items
    broken = {(i.subject, i.practice.id): i.failing for i in items if i.subject != "hosts"}
    assert {key: failing for key, failing in broken.items() if failing} == {
        ("plan", "dep-single-process"): {Severity.SHOULD},
        ("plan", "printers-network-only"): {Severity.SHOULD},
        ("workspace:kiosk", "image-compact-vhd"): {Severity.SHOULD},
        ("workspace:kiosk", "fts-admin-group-decision"): {Severity.CONSIDER},
    }


def test_the_midsize_asset_list_settles_what_rows_of_many_computers_leave_unknown() -> None:
    items = review_of("midsize").items
    unique = {i.subject: i.status for i in items if i.practice.id == "name-unique"}
    assert unique == {"workspace:finance": Status.UNKNOWN, "workspace:kiosk": Status.MET}


def test_the_midsize_waiver_keeps_its_computer_ready_and_its_finding_visible() -> None:
    hosts = review_of("midsize").hosts
    host = hosts.review(hosts.fleet.names.index("PAY-01"))
    assert host.verdict is Verdict.READY
    assert [finding.practice for finding in host.waived_reasons] == ["host-disk-recommended"]


def test_the_midsize_finance_desks_plan_both_copies_of_the_package() -> None:
    hosts = review_of("midsize").hosts
    disk = hosts.review(hosts.fleet.names.index("FIN-DESK-C")).disk
    assert disk is not None
    assert disk.need.required.value == pytest.approx(2.6 + 2 * (1.5 + 1.030922), abs=1e-6)
    assert disk.need.planned.value == pytest.approx(7.661844 + 2 * 1.1, abs=1e-6)


def test_the_bad_text_has_each_mistake_named_once_at_its_line() -> None:
    review = review_of("bad-text")
    lines = text_of("bad-text").splitlines()
    named = [
        (problem.code.id, lines[problem.where.line - 1])
        for problem in review.problems
        if problem.where is not None
    ]
    assert named == [
        ("syntax", "owner = Desktop Engineering"),
        ("not-a-choice", 'method = "ESD"'),
        ("out-of-range", "reserve_gb = -1"),
        ("syntax", "compacted = flase"),
        ("wrong-type", 'ram_mb = "4 GB"'),
        ("unknown-key", "ram_gb = 4"),
        ("duplicate-name", 'name = "desk-01"'),
        ("unknown-workspace", 'workspace = "finnance"'),
        ("syntax", "free_disk_gb = 40,5"),
        ("syntax", "[[hosts]"),
    ]
    assert {problem.level for problem in review.problems} == {Level.ERROR}
    assert review.partial


def test_the_bad_text_keeps_the_figures_of_what_is_readable() -> None:
    hosts = review_of("bad-text").hosts
    assert hosts.fleet.names[0] == "DESK-01"
    disk = hosts.review(0).disk
    assert disk is not None
    assert disk.need.required.value == pytest.approx(2.6 + 1.5 + 1.030922, abs=1e-6)


def test_the_thousand_hosts_are_what_their_script_writes() -> None:
    assert text_of("thousand-hosts") == make_thousand_hosts.plan()
    assert review_of("thousand-hosts").hosts.total == make_thousand_hosts.HOSTS


def test_the_thousand_hosts_are_of_every_verdict_that_facts_can_give() -> None:
    assert set(verdicts("thousand-hosts")) == {
        Verdict.READY,
        Verdict.ATTENTION,
        Verdict.BLOCKED,
        Verdict.UNKNOWN,
    }


def taplo(path: Path) -> int:
    return subprocess.run(
        [BIN / "taplo", "lint", path], check=False, capture_output=True, cwd=SAMPLES
    ).returncode


def tombi(path: Path) -> int:
    return subprocess.run(
        [BIN / "tombi", "lint", "--offline", path], check=False, capture_output=True, cwd=SAMPLES
    ).returncode
