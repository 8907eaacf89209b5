"""Two programs with one plan, and what the next one finds after one broke off."""

import signal
from pathlib import Path

from tests.e2e.conftest import EXAMPLE, Start
from tests.e2e.terminal import CTRL_Q, CTRL_S, PROGRAM, Terminal, Window
from tests.e2e.test_ends import IN_JOURNAL, TYPED, texts, typed_into


def test_what_a_killed_program_had_is_offered_and_recovered(start: Start, plan: Path) -> None:
    terminal = typed_into(start, plan)
    terminal.wait(lambda _: texts(plan) == [IN_JOURNAL], "the journal")
    terminal.send_signal(signal.SIGKILL)
    assert terminal.exit_code() == -signal.SIGKILL
    again = start(plan)
    again.wait_for("Not saved the last time")
    again.wait_for(f"+ {TYPED}")
    again.wait_until_quiet()
    again.send("r")
    again.wait_for("Recovered.")
    again.send(CTRL_S)
    again.wait(lambda _: plan.read_bytes() == IN_JOURNAL, "the saved file")
    again.send(CTRL_Q)
    assert again.exit_code() == 0


def test_a_second_program_takes_over_and_has_the_text(start: Start, plan: Path) -> None:
    first = typed_into(start, plan)
    second = start(plan, window=Window(80, 24))
    second.wait_for("Open in another session")
    second.wait_for("Take over")
    second.wait_until_quiet()
    second.send("t")
    assert first.exit_code() == 128 + signal.SIGTERM
    second.wait_for(f"+ {TYPED}")
    assert plan.read_bytes() == EXAMPLE
    second.wait_until_quiet()
    second.send("r")
    second.wait_for("Recovered.")


def failing(start: Start, plan: Path, failure: str) -> Terminal:
    """Type into a program of which one key does what makes it fail."""
    broken = (
        "import select, sys; from medv_tui.tui import screen;"
        "terminal = select.poll(); terminal.register(0, 0);"
        f"screen.PlanScreen.action_next_problem = lambda self: {failure};"
        "from medv_tui.cli import main; sys.exit(main(sys.argv[1:]))"
    )
    terminal = start(plan, command=(PROGRAM[0], "-c", broken))
    terminal.wait_for("10.1 GB")
    terminal.send(TYPED)
    terminal.wait_for(TYPED)
    terminal.send("\x1b[19~")
    return terminal


def test_a_failure_of_the_program_itself_says_where_the_text_is(start: Start, plan: Path) -> None:
    terminal = failing(start, plan, "1 // 0")
    assert terminal.exit_code() == 3
    assert terminal.is_cooked()
    assert b"What was typed is in " in terminal.sent_back
    assert texts(plan) == [IN_JOURNAL]


def test_a_failure_while_the_terminal_closes_is_told_to_nobody(start: Start, plan: Path) -> None:
    terminal = failing(start, plan, "(open('pressed', 'w'), terminal.poll(), 1 // 0)")
    terminal.wait_outside((plan.parent / "pressed").exists, "the key")
    terminal.hang_up()
    assert terminal.ended_with() == 128 + signal.SIGHUP
    assert texts(plan) == [IN_JOURNAL]
