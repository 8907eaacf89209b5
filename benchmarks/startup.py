"""How long a command takes to start, beside Python itself: `python -m benchmarks.startup`."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from statistics import median
from time import perf_counter

ROUNDS = 15
BARE = ("-c", "pass")
COMMANDS: dict[str, tuple[str, ...]] = {
    "python -c pass": BARE,
    "medv-tui --version": ("-m", "medv_tui", "--version"),
    "medv-tui check": ("-m", "medv_tui", "check", "sample_configs/documented-example.toml"),
}


def main() -> None:
    """Print the median of every command and its ratio to Python's own start."""
    for line in table():
        print(line)


def table() -> Iterator[str]:
    """Give the figures line by line."""
    yield f"{'command':<22}{'median ms':>10}{'ratio':>8}"
    medians = measure()
    for name, seconds in medians.items():
        yield f"{name:<22}{seconds * 1000:>10.0f}{seconds / medians['python -c pass']:>8.1f}"


def measure() -> dict[str, float]:
    """Time every command in turn, so that a slow moment of the machine meets all of them."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(ROUNDS):
        for name, arguments in COMMANDS.items():
            times[name].append(_seconds(arguments))
    return {name: median(several) for name, several in times.items()}


def _seconds(arguments: Sequence[str]) -> float:
    """Time one run, which has to succeed."""
    begin = perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - begin


if __name__ == "__main__":
    main()
