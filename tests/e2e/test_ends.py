"""Whatever ends the program, what was typed is written down and the terminal is as before."""

import os
import signal
from pathlib import Path

import pytest

from medv_tui.planfile.journal import Ending
from medv_tui.planfile.journals import Journals
from tests.e2e.conftest import EXAMPLE, Start, opened
from tests.e2e.terminal import CTRL_Q, CTRL_S, PROGRAM, Terminal, Window

TYPED = "# typed"
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


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM, signal.SIGQUIT, signal.SIGINT])
def test_a_signal_writes_down_what_was_typed_and_restores_the_terminal(
    start: Start, plan: Path, number: signal.Signals
) -> None:
    terminal = typed_into(start, plan)
    terminal.send_signal(number)
    assert terminal.exit_code() == 128 + number
    assert is_restored(terminal)
    assert terminal.is_cooked()
    assert texts(plan) == [IN_JOURNAL]
    assert plan.read_bytes() == EXAMPLE


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
    terminal.hang_up()
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


def test_what_was_typed_is_there_after_the_program_was_killed(start: Start, plan: Path) -> None:
    terminal = typed_into(start, plan)
    terminal.wait(lambda _: texts(plan) == [IN_JOURNAL], "the journal", within=2.5)
    terminal.send_signal(signal.SIGKILL)
    assert terminal.exit_code() == -signal.SIGKILL
    assert texts(plan) == [IN_JOURNAL]
    assert journals(plan).unfinished(plan, EXAMPLE)


def test_going_on_after_a_stop_leaves_a_program_that_quits(start: Start, plan: Path) -> None:
    terminal = typed_into(start, plan)
    for _ in range(3):
        terminal.send_signal(signal.SIGCONT)
    terminal.send("+")
    terminal.wait_for(f"{TYPED}+")
    terminal.send(CTRL_S)
    terminal.wait(lambda _: plan.read_bytes() != EXAMPLE, "the saved file")
    terminal.send(CTRL_Q)
    assert terminal.exit_code() == 0
    assert is_restored(terminal)
    assert terminal.is_cooked()
    assert texts(plan) == []


def test_suspending_gives_the_terminal_back_until_it_goes_on(start: Start, plan: Path) -> None:
    terminal = typed_into(start, plan)
    terminal.send_signal(signal.SIGTSTP)
    terminal.wait(lambda seen: not seen.mode(1049), "the first screen")
    terminal.wait(lambda seen: seen.is_cooked(), "a cooked terminal")
    terminal.send_signal(signal.SIGCONT)
    terminal.wait_for(TYPED)
    terminal.send("+")
    terminal.wait_for(f"{TYPED}+")


def test_leaving_without_saving_keeps_the_text_for_recover(start: Start, plan: Path) -> None:
    terminal = typed_into(start, plan)
    terminal.send(CTRL_Q)
    terminal.wait_for("Quit without saving")
    terminal.wait_until_quiet()
    terminal.send("q")
    assert terminal.exit_code() == 0
    [kept] = journals(plan).all()
    assert (kept.journal.data, kept.journal.ending) == (IN_JOURNAL, Ending.DISCARDED)
    recover = start("recover", "plan.toml", window=Window())
    assert recover.exit_code() == 0
    assert plan.with_name("plan.recovered.toml").read_bytes() == IN_JOURNAL
    assert os.listdir(plan.parent / ".local/state/medv-tui/journal")
