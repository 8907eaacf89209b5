"""What is done to every drawn row before it is sent to a terminal that can show less."""

from rich.segment import Segment
from rich.style import Style
from textual.color import Color as TextualColor
from textual.filter import LineFilter

from medv_tui.tui.own_style import own_style
from medv_tui.tui.present import ASCII

_SOLID = str.maketrans("▓▒░", "███")
_BAR_ENDS = "▁▂▃▄▅▆▇"


class AsciiOnly(LineFilter):
    """Puts a character of ASCII in place of each symbol and line of the dashboard.

    Each takes as many cells as what it stands for. Letters of a plan stay as they are.
    """

    def apply(self, segments: list[Segment], background: TextualColor) -> list[Segment]:
        """Translate the text of a row."""
        del background
        return [Segment(_letters(text, style), style, None) for text, style, _ in segments]


class SolidBars(LineFilter):
    """Makes bars solid where their colours tell them apart."""

    def apply(self, segments: list[Segment], background: TextualColor) -> list[Segment]:
        """Fill the shades of a row."""
        del background
        return [Segment(text.translate(_SOLID), style, None) for text, style, _ in segments]


class OwnColours(LineFilter):
    """Leaves a row to the colours of the terminal, whatever those are.

    Only what cannot make text unreadable is kept: coloured text on the terminal's own ground,
    dim text in place of grey, and reversed text without colours in place of every ground.
    """

    def __init__(self, *, plain: bool, light: bool = False) -> None:
        """`plain` takes all colours away and keeps bold, dim, underlined and reversed text.

        `light` says that the terminal's own ground is.
        """
        super().__init__()
        self._plain, self._light = plain, light

    def apply(self, segments: list[Segment], background: TextualColor) -> list[Segment]:
        """Change the styles of a row."""
        del background
        return [
            Segment(
                text, None if style is None else own_style(style, self._plain, self._light), None
            )
            for text, style, _ in segments
        ]


def _letters(text: str, style: Style | None) -> str:
    """Put letters in place of symbols; the end of a scroll bar is no bar of a drawing."""
    if text in _BAR_ENDS and style is not None and style.meta:
        return " "
    return text.translate(ASCII)
