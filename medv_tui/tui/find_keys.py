"""The keys of the line in which one says what to find, as that line names them."""

from collections.abc import Sequence
from typing import TypeAlias

from medv_tui.tui.line import Line, Part, joined_to_fit
from medv_tui.tui.present import ACCENT, MUTED

Pairs: TypeAlias = Sequence[tuple[str, str]]
"""Keys with what they do, in the order in which the first ones stay where room is short."""

TYPING: Pairs = (("Enter", "step"), ("Tab", "field"), ("Esc", "close"))
STEPPING: Pairs = (
    ("n", "next"),
    ("N", "back"),
    ("c", "case"),
    ("w", "words"),
    ("x", "pattern"),
    ("Esc", "close"),
)
REPLACING: Pairs = (
    ("n", "next"),
    ("r", "replace"),
    ("a", "all"),
    ("N", "back"),
    ("c", "case"),
    ("w", "words"),
    ("x", "pattern"),
    ("Esc", "close"),
)


def keys_line(pairs: Pairs, cells: int) -> Line:
    """Draw as many of the keys as fit, the last one always."""
    named = ((Part(key, ACCENT), Part(f" {meaning}", MUTED)) for key, meaning in pairs)
    return joined_to_fit(named, 2, cells)
