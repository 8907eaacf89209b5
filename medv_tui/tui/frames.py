"""A screen that shows what changed without waiting for the tick of a clock."""

from time import monotonic

from textual.screen import Screen
from textual.timer import Timer

TICK_SECONDS = 1 / 240
"""How often it is looked whether something is to be drawn, while that is so."""
LONGEST_REST_SECONDS = 1 / 120
"""How long a frame waits at most for the one before it."""


class LiveScreen(Screen[None]):
    """Draws what changed at once, and rests after a frame for as long as that took.

    Textual's screens draw sixty times a second at most, so that a letter which follows another
    frame, of the figures or the cursor's column, waits for the next tick.
    """

    _ticks: Timer | None = None
    _earliest = 0.0

    @property
    def _update_timer(self) -> Timer:
        if self._ticks is None:
            self._ticks = self.set_interval(TICK_SECONDS, self._on_timer_update, pause=True)
        return self._ticks

    def _on_timer_update(self) -> None:
        begin = monotonic()
        if begin < self._earliest:
            return  # Nothing pauses the ticks before the frame.
        super()._on_timer_update()
        end = monotonic()
        self._earliest = end + min(LONGEST_REST_SECONDS, end - begin)
