"""Numbers that TOML does not know, and how they are written."""

import re

from medv_tui.planfile.value_mistake import Holder, ValueMistake

_LEADING_ZERO = re.compile(r"([+-]?)0+([0-9]+(?:\.[0-9]+)?)")
_LETTER_O = re.compile(r"[1-9][0-9]*[Oo][0-9Oo]*")
_COMMA_DECIMAL = re.compile(r"([+-]?[0-9]+),([0-9]+)")
_GROUPED = re.compile(r"[0-9]{1,3}(?:[ \u00a0\u202f'’][0-9]{3})+")
_POINT = re.compile(r"([+-]?)([0-9]*)\.([0-9]*)")
_UNDERSCORES = re.compile(r"[+-]?_*[0-9][0-9_]*(?:\.[0-9_]+)?")
_DASH_MINUS = re.compile(r"[−–—]([0-9]+(?:\.[0-9]+)?)")
_PREFIX = re.compile(r"0(?:X[0-9A-Fa-f_]+|O[0-7_]+|B[01_]+)")
_SPREAD_PREFIX = re.compile(r"0_*(?:x_*[0-9A-Fa-f][0-9A-Fa-f_]*|o_*[0-7][0-7_]*|b_*[01][01_]*)")
_BARE_PREFIX = re.compile(r"[+-]?0[xob][+-]?[0-9A-Za-z_]*")
_SIGNS = re.compile(r"[+-]{2,}(?:[0-9][0-9_.]*|inf|nan)")
_EXPONENT = re.compile(r"[+-]?(?=\.?[0-9])[0-9_]*\.?[0-9_]*[eE][+-]*[0-9._eE]*")
_UNIT = re.compile(r"([0-9]+(?:[.,][0-9]+)?)\s*([A-Za-z%]+)")
_LONGEST = 60
"""A longer number is none that anybody meant."""
_MEGABYTES = {"kb": 1 / 1024, "mb": 1.0, "gb": 1024.0, "tb": 1024.0**2}


def explain_number(holder: Holder, value: str, _reason: str) -> ValueMistake | None:
    """Explain a value that looks like a number; None for any other."""
    if len(value) > _LONGEST:
        return None
    repaired = _repaired(value)
    if repaired is not None:
        words, number = repaired
        return ValueMistake(f"{words}: write {holder.with_value(str(number))}.", number)
    if value.lower() in ("inf", "+inf", "-inf", "nan", "+nan", "-nan"):
        written = holder.with_value(value.lower())
        return ValueMistake(f"This number is written in small letters: write {written}.")
    if _PREFIX.fullmatch(value):
        written = holder.with_value(f"0{value[1].lower()}{value[2:]}")
        return ValueMistake(f"The prefix of a number is in small letters: write {written}.")
    if _SPREAD_PREFIX.fullmatch(value):
        written = holder.with_value(value.replace("_", ""))
        return ValueMistake(f"An underscore stands between two digits: write {written}.")
    return _no_number(value) or _unit(holder, value)


def _no_number(value: str) -> ValueMistake | None:
    """Explain what is nearly a number, of which nobody can tell what was meant."""
    if _BARE_PREFIX.fullmatch(value):
        return ValueMistake(
            f"{value} is not a number: after 0x stand digits of base 16, after 0o of base 8,"
            " after 0b of base 2, without a sign."
        )
    if _SIGNS.fullmatch(value):
        return ValueMistake(f"{value} is not a number: one sign stands before a number.")
    if _EXPONENT.fullmatch(value):
        return ValueMistake(
            f"{value} is not a number: after e stands a whole number, such as 1.5e6, and a point or"
            " an underscore stands between two digits. Text needs quotes."
        )
    return None


def _repaired(value: str) -> tuple[str, int | float] | None:
    """Give what was done wrong and the number that was obviously meant."""
    if match := _DASH_MINUS.fullmatch(value):
        return "A minus is the character - of the keyboard", _parsed(f"-{match[1]}")
    if match := _LEADING_ZERO.fullmatch(value):
        return "A number has no leading zeros", _parsed(match[1] + match[2])
    if _LETTER_O.fullmatch(value):
        return "The letter O is no digit", _parsed(re.sub("[Oo]", "0", value))
    if match := _COMMA_DECIMAL.fullmatch(value):
        return "Decimals have a point", float(f"{match[1]}.{match[2]}")
    if _GROUPED.fullmatch(value):
        return "Digits stand together", int(re.sub(r"\D", "", value))
    return _spread(value)


def _spread(value: str) -> tuple[str, int | float] | None:
    """The same for points without digits and underscores without neighbours."""
    match = _POINT.fullmatch(value)
    if match and (match[2] or match[3]):
        number = float(f"{match[1]}{match[2] or '0'}.{match[3] or '0'}")
        return "A decimal point has digits on both sides", number
    if "_" in value and _UNDERSCORES.fullmatch(value):
        return "An underscore stands between two digits", _parsed(_plain(value))
    return None


def _plain(value: str) -> str:
    """Take the underscores out, and the zeros that then come first."""
    whole, point, rest = value.replace("_", "").partition(".")
    return f"{int(whole)}{point}{rest or ('0' if point else '')}"


def _parsed(text: str) -> int | float:
    return float(text) if "." in text else int(text)


def _unit(holder: Holder, value: str) -> ValueMistake | None:
    match = _UNIT.fullmatch(value)
    if not match:
        return None
    number = _parsed(match[1].replace(",", "."))
    own = holder.key.rpartition("_")[2].lower()
    unit = match[2].lower()
    if own not in ("mb", "gb"):
        as_text = holder.with_value(f'"{value}"')
        return ValueMistake(
            f"A number has no unit: write {holder.with_value(str(number))}, or {as_text} for text."
        )
    if unit not in _MEGABYTES:
        return ValueMistake(
            f"A number has no unit: {holder.key} is in {own.upper()}, write {number}."
        )
    exact = number * _MEGABYTES[unit] / _MEGABYTES[own]
    right = round(exact) if own == "mb" or exact == round(exact) else exact
    return ValueMistake(
        f"A number has no unit: {holder.key} is in {own.upper()}, so write"
        f" {holder.with_value(str(right))}.",
        right,
    )
