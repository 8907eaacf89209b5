"""Random keys, bytes, sizes and signals in a terminal: `python -m tests.soak.storms [SECONDS]`.

Each storm opens the documented example, or what the last storm left of it, and ends it in one of
the ways in which sessions end. The program must leave by the way that it was shown, with no
exception, and the plan must stay text that has no control characters which nobody put there.
"""

import random
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.e2e.terminal import PROGRAM as INSTALLED
from tests.e2e.terminal import Terminal, Window, environment
from tests.samples.plans import SAMPLES

SECONDS = 300
_KEYS = (
    *(chr(code) for code in range(1, 27)), "\x1b", "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D",
    "\x1b[H", "\x1b[F", "\x1b[3~", "\x1b[5~", "\x1b[6~", "\x1b[17~", "\x1b[18~", "\x1b[19~",
    "\x1bOS", "\x1bOP", "\x1b[1;2D", "\x7f", "\t", "\r", "a", "g", "f", "w", "v", "4", "#", '"',
    "=", "[", "users = 5", "漢", "\x1b[<0;20;9M\x1b[<0;20;9m", "\x1b[200~x = 1\r\x1b\x11\x1b[201~",
)  # fmt: skip
"""No stroke of these makes a path that leads out of the storm's own folder."""
_BYTES = (
    b"\xff",
    b"\x1b[",
    b"\x1b[M\xc3\xff\xff",
    b"\x1b[200~",
    b"\x1b[201~",
    b"\x1b[?1;2c",
    b"\x1b[<0;250;90M\x1b[<0;250;90m",
    b"\x1b[<0;",
    b"\x1b",
    b"\xe6",
)
_ENDS = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGKILL)
_STROKES = 120
_FRESH = 10
"""Storms after which the plan is a new one again."""
_PATIENCE = 20.0
_CRASHED = 3
_ALLOWED = {"\n", "\r", "\t"}


def storm(folder: Path, dice: random.Random) -> str:
    """Let one storm pass over a plan, and say how the program ended."""
    plan = folder / "plan.toml"
    window = Window(dice.choice((40, 80, 120, 200)), dice.choice((10, 24, 40, 60)))
    surroundings = environment(folder, window, EDITOR="true")
    terminal = Terminal((*INSTALLED, plan), surroundings, folder, window)
    try:
        terminal.wait(is_open, "the dashboard", _PATIENCE)
        ended = _rage(terminal, dice)
        ended = ended if ended is not None else _end(terminal, dice)
        assert ended != _CRASHED, terminal.text
        assert b"Traceback" not in terminal.sent_back, terminal.text
    finally:
        terminal.close()
    text = plan.read_bytes().decode()
    assert not [c for c in text if c < " " and c not in _ALLOWED], text
    return f"ended with {ended}"


def is_open(terminal: Terminal) -> bool:
    """Say whether the dashboard has the terminal; before, Ctrl+C is a signal that ends it."""
    return terminal.mode(1049) and not terminal.is_cooked()


def _rage(terminal: Terminal, dice: random.Random) -> int | None:
    """Do whatever comes to mind; give the exit code if the program ended by itself."""
    for _ in range(_STROKES):
        chance = dice.random()
        try:
            if chance < 0.85:
                terminal.send(dice.choice(_KEYS))
            elif chance < 0.92:
                terminal.send_bytes(dice.choice(_BYTES))
            elif chance < 0.96:
                terminal.resize(dice.randrange(1, 200), dice.randrange(1, 60))
            else:
                terminal.send_signal(dice.choice((signal.SIGCONT, signal.SIGWINCH)))
        except OSError:
            return terminal.exit_code(_PATIENCE)
        terminal.heard_for(dice.random() * 0.02)
        if terminal.is_over:
            return terminal.exit_code(_PATIENCE)
    return None


def _end(terminal: Terminal, dice: random.Random) -> int:
    """End the program as a person, a lost line or the system does."""
    way = dice.choice((*_ENDS, None))
    if way is None:
        terminal.hang_up()
        code, wanted = terminal.ended_with(_PATIENCE), {128 + signal.SIGHUP}
    else:
        terminal.send_signal(way)
        # Shells and service managers send it too, so that stopped programs hear of their end.
        terminal.send_signal(signal.SIGCONT)
        code = terminal.exit_code(_PATIENCE)
        wanted = {-way} if way is signal.SIGKILL else {128 + way}
    # While the program leaves by itself, Ctrl+C is a signal again.
    assert code in wanted | {0, 128 + signal.SIGINT}, f"{way}: {code}"
    return code


def main(seconds: int = SECONDS, seed: int = 0) -> None:
    """Let storms pass for so long, and count how they ended."""
    end, ends = time.monotonic() + seconds, Counter[str]()
    while time.monotonic() < end:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "plan.toml").write_bytes((SAMPLES / "documented-example.toml").read_bytes())
            for _ in range(_FRESH):
                try:
                    ends[storm(folder, random.Random(seed))] += 1
                except AssertionError as failure:
                    raise AssertionError(f"The storm of seed {seed} did harm.") from failure
                seed += 1
                if time.monotonic() > end:
                    break
    told = ", ".join(f"{count} {how}" for how, count in sorted(ends.items()))
    sys.stdout.write(f"{ends.total()} storms of {_STROKES} strokes: {told}; none crashed.\n")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
