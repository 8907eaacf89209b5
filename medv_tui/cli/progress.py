"""How far long work has come, on the last line of a terminal while it is under way."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

from medv_tui.cli import output
from medv_tui.inventory.progress import Progress, Step, untold
from medv_tui.reports.progress import BAR_CELLS, counted, filled

TOLD_SECONDS = 0.5
"""How long work may take before it is shown."""
EACH_SECONDS = 0.1
"""How often it is shown anew at most."""


class Bar:
    """Draws a bar once work takes long, and takes it away again."""

    def __init__(self, clock: Callable[[], float]) -> None:
        """Take what tells the time in seconds."""
        self._clock = clock
        self._next = clock() + TOLD_SECONDS
        self._is_drawn = False

    def follow(self, step: Step) -> None:
        """Draw how far the work is, where it is time to."""
        if (now := self._clock()) >= self._next:
            self._next, self._is_drawn = now + EACH_SECONDS, True
            done = filled(step)
            bar = "#" * done + "." * (BAR_CELLS - done)
            output.overwrite(f"{step.doing} {bar} {counted(step)}   Ctrl-C cancels")

    def clear(self) -> None:
        """Leave nothing of the bar."""
        if self._is_drawn:
            output.overwrite("")


@contextmanager
def told() -> Iterator[Progress]:
    """Show a bar on standard error while work takes long; where no person sees it, nothing."""
    if not output.is_watched():
        yield untold
        return
    bar = Bar(monotonic)
    try:
        yield bar.follow
    finally:
        bar.clear()
