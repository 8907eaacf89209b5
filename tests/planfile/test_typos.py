from benchmarks.typos import HOSTS, chances, outcome, plan_text, typo
from medv_tui.planfile.parse import parse


def test_the_plan_that_typos_are_made_in_is_healthy() -> None:
    parsed = parse(plan_text())
    assert parsed.problems == ()
    assert len(parsed.plan.hosts) == HOSTS


def test_a_random_typo_is_told_where_it_is_and_costs_no_other_computer() -> None:
    text = plan_text()
    original = parse(text)
    chance = chances(1)
    found = [outcome(original, typo(text, chance)) for _ in range(100)]
    assert sum(entry.problems > 0 for entry in found) > 50
    assert [entry for entry in found if not entry.right_line] == []
    assert [entry for entry in found if not entry.others_kept] == []
    assert [entry for entry in found if entry.problems > 1] == []
