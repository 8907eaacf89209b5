"""A pseudo-terminal for what talks to one without Textual."""

import os
import pty
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def terminal() -> Iterator[tuple[int, int]]:
    """Give a terminal's own end and that of a program."""
    ours, theirs = pty.openpty()
    try:
        yield ours, theirs
    finally:
        os.close(ours)
        os.close(theirs)
