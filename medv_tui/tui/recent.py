"""What is remembered from one session to the next: the theme, and where each plan was left.

It stands in one file in a folder of the user's own. None of it is needed: a file that cannot be
read counts as empty, and one that cannot be written is given up.
"""

import contextlib
import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import mkstemp

from pydantic import BaseModel, ConfigDict, ValidationError

FILE_NAME = "state.json"
MOST = 20
"""Plans that are remembered at most, the latest first."""
_LARGEST_BYTES = 1024 * 1024


class PlanState(BaseModel):
    """Where one plan was left."""

    model_config = ConfigDict(frozen=True)

    path: str
    """The whole path of its file."""
    line: int = 1
    """The cursor's line and column, from 1."""
    column: int = 1
    place: int = 1
    """The number of the pane that was in front."""
    filter: str = ""
    """What the hosts were filtered by."""
    sort: str = ""
    """The column that the hosts were ordered by; empty for the usual one."""
    is_reversed: bool = False
    """Whether that order was turned around."""


class State(BaseModel):
    """Everything that is remembered."""

    model_config = ConfigDict(frozen=True)

    theme: str = ""
    """The name of the theme that was chosen; empty if none was."""
    plans: tuple[PlanState, ...] = ()
    """The latest first."""

    def plan(self, path: Path) -> PlanState | None:
        """Find what is remembered of a plan."""
        name = whole(path)
        return next((plan for plan in self.plans if plan.path == name), None)

    def with_plan(self, plan: PlanState) -> "State":
        """Remember this plan as the latest."""
        others = (other for other in self.plans if other.path != plan.path)
        return self.model_copy(update={"plans": (plan, *others)[:MOST]})

    def with_theme(self, theme: str) -> "State":
        """Remember this theme."""
        return self.model_copy(update={"theme": theme})


def whole(path: Path) -> str:
    """Give a path as plans are remembered by, whatever folder the program was started in."""
    return os.path.realpath(path)


def state_folder(environment: Mapping[str, str]) -> Path | None:
    """Give the folder for what is remembered; None where there is no home for it."""
    given = environment.get("XDG_STATE_HOME", "")
    if given.startswith("/"):
        return Path(given) / "medv-tui"
    home = environment.get("HOME", "")
    return Path(home) / ".local" / "state" / "medv-tui" if home.startswith("/") else None


def recall(folder: Path | None) -> State:
    """Read what is remembered."""
    if folder is None:
        return State()
    try:
        with (folder / FILE_NAME).open("rb") as file:
            return State.model_validate_json(file.read(_LARGEST_BYTES))
    except (OSError, ValidationError):
        return State()


def remember(folder: Path | None, change: Callable[[State], State]) -> None:
    """Change what is remembered, starting from what another session may have written."""
    if folder is None:
        return
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        state = change(recall(folder))
        write_whole(folder / FILE_NAME, json.dumps(state.model_dump(), indent=1) + "\n")


def write_whole(path: Path, text: str) -> None:
    """Put a whole file in place of another one, so that no other session reads half of it.

    Raises OSError where it cannot be written.
    """
    descriptor, temporary = mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with open(descriptor, "w", encoding="utf-8", errors="surrogateescape", newline="") as file:
            file.write(text)
        os.replace(temporary, path)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise
