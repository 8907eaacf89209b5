"""How long a typed letter takes to reach the terminal: `python -m benchmarks.typing [HOSTS ...]`.

Opens Textual's own code editor, this program's editor alone, and the whole dashboard, each in a
terminal of 120 by 40 on the same plan, types letters in a comment in the middle of it, and
measures the time until the terminal is sent the letter and the bytes that it is sent for it.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.large_plans import plan_text, program
from benchmarks.terminal import QUIET_SECONDS, Terminal, Typed

SIZES = (100, 1_000, 10_000, 100_000)
LETTERS = "éèßøåñçðþæœłž"
"""Letters that stand nowhere else, so that each is recognised when it arrives."""
FEW_LETTERS = LETTERS[:3]
"""For what takes seconds for each."""
SLOW_FROM = 100_000
"""Computers from which on Textual's own editor takes seconds for each letter."""
IDLE_SECONDS = 2.0


class Session:
    """What one application did on one plan."""

    def __init__(self, kind: str, path: Path, letters: str) -> None:
        with Terminal(*program(kind, path)) as terminal:
            terminal.until("FIN-")
            self.shown = terminal.type(letters[0], letters[0]).seconds
            terminal.until_quiet(3 * QUIET_SECONDS)
            self.keys: list[Typed] = [terminal.type(letter, letter) for letter in letters[1:]]
            self.idle = len(terminal.during(IDLE_SECONDS))

    @property
    def milliseconds(self) -> float:
        """The median time of a letter."""
        return median(key.seconds for key in self.keys) * 1000


def table(sizes: tuple[int, ...]) -> Iterator[str]:
    """Give the figures line by line."""
    heads = ("hosts", "", "median ms", "max ms", "stock is", "bytes a key", "idle bytes")
    yield "{:>7}    {:<10}{:>10}{:>8}{:>10}{:>13}{:>12}".format(*heads)
    ours: dict[int, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for hosts in sizes:
            path = Path(folder, "plan.toml")
            path.write_text(plan_text(hosts))
            stock = 0.0
            for kind in ("stock", "editor", "dashboard"):
                few = kind == "stock" and hosts >= SLOW_FROM
                seen = Session(kind, path, FEW_LETTERS if few else LETTERS)
                stock = stock or seen.milliseconds
                ours[hosts] = seen.milliseconds
                longest = max(key.seconds for key in seen.keys) * 1000
                yield (
                    f"{hosts:>7,}{'':4}{kind:<10}{seen.milliseconds:>10.1f}{longest:>8.1f}"
                    f"{stock / seen.milliseconds:>9.0f}×"
                    f"{median(key.sent for key in seen.keys):>13,.0f}{seen.idle:>12,}"
                )
    first, *_ = sizes
    for hosts in sizes[1:]:
        ratio = ours[hosts] / ours[first]
        yield f"dashboard, {hosts:,} to {first:,} hosts: {ratio:.2f} times as long a key"


def main(arguments: list[str]) -> None:
    """Print the table."""
    for line in table(tuple(map(int, arguments)) or SIZES):
        print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
