"""Terminals that are tiny, plain or quick to answer, and what the shell sees afterwards."""

import re
from functools import partial
from pathlib import Path

from tests.e2e.conftest import EXAMPLE, Start, opened
from tests.e2e.terminal import CTRL_Q, CTRL_S, ENTER, ESCAPE, PROGRAM, Terminal, Window

_SMALLEST = 4
"""Lines of text that a window of 40×10 has at least."""
_MOST_FOR_A_KEY = 6_000
_REPLIES = b"\x1b[?1;2c\x1b[?2026;2$y\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[1;1R"
_COLOURS = re.compile(rb"[34]8;2;([0-9]+);([0-9]+);([0-9]+)")
_CTRL_X = "\x18"


def test_a_window_of_one_cell_and_of_forty_by_ten_can_be_typed_into(
    start: Start, plan: Path
) -> None:
    terminal = opened(start, plan, Window(200, 60))
    terminal.resize(1, 1)
    terminal.wait_until_quiet()
    terminal.send("#")
    terminal.wait_until_quiet()
    terminal.resize(40, 10)
    for number in range(2, _SMALLEST + 1):
        terminal.wait(partial(has_line, number), f"line {number}")
    terminal.send("+")
    terminal.send(CTRL_S)
    terminal.wait(lambda _: plan.read_bytes() == b"#+" + EXAMPLE, "the saved file")


def has_line(number: int, terminal: Terminal) -> bool:
    return any(row.split()[:1] == [str(number)] for row in terminal.rows)


def test_a_letter_costs_a_slow_line_less_than_six_thousand_bytes(start: Start, plan: Path) -> None:
    terminal = start(plan, window=Window(80, 24))
    terminal.wait_for("Documented example")
    terminal.send("# a")
    terminal.wait_for("# a")
    terminal.wait_until_quiet(0.5)
    before = len(terminal.sent_back)
    terminal.send("b")
    terminal.wait_for("# ab")
    terminal.wait_until_quiet()
    assert len(terminal.sent_back) - before < _MOST_FOR_A_KEY


def test_without_colour_and_utf_8_it_can_be_read_or_is_refused(start: Start, plan: Path) -> None:
    terminal = start(plan, NO_COLOR="1", LANG="C", LC_ALL="C", PYTHONUTF8="0")
    terminal.wait(shown_or_refused, "the figure, or a refusal")
    terminal.send(CTRL_Q)
    assert terminal.exit_code() in {0, 2}
    assert b"Traceback" not in terminal.sent_back
    assert [grey for grey in _COLOURS.findall(terminal.sent_back) if len(set(grey)) > 1] == []


def shown_or_refused(terminal: Terminal) -> bool:
    return terminal.shows("10.1 GB") or terminal.shows("UTF-8")


def test_replies_of_the_terminal_are_neither_typed_nor_left_for_the_shell(
    start: Start, plan: Path
) -> None:
    command = ("/bin/sh", "-c", '"$@"; echo "ended with $?"; read line; echo "<$line>"', "sh")
    terminal = start(plan, command=(*command, *PROGRAM))
    terminal.wait_for("10.1 GB")
    terminal.send_bytes(_REPLIES)
    terminal.wait_until_quiet()
    terminal.send(CTRL_Q)
    terminal.wait_for("ended with 0")
    terminal.send("word", ENTER)
    terminal.wait_for("<word>")
    assert plan.read_bytes() == EXAMPLE


def test_habits_of_other_editors_lose_nothing(start: Start, plan: Path) -> None:
    terminal = opened(start, plan)
    terminal.send("# typed")
    terminal.wait_for("# typed")
    for key in (_CTRL_X, "\x03", ESCAPE):
        terminal.send(key)
        terminal.wait_until_quiet()
    terminal.send("1")
    terminal.wait_until_quiet()
    terminal.send("+")
    terminal.wait_for("# typed+")
    assert plan.read_bytes() == EXAMPLE
