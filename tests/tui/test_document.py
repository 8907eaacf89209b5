import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.document._document import Document
from textual.geometry import Offset

from medv_tui.tui.code_line import visible
from medv_tui.tui.document import ExactDocument, UnwrappedDocument
from medv_tui.tui.lexer import Kind

SEPARATORS = ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"]
TEXTS = st.lists(
    st.one_of(st.sampled_from([*SEPARATORS, "\t", "é", "漢", "a", '"', "="]), st.text(max_size=3))
).map("".join)


def places(document: Document, data: st.DataObject) -> tuple[tuple[int, int], tuple[int, int]]:
    def place() -> tuple[int, int]:
        row = data.draw(st.integers(0, document.line_count - 1))
        return row, data.draw(st.integers(0, len(document[row])))

    return place(), place()


@given(TEXTS)
def test_a_document_joins_to_the_text_it_was_made_of(text: str) -> None:
    assert ExactDocument(text).text == text


@given(TEXTS)
def test_the_lines_join_to_the_text_even_when_it_is_not_kept(text: str) -> None:
    document = ExactDocument(text)
    assert document.newline.join(document.lines) == text


@given(TEXTS, st.data())
def test_its_stretches_are_the_text_as_it_was_when_they_were_taken(
    text: str, data: st.DataObject
) -> None:
    document = ExactDocument(text)
    before = document.stretches()
    document.replace_range(*places(document, data), data.draw(TEXTS))
    assert "".join(stretch.text for stretch in before) == text
    assert "".join(stretch.text for stretch in document.stretches()) == document.text


@given(TEXTS, st.data())
def test_it_knows_whether_a_text_is_its_own(text: str, data: st.DataObject) -> None:
    document = ExactDocument(text)
    document.replace_range(*places(document, data), data.draw(TEXTS))
    assert document.holds(document.text)
    assert document.holds(text) == (document.text == text)
    assert not document.holds(document.text + "a")


@pytest.mark.parametrize("separator", [s for s in SEPARATORS if "\n" not in s])
def test_only_lf_and_crlf_end_a_line(separator: str) -> None:
    assert ExactDocument(f"a{separator}b\nc").lines == [f"a{separator}b", "c"]


def test_crlf_ends_lines_where_every_line_ends_so() -> None:
    assert ExactDocument("a\r\nb\r\n").lines == ["a", "b", ""]


def test_a_carriage_return_stays_in_its_line_where_endings_are_mixed() -> None:
    assert ExactDocument("a\r\nb\n").lines == ["a\r", "b", ""]


@given(TEXTS, TEXTS, st.data())
def test_an_edit_changes_exactly_the_range_it_names(
    text: str, inserted: str, data: st.DataObject
) -> None:
    document = ExactDocument(text)
    start, end = places(document, data)
    top, bottom = (document.get_index_from_location(place) for place in sorted((start, end)))
    if document.newline == "\r\n":
        inserted = re.sub(r"(?<!\r)\n", "\r\n", inserted)
    document.replace_range(start, end, inserted)
    assert document.text == text[:top] + inserted + text[bottom:]


@given(TEXTS, st.lists(TEXTS, max_size=5), st.data())
def test_undoing_edits_in_turn_gives_the_text_back(
    text: str, inserts: list[str], data: st.DataObject
) -> None:
    document = ExactDocument(text)
    done = []
    for inserted in inserts:
        start, end = places(document, data)
        done.append((min(start, end), document.replace_range(start, end, inserted)))
    for top, result in reversed(done):
        document.replace_range(top, result.end_location, result.replaced_text)
    assert document.text == text


def test_enter_in_a_crlf_document_is_a_crlf() -> None:
    document = ExactDocument("a\r\nb")
    document.replace_range((1, 1), (1, 1), "\n")
    assert document.text == "a\r\nb\r\n"


def test_deleting_past_the_last_line_deletes_the_last_line() -> None:
    document = ExactDocument("a\nb")
    result = document.replace_range((1, 0), (2, 0), "")
    assert document.text == "a\n"
    assert result.replaced_text == "b"


@given(TEXTS)
def test_a_drawn_line_has_one_harmless_character_for_each_of_its_own(text: str) -> None:
    for line in ExactDocument(text).lines:
        drawn = visible(line)
        assert len(drawn) == len(line)
        raw = {"Cc", "Cf", "Cs", "Zl", "Zp"}
        assert not [c for c in drawn if c != "\t" and unicodedata.category(c) in raw]


def test_an_escape_is_drawn_as_its_picture() -> None:
    assert visible("a\x1b]0;x\x07\tb") == "a␛]0;x␇\tb"


def test_a_stand_in_counts_in_the_width_of_the_document() -> None:
    assert ExactDocument("\x1b\x1b\x1b").get_size(4).width == 3


@given(TEXTS, st.lists(TEXTS, max_size=4), st.data())
def test_the_size_after_any_edits_is_that_of_a_fresh_document(
    text: str, inserts: list[str], data: st.DataObject
) -> None:
    document = ExactDocument(text)
    document.get_size(4)
    for inserted in inserts:
        document.replace_range(*places(document, data), inserted)
    fresh = ExactDocument(text)
    fresh._lines[:] = document.lines
    assert document.get_size(4) == fresh.get_size(4)


def test_another_tab_width_measures_anew() -> None:
    document = ExactDocument("\tx")
    assert document.get_size(4).width == 5
    assert document.get_size(2).width == 3


@given(TEXTS, st.lists(TEXTS, max_size=4), st.data())
def test_every_edit_tells_which_lines_it_replaced(
    text: str, inserts: list[str], data: st.DataObject
) -> None:
    told: list[tuple[int, int, int]] = []
    document = ExactDocument(text)
    document.tell(lambda *lines: told.append(lines))
    for inserted in inserts:
        before = document.lines.copy()
        document.replace_range(*places(document, data), inserted)
        first, old_last, new_last = told.pop()
        after = document.lines
        assert before[:first] == after[:first]
        assert before[old_last + 1 :] == after[new_last + 1 :]


def test_an_edit_colours_what_it_opens() -> None:
    document = ExactDocument("a = 1\nb = 2")
    assert [token.kind for token in document.tokens(1)] == [Kind.KEY, Kind.EQUALS, Kind.VALUE]
    document.replace_range((0, 4), (0, 5), '"""')
    assert [token.kind for token in document.tokens(1)] == [Kind.VALUE]


@given(st.text(alphabet="a\t漢\x1b\u202eé", max_size=12), st.data())
def test_a_cell_leads_back_to_the_character_drawn_in_it(line: str, data: st.DataObject) -> None:
    view = UnwrappedDocument(ExactDocument(f"first\n{line}"), tab_width=4)
    column = data.draw(st.integers(0, len(line)))
    offset = view.location_to_offset((1, column))
    assert offset.y == 1
    assert view.offset_to_location(offset) == (1, column)


def test_a_place_below_the_text_is_on_its_last_line() -> None:
    view = UnwrappedDocument(ExactDocument("one\ntwo"))
    assert view.offset_to_location(Offset(99, 99)) == (1, 3)
    assert view.offset_to_location(Offset(-1, -1)) == (0, 0)


def test_a_view_has_one_row_for_each_line_at_any_time() -> None:
    document = ExactDocument("one\ntwo")
    view = UnwrappedDocument(document, width=2)
    document.replace_range((0, 0), (0, 0), "\n\n")
    assert view.height == 4
    assert view.get_sections(3) == ["two"]
    assert view.get_offsets(3) == []


@given(TEXTS, st.data())
def test_the_text_of_a_range_is_the_one_that_textual_gives(text: str, data: st.DataObject) -> None:
    document = ExactDocument(text)
    start, end = places(document, data)
    assert document.get_text_range(start, end) == Document.get_text_range(document, start, end)
