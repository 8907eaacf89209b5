import json
from typing import Any

import jsonschema
import pytest

from medv_tui.reports.members import result_schema
from medv_tui.reports.result import Rows, result
from medv_tui.review.reviewer import Reviewer
from tests.generated import AS_OF, ROOT
from tests.practices.plans import changed, no_files, review_of

MEMBERS = {
    "": "format as_of partial plan problems hosts workspaces disk practices architecture",
    "plan": "name path sha256",
    "problems.*": "severity code message file path line column end_line end_column related",
    "problems.*.related.*": "file line column message",
    "hosts": "total ready attention blocked unknown unassigned excluded items",
    "hosts.items.*": (
        "name count workspace verdict guest_memory_mb disk reasons waived_reasons unverified "
        "notes excluded"
    ),
    "hosts.items.*.disk": "required_gb peak_gb planned_gb free_gb headroom_gb",
    "hosts.items.*.reasons.*": "practice severity message file line",
    "workspaces": "items",
    "workspaces.items.*": "name status reasons unverified",
    "disk": "workspaces total_required_gb total_planned_gb hosts_unknown",
    "disk.workspaces.*": (
        "name hosts required_gb planned_gb short_hosts shortfall_gb hosts_unknown"
    ),
    "practices": "met failing open unknown waived not-applicable score items",
    "practices.score": "met of",
    "practices.items.*": (
        "id title severity headline scope subject status message source inferred external line "
        "counts"
    ),
    "architecture": "components links",
    "architecture.components.*": "id title inside required status message",
    "architecture.links.*": "from to label",
}
"""Every member of the contract, by the object that it stands in."""

TWO_COMPUTERS = """
[[workspaces]]
name = "finance"
[[hosts]]
name = "A"
workspace = "finance"
ram_mb = 1024
[[hosts]]
name = "a"
"""


def said(text: str, hosts: Rows = "all") -> Any:
    review = Reviewer().update(text, no_files, AS_OF)
    return json.loads(result(review, "Plan", "plan.toml", "0" * 64, hosts).to_json())


def found(data: Any, place: str) -> list[Any]:
    """Every object at a place, where * stands for the items of a list."""
    objects = [data]
    for part in place.split(".") if place else ():
        objects = [inner for each in objects for inner in (each if part == "*" else [each[part]])]
    return objects


@pytest.mark.parametrize("place", MEMBERS)
def test_every_object_has_exactly_the_members_of_the_contract(place: str) -> None:
    objects = found(said(TWO_COMPUTERS), place)
    assert objects
    for each in objects:
        assert list(each) == MEMBERS[place].split()


def test_counts_of_a_practice_are_computers_and_null_where_it_is_not_about_them() -> None:
    items = said(TWO_COMPUTERS)["practices"]["items"]
    counts = {item["id"]: item["counts"] for item in items if item["subject"] == "hosts"}
    assert counts["host-ram-minimum"] == {
        "met": 0,
        "failing": 1,
        "open": 0,
        "unknown": 0,
        "waived": 0,
        "not-applicable": 0,
    }
    assert {item["counts"] is None for item in items if item["subject"] != "hosts"} == {True}


def test_a_problem_has_its_place_and_the_place_that_it_concerns() -> None:
    (problem,) = said(TWO_COMPUTERS)["problems"]
    assert problem["severity"] == "error"
    assert problem["code"] == "duplicate-name"
    assert problem["path"] == ["hosts", 1, "name"]
    assert (problem["file"], problem["line"], problem["column"]) == ("plan.toml", 9, 8)
    assert problem["related"][0]["line"] == 5


def test_a_reason_has_the_line_of_its_fact() -> None:
    (host,) = said(TWO_COMPUTERS)["hosts"]["items"]
    reasons = {reason["practice"]: reason for reason in host["reasons"]}
    assert host["verdict"] == "blocked"
    assert reasons["host-ram-minimum"]["line"] == 7
    assert reasons["host-ram-minimum"]["file"] == "plan.toml"


def test_a_reason_from_an_inventory_has_the_inventory_s_file_and_line() -> None:
    text = '[[workspaces]]\nname = "w"\n[[inventories]]\nfile = "f.csv"\nworkspace = "w"\n'
    review = Reviewer().update(text, lambda _name: b"name,ram_mb\nPC1,1024\n", AS_OF)
    (host,) = result(review, "Plan", "plan.toml", None).hosts.items
    (ram,) = [reason for reason in host.reasons if reason.practice == "host-ram-minimum"]
    assert (ram.file, ram.line) == ("f.csv", 2)


def test_what_the_plan_says_nothing_of_has_no_line() -> None:
    items = said("")["practices"]["items"]
    assert {item["line"] for item in items if item["scope"] == "plan"} == {None}


def test_the_rows_can_be_shortened_and_the_counts_stay() -> None:
    text = TWO_COMPUTERS.replace('"a"', '"B"') + 'workspace = "finance"\nexcluded = "gone"\n'
    assert [item["name"] for item in said(text)["hosts"]["items"]] == ["A", "B"]
    assert [item["name"] for item in said(text, "failing")["hosts"]["items"]] == ["A"]
    none = said(text, "none")["hosts"]
    assert (none["items"], none["total"], none["blocked"], none["excluded"]) == ([], 2, 1, 1)


def test_numbers_are_not_rounded() -> None:
    review = review_of(changed({"hosts.users": 3}, ["workspaces.saved_state_gb"]))
    (host,) = result(review, "Plan", "plan.toml", None).hosts.items
    assert host.disk.required_gb == pytest.approx(2.6 + 3 * (1.5 + 1081000 / 1048576), abs=1e-12)
    assert str(host.disk.required_gb) in result(review, "P", "p", None).to_json()


def test_no_character_of_the_json_can_drive_a_terminal_and_none_is_lost() -> None:
    name = "\x1b]0;x\x07\x9b31m\u202eA"
    text = '[[hosts]]\nname = "\\u001b]0;x\\u0007\\u009b31m\\u202eA"\n'
    review = Reviewer().update(text, no_files, AS_OF)
    written = result(review, "Plan", "plan.toml", None).to_json()
    assert json.loads(written)["hosts"]["items"][0]["name"] == name
    assert all(character.isprintable() or character == "\n" for character in written)


@pytest.mark.parametrize(
    "sample", sorted(path.name for path in (ROOT / "sample_configs").glob("*.toml"))
)
def test_the_result_of_every_sample_is_as_its_schema_says(sample: str) -> None:
    text = (ROOT / "sample_configs" / sample).read_text("utf-8")
    data = said(text)
    jsonschema.Draft202012Validator(json.loads(result_schema())).validate(data)
    assert (
        sum(data["hosts"][verdict] for verdict in MEMBERS["hosts"].split()[1:-1])
        == (data["hosts"]["total"])
    )
