"""What is wrong on the left of a statement: its key, its = and whether a value follows."""

import re
from functools import cache

from medv_tui.plan.keys import tables
from medv_tui.planfile.broken import Case, Mistake, without_comment
from medv_tui.planfile.headers import bare_header
from medv_tui.planfile.nesting import Flaw
from medv_tui.planfile.spelling import nearest
from medv_tui.planfile.values import is_value, toml

_NAME = re.compile(r"[\w-]")
_DOTS = re.compile(r"(?:^|\.)[ \t]*(?:\.|$)")
_TOUCHING_COMMENT = re.compile(r"#[^\n]*=")
_OTHER_SIGNS = (":", "：", "＝")
"""Typed in place of an equals sign, with an input method for Chinese too."""
_DOT = "A dot stands between two parts of a key: write one part on each side."
_BETWEEN_WORDS = re.compile(r"[\s-]+")
_PLAIN_WORDS = re.compile(r"[^\"'\[\]{}=#,\n\\]+")


def explain_key(case: Case) -> Mistake | None:
    """Explain a statement that lacks a readable key, its = or a value; None for any other."""
    match case.statement.flaw:
        case Flaw.NO_KEY:
            return _no_key(case)
        case Flaw.NO_EQUALS:
            return _no_equals(case)
        case Flaw.NO_VALUE:
            return _no_value(case)
        case None if case.reason:
            return _escape_in_key(case)
        case _:
            return None


def _escape_in_key(case: Case) -> Mistake | None:
    """Explain a quoted key whose escapes the parser refuses."""
    if "\\" not in case.key or is_value(case.key):
        return None
    return case.at(
        "A \\ in double quotes starts an escape: put single quotes around this key.",
        case.statement.keys[0].start,
        len(case.key),
    )


def _no_key(case: Case) -> Mistake:
    line = case.bare.strip()
    first = case.line.strip()
    if bare_header(case.line):
        return _other_header(case)
    if line.startswith("="):
        return case.all("There is no key before the =.")
    if first.startswith("["):
        return case.all(f"A [ stands before {case.key}: delete it, or write ] to make a header.")
    if first.startswith(('"""', "'''")):
        return case.all("A text stands here without a key: write key = before it.")
    if first[:1] in ('"', "'"):
        return _open_key(case, first)
    return _odd_start(case, line)


def _open_key(case: Case, typed: str) -> Mistake:
    """Explain a quoted key that has only one of its quotes on the line."""
    if "\n" in typed:
        return case.all("A quoted key stands on one line.")
    if "=" not in typed:
        return case.all(
            f"The quotes that start here are not closed: write {typed[0]} at their end."
        )
    return case.all(f"The quoted key is not closed: write {typed[0]} before the =.")


def _odd_start(case: Case, line: str) -> Mistake:
    """Explain a line that begins with a character that no key has."""
    if line.startswith("{") and "=" not in line:
        return case.all("A plan is TOML, not JSON: write [table] headers and key = value below.")
    if "=" in line and _NAME.search(line.partition("=")[0]):
        return _wrong_key(case)
    if "." in line.partition("=")[0]:
        return case.all("A dot alone is no key: it stands between the parts of one.")
    if "=" in line:
        return _wrong_key(case)
    return case.all("This is not a TOML statement: write key = value.")


def _no_equals(case: Case) -> Mistake:
    value = case.value.strip()
    if case.line.strip().startswith(('"""', "'''")):
        return _triple_quotes(case)
    below = case.line.partition("\n")[2].strip()
    if below.startswith("="):
        return case.all(f"The = stands on the line of its key: write {case.key} {below}.")
    if value == ":" and bare_header(case.line):
        return _other_header(case)
    if value.startswith(_OTHER_SIGNS):
        return case.all(f"Write = instead of {value[0]} between {case.key} and its value.")
    if value and not value.startswith(".") and "=" in case.bare:
        return _wrong_key(case)
    return case.all(_without_equals(case, value))


def _without_equals(case: Case, value: str) -> str:
    """Say what a line without an = lacks."""
    if value.startswith("."):
        return _DOT
    if value:
        return f"There is no = between {case.key} and its value."
    if _TOUCHING_COMMENT.match(case.text, case.statement.keys[-1].end):
        return f"A # starts a comment, so {case.key} has no value here: delete the #."
    return f"{case.key} has no value: write {case.key} = and the value after it."


def _other_header(case: Case) -> Mistake:
    """Explain a table that is named as in other formats."""
    header = bare_header(case.line)
    mistake = case.all(f"A table begins with its name in brackets: write {header}.")
    return case.instead(mistake, without_comment(case.line).strip(), header)


def _triple_quotes(case: Case) -> Mistake:
    first = case.line.strip()
    quotes = first[:3]
    end = first.find(quotes, 3)
    if end > 0 and first[end + 3 :].lstrip().startswith("="):
        written = toml(first[3:end])
        return case.all(f"A key does not stand in triple quotes: write {written}.")
    return case.all("A text stands here without a key: write key = before it.")


def _wrong_key(case: Case) -> Mistake:
    """Explain a key with characters that need quotes."""
    typed = case.bare.partition("=")[0].strip()
    is_plain = _PLAIN_WORDS.fullmatch(case.line.partition("=")[0])
    if _DOTS.search(typed):
        return case.all(_DOT)
    known = nearest(_BETWEEN_WORDS.sub("_", typed), _plan_keys()) if len(typed) > 5 else None
    rule = "A key has letters, digits, _ and - only"
    if known:
        return case.instead(case.all(f"{rule}: write {known}."), typed, known)
    if is_plain:
        return case.all(f"{rule}; any other one needs quotes: write {toml(typed)}.")
    return case.all(f"{rule}; any other one needs quotes.")


@cache
def _plan_keys() -> frozenset[str]:
    """Names of all keys that any table of a plan has."""
    return frozenset(key.name for table in tables() for key in table.keys)


def _no_value(case: Case) -> Mistake:
    below = case.line.partition("\n")[2].strip()
    if below:
        first = below.partition("\n")[0].rstrip()
        return case.all(
            f"The value stands on the line of its key: write {case.key} = {first} on one line."
        )
    return case.all(
        f"{case.key} has no value: write one after the =, or delete the line to leave it unknown."
    )
