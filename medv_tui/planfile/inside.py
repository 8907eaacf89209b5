"""What is wrong inside the brackets of a list or an inline table."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import tomli

from medv_tui.findings import Path, Scalar
from medv_tui.planfile.broken import Case, Mistake
from medv_tui.planfile.nesting import Flaw, Inner, Key, keys_at
from medv_tui.planfile.value_mistake import Holder
from medv_tui.planfile.values import explain_value, is_value, toml
from medv_tui.problem_codes import Code

_OPEN = {
    Flaw.OPEN_LIST: "The list that starts here is not closed: write ] at its end.",
    Flaw.OPEN_TABLE: "The inline table that starts here is not closed: write } at its end.",
    Flaw.NO_COMMA: "There is no comma between this item and the one before it.",
    Flaw.OPEN_TEXT: "The text that starts here is not closed: write the same quotes at its end.",
    Flaw.TOO_DEEP: "The brackets are nested too deeply.",
    Flaw.NO_ITEM: "This is not an item: items are separated by one comma each.",
}
_KEY_BEFORE = re.compile(r"([^\s,{=]+)[ \t]*=[ \t]*\Z")
_LONGEST_KEY = 200
_MOST_REPAIRED = 50
"""A list of more items is not written anew for one of them."""
_UNQUOTED = re.compile(r"[^\"'\[\]{},=\n#]+")
_LAST_ITEM = re.compile(r"[\[,\n][ \t]*([^\s\"'\[\]{},=#][^\"'\[\]{},=\n#]*?)\s*\Z")
_SCALARS = (str, int, float, bool)


def explain_inside(case: Case) -> Mistake | None:
    """Explain a value in brackets; None for any other."""
    statement = case.statement
    if not case.key or not case.text.startswith(("[", "{"), statement.value_start):
        return None
    if statement.flaw in _OPEN:
        return _shape(case, statement.flaw)
    if statement.flaw is Flaw.TRAILING:
        return None
    return _twice(case) or _item(case)


def _shape(case: Case, flaw: Flaw) -> Mistake:
    """Explain brackets, commas and items that do not follow each other."""
    at = case.statement.flaw_at
    code = Code.TOO_DEEP if flaw is Flaw.TOO_DEEP else Code.SYNTAX
    if flaw is Flaw.NO_COMMA:
        found = _words_without_quotes(case, at) or _item_before(case, at)
        if found is not None:
            return found
    message = _OPEN[flaw]
    if flaw is Flaw.NO_ITEM:
        message = _no_item(case.text, at) or message
    return Mistake(message, at, min(at + 1, len(case.text)), code=code)


def _no_item(text: str, at: int) -> str | None:
    """Say what stands at a place inside brackets where an item was to begin or to end."""
    char = text[at : at + 1]
    line = text.rfind("\n", 0, at) + 1
    before = _KEY_BEFORE.search(text, max(line, at - _LONGEST_KEY), at)
    if before and char in tuple(",]}#"):
        return f"{before[1]} has no value: write one after the =."
    if char in tuple("]}"):
        return f"{char} closes nothing here: a list ends with ], an inline table with }}."
    if char == "=":
        return _equals(text, at)
    keys, after = keys_at(text, at)
    return _half_pair(text, keys, after) if keys else None


def _equals(text: str, at: int) -> str:
    """Explain an = where an item or a key was to begin, or after an item."""
    before = text[text.rfind("\n", 0, at) + 1 : at].rstrip()
    if before.endswith(("{", ",")):
        return "There is no key before the =."
    return "A list holds values: write key = value in braces, { key = value }."


def _half_pair(text: str, keys: Sequence[Key], after: int) -> str:
    """Explain a key without an = in an inline table."""
    key = text[keys[0].start : keys[-1].end]
    if text[after : after + 1] == ":":
        return f"Write = instead of : between {key} and its value."
    if text[after : after + 1] in tuple(",}"):
        return f"{key} has no value: write {key} = and the value after it."
    return f"There is no = between {key} and its value."


def _words_without_quotes(case: Case, at: int) -> Mistake | None:
    """Explain an item of several words; `at` is where the second one begins."""
    start = max(case.text.rfind(char, case.statement.value_start, at) for char in "[,\n") + 1
    match = _UNQUOTED.match(case.text, start)
    pair = match is not None and case.text.startswith("=", match.end())
    if not match or pair or match.end() <= at or not match[0].strip():
        return None
    item = match[0].strip()
    if is_value(item.split()[0]):
        return None
    found = explain_value(Holder(case.key, is_item=True), item, "")
    start += len(match[0]) - len(match[0].lstrip())
    return Mistake(found.message, start, start + len(item)) if found else None


def _item_before(case: Case, at: int) -> Mistake | None:
    """Explain the item before a missing comma, if it is no value by itself."""
    text = case.text
    match = _LAST_ITEM.search(text, case.statement.value_start, at)
    if not match or is_value(match[1]):
        return None
    touches = match.end() == match.end(1) and text[at] in "\"'"
    item = match[1] + text[at] if touches else match[1]
    found = explain_value(Holder(case.key, is_item=True), item, "")
    return Mistake(found.message, match.start(1), match.start(1) + len(item)) if found else None


def _twice(case: Case) -> Mistake | None:
    """Find a key that an inline table has already, or that goes into a value."""
    pairs = sorted(
        (inner for inner in case.statement.inner if inner.keys and inner.path),
        key=lambda inner: inner.keys[0].start,
    )
    values: set[Path] = set()
    made: set[Path] = set()
    for pair in pairs:
        top = len(pair.path) - len(pair.keys)
        above = [pair.path[:length] for length in range(top + 1, len(pair.path))]
        value = next((path for path in above if path in values), None)
        name = ".".join(key.text for key in pair.keys)
        start, end = pair.keys[0].start, pair.keys[-1].end
        if value is not None:
            return Mistake(
                f"{value[-1]} is already a value in this inline table, so it cannot have keys.",
                start,
                end,
            )
        if pair.path in values or pair.path in made:
            return Mistake(
                f"{name} is already there in this inline table: keep one of the two.", start, end
            )
        values.add(pair.path)
        made.update(above)
    return None


def _item(case: Case) -> Mistake | None:
    """Find the first item that is no value, and what the whole list was meant to be."""
    wrong = next(_wrong_items(case), None)
    if wrong is None:
        return None
    item = case.text[wrong.start : wrong.end]
    pair = ".".join(case.text[key.start : key.end] for key in wrong.keys)
    holder = Holder(pair or case.key, is_item=not pair)
    found = explain_value(holder, item, case.reason)
    if found is None:
        return None
    whole = _repaired(case)
    if whole is None:
        return Mistake(found.message, wrong.start, wrong.end, code=found.code)
    listed = f"{case.key} = [{', '.join(toml(value) for value in whole)}]"
    head = found.message.partition(": ")[0]
    return Mistake(f"{head}: write {listed}.", wrong.start, wrong.end, whole, found.code)


def _wrong_items(case: Case) -> Iterator[Inner]:
    """List what stands in the brackets, without brackets of its own, and is no value.

    What ends before the parser stopped is one.
    """
    for inner in case.statement.inner:
        typed = case.text[inner.start : inner.end]
        if inner.end >= case.stopped and typed[0] not in "[{" and not is_value(typed):
            yield inner


def _repaired(case: Case) -> tuple[Scalar, ...] | None:
    """Give all items of a plain list on one line, with what each broken one was meant to be."""
    statement = case.statement
    inner: Sequence[Inner] = statement.inner
    text = case.text[statement.value_start : statement.value_end]
    if len(inner) > _MOST_REPAIRED or text[:1] != "[" or "\n" in text:
        return None
    if any(len(item.path) != 1 for item in inner):
        return None
    items: list[Scalar] = []
    for entry in inner:
        item = _scalar(case, case.text[entry.start : entry.end])
        if item is None:
            return None
        items.append(item)
    return tuple(items)


def _scalar(case: Case, typed: str) -> Scalar | None:
    value: Any = None
    if is_value(typed):
        value = tomli.loads(f"x = {typed}")["x"]
    else:
        found = explain_value(Holder(case.key, is_item=True), typed, "")
        value = found.fix if found else None
    return value if isinstance(value, _SCALARS) else None
