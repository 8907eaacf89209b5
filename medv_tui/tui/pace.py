"""Keeping reviews from holding up the keys, although both share one interpreter.

Python's search for lost objects stops everything while it looks at every object there is, and a
large plan is millions of them: a tenth of a second for ten thousand computers, whenever Python
sees fit. And whoever wants the interpreter waits for its present user's turn to end, several
times for each key.
"""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager

MANY_CHARACTERS = 100_000
"""Size of a text from which on a search through its review would be felt while typing."""
TURN_SECONDS = 0.0005
"""How long a review runs on while a key waits; Python's own is ten times as long."""


def keys_first() -> None:
    """Shorten turns, and leave the program itself, which stays, out of every later search."""
    sys.setswitchinterval(TURN_SECONDS)
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
