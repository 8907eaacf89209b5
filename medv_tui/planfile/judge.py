"""The judge of whole texts: the TOML parser, and what is made of what it refuses."""

from collections.abc import Callable
from typing import Protocol

from medv_tui.planfile.long_text import LongText
from medv_tui.planfile.syntax import Salvaged, judged


class Judge(Protocol):
    """Reads a whole text, whatever it says; never raises on account of the text.

    Sentences name lines by `line_of`, where the text is only a part of what somebody sees.
    """

    def __call__(self, text: LongText, line_of: Callable[[int], int] = int) -> Salvaged:
        """Say what a text says, and how far that is to be relied upon."""


def judged_here(text: LongText, line_of: Callable[[int], int] = int) -> Salvaged:
    """Read a text in this process."""
    return judged(text.whole, line_of)
