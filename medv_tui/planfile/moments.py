"""Dates and times that TOML does not know, and how they are written."""

import re
from datetime import date

from medv_tui.planfile.value_mistake import Holder, ValueMistake

_DATE = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_OTHER_DATE = re.compile(r"[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2,4}")
_TIME = re.compile(r"([0-9]{1,2}):([0-9]{1,2})(?::([0-9]{1,2}))?(?:\.[0-9]+)?")
_DATE_AND_TIME = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})([Tt ])([0-9:.]+)([Zz]|[+-][0-9]{2}:[0-9]{2}|)"
)
_DATE_FIRST = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?=\D|[0-9]+:).*")
_TIME_FIRST = re.compile(r"([0-9]{2}:[0-9]{2}:[0-9]{2})\D.*")
_LIMITS = (("hour", 23), ("minute", 59), ("second", 59))


def explain_moment(holder: Holder, value: str, _reason: str) -> ValueMistake | None:
    """Explain a value that looks like a date or a time; None for any other."""
    both = _DATE_AND_TIME.fullmatch(value)
    if both:
        known = _date(holder, both[1]) or _time(holder, both[3], (both[1] + both[2], both[4]))
    else:
        known = _date(holder, value) or _time(holder, value)
    return known or _odd_end(holder, value)


def _date(holder: Holder, value: str) -> ValueMistake | None:
    match = _DATE.fullmatch(value)
    if match:
        year, month, day = (int(part) for part in match.groups())
        try:
            right = date(year, month, day)
        except ValueError:
            return ValueMistake(f"{value} is not a date: {_wrong_part(year, month, day)}.")
        if value == str(right):
            return None
        written = holder.with_value(str(right))
        return ValueMistake(f"Dates are written in full: write {written}.", right)
    if _OTHER_DATE.fullmatch(value):
        written = holder.with_value("2027-01-31")
        return ValueMistake(f"{value} is not a date: write year-month-day, such as {written}.")
    return None


def _wrong_part(year: int, month: int, day: int) -> str:
    if not year:
        return "the year is 0001 to 9999, not 0000"
    if not 1 <= month <= 12:
        return f"the month is 01 to 12, not {month:02}"
    return f"that month has no day {day:02}"


def _time(holder: Holder, value: str, around: tuple[str, str] = ("", "")) -> ValueMistake | None:
    """Explain a time of day, which may stand between a date and an offset."""
    match = _TIME.fullmatch(value)
    if not match:
        return None
    parts = [int(part) for part in match.groups() if part is not None]
    for (name, most), part in zip(_LIMITS, parts, strict=False):
        if part > most:
            return ValueMistake(f"{value} is not a time: the {name} is 00 to {most}, not {part}.")
    full = ":".join(f"{part:02}" for part in (*parts, 0)[:3])
    if value.startswith(full):
        return None
    written = holder.with_value(full.join(around))
    return ValueMistake(f"Each part of a time has two digits: write {written}.")


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
