"""The facts that all computers of a group share, as practices read them."""

from collections.abc import Callable, Iterable
from typing import Any

from medv_tui.assessment.memory import MemoryRule, guest_memory_mb
from medv_tui.plan.fleet import Group
from medv_tui.practices import sizing
from medv_tui.practices.subjects import BROUGHT_BY_WINDOWS_7, HOSTS, Subjects

SIZED_BY = ("hosts.users", "hosts.ram_mb", "hosts.base_vhd_free_disk_gb")
"""Facts of a computer, free space apart, that practices about free space depend on."""


def group_values(subjects: Subjects, group: Group, facts: Iterable[str]) -> dict[str, Any]:
    """Give some facts of a group; those that are unknown are left out."""
    place = subjects.workspace_of(group)
    shared = subjects.plan_facts if place is None else subjects.workspace_facts[place]
    on_windows_7 = group.facts.get("os") == "Windows 7"
    values: dict[str, Any] = {}
    for fact in facts:
        if fact.startswith(HOSTS):
            value = group.facts.get(fact.removeprefix(HOSTS))
            if value is None and on_windows_7:
                value = BROUGHT_BY_WINDOWS_7.get(fact)
        else:
            value = shared.values.get(fact)
        if value is not None:
            values[fact] = value
    return values


def sized_by(
    group: Group, guest_mb_of: Callable[[int | None], int | None] | None
) -> tuple[Any, ...]:
    """Give what a group's disk figures differ by: guest memory stands for all that gives it.

    `guest_mb_of` gives the guest's memory for that of its computer, where a rule is known.
    """
    facts = group.facts
    ram_mb = facts.get("ram_mb")
    guest_mb = None if guest_mb_of is None else guest_mb_of(ram_mb)
    return (facts.get("users"), facts.get("base_vhd_free_disk_gb"), guest_mb, ram_mb is None)


def sized_values(subjects: Subjects, group: Group, *, for_all: bool = False) -> dict[str, Any]:
    """Give every shared fact of a group with the computed figures of its computers.

    `for_all` gives the same for all groups that are sized alike, whatever memory they have.
    """
    place = subjects.workspace_of(group)
    shared = subjects.plan_facts if place is None else subjects.workspace_facts[place]
    values = shared.values | group_values(subjects, group, SIZED_BY)
    if for_all and values.get("hosts.ram_mb") is not None:
        values["hosts.ram_mb"] = _usual_mb(sizing.memory_rule(values), values["hosts.ram_mb"])
    return values if place is None else values | sizing.facts(values)


def _usual_mb(rule: MemoryRule | None, ram_mb: int) -> int:
    """Give one amount of memory for all that lead to the same guest memory, in MB."""
    if rule is None or not rule.lookup or not rule.usable:
        return 1
    return rule.host_steps[rule.guest_steps.index(guest_memory_mb(rule, ram_mb) or 0)]
