"""Computers that report a little less memory than is installed, and lose a step by it."""

from collections.abc import Iterator

from medv_tui.assessment.memory import step_just_above
from medv_tui.practices import sizing
from medv_tui.review.hosts import HostsReview


def rows_near_step(hosts: HostsReview) -> frozenset[int]:
    """Give the rows whose memory is less than 5 % under the next step of the guest's memory."""
    return frozenset(
        row for position in _groups(hosts) for row in hosts.subjects.groups[position].rows
    )


def computers_near_step(hosts: HostsReview) -> int:
    """Count the computers that these rows stand for."""
    return sum(hosts.subjects.groups[position].total for position in _groups(hosts))


def _groups(hosts: HostsReview) -> Iterator[int]:
    pairs = zip(hosts.subjects.groups, hosts.answers.bands, strict=True)
    for position, (group, bands) in enumerate(pairs):
        rule, ram_mb = bands.facts.get(sizing.RULE), group.facts.get("ram_mb")
        if rule is not None and ram_mb is not None and step_just_above(rule, ram_mb):
            yield position
