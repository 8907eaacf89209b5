import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medv_tui.planfile.search import (
    TOLD_LINES,
    Match,
    Search,
    SearchRefusedError,
    replaced,
)

LINES = ["[[hosts]]", 'name = "A"  # Name', "ram_mb = 4096", 'name = "B"\r', ""]


def test_capitals_matter_only_where_asked_for() -> None:
    assert len(list(Search("NAME").matches(LINES))) == 3
    assert list(Search("Name", case=True).matches(LINES)) == [Match(1, 14, 18)]


def test_signs_of_patterns_are_plain_text_unless_asked_for() -> None:
    assert list(Search("[[").matches(LINES)) == [Match(0, 0, 2)]
    assert list(Search(r"^\w+(?= =)", pattern=True).matches(LINES)) == [
        Match(1, 0, 4),
        Match(2, 0, 6),
        Match(3, 0, 4),
    ]


def test_whole_words_stand_alone_also_when_they_are_replaced() -> None:
    lines = ["ram = ram_mb", "program, RAM"]
    search = Search("ram", words=True)
    assert list(search.matches(lines)) == [Match(0, 0, 3), Match(1, 9, 12)]
    assert replaced(lines, search, "x") == (["x = ram_mb", "program, x"], 2)
    pattern = Search("(r)am|(p)rogram", pattern=True, words=True)
    assert replaced(lines, pattern, r"<\1\2>") == (["<r> = ram_mb", "<p>, <R>"], 3)


def test_the_end_of_a_line_is_before_its_carriage_return() -> None:
    assert list(Search('"$', pattern=True).matches(LINES)) == [Match(3, 9, 10)]


def test_nothing_and_empty_matches_are_never_found() -> None:
    assert list(Search("").matches(LINES)) == []
    assert Search("").next(LINES, 0, 0) is None
    assert list(Search("x*", pattern=True).matches(LINES)) == []


def test_the_next_match_is_at_the_place_or_behind_it_and_goes_round() -> None:
    search = Search("name")
    assert search.next(LINES, 1, 0) == Match(1, 0, 4)
    assert search.next(LINES, 1, 1) == Match(1, 14, 18)
    assert search.next(LINES, 2, 0) == Match(3, 0, 4)
    assert search.next(LINES, 3, 1) == Match(1, 0, 4)
    assert search.next(LINES, 0, 0) == Match(1, 0, 4)
    assert search.next(["name"], 0, 3) == Match(0, 0, 4)


def test_every_match_is_replaced_and_counted() -> None:
    lines, count = replaced(LINES, Search("name"), "NAME")
    assert count == 3
    assert lines == ["[[hosts]]", 'NAME = "A"  # NAME', "ram_mb = 4096", 'NAME = "B"\r', ""]


def test_groups_of_a_pattern_are_filled_in_and_those_of_plain_text_are_not() -> None:
    lines, _ = replaced(["FIN-0001"], Search(r"FIN-0*(\d+)", pattern=True), r"PC-\1")
    assert lines == ["PC-1"]
    lines, _ = replaced(["FIN"], Search("FIN"), r"\1")
    assert lines == [r"\1"]


@pytest.mark.parametrize("words", ["(", "[a", "*", "(?P<1>x)"])
def test_what_is_no_pattern_is_refused_with_a_reason(words: str) -> None:
    with pytest.raises(SearchRefusedError, match="is not a regular expression"):
        list(Search(words, pattern=True).matches(LINES))


def test_a_replacement_with_an_unknown_group_is_refused() -> None:
    with pytest.raises(SearchRefusedError, match="does not go with the pattern"):
        replaced(LINES, Search("name", pattern=True), r"\2")


@pytest.mark.parametrize("words", ["(a+)+$", "(a|aa)+$", "(.*a){30}$"])
def test_a_pattern_that_would_never_end_is_refused_on_its_line(words: str) -> None:
    search = Search(words, pattern=True)
    lines = ["b", "a" * 5000 + "b"]
    with pytest.raises(SearchRefusedError, match=r"Line 2 takes too long for .*: one repetition"):
        search.next(lines, 0, 0)
    with pytest.raises(SearchRefusedError, match="Line 2 takes too long"):
        replaced(lines, search, "")


def test_a_search_ends_when_no_time_is_left() -> None:
    left = iter([1.0, 1.0, 0.0])
    with pytest.raises(SearchRefusedError, match="Line 3 takes too long"):
        list(Search("a").matches(["a", "b", "c", "d"], lambda: next(left)))


def test_lines_that_are_the_same_are_looked_at_once() -> None:
    left = iter([1.0, 1.0])
    found = list(Search("a").matches(["a", "b", "a", "b", "a"], lambda: next(left)))
    assert [match.row for match in found] == [0, 2, 4]


@given(st.lists(st.text("aAb\r", max_size=5), max_size=5), st.text("aAb", min_size=1, max_size=2))
def test_replacing_by_the_same_keeps_the_text(lines: list[str], wanted: str) -> None:
    same, count = replaced(lines, Search(wanted, case=True), wanted)
    assert same == lines
    assert count == sum(len(re.findall(wanted, line)) for line in lines)


def test_a_search_from_a_line_that_went_since_begins_at_the_last_one() -> None:
    search = Search("b")
    assert search.next(["b", "a"], 7, 0) == Match(0, 0, 1)
    assert search.next(["a", "a"], 7, 0) is None


def test_who_waits_is_told_how_many_lines_are_looked_through() -> None:
    told: list[tuple[int, int]] = []
    lines = ["a"] * (TOLD_LINES + 1)
    replaced(lines, Search("a"), "b", told=lambda *counts: told.append(counts))
    assert told == [(0, len(lines)), (TOLD_LINES, len(lines))]
