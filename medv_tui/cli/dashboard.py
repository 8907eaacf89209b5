"""`medv-tui [PLAN]`: the dashboard, on a plan or with a choice of plans."""

import importlib
from collections.abc import Callable, Collection, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from medv_tui.errors import MedvError

THEMES = ("dark", "light", "contrast", "terminal")


class Wanted(NamedTuple):
    """How to open the dashboard, and on what."""

    plans: tuple[str, ...]
    ascii_only: bool = False
    theme: str = ""
    read_only: bool = False
    plain: bool = False
    mouse: bool = True
    slow: bool = False


_SWITCHES: dict[str, Callable[[Wanted], Wanted]] = {
    "--ascii": lambda wanted: wanted._replace(ascii_only=True),
    "--no-mouse": lambda wanted: wanted._replace(mouse=False),
    "--plain": lambda wanted: wanted._replace(plain=True),
    "--read-only": lambda wanted: wanted._replace(read_only=True),
    "--slow": lambda wanted: wanted._replace(slow=True),
}
"""Options without a value, and what each changes."""


def run(words: Sequence[str], commands: Collection[str]) -> int:
    """Open the dashboard on the one plan that the words name, if they do."""
    wanted = read(words)
    if wanted.plain:
        return int(importlib.import_module("medv_tui.cli.plain").run(wanted.plans))
    path = _plan(wanted.plans, commands)
    app = importlib.import_module("medv_tui.tui.running")
    return int(
        app.run(
            path,
            ascii_only=wanted.ascii_only,
            theme=wanted.theme,
            read_only=wanted.read_only,
            mouse=wanted.mouse,
            slow=wanted.slow,
        )
    )


def read(words: Sequence[str]) -> Wanted:
    """Tell options and plans apart; raises MedvError for an option that there is not."""
    wanted, left = Wanted(()), list(words)
    while left:
        word = left.pop(0)
        if word == "--":
            return wanted._replace(plans=(*wanted.plans, *left))
        if word in _SWITCHES:
            wanted = _SWITCHES[word](wanted)
        elif word == "--theme" or word.startswith("--theme="):
            name = word.removeprefix("--theme=") if "=" in word else "".join(left[:1])
            left = left if "=" in word else left[1:]
            wanted = wanted._replace(theme=_theme(name))
        elif word.startswith("-") and word != "-":
            raise MedvError(f"There is no option {word}; medv-tui --help lists what there is.")
        else:
            wanted = wanted._replace(plans=(*wanted.plans, word))
    return wanted


def _theme(name: str) -> str:
    """Check the name of a theme."""
    if name not in THEMES:
        seen = f"not {name}" if name else "and none is given"
        raise MedvError(f"A theme is wanted after --theme, one of {', '.join(THEMES)}, {seen}.")
    return name


def _plan(plans: Sequence[str], commands: Collection[str]) -> Path | None:
    """Give the one plan to open; None where none is named."""
    if not plans:
        return None
    likely = get_close_matches(plans[0], commands, 1)
    if likely and not Path(plans[0]).exists():
        raise MedvError(
            f"There is no command {plans[0]} and no such file; did you mean {likely[0]}? "
            f"To start a plan of that name, write ./{plans[0]}"
        )
    if len(plans) != 1:
        raise MedvError(f"The dashboard opens one plan, not {len(plans)}; medv-tui --help.")
    if plans[0] == "-":
        raise MedvError(
            "The dashboard edits a file, so it cannot open standard input; medv-tui check - can."
        )
    return Path(plans[0])
