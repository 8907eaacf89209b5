"""A bar on the last line of a terminal while work takes long; nowhere else anything."""

import io

import pytest

from medv_tui.cli.progress import EACH_SECONDS, TOLD_SECONDS, Bar, told
from medv_tui.inventory.progress import Step

STEP = Step("reading fleet.csv", 43_000, 100_000)


class Screen(io.StringIO):
    """Standard error that is a terminal, or none."""

    encoding = "utf-8"

    def __init__(self, *, terminal: bool = True) -> None:
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def watched(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """Put a terminal in the place of standard error."""
    screen = Screen()
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    return screen


def test_short_work_leaves_the_terminal_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = watched(monkeypatch)
    bar = Bar(Clock())
    bar.follow(STEP)
    bar.clear()

    assert screen.getvalue() == ""


def test_long_work_is_drawn_now_and_then_and_wiped_at_last(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    screen = watched(monkeypatch)
    clock = Clock()
    bar = Bar(clock)
    clock.now = TOLD_SECONDS
    bar.follow(STEP)
    expected = "reading fleet.csv ####...... 43,000 of 100,000   Ctrl-C cancels"
    assert screen.getvalue() == f"\r\x1b[K{expected}"
    clock.now += EACH_SECONDS / 2
    bar.follow(STEP)
    assert screen.getvalue().count("reading") == 1
    bar.clear()

    assert screen.getvalue().endswith("\r\x1b[K")


def test_a_file_name_cannot_steer_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = watched(monkeypatch)
    clock = Clock()
    bar = Bar(clock)
    clock.now = TOLD_SECONDS
    bar.follow(STEP._replace(doing="reading \x1b[2J.csv"))

    assert "\x1b[2J" not in screen.getvalue()


def test_what_is_written_to_a_file_has_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen(terminal=False)
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setattr("medv_tui.cli.progress.TOLD_SECONDS", 0)
    with told() as progress:
        progress(STEP)

    assert screen.getvalue() == ""


def test_the_bar_is_wiped_where_the_work_is_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = watched(monkeypatch)
    monkeypatch.setattr("medv_tui.cli.progress.TOLD_SECONDS", 0)
    with pytest.raises(KeyboardInterrupt):
        interrupted()

    assert "reading" in screen.getvalue()
    assert screen.getvalue().endswith("\r\x1b[K")


def interrupted() -> None:
    with told() as progress:
        progress(STEP)
        raise KeyboardInterrupt
