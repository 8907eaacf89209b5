"""The interface goes first: what is worked out beside it waits until it has nothing to do.

Python would give each thread half of the time. And of the other's half a key waits for whole
steps, each of which looks at all computers: a key that takes five milliseconds would take fifty.
"""

from selectors import DefaultSelector, SelectorKey
from threading import Event

MOST_SECONDS = 0.05
"""How long one wait lasts at most, so that an interface that is busy for long stops nothing."""


class InterfaceTurn:
    """Whether the interface is at work, or is being drawn, for others to wait for the end."""

    def __init__(self) -> None:
        self._at_rest = Event()
        self._at_rest.set()
        self._is_at_work = self._is_writing = False

    def is_at_work(self) -> bool:
        """Whether anybody would have to wait now."""
        return not self._at_rest.is_set()

    def begin(self) -> None:
        """Note that the interface has something to do; the thread that reads keys knows first."""
        self._is_at_work = True
        self._at_rest.clear()

    def end(self) -> None:
        """Note that the interface waits for whatever comes."""
        self._is_at_work = False
        self._rest_if_done()

    def begin_to_write(self) -> None:
        """Note that something is to be sent to the terminal, which another thread does."""
        self._is_writing = True
        self._at_rest.clear()

    def end_to_write(self) -> None:
        """Note in that thread that everything was sent."""
        self._is_writing = False
        self._rest_if_done()

    def wait(self) -> None:
        """Wait until the interface has nothing to do, which may be never; any other thread may."""
        if not self._at_rest.wait(MOST_SECONDS):
            self._at_rest.set()

    def _rest_if_done(self) -> None:
        # Two threads may come here at once, at worst too early for one wait.
        if not (self._is_at_work or self._is_writing):
            self._at_rest.set()


TURN = InterfaceTurn()
"""There is one interpreter in a process, and one interface."""


class InterfaceSelector(DefaultSelector):
    """Tells when the interface's event loop waits, and when it is at work."""

    def select(self, timeout: float | None = None) -> list[tuple[SelectorKey, int]]:
        """Wait for whatever comes, unless something is to be done at once."""
        if timeout is not None and timeout <= 0:
            return super().select(timeout)
        TURN.end()
        try:
            return super().select(timeout)
        finally:
            TURN.begin()
