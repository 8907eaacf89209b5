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
from typing import Any, NamedTuple, TypeVar

FILE_NAME = "state.json"
MOST = 20
"""Plans that are remembered at most, the latest first."""
_LARGEST_BYTES = 1024 * 1024


class PlanState(NamedTuple):
    """Where one plan was left."""

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


class State(NamedTuple):
    """Everything that is remembered."""

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
        return self._replace(plans=(plan, *others)[:MOST])

    def with_theme(self, theme: str) -> "State":
        """Remember this theme."""
        return self._replace(theme=theme)


T = TypeVar("T", State, PlanState)


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
            return _state(json.loads(file.read(_LARGEST_BYTES)))
    except (OSError, ValueError, TypeError, RecursionError):
        return State()


def _state(said: dict[str, Any]) -> State:
    """Take what a file says; raises ValueError or TypeError where it is of another shape."""
    state = _taken(State(), {**said, "plans": ()})
    return state._replace(plans=tuple(_plan(plan) for plan in said.get("plans", ())))


def _plan(said: dict[str, Any]) -> PlanState:
    """Take what a file says of one plan; raises ValueError or TypeError as above."""
    plan = _taken(PlanState(path=""), said)
    if not plan.path:
        raise ValueError("A plan has no path.")
    return plan


def _taken(usual: T, said: Mapping[str, Any]) -> T:
    """Put what is said in place of usual values of the same kinds; what is not known is left."""
    known = {name: value for name, value in said.items() if name in usual._fields}
    for name, value in known.items():
        if type(value) is not type(getattr(usual, name)):
            raise ValueError(f"{name} is of another kind.")
    return usual._replace(**known)


def remember(folder: Path | None, change: Callable[[State], State]) -> None:
    """Change what is remembered, starting from what another session may have written."""
    if folder is None:
        return
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        state = change(recall(folder))
        write_whole(folder / FILE_NAME, _written(state) + "\n")


def _written(state: State) -> str:
    """Give everything as JSON."""
    plans = [plan._asdict() for plan in state.plans]
    return json.dumps({"theme": state.theme, "plans": plans}, indent=1)


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
