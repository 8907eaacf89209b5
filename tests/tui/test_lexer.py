from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medv_tui.planfile.scan import Kind as Statement
from medv_tui.planfile.scan import statements
from medv_tui.tui.lexer import START, Kind, LineStates, State, after, lex

SAMPLES = sorted((Path(__file__).parents[2] / "sample_configs").glob("*.toml"))
PIECES = ['"""', "'''", '"', "'", "[", "]", "{", "}", "=", ",", "#", "\\", " ", "a", "[[hosts]]"]
LINES = st.lists(st.sampled_from(PIECES), max_size=6).map("".join)
TEXTS = st.lists(LINES, min_size=1, max_size=12)


def kinds(line: str, state: State = START) -> list[tuple[str, Kind]]:
    return [(line[start:end], kind) for start, end, kind in lex(line, state)[0]]


def states(lines: list[str]) -> list[State]:
    found = [START]
    for line in lines[:-1]:
        found.append(lex(line, found[-1])[1])
    return found


def test_a_statement_is_key_equals_value_and_comment() -> None:
    assert kinds("  ram_mb = 4096  # seen") == [
        ("ram_mb", Kind.KEY),
        ("=", Kind.EQUALS),
        ("4096", Kind.VALUE),
        ("# seen", Kind.COMMENT),
    ]


@pytest.mark.parametrize("header", ["[plan]", "[[hosts]]", '[ a . "b ] c" ]', "[[hosts"])
def test_a_header_is_one_stretch(header: str) -> None:
    assert kinds(f"{header} # why") == [(header, Kind.HEAD), ("# why", Kind.COMMENT)]


def test_a_word_without_an_equals_sign_is_a_key_still_to_come() -> None:
    assert kinds("ram_m") == [("ram_m", Kind.KEY)]


def test_a_hash_inside_a_text_is_no_comment() -> None:
    assert kinds(r'a = "x # \" #" # y') == [
        ("a", Kind.KEY),
        ("=", Kind.EQUALS),
        (r'"x # \" #"', Kind.VALUE),
        ("# y", Kind.COMMENT),
    ]


def test_an_open_text_ends_with_its_line() -> None:
    assert lex('a = "x')[1] == START


def test_an_inline_table_has_keys_of_its_own() -> None:
    found = kinds('columns = { name = "N", "ram mb" = [1] }')
    assert [text for text, kind in found if kind is Kind.KEY] == ["columns", "name", '"ram mb"']


def test_a_text_in_triple_quotes_goes_on_until_they_come_again() -> None:
    state = lex('notes = """one')[1]
    assert kinds("two # no comment = 3", state) == [("two # no comment = 3", Kind.VALUE)]
    assert lex("two", state)[1] == state
    assert kinds('three""" # now', state) == [('three"""', Kind.VALUE), ("# now", Kind.COMMENT)]
    assert lex('three"""', state)[1] == START


def test_an_escaped_quote_does_not_end_a_text_in_triple_quotes() -> None:
    state = State('"""')
    assert lex(r'a \""" b', state)[1] == state
    assert lex(r'a \\""" b', state)[1] == START


def test_a_list_goes_on_over_lines_with_comments() -> None:
    state = lex("dotnet = [ # which")[1]
    assert kinds('  "3.5 SP1", # this', state) == [
        ('"3.5 SP1"', Kind.VALUE),
        (",", Kind.VALUE),
        ("# this", Kind.COMMENT),
    ]
    assert lex("]", state)[1] == START


@pytest.mark.parametrize("line", ["[[hosts]]", "[plan] # x", "  users = 3"])
def test_an_open_list_does_not_swallow_the_next_statement(line: str) -> None:
    state = lex("dotnet = [")[1]
    assert kinds(line, state) == kinds(line)
    assert lex(line, state)[1] == START


def test_a_list_inside_a_list_is_no_header() -> None:
    state = lex("a = [")[1]
    assert kinds("  [1, 2],", state)[0][1] is Kind.VALUE
    assert lex("  [true],", state)[1] == state


def test_an_inline_table_over_lines_keeps_its_keys() -> None:
    state = lex("a = {")[1]
    assert [kind for _, kind in kinds("  b = 1,", state)][:2] == [Kind.KEY, Kind.EQUALS]
    assert lex("  b = 1,", state)[1] == state


def test_a_state_stays_small_however_many_brackets_are_opened() -> None:
    assert len(lex("a = " + "[" * 10_000)[1].brackets) == 64


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_keys_headers_and_values_are_where_the_plan_has_them(path: Path) -> None:
    text = path.read_bytes().decode(errors="replace")
    found: dict[Kind, set[int]] = {kind: set() for kind in Kind}
    state, offset = START, 0
    for line in text.split("\n"):
        tokens, state = lex(line, state)
        for start, end, kind in tokens:
            found[kind].update(range(offset + start, offset + end))
        offset += len(line) + 1
    for statement in statements(text):
        if statement.kind is Statement.KEY:
            assert found[Kind.KEY].issuperset(range(statement.keys[0].start, statement.keys[0].end))
            assert statement.value_start in found[Kind.VALUE]
            assert statement.value_end - 1 in found[Kind.VALUE]
        elif statement.kind is not Statement.BROKEN:
            whole = range(statement.value_start, statement.value_end)
            assert found[Kind.HEAD].issuperset(whole)


@given(LINES, st.sampled_from([START, State('"""'), State("'''"), State("", "["), State("", "{[")]))
def test_stretches_follow_each_other_inside_the_line(line: str, state: State) -> None:
    at = 0
    for start, end, _ in lex(line, state)[0]:
        assert at <= start < end <= len(line)
        at = end


@given(LINES, st.sampled_from([START, State('"""'), State("", "[")]))
def test_the_quick_way_to_the_next_state_gives_the_same_one(line: str, state: State) -> None:
    assert after(line, state) == lex(line, state)[1]


@given(TEXTS, st.data())
def test_states_after_any_edits_are_those_of_the_text(
    lines: list[str], data: st.DataObject
) -> None:
    followed = LineStates(lines)
    for _step in range(data.draw(st.integers(1, 5))):
        first = data.draw(st.integers(0, len(lines) - 1))
        last = data.draw(st.integers(first, len(lines) - 1))
        new = data.draw(TEXTS)
        lines[first : last + 1] = new
        followed.replaced(first, last, first + len(new) - 1)
        if data.draw(st.booleans()):
            row = data.draw(st.integers(0, len(lines) - 1))
            assert followed.at(row) == states(lines)[row]
    assert [followed.at(row) for row in range(len(lines))] == states(lines)


def lines_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note from now on which lines the lexer reads."""
    read: list[str] = []

    def listen(line: str, state: State) -> State:
        read.append(line)
        return after(line, state)

    monkeypatch.setattr("medv_tui.tui.lexer.after", listen)
    return read


def test_an_edit_reads_no_further_than_its_effect(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ["a = 1"] * 1000
    followed = LineStates(lines)
    followed.settle(999)
    read = lines_read(monkeypatch)
    lines[500] = "a = 12"
    followed.replaced(500, 500, 500)
    assert followed.settle(999) == -1
    assert read == ["a = 12"]


def test_an_edit_far_above_leaves_what_is_known_below(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = ["a = 1"] * 1000
    followed = LineStates(lines)
    followed.settle(500)
    read = lines_read(monkeypatch)
    for row in (400, 3):
        lines[row] = f"a = {row}"
        followed.replaced(row, row, row)
    followed.settle(501)
    assert read == ["a = 3", "a = 400", "a = 1"]


@given(TEXTS, st.data())
def test_many_places_that_were_not_looked_at_again_are_taken_for_one(
    lines: list[str], data: st.DataObject
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("medv_tui.tui.lexer.MOST_DOUBTS", 2)
        followed = LineStates(lines)
        followed.settle(len(lines))
        for row in data.draw(st.lists(st.integers(0, len(lines) - 1), max_size=6)):
            lines[row] = data.draw(st.sampled_from(["a = [", "]", '"""', "b = 1"]))
            followed.replaced(row, row, row)
        assert [followed.at(row) for row in range(len(lines))] == states(lines)


def test_settling_names_the_last_line_that_is_seen_differently() -> None:
    lines = ["a = 1", "b = 2", "c = [", "]", "[plan]", "d = 1"]
    followed = LineStates(lines)
    followed.settle(5)
    lines[0] = "a = ["
    followed.replaced(0, 0, 0)
    assert followed.settle(5) == 1
    lines[0] = 'a = """'
    followed.replaced(0, 0, 0)
    assert followed.settle(3) == 3


@pytest.mark.parametrize("space", [chr(c) for c in range(0x3001) if chr(c).isspace()])
def test_no_kind_of_blank_keeps_the_lexer_from_going_on(space: str) -> None:
    tokens, _ = lex(f"a ={space}1{space}", START)
    assert [token.kind for token in tokens][:2] == [Kind.KEY, Kind.EQUALS]
