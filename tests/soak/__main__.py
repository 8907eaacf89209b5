"""Makes many more random edits than the test suite: `python -m tests.soak [EDITS] [SEED]`."""

import asyncio
import sys
from time import perf_counter

from .editing import edit_at_random
from .rereading import reread
from .rereview import rereview

EDITS = 100_000
KEYS = 10_000
"""Edits of the widget, each of which draws the whole editor twice."""
ROUND = 1_000
"""Edits with one seed, so that a failure can be found again soon."""


def main(edits: int = EDITS, seed: int = 0) -> None:
    """Make so many edits of each kind and stop at the first that goes wrong."""
    begin = perf_counter()
    for number in range(edits // ROUND):
        reread(seed + number, ROUND)
        rereview(seed + number, ROUND)
        if number % (EDITS // KEYS) == 0:
            asyncio.run(edit_at_random(seed + number, ROUND))
        done = f"{(number + 1) * ROUND:>9,} edits, {perf_counter() - begin:,.0f} s\n"
        sys.stdout.write(done)
        sys.stdout.flush()


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
