"""Computers that report a little less memory than is installed, and lose a step by it."""

from collections.abc import Iterator

from medv_tui.assessment.memory import step_just_above
from medv_tui.practices import sizing
from medv_tui.review.hosts import HostsReview


def near_step(hosts: HostsReview) -> bytes:
    """Say for each row whether its memory is less than 5 % under the guest memory's next step.

    It is 1 where that is so, else 0.
    """
    marks = bytearray(len(hosts.subjects.groups))
    for position in _groups(hosts):
        marks[position] = True
    return bytes(hosts.group_of.spread(marks, 0))


def computers_near_step(hosts: HostsReview) -> int:
    """Count the computers that these rows stand for."""
    return sum(hosts.subjects.groups[position].total for position in _groups(hosts))


def _groups(hosts: HostsReview) -> Iterator[int]:
    """Give the positions of the groups of such computers."""
    # Many groups differ in other facts alone, and rules are few but large.
    near: dict[tuple[int, int], bool] = {}
    pairs = zip(hosts.subjects.groups, hosts.answers.bands, strict=True)
    for position, (group, bands) in enumerate(pairs):
        rule, ram_mb = bands.facts.get(sizing.RULE), group.facts.get("ram_mb")
        if rule is None or ram_mb is None:
            continue
        if (id(rule), ram_mb) not in near:
            near[id(rule), ram_mb] = bool(step_just_above(rule, ram_mb))
        if near[id(rule), ram_mb]:
            yield position
