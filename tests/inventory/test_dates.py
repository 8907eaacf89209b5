"""Dates of inventories."""

from datetime import date

import pytest

from medv_tui.inventory.dates import AmbiguousDateError, NoDateError, read_date


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-22",
        "2026-11-22 10:22:33",
        "2026-11-22T10:22:33Z",
        "2026/11/22",
        "22.11.2026 10:22",
        "22/11/2026",
        "11/22/2026 10:22:33 AM",
        "22-Nov-2026",
        "22 November 2026",
        "Nov 22, 2026",
        "Sunday, November 22, 2026 10:22:33 AM",
        "20261122",
        "20261122102233.000000+060",
        "1795305600",
        "134397792000000000",
    ],
)
def test_the_common_forms_are_read(text: str) -> None:
    assert read_date(text) == date(2026, 11, 22)


def test_a_day_that_is_its_own_month_leaves_nothing_open() -> None:
    assert read_date("5/5/2026") == date(2026, 5, 5)


def test_day_and_month_that_can_be_exchanged_are_ambiguous() -> None:
    with pytest.raises(AmbiguousDateError):
        read_date("3/4/2026")


@pytest.mark.parametrize(
    "text", ["", "yesterday", "31.02.2026", "22/11/26", "99999999", "5 Foo 2026"]
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(NoDateError):
        read_date(text)
