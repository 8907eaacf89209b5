"""Pools cut at the limits of free space say of each computer what its own group says."""

from hypothesis import given, settings
from hypothesis import strategies as st

from medv_tui.practices.columns import FleetAnswers
from medv_tui.practices.stretches import Stretch
from tests.review.fleets import reviewed

FACTS = st.fixed_dictionaries(
    {
        "ram_mb": st.sampled_from([1024, 2040, 4000, 4096]),
        "free_disk_gb": st.sampled_from([1, 3, 5, 5.5, 10, 60]),
    },
    optional={
        "users": st.sampled_from([1, 3]),
        "count": st.sampled_from([1, 4]),
        "os": st.sampled_from(['"Windows XP"', '"Windows 7 Home Premium"', '"Windows 7 SP1"']),
    },
)


def answers_of(computers: list[dict[str, object]]) -> FleetAnswers:
    lines = (
        ", ".join([f'name = "PC-{number}"', *(f"{key} = {value}" for key, value in facts.items())])
        for number, facts in enumerate(computers)
    )
    return reviewed("\n".join(lines)).hosts.answers


def said(answers: FleetAnswers, stretch: Stretch) -> dict[int, object]:
    """Give for each row of a stretch all of its answers that weigh."""
    steady = [
        column.outcomes[stretch.position] if column.weight_of(stretch.position) else None
        for column in answers.pools.weighing
    ]
    free = stretch.bands.outcomes[stretch.band]
    return dict.fromkeys(stretch.rows, (steady, answers.weights[stretch.position], free))


@settings(max_examples=40, deadline=None)
@given(st.lists(FACTS, max_size=12))
def test_every_computer_stands_in_one_stretch_with_the_answers_of_its_group(
    computers: list[dict[str, object]],
) -> None:
    answers = answers_of(computers)
    of_groups: dict[int, object] = {}
    for stretch in answers.stretches_of(range(len(answers.groups))):
        of_groups |= said(answers, stretch)
    of_pools: dict[int, object] = {}
    for stretch in answers.stretches:
        of_pools |= said(answers, stretch)

    assert of_pools == of_groups
    rows = [row for stretch in answers.stretches for row in stretch.rows]
    assert sorted(rows) == sorted(of_groups)
    assert sum(each.computers for each in answers.stretches) == sum(answers.computers)


def test_groups_that_differ_in_nothing_that_weighs_are_one_pool() -> None:
    alike: list[dict[str, object]] = [
        {"ram_mb": 4090 + number, "free_disk_gb": 60 - number} for number in range(5)
    ]
    answers = answers_of(alike)

    assert len(answers.groups) == 5
    assert [pool.group.rows for pool in answers.pools.several] == [(4, 3, 2, 1, 0)]
    assert [stretch.first for stretch in answers.stretches] == [0]
