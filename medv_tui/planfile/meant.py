"""What was meant where a value is of another kind than its key takes."""

import re
from collections.abc import Mapping
from datetime import date, datetime

import tomli

from medv_tui.findings import Path, Scalar, Value
from medv_tui.plan.keys import Key, key
from medv_tui.plan.spellings import documented_spelling
from medv_tui.planfile.days import day_in
from medv_tui.planfile.spelling import nearest

_NOTHING = ("", "?", "??", "???", "-", "tbd", "todo", "n/a", "na", "unknown", "null", "none")
_YES = ("true", "yes", "on", "y", "1", "enabled")
_NO = ("false", "no", "off", "n", "0", "disabled")
_SIZE = re.compile(r"(?:ca\.?|about|[~<>≈]=?)?\s*([0-9]+(?:[.,][0-9]+)?)\s*([kmgt]i?b?)?")
_GROUPS = re.compile(r"[1-9][0-9]{0,2}(?:[.,' \u00a0\u202f][0-9]{3})+")
_COUNT = re.compile(r"([^\W\d]*)[. ]?([0-9]{1,9})(?:\.0+)?[. ]?([^\W\d]*)")
_ONE_WORD = re.compile(r"[\w .-]+")
_DECIMALS = re.compile(r"([1-9][0-9]{0,2}(?:([.,' \u00a0\u202f])[0-9]{3})+)([.,])([0-9]{1,2})")
_REGISTRY = re.compile(r"(?:dword:|0x)([0-9a-f]{1,8})")
_MEGABYTES = {"k": 1 / 1024, "m": 1.0, "g": 1024.0, "t": 1024.0**2}
_ITEM = re.compile(r"""\s*(?:"([^"\\]*)"|'([^']*)'|([^\s,;"'\[\](){}=#][^,;"'\[\](){}=#]*))\s*""")
_PLAIN_TEXT = re.compile(r"[^,;\"'\[\](){}=#\\]+")
_BETWEEN = re.compile(r"[,;]?\s*")
_DIGITS = 10
"""A number of so many digits is none that anybody meant."""
_LONGEST = 400
"""A longer value is not looked at."""
_TAKEN: Mapping[str, type | tuple[type, ...]] = {
    "whole number": int,
    "number": (int, float),
    "date": date,
    "list of texts": (tuple, list),
    "list of choices": (tuple, list),
    "list of whole numbers": (tuple, list),
}
_FEWEST_LETTERS = 4
"""Shorter words are too easily like any other."""


def taken_at(path: Path) -> Key | None:
    """Give the key of a plan at a path, of a list's item that of the list; None if there is none.

    What it tells is what the key takes.
    """
    names = [part for part in path if isinstance(part, str)]
    try:
        return key(".".join(names))
    except KeyError:
        return None


def takes(known: Key, value: object) -> bool:
    """Whether a value is of the kind that a key takes."""
    if known.type == "one of the choices":
        return value in known.choices
    if isinstance(value, bool) or known.type == "true or false":
        return isinstance(value, bool) and known.type == "true or false"
    if isinstance(value, datetime):
        return False
    return isinstance(value, _TAKEN.get(known.type, str))


def meant(known: Key, typed: str) -> Value | None:
    """Give the value of a key's kind that a text says, however it was written; None if unsure."""
    text = typed.strip()
    if not text or len(text) > _LONGEST:
        return None
    if known.type.startswith("list"):
        return _list(known, text)
    inner = text.strip("\"'“”„`´‘’").strip().casefold()
    return _scalar(known, inner)


def _scalar(known: Key, text: str) -> Scalar | None:
    match known.type:
        case "true or false":
            number = _registry_number(text)
            text = text if number is None else str(number)
            return text in _YES if text in _YES + _NO else None
        case "whole number" | "number":
            return _number(known, text)
        case "date":
            return day_in(text)
        case "one of the choices":
            return choice(text, known.choices) if _ONE_WORD.fullmatch(text) else None
        case _:
            return None


def meant_by(known: Key, value: object) -> Value | None:
    """Give the value of a key's kind that one of another kind says; None if unsure."""
    if isinstance(value, datetime):
        return value.date() if known.type == "date" else None
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str | int | float):
        only: str | int | float = value[0]
        return only if takes(known, only) else meant_by(known, only)
    if not isinstance(value, str | int | float):
        return None
    if known.type == "text":
        is_number = isinstance(value, int) and not isinstance(value, bool)
        return str(value) if is_number else None
    if isinstance(value, bool) and known.type.startswith("list"):
        return None
    return meant(known, str(value))


def item_meant_by(known: Key, value: object) -> str | None:
    """Give the item that one of another kind says in a list of texts; None if unsure."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return choice(str(value), known.choices) if known.choices else str(value)


def says_nothing(value: object) -> bool:
    """Whether a value only says that the fact is not known."""
    return isinstance(value, str) and value.strip(" \"'.").casefold() in _NOTHING


def choice(typed: str, choices: tuple[str, ...]) -> str | None:
    """Give the choice that was meant: the same word otherwise written, or nearly so."""
    same = documented_spelling(typed, choices)
    if same is not None or len(typed) < _FEWEST_LETTERS:
        return same
    return nearest(typed, choices)


def _number(known: Key, text: str) -> int | float | None:
    is_whole = known.type == "whole number"
    if is_whole and (number := _registry_number(text)) is not None:
        return number
    if is_whole and _GROUPS.fullmatch(text):
        return int(re.sub(r"\D", "", text))
    if not is_whole and (match := _DECIMALS.fullmatch(text)) and match[2] != match[3]:
        return float(f"{re.sub(r'[^0-9]', '', match[1])}.{match[4]}")
    if known.unit in ("MB", "GB"):
        match = _SIZE.fullmatch(text)
        return match and _size(match[1], match[2] or "", known.unit[0].lower(), is_whole=is_whole)
    counted = _COUNT.fullmatch(text) if is_whole else None
    if counted is None:
        return None
    before, digits, behind = counted.groups()
    own = not (before or behind) or (not before and behind.startswith(known.unit[:3]))
    return int(digits) if own or not known.unit else None


def _registry_number(text: str) -> int | None:
    """Read a number as registry files and tools write it: dword:00000200, 0x200."""
    match = _REGISTRY.fullmatch(text)
    return int(match[1], 16) if match else None


def _size(number: str, typed: str, unit: str, *, is_whole: bool) -> int | float | None:
    """Convert a size into a key's unit, in which it stands if no other is named."""
    exact = float(number.replace(",", ".")) * _MEGABYTES[typed[:1] or unit] / _MEGABYTES[unit]
    if is_whole and not typed and exact != round(exact):
        return None
    return round(exact) if is_whole or exact == round(exact) else exact


def _list(known: Key, text: str) -> tuple[Scalar, ...] | None:
    """Read a row of items, with or without brackets of any kind, quotes and commas."""
    inner = text.strip("[](){} \t")
    if _PLAIN_TEXT.fullmatch(inner) and known.type == "list of texts":
        return (inner,)
    items: list[Scalar] = []
    at = 0
    while at < len(inner):
        match = _ITEM.match(inner, at)
        if match is None:
            return None
        item = next(part for part in match.groups() if part is not None).strip()
        right = _item(known, item)
        if right is None:
            return None
        items.append(right)
        between = _BETWEEN.match(inner, match.end())
        at = between.end() if between else match.end()
    return tuple(items) or None


def _item(known: Key, typed: str) -> Scalar | None:
    """Give the item of a list that a word says."""
    if known.type == "list of whole numbers":
        return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < _DIGITS else None
    return choice(typed, known.choices) if known.choices else typed


def value_of(typed: str) -> object:
    """Give the value that TOML reads in what was typed; None if it is none."""
    try:
        held = tomli.loads(f"x = {typed}")
    except (ValueError, RecursionError):
        return None
    return held["x"] if len(held) == 1 else None
