from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from medv_tui.findings import Level
from medv_tui.tui.code_line import Shown, Stretch, code, column_at, gutter, without_tabs
from medv_tui.tui.lexer import lex
from medv_tui.tui.line import Line, plain
from medv_tui.tui.present import LEVEL_MARKS


def looks(line: Line) -> list[tuple[str, str]]:
    return [(part.text, part.look) for part in line if part.text.strip()]


def draw(text: str, shown: Shown | None = None) -> Line:
    return code(text, lex(text)[0], shown or Shown(), 4)


def test_a_statement_has_its_colours() -> None:
    assert looks(draw("kb959209 = false # why")) == [
        ("kb959209", ""),
        ("=", "$muted"),
        ("false", "$value"),
        ("# why", "italic $muted"),
    ]


def test_a_header_is_bold() -> None:
    assert looks(draw("[[hosts]]")) == [("[[hosts]]", "bold")]


def test_a_wrong_word_is_underlined_in_the_colour_of_errors() -> None:
    assert looks(draw("a = flase", Shown([Stretch(4, 9)])))[-1] == ("flase", "underline $blocked")


def test_the_cursor_hides_every_other_look() -> None:
    shown = Shown([Stretch(4, 9)], Stretch(4, 6), cursor=5)
    assert looks(draw("a = flase", shown))[2:5] == [
        ("f", "underline $blocked on $rule"),
        ("l", "$background on $value"),
        ("ase", "underline $blocked"),
    ]


def test_the_cursor_can_rest_behind_the_last_character() -> None:
    assert draw("a", Shown(cursor=1))[-1] == (" ", "$background on $value")


def test_a_selection_that_goes_on_below_takes_the_line_s_end() -> None:
    assert draw("", Shown(selected=Stretch(0, 1))) == ((" ", "on $rule"),)


def test_a_stretch_beyond_the_line_is_cut() -> None:
    assert plain(draw("ab", Shown([Stretch(1, 99)]))) == "ab "


def test_tabs_reach_to_the_next_stop() -> None:
    assert plain(draw("a\tb\t")) == "a   b    "
    assert plain(draw("漢\tb")) == "漢  b "


@given(st.text(alphabet="ab\t漢", max_size=12), st.integers(0, 12), st.integers(1, 8))
def test_a_line_cut_anywhere_has_the_same_tabs(text: str, at: int, tab_width: int) -> None:
    left = without_tabs(text[:at], 0, tab_width)
    right = without_tabs(text[at:], cell_len(left), tab_width)
    assert left + right == without_tabs(text, 0, tab_width)


@given(st.text(alphabet="ab\t漢", max_size=12), st.integers(1, 8))
def test_every_character_is_found_by_its_cell(text: str, tab_width: int) -> None:
    for column in range(len(text)):
        cell = cell_len(without_tabs(text[:column], 0, tab_width))
        assert column_at(text, cell, tab_width) == column


def test_a_mark_stands_before_the_number() -> None:
    mark = LEVEL_MARKS[Level.ERROR]
    assert plain(gutter(12, 3, mark, here=False)) == "×  12  "
    assert plain(gutter(12, 3, None, here=False)) == "   12  "


def test_the_number_of_the_cursor_s_line_is_bold_and_the_others_muted() -> None:
    assert [gutter(1, 1, None, here=here)[-1].look for here in (True, False)] == ["bold", "$muted"]
