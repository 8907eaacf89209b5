"""What was made of objects, found again by their identity."""

from collections.abc import Iterable
from typing import Generic, TypeVar

V = TypeVar("V")

MOST_GONE = 1_000
"""So much that nobody asks for any more is kept beside twice what is asked for."""


class Known(Generic[V]):
    """Values by the objects that they were made of; each value holds on to its object.

    What is gone is forgotten now and then, and one by one: to let go of a hundred thousand
    values in one step would stop every other thread for as long. Several threads may share this.
    """

    def __init__(self) -> None:
        self._made: dict[int, V] = {}

    def get(self, source: object) -> V | None:
        """Give what was made of this very object, if it is known."""
        return self._made.get(id(source))

    def keep(self, source: object, made: V) -> V:
        """Remember what was made of an object, and give it."""
        self._made[id(source)] = made
        return made

    def forget_all_but(self, sources: Iterable[object], count: int) -> None:
        """Forget what was made of others than these, of which there are so many."""
        if len(self._made) <= 2 * count + MOST_GONE:
            return
        wanted = {id(source) for source in sources}
        for key in list(self._made):
            if key not in wanted:
                self._made.pop(key, None)
