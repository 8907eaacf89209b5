"""Kills a process in the middle of its saves: `python -m tests.soak.kills [KILLS] [SEED]`.

After each kill the file must hold one text, whole, and never an older one than was seen before;
the next save must find its way and leave nothing of the dead process beside the file.
"""

import os
import random
import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple, NoReturn

from medv_tui.planfile.save import save

KILLS = 300
_LINES = 20_000
"""Lines of the text, so that writing it takes a good part of a save."""
_LONGEST_SECONDS = 0.03
"""The latest moment of a kill, counted from the first save."""


class Killed(NamedTuple):
    """What a number of kills left behind."""

    kills: int
    saves: int
    """Saves that were finished before a kill."""
    left: int
    """Kills that left a temporary file, so ones that met a save half done."""


def kill_saves(folder: Path, kills: int, seed: int) -> Killed:
    """Kill so many processes while they save; AssertionError if a text was harmed."""
    dice, plan = random.Random(seed), folder / "plan.toml"
    number, left = 0, 0
    plan.write_bytes(_text(number))
    for _ in range(kills):
        _kill_while_saving(plan, number, dice.random() * _LONGEST_SECONDS)
        left += len(os.listdir(folder)) > 1
        data = plan.read_bytes()
        seen = int(data[: data.index(b"\n")])
        assert data == _text(seen), f"The text of save {seen} is not whole."
        assert seen >= number, f"Save {number} was there and is gone."
        number = seen + 1
        save(plan, _text(number), data)
        assert os.listdir(folder) == [plan.name], os.listdir(folder)
    return Killed(kills, number - kills, left)


def _text(number: int) -> bytes:
    """Write a text of which every line tells from which save it is."""
    return b"%09d\n" % number * _LINES


def _kill_while_saving(plan: Path, number: int, seconds: float) -> None:
    """Let another process save again and again, and kill it after so long."""
    ready, begun = os.pipe()
    child = os.fork()
    if not child:
        _save_for_ever(plan, number, begun)
    os.close(begun)
    os.read(ready, 1)
    os.close(ready)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL, "A save failed before it was killed."


def _save_for_ever(plan: Path, number: int, begun: int) -> NoReturn:
    """Save the next text, and the next."""
    os.write(begun, b".")
    try:
        while True:
            save(plan, _text(number + 1), _text(number))
            number += 1
    finally:
        os._exit(1)


def main(kills: int = KILLS, seed: int = 0) -> None:
    """Print what so many kills left behind."""
    with tempfile.TemporaryDirectory() as folder:
        done = kill_saves(Path(folder), kills, seed)
    sys.stdout.write(
        f"{done.kills:,} kills, {done.left:,} in the middle of writing, {done.saves:,} whole "
        "saves before them: no text was harmed, nothing was left beside the file.\n"
    )


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
