"""A workspace for many computers is written as a rule where one says exactly who is meant."""

from collections.abc import Sequence

import pytest

from medv_tui.plan.plan import Assign
from medv_tui.planfile.parse import parse
from medv_tui.review.review import Review
from medv_tui.review.reviewer import Reviewer
from medv_tui.review.workspace_rules import LEAST_COMPUTERS, Ruled, with_rules
from tests.generated import AS_OF

PLAN = """\
[[workspaces]]
name = "finance"

[[workspaces]]
name = "kiosk"

[[inventories]]
file = "fleet.csv"
workspace = "finance"
"""
SITES = ("Head office", "Plant [Graz]", "Plant Linz")
EACH = LEAST_COMPUTERS


def fleet(workspace_of_first: str = "") -> bytes:
    """Write computers of three sites, so many each; those of a site have names alike."""
    lines = ["Name,OS,Site,Model,Workspace"]
    lines += [
        f"{site[-3:-1].upper()}-{number:03},Windows 7,{site},Model {number % 2},"
        f"{workspace_of_first if not number else ''}"
        for site in SITES
        for number in range(EACH)
    ]
    return "\n".join(lines).encode()


def reviewed(text: str = PLAN, data: bytes | None = None) -> Review:
    return Reviewer().update(text, lambda _name: data or fleet(), AS_OF)


def ruled(rows: Sequence[int], text: str = PLAN, data: bytes | None = None) -> Ruled | None:
    review = reviewed(text, data)
    return with_rules(text, review, rows, "kiosk", lambda _name: data or fleet())


def rules_in(text: str) -> tuple[Assign, ...]:
    return parse(text).plan.inventories[0].assign


def rows_at(*sites: str) -> list[int]:
    column = reviewed().hosts.fleet.columns["site"]
    return [row for row, site in enumerate(column) if site in sites]


def test_a_whole_site_is_one_rule_whatever_signs_its_name_has() -> None:
    rows = rows_at("Plant [Graz]")
    found = ruled(rows)

    assert found is not None
    assert [(rule.workspace, rule.site) for rule in rules_in(found.text)] == [
        ("kiosk", "Plant [[]Graz]")
    ]
    hosts = reviewed(found.text).hosts
    assert [row for row in range(len(hosts.fleet.names)) if hosts.workspace(row) == "kiosk"] == rows


def test_several_sites_are_a_rule_each_and_half_a_site_is_none() -> None:
    found = ruled(rows_at("Head office", "Plant Linz"))
    assert found is not None
    assert [rule.pattern for rule in found.rules] == ["Head office", "Plant Linz"]

    assert ruled(rows_at("Head office")[: EACH - 1]) is None


def test_a_model_or_the_beginning_of_names_can_be_the_rule() -> None:
    column = reviewed().hosts.fleet.columns["model"]
    found = ruled([row for row, model in enumerate(column) if model == "Model 1"])
    assert found is not None
    assert found.rules[0].key == "model"

    without_sites = fleet().replace(b"Head office", b"").replace(b"Model 0", b"Model 1")
    found = ruled(range(EACH), data=without_sites)
    assert found is not None
    assert (found.rules[0].key, found.rules[0].pattern) == ("name", "IC-*")


@pytest.mark.parametrize(
    ("text", "data"),
    [
        pytest.param(PLAN, fleet(workspace_of_first="finance"), id="a row says otherwise"),
        pytest.param(
            f'{PLAN}\n[[inventories.assign]]\nworkspace = "finance"\nsite = "Plant*"\n',
            fleet(),
            id="another rule comes first",
        ),
        pytest.param(
            f'{PLAN}\n[[hosts]]\nname = "AZ-001"\nworkspace = "finance"\n',
            fleet(),
            id="a host of the plan",
        ),
    ],
)
def test_there_is_no_rule_where_it_would_not_reach_all(text: str, data: bytes) -> None:
    review = reviewed(text, data)
    column = review.hosts.fleet.columns["site"]
    rows = [row for row, site in enumerate(column) if site == "Plant [Graz]"]
    assert len(rows) == EACH

    assert with_rules(text, review, rows, "kiosk", lambda _name: data) is None
