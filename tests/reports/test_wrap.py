from hypothesis import given
from hypothesis import strategies as st

from medv_tui.reports.wrap import cells, fitted, wrapped


def test_a_text_is_broken_between_words() -> None:
    assert wrapped("one two three", 9, "- ", "  ") == ["- one two", "  three"]


def test_a_word_is_cut_only_where_no_line_could_hold_it() -> None:
    assert wrapped("a 1234567890123 b", 10) == ["a", "1234567890", "123 b"]


def test_gaps_between_groups_stay_within_a_line_and_never_start_one() -> None:
    assert wrapped("a   b   cc", 7) == ["a   b", "cc"]


def test_wide_characters_take_two_columns_and_accents_none() -> None:
    assert cells("東京") == 4
    assert cells("e\u0301") == 1
    assert wrapped("東京 大阪 札幌", 9) == ["東京 大阪", "札幌"]


def test_colour_takes_no_columns() -> None:
    assert cells("\x1b[91m×\x1b[0m blocked") == 9


def test_a_fitted_text_fills_its_columns() -> None:
    assert fitted("abc", 5) == "abc  "
    assert fitted("abcdef", 5) == "abcd…"
    assert fitted("東京東京", 6) == "東京… "


@given(st.text("ab 東\u0301", max_size=80), st.integers(12, 40))
def test_no_line_is_wider_than_asked_and_no_word_is_lost(text: str, width: int) -> None:
    lines = wrapped(text, width, "- ", "  ")
    assert all(cells(line) <= width for line in lines)
    assert "".join(line[2:] for line in lines).replace(" ", "") == text.replace(" ", "")
