"""Ends over a real SSH connection: to the client, to its line, and to the program itself."""

import os
import shlex
import signal
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.e2e.conftest import EXAMPLE, Start
from tests.e2e.sshd import Server, missing
from tests.e2e.terminal import PROGRAM, Terminal, Window, environment
from tests.e2e.test_ends import IN_JOURNAL, TYPED, is_restored, texts

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing())

_DROP_SILENT_CLIENTS = ("ClientAliveInterval 1", "ClientAliveCountMax 1")
_SESSION = """\
trap : HUP
{surroundings} sh -c 'echo $$ >{number}; exec "$@"' sh {program}
echo $? >{code}.new; mv {code}.new {code}
"""
"""A hang-up ends the program, and the shell goes on to write down how it ended."""
_STALLED_SECONDS = 1.0
"""How long a program that still can send a screen needs at most to do so."""
_SCREEN_BYTES = 20_000
_MOST_SCREENS = 200

Serve = Callable[..., Server]


class Remote(NamedTuple):
    """A program at the other end of a connection, and the client at this one."""

    client: Terminal
    number: int
    """The program's process."""
    code: Path
    """Where its exit code will stand."""

    def send_signal(self, number: signal.Signals) -> None:
        os.kill(self.number, number)

    def ended_with(self, within: float) -> int:
        # What the client is sent stays unread.
        self.client.wait_outside(self.code.exists, "the program's end", within)
        return int(self.code.read_text())

    def stall(self) -> None:
        """Have everything drawn again and again, until nothing of it can be sent any more."""
        for number in range(_MOST_SCREENS):
            more = partial(self._has_sent, self._sent_bytes() + _SCREEN_BYTES)
            self.client.resize(200 - number % 2, 60)
            try:
                self.client.wait_outside(more, "the next screen", _STALLED_SECONDS)
            except AssertionError:
                return
        raise AssertionError("The program sends on and on.")

    def _has_sent(self, wanted: int) -> bool:
        return self._sent_bytes() >= wanted

    def _sent_bytes(self) -> int:
        facts = Path(f"/proc/{self.number}/io").read_text().splitlines()
        return next(int(fact.split()[1]) for fact in facts if fact.startswith("wchar"))


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Serve]:
    folder = tmp_path / "ssh"
    folder.mkdir()
    servers: list[Server] = []

    def serve(*settings: str) -> Server:
        servers.append(Server(folder, *settings))
        return servers[-1]

    yield serve
    for server in servers:
        server.close()


def typed_over(server: Server, start: Start, plan: Path) -> Remote:
    home = plan.parent
    number, code, script = (home / "ssh" / name for name in ("number", "code", "session.sh"))
    own = environment(home, ESCDELAY="100")
    surroundings = shlex.join(["env", *(f"{name}={value}" for name, value in own.items())])
    program = shlex.join([*PROGRAM, str(plan)])
    script.write_text(
        _SESSION.format(surroundings=surroundings, number=number, program=program, code=code)
    )
    client = start(command=server.command("sh", script), window=Window(200, 60))
    client.wait_for("10.1 GB")
    client.send(TYPED)
    client.wait_for(TYPED)
    return Remote(client, int(number.read_text()), code)


def test_a_signal_at_the_other_end_restores_the_terminal_at_this_one(
    serve: Serve, start: Start, plan: Path
) -> None:
    remote = typed_over(serve(), start, plan)
    remote.send_signal(signal.SIGTERM)
    remote.client.exit_code()
    assert remote.ended_with(within=6.0) == 128 + signal.SIGTERM
    assert is_restored(remote.client)
    assert remote.client.is_cooked()
    assert texts(plan) == [IN_JOURNAL]
    assert plan.read_bytes() == EXAMPLE


def test_a_killed_client_ends_the_program(serve: Serve, start: Start, plan: Path) -> None:
    remote = typed_over(serve(), start, plan)
    remote.client.send_signal(signal.SIGKILL)
    assert remote.ended_with(within=6.0) == 128 + signal.SIGHUP
    assert texts(plan) == [IN_JOURNAL]


def test_a_frozen_client_ends_the_program_once_the_server_drops_it(
    serve: Serve, start: Start, plan: Path
) -> None:
    remote = typed_over(serve(*_DROP_SILENT_CLIENTS), start, plan)
    remote.client.send_signal(signal.SIGSTOP)
    assert remote.ended_with(within=8.0) == 128 + signal.SIGHUP
    assert texts(plan) == [IN_JOURNAL]


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGHUP])
def test_a_stalled_line_cannot_keep_the_program_from_ending(
    serve: Serve, start: Start, plan: Path, end: signal.Signals
) -> None:
    remote = typed_over(serve(), start, plan)
    remote.stall()
    if end is signal.SIGHUP:
        remote.client.send_signal(signal.SIGKILL)
    else:
        remote.send_signal(end)
    assert remote.ended_with(within=8.0) == 128 + end
    assert texts(plan) == [IN_JOURNAL]
