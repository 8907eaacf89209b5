"""Terminals that are tiny, plain or quick to answer, and what the shell sees afterwards."""

import re
from functools import partial
from pathlib import Path

import pytest

from tests.e2e.conftest import EXAMPLE, Start, opened
from tests.e2e.terminal import CTRL_Q, CTRL_S, DOWN, ENTER, ESCAPE, PROGRAM, Terminal, Window

_SMALLEST = 4
"""Lines of text that a window of 40×10 has at least."""
_MOST_FOR_A_KEY = 6_000
_REPLIES = b"\x1b[?1;2c\x1b[?2026;2$y\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[1;1R"
_LOOKS = re.compile(rb"\x1b\[([0-9;]*)m")
_WITHOUT_COLOURS = frozenset(b"|0|1|2|4|7|22|24|27".split(b"|"))
"""Codes that begin or end bold, dim, underlined and reversed text, or all of it."""
_IDLE_SECONDS = 3
_CLEARED, _A_SCREEN = b"\x1b[2J", 30_000
CTRL_L, CTRL_P, F6 = "\x0c", "\x10", "\x1b[17~"
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
    assert codes(terminal.sent_back) <= _WITHOUT_COLOURS


@pytest.mark.parametrize("term", ["xterm-256color", "linux"])
def test_without_colours_only_attributes_are_sent_and_show_what_is_selected(
    start: Start, plan: Path, term: str
) -> None:
    window = Window(term=term)
    terminal = start(plan, window=window, NO_COLOR="1", COLORTERM="truecolor")
    terminal.wait_for("10.1 GB")
    before = terminal.sent_back
    assert b"7" in codes(before)
    for key in (CTRL_P, ESCAPE, F6, F6, DOWN):
        terminal.send(key)
        terminal.wait_until_quiet()
    assert codes(terminal.sent_back[len(before) :]) & {b"7"}
    assert codes(terminal.sent_back) <= _WITHOUT_COLOURS


def codes(sent: bytes) -> set[bytes]:
    """Give every code that text was sent with."""
    return {code for several in _LOOKS.findall(sent) for code in several.split(b";")}


def test_nothing_is_sent_while_a_palette_waits_and_drawing_again_changes_nothing(
    start: Start, plan: Path
) -> None:
    terminal = opened(start, plan)
    terminal.send(CTRL_P)
    terminal.wait_for("Add a host")
    terminal.wait_until_quiet()
    assert terminal.heard_for(_IDLE_SECONDS) == b""
    terminal.send(ESCAPE)
    terminal.wait_until_quiet()
    terminal.send("#", F6, F6)
    terminal.wait_until_quiet()
    before = terminal.text
    terminal.send(CTRL_L)
    terminal.wait_until_quiet()
    assert _CLEARED in terminal.sent_back[-_A_SCREEN:]
    assert terminal.text == before


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
