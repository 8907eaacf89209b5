"""The plan in which nothing fails, and what is left open in it."""

from collections import Counter

from medv_tui.findings import Status, Verdict
from medv_tui.practices.practice import Mode
from medv_tui.review.review import Review
from tests.samples.plans import review_of


def statuses(review: Review) -> Counter[Status]:
    return Counter(item.status for item in review.items)


def test_nothing_fails_lacks_data_or_is_waived() -> None:
    counts = statuses(review_of("as-documented"))
    assert set(counts) == {Status.MET, Status.OPEN, Status.NOT_APPLICABLE}


def test_every_computer_and_workspace_is_ready() -> None:
    review = review_of("as-documented")
    assert {v: n for v, n in review.hosts.counts.items() if n} == {Verdict.READY: 1}
    assert {workspace.status for workspace in review.workspaces} == {Verdict.READY}


def test_what_is_open_is_what_only_a_person_can_say() -> None:
    review = review_of("as-documented")
    open_ids = {i.practice.id for i in review.items if i.status is Status.OPEN}
    attested = {i.practice.id for i in review.items if i.practice.mode is Mode.ATTESTED}
    mixed = {i.practice.id for i in review.items if i.practice.mode is Mode.MIXED}
    assert attested <= open_ids
    assert open_ids <= attested | mixed
