"""A program with one widget or dialog and the colours they name, for tests of these alone."""

from textual.app import App
from textual.theme import Theme

_TOKENS = ("muted", "rule", "line", "cursor", "value", "ready", "attention", "blocked", "unknown")

PAINT = Theme(
    name="desk",
    primary="#ffffff",
    surface="#202020",
    variables=dict.fromkeys(_TOKENS, "#808080"),
)


class Painted(App[int]):
    """A program that knows every colour token of the dashboard."""

    def __init__(self) -> None:
        super().__init__()
        self.register_theme(PAINT)
        self.theme = PAINT.name
