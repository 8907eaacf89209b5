"""How far work on many computers has come, told to whoever waits for it."""

from collections.abc import Callable
from typing import NamedTuple, TypeAlias


class Step(NamedTuple):
    """One stage of the work, and how much of it is done."""

    doing: str
    """What is being done, to be followed by the numbers: `reading fleet.csv`."""
    done: int
    total: int
    unit: str = ""
    """What is counted, where that is not plain from what is being done."""


Progress: TypeAlias = Callable[[Step], None]
"""Is told every step; what it raises ends the work, of which nothing is kept then."""


def untold(_step: Step) -> None:
    """Tell nobody."""
