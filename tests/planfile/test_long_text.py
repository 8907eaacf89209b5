from hypothesis import given
from hypothesis import strategies as st

from medv_tui.planfile.long_text import LongText
from tests.planfile.stretches import in_stretches

TEXTS = st.text("ab\n", max_size=30)
LINES = st.integers(1, 5)
NOTHING = LongText(("",))


@given(TEXTS, LINES)
def test_a_text_in_stretches_is_the_text(text: str, lines: int) -> None:
    long = in_stretches(text, lines, NOTHING)
    assert (long.whole, len(long)) == (text, len(text))


@given(TEXTS, LINES, st.data())
def test_its_characters_are_found_by_offset(text: str, lines: int, data: st.DataObject) -> None:
    long = in_stretches(text, lines, NOTHING)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert long.between(start, end) == text[start:end]
    assert long.line_from(start) == text[start:].partition("\n")[0]
    other = data.draw(TEXTS)
    assert long.has(text[start:end], start)
    assert long.has(other, start) == text.startswith(other, start)


@given(TEXTS, TEXTS, LINES)
def test_what_two_texts_share_is_counted_by_stretches(text: str, other: str, lines: int) -> None:
    was = in_stretches(text, lines, NOTHING)
    now = in_stretches(other, lines, was)
    begin, end = now.begins_as(was), now.ends_as(was)
    assert text[:begin] == other[:begin]
    assert text[len(text) - end :] == other[len(other) - end :]
    assert now.begins_as(now) == now.ends_as(now) == len(other)


def test_an_edit_in_the_middle_leaves_the_stretches_above_and_below() -> None:
    was = in_stretches("a\nb\nc", 1, NOTHING)
    now = in_stretches("a\nx\nc", 1, was)
    assert (now.begins_as(was), now.ends_as(was)) == (2, 1)
