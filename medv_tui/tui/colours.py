"""The themes of the dashboard as Textual knows them."""

from textual.theme import Theme

from medv_tui.tui.theme_colours import LIGHT, TERMINAL, THEMES, TOKENS, colours_of

_TEXTUALS = frozenset({"background", "surface", "foreground", "accent"})
"""What Textual has a name of its own for."""


def themes(colour_system: str | None) -> tuple[Theme, ...]:
    """Give every theme in colours that the terminal can show."""
    return tuple(_theme(name, colour_system) for name in THEMES)


def _theme(name: str, colour_system: str | None) -> Theme:
    """Make one theme of its colours."""
    named = colours_of(name, colour_system)
    own = {token: named[token] for token in TOKENS if token not in _TEXTUALS}
    if name == TERMINAL:
        # Textual's own styles name these two in such a theme.
        own |= {"ansi-background": "ansi_default", "ansi-foreground": "ansi_default"}
    return Theme(
        name=name,
        primary=named["accent"],
        accent=named["accent"],
        foreground=named["foreground"],
        background=named["background"],
        surface=named["surface"],
        panel=named["surface"],
        success=named["ready"],
        warning=named["attention"],
        error=named["blocked"],
        dark=name != LIGHT,
        ansi=name == TERMINAL,
        variables=own,
    )
