"""Edits of the sample plans: the data change as asked, and all else stays as it was."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import tomli
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from medv_tui.findings import (
    AddItem,
    AddTable,
    DuplicateTable,
    Intent,
    Path,
    RemoveKey,
    Reorder,
    SetValue,
)
from medv_tui.planfile.edit import EditRefusedError, Replacement, apply, edit
from medv_tui.planfile.expectation import same
from medv_tui.planfile.replacement import difference
from medv_tui.planfile.syntax import read
from tests.planfile.editing import PLAN, windows
from tests.planfile.test_properties import edited, edits
from tests.samples.plans import GOOD_SAMPLES

VALUES = (
    True,
    7,
    2.5,
    "x",
    "C:\\x",
    'say "x"',
    "it's",
    date(2027, 1, 2),
    ("a", "b"),
    (),
    "é\u2028",
)


def start_of(path: Any) -> str:
    """Give a sample, the largest one up to a table near its beginning."""
    text: str = path.read_bytes().decode()
    return text if len(text) < 15_000 else text[:3_000].rpartition("\n\n")[0] + "\n"


TEXTS = {path.stem: start_of(path) for path in GOOD_SAMPLES} | {"commented": PLAN}


def paths(node: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    entries = (
        node.items()
        if isinstance(node, dict)
        else enumerate(node)
        if isinstance(node, list)
        else ()
    )
    for key, value in entries:
        yield (*path, key), value
        yield from paths(value, (*path, key))


def is_tables(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(item, dict) for item in value)


def intents(data: dict[str, Any]) -> Iterator[Intent]:
    """Give an edit of every kind for everything that a plan holds."""
    for number, (path, value) in enumerate(paths(data)):
        yield RemoveKey(path)
        if is_tables(value):
            yield AddTable(path, (("name", "new"),))
        elif isinstance(value, dict):
            yield SetValue((*path, "new key"), number)
            if isinstance(path[-1], int):
                yield DuplicateTable(path, (("name", "new"),))
        elif isinstance(value, list):
            yield AddItem(path, "new")
            yield Reorder(path, tuple(str(item) for item in reversed(value)))
        else:
            yield SetValue(path, VALUES[number % len(VALUES)])


def mended(data: Any, path: Path, value: object) -> None:
    """Set a value in parsed data."""
    for part in path[:-1]:
        data = data[part]
    data[path[-1]] = list(value) if isinstance(value, tuple) else value


def is_right(text: str, new: str, intent: Intent, changes: tuple[Replacement, ...]) -> bool:
    """Judge an edit by other means than the program does."""
    if isinstance(intent, SetValue | Reorder):
        wanted = tomli.loads(text)
        value = intent.value if isinstance(intent, SetValue) else intent.items
        mended(wanted, intent.path, value)
        return tomli.loads(new) == wanted
    if isinstance(intent, RemoveKey):
        return len(new) < len(text) and all(not change.new for change in changes)
    return len(new) > len(text) and all(change.start == change.end for change in changes)


MOST_EDITS = 150
"""About as many edits of one plan are tried."""


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("windows_lines", [False, True])
def test_everything_in_a_plan_can_be_edited_and_the_edit_undone(
    name: str, windows_lines: bool
) -> None:
    text = windows(TEXTS[name]) if windows_lines else TEXTS[name]
    every = list(intents(tomli.loads(text)))
    # A large plan repeats itself; each run of line endings takes another part of its edits.
    for intent in every[windows_lines :: max(1, len(every) // MOST_EDITS)]:
        changes = edit(text, intent)
        new = apply(text, changes)
        assert is_right(text, new, intent, changes), intent
        assert new.count("\r\n") == (new.count("\n") if windows_lines else 0), intent
        assert new.endswith("\n"), intent
        assert apply(new, undoing(text, changes)) == text, intent


def undoing(text: str, changes: tuple[Replacement, ...]) -> Iterator[Replacement]:
    """Give what puts the replaced characters back, and nothing else."""
    shift = 0
    for before, change in zip((None, *changes), changes, strict=False):
        assert before is None or before.end <= change.start
        start = change.start + shift
        yield Replacement(start, start + len(change.new), text[change.start : change.end])
        shift += len(change.new) - (change.end - change.start)


@pytest.mark.parametrize("name", TEXTS)
def test_a_set_value_touches_no_other_line(name: str) -> None:
    text = TEXTS[name]
    scalars = [p for p, value in paths(tomli.loads(text)) if not isinstance(value, dict | list)]
    for path in scalars[::3]:
        new = apply(text, edit(text, SetValue(path, "other")))
        lines = zip(text.split("\n"), new.split("\n"), strict=True)
        assert sum(old != now for old, now in lines) <= 1, path


@given(edits, st.integers(0, 1000))
@hypothesis_settings(max_examples=60, deadline=None)
def test_an_edit_of_any_text_is_what_was_asked_for_or_is_refused(
    damage: list[tuple[float, int, str]], number: int
) -> None:
    text = edited(damage)
    data = read(text).data
    possible = [*intents(data), AddTable(("hosts",), (("name", "new"),)), RemoveKey(("plan",))]
    try:
        new = apply(text, edit(text, possible[number % len(possible)]))
    except EditRefusedError:
        new = None
    assert new is None or same(read(new).data, data) == (new == text)


TEXT = st.text(st.sampled_from("a\r\nb"), max_size=12).map(lambda text: text.replace("\r", "\r\n"))


@given(TEXT, TEXT)
@hypothesis_settings(max_examples=200, deadline=None)
def test_a_difference_leads_from_one_text_to_the_other_and_splits_no_line_ending(
    old: str, new: str
) -> None:
    change = difference(old, new)
    assert apply(old, [change]) == new
    for offset in (change.start, change.end):
        assert old[max(0, offset - 1) : offset + 1] != "\r\n"
