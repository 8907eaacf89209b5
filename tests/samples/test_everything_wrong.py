"""The plan that fails as many practices as can fail together, and what it cannot fail."""

import tomllib
from dataclasses import dataclass

import pytest

from medv_tui.findings import Status, Verdict
from medv_tui.practices.catalogue import CATALOGUE, UNWAIVABLE
from medv_tui.problem_codes import Code
from medv_tui.review.review import Review
from medv_tui.review.reviewer import Reviewer
from tests.practices.plans import HERE as PRACTICES
from tests.samples.plans import AS_OF, no_files, review_of, text_of

NAME = "everything-wrong"


@dataclass(frozen=True)
class Swap:
    """A practice that does not fail, the edits that would break it, and what they would mend."""

    practice: str
    edits: dict[str, str]
    mended: frozenset[str]


BATCH_ONLY = "dep-batch-wvpc-last"
DISTRIBUTED_ONLY = frozenset(
    {
        BATCH_ONLY,
        "dep-esd-silent",
        "dep-esd-requirements-declared",
        "dep-single-process",
        "disk-distribution-extra",
    }
)

METHOD = 'method = "batch"'
APPLICATIONS_VIA = 'applications_via = "app-v"'
ESD = 'esd = "Configuration Manager 2007 SP2"'

PRICE = (
    # The normal order is judged where there are several restarts, and a batch has another.
    Swap("dep-install-order", {METHOD: 'method = "esd"'}, frozenset({BATCH_ONLY})),
    # A run that leaves Windows Virtual PC out cannot install it wrongly.
    Swap(
        "host-wvpc-installed",
        {'order = ["windows-virtual-pc", ': "order = ["},
        frozenset({BATCH_ONLY, "dep-restart-after-wvpc"}),
    ),
    # There is one method of deployment; the others distribute no packages.
    Swap("dep-prefer-esd", {METHOD: 'method = "manual"'}, DISTRIBUTED_ONLY),
    Swap("dep-win7image-user-admin", {METHOD: 'method = "windows-7-image"'}, DISTRIBUTED_ONLY),
    # Without an ESD there is none that lacks its hotfix or room in its cache.
    Swap(
        "dep-esd-requirements-known",
        {METHOD: 'method = "esd"', ESD: 'esd = ""'},
        frozenset({BATCH_ONLY, "dep-sccm2007sp2-nat-hotfix", "disk-distribution-extra"}),
    ),
    # Applications come in one way, and each way has a mistake of its own.
    Swap(
        "app-not-via-core-image",
        {APPLICATIONS_VIA: 'applications_via = "image"'},
        frozenset({"app-appv-agent"}),
    ),
    Swap(
        "image-preinstall-esd-client",
        {APPLICATIONS_VIA: 'applications_via = "esd"'},
        frozenset({"app-appv-agent"}),
    ),
    # So do updates.
    Swap(
        "patching-scup",
        {'updates_via = "image"': 'updates_via = "esd"'},
        frozenset({"updates-not-via-core-image"}),
    ),
)


def failing(review: Review) -> set[str]:
    return {item.practice.id for item in review.items if item.failing}


def can_fail() -> set[str]:
    cases = (PRACTICES / "cases").glob("*.toml")
    return {path.stem for path in cases if "failing" in tomllib.loads(path.read_text("utf-8"))}


def test_all_fails_that_can_fail_but_for_a_named_price() -> None:
    assert can_fail() - failing(review_of(NAME)) == {swap.practice for swap in PRICE}


@pytest.mark.parametrize("swap", PRICE, ids=lambda swap: swap.practice)
def test_to_fail_what_is_missing_would_mend_no_less(swap: Swap) -> None:
    text = text_of(NAME)
    for old, new in swap.edits.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    before, after = failing(review_of(NAME)), failing(Reviewer().update(text, no_files, AS_OF))
    assert swap.practice in after - before
    assert before - after == swap.mended
    assert len(after) <= len(before)


def test_every_headline_practice_with_a_check_fails() -> None:
    headlines = {p.id for p in CATALOGUE if p.headline and p.check is not None}
    assert len(headlines) == 12
    assert headlines <= failing(review_of(NAME))


def test_no_computer_and_no_used_workspace_is_left_standing() -> None:
    review = review_of(NAME)
    assert {verdict: n for verdict, n in review.hosts.counts.items() if n} == {Verdict.BLOCKED: 13}
    used = {w.name: w.status for w in review.workspaces if w.name != "forgotten"}
    assert used == {"shared": Verdict.BLOCKED, "per-user": Verdict.BLOCKED}


def test_far_more_fails_than_is_met() -> None:
    by_status = review_of(NAME).items_by_status()
    assert by_status[Status.FAILING] > 5 * by_status[Status.MET]


def test_what_med_v_cannot_work_without_fails_on_although_it_is_waived() -> None:
    waivers = "".join(
        f'\n[[attestations]]\npractice = "{practice}"\nstatus = "waived"\nreason = "Why not?"\n'
        for practice in sorted(UNWAIVABLE)
    )
    before = review_of(NAME)
    after = Reviewer().update(text_of(NAME) + waivers, no_files, AS_OF)
    assert UNWAIVABLE & failing(before) == UNWAIVABLE & failing(after) != set()
    refused = [p for p in after.problems if p.code is Code.NOT_WAIVABLE]
    assert len(refused) == len(UNWAIVABLE) == 8
    assert after.partial


def test_a_waiver_that_has_run_out_waives_nothing() -> None:
    waiver = (
        '\n[[attestations]]\npractice = "image-compact-vhd"\nstatus = "waived"\n'
        'reason = "Later"\nexpires = {}\n'
    )
    in_force, over = (
        Reviewer().update(text_of(NAME) + waiver.format(day), no_files, AS_OF)
        for day in ("2026-11-22", "2026-11-21")
    )
    assert "image-compact-vhd" not in failing(in_force)
    assert "image-compact-vhd" in failing(over)
    (named,) = [p for p in over.problems if p.code is Code.ATTESTATION_EXPIRED]
    assert named.message.endswith("was waived until 2026-11-21 and counts as none on 2026-11-22")
