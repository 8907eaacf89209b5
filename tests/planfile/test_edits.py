import tomllib

import pytest

from medv_tui.findings import AddItem, AddTable, SetValue
from medv_tui.planfile.edit import EditRefusedError
from medv_tui.planfile.edits import edited

PLAN = """\
# Kept as it is.
[host_defaults]
users   = 1    # for most

[[hosts]]
name = "A"
users = 2
free_disk_gb = 9.5

[[hosts]]
name = "B"
ram_mb = 4_096
"""


def test_numbers_change_in_place_and_nothing_else_does() -> None:
    new = edited(
        PLAN,
        [
            SetValue(("hosts", 1, "ram_mb"), 6144),
            SetValue(("host_defaults", "users"), 2),
            SetValue(("hosts", 0, "users"), 3),
        ],
    )
    wanted = PLAN.replace("users   = 1 ", "users   = 2 ").replace("users = 2", "users = 3")
    assert new == wanted.replace("4_096", "6144")


def test_other_intents_follow_in_order_on_the_text_of_the_ones_before() -> None:
    new = edited(
        PLAN,
        [
            AddTable(("hosts",), (("name", "C"),)),
            SetValue(("hosts", 2, "users"), 4),
            SetValue(("hosts", 0, "users"), 5),
        ],
    )
    hosts = tomllib.loads(new)["hosts"]
    assert hosts[2] == {"name": "C", "users": 4}
    assert hosts[0]["users"] == 5


def test_numbers_change_while_another_line_is_broken() -> None:
    broken = PLAN.replace("free_disk_gb = 9.5", "free_disk_gb = ")
    new = edited(broken, [SetValue(("hosts", 0, "users"), 3)])
    assert new == broken.replace("users = 2", "users = 3")


def test_a_key_that_is_not_there_is_written() -> None:
    new = edited(PLAN, [SetValue(("hosts", 1, "users"), 3)])
    assert tomllib.loads(new)["hosts"][1] == {"name": "B", "ram_mb": 4096, "users": 3}


def test_one_intent_that_is_refused_refuses_all() -> None:
    with pytest.raises(EditRefusedError):
        edited(PLAN, [SetValue(("hosts", 0, "users"), 3), AddItem(("hosts", 0, "users"), "x")])


def test_no_intents_leave_the_text_alone() -> None:
    assert edited(PLAN, []) == PLAN


def test_a_thousand_numbers_change_together() -> None:
    text = "".join(f'[[hosts]]\nname = "H{i}"\nusers = {i}\n' for i in range(1000))
    new = edited(text, [SetValue(("hosts", i, "users"), i + 1) for i in range(1000)])
    assert [host["users"] for host in tomllib.loads(new)["hosts"]] == list(range(1, 1001))
