"""Dates and times: with an offset, local, and each half alone."""

from datetime import UTC, date, datetime, time, timedelta, timezone

from tests.planfile.corpus.case import Broken, Modern, Valid

NOON = datetime(2026, 11, 22, 12, 30, 15)

VALID = (
    Valid("a time in UTC", "a = 2026-11-22T12:30:15Z\n", {"a": NOON.replace(tzinfo=UTC)}),
    Valid(
        "a time with an offset",
        "a = 2026-11-22T12:30:15-07:00\n",
        {"a": NOON.replace(tzinfo=timezone(-timedelta(hours=7)))},
    ),
    Valid(
        "an offset of half an hour",
        "a = 2026-11-22T12:30:15+05:30\n",
        {"a": NOON.replace(tzinfo=timezone(timedelta(hours=5, minutes=30)))},
    ),
    Valid("small letters", "a = 2026-11-22t12:30:15z\n", {"a": NOON.replace(tzinfo=UTC)}),
    Valid(
        "a blank between date and time",
        "a = 2026-11-22 12:30:15Z\nb = 2026-11-22 12:30:15\n",
        {"a": NOON.replace(tzinfo=UTC), "b": NOON},
    ),
    Valid(
        "parts of a second",
        "a = 2026-11-22T12:30:15.5\nb = 12:30:15.123456\n",
        {"a": NOON.replace(microsecond=500000), "b": time(12, 30, 15, 123456)},
    ),
    Valid(
        "more parts of a second than can be kept",
        "a = 12:30:15.1234567891\n",
        {"a": time(12, 30, 15, 123456)},
    ),
    Valid("a local date and time", "a = 2026-11-22T12:30:15\n", {"a": NOON}),
    Valid("a local date", "a = 2026-11-22\n", {"a": date(2026, 11, 22)}),
    Valid(
        "a local time",
        "a = 07:32:00\nb = 00:00:00\nc = 23:59:59\n",
        {"a": time(7, 32), "b": time(0), "c": time(23, 59, 59)},
    ),
    Valid(
        "the first and the last year",
        "a = 0001-01-01\nb = 9999-12-31\n",
        {"a": date(1, 1, 1), "b": date(9999, 12, 31)},
    ),
    Valid(
        "a leap day",
        "a = 2024-02-29\nb = 2000-02-29\n",
        {"a": date(2024, 2, 29), "b": date(2000, 2, 29)},
    ),
    Valid(
        "dates touch a comment",
        "a = 2026-11-22#x\nb = 2026-11-22 # y\nc = 07:32:00#z\n",
        {"a": date(2026, 11, 22), "b": date(2026, 11, 22), "c": time(7, 32)},
    ),
    Valid(
        "dates in a list",
        "a = [2026-11-22, 2026-11-22 12:30:15, 07:32:00]\n",
        {"a": [date(2026, 11, 22), NOON, time(7, 32)]},
    ),
    Valid(
        "a date in an inline table", "a = { b = 2026-11-22 }\n", {"a": {"b": date(2026, 11, 22)}}
    ),
)

MODERN = (
    Modern("a local time without seconds", "a = 1\nb = 07:32\n", {"a": 1, "b": time(7, 32)}, 2),
    Modern(
        "a date and time without seconds",
        "a = 2026-11-22T12:30\n",
        {"a": NOON.replace(second=0)},
        1,
    ),
    Modern("the same with a blank", "a = 2026-11-22 12:30\n", {"a": NOON.replace(second=0)}, 1),
    Modern(
        "the same with an offset",
        "a = 2026-11-22T12:30+00:00\nb = 1\n",
        {"a": NOON.replace(second=0, tzinfo=UTC), "b": 1},
        1,
    ),
    Modern(
        "the same in UTC", "a = 2026-11-22t12:30z\n", {"a": NOON.replace(second=0, tzinfo=UTC)}, 1
    ),
    Modern(
        "a time without seconds in a list of lines",
        "a = [\n  07:32:00,\n  07:32,\n]\n",
        {"a": [time(7, 32), time(7, 32)]},
        3,
    ),
    Modern(
        "a time without seconds in an inline table",
        "a = { b=07:32 }\n",
        {"a": {"b": time(7, 32)}},
        1,
    ),
)

BROKEN = (
    Broken("a month is 1 to 12", "a = 2026-13-01\n", 1, "the month is 01 to 12, not 13."),
    Broken("a month is not 0", "a = 2026-00-01\n", 1, "the month is 01 to 12, not 00."),
    Broken("a day is not 0", "a = 2026-01-00\n", 1, "that month has no day 00."),
    Broken("a month has its days", "a = 2026-11-31\n", 1, "that month has no day 31."),
    Broken("a day that no month has", "a = 2026-01-32\n", 1, "that month has no day 32."),
    Broken("a leap day in another year", "a = 2026-02-29\n", 1, "that month has no day 29."),
    Broken(
        "a leap day in a full century", "a = 2100-02-29T12:00:00Z\n", 1, "that month has no day 29"
    ),
    Broken("a February with too many days", "a = 2024-02-30 12:00:00\n", 1, "no day 30"),
    Broken("there is no year 0", "a = 0000-01-01\n", 1, "is not a date"),
    Broken("there is no year 0 with a time", "a = 0000-01-01T00:00:00Z\n", 1),
    Broken("a year has four digits", "a = 26-11-22\n", 1, "is not a date"),
    Broken("a year has not five digits", "a = 12026-11-22\n", 1, "a year has four digits"),
    Broken("a year has not three digits", "a = 202-11-22\n", 1, "a year has four digits"),
    Broken("a year has four digits before a time", "a = 12026-11-22 12:00:00Z\n", 1, "four digits"),
    Broken(
        "a month has two digits before a time",
        "a = 2026-1-22T12:30:15Z\n",
        1,
        "write a = 2026-01-22T12:30:15Z.",
    ),
    Broken(
        "a day has two digits before a time",
        "a = 2026-11-2 12:30:15.5\n",
        1,
        "Dates are written in full: write a = 2026-11-02 12:30:15.5.",
    ),
    Broken("a month has two digits", "a = 2026-1-22\n", 1, "write a = 2026-01-22."),
    Broken("a day has two digits", "a = 2026-11-2\n", 1, "write a = 2026-11-02."),
    Broken("a date has a day", "a = 2026-11\n", 1),
    Broken("a date has dashes", "a = 2026/11/22\n", 1, "write a = 2026-11-22."),
    Broken("a date starts with the year", "a = 22.11.2026\n", 1, "write year-month-day"),
    Broken("a date is no text after it", "a = 2026-11-22x\n", 1),
    Broken("a date has no digit after it", "a = 2026-11-221\n", 1),
    Broken("a date ends before the T", "a = 2026-11-22T\n", 1),
    Broken("nothing between date and time is no time", "a = 2026-11-2212:30:15\n", 1),
    Broken("two blanks between date and time", "a = 2026-11-22  12:30:15\n", 1),
    Broken("an hour is 0 to 23", "a = 24:00:00\n", 1, "the hour is 00 to 23, not 24"),
    Broken(
        "an hour is 0 to 23 in a date and time",
        "a = 2026-11-22T25:00:00Z\n",
        1,
        "the hour is 00 to 23",
    ),
    Broken("a minute is 0 to 59", "a = 12:60:00\n", 1, "the minute is 00 to 59, not 60"),
    Broken("a second is 0 to 59", "a = 12:00:61\n", 1, "the second is 00 to 59, not 61"),
    Broken("an hour has two digits", "a = 7:32:00\n", 1, "write a = 07:32:00."),
    Broken("a minute has two digits", "a = 12:3:00\n", 1),
    Broken("a second has two digits", "a = 12:30:5\n", 1),
    Broken(
        "an hour has two digits in a date and time",
        "a = 2026-11-22T7:32:00.5Z\n",
        1,
        "Each part of a time has two digits: write a = 2026-11-22T07:32:00.5Z.",
    ),
    Broken("a time has minutes", "a = 12\nb = 12:\n", 2),
    Broken("a point has digits after it", "a = 12:30:15.\n", 1),
    Broken("a point has digits before the zone", "a = 2026-11-22T12:30:15.Z\n", 1),
    Broken("a time alone has no offset", "a = 12:30:15Z\n", 1),
    Broken("a time alone has no offset in hours", "a = 12:30:15+01:00\n", 1),
    Broken("a date alone has no offset", "a = 2026-11-22Z\n", 1),
    Broken("an offset has a sign", "a = 2026-11-22T12:30:15 01:00\n", 1),
    Broken(
        "an offset has minutes",
        "a = 2026-11-22T12:30:15+01\n",
        1,
        "An offset has hours and minutes: write a = 2026-11-22T12:30:15+01:00.",
    ),
    Broken("an offset has a colon", "a = 2026-11-22T12:30:15+0100\n", 1, "15+01:00."),
    Broken("an offset has two digits", "a = 2026-11-22T12:30:15+1:00\n", 1, "15+01:00."),
    Broken("an offset has no seconds", "a = 2026-11-22T12:30:15+01:00:00\n", 1),
    Broken(
        "an offset is below a day", "a = 2026-11-22T12:30:15+25:00\n", 1, "its hours are 00 to 23"
    ),
    Broken(
        "an offset's minutes are below 60",
        "a = 2026-11-22T12:30:15+01:60\n",
        1,
        "its minutes 00 to 59",
    ),
    Broken("a zone has no name", "a = 2026-11-22T12:30:15 CET\n", 1),
    Broken("a time has no half of the day", "a = 12:30:15 pm\n", 1),
    Broken("the digits are ASCII", "a = 2026-11-２2\n", 1),
)
