"""Every setting against its documented range, choices and format."""

import re
from collections.abc import Mapping
from datetime import datetime
from itertools import pairwise
from typing import Any

from medv_tui.findings import Scalar, Severity, Source
from medv_tui.plan.setting import REGISTRY_TOPIC, Kind, Setting
from medv_tui.plan.settings import SETTINGS, setting
from medv_tui.practices.practice import (
    Mode,
    Outcome,
    Phase,
    Practice,
    Scope,
    SetFact,
    failing,
    met,
    needs,
    parameter,
)

HOST_STEPS = setting("VM", "HostMemToGuestMem")
GUEST_STEPS = setting("VM", "GuestMemFromHostMem")

_CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}")
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:\S+", re.IGNORECASE)


def settings_ranges(**values: Any) -> Outcome:
    """Compare every setting with what is documented of it; None is a setting without value."""
    by_setting = {entry: values[parameter(entry.path)] for entry in SETTINGS}
    faults = {
        entry: wanted
        for entry, value in by_setting.items()
        if value is not None and (wanted := _fault(entry, value))
    }
    faults |= _pair_fault(by_setting, faults)
    if faults:
        return _failing(faults, by_setting)
    unread = [e for e, value in by_setting.items() if value is None and e.default is not None]
    if unread:
        return needs(*(entry.path for entry in unread))
    return met(f"{len(SETTINGS)} settings are as documented.")


def _failing(faults: Mapping[Setting, str], values: Mapping[Setting, Any]) -> Outcome:
    """Name the first setting that is wrong, and how many more there are."""
    entry, wanted = next(iter(faults.items()))
    others = len(faults) - 1
    more = f" {others:,} more {'is' if others == 1 else 'are'} wrong." if others else ""
    nearest = None if others else _nearest(entry, values[entry])
    return failing(
        f"{entry.name} is {_shown(values[entry])}; {wanted} wanted.{more}",
        fact=entry.path,
        fix=None if nearest is None else SetFact(entry.path, nearest),
    )


def _shown(value: Any) -> str:
    """Write a value as a plan does."""
    if isinstance(value, tuple):
        return f"[{', '.join(str(item) for item in value)}]"
    return f'"{value}"' if isinstance(value, str) else f"{value:,}"


def _nearest(entry: Setting, value: Any) -> Scalar | None:
    """Give the end of the range that a number lies beyond."""
    if entry.kind is not Kind.NUMBER or entry.minimum is None or entry.maximum is None:
        return None
    return int(min(max(value, entry.minimum), entry.maximum))


def _fault(entry: Setting, value: Any) -> str:
    """Say what is wanted of a setting instead of its value; empty where nothing is wrong."""
    if entry.kind is Kind.NUMBER:
        return "" if _in_range(entry, value) else _range(entry)
    if entry.kind is Kind.NUMBERS:
        numbers = _numbers(value)
        if not numbers:
            return "a list of numbers is"
        return "" if all(_in_range(entry, number) for number in numbers) else _range(entry)
    if entry.kind is Kind.TEXT:
        return _text_fault(entry, value)
    return ""


def _in_range(entry: Setting, value: int) -> bool:
    """Say whether a number lies in the documented range, if there is one."""
    above = entry.minimum is None or value >= entry.minimum
    return above and (entry.maximum is None or value <= entry.maximum)


def _range(entry: Setting) -> str:
    """Write the documented range."""
    unit = f" {entry.unit}" if entry.unit not in {"", "level"} else ""
    return f"{entry.minimum:,} to {entry.maximum:,}{unit} is"


def _numbers(value: tuple[int | str, ...]) -> tuple[int, ...]:
    """Read a list of numbers or decimal texts; empty if one is neither, or if there is none."""
    try:
        return tuple(int(item) for item in value)
    except ValueError:
        return ()


def _text_fault(entry: Setting, value: str) -> str:
    """Say what is wanted of a text that has choices or a format."""
    if entry.choices:
        *others, last = entry.choices
        return "" if value in entry.choices else f"{', '.join(others)} or {last} is"
    if entry.name == "GuestUpdateTime":
        return "" if _CLOCK.fullmatch(value) else "a time from 00:00 to 23:59 is"
    if entry.name == "PostponeUtcDateTimeLimit":
        return "" if not value or read_moment(value) else "a date as yyyy-MM-dd hh:mm in UTC is"
    if entry.name == "DialogUrl":
        return "" if not value or _ADDRESS.fullmatch(value) else "an address with its protocol is"
    return ""


def read_moment(text: str) -> datetime | None:
    """Read a date with a time on a 24-hour clock; None where it is none."""
    if not _DATE.fullmatch(text.strip()):
        return None
    try:
        return datetime.strptime(text.strip(), "%Y-%m-%d %H:%M")
    except ValueError:
        return None


def _pair_fault(values: Mapping[Setting, Any], faults: Mapping[Setting, str]) -> dict[Setting, str]:
    """Compare the two lists of the memory lookup, where each of them can be read."""
    host, guest = values[HOST_STEPS], values[GUEST_STEPS]
    if host is None or guest is None or HOST_STEPS in faults or GUEST_STEPS in faults:
        return {}
    steps, entries = _numbers(host), _numbers(guest)
    if any(a >= b for a, b in pairwise(steps)):
        return {HOST_STEPS: "ascending steps are"}
    if any(a > b for a, b in pairwise(entries)):
        return {GUEST_STEPS: "ascending entries are"}
    if len(steps) != len(entries):
        return {GUEST_STEPS: f"one entry for each of the {len(steps):,} steps is"}
    return {}


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="settings-ranges",
        title="All settings inside their documented ranges",
        phase=Phase.OPERATE,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="Every setting has a documented value, and the two lists of the memory lookup fit "
        "together.",
        why="What MED-V does with another value is undefined.",
        inferred=True,
        todo="Correct the value.",
        source=Source(
            (REGISTRY_TOPIC,),
            "The two lists of the memory lookup are equal in length and ascending.",
            ("C-10", "C-34", "G-01"),
        ),
        concerns=("settings-provider", "workspace-package"),
        also=tuple(entry.path for entry in SETTINGS),
        check=settings_ranges,
    ),
)
