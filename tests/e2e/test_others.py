"""Other people and programs that have the same plan open or write it meanwhile."""

import os
import pwd
import signal
import socket
from datetime import UTC, datetime
from pathlib import Path

from tests.e2e.conftest import EXAMPLE, Start, opened
from tests.e2e.terminal import CTRL_Q, CTRL_S
from tests.e2e.test_ends import TYPED, typed_into

_THEIRS = EXAMPLE + b"# theirs\n"


def test_a_save_does_not_write_over_what_another_program_wrote(start: Start, plan: Path) -> None:
    terminal = typed_into(start, plan)
    plan.write_bytes(_THEIRS)
    terminal.send(CTRL_S)
    terminal.wait_for("changed on disk")
    terminal.wait_until_quiet()
    assert plan.read_bytes() == _THEIRS


def test_a_second_session_is_told_whose_the_first_is(start: Start, plan: Path) -> None:
    before = datetime.now(UTC)
    first = opened(start, plan)
    after = datetime.now(UTC)
    second = start(plan)
    second.wait_for("Open in another session")
    second.wait_until_quiet()
    user, host = pwd.getpwuid(os.getuid()).pw_name, socket.gethostname()
    said = " ".join(second.text.replace("│", " ").split())
    first_told = f"{user} on {host} (process {first.process}) has plan.toml open since "
    assert any(f"{first_told}{each:%Y-%m-%d %H:%M}." in said for each in (before, after))


def test_a_killed_session_does_not_keep_its_plan(start: Start, plan: Path) -> None:
    first = opened(start, plan)
    first.send_signal(signal.SIGKILL)
    first.exit_code()
    second = opened(start, plan)
    assert not second.shows("Open in another session")
    second.send(TYPED, CTRL_S)
    second.wait(lambda _: plan.read_bytes() == TYPED.encode() + EXAMPLE, "the saved file")
    second.send(CTRL_Q)
    assert second.exit_code() == 0
