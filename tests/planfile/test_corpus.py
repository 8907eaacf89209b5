import math
from collections.abc import Iterator
from typing import Any

import pytest
import tomli

from medv_tui.findings import Level, Path, Range
from medv_tui.planfile.parse import parse
from medv_tui.planfile.positions import Lines
from medv_tui.planfile.syntax import Reading, read
from medv_tui.problem_codes import Code
from tests.planfile.corpus import BROKEN, CASES, MODERN, VALID
from tests.planfile.corpus.case import Broken, Modern, Valid
from tests.planfile.editing import edited, windows

BEFORE = "above = 'ü😀'\n"
AFTER = "[below]\nname = 'kept'\n"


def both(text: str) -> tuple[str, str]:
    """Give a text with the line endings of Unix and of Windows."""
    return text, windows(text)


def beside(case: Broken) -> str:
    """Put a broken text between statements that are correct."""
    return BEFORE + case.text.rstrip("\n") + "\n" + AFTER


def scalars(node: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield from scalars(value, (*path, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from scalars(value, (*path, index))
    else:
        yield path, node


def cut(text: str, where: Range) -> str:
    lines = Lines(text)
    start = lines.offset(where.line, where.column)
    return text[start : lines.offset(where.end_line, where.end_column)]


def check_places(text: str, reading: Reading, says: dict[str, Any]) -> None:
    for path, value in scalars(says):
        where = reading.spans.value(path)
        assert where is not None, path
        assert tomli.loads(f"x = {cut(text, where)}")["x"] == value, path
        start = reading.spans.offset(where.line, where.column)
        assert reading.spans.path_at(start) == path
        key = reading.spans.key(path)
        if isinstance(path[-1], str):
            assert key is not None
            assert next(iter(tomli.loads(f"{cut(text, key)} = 1"))) == path[-1]


def kinds(node: Any) -> Any:
    if isinstance(node, dict):
        return {key: kinds(value) for key, value in node.items()}
    if isinstance(node, list):
        return [kinds(value) for value in node]
    return type(node), str(node)


def test_every_rule_of_the_corpus_is_named_once() -> None:
    assert len({case.rule for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", VALID, ids=lambda case: case.rule)
def test_what_keeps_a_rule_says_what_it_means_at_its_places(case: Valid) -> None:
    for text in both(case.text):
        reading = read(text)
        assert reading.problems == ()
        assert kinds(reading.data) == kinds(case.says)
        check_places(text, reading, case.says)
        parse(text)


@pytest.mark.parametrize("case", VALID, ids=lambda case: case.rule)
def test_what_keeps_a_rule_says_the_same_beside_a_mistake(case: Valid) -> None:
    text = f"# first\n{case.text}\n[below]\nwrong = \n"
    reading = read(text)
    (problem,) = reading.problems
    assert problem.where is not None
    assert problem.where.line == text.count("\n")
    assert kinds(reading.data) == kinds({**case.says, "below": {}})
    check_places(text, reading, case.says)


@pytest.mark.parametrize("case", MODERN, ids=lambda case: case.rule)
def test_what_only_toml_1_1_allows_is_read_with_a_note(case: Modern) -> None:
    for text in both(case.text):
        reading = read(text)
        (note,) = reading.problems
        assert (note.level, note.code) == (Level.NOTE, Code.TOML_1_1)
        assert note.where is not None
        assert note.where.line == case.line
        assert kinds(reading.data) == kinds(case.says)
        check_places(text, reading, case.says)


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case.rule)
def test_what_breaks_a_rule_is_one_problem_on_its_line(case: Broken) -> None:
    for text in both(beside(case)):
        reading = read(text)
        (problem,) = reading.problems
        assert problem.level is Level.ERROR
        assert case.words in problem.message
        assert problem.where is not None
        assert problem.where.line == case.line + BEFORE.count("\n")
        assert reading.data["above"] == "ü😀"
        assert reading.data["below"] == {"name": "kept"}
        parse(text)


def test_every_broken_rule_is_an_error_without_anything_beside_it() -> None:
    for case in BROKEN:
        assert any(problem.level is Level.ERROR for problem in read(case.text).problems), case.rule


def test_the_fix_of_a_broken_rule_leaves_no_problem() -> None:
    fixes = 0
    for text in (text for case in BROKEN for text in both(beside(case))):
        for problem in read(text).problems:
            if problem.fix is not None:
                assert read(edited(text, problem.fix)).problems == (), text
                fixes += 1
    assert fixes > 100


def test_not_a_number_is_read() -> None:
    data = read("a = nan\nb = +nan\nc = -nan\n").data
    assert [math.isnan(value) for value in data.values()] == [True, True, True]
