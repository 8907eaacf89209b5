"""Taking turns between threads that share one interpreter.

Python lets threads take turns by itself, but only between its own steps: one that copies a list
of a hundred thousand takes milliseconds in which nobody else has a turn.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar


def _at_once() -> None:
    """Let nobody go first."""


_WAIT: ContextVar[Callable[[], None]] = ContextVar("wait", default=_at_once)


def give_way() -> None:
    """Let whoever must not wait go first; to be called before a step that takes milliseconds."""
    _WAIT.get()()


@contextmanager
def giving_way(wait: Callable[[], None]) -> Iterator[None]:
    """Have `give_way` wait as long as this does, for what the present thread does meanwhile."""
    before = _WAIT.set(wait)
    try:
        yield
    finally:
        _WAIT.reset(before)
