"""Work beside the interface that is shown once it takes long, and can be ended then.

It leaves the keys where they are and knows no screen: whoever waits draws its steps, as a bar in
a line of their own, and looks afterwards whether the text is still the one it began with. Work on
which the next key depends takes the keys instead, with `working`.
"""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from medv_tui.errors import WorkCancelledError
from medv_tui.inventory.progress import Progress, Step
from medv_tui.tui.pace import beside

T = TypeVar("T")

TOLD_SECONDS = 0.5
"""How long work may take before it is shown."""
LOOK_SECONDS = 0.1
"""How often it is looked at how far the work has come."""
CANCELLED = "Cancelled; everything is as before."


class Waiting:
    """One piece of work, as long as somebody waits for it."""

    def __init__(
        self, show: Callable[[Step], None], begin: Callable[[], None] = lambda: None
    ) -> None:
        """Take what shows how far the work has come, and that it goes on before it says so."""
        self._show, self._begin = show, begin
        self._step: Step | None = None
        self._is_cancelled = False
        self.is_shown = False
        """Whether the work takes so long that it is shown, and would end at its next step."""
        self.was_told_of = False
        """Whether anything was shown of it."""

    async def until_done(self, work: Callable[[Progress], T]) -> T:
        """Do the work in a thread and give what it gives, or raise what it raises.

        Work that is cancelled, or that nobody waits for any more, ends with its next step, and
        nothing comes of it where it has none left.
        """
        task = asyncio.ensure_future(beside(partial(work, self._follow)))
        looks = 0
        try:
            while not (await asyncio.wait({task}, timeout=LOOK_SECONDS))[0]:
                looks += 1
                if looks * LOOK_SECONDS >= TOLD_SECONDS:
                    self._tell()
            result = task.result()
            if self._is_cancelled:
                raise WorkCancelledError(CANCELLED)
            return result
        finally:
            self.is_shown = False
            self.cancel()
            task.cancel()

    def _tell(self) -> None:
        """Show how far the work has come, as far as it said so."""
        self.was_told_of = True
        if self._step is None:
            self._begin()
        else:
            self.is_shown = True
            self._show(self._step)

    def cancel(self) -> None:
        """End the work at its next step."""
        self._is_cancelled = True

    def _follow(self, step: Step) -> None:
        """Note from the work's thread how far it is, and end it there where it is not wanted."""
        self._step = step
        if self._is_cancelled:
            raise WorkCancelledError(CANCELLED)
