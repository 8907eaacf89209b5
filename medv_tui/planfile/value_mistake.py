"""What is said of one value that TOML does not know."""

from dataclasses import dataclass
from typing import NamedTuple

from medv_tui.findings import Scalar
from medv_tui.problem_codes import Code


@dataclass(frozen=True, slots=True)
class ValueMistake:
    """One sentence about a value, and the value that would be right."""

    message: str
    fix: Scalar | tuple[Scalar, ...] | None = None
    code: Code = Code.SYNTAX
    is_nothing: bool = False
    """Whether the value only says that nothing is known, so that its line can go."""
    rest: str = ""
    """What of the value belongs on a line of its own, with the signs before it."""


class Holder(NamedTuple):
    """What a value belongs to."""

    key: str
    """The dotted key as it was typed; of an item, that of its list."""
    is_item: bool = False

    @property
    def name(self) -> str:
        """What a sentence calls it."""
        return "this item" if self.is_item else self.key

    def with_value(self, written: str) -> str:
        """Give what a person should write."""
        return written if self.is_item else f"{self.key} = {written}"
