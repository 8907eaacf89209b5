import pytest
from hypothesis import given
from hypothesis import strategies as st

from medv_tui.tui import joined_lines
from medv_tui.tui.joined_lines import JoinedLines

lines = st.lists(st.sampled_from(["", "a", "bc"]), min_size=1, max_size=12)


@given(lines, st.data())
def test_after_any_edits_the_text_is_that_of_the_lines(
    followed: list[str], data: st.DataObject
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(joined_lines, "STRETCH", 3)
        joined = JoinedLines(followed, "\r\n")
        for _ in range(data.draw(st.integers(1, 6))):
            first = data.draw(st.integers(0, len(followed) - 1))
            last = data.draw(st.integers(first, len(followed) - 1))
            new = data.draw(lines)
            followed[first : last + 1] = new
            joined.replaced(first, last, first + len(new) - 1)
            if data.draw(st.booleans()):
                assert joined.text() == "\r\n".join(followed)
        assert joined.text() == "\r\n".join(followed)
