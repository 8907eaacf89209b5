"""Whatever ends the program, what was typed is written down and the terminal is as before."""

import os
import signal
from pathlib import Path

from medv_tui.planfile.journals import Journals
from tests.e2e.conftest import EXAMPLE, Start, opened
from tests.e2e.terminal import CTRL_Q, CTRL_S, PROGRAM, Terminal

TYPED = "# typed"
_MOST_BUSY_SECONDS = 1.0
"""What writing down and leaving may take; reading a closed terminal on and on takes twice that."""
F6 = "\x1b[17~"
IN_JOURNAL = TYPED.encode() + EXAMPLE


def journals(plan: Path) -> Journals:
    return Journals(plan.parent / ".local/state/medv-tui/journal")


def texts(plan: Path) -> list[bytes]:
    return [kept.journal.data for kept in journals(plan).all()]


def typed_into(start: Start, plan: Path) -> Terminal:
    terminal = opened(start, plan)
    terminal.send(TYPED)
    terminal.wait_for(TYPED)
    return terminal


def is_restored(terminal: Terminal) -> bool:
    return not any(terminal.mode(number) for number in (1000, 1003, 1004, 1049, 2004))


def test_a_signal_writes_down_what_was_typed_and_restores_the_terminal(
    start: Start, plan: Path
) -> None:
    terminal = typed_into(start, plan)
    terminal.send_signal(signal.SIGTERM)
    assert terminal.exit_code() == 128 + signal.SIGTERM
    assert is_restored(terminal)
    assert terminal.is_cooked()
    assert texts(plan) == [IN_JOURNAL]
    assert plan.read_bytes() == EXAMPLE


def test_a_signal_before_the_panes_are_there_writes_down_what_was_typed(
    start: Start, plan: Path
) -> None:
    terminal = start(plan)
    terminal.wait_for("[plan]")
    terminal.send(TYPED)
    terminal.wait_for(TYPED)
    terminal.send_signal(signal.SIGTERM)
    assert terminal.exit_code() == 128 + signal.SIGTERM
    assert is_restored(terminal)
    assert texts(plan) == [IN_JOURNAL]


def test_a_closed_terminal_ends_the_program(start: Start, plan: Path) -> None:
    terminal = typed_into(start, plan)
    terminal.hang_up()
    assert terminal.ended_with(within=6.0) == 128 + signal.SIGHUP
    assert texts(plan) == [IN_JOURNAL]


def test_a_closed_terminal_ends_a_program_that_ignores_hang_ups(start: Start, plan: Path) -> None:
    terminal = start(plan, command=("/bin/sh", "-c", 'trap "" HUP; exec "$@"', "sh", *PROGRAM))
    terminal.wait_for("10.1 GB")
    terminal.send(TYPED)
    terminal.wait_for(TYPED)
    before = terminal.processor_seconds()
    terminal.hang_up()
    # Its facts are there until it is waited for.
    os.waitid(os.P_PID, terminal.process, os.WEXITED | os.WNOWAIT)
    assert terminal.processor_seconds() - before < _MOST_BUSY_SECONDS
    assert terminal.ended_with(within=6.0) == 128 + signal.SIGHUP
    assert texts(plan) == [IN_JOURNAL]


def test_a_stalled_terminal_cannot_keep_the_program_from_ending(start: Start, plan: Path) -> None:
    terminal = typed_into(start, plan)
    # Nobody reads what going from pane to pane draws.
    terminal.send(*[F6] * 200)
    terminal.wait_until_stalled()
    terminal.send_signal(signal.SIGTERM)
    assert terminal.ended_with(within=8.0) == 128 + signal.SIGTERM
    assert texts(plan) == [IN_JOURNAL]


def test_a_signal_to_a_program_that_has_just_left_is_no_other_end(start: Start, plan: Path) -> None:
    terminal = opened(start, plan)
    terminal.send(CTRL_Q)
    terminal.wait(lambda seen: not seen.mode(1049), "the first screen")
    for number in (signal.SIGCONT, signal.SIGTERM):
        terminal.send_signal(number)
    assert terminal.exit_code() in {0, 128 + signal.SIGTERM}
    assert b"failed" not in terminal.sent_back


def test_a_program_that_was_stopped_goes_on_and_quits(start: Start, plan: Path) -> None:
    terminal = typed_into(start, plan)
    terminal.send_signal(signal.SIGTSTP)
    terminal.wait(lambda seen: seen.is_stopped(), "the stop")
    terminal.wait(lambda seen: not seen.mode(1049), "the first screen")
    assert terminal.is_cooked()
    # The kernel sends SIGCONT with every hang-up too, so to a program that was not stopped.
    for _ in range(3):
        terminal.send_signal(signal.SIGCONT)
    # Until the terminal is the program's again, it shows a letter itself and keeps Ctrl+S.
    terminal.wait(lambda seen: seen.mode(1049) and not seen.is_cooked(), "the second screen")
    terminal.send("+")
    terminal.wait_for(f"{TYPED}+")
    terminal.send(CTRL_S)
    terminal.wait(lambda _: plan.read_bytes() != EXAMPLE, "the saved file")
    terminal.send(CTRL_Q)
    assert terminal.exit_code() == 0
    assert is_restored(terminal)
    assert terminal.is_cooked()
    assert texts(plan) == []


def test_bytes_that_are_no_text_neither_end_the_program_nor_get_into_the_plan(
    start: Start, plan: Path
) -> None:
    terminal = opened(start, plan)
    terminal.send_bytes(b"\xff# t\xe9y\x1b[M\xc3\xff\xffp")
    terminal.send_bytes(b"\x1b[200~e\x1b\x11d\x1b[201~")
    terminal.wait_for(TYPED)
    terminal.send(CTRL_S)
    terminal.wait(lambda _: plan.read_bytes() == IN_JOURNAL, "the saved file")
