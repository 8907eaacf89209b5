from hypothesis import given
from hypothesis import strategies as st

from medv_tui.planfile.differing import differing
from medv_tui.planfile.line_difference import Block, blocks, row_after
from medv_tui.planfile.replacement import apply, difference

texts = st.lists(st.sampled_from(["a", "b", "ab", "", "\r"]), max_size=9).map("\n".join)


@given(texts, texts, st.integers(1, 3))
def test_what_differs_is_what_the_whole_texts_show(old: str, new: str, around: int) -> None:
    found = differing(old, new, around)
    here = [Block(*(place + found.row for place in block)) for block in found.blocks()]
    assert here == blocks(old.split("\n"), new.split("\n"))


@given(texts, texts)
def test_a_row_goes_where_the_whole_texts_show(old: str, new: str) -> None:
    before, after = old.split("\n"), new.split("\n")
    found = differing(old, new)
    rows = range(len(before))
    assert [found.row_after(row) for row in rows] == [row_after(r, before, after) for r in rows]


@given(texts, texts)
def test_the_difference_is_named_by_rows_and_columns(old: str, new: str) -> None:
    found = differing(old, new)
    before = old.split("\n")
    starts = [sum(len(line) + 1 for line in before[:row]) for row in range(len(before))]
    offsets = [starts[row] + column for row, column in (found.start, found.end)]
    assert offsets == [found.change.start, found.change.end]


@given(texts, texts)
def test_the_difference_turns_one_text_into_the_other(old: str, new: str) -> None:
    assert apply(old, [difference(old, new)]) == new


def test_only_the_lines_around_a_change_are_taken() -> None:
    old = "\n".join(map(str, range(1000)))
    found = differing(old, old.replace("500", "five hundred"))
    assert (found.row, found.before) == (499, ["499", "500", "501"])
    assert found.start == (500, 0)
