"""The colours of the dashboard, by theme; nothing else in it names a colour."""

from collections.abc import Mapping

DARK, LIGHT, CONTRAST, TERMINAL = "medv-dark", "medv-light", "medv-contrast", "medv-terminal"

THEMES = {
    DARK: "light text on a dark ground",
    LIGHT: "dark text on a light ground",
    CONTRAST: "the strongest contrast, on black",
    TERMINAL: "the terminal's own 16 colours",
}
"""Every theme by name, with what it looks like."""

EXACT = "truecolor"
FEW = frozenset({None, "standard"})
"""Colour systems, as Rich names them, with no more than the terminal's own 16 colours."""

TOKENS = (
    *("background", "surface", "cursor", "foreground", "muted", "line", "rule", "accent", "value"),
    *("ready", "attention", "blocked", "unknown", "base", "diff", "saved", "copies"),
)


def default_theme(colour_system: str | None, *, plain: bool, light: bool = False) -> str:
    """Choose the theme that shows best until somebody chooses; `plain` wants no colours.

    `light` says that the terminal's own ground is.
    """
    if plain or colour_system in FEW:
        return TERMINAL
    return LIGHT if light else DARK


def colours_of(theme: str, colour_system: str | None) -> Mapping[str, str]:
    """Give a theme's colours by what they are for, in colours that the terminal can show.

    The nearest of 256 colours is often not the best: grounds turn black, a marked row teal. So
    those are picked by hand, written as what Rich turns into them.
    """
    exact = colour_system == EXACT
    colours = {
        DARK: _DARK if exact else _DARK_256,
        LIGHT: _LIGHT if exact else _LIGHT_256,
        CONTRAST: _CONTRAST,
        TERMINAL: _TERMINAL,
    }
    return dict(zip(TOKENS, colours[theme].split(), strict=True))


_DARK = """
    #14171c #1d222a #2b3442 #d8dce3 #98a1b0 #6a7483 #39414d #7cb7ff #a9c6ea
    #5fd7bd #fbcb3a #ff7a7a #a79bfb #c3d0e3 #9bb0cf #748bb0 #566d92
"""
_LIGHT = """
    #fbfaf7 #f0eee8 #dfe6f2 #22262d #59616d #828994 #cfccc4 #0b57b0 #2c5a8c
    #00695c #866000 #8e1038 #6130c9 #2b405f #48648f #6a86ae #8099bc
"""
_DARK_256 = """
    #1c1c1c #262626 #303030 #d4d4d4 #a9a9a9 #767676 #4e4e4e #87afff #afd7ff
    #5fd7af #ffd75f #ff8787 #af87ff #afd7ff #87afd7 #5f87af #5f5f87
"""
_LIGHT_256 = """
    #ffffff #f4f4f4 #e8e8e8 #262626 #585858 #848484 #d4d4d4 #005faf #005f87
    #005f5f #875f00 #870000 #5f00d7 #00005f #5f5f87 #5f87af #8787af
"""
_CONTRAST = """
    #000000 #000000 #1c1c1c #ffffff #d4d4d4 #a9a9a9 #767676 #87d7ff #afffff
    #5fffd7 #ffff5f #ff8787 #d7afff #ffffff #afd7ff #5fafff #5f87d7
"""
_TERMINAL = """
    ansi_default ansi_default ansi_bright_black ansi_default ansi_bright_black
    ansi_bright_black ansi_white ansi_bright_blue ansi_cyan
    ansi_green ansi_yellow ansi_bright_red ansi_bright_magenta
    ansi_default ansi_default ansi_default ansi_default
"""
