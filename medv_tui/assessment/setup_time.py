"""How long first time setup can take at worst, and until when a user can put it off."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from medv_tui.findings import Source

SOURCE = Source(
    (
        "managing-med-v-workspace-configuration-settings",
        "how-to-create-a-test-environment",
        "how-to-deploy-the-med-v-components-through-an-electronic-software-distribution-system",
    ),
    "How the time of another attempt follows from the first is not stated; the longest reading "
    "is the upper bound. The first attempt is not taken for one of MaxRetryCount.",
    ("C-23", "C-25", "G-11"),
)

TYPICAL_MINUTES = 10
"""One topic says several minutes, another ten or more; both grow with VHD and policies (C-25)."""


class Reading(StrEnum):
    """What the time of another attempt is, by the readings that the topics allow."""

    REPLACED = "the increment alone"
    """Every other attempt gets the increment instead of the first one's time."""
    ADDED_ONCE = "the first time and the increment"
    GROWING = "the attempt before and the increment"
    """Every other attempt gets the increment more than the one before."""


@dataclass(frozen=True, slots=True)
class Attempts:
    """The documented limits of first time setup that the user does not answer."""

    first_minutes: int
    """NonInteractiveTimeout."""
    increment_minutes: int
    """NonInteractiveRetryTimeoutInc."""
    retries: int
    """MaxRetryCount."""

    def minutes(self, number: int, reading: Reading) -> int:
        """Give the limit of one attempt; 0 is the first."""
        if number == 0:
            return self.first_minutes
        match reading:
            case Reading.REPLACED:
                return self.increment_minutes
            case Reading.ADDED_ONCE:
                return self.first_minutes + self.increment_minutes
            case Reading.GROWING:
                return self.first_minutes + number * self.increment_minutes

    def before(self, number: int, reading: Reading) -> int:
        """Give the minutes of all attempts before one together."""
        if number == 0:
            return 0
        others = number - 1
        match reading:
            case Reading.GROWING:
                grown = self.increment_minutes * others * number // 2
                return number * self.first_minutes + grown
            case _:
                return self.first_minutes + others * self.minutes(1, reading)

    def worst_minutes(self, reading: Reading) -> int:
        """Give the minutes after which setup gives up, if every attempt takes all its time."""
        return self.before(self.retries + 1, reading)


def latest_moment(start: datetime | None, hours: int, limit: datetime | None) -> datetime | None:
    """Give the last moment to which setup that starts now can be put off, in UTC.

    Of the two limits the earlier one is taken to win (G-12). None where neither is known, or
    where the hours lead beyond any calendar.
    """
    try:
        after = None if start is None else start + timedelta(hours=hours)
    except OverflowError:
        after = None
    known = [moment for moment in (after, limit) if moment is not None]
    return min(known, default=None)
