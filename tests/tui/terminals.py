"""A pseudo-terminal for what talks to one without Textual."""

import os
import pty
import select
from collections.abc import Iterator
from contextlib import contextmanager

_PATIENCE = 8.0
"""Seconds after which what has not come counts as missing."""


@contextmanager
def terminal() -> Iterator[tuple[int, int]]:
    """Give a terminal's own end and that of a program."""
    ours, theirs = pty.openpty()
    try:
        yield ours, theirs
    finally:
        os.close(ours)
        os.close(theirs)


def sent(ours: int, ending: bytes) -> bytes:
    """Give what a terminal was sent up to this ending, and where that does not come, everything.

    What a program has written reaches the other end a moment later.
    """
    data = b""
    while not data.endswith(ending) and select.select([ours], [], [], _PATIENCE)[0]:
        data += os.read(ours, 1)
    return data


def type_in(ours: int, theirs: int, keys: bytes) -> None:
    """Type at a terminal, and wait until a program can read it."""
    os.write(ours, keys)
    select.select([theirs], [], [], _PATIENCE)
