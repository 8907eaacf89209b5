"""What people say of practices, and when it counts."""

from datetime import date
from typing import Any

import pytest

from medv_tui.findings import Level, Status, Verdict
from medv_tui.practices.catalogue import CATALOGUE
from medv_tui.practices.practice import Mode, Practice, Scope
from medv_tui.problem_codes import Code
from medv_tui.review.items import PracticeItem
from medv_tui.review.review import Review
from tests.practices.plans import AS_OF, changed, review_of

ATTESTED = [p for p in CATALOGUE if p.mode is Mode.ATTESTED]
DONE: dict[str, Any] = {"status": "done", "by": "Image team", "on": date(2026, 11, 20)}
WAIVED: dict[str, Any] = {"status": "waived", "reason": "Accepted by the board"}
PAST = {"expires": date(2026, 11, 21)}


def reviewed(*attestations: dict[str, Any], **changes: Any) -> Review:
    plan = changed(changes.get("set_values", {}), changes.get("removed", []))
    return review_of(plan | {"attestations": list(attestations)})


def item(review: Review, practice_id: str) -> PracticeItem:
    return next(i for i in review.items if i.practice.id == practice_id)


def codes(review: Review) -> list[Code]:
    return [problem.code for problem in review.problems]


@pytest.mark.parametrize("entry", ATTESTED, ids=lambda p: p.id)
@pytest.mark.parametrize(
    ("said", "status"),
    [
        ([], Status.OPEN),
        ([DONE], Status.MET),
        ([WAIVED], Status.WAIVED),
        ([DONE | PAST], Status.OPEN),
        ([WAIVED | PAST], Status.OPEN),
        ([WAIVED | {"expires": AS_OF}], Status.WAIVED),
    ],
    ids=["open", "done", "waived", "done-expired", "waiver-expired", "on-its-last-day"],
)
def test_an_attested_practice_takes_a_persons_word(
    entry: Practice, said: list[dict[str, Any]], status: Status
) -> None:
    review = reviewed(*({"practice": entry.id} | words for words in said))
    assert item(review, entry.id).status is status
    expired = any(words.get("expires", AS_OF) < AS_OF for words in said)
    assert codes(review) == ([Code.ATTESTATION_EXPIRED] if expired else [])


def test_a_done_attestation_names_who_when_and_where() -> None:
    said = {"practice": "image-backup-before-seal", "evidence": "job 4711"} | DONE
    found = item(reviewed(said), "image-backup-before-seal").finding
    assert found.message == "Attested by Image team on 2026-11-20 (job 4711)."


def test_done_settles_a_computed_practice_whose_facts_are_absent() -> None:
    said = {"practice": "image-compact-vhd"} | DONE
    review = reviewed(said, removed=["workspaces.image.compacted"])
    assert item(review, "image-compact-vhd").status is Status.MET
    assert codes(review) == []


def test_done_never_turns_a_computed_failure_into_met() -> None:
    said = {"practice": "image-compact-vhd"} | DONE
    review = reviewed(said, set_values={"workspaces.image.compacted": False})
    assert item(review, "image-compact-vhd").status is Status.FAILING
    assert codes(review) == [Code.ATTESTATION_CONTRADICTED]
    assert review.problems[0].level is Level.WARNING
    assert not review.partial


def test_done_for_computers_never_turns_their_failure_into_met() -> None:
    said = {"practice": "host-ie-supported", "hosts": ["FIN-*"]} | DONE
    review = reviewed(said, set_values={"hosts.internet_explorer": 7})
    assert review.hosts.verdict(0) is Verdict.BLOCKED
    assert codes(review) == [Code.ATTESTATION_CONTRADICTED]


def test_a_waiver_takes_a_finding_out_of_the_verdict_and_keeps_it_visible() -> None:
    said = {"practice": "host-ie-supported", "hosts": ["fin-*"]} | WAIVED
    review = reviewed(said, set_values={"hosts.internet_explorer": 7})
    host = review.hosts.review(0)
    assert host.verdict is Verdict.READY
    assert [f.practice for f in host.waived_reasons] == ["host-ie-supported"]
    assert "Accepted by the board" in host.waived_reasons[0].message
    assert item(review, "host-ie-supported").counts[Status.WAIVED] == 1


def test_a_waiver_for_other_computers_changes_nothing() -> None:
    said = {"practice": "host-ie-supported", "hosts": ["LAB-*"]} | WAIVED
    review = reviewed(said, set_values={"hosts.internet_explorer": 7})
    assert review.hosts.verdict(0) is Verdict.BLOCKED


def test_an_expired_waiver_counts_as_none_and_is_named() -> None:
    said = {"practice": "host-ie-supported"} | WAIVED | PAST
    review = reviewed(said, set_values={"hosts.internet_explorer": 7})
    assert review.hosts.verdict(0) is Verdict.BLOCKED
    assert codes(review) == [Code.ATTESTATION_EXPIRED]
    assert "2026-11-21" in review.problems[0].message


def test_the_most_specific_attestation_wins() -> None:
    everywhere = {"practice": "image-compact-vhd"} | WAIVED
    here = {"practice": "image-compact-vhd", "workspace": "Finance"} | DONE
    review = reviewed(everywhere, here, removed=["workspaces.image.compacted"])
    assert item(review, "image-compact-vhd").status is Status.MET
    assert codes(review) == []


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"practice": "image-compact-vdh"} | DONE, Code.UNKNOWN_PRACTICE),
        (
            {"practice": "active-directory-present", "workspace": "finance"} | DONE,
            Code.ATTESTATION_SCOPE,
        ),
        ({"practice": "image-compact-vhd", "hosts": ["A*"]} | DONE, Code.ATTESTATION_SCOPE),
        ({"practice": "host-ram-minimum"} | WAIVED, Code.NOT_WAIVABLE),
    ],
    ids=["unknown", "plan-scope", "workspace-scope", "not-waivable"],
)
def test_an_attestation_that_cannot_count_is_an_error(said: dict[str, Any], code: Code) -> None:
    review = reviewed(said)
    assert codes(review) == [code]
    assert review.partial
    assert review.problems[0].where is not None


def test_an_unknown_practice_gets_the_nearest_id() -> None:
    said = {"practice": "image-compact-vdh"} | DONE
    assert "did you mean image-compact-vhd?" in reviewed(said).problems[0].message


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        ({}, {}, True),
        ({"hosts": ["FIN-*"]}, {"hosts": ["*-0001"]}, True),
        ({"hosts": ["FIN-*"]}, {"hosts": ["LAB-*"]}, False),
        ({"workspace": "finance"}, {}, False),
        ({"workspace": "finance"}, {"workspace": "FINANCE"}, True),
    ],
    ids=["same", "overlap", "apart", "narrower", "case"],
)
def test_two_equally_specific_attestations_of_one_subject_conflict(
    one: dict[str, Any], other: dict[str, Any], *, conflict: bool
) -> None:
    both = ({"practice": "host-kb959209"} | DONE | words for words in (one, other))
    assert codes(reviewed(*both)) == ([Code.ATTESTATION_CONFLICT] if conflict else [])


def test_practices_of_every_scope_can_be_attested() -> None:
    assert {p.scope for p in ATTESTED} >= {Scope.PLAN, Scope.WORKSPACE}
