from collections.abc import Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from medv_tui.planfile.host_names import HostNames

NAMES = st.sampled_from(["A", "a", "B", "", 3, None, "A B", "a?"])
TABLES = st.lists(
    st.one_of(
        st.fixed_dictionaries({}, optional={"name": NAMES, "workspace": NAMES}), st.integers(0, 3)
    ),
    max_size=6,
)


def told(tables: Sequence[Any]) -> tuple[bool, set[str], set[str]]:
    names = HostNames()
    names.follow(list(tables))
    return names.all_differ, set(names.workspaces), set(names.impossible)


@given(TABLES, st.data())
def test_names_that_were_followed_are_those_of_the_tables(
    tables: list[Any], data: st.DataObject
) -> None:
    names = HostNames()
    for _ in range(4):
        names.follow(tables)
        known = names.all_differ, set(names.workspaces), set(names.impossible)
        assert known == told(tables)
        tables = [data.draw(st.sampled_from([table, *data.draw(TABLES)])) for table in tables]


def test_names_differ_without_regard_to_case_and_each_table_has_one() -> None:
    assert told([{"name": "A"}, {"name": "B"}]) == (True, set(), set())
    assert told([{"name": "A"}, {"name": "a"}]) == (False, set(), set())
    assert told([{"name": "A"}, {}]) == (False, set(), set())


def test_workspaces_are_told_as_they_are_spelled_until_no_table_names_them() -> None:
    names = HostNames()
    here, there = {"workspace": "Finance"}, {"workspace": "finance"}
    names.follow([here, there])
    assert set(names.workspaces) == {"Finance", "finance"}
    names.follow([there, there])
    assert set(names.workspaces) == {"finance"}


def test_a_name_is_impossible_only_for_one_computer() -> None:
    assert told([{"name": "branch office"}])[2] == {"branch office"}
    assert told([{"name": "branch office", "count": 12}])[2] == set()
