"""While a statement is being typed, the plan counts it as it was before it broke."""

import pytest

from medv_tui.findings import Path
from medv_tui.planfile.parse import Parsed, PlanReader

PLAN = """\
[plan]
name = "Bridge"

[[workspaces]]
name = "finance"
image.vhd_gb = 2.6
image.os = "Windows XP"

[workspaces.settings]
VM.NetworkingMode = "NAT"

[[hosts]]
name = "FIN-1"
os = "Windows 7 Professional"
users = 1

[[hosts]]
name = "FIN-2"
users = 2
workspace = "finance"
"""
VHD: Path = ("workspaces", 0, "image", "vhd_gb")


def typed(*texts: str) -> tuple[Parsed, Parsed]:
    """Read the plan and then these texts one after another; give the first and the last."""
    reader = PlanReader()
    first = last = reader.parse(PLAN)
    for text in texts:
        last = reader.parse(text, last.earlier)
    return first, last


@pytest.mark.parametrize(
    ("right", "wrong", "kept"),
    [
        ("image.vhd_gb = 2.6", "image.vhd_gb", [VHD]),
        ("image.vhd_gb = 2.6", "image.vhd_gb =", [VHD]),
        ("image.vhd_gb = 2.6", "image.vhd_gb = 2.", [VHD]),
        ("image.vhd_gb = 2.6", "image.vhd_gb = -1", [VHD]),
        ("image.vhd_gb = 2.6", 'image.vhd_gb = "2.6"', [VHD]),
        ('name = "FIN-2"', "name =", [("hosts", 1, "name")]),
        ("users = 2", "users = 2 3", [("hosts", 1, "users")]),
        ('name = "FIN-2"', 'name = "FIN-1"', [("hosts", 1, "name")]),
        ("users = 2", "usrs = 2", [("hosts", 1, "usrs"), ("hosts", 1, "users")]),
        ("[workspaces.settings]", "[workspaces.setti", [("workspaces", 0, "settings")]),
        ("[plan]", "[plan", [("plan",)]),
        ("[[workspaces]]", "[[workspaces]", [("workspaces", 0)]),
        ('[[hosts]]\nname = "FIN-2"', '[[hosts]\nname = "FIN-2"', [("hosts", 1)]),
        ('[[hosts]]\nname = "FIN-2"', '[[host]]\nname = "FIN-2"', [("host",), ("hosts", 1)]),
        ("[plan]", "format = 12\n[plan]", [("format",)]),
    ],
)
def test_a_statement_that_breaks_counts_as_before(right: str, wrong: str, kept: list[Path]) -> None:
    first, last = typed(PLAN.replace(right, wrong))
    assert last.plan == first.plan
    assert list(last.kept) == kept
    assert not any(path in last.unreadable for path in kept)


def test_a_problem_is_told_although_the_plan_counts_as_before() -> None:
    broken = PLAN.replace("users = 2", "users =")
    _, last = typed(broken)
    assert last.problems == PlanReader().parse(broken).problems != ()


def test_the_rest_of_the_table_follows_the_text() -> None:
    _, last = typed(PLAN.replace("users = 2", "users =").replace("FIN-2", "FIN-3"))
    assert last.plan.hosts[1].name == "FIN-3"
    assert last.plan.hosts[1].users == 2


def test_it_stays_as_before_for_as_long_as_it_is_broken() -> None:
    one, two = PLAN.replace("2.6", ""), PLAN.replace("2.6", "-")
    first, last = typed(one, two, one + "# A note.\n")
    assert last.plan == first.plan


def test_a_key_that_is_new_counts_for_nothing_until_it_can_be_read() -> None:
    for half in ("ram_mb", "ram_mb =", 'ram_mb = "', "ram = 1"):
        first, last = typed(PLAN.replace("users = 2", f"users = 2\n{half}"))
        assert last.plan == first.plan


def test_a_computer_that_moved_meanwhile_is_known_by_its_name() -> None:
    another = '[[hosts]]\nname = "FIN-0"\nusers = 7\n\n[[hosts]]\nname = "FIN-1"'
    moved = PLAN.replace('[[hosts]]\nname = "FIN-1"', another)
    _, last = typed(moved.replace("users = 2", "users ="))
    assert [host.users for host in last.plan.hosts] == [7, 1, 2]


def test_what_was_unknown_before_stays_unknown() -> None:
    broken = PLAN.replace("image.vhd_gb = 2.6", "image.vhd_gb =")
    reader = PlanReader()
    first = reader.parse(broken)
    last = reader.parse(broken + "# A note.\n", first.earlier)
    assert last.plan.workspaces[0].image.vhd_gb is None
    assert last.kept == ()
    assert VHD in last.unreadable


def test_a_computer_that_is_taken_out_of_a_readable_plan_is_gone() -> None:
    _, last = typed(PLAN[: PLAN.rindex("[[hosts]]")])
    assert [host.name for host in last.plan.hosts] == ["FIN-1"]
    assert last.kept == ()


def test_a_name_that_nothing_has_is_no_broken_statement() -> None:
    _, last = typed(PLAN.replace('workspace = "finance"', 'workspace = "fin"'))
    assert last.plan.hosts[1].workspace == "fin"
    assert last.kept == ()
