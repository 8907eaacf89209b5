from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from medv_tui.tui.line import (
    Part,
    cell,
    cut,
    cut_middle,
    fit,
    joined,
    plain,
    spread,
    width,
    wrapped,
)

TEXTS = st.text(st.sampled_from("abc 漢字é"), max_size=30)


@given(TEXTS, st.integers(0, 30))
def test_a_cut_text_is_never_wider_than_asked(text: str, cells: int) -> None:
    assert cell_len(cut(text, cells)) <= cells


@given(TEXTS, st.integers(1, 30))
def test_a_text_cut_in_its_middle_is_never_wider_than_asked(text: str, cells: int) -> None:
    assert cell_len(cut_middle(text, cells)) <= cells


@given(TEXTS, st.integers(1, 30))
def test_a_column_is_exactly_as_wide_as_asked(text: str, cells: int) -> None:
    assert cell_len(cell(text, cells).text) == cells


@given(st.lists(TEXTS), st.integers(0, 40))
def test_a_fitted_row_is_never_wider_than_asked(texts: list[str], cells: int) -> None:
    assert width(fit(tuple(Part(text) for text in texts), cells)) <= cells


def test_what_is_cut_shows_an_ellipsis() -> None:
    assert cut("finance", 5) == "fina…"
    assert cut("finance", 7) == "finance"


def test_a_file_name_cut_in_its_middle_keeps_its_ending() -> None:
    assert cut_middle("a-very-long-name.toml", 12) == "a-very….toml"


def test_a_row_keeps_the_look_of_a_part_that_is_cut() -> None:
    assert fit((Part("ab", "bold"), Part("cdef", "$muted")), 4) == (
        Part("ab", "bold"),
        Part("c…", "$muted"),
    )


def test_two_ends_share_a_row_and_the_left_one_gives_way() -> None:
    assert plain(spread((Part("left"),), (Part("right"),), 12)) == "left   right"
    assert plain(spread((Part("leftmost"),), (Part("right"),), 12)) == "left…  right"


def test_a_row_too_short_for_its_right_end_shows_the_left_one() -> None:
    assert plain(spread((Part("left"),), (Part("right"),), 5)) == "left"


def test_groups_are_joined_with_space_only_between_them() -> None:
    assert plain(joined([(Part("a"),), (), (Part("b"),)], 2)) == "a  b"


def test_a_sentence_is_broken_at_its_spaces() -> None:
    assert wrapped("one two three", 8) == ["one two", "three"]
    assert wrapped("", 8) == [""]
