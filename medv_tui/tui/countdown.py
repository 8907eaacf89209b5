"""How much time is left for something that somebody waits for."""

from collections.abc import Callable
from time import perf_counter


def countdown(seconds: float) -> Callable[[], float]:
    """Give what tells how many of so many seconds are left, which in the end are none."""
    end = perf_counter() + seconds
    return lambda: end - perf_counter()
