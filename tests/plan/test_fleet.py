"""The fleet: one computer in the plan and in inventories, defaults, texts, groups."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from medv_tui.plan.fleet import Fleet, build
from medv_tui.plan.plan import Plan
from medv_tui.problem_codes import Code


@dataclass(frozen=True)
class Rows:
    names: Sequence[str]
    columns: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    file: str = "fleet.csv"

    @property
    def lines(self) -> Sequence[int]:
        return range(2, 2 + len(self.names))


def fleet(plan: dict[str, Any], *inventories: Rows) -> Fleet:
    return build(Plan.model_validate(plan), (), inventories)


def test_a_row_keeps_its_count_and_its_place() -> None:
    built = fleet({"hosts": [{"name": "A"}, {"name": "B", "count": 12}]})
    assert built.names == ("A", "B")
    assert built.counts == (1, 12)
    assert built.path(1, "ram_mb") == ("hosts", 1, "ram_mb")


def test_defaults_fill_what_a_row_leaves_out_and_are_named_as_the_place() -> None:
    plan = {
        "host_defaults": {"ram_mb": 2048},
        "hosts": [{"name": "A"}, {"name": "B", "ram_mb": 4096}],
    }
    built = fleet(plan)
    assert [built.fact(row, "ram_mb") for row in (0, 1)] == [2048, 4096]
    assert built.path(0, "ram_mb") == ("host_defaults", "ram_mb")
    assert built.path(1, "ram_mb") == ("hosts", 1, "ram_mb")


def test_an_inventory_row_of_the_same_name_fills_in_what_the_plan_leaves_out() -> None:
    rows = Rows(["fin-1", "FIN-2"], {"ram_mb": [8192, 2048], "users": [9, 1]})
    built = fleet({"hosts": [{"name": "FIN-1", "users": 2}]}, rows)
    assert built.names == ("FIN-1", "FIN-2")
    assert [built.fact(0, key) for key in ("users", "ram_mb")] == [2, 8192]
    assert (built.places[1].file, built.places[1].line) == ("fleet.csv", 3)


def test_a_row_that_stands_for_several_computers_overrides_nothing() -> None:
    built = fleet({"hosts": [{"name": "FIN-1", "count": 2}]}, Rows(["FIN-1"], {"ram_mb": [1]}))
    assert built.names == ("FIN-1", "FIN-1")
    assert built.fact(0, "ram_mb") is None


def test_the_earlier_inventory_wins_fact_by_fact_and_both_lines_are_named() -> None:
    first = Rows(["A"], {"ram_mb": [4096]}, "one.csv")
    second = Rows(["a"], {"ram_mb": [1024], "users": [3]}, "two.csv")
    built = fleet({}, first, second)
    assert [built.fact(0, key) for key in ("ram_mb", "users")] == [4096, 3]
    assert [p.code for p in built.problems] == [Code.INVENTORY_DUPLICATE]
    assert "line 2 of one.csv" in built.problems[0].message
    assert built.problems[0].file == "two.csv"


def test_defaults_fill_inventory_rows_after_everything_else() -> None:
    built = fleet({"host_defaults": {"users": 1}}, Rows(["A", "B"], {"users": [None, 5]}))
    assert [built.fact(row, "users") for row in (0, 1)] == [1, 5]


def test_a_whole_caption_fills_the_facts_it_holds_but_overrides_none() -> None:
    caption = "Microsoft Windows 7 Enterprise "
    built = fleet(
        {
            "hosts": [
                {"name": "A", "os": caption},
                {"name": "B", "os": caption, "edition": "Ultimate"},
            ]
        }
    )
    assert built.fact(0, "os") == "Windows 7"
    assert [built.fact(row, "edition") for row in (0, 1)] == ["Enterprise", "Ultimate"]


def test_rows_that_share_all_judged_facts_make_one_group_sorted_by_free_space() -> None:
    rows = Rows(
        ["A", "B", "C", "D"], {"ram_mb": [1, 1, 2, 1], "free_disk_gb": [9.0, None, 1.0, 3.0]}
    )
    groups = fleet({}, rows).groups()
    assert [group.rows for group in groups] == [(3, 0, 1), (2,)]
    assert groups[0].free == (3.0, 9.0)
    assert [group.total for group in groups] == [3, 1]
    assert groups[0].first == 0


def test_a_group_counts_computers_and_not_rows() -> None:
    (group,) = fleet({"hosts": [{"name": "A", "count": 5}, {"name": "B", "count": 7}]}).groups()
    assert group.computers == (0, 5, 12)


def test_excluded_rows_are_in_no_group() -> None:
    built = fleet({"hosts": [{"name": "A", "excluded": "leased"}, {"name": "B"}]})
    assert [group.rows for group in built.groups()] == [(1,)]


def test_marks_set_rows_apart() -> None:
    built = fleet({"hosts": [{"name": "A"}, {"name": "B"}]})
    assert len(built.groups()) == 1
    assert len(built.groups([frozenset({0}), frozenset()])) == 2


def test_no_computers_make_no_groups() -> None:
    assert fleet({}).groups() == ()
