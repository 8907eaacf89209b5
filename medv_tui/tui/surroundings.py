"""What the dashboard is shown on, and where it may remember things."""

import getpass
import os
import pathlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rich.color import ColorSystem

from medv_tui.tui.clipboard import takes_copies
from medv_tui.tui.recent import state_folder
from medv_tui.tui.settings_folder import settings_folder
from medv_tui.tui.theme_colours import EXACT, TERMINAL, THEMES, default_theme

_SYSTEMS = {
    "standard": ColorSystem.STANDARD,
    "256": ColorSystem.EIGHT_BIT,
    EXACT: ColorSystem.TRUECOLOR,
}
_OF_TERMS = {"kitty": "256", "256color": "256"}
"""The colours of terminals by the ends of their names."""
_WITHOUT_COLOURS = frozenset({"dumb", "unknown"})
_WITHOUT_ITALICS = ("linux", "screen", "vt")
"""Beginnings of the names of terminals that show italics reversed, or in another colour."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the dashboard is shown on, and where it may remember things."""

    colour_system: str | None = EXACT
    """The colours of the terminal, as Rich names them."""
    plain: bool = False
    """Whether to do without colours."""
    ascii: bool = False
    """Whether to do without symbols and lines that are not ASCII."""
    theme: str = ""
    """The theme that was asked for; empty for the one that was chosen last."""
    state_folder: pathlib.Path | None = None
    """Where the last theme and plans are remembered; None to remember nothing."""
    user: str = ""
    """Who works with the plans; empty to keep neither journals nor locks."""
    read_only: bool = False
    """Whether plans are opened only to be read."""
    light: bool = False
    """Whether the terminal's own ground is light."""
    italic: bool = True
    """Whether the terminal shows italics as such."""
    takes_copies: bool = True
    """Whether the terminal may take what is copied."""
    settings_folder: pathlib.Path | None = None
    """Where the user's own keys stand; None for those below."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """The user's own keys by the names of actions, as Textual wants them."""
    keys_refused: Sequence[str] = ()
    """What of the user's own keys could not be taken, and why."""
    slow: bool = False
    """Whether the link to the terminal is slow, so that less is drawn while somebody types."""

    @property
    def inks(self) -> ColorSystem | None:
        """The colours that are sent; None for none at all."""
        return None if self.plain else _SYSTEMS.get(self.colour_system or "")

    @property
    def wants_ground(self) -> bool:
        """Whether the terminal's ground may decide how the dashboard looks."""
        return not self.plain and self.theme in {"", TERMINAL}

    def first_theme(self, remembered: str) -> str:
        """Choose the theme to start with, where this one was chosen the last time."""
        if self.plain:
            return TERMINAL
        wanted = self.theme or remembered
        default = default_theme(self.colour_system, plain=False, light=self.light)
        return wanted if wanted in THEMES else default


def found(environment: Mapping[str, str], *, ascii_only: bool, theme: str) -> Surroundings:
    """Find out about the terminal and the user; a theme as the command line names it."""
    plain = bool(environment.get("NO_COLOR", ""))
    return Surroundings(
        colour_system=colour_system(environment),
        plain=plain,
        ascii=ascii_only,
        theme=f"medv-{theme}" if theme else "",
        state_folder=state_folder(environment),
        settings_folder=settings_folder(environment),
        user=_user(),
        italic=not (plain or environment.get("TERM", "").startswith(_WITHOUT_ITALICS)),
        takes_copies=takes_copies(environment),
    )


def colour_system(environment: Mapping[str, str]) -> str | None:
    """Say what colours a terminal has, as Rich names them and finds them out; None for none."""
    term = environment.get("TERM", "").strip().lower()
    if term in _WITHOUT_COLOURS:
        return None
    if environment.get("COLORTERM", "").strip().lower() in {EXACT, "24bit"}:
        return EXACT
    return _OF_TERMS.get(term.rpartition("-")[2], "standard")


def _user() -> str:
    """Name the user, by the number where there is no name."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return str(os.getuid())
