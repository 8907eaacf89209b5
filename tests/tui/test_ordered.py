from collections.abc import Callable, Sequence
from math import inf
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medv_tui.tui.panes import ordered
from medv_tui.tui.panes.ordered import FEW, Key, Ordered

ROWS = 60
MANY = 20 * FEW
COLUMNS: Sequence[st.SearchStrategy[Any]] = (
    st.integers(0, 3),
    st.sampled_from([0.5, -1.0, inf, -inf, 2.0]),
    st.floats(allow_nan=False),
    st.text("ab", max_size=3),
)


@st.composite
def keys(draw: st.DrawFn) -> list[Key]:
    found = []
    for column in draw(st.lists(st.sampled_from(COLUMNS), max_size=3)):
        values = draw(st.lists(column, min_size=ROWS, max_size=ROWS))
        is_bytes = column is COLUMNS[0] and draw(st.booleans())
        found.append(Key(bytes(values) if is_bytes else values, draw(st.booleans())))
    return found


def plainly(rows: Sequence[int], keys: Sequence[Key]) -> list[int]:
    found = sorted(rows)
    for key in reversed(keys):
        found.sort(key=key.values.__getitem__, reverse=key.is_reversed)
    return found


@given(keys(), st.sets(st.integers(0, ROWS - 1)), st.lists(st.integers(0, ROWS - 1), max_size=4))
def test_rows_stand_as_if_they_were_sorted_wherever_one_looks_first(
    keys: list[Key], chosen: set[int], first: list[int]
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(ordered, "FEW", 3)
        rows, wanted = Ordered(sorted(chosen), keys), plainly(sorted(chosen), keys)
        for position in first:
            if position < len(rows):
                assert rows[position] == wanted[position]
                assert rows[position - len(rows)] == wanted[position]
        assert list(rows) == wanted
        assert [rows.position(row) for row in wanted] == list(range(len(wanted)))
        assert rows[2:9:3] == wanted[2:9:3]


@given(keys(), st.binary(min_size=ROWS, max_size=ROWS))
def test_some_of_the_rows_keep_their_order(keys: list[Key], dice: bytes) -> None:
    inside = bytes(each % 2 for each in dice)
    left = [row for row in range(ROWS) if inside[row]]
    assert list(Ordered(range(ROWS), keys).only(inside)) == plainly(left, keys)


def test_a_row_that_is_not_among_them_has_no_position() -> None:
    rows = Ordered([1, 3, 5], [Key([9, 8, 7, 6, 5, 4])])
    assert [rows.position(row) for row in (0, 2, 3, 9)] == [None, None, 1, None]


@pytest.mark.parametrize("position", [3, -4])
def test_a_position_that_there_is_none_of_is_refused(position: int) -> None:
    with pytest.raises(IndexError, match=f"There are 3 rows and none at {position}"):
        Ordered(range(3), [])[position]


class Watched(list[int]):
    """Counts how often a value is asked for."""

    asked = 0

    def __getitem__(self, index: Any) -> Any:
        self.asked += not isinstance(index, slice)
        return super().__getitem__(index)


@pytest.mark.parametrize("is_reversed", [False, True])
@pytest.mark.parametrize("position", [0, MANY - 1])
def test_what_stands_at_an_end_is_found_without_sorting_the_others(
    position: int, is_reversed: bool
) -> None:
    values = Watched((row * 7_919) % MANY for row in range(MANY))
    found = Ordered(range(MANY), [Key(values, is_reversed)])[position]
    assert list(values)[found] == (position if not is_reversed else MANY - 1 - position)
    assert values.asked < MANY / 4


def test_values_that_hardly_ever_differ_are_told_apart() -> None:
    values = [5] * MANY
    values[MANY // 3 + 1], values[MANY // 2 + 1] = 9, 1
    rows = Ordered(range(MANY), [Key(values)])
    assert (rows[0], rows[1], rows[MANY - 1]) == (MANY // 2 + 1, 0, MANY // 3 + 1)


class Interrupted(list[int]):
    """Lets something else happen while its values are looked at for the first time."""

    meanwhile: Callable[[], object] | None = None

    def __getitem__(self, index: Any) -> Any:
        if self.meanwhile is not None:
            meanwhile, self.meanwhile = self.meanwhile, None
            meanwhile()
        return super().__getitem__(index)


def test_rows_that_are_looked_at_from_two_sides_at_once_stand_in_one_order() -> None:
    values = Interrupted((row * 7_919) % MANY for row in range(MANY))
    rows = Ordered(range(MANY), [Key(values)])
    values.meanwhile = lambda: rows[MANY - 1]
    assert list(values)[rows[0]] == 0
    assert [list(values)[row] for row in (rows[1], rows[MANY - 1])] == [1, MANY - 1]
