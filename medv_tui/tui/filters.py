"""What is done to every drawn row before it is sent to a terminal that can show less."""

from functools import lru_cache

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.color import Color as TextualColor
from textual.filter import LineFilter

from medv_tui.tui.present import ASCII

_DEFAULT = Color.default()
_SOLID = str.maketrans("▓▒░", "███")
_BAR_ENDS = "▁▂▃▄▅▆▇"
_NO_COLOURS = Style(color=_DEFAULT, bgcolor=_DEFAULT)
_AS_IT_IS = Style.null()
_REVERSED = _NO_COLOURS + Style(reverse=True)
_GREYS = frozenset(map(Color.parse, ("bright_black", "white")))
_DIMMED = Style(color=_DEFAULT, dim=True)
_ON_LIGHT = {
    Color.parse("green"): Style(color=_DEFAULT),
    Color.parse("cyan"): Style(color=_DEFAULT),
    Color.parse("yellow"): Style(color=_DEFAULT, bold=True),
}
"""What stands for colours that are too pale on a light ground."""
_GROUNDS = {
    Color.parse("white"): _REVERSED + Style(underline=True),
    Color.parse("cyan"): _NO_COLOURS + Style(bold=True, underline=True),
}
"""What a selection and a cursor look like, both of which mostly lie on a reversed row."""


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
            Segment(text, None if style is None else _own(style, self._plain, self._light), None)
            for text, style, _ in segments
        ]


def _letters(text: str, style: Style | None) -> str:
    """Put letters in place of symbols; the end of a scroll bar is no bar of a drawing."""
    if text in _BAR_ENDS and style is not None and style.meta:
        return " "
    return text.translate(ASCII)


@lru_cache(maxsize=1024)
def _own(style: Style, plain: bool, light: bool) -> Style:
    """Give the style that stands for another one."""
    if style.bgcolor is not None and not style.bgcolor.is_default:
        return style + _GROUNDS.get(style.bgcolor, _REVERSED)
    if style.color in _GREYS:
        return style + _DIMMED
    if plain:
        return style + _NO_COLOURS
    return style + _ON_LIGHT.get(style.color, _AS_IT_IS) if light and style.color else style
