"""What the dashboard is shown on, and where it may remember things."""

import pathlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from medv_tui.tui.colours import EXACT


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
