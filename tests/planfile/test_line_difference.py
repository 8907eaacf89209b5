from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from medv_tui.planfile.line_difference import MOST_WEIGHED, Block, blocks, row_after


def rebuilt(before: Sequence[str], after: Sequence[str]) -> list[str]:
    """Put the new lines of every block in place of the old ones."""
    lines: list[str] = []
    position = 0
    for block in blocks(before, after):
        lines += before[position : block.start]
        lines += after[block.new_start : block.new_end]
        position = block.end
    return lines + list(before[position:])


def test_a_line_in_place_of_another_is_one_block() -> None:
    assert blocks(["a", "b", "c"], ["a", "x", "c"]) == [Block(1, 2, 1, 2)]
    assert blocks(["a", "c"], ["a", "b", "c"]) == [Block(1, 1, 1, 2)]
    assert blocks(["a", "b"], ["a"]) == [Block(1, 2, 1, 1)]
    assert blocks(["a"], ["a"]) == []


@given(*(st.lists(st.sampled_from("abc"), max_size=12) for _ in range(2)))
def test_the_blocks_turn_one_text_into_the_other(before: list[str], after: list[str]) -> None:
    assert rebuilt(before, after) == after


def test_a_row_is_followed_to_where_it_stands_or_what_is_in_its_place() -> None:
    before, after = ["a", "b", "c", "d"], ["new", "a", "x", "d"]
    assert [row_after(row, before, after) for row in range(4)] == [1, 2, 2, 3]
    assert row_after(1, ["a", "b"], ["a"]) == 0
    assert row_after(1, ["a", ""], [""]) == 0


@given(*(st.lists(st.sampled_from("abc"), min_size=1, max_size=12) for _ in range(2)))
def test_every_row_is_followed_to_a_row(before: list[str], after: list[str]) -> None:
    rows = [row_after(row, before, after) for row in range(len(before))]
    assert rows == sorted(rows)
    assert 0 <= rows[0] <= rows[-1] < len(after)


def test_many_changes_are_each_their_own_block() -> None:
    before = [line for number in range(MOST_WEIGHED) for line in ("[[hosts]]", f"n = {number}", "")]
    after = [
        line
        for number in range(MOST_WEIGHED)
        for line in ("[[hosts]]", f"n = {number}", *(["w = 1"] if number % 2 else []), "")
    ]
    assert rebuilt(before, after) == after
    assert len(blocks(before, after)) == MOST_WEIGHED // 2


def test_texts_that_have_nothing_in_common_are_replaced() -> None:
    before = [f"a{number}" for number in range(MOST_WEIGHED)]
    after = [f"b{number}" for number in range(MOST_WEIGHED // 2)]
    assert rebuilt(before, after) == after
