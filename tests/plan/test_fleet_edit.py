import random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from medv_tui.plan.changed import changed_rows
from medv_tui.plan.fleet import build
from medv_tui.plan.fleet_edit import Grouping, with_hosts
from medv_tui.plan.host import Host, HostFacts
from medv_tui.plan.plan import Plan

VALUES: dict[str, list[Any]] = {
    "count": [1, 5],
    "os": ["Windows 7", "Windows 7 Enterprise SP1", "Windows XP"],
    "edition": ["enterprise", "Ultimate"],
    "service_pack": [0, 1],
    "ram_mb": [1024, 4096],
    "free_disk_gb": [3.0, 40.0, 40.5],
    "users": [1, 3],
    "site": ["Wels"],
    "excluded": ["leased"],
    "workspace": ["finance", "Finance"],
    "dotnet": [("3.5 SP1",), ()],
}


def a_host(number: int, dice: random.Random) -> Host:
    facts = {key: dice.choice(of) for key, of in VALUES.items() if dice.random() < 0.4}
    return Host.model_validate({"name": f"PC-{number}", **facts})


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 1_000_000))
def test_a_fleet_that_follows_edits_is_the_one_that_is_built(seed: int) -> None:
    dice = random.Random(seed)
    defaults = HostFacts(users=2) if dice.random() < 0.5 else HostFacts()
    hosts = tuple(a_host(number, dice) for number in range(dice.randrange(1, 9)))
    marks = [frozenset({dice.randrange(2)}) for _ in hosts] if dice.random() < 0.5 else None
    fleet = build(Plan(hosts=hosts, host_defaults=defaults))
    grouping = Grouping(fleet, marks)
    for _ in range(4):
        changed = {dice.randrange(len(hosts)) for _ in range(2)}
        before = hosts
        hosts = tuple(a_host(n, dice) if n in changed else h for n, h in enumerate(hosts))
        rows = changed_rows(before, hosts)
        assert rows == sorted(changed)
        fleet = with_hosts(fleet, rows, [hosts[row] for row in rows], defaults)
        fresh = build(Plan(hosts=hosts, host_defaults=defaults))
        assert (fleet.names, fleet.counts, fleet.own) == (fresh.names, fresh.counts, fresh.own)
        assert fleet.columns == fresh.columns
        succession = grouping.follow(fleet, rows)
        assert succession.new == fresh.groups(marks)
        kept = succession.carry([None] * len(succession.old), lambda position: position)
        assert [place for place in kept if place is not None] == list(succession.come)
        assert len(kept) == len(succession.new)


def test_hosts_that_come_or_go_are_not_followed() -> None:
    host = Host(name="PC-1")
    assert changed_rows((host,), (host, host)) is None
    assert changed_rows((host,), (host,)) == []
