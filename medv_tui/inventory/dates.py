"""Dates as inventories write them."""

import re
from datetime import date, timedelta

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_CIM = re.compile(r"(\d{4})(\d\d)(\d\d)(?:\d{6}(?:\.\d+)?(?:[+-]\d{3})?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
_OPEN_ORDER = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)")
_DAY_MONTH_NAME = re.compile(r"(\d{1,2})[\s-]([a-z]{3})[a-z]*\.?[\s,-]+(\d{4})(?!\d)")
_MONTH_NAME_DAY = re.compile(
    r"(?:[a-z]{3,9},?\s+)?([a-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})(?!\d)"
)
_FILETIME = re.compile(r"1[23]\d{16}")
_UNIX_TIME = re.compile(r"1\d{9}")

_FILETIME_START = date(1601, 1, 1)
_UNIX_START = date(1970, 1, 1)


class NoDateError(ValueError):
    """The text is no day."""


class AmbiguousDateError(ValueError):
    """The day and the month can be told apart by nobody."""


def read_date(text: str) -> date:
    """Read a day; a time behind it is left aside.

    Raises AmbiguousDateError for days such as 3/4/2026, NoDateError for what is no date.
    """
    try:
        return _read_date(" ".join(text.casefold().split()))
    except AmbiguousDateError:
        raise
    except ValueError as error:
        raise NoDateError(text) from error


def _read_date(plain: str) -> date:
    if found := _YEAR_FIRST.match(plain) or _CIM.fullmatch(plain):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_FIRST.match(plain):
        return date(int(found[3]), int(found[2]), int(found[1]))
    if found := _OPEN_ORDER.match(plain):
        return _in_open_order(int(found[1]), int(found[2]), int(found[3]))
    if found := _DAY_MONTH_NAME.match(plain):
        return date(int(found[3]), _month(found[2]), int(found[1]))
    if found := _MONTH_NAME_DAY.match(plain):
        return date(int(found[3]), _month(found[1]), int(found[2]))
    return _from_counter(plain)


def _in_open_order(first: int, second: int, year: int) -> date:
    if first > 12:
        return date(year, second, first)
    if second > 12 or first == second:
        return date(year, first, second)
    raise AmbiguousDateError(f"{first}/{second}/{year}")


def _month(name: str) -> int:
    return _MONTHS.index(name) + 1


def _from_counter(text: str) -> date:
    """Read what Active Directory and osquery count: tenths of microseconds, and seconds."""
    if _FILETIME.fullmatch(text):
        return _FILETIME_START + timedelta(microseconds=int(text) // 10)
    if _UNIX_TIME.fullmatch(text):
        return _UNIX_START + timedelta(seconds=int(text))
    raise NoDateError(text)
