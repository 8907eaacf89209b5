"""Keeping Python's search for lost objects from holding up the keys.

The search stops everything while it looks at every object there is, and a large plan is millions
of them: a tenth of a second for ten thousand computers, whenever Python sees fit.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

MANY_CHARACTERS = 100_000
"""Size of a text from which on a search through its review would be felt while typing."""


def set_aside() -> None:
    """Leave what there is now out of every later search: the program itself, which stays."""
    gc.freeze()


@contextmanager
def collector_at_rest(characters: int, *, first: bool) -> Iterator[None]:
    """Search before a large text is reviewed, not meanwhile, and leave the review out later.

    What a review is made of holds no cycles, so that it is freed without any search. Before the
    first one, all that there is would be searched, which takes long for nothing.
    """
    if characters < MANY_CHARACTERS or not gc.isenabled():
        yield
        return
    gc.collect(0 if first else 2)
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
