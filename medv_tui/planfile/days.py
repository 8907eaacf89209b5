"""Days as people write them, read where only one day can be meant."""

import re
from datetime import date

_ORDERED = re.compile(r"([0-9]{4})[-/. ]?([0-9]{1,2})[-/. ]?([0-9]{1,2})(?:[t ][0-9:.]+z?)?")
_NATIONAL = re.compile(r"([0-9]{1,2})([-/.])\s?([0-9]{1,2})\2\s?([0-9]{4})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|\.)?[ -]([a-z]{3,9})\.?,?[ -]([0-9]{4})")
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip


def day_in(text: str) -> date | None:
    """Give the day that a text names; None if it names none, or if it may mean two.

    With dots the day comes first, as wherever dates have dots. With strokes some put the month
    first, so that only a number above 12 tells.
    """
    text = text.strip().lower()
    if match := _ORDERED.fullmatch(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _NATIONAL.fullmatch(text):
        return _national(int(match[1]), int(match[3]), int(match[4]), dotted=match[2] == ".")
    if match := _DAY_FIRST.fullmatch(text):
        return _day(int(match[3]), _month(match[2]), int(match[1]))
    if match := _MONTH_FIRST.fullmatch(text):
        return _day(int(match[3]), _month(match[1]), int(match[2]))
    return None


def _national(first: int, second: int, year: int, *, dotted: bool) -> date | None:
    by_day = _day(year, second, first)
    by_month = None if dotted else _day(year, first, second)
    if by_day is not None and by_month is not None and by_day != by_month:
        return None
    return by_day or by_month


def _month(word: str) -> int:
    """Give the number of a month by its English name or the beginning of it; 0 if it is none."""
    return next((number for number, name in enumerate(_MONTHS, 1) if name.startswith(word)), 0)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
