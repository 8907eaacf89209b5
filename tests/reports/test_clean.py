import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from medv_tui.reports.clean import LONGEST, MOST_MARKS, clean


def test_ordinary_text_stays_as_it_is() -> None:
    for text in ("", "FIN-0007", "Zürich é 東京 ½", "a b", "[red]"):
        assert clean(text) == text


def test_control_characters_become_their_pictures() -> None:
    assert clean("a\x1b[31mb") == "a␛[31mb"
    assert clean("\0\t\r\n\x7f") == "␀␉␍␊␡"


def test_c1_bidirectional_and_zero_width_characters_become_visible() -> None:
    for hidden in "\x85\x9b\u202e\u2066\u200b\u200d\ufeff\u2028\u2029\u00ad\u3164\ud800":
        assert clean(f"a{hidden}b") == "a�b", f"U+{ord(hidden):04X}"


def test_a_long_text_is_cut_and_says_so() -> None:
    assert clean("x" * LONGEST) == "x" * LONGEST
    assert clean("x" * (LONGEST + 1)) == "x" * (LONGEST - 1) + "…"


def test_no_letter_has_more_marks_than_a_script_needs() -> None:
    accented = "e" + "\u0301" * MOST_MARKS
    assert clean(accented * 2) == accented * 2
    assert clean(accented + "\u0301\u20dd.") == accented + "��."


@given(st.text(st.characters(), max_size=200))
def test_nothing_that_drives_a_terminal_is_left_and_places_are_kept(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned) == len(text)
    assert not {unicodedata.category(c) for c in cleaned} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert clean(cleaned) == cleaned
