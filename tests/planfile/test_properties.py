from typing import Any

import tomli
import tomli_w
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.typos import plan_text
from medv_tui.findings import Path, Range
from medv_tui.planfile.parse import parse
from medv_tui.planfile.positions import Lines
from medv_tui.planfile.scan import Kind, statements
from medv_tui.planfile.syntax import read
from tests.planfile.damage import (
    check_fixes,
    check_mistakes,
    check_reading,
    damaged,
    mistakes,
)

SMALL = plan_text(3)
FRAGMENTS = (
    '"""', "'''", "[", "[[", "]", "{", "}", "=", "\n", "\r", '"', "#", "\\", ",", ".", "\0", "é",
    "\u2028", "\ud800", "[hosts]\n", "[[hosts]]\n", "[[workspaces.image]]\n", "workspaces = 3\n",
    'name = "x"\n', "a.b = 1\n", "<<<<<<<\n", "{b = 1,}", "2026-13-01", "format = 2\n",
)  # fmt: skip

names = st.sampled_from(["a", "b-c", "d e", "f.g", "é", "", '"', "h\n"])
values = st.recursive(
    st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False)
    | st.dates()
    | st.times()
    | st.datetimes()
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3),
    max_leaves=12,
)
tables = st.dictionaries(names, values, max_size=4)
edits = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 12), st.sampled_from(("", *FRAGMENTS))), max_size=6
)


def scalars(node: Any, path: Path = ()) -> list[tuple[Path, Any]]:
    if isinstance(node, dict):
        return [found for key, value in node.items() for found in scalars(value, (*path, key))]
    if isinstance(node, list):
        return [
            found for index, value in enumerate(node) for found in scalars(value, (*path, index))
        ]
    return [(path, node)]


def cut(text: str, where: Range) -> str:
    lines = Lines(text)
    start = lines.offset(where.line, where.column)
    return text[start : lines.offset(where.end_line, where.end_column)]


def edited(changes: list[tuple[float, int, str]]) -> str:
    text = SMALL
    for place, length, insert in changes:
        at = int(place * len(text))
        text = text[:at] + insert + text[at + length :]
    return text


@given(tables, st.booleans())
@settings(max_examples=60, deadline=None)
def test_every_value_of_valid_toml_stands_at_its_place(data: dict[str, Any], crlf: bool) -> None:
    text = tomli_w.dumps(data)
    if crlf:
        text = text.replace("\n", "\r\n")
    reading = read(text)
    assert reading.problems == ()
    for path, value in scalars(reading.data):
        where = reading.spans.value(path)
        assert where is not None, path
        assert tomli.loads(f"x = {cut(text, where)}")["x"] == value
        start = reading.spans.offset(where.line, where.column)
        assert reading.spans.path_at(start) == path
        key = reading.spans.key(path)
        if isinstance(path[-1], str):
            assert key is not None
            assert next(iter(tomli.loads(f"{cut(text, key)} = 1"))) == path[-1]


@given(tables)
@settings(max_examples=40, deadline=None)
def test_the_scan_finds_nothing_broken_in_valid_toml(data: dict[str, Any]) -> None:
    kinds = [statement.kind for statement in statements(tomli_w.dumps(data))]
    assert Kind.BROKEN not in kinds


@given(st.text())
@settings(max_examples=60, deadline=None)
def test_any_text_is_read(text: str) -> None:
    parse(text)


@given(edits)
@settings(max_examples=150, deadline=None)
def test_an_edited_plan_is_read_and_has_an_error_exactly_if_it_is_no_toml(
    changes: list[tuple[float, int, str]],
) -> None:
    check_reading(edited(changes))


@given(damaged)
@settings(max_examples=120, deadline=None)
def test_a_damaged_text_is_read_and_has_an_error_exactly_if_it_is_no_toml(text: str) -> None:
    check_reading(text)


@given(damaged)
@settings(max_examples=40, deadline=None)
def test_a_fix_mends_its_problem_in_a_damaged_text_or_is_refused(text: str) -> None:
    check_fixes(text)


@given(mistakes)
@settings(max_examples=40, deadline=None)
def test_several_mistakes_are_as_many_problems_and_cost_no_other_computer(
    lines: dict[int, str],
) -> None:
    check_mistakes(lines)
