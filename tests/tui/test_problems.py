from datetime import date

import pytest

from medv_tui.findings import Intent, Level, Problem, Range, RemoveKey, RenameKey, SetValue
from medv_tui.problem_codes import Code
from medv_tui.tui.line import plain
from medv_tui.tui.problems import (
    at_cursor,
    fix_words,
    in_order,
    next_place,
    place,
    previous_place,
    rows,
    summary,
)


def problem(
    line: int,
    level: Level = Level.ERROR,
    message: str = "Wrong.",
    file: str = "",
    fix: Intent | None = None,
) -> Problem:
    where = Range(line, 3, line, 4) if line else None
    return Problem(level, Code.SYNTAX, message, file=file, where=where, fix=fix)


def test_errors_come_before_warnings_and_then_line_by_line() -> None:
    first, second, third = problem(9), problem(12), problem(1, Level.WARNING)
    assert in_order([third, second, first]) == [first, second, third]


def test_problems_are_counted_by_weight() -> None:
    assert summary([problem(1), problem(2), problem(3, Level.WARNING)]) == "2 errors, 1 warning"
    assert summary([]) == ""


def test_a_problem_shows_its_place_and_its_whole_sentence() -> None:
    shown = [plain(row) for row in rows(problem(12, message="One two three four."), 20)]
    assert shown == ["× 12:3   One two", "         three four."]


def test_a_problem_with_a_fix_says_below_it_what_the_key_does() -> None:
    fix = SetValue(("infrastructure", "print_server"), value=False)
    first, second = rows(problem(12, fix=fix), 60)
    assert plain(first) == "× 12:3   Wrong."
    assert plain(second) == "         F4 replace with false"
    assert second[1].look == "$accent"


@pytest.mark.parametrize(
    ("fix", "words"),
    [
        (SetValue(("plan", "name"), "x"), 'replace with "x"'),
        (SetValue(("a",), ("x", "y")), 'replace with ["x", "y"]'),
        (SetValue(("retire_by",), date(2027, 6, 30)), "replace with 2027-06-30"),
        (RemoveKey(("hosts", 3, "ram")), "delete the line"),
        (RenameKey(("hosts", 3, "ram"), "ram_mb"), "rename to ram_mb"),
    ],
)
def test_a_fix_is_said_in_few_words(fix: Intent, words: str) -> None:
    assert fix_words(fix) == words


def test_hostile_text_in_a_fix_is_harmless() -> None:
    fix = SetValue(("plan", "name"), "a\u202eb")
    assert plain(rows(problem(1, fix=fix), 80)[1]).endswith('F4 replace with "a�b"')


def test_a_problem_of_an_inventory_names_the_file() -> None:
    assert place(problem(7, file="fleet.csv")) == "fleet.csv:7"


def test_hostile_text_in_a_problem_is_harmless() -> None:
    shown = plain(rows(problem(1, message="\x1b]0;x\x07[red]"), 80)[0])
    assert shown.endswith("␛]0;x␇[red]")


def test_the_next_problem_is_the_one_below_and_then_the_first() -> None:
    problems = [problem(4), problem(9), problem(2, file="fleet.csv"), problem(0)]
    assert next_place(problems, 1, 1) == (4, 3)
    assert next_place(problems, 4, 3) == (9, 3)
    assert next_place(problems, 9, 3) == (4, 3)


def test_the_previous_problem_is_the_one_above_and_then_the_last() -> None:
    problems = [problem(4), problem(9)]
    assert previous_place(problems, 9, 3) == (4, 3)
    assert previous_place(problems, 4, 3) == (9, 3)
    assert previous_place(problems, 5, 1) == (4, 3)


def test_there_may_be_no_next_or_previous_problem() -> None:
    assert next_place([problem(2, file="fleet.csv")], 1, 1) is None
    assert previous_place([], 1, 1) is None


def test_the_fix_is_that_of_the_cursor_s_line_or_else_of_the_first_problem() -> None:
    fix = SetValue(("a",), 1)
    none, first, second = problem(2), problem(4, fix=fix), problem(9, fix=fix)
    assert at_cursor([none, first, second], 9) is second
    assert at_cursor([none, first, second], 2) is first
    assert at_cursor([none], 2) is None
