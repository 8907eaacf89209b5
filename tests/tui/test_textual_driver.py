import asyncio
import errno
import inspect
import io
import signal
from pathlib import Path
from typing import IO, cast

import pytest
from textual.app import App
from textual.drivers import linux_driver
from textual.drivers._writer_thread import WriterThread

from medv_tui.tui import textual_driver
from medv_tui.tui.interface_turn import InterfaceTurn
from medv_tui.tui.textual_driver import PatientFile, TerminalDriver


class Gone(io.StringIO):
    def write(self, text: str) -> int:
        raise OSError(errno.EIO, f"nobody reads {text}")

    def flush(self) -> None:
        raise OSError(errno.EIO, "nobody reads")


def test_a_terminal_that_is_gone_takes_everything_and_nothing_fails() -> None:
    thread = WriterThread(cast("IO[str]", PatientFile(Gone())))
    thread.start()
    for _ in range(100):
        thread.write("text")
    thread.stop()
    assert not thread.is_alive()


def test_a_terminal_gets_what_is_written(tmp_path: Path) -> None:
    with (tmp_path / "terminal").open("w") as opened:
        file = PatientFile(opened)
        assert file.write("text") == 4
        file.flush()
        assert (tmp_path / "terminal").read_text() == "text"
        assert file.fileno() == opened.fileno()


async def test_the_interface_goes_first_until_the_terminal_has_what_it_drew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn = InterfaceTurn()
    monkeypatch.setattr(textual_driver, "TURN", turn)
    driver = TerminalDriver(App[None](), debug=False, mouse=True, size=None)
    with (tmp_path / "terminal").open("w") as opened:
        file = PatientFile(opened)
        driver._writer_thread = WriterThread(cast("IO[str]", file))
        driver.write("text")
        assert turn.is_at_work()
        driver._writer_thread.start()
        driver._writer_thread.stop()
        assert not turn.is_at_work()
    driver.close()


def test_textual_still_draws_and_resumes_where_the_driver_reaches_in() -> None:
    source = inspect.getsource(linux_driver)
    assert "WriterThread(self._file)" in source
    assert "signal.signal(signal.SIGCONT, self._sigcont_application)" in source
    assert "self._must_signal_resume = True" in source


async def test_a_stop_waits_until_the_event_loop_is_between_two_steps(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stopped: list[str] = []
    monkeypatch.setattr(
        linux_driver.LinuxDriver, "_sigtstp_application", lambda *_: stopped.append("now")
    )
    driver = TerminalDriver(App[None](), debug=False, mouse=True, size=None)
    signal.raise_signal(signal.SIGTSTP)
    assert stopped == []
    await asyncio.sleep(0)
    assert stopped == ["now"]
    driver.close()


async def test_signals_that_need_the_event_loop_are_not_heard_after_the_end() -> None:
    heard = (signal.SIGCONT, signal.SIGTSTP)
    driver = TerminalDriver(App[None](), debug=False, mouse=True, size=None)
    assert all(callable(signal.getsignal(number)) for number in heard)
    driver.close()
    for number in (*heard, signal.SIGWINCH):
        assert signal.getsignal(number) is signal.SIG_DFL


@pytest.mark.parametrize(
    ("term", "is_asked"), [("xterm-256color", True), ("linux", False), ("vt100", False)]
)
async def test_a_terminal_that_may_print_a_question_is_asked_none(
    monkeypatch: pytest.MonkeyPatch, term: str, is_asked: bool
) -> None:
    monkeypatch.setenv("TERM", term)
    driver = TerminalDriver(App[None](), debug=False, mouse=True, size=None)
    written: list[str] = []
    monkeypatch.setattr(driver, "write", written.append)
    monkeypatch.setattr(driver, "flush", lambda: None)
    driver.input_tty = True
    driver._request_terminal_sync_mode_support()
    driver._query_in_band_window_resize()
    driver.close()
    assert ["$p" in text for text in written] == [True, True] * is_asked
