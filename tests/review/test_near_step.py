"""Computers whose memory is a little less than it says on the box."""

from medv_tui.review.near_step import computers_near_step, near_step
from tests.review.fleets import reviewed

# The documented steps of host memory are 2048, 4096 and 8192 MB among others.
FLEET = """
name = "A", ram_mb = 4071
name = "B", ram_mb = 4096
name = "C", ram_mb = 3891
name = "D", ram_mb = 3892, count = 4
"""


def test_computers_less_than_five_percent_under_a_step_are_found() -> None:
    hosts = reviewed(FLEET).hosts

    assert list(near_step(hosts)) == [1, 0, 0, 1]
    assert computers_near_step(hosts) == 5


def test_those_are_the_computers_whose_note_says_so() -> None:
    hosts = reviewed(FLEET).hosts

    assert list(near_step(hosts)) == [bool(hosts.review(row).notes) for row in range(4)]
