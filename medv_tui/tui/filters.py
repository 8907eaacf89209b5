"""What is done to every drawn row before it is sent to a terminal that can show less."""

from collections.abc import Mapping
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
_GREEN, _YELLOW, _CYAN, _WHITE, _BRIGHT_BLACK = 2, 3, 6, 7, 8
"""Numbers of the terminal's own colours."""
_GREYS = frozenset({_BRIGHT_BLACK, _WHITE})
_DIMMED = Style(color=_DEFAULT, dim=True)
_ON_LIGHT: Mapping[int | None, Style] = {
    _GREEN: Style(color=_DEFAULT),
    _CYAN: Style(color=_DEFAULT),
    _YELLOW: Style(color=_DEFAULT, bold=True),
}
"""What stands for colours that are too pale on a light ground."""
_GROUNDS: Mapping[int | None, Style] = {
    _WHITE: _REVERSED + Style(underline=True),
    _CYAN: _NO_COLOURS + Style(bold=True, underline=True),
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
        return style + _GROUNDS.get(style.bgcolor.number, _REVERSED)
    # Colours of the same number can have different names, and are not equal then.
    number = None if style.color is None else style.color.number
    if number in _GREYS:
        return style + _DIMMED
    if plain:
        return style + _NO_COLOURS
    return style + _ON_LIGHT.get(number, _AS_IT_IS) if light else style
