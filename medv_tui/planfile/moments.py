"""Dates and times that TOML does not know, and how they are written."""

import re
from datetime import date

from medv_tui.planfile.value_mistake import Holder, ValueMistake

_DATE = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_OTHER_DATE = re.compile(r"[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2,4}")
_TIME = re.compile(r"([0-9]{1,2}):([0-9]{1,2})(?::([0-9]{1,2}))?((?:\.[0-9]+)?)")
_DATE_AND_TIME = re.compile(
    r"([0-9]{4}-[0-9]{1,2}-[0-9]{1,2})([Tt ])([0-9:.]+)"
    r"([Zz]|[+-][0-9]{1,2}(?::?[0-9]{1,2})?|)"
)
_OFFSET = re.compile(r"([+-])([0-9]{1,2}):?([0-9]{0,2})")
_OTHER_YEAR = re.compile(r"(?:[0-9]{3}|[0-9]{5,6})-[0-9]{1,2}-[0-9]{1,2}(?:[Tt ][0-9].*)?")
_DATE_FIRST = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?=\D|[0-9]+:).*")
_TIME_FIRST = re.compile(r"([0-9]{2}:[0-9]{2}:[0-9]{2})\D.*")
_LIMITS = (("hour", 23), ("minute", 59), ("second", 59))


def explain_moment(holder: Holder, value: str, _reason: str) -> ValueMistake | None:
    """Explain a value that looks like a date or a time; None for any other."""
    both = _DATE_AND_TIME.fullmatch(value)
    known = _date_and_time(holder, both) if both else _date(holder, value) or _time(holder, value)
    return known or _odd_end(holder, value)


def _date_and_time(holder: Holder, match: re.Match[str]) -> ValueMistake | None:
    day, between, clock, offset = match.groups()
    full_day, full_clock, full_offset = _full_day(day), _full_time(clock), _full_offset(offset)
    for full in (full_day, full_clock, full_offset):
        if isinstance(full, ValueMistake):
            return full
    if not full_clock:
        return None
    written = holder.with_value(f"{full_day}{between}{full_clock}{full_offset}")
    if day != str(full_day):
        return ValueMistake(f"Dates are written in full: write {written}.")
    if not clock.startswith(str(full_clock)):
        return ValueMistake(f"Each part of a time has two digits: write {written}.")
    if offset != full_offset:
        return ValueMistake(f"An offset has hours and minutes: write {written}.")
    return None


def _date(holder: Holder, value: str) -> ValueMistake | None:
    full = _full_day(value)
    if isinstance(full, date):
        if value == str(full):
            return None
        written = holder.with_value(str(full))
        return ValueMistake(f"Dates are written in full: write {written}.", full)
    if full is not None:
        return full
    if _OTHER_DATE.fullmatch(value):
        written = holder.with_value("2027-01-31")
        return ValueMistake(f"{value} is not a date: write year-month-day, such as {written}.")
    if _OTHER_YEAR.fullmatch(value):
        return ValueMistake(f"{value} is not a date: a year has four digits.")
    return None


def _full_day(value: str) -> date | ValueMistake | None:
    """Give the day that was meant, or say which part of it no day has."""
    match = _DATE.fullmatch(value)
    if not match:
        return None
    year, month, day = (int(part) for part in match.groups())
    try:
        return date(year, month, day)
    except ValueError:
        return ValueMistake(f"{value} is not a date: {_wrong_part(year, month, day)}.")


def _wrong_part(year: int, month: int, day: int) -> str:
    if not year:
        return "the year is 0001 to 9999, not 0000"
    if not 1 <= month <= 12:
        return f"the month is 01 to 12, not {month:02}"
    return f"that month has no day {day:02}"


def _time(holder: Holder, value: str) -> ValueMistake | None:
    full = _full_time(value)
    if full is None or isinstance(full, ValueMistake):
        return full
    if value.startswith(full):
        return None
    return ValueMistake(f"Each part of a time has two digits: write {holder.with_value(full)}.")


def _full_time(value: str) -> str | ValueMistake | None:
    """Give the time of day that was meant, or say which part of it no time has."""
    match = _TIME.fullmatch(value)
    if not match:
        return None
    parts = [int(part) for part in match.groups()[:3] if part is not None]
    for (name, most), part in zip(_LIMITS, parts, strict=False):
        if part > most:
            return ValueMistake(f"{value} is not a time: the {name} is 00 to {most}, not {part}.")
    return ":".join(f"{part:02}" for part in (*parts, 0)[:3]) + match[4]


def _full_offset(value: str) -> str | ValueMistake:
    """Give the offset that was meant, or say that there is none like it."""
    match = _OFFSET.fullmatch(value)
    if not match:
        return value
    hours, minutes = int(match[2]), int(match[3] or 0)
    if hours > 23 or minutes > 59:
        return ValueMistake(
            f"{value} is not an offset: its hours are 00 to 23 and its minutes 00 to 59."
        )
    return f"{match[1]}{hours:02}:{minutes:02}"


def _odd_end(holder: Holder, value: str) -> ValueMistake | None:
    """Explain a date or a time with something behind it that does not belong there."""
    if match := _DATE_FIRST.fullmatch(value):
        day = match[1]
        return ValueMistake(
            f"{value} is not a date: write {holder.with_value(day)}, or a time with it such as"
            f" {day}T12:30:00, {day}T12:30:00Z or {day}T12:30:00+01:00."
        )
    if match := _TIME_FIRST.fullmatch(value):
        written = holder.with_value(match[1])
        return ValueMistake(
            f"{value} is not a time: write {written}; an offset stands only after a date and time."
        )
    return None
