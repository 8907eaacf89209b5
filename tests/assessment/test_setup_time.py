from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medv_tui.assessment.setup_time import Attempts, Reading, latest_moment

DOCUMENTED = Attempts(first_minutes=45, increment_minutes=15, retries=3)
small = st.integers(0, 60)


@pytest.mark.parametrize(
    ("reading", "attempts", "total"),
    [
        (Reading.REPLACED, [45, 15, 15, 15], 90),
        (Reading.ADDED_ONCE, [45, 60, 60, 60], 225),
        (Reading.GROWING, [45, 60, 75, 90], 270),
    ],
)
def test_the_documented_defaults_lead_to_the_worst_case_of_each_reading(
    reading: Reading, attempts: list[int], total: int
) -> None:
    assert [DOCUMENTED.minutes(number, reading) for number in range(4)] == attempts
    assert DOCUMENTED.worst_minutes(reading) == total


def test_if_the_first_attempt_counts_three_attempts_take_180_minutes() -> None:
    assert Attempts(45, 15, 2).worst_minutes(Reading.GROWING) == 180


@given(small, small, small, st.sampled_from(Reading))
def test_the_worst_case_is_the_sum_of_all_attempts(
    first: int, increment: int, retries: int, reading: Reading
) -> None:
    attempts = Attempts(first, increment, retries)
    every = [attempts.minutes(number, reading) for number in range(retries + 1)]
    assert attempts.worst_minutes(reading) == sum(every)
    assert attempts.before(retries, reading) == sum(every[:-1])


@given(small, small, small)
def test_the_growing_reading_is_the_upper_bound(first: int, increment: int, retries: int) -> None:
    attempts = Attempts(first, increment, retries)
    longest = attempts.worst_minutes(Reading.GROWING)
    assert longest >= attempts.worst_minutes(Reading.ADDED_ONCE)
    assert longest >= attempts.worst_minutes(Reading.REPLACED)


START = datetime(2027, 1, 11)


def test_five_days_is_the_documented_postponement() -> None:
    assert latest_moment(START, 120, None) == START + timedelta(days=5)


def test_the_earlier_limit_wins() -> None:
    limit = datetime(2027, 1, 13, 18, 0)
    assert latest_moment(START, 120, limit) == limit
    assert latest_moment(START, 24, limit) == datetime(2027, 1, 12)
    assert latest_moment(None, 24, limit) == limit


def test_without_a_start_and_a_limit_nothing_is_known() -> None:
    assert latest_moment(None, 120, None) is None
    assert latest_moment(START, 2_147_483_647, None) is None
