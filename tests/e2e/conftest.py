"""Every program that a test starts in a terminal ends with the test."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from tests.e2e.terminal import PROGRAM, Terminal, Window, environment
from tests.samples.plans import SAMPLES

Start = Callable[..., Terminal]
EXAMPLE = (SAMPLES / "documented-example.toml").read_bytes()


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    terminals: list[Terminal] = []

    def start(
        *arguments: str | Path,
        window: Window | None = None,
        command: Sequence[str] = PROGRAM,
        **more: str,
    ) -> Terminal:
        window = window or Window()
        surroundings = environment(tmp_path, window, **more)
        terminals.append(Terminal((*command, *arguments), surroundings, tmp_path, window))
        return terminals[-1]

    yield start
    for terminal in terminals:
        terminal.close()


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.toml"
    path.write_bytes(EXAMPLE)
    return path


def opened(start: Start, plan: Path, window: Window | None = None) -> Terminal:
    """Open the dashboard and wait for its figure, which stands nowhere in the plan's text."""
    terminal = start(plan, window=window)
    terminal.wait_for("10.1 GB")
    return terminal
