"""Keeping reviews from holding up the keys, although both share one interpreter.

Python's search for lost objects stops everything while it looks at every object there is, and a
large plan is millions of them: a tenth of a second for ten thousand computers, whenever Python
sees fit. And whoever wants the interpreter waits for its present user's turn to end, several
times for each key.
"""

import asyncio
import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Thread
from typing import TypeVar

from medv_tui.tui.interface_turn import TURN
from medv_tui.turns import giving_way

T = TypeVar("T")

MANY_CHARACTERS = 100_000
"""Size of a text from which on a search through its review would be felt while typing."""
TURN_SECONDS = 0.0005
"""How long a review runs on while a key waits; Python's own is ten times as long."""
_RESTING: set[object] = set()
"""What is under way, in whatever thread, for which no search may begin."""


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
    if characters < MANY_CHARACTERS:
        yield
        return
    if gc.isenabled():
        gc.collect(0 if first else 2)
    review = object()
    _RESTING.add(review)
    gc.disable()
    try:
        yield
    finally:
        _RESTING.discard(review)
        gc.freeze()
        let_search()


def let_search() -> None:
    """Let Python search for lost objects, unless it is to rest for a review."""
    if not _RESTING:
        gc.enable()


async def beside(work: Callable[[], T]) -> T:
    """Do work in a thread that nobody waits for when the program is left; raise what it raises."""
    loop = asyncio.get_running_loop()
    future: asyncio.Future[T] = loop.create_future()

    def settle(result: Callable[[], None]) -> None:
        # The loop may have ended meanwhile, and the future may have been cancelled.
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(lambda: None if future.done() else result())

    def run() -> None:
        try:
            with giving_way(TURN.wait):
                done = work()
        except Exception as error:
            refusal = error
            settle(lambda: future.set_exception(refusal))
        else:
            settle(lambda: future.set_result(done))

    Thread(target=run, daemon=True).start()
    return await future
