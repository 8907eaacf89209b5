"""Computers put together by site, workspace or model."""

from medv_tui.findings import Verdict
from medv_tui.review.crowds import Common, Crowd, crowds
from tests.review.fleets import reviewed

FLEET = """
name = "A", site = "Plant Graz"
name = "B", site = "plant graz", free_disk_gb = 3
name = "C", site = "Plant Graz", count = 5
name = "D", site = "Head office", model = "OptiPlex 780"
name = "E"
name = "F", excluded = "leased"
"""


def test_computers_are_counted_by_verdict_without_regard_to_case() -> None:
    found = crowds(reviewed(FLEET).hosts, Common.SITE)

    assert found == (
        Crowd("Plant Graz", {Verdict.READY: 6, Verdict.BLOCKED: 1}),
        Crowd("Head office", {Verdict.READY: 1}),
        Crowd(None, {Verdict.READY: 1, Verdict.EXCLUDED: 1}),
    )
    assert [crowd.computers for crowd in found] == [7, 1, 2]


def test_a_fact_that_nobody_knows_makes_one_crowd() -> None:
    assert [crowd.name for crowd in crowds(reviewed('name = "A"').hosts, Common.MODEL)] == [None]


def test_every_computer_is_in_one_crowd() -> None:
    review = reviewed(FLEET)

    for common in Common:
        assert sum(c.computers for c in crowds(review.hosts, common)) == review.hosts.total


def test_no_computers_make_no_crowd() -> None:
    assert crowds(reviewed("").hosts, Common.SITE) == ()
