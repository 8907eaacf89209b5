"""What is wrong with a value that TOML does not know, and what was probably meant."""

import difflib
import re
from collections.abc import Callable
from typing import TypeAlias

import tomli
import tomli_w

from medv_tui.findings import Scalar
from medv_tui.planfile.moments import explain_moment
from medv_tui.planfile.numerals import explain_number
from medv_tui.planfile.value_mistake import Holder, ValueMistake
from medv_tui.problem_codes import Code

SEVERAL = "Several values stand in square brackets"
"""Begins what is said of values beside each other; only where a list can stand is it advice."""

_NOTHING = ("null", "none", "nil", "n/a", "unknown", "undefined")
_YES, _NO = ("yes", "on", "y"), ("no", "off", "n")
_STATEMENT_AFTER = re.compile(r"\s([A-Za-z_][\w.-]*\s*=.*|\[{1,2}[\w.-]+\]{1,2})$")
_ESCAPE = re.compile(r"\\([uUx])([0-9A-Fa-f]{1,8})|\\.", re.DOTALL)
_ESCAPE_DIGITS = {"u": 4, "U": 8, "x": 2}
_OPEN_TEXT = re.compile(r'"(?:[^"\\]++|\\.)*+')
"""A text without quotes at its end."""
_WORDS = re.compile(r"[\w .:\\/-]+")
_LIKE_A_PATH = re.compile(r"[A-Za-z]:\\|\\\\|%\w+%|\\(?!u[0-9A-Fa-f]{4})[A-Za-z]\w*\\")

_Rule: TypeAlias = Callable[[Holder, str, str], ValueMistake | None]
"""Takes what the value belongs to, the value as typed and the parser's words."""


def explain_value(holder: Holder, value: str, reason: str) -> ValueMistake | None:
    """Explain a value that the TOML parser refused; None where only its own words are left."""
    if not value or is_value(value):
        return None
    found = (rule(holder, value, reason) for rule in _RULES)
    return next((mistake for mistake in found if mistake is not None), None)


def toml(value: Scalar) -> str:
    """Write one value as TOML, in single quotes where that saves escaping."""
    if isinstance(value, str) and "\\" in value and "'" not in value and value.isprintable():
        return f"'{value}'"
    return tomli_w.dumps({"x": value})[4:].rstrip("\n")


def is_value(typed: str) -> bool:
    """Whether a text is one value of TOML."""
    try:
        return len(tomli.loads(f"x = {typed}")) == 1
    except (ValueError, RecursionError):
        return False


def explain_escape(inner: str) -> str | None:
    """Say which escape by number in a text stands for no character; None if it is not that."""
    for match in _ESCAPE.finditer(inner):
        if not match[1]:
            continue
        wanted = _ESCAPE_DIGITS[match[1]]
        escape = f"\\{match[1]}{match[2][:wanted]}"
        if len(match[2]) < wanted:
            why = f"is too short: \\{match[1]} takes {wanted} digits"
        elif not is_value(f'"{escape}"'):
            why = "stands for no character"
        else:
            continue
        return f"The escape {escape} {why}. A \\ alone is written \\\\."
    return None


def _limits(_holder: Holder, _value: str, reason: str) -> ValueMistake | None:
    if "nested" in reason:
        return ValueMistake("The brackets are nested too deeply.", None, Code.TOO_DEEP)
    if "Exceeds the limit" in reason:
        return ValueMistake("The number has too many digits.", None, Code.OUT_OF_RANGE)
    return None


def _second_statement(holder: Holder, value: str, _reason: str) -> ValueMistake | None:
    match = _STATEMENT_AFTER.search(value)
    first = value[: match.start()].rstrip(" \t,;") if match else ""
    if not match or not is_value(first):
        return None
    return ValueMistake(
        f"A line holds one statement: put {match[1]} on the next line after {holder.name}.",
        rest=value[len(first) :],
    )


def _second_equals(holder: Holder, value: str, _reason: str) -> ValueMistake | None:
    if value[0] != "=":
        return None
    written = holder.with_value(value.lstrip("= \t"))
    return ValueMistake(f"One = stands between a key and its value: write {written}.")


def _row(holder: Holder, value: str, _reason: str) -> ValueMistake | None:
    """Explain several values without the brackets of a list, or with one of the two."""
    if holder.is_item or "," not in value or value[0] in "[{(":
        return None
    listed = f"[{value.removesuffix(']')}]"
    if "\n" in listed or not (" " in value or value.count(",") > 1 or value.endswith("]")):
        return None
    if not is_value(listed):
        return None
    written = holder.with_value(listed)
    return ValueMistake(f"{SEVERAL}: write {written}.")


def _quoted(holder: Holder, value: str, reason: str) -> ValueMistake | None:
    quote = value[0]
    if quote not in "\"'":
        return None
    if value.startswith(quote * 3):
        return ValueMistake(
            f"The text in {quote * 3} that starts here is not closed: write {quote * 3} at its end."
        )
    if "\\" in value and quote == '"':
        return _followed(holder, value) or _escapes(holder, value)
    end = value.find(quote, 1)
    if end < 0:
        return _unclosed(holder, value, quote)
    if value[end + 1 :].strip():
        return _after_text(holder, value, end)
    return ValueMistake(f"The text cannot be read: {reason}.") if reason else None


def _followed(holder: Holder, value: str) -> ValueMistake | None:
    """Explain what follows a text that is right itself."""
    whole = _OPEN_TEXT.match(value)
    end = whole.end() if whole else len(value)
    rest = value[end + 1 :]
    if not rest[:1].isspace() or '"' in rest or not is_value(value[: end + 1]):
        return None
    return ValueMistake(
        f"Only a comment can follow the value of {holder.name}, not {rest.strip()}."
    )


def _after_text(holder: Holder, value: str, end: int) -> ValueMistake:
    """Explain what follows a text: the rest of it, if its last character closes it again."""
    quote, inner = value[0], value[1:-1]
    other = "'" if quote == '"' else '"'
    if value.endswith(quote) and value[end + 1] not in ",; \t" and other not in inner:
        written = holder.with_value(other + inner + other)
        return ValueMistake(f"The text has its own quotes inside: write {written}.", inner)
    rest = value[end + 1 :].strip()
    return ValueMistake(f"Only a comment can follow the value of {holder.name}, not {rest}.")


def _escapes(holder: Holder, value: str) -> ValueMistake:
    inner = value[1:].removesuffix('"')
    is_path = _LIKE_A_PATH.search(value) is not None
    if not is_path and _OPEN_TEXT.fullmatch(value) and is_value(f'{value}"'):
        return ValueMistake('The text is not closed: write " at its end.')
    wrong = None if is_path else explain_escape(inner)
    if wrong:
        return ValueMistake(wrong)
    if "'" in inner or not inner.isprintable():
        return ValueMistake(
            "A \\ in double quotes starts an escape: write \\\\ for each one that is meant."
        )
    written = holder.with_value(f"'{inner}'")
    return ValueMistake(
        f"A \\ in double quotes starts an escape: write {written} in single quotes.", inner
    )


def _unclosed(holder: Holder, value: str, quote: str) -> ValueMistake:
    inner = value[1:].rstrip("\"'")
    if "#" in inner:
        return ValueMistake(f"The text is not closed: write {quote} at its end.")
    written = holder.with_value(toml(inner))
    return ValueMistake(f"The text is not closed: write {written}.", inner)


def _round_brackets(holder: Holder, value: str, _reason: str) -> ValueMistake | None:
    if value[0] != "(":
        return None
    return ValueMistake(f"A list stands in square brackets: write {holder.with_value('[...]')}.")


def _closing(holder: Holder, value: str, _reason: str) -> ValueMistake | None:
    if value not in ("]", "}"):
        return None
    opening = "[" if value == "]" else "{"
    return ValueMistake(f"{value} closes nothing here: write {holder.with_value(opening)}.")


def _nothing(holder: Holder, value: str, _reason: str) -> ValueMistake | None:
    if value.lower() not in _NOTHING:
        return None
    if holder.is_item:
        return ValueMistake(f"TOML has no {value}: delete this item.")
    return ValueMistake(
        f"TOML has no {value}: delete the line to leave {holder.key} unknown.", is_nothing=True
    )


def _switch(holder: Holder, value: str, _reason: str) -> ValueMistake | None:
    word = value.lower()
    if word in _YES or word in _NO:
        right = word in _YES
    else:
        near = difflib.get_close_matches(word, ("true", "false"), 1, 0.7)
        if not near or "=" in word:
            return None
        right = near[0] == "true"
    written = holder.with_value(toml(right))
    return ValueMistake(f"The value is true or false, in small letters: write {written}.", right)


def _unopened(holder: Holder, value: str, _reason: str) -> ValueMistake | None:
    inner = value.rstrip("\"'")
    if inner == value or not _WORDS.fullmatch(inner):
        return None
    return ValueMistake(f"The text is not opened: write {holder.with_value(toml(inner))}.", inner)


def _text(holder: Holder, value: str, _reason: str) -> ValueMistake | None:
    if re.search(r"[\"'\[\]{}=]", value):
        return ValueMistake(f"The value of {holder.name} cannot be read; text stands in quotes.")
    written = holder.with_value(toml(value))
    if not (value[0].isdigit() or value[0] in "+-."):
        return ValueMistake(f"Text needs quotes: write {written}.", value)
    return ValueMistake(
        f"{value} is neither a number nor a date; text needs quotes: write {written}.", value
    )


_RULES: tuple[_Rule, ...] = (
    _limits,
    _second_statement,
    _second_equals,
    _row,
    _quoted,
    _round_brackets,
    _closing,
    _nothing,
    _switch,
    explain_moment,
    explain_number,
    _unopened,
    _text,
)
