from hypothesis import given
from hypothesis import strategies as st

from medv_tui.plan.fleet import NO_MARK, Group
from medv_tui.plan.membership import EXCLUDED, Membership
from medv_tui.plan.succession import Succession

ROWS = 12
FLEETS = st.lists(st.integers(0, 4), min_size=ROWS, max_size=ROWS)
"""For each row what it shares with others; 0 for a row that is excluded."""


def groups_of(fleet: list[int]) -> tuple[Group, ...]:
    shared = dict.fromkeys(number for number in fleet if number)
    members = [tuple(row for row, own in enumerate(fleet) if own == number) for number in shared]
    return tuple(Group({}, NO_MARK, rows, (), range(len(rows) + 1), rows[0]) for rows in members)


def succession(old: tuple[Group, ...], new: tuple[Group, ...]) -> Succession:
    gone = tuple(place for place, group in enumerate(old) if group not in new)
    come = tuple(place for place, group in enumerate(new) if group not in old)
    return Succession(old, new, gone, come)


@given(FLEETS)
def test_every_row_has_the_position_of_its_group(fleet: list[int]) -> None:
    groups = groups_of(fleet)
    for row, position in enumerate(Membership(ROWS, groups)):
        assert position == EXCLUDED if not fleet[row] else row in groups[position].rows


@given(st.lists(FLEETS, min_size=1, max_size=5))
def test_what_follows_a_change_is_what_is_found_anew(fleets: list[list[int]]) -> None:
    old: tuple[Group, ...] = groups_of([0] * ROWS)
    kept = Membership(ROWS, old)
    for fleet in fleets:
        new = groups_of(fleet)
        before, was = kept, list(kept)
        kept = Membership(ROWS, new, before, succession(old, new))
        assert list(kept) == list(Membership(ROWS, new))
        assert list(before) == was
        old = new


@given(FLEETS)
def test_what_a_group_has_is_given_to_each_of_its_rows(fleet: list[int]) -> None:
    groups = groups_of(fleet)
    numbers = [fleet[group.first] for group in groups]
    assert list(Membership(ROWS, groups).spread(numbers, 0)) == fleet
