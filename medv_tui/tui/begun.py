"""What was begun on the terminal before the dashboard took it over."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from medv_tui.tui.background import Asked
from medv_tui.tui.painted import Painted
from medv_tui.tui.text_lines import TextLines


@dataclass(frozen=True, slots=True)
class Begun:
    """What was begun on the terminal before the dashboard took it over."""

    asked: Asked = field(default_factory=Asked)
    """What it said of its ground, and what was typed meanwhile."""
    painted: Painted = field(default_factory=Painted)
    """What stands on its screen."""
    is_entered: bool = False
    """Whether the screen that programs draw on is open."""
    modes: Sequence[Any] | None = None
    """How it treated what is typed when it was found; None where that is as it was."""
    lines: TextLines | None = None
    """The lines of the plan's text, where they are known."""
