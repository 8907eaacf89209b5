"""Styles that leave the colours to the terminal, whatever those are."""

from collections.abc import Mapping
from functools import lru_cache

from rich.color import Color
from rich.style import Style

_DEFAULT = Color.default()
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


@lru_cache(maxsize=1024)
def own_style(style: Style, plain: bool, light: bool) -> Style:
    """Give the style that stands for another one.

    Only what cannot make text unreadable is kept: coloured text on the terminal's own ground, dim
    text in place of grey, and reversed text without colours in place of every ground. `plain`
    takes all colours away; `light` says that the terminal's own ground is.
    """
    if style.bgcolor is not None and not style.bgcolor.is_default:
        return style + _GROUNDS.get(style.bgcolor.number, _REVERSED)
    # Colours of the same number can have different names, and are not equal then.
    number = None if style.color is None else style.color.number
    if number in _GREYS:
        return style + _DIMMED
    if plain:
        return style + _NO_COLOURS
    return style + _ON_LIGHT.get(number, _AS_IT_IS) if light else style
