from typing import Any

import pytest

from medv_tui.findings import AddTable
from medv_tui.planfile.host_tables import chosen, names, new_host, next_name, number_of

DATA: dict[str, Any] = {
    "hosts": [{"name": "FIN-0001"}, {}, {"name": "fin-0002", "workspace": "hr"}, {"name": "LAB"}]
}


def test_every_table_has_its_place_in_the_list_of_names() -> None:
    assert names(DATA) == ["FIN-0001", "", "fin-0002", "LAB"]
    assert names({"hosts": 3}) == []


def test_a_path_leads_into_a_host_or_not() -> None:
    assert number_of(("hosts", 2, "ram_mb")) == 2
    assert number_of(("hosts",)) is None
    assert number_of(("workspaces", 0, "name")) is None


@pytest.mark.parametrize(
    ("patterns", "wanted"),
    [("FIN-*", [0, 2]), ("lab, FIN-0001", [0, 3]), ("*", [0, 2, 3]), ("", []), ("FIN", [])],
)
def test_patterns_mean_names_in_any_case(patterns: str, wanted: list[int]) -> None:
    assert chosen(DATA, patterns) == wanted


@pytest.mark.parametrize(
    ("like", "taken", "wanted"),
    [
        ("FIN-0001", ["FIN-0001", "fin-0002"], "FIN-0003"),
        ("FIN-0009", [], "FIN-0010"),
        ("PC7-A", [], "PC8-A"),
        ("LAB", ["LAB-2"], "LAB-3"),
    ],
)
def test_the_next_name_is_free_and_of_the_same_manner(
    like: str, taken: list[str], wanted: str
) -> None:
    assert next_name(like, taken) == wanted


def test_a_new_host_has_the_workspace_of_the_last_one() -> None:
    data = {"hosts": [{"name": "A", "workspace": "hr"}], "workspaces": [{"name": "x"}]}
    assert new_host(data, "B") == AddTable(("hosts",), (("name", "B"), ("workspace", "hr")))


def test_the_first_host_has_the_only_workspace_unless_the_defaults_say_one() -> None:
    data: dict[str, Any] = {"workspaces": [{"name": "hr"}]}
    assert new_host(data, "B").values == (("name", "B"), ("workspace", "hr"))
    data["host_defaults"] = {"workspace": "hr"}
    assert new_host(data, "B").values == (("name", "B"),)
    assert new_host({}, "B").values == (("name", "B"),)
