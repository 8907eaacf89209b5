"""An inventory becomes part of a plan; everything else in its text stays as it was."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from medv_tui.plan.plan import Assign, Inventory
from medv_tui.planfile.attach import (
    MOST_WRITTEN_OUT,
    with_defaults,
    with_hosts,
    with_inventory,
)
from medv_tui.planfile.parse import parse
from medv_tui.planfile.replacement import EditRefusedError

PLAN = """\
# Our plan.
[plan]
name = "Contoso"  # the client

[[workspaces]]
name = "finance"

[[workspaces]]
name = "kiosk"
"""


@dataclass(frozen=True)
class Rows:
    names: Sequence[str]
    columns: Mapping[str, Sequence[Any]]
    lines: Sequence[int] = ()
    file: str = "fleet.csv"


def test_an_inventory_is_written_below_the_rest_in_the_order_of_the_plan_format() -> None:
    inventory = Inventory(
        file="fleet.csv",
        source="configmgr",
        workspace="finance",
        columns={"name": "Asset Tag"},
        units={"ram_mb": "KB"},
        assign=(
            Assign(workspace="kiosk", site="Plant*"),
            Assign(workspace="finance", column="Dept", equals="FIN"),
        ),
    )

    new = with_inventory(PLAN, inventory)

    assert new.startswith(PLAN)
    assert parse(new).plan.inventories == (inventory,)
    assert new.removeprefix(PLAN).splitlines()[:5] == [
        "",
        "[[inventories]]",
        'file = "fleet.csv"',
        'source = "configmgr"',
        'workspace = "finance"',
    ]


def test_a_second_inventory_keeps_its_own_rules() -> None:
    rules = (Assign(workspace="kiosk", site="Plant*"),)
    first = Inventory(file="one.csv", assign=rules)
    second = Inventory(file="two.csv", units={"ram_mb": "MB"}, assign=rules)

    new = with_inventory(with_inventory(PLAN, first), second)

    assert parse(new).plan.inventories == (first, second)


def test_a_file_is_attached_once() -> None:
    new = with_inventory(PLAN, Inventory(file="fleet.csv"))

    with pytest.raises(EditRefusedError, match="already; change that table"):
        with_inventory(new, Inventory(file="fleet.csv"))


def test_defaults_are_added_to_those_that_are_there() -> None:
    text = PLAN + '\n[host_defaults]\nos = "Windows 7"  # all of them\n'

    new = with_defaults(text, {"users": 2, "edition": "Enterprise"})

    assert 'os = "Windows 7"  # all of them' in new
    assert parse(new).plan.host_defaults.model_dump(exclude_none=True) == {
        "os": "Windows 7",
        "users": 2,
        "edition": "Enterprise",
    }


def test_computers_are_written_out_with_what_is_known_of_them() -> None:
    rows = Rows(
        names=["PC1", "PC2"],
        columns={
            "workspace": ["finance", None],
            "server": [False, None],
            "ram_mb": [4096, None],
            "free_disk_gb": [59.9996, 8.0],
            "dotnet": [("3.5 SP1", "4"), None],
            "last_seen": [date(2026, 11, 2), None],
        },
    )

    new = with_hosts(PLAN, rows)

    assert new.startswith(PLAN)
    first, second = (host.model_dump(exclude_none=True) for host in parse(new).plan.hosts)
    assert first == {
        "name": "PC1",
        "count": 1,
        "workspace": "finance",
        "server": False,
        "ram_mb": 4096,
        "free_disk_gb": 59.999,
        "dotnet": ("3.5 SP1", "4"),
        "last_seen": date(2026, 11, 2),
    }
    assert second == {"name": "PC2", "count": 1, "free_disk_gb": 8.0}


def test_computers_join_a_list_in_its_own_manner() -> None:
    text = '[[hosts]]\r\nname="A"\r\n# the last one\r\n\r\n\r\n[[hosts]]\r\nname="B"\r\n'

    new = with_hosts(text, Rows(["C", "D"], {"users": [1, 2]}))

    added = '\r\n\r\n[[hosts]]\r\nname="{}"\r\nusers={}\r\n'
    assert new == text + added.format("C", 1) + added.format("D", 2)


def test_computers_join_an_inline_list() -> None:
    new = with_hosts('hosts = [{ name = "A" }]\n', Rows(["B", "C"], {}))

    assert [host.name for host in parse(new).plan.hosts] == ["A", "B", "C"]


def test_what_is_no_list_is_left_alone() -> None:
    with pytest.raises(EditRefusedError, match="not a list"):
        with_hosts('[hosts]\nname = "A"\n', Rows(["B"], {}))


def test_a_large_fleet_is_not_written_out() -> None:
    many = [f"PC{number}" for number in range(MOST_WRITTEN_OUT + 1)]

    with pytest.raises(EditRefusedError, match="1,001 computers are more than the 1,000"):
        with_hosts(PLAN, Rows(many, {}))
