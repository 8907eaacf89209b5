from datetime import date

import pytest
import tomli_w

from medv_tui.findings import Level, Path, Problem, SetValue
from medv_tui.planfile.scan import MOST_BROKEN
from medv_tui.planfile.syntax import Reading, read
from medv_tui.problem_codes import Code

BEFORE = """\
format = 1
[plan]
name = "x"
[[hosts]]
name = "A"
os = "Windows 7"
"""
AFTER = """
ram_mb = 4096
[[hosts]]
name = "B"
ram_mb = 8192
[budget]
reserve_gb = 1
"""
LINE = 7
"""Where the mistake stands between the two."""


def mistake(typed: str) -> tuple[Reading, Problem]:
    reading = read(BEFORE + typed + AFTER)
    (problem,) = reading.problems
    return reading, problem


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("edition = Windows 7", 'Text needs quotes: write edition = "Windows 7".'),
        ("server = True", "write server = true."),
        ("server = flase", "write server = false."),
        ("server = yes", "write server = true."),
        ("server = null", "delete the line to leave server unknown."),
        ("users", "users has no value"),
        ("users =", "users has no value"),
        ("users = # three", "users has no value"),
        ("= 3", "There is no key before the =."),
        ("users 3", "There is no = between users and its value."),
        ("users: 3", "Write = instead of :"),
        ("my users = 3", "A key has letters, digits, _ and - only"),
        ("users = 04", "A number has no leading zeros: write users = 4."),
        ("free_disk_gb = .5", "write free_disk_gb = 0.5."),
        ("users = 1 024", "write users = 1024."),
        ("users = 4x", "A number has no unit"),
        ("free_disk_gb = 2,5", "Decimals have a point: write free_disk_gb = 2.5."),
        ("free_disk_gb = 60 GB", "free_disk_gb is in GB, so write free_disk_gb = 60."),
        ("esd_mb = 4GB", "esd_mb is in MB, so write esd_mb = 4096."),
        ("last_seen = 2026-13-01", "the month is 01 to 12, not 13."),
        ("last_seen = 2026-02-30", "that month has no day 30."),
        ("last_seen = 2026-1-3", "write last_seen = 2026-01-03."),
        ("last_seen = 1.11.2026", "is not a date as year-month-day: write last_seen = 2026-11-01."),
        ("model = “OptiPlex”", 'Curly quotes are not quotes in TOML: write model = "OptiPlex".'),
        ("users\u00a0= 3", "no-break space"),
        ("// three users", "A comment starts with #, not with //."),
        ("users = 3 // three", "A comment starts with #, not with //."),
        ("; three users", "A comment starts with #, not with ;."),
        ("users = 3;", "delete the semicolon."),
        ("users = 3 site = 'x'", "A line holds one statement"),
        ("site = 'x' y", "Only a comment can follow the value of site, not y."),
        ("<<<<<<< HEAD\nusers = 3\n=======\nusers = 4\n>>>>>>> x", "merge conflict"),
        ('site = "Head', 'The text is not closed: write site = "Head".'),
        ("site = 'Head\"", 'The text is not closed: write site = "Head".'),
        ('site = """Head', 'The text in """ that starts here is not closed'),
        ('dotnet = ["a"', "The list that starts here is not closed"),
        ('dotnet = [\n "a",', "The list that starts here is not closed"),
        ("more = { a = 1", "The inline table that starts here is not closed"),
        ('dotnet = ["a" "b"]', "There is no comma between this item"),
        ('dotnet = ["a, "b"]', "There is no comma between this item"),
        ("dotnet = [a, b]", 'Text needs quotes: write dotnet = ["a", "b"].'),
        ("dotnet = (1)", "A list stands in square brackets"),
        ("more = { a = 1, a = 2 }", "a is already there in this inline table"),
        ("[[hosts", "write [[hosts]]."),
        ("[[hosts]", "write [[hosts]]."),
        ("[[hots]", "write [[hosts]]."),
        ("]]hosts]]", "write [[hosts]]."),
        (",[[hosts]]", "write [[hosts]]."),
        ("[bugdet", "write [budget]."),
        ("[plan]", "[plan] is already there on line 2; put these keys under it."),
        ("[hosts]", "hosts is a list of tables, begun on line 4: write [[hosts]]."),
        ("[[plan]]", "[plan] on line 2 is a single table: put these keys under it."),
        ('os = "Windows 7"', "os is already there on line 6: keep one of the two."),
        ("os.name = 'x'", "os is already a value on line 6, so it cannot have keys."),
        ("name = 'C'", "write [[hosts]] above this one if it starts another."),
        ('site = "a\x07"', "The control character U+0007"),
        ("# a\x00", "The control character U+0000"),
        ("users = 3\r# x", "A carriage return stands alone here"),
        ('site = "C:\\Users"', "write site = 'C:\\Users' in single quotes."),
        ('site = "D:\\"', "write site = 'D:\\' in single quotes."),
        ("users = 1__0", "write users = 10."),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_typing_mistake_is_one_problem_in_plain_words_on_its_line(
    typed: str, words: str, newline: str
) -> None:
    reading = read((BEFORE + typed + AFTER).replace("\n", newline))
    (problem,) = reading.problems
    assert words in problem.message
    assert problem.level is Level.ERROR
    assert problem.code is Code.SYNTAX
    assert problem.where is not None
    assert problem.where.line == LINE
    hosts = reading.data["hosts"]
    assert {"name": "B", "ram_mb": 8192} in hosts
    assert (hosts[0]["name"], hosts[0]["os"]) == ("A", "Windows 7")
    assert reading.data["budget"] == {"reserve_gb": 1}


@pytest.mark.parametrize(
    ("typed", "key", "value"),
    [
        ("server = flase", "server", False),
        ("edition = Ultimate", "edition", "Ultimate"),
        ("users = 007", "users", 7),
        ("free_disk_gb = 2,5", "free_disk_gb", 2.5),
        ("last_seen = 2026-1-3", "last_seen", date(2026, 1, 3)),
        ('site = "C:\\Users"', "site", "C:\\Users"),
        ("dotnet = [a, b]", "dotnet", ("a", "b")),
    ],
)
def test_an_obvious_repair_is_offered(typed: str, key: str, value: object) -> None:
    reading, problem = mistake(typed)
    assert isinstance(problem.fix, SetValue)
    assert problem.fix.path == ("hosts", 0, key)
    assert problem.fix.value == value
    assert type(problem.fix.value) is type(value)
    text = BEFORE + typed + AFTER
    where = reading.spans.value(problem.fix.path)
    assert where is not None
    start = reading.spans.offset(where.line, where.column)
    end = reading.spans.offset(where.end_line, where.end_column)
    written = tomli_w.dumps({"x": value}).removeprefix("x = ").rstrip()
    assert read(text[:start] + written + text[end:]).problems == ()


@pytest.mark.parametrize("typed", ["users", "users = 3 4", "last_seen = 2026-13-01"])
def test_what_was_meant_is_not_guessed(typed: str) -> None:
    assert mistake(typed)[1].fix is None


@pytest.mark.parametrize(
    ("typed", "broken"),
    [
        ("users = x", {("hosts", 0, "users")}),
        ("users.a = x", {("hosts", 0, "users", "a")}),
        ("= 3", {("hosts", 0)}),
        ('os = "x"', {("hosts", 0, "os")}),
        ("name = 'C'", set()),
        ("[[hosts]", set()),
        ("[security", {("security",)}),
        ("[secruity", {("security",)}),
        ("[uworkspaces]]", set()),
        ("[plan]", {("plan",)}),
    ],
)
def test_the_broken_key_is_named_or_its_table(typed: str, broken: set[Path]) -> None:
    assert mistake(typed)[0].broken == broken


def test_a_second_key_points_to_the_first() -> None:
    _, problem = mistake('os = "x"')
    (first,) = problem.related
    assert (first.where.line, first.where.column) == (6, 1)


def test_keys_under_a_header_that_cannot_count_go_to_no_other_table() -> None:
    text = "[[hosts]]\nname = 'A'\n[[hosts]\nname = 'B'\nusers = 1\n[hosts.x]\ny = 1\n[plan]\n"
    reading = read(text)
    assert len(reading.problems) == 1
    assert reading.data == {"hosts": [{"name": "A"}], "plan": {}}


@pytest.mark.parametrize(
    ("header", "first"), [("hosts", "name"), ("inventories", "file"), ("attestations", "practice")]
)
def test_a_header_that_was_commented_out_is_one_problem(header: str, first: str) -> None:
    item = f"[[{header}]]\n{first} = 'x'\nworkspace = 'y'\n"
    reading = read(item + "#" + item + item)
    (problem,) = reading.problems
    assert f"write [[{header}]] above this one" in problem.message
    assert len(reading.data[header]) == 2
    assert reading.broken == frozenset()


def test_a_second_table_takes_its_keys_and_no_sister_table_with_it() -> None:
    reading = read("[a.b]\nx = 1\n[a.b]\nx = 2\n[a.b.c]\ny = 1\n[a.bc]\nz = 3\n")
    assert len(reading.problems) == 1
    assert reading.data == {"a": {"b": {"x": 1}, "bc": {"z": 3}}}


def test_mistakes_of_different_statements_are_all_told_in_order() -> None:
    reading = read("a = x\nb = 1\nb = 2\n[c\nd = 1\n[e]\nf = 04\n")
    assert [problem.where.line for problem in reading.problems if problem.where] == [1, 3, 4, 7]
    assert reading.data == {"b": 1, "e": {}}


@pytest.mark.parametrize(
    "text", ["a = {b = 1,}\n", "a = {\nb = 1}\n", 'a = "\\x41"\n', "[t]\na = 07:32\n"]
)
def test_toml_1_1_is_read_with_a_note(text: str) -> None:
    reading = read(text)
    (note,) = reading.problems
    assert (note.level, note.code) == (Level.NOTE, Code.TOML_1_1)
    assert reading.data
    assert not reading.broken


def test_the_note_about_toml_1_1_comes_beside_a_mistake() -> None:
    codes = [problem.code for problem in read("a = {b = 1,}\nc = x\n").problems]
    assert codes == [Code.TOML_1_1, Code.SYNTAX]


def test_toml_1_0_has_no_note() -> None:
    assert read('a = {b = 1}\nc = "22:00-02:00"\nd = 07:32:00\n').problems == ()


def test_too_many_brackets_are_told_as_such() -> None:
    reading = read("a = 1\nb = " + "[" * 500 + "]" * 500 + "\nc = 3\n")
    (problem,) = reading.problems
    assert problem.code is Code.TOO_DEEP
    assert reading.data == {"a": 1, "c": 3}


def test_a_number_of_thousands_of_digits_is_told_as_such() -> None:
    reading = read("a = 1\nb = " + "9" * 5000 + "\nc = 3\n")
    (problem,) = reading.problems
    assert problem.code is Code.OUT_OF_RANGE
    assert problem.where is not None
    assert problem.where.line == 2
    assert reading.data == {"a": 1, "c": 3}


def test_reading_stops_in_garbage_and_says_so() -> None:
    reading = read("a = 1\n" + "?\n" * 1000 + "b = 2\n")
    assert len(reading.problems) == MOST_BROKEN + 1
    assert "Reading stopped here after 50 problems" in reading.problems[-1].message
    assert reading.data == {"a": 1}


def test_fifty_mistakes_at_the_end_leave_nothing_unread() -> None:
    reading = read("a = 1\n" + "?\n" * 50)
    assert len(reading.problems) == MOST_BROKEN


def test_a_carriage_return_alone_at_the_end_of_the_text_is_named() -> None:
    for text in ("\r", "# a\n\r", "a = 1\n\r\n\r"):
        (problem,) = read(text).problems
        assert (
            problem.message == "A carriage return stands alone here: delete it or break the line."
        )
        assert problem.where is not None
        assert problem.where.line == text.count("\n") + 1
