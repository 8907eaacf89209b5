"""What only a real terminal can show of editing: keys that it sends, and its use by others."""

import stat
import sys
from functools import partial
from pathlib import Path

from tests.e2e.conftest import EXAMPLE, Start, opened
from tests.e2e.terminal import CTRL_Z, DOWN, ESCAPE, Terminal, Window

CTRL_SPACE, CTRL_BACKSLASH, CTRL_CLOSE = "\x00", "\x1c", "\x1d"
CTRL_F, CTRL_T = "\x06", "\x14"
NARROW = Window(80, 24)

_EDITOR = """\
import os, pathlib, sys
path = pathlib.Path(sys.argv[-1])
pathlib.Path({seen!r}).write_text(oct(os.stat(path).st_mode))
print("The other editor is here.")
path.write_text(path.read_text().replace("users = 3", "users = 4"))
"""

_CONTROL_C = """\
import signal
signal.signal(signal.SIGINT, signal.SIG_IGN)
os.kill(0, signal.SIGINT)
"""
"""Reaches whoever has the terminal, as the key does."""


def test_keys_that_terminals_send_as_control_characters_arrive(start: Start, plan: Path) -> None:
    terminal = opened(start, plan, NARROW)
    terminal.send(*[DOWN] * EXAMPLE.split(b"\n").index(b""))
    for key, words in ((CTRL_SPACE, "1 of "), (CTRL_T, "Go to one of"), (CTRL_F, "Enter step")):
        terminal.send(key)
        terminal.wait_for(words)
        terminal.send(ESCAPE)
        terminal.wait(partial(is_gone, words), f"the end of {words}")
    terminal.send(CTRL_CLOSE)
    terminal.wait_for("Put the cursor on a workspace's name")


def is_gone(words: str, terminal: Terminal) -> bool:
    return not terminal.shows(words)


def test_another_editor_takes_the_terminal_and_gives_it_back(
    start: Start, plan: Path, tmp_path: Path
) -> None:
    seen, script = tmp_path / "seen", tmp_path / "editor.py"
    script.write_text(_EDITOR.format(seen=str(seen)))
    terminal = start(plan, EDITOR=f"{sys.executable} {script}")
    terminal.wait_for("10.1 GB")
    terminal.send(CTRL_BACKSLASH)
    terminal.wait_for("12.6 GB")
    assert stat.S_IMODE(int(seen.read_text(), 8)) == 0o600
    assert plan.read_bytes() == EXAMPLE
    assert [path.name for path in tmp_path.glob(".plan.*.toml")] == []
    terminal.send(CTRL_Z)
    terminal.wait_for("10.1 GB")


def test_control_c_in_another_editor_does_not_end_the_dashboard(start: Start, plan: Path) -> None:
    script = plan.parent / "editor.py"
    script.write_text(_EDITOR.format(seen=str(plan.parent / "seen")) + _CONTROL_C)
    terminal = start(plan, EDITOR=f"{sys.executable} {script}")
    terminal.wait_for("10.1 GB")
    terminal.send(CTRL_BACKSLASH)
    terminal.wait_for("12.6 GB")


def test_an_editor_that_is_not_there_leaves_the_dashboard_as_it_was(
    start: Start, plan: Path
) -> None:
    terminal = start(plan, EDITOR="no-such-editor")
    terminal.wait_for("10.1 GB")
    terminal.send(CTRL_BACKSLASH)
    terminal.wait_for("no-such-editor could not be started")
    terminal.send(ESCAPE)
    terminal.wait_for("10.1 GB")
