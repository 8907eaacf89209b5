"""Facts given to several computers at once."""

from medv_tui.planfile.parse import parse
from medv_tui.review.hosts_changed import with_facts
from medv_tui.review.reviewer import Reviewer
from tests.generated import AS_OF

PLAN = """\
[[workspaces]]
name = "finance"

[[workspaces]]
name = "kiosk"

[[hosts]]
name = "A"  # the first
workspace = "finance"

[[hosts]]
name = "B"

[[inventories]]
file = "fleet.csv"
workspace = "finance"
"""
FLEET = b"Name,OS\nB,Windows 7\nC,Windows 7\nD,Windows 7\n"


def changed(*rows: int, text: str = PLAN, **facts: str) -> str:
    review = Reviewer().update(PLAN, lambda _name: FLEET, AS_OF)
    assert review.hosts.fleet.names == ("A", "B", "C", "D")
    return with_facts(text, review.hosts.fleet, rows, facts)


def test_computers_of_the_plan_and_of_inventories_change_together() -> None:
    new = changed(0, 1, 3, excluded="leased")

    assert "# the first" in new
    assert {host.name: host.excluded for host in parse(new).plan.hosts} == {
        "A": "leased",
        "B": "leased",
        "D": "leased",
    }


def test_the_change_reaches_the_verdicts() -> None:
    new = changed(0, 2, workspace="kiosk")

    hosts = Reviewer().update(new, lambda _name: FLEET, AS_OF).hosts
    assert dict(zip(hosts.fleet.names, hosts.fleet.columns["workspace"], strict=True)) == {
        "A": "kiosk",
        "B": "finance",
        "C": "kiosk",
        "D": "finance",
    }


def test_nobody_is_changed_by_nothing() -> None:
    assert changed(workspace="kiosk") == PLAN
