import pytest
from hypothesis import given
from hypothesis import strategies as st

from medv_tui.tui.pasted import END, START, Pasted

PIECES = st.sampled_from(["a", "\n", "\x1b", "\x1b[", "[201~", START, END, "\x11", "é"])


def fed(*chunks: str) -> str:
    pasted = Pasted()
    return "".join(pasted.feed(chunk) for chunk in chunks)


@pytest.mark.parametrize("text", ["a", "\x1b", "\x1b[A", "\x1b[200", "\x1b\x1b", "é\x11"])
def test_what_is_typed_passes_at_once(text: str) -> None:
    assert fed(text) == text


def test_a_paste_passes_with_its_marks() -> None:
    assert fed(f"a{START}b\r\n\tc{END}d") == f"a{START}b\r\n\tc{END}d"


def test_what_is_no_text_is_left_out_of_a_paste_and_nothing_in_it_is_a_key() -> None:
    assert fed(f"{START}a\x1b\x11b\x9bc{END}") == f"{START}abc{END}"


@given(st.lists(PIECES), st.data())
def test_it_makes_no_difference_how_the_characters_arrive(
    pieces: list[str], data: st.DataObject
) -> None:
    text = "".join(pieces) + END
    cut = data.draw(st.integers(0, len(text)))
    assert fed(text[:cut], text[cut:]) == fed(text) == fed(*text)


def test_a_paste_whose_end_is_lost_is_given_up() -> None:
    pasted = Pasted()
    assert pasted.give_up() == ""
    assert pasted.feed(f"{START}a\x1b[20") == f"{START}a"
    assert pasted.give_up() == END
    assert pasted.give_up() == ""
    assert pasted.feed("\x11") == "\x11"
