"""What is wrong with a value that TOML does not know, and what was probably meant."""

import difflib
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

import tomli
import tomli_w

from medv_tui.findings import Scalar
from medv_tui.problem_codes import Code

_NOTHING = ("null", "none", "nil", "n/a", "unknown", "undefined")
_YES, _NO = ("yes", "on", "y"), ("no", "off", "n")
_LEADING_ZERO = re.compile(r"([+-]?)0+([0-9]+(?:\.[0-9]+)?)")
_COMMA_DECIMAL = re.compile(r"([+-]?[0-9]+),([0-9]+)")
_GROUPED = re.compile(r"[0-9]{1,3}(?:[ '’][0-9]{3})+")
_POINT = re.compile(r"([+-]?)([0-9]*)\.([0-9]*)")
_UNIT = re.compile(r"([0-9]+(?:[.,][0-9]+)?)\s*([A-Za-z%]+)")
_DATE = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_OTHER_DATE = re.compile(r"[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2,4}")
_STATEMENT_AFTER = re.compile(r"\s([A-Za-z_][\w.-]*\s*=.*)$")
_MEGABYTES = {"kb": 1 / 1024, "mb": 1.0, "gb": 1024.0, "tb": 1024.0**2}


@dataclass(frozen=True, slots=True)
class ValueMistake:
    """One sentence about a value, and the value that would be right."""

    message: str
    fix: Scalar | tuple[Scalar, ...] | None = None
    code: Code = Code.SYNTAX


_Rule: TypeAlias = Callable[[str, str, str], ValueMistake | None]
"""Takes the key, the value as typed and the parser's words."""


def explain_value(key: str, value: str, reason: str) -> ValueMistake | None:
    """Explain a value that the TOML parser refused; None where only its own words are left."""
    if not value or _is_value(value):
        return None
    found = (rule(key, value, reason) for rule in _RULES)
    return next((mistake for mistake in found if mistake is not None), None)


def toml(value: Scalar) -> str:
    """Write one value as TOML, in single quotes where that saves escaping."""
    if isinstance(value, str) and "\\" in value and "'" not in value and value.isprintable():
        return f"'{value}'"
    return tomli_w.dumps({"x": value})[4:].rstrip("\n")


def _limits(_key: str, _value: str, reason: str) -> ValueMistake | None:
    if "nested" in reason:
        return ValueMistake("The brackets are nested too deeply.", None, Code.TOO_DEEP)
    if "Exceeds the limit" in reason:
        return ValueMistake("The number has too many digits.", None, Code.OUT_OF_RANGE)
    return None


def _second_statement(key: str, value: str, _reason: str) -> ValueMistake | None:
    match = _STATEMENT_AFTER.search(value)
    if not match:
        return None
    first = value[: match.start()].strip()
    try:
        tomli.loads(f"x = {first}")
    except (ValueError, RecursionError):
        return None
    return ValueMistake(f"A line holds one statement: put {match[1]} on the next line after {key}.")


def _quoted(key: str, value: str, reason: str) -> ValueMistake | None:
    quote = value[0]
    if quote not in "\"'":
        return None
    if value.startswith(quote * 3):
        opened = (
            f"The text in {quote * 3} that starts here is not closed: write {quote * 3} at its end."
        )
        return ValueMistake(opened) if value.count(quote * 3) == 1 else None
    if "\\" in value and quote == '"':
        return _escapes(key, value)
    end = value.find(quote, 1)
    if end < 0:
        return _unclosed(key, value, quote)
    if value[end + 1 :].strip():
        return ValueMistake(
            f"Only a comment can follow the value of {key}, not {value[end + 1 :].strip()}."
        )
    return ValueMistake(f"The text cannot be read: {reason}.") if reason else None


def _escapes(key: str, value: str) -> ValueMistake:
    inner = value[1:].removesuffix('"')
    if "'" in inner or not inner.isprintable():
        return ValueMistake(
            "A \\ in double quotes starts an escape: write \\\\ for each one that is meant."
        )
    return ValueMistake(
        f"A \\ in double quotes starts an escape: write {key} = '{inner}' in single quotes.", inner
    )


def _unclosed(key: str, value: str, quote: str) -> ValueMistake:
    inner = value[1:].rstrip("\"'")
    if "#" in inner:
        return ValueMistake(f"The text is not closed: write {quote} at its end.")
    return ValueMistake(f"The text is not closed: write {key} = {toml(inner)}.", inner)


def _brackets(key: str, value: str, reason: str) -> ValueMistake | None:
    if value[0] == "(":
        return ValueMistake(f"A list stands in square brackets: write {key} = [...].")
    if value[0] == "{":
        return ValueMistake(f"The inline table cannot be read: {reason or 'check its commas'}.")
    if value[0] != "[":
        return None
    items = [item.strip() for item in value.strip("[]").split(",") if item.strip()]
    wrong = next((item for item in items if not _is_value(item)), None)
    if wrong is None:
        return ValueMistake("Only a comment can follow the list.") if not reason else None
    repaired = [item if not _is_value(item) else None for item in items]
    if value.endswith("]") and all(item and re.fullmatch(r"[\w .-]+", item) for item in repaired):
        texts = tuple(items)
        written = ", ".join(toml(text) for text in texts)
        return ValueMistake(f"Text needs quotes: write {key} = [{written}].", texts)
    return ValueMistake(f"{wrong} in this list is not a value; text needs quotes.")


def _is_value(item: str) -> bool:
    try:
        tomli.loads(f"x = {item}")
    except (ValueError, RecursionError):
        return False
    return True


def _nothing(key: str, value: str, _reason: str) -> ValueMistake | None:
    if value.lower() not in _NOTHING:
        return None
    return ValueMistake(f"TOML has no {value}: delete the line to leave {key} unknown.")


def _switch(key: str, value: str, _reason: str) -> ValueMistake | None:
    word = value.lower()
    if word in _YES or word in _NO:
        right = word in _YES
    else:
        near = difflib.get_close_matches(word, ("true", "false"), 1, 0.7)
        if not near:
            return None
        right = near[0] == "true"
    return ValueMistake(
        f"The value is true or false, in small letters: write {key} = {toml(right)}.", right
    )


def _date(key: str, value: str, _reason: str) -> ValueMistake | None:
    match = _DATE.fullmatch(value)
    if match:
        year, month, day = (int(part) for part in match.groups())
        try:
            right = date(year, month, day)
        except ValueError:
            return ValueMistake(f"{value} is not a date: {_wrong_part(month, day)}.")
        return ValueMistake(f"Dates are written in full: write {key} = {right}.", right)
    if _OTHER_DATE.fullmatch(value):
        return ValueMistake(
            f"{value} is not a date: write year-month-day, such as {key} = 2027-01-31."
        )
    return None


def _wrong_part(month: int, day: int) -> str:
    if not 1 <= month <= 12:
        return f"the month is 01 to 12, not {month:02}"
    return f"that month has no day {day:02}"


def _number(key: str, value: str, _reason: str) -> ValueMistake | None:
    if match := _LEADING_ZERO.fullmatch(value):
        number = _parsed(match[1] + match[2])
        return ValueMistake(f"A number has no leading zeros: write {key} = {number}.", number)
    if match := _COMMA_DECIMAL.fullmatch(value):
        number = float(f"{match[1]}.{match[2]}")
        return ValueMistake(f"Decimals have a point: write {key} = {number}.", number)
    if _GROUPED.fullmatch(value):
        number = int(re.sub(r"\D", "", value))
        return ValueMistake(f"Digits stand together: write {key} = {number}.", number)
    match = _POINT.fullmatch(value)
    if match and (match[2] or match[3]):
        number = float(f"{match[1]}{match[2] or '0'}.{match[3] or '0'}")
        return ValueMistake(
            f"A decimal point has digits on both sides: write {key} = {number}.", number
        )
    return None


def _parsed(text: str) -> int | float:
    return float(text) if "." in text else int(text)


def _unit(key: str, value: str, _reason: str) -> ValueMistake | None:
    match = _UNIT.fullmatch(value)
    if not match:
        return None
    number = _parsed(match[1].replace(",", "."))
    own = key.rpartition("_")[2].lower()
    unit = match[2].lower()
    if own not in ("mb", "gb"):
        return ValueMistake(
            f'A number has no unit: write {key} = {number}, or {key} = "{value}" for text.'
        )
    if unit not in _MEGABYTES:
        return ValueMistake(f"A number has no unit: {key} is in {own.upper()}, write {number}.")
    exact = number * _MEGABYTES[unit] / _MEGABYTES[own]
    right = round(exact) if own == "mb" or exact == round(exact) else exact
    return ValueMistake(
        f"A number has no unit: {key} is in {own.upper()}, so write {key} = {right}.", right
    )


def _text(key: str, value: str, _reason: str) -> ValueMistake | None:
    if value[0].isdigit() or value[0] in "+-.":
        return ValueMistake(f"{value} is neither a number nor a date; text needs quotes.")
    if re.search(r"[\"'\[\]{}=]", value):
        return ValueMistake(f"The value of {key} cannot be read; text stands in quotes.")
    return ValueMistake(f"Text needs quotes: write {key} = {toml(value)}.", value)


_RULES: tuple[_Rule, ...] = (
    _limits,
    _second_statement,
    _quoted,
    _brackets,
    _nothing,
    _switch,
    _date,
    _number,
    _unit,
    _text,
)
