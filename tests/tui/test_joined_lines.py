import pytest
from hypothesis import given
from hypothesis import strategies as st

from medv_tui.tui import joined_lines
from medv_tui.tui.joined_lines import JoinedLines

lines = st.lists(st.sampled_from(["", "a", "bc"]), min_size=1, max_size=12)


@given(lines, st.data())
def test_after_any_edits_the_text_is_that_of_the_lines_and_what_was_taken_before_stays(
    followed: list[str], data: st.DataObject
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(joined_lines, "STRETCH", 3)
        joined = JoinedLines(followed, "\r\n")
        for _ in range(data.draw(st.integers(1, 6))):
            first = data.draw(st.integers(0, len(followed) - 1))
            last = data.draw(st.integers(first, len(followed) - 1))
            new = data.draw(lines)
            wanted = [*followed[:first], *new, *followed[last + 1 :]]
            before, text = joined.stretches(), "\r\n".join(followed)
            joined.put(first, last, new)
            assert followed == wanted
            if data.draw(st.booleans()):
                assert joined.text() == "\r\n".join(followed)
            assert "".join(stretch.text for stretch in before) == text
        assert joined.text() == "\r\n".join(followed)
