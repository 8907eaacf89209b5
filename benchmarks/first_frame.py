"""How soon the dashboard stands on the screen, beside the least that Textual can show.

`python -m benchmarks.first_frame` opens the mid-size sample and a bare application of one word in
turn, each in a terminal of 120 by 40, and times the start of the process to the first frame; of
the dashboard also to its first figures.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from textual.app import App, ComposeResult
from textual.widgets import Static

from benchmarks.terminal import Terminal

ROUNDS = 9
SAMPLE = Path("sample_configs/midsize.toml")
HELLO = "Hello"
TEXT, FRAME, FIGURES = "Contoso Finance", "Architecture", "1,082.1"
"""What the dashboard draws first, then with its panes, and what only a review can tell."""


class Hello(App[None]):
    """The least application."""

    def compose(self) -> ComposeResult:
        """Show one word."""
        yield Static(HELLO)


def seconds_until(module: str, argument: str, wanted: str, folder: str) -> float:
    """Start a program and time it until something is drawn."""
    with Terminal(module, (argument,), variables={"XDG_STATE_HOME": folder}) as terminal:
        return terminal.until_after_start(wanted)


def table() -> Iterator[str]:
    """Give the figures line by line."""
    with tempfile.TemporaryDirectory() as folder:
        plan = Path(folder, SAMPLE.name)
        plan.write_bytes(SAMPLE.read_bytes())
        runs = {
            "Textual, one word": ("benchmarks.first_frame", "--hello", HELLO),
            "dashboard, its text": ("medv_tui", str(plan), TEXT),
            "dashboard, its panes": ("medv_tui", str(plan), FRAME),
            "dashboard, its figures": ("medv_tui", str(plan), FIGURES),
        }
        times: dict[str, list[float]] = {name: [] for name in runs}
        for _ in range(ROUNDS):
            for name, run in runs.items():
                times[name].append(seconds_until(*run, folder))
    least = median(times["Textual, one word"])
    yield f"{'what':<26}{'median ms':>10}{'ratio':>8}"
    for name, several in times.items():
        yield f"{name:<26}{median(several) * 1000:>10.0f}{median(several) / least:>8.1f}"


def main() -> None:
    """Print the table."""
    for line in table():
        print(line, flush=True)


if __name__ == "__main__":
    if sys.argv[1:] == ["--hello"]:
        Hello().run()
    else:
        main()
