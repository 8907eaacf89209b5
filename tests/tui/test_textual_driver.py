import asyncio
import inspect
import os
import signal
from pathlib import Path
from typing import IO, cast

import pytest
from textual.app import App
from textual.drivers import linux_driver
from textual.drivers._writer_thread import WriterThread

from medv_tui.tui import terminal_file, textual_driver
from medv_tui.tui.interface_turn import InterfaceTurn
from medv_tui.tui.terminal_file import TerminalFile
from medv_tui.tui.textual_driver import TerminalDriver


async def test_the_interface_goes_first_until_the_terminal_has_what_it_drew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    turn = InterfaceTurn()
    for module in (textual_driver, terminal_file):
        monkeypatch.setattr(module, "TURN", turn)
    driver = TerminalDriver(App[None](), debug=False, mouse=True, size=None)
    with (tmp_path / "terminal").open("w") as opened:
        file = TerminalFile(opened)
        driver._writer_thread = WriterThread(cast("IO[str]", file))
        driver.write("text")
        assert turn.is_at_work()
        driver._writer_thread.start()
        driver._writer_thread.stop()
        assert not turn.is_at_work()
    driver.close()


async def test_the_interface_goes_first_from_when_a_key_is_there_to_be_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    turn = InterfaceTurn()
    monkeypatch.setattr(textual_driver, "TURN", turn)
    driver = TerminalDriver(App[None](), debug=False, mouse=True, size=None)
    keyboard, typed = os.pipe()
    seen: list[bool] = []

    def read() -> bytes:
        seen.append(turn.is_at_work())
        driver.exit_event.set()
        return os.read(keyboard, 1)

    monkeypatch.setattr(driver, "fileno", keyboard)
    monkeypatch.setattr(driver, "_read", read)
    monkeypatch.setattr(driver, "process_message", lambda _: None)
    os.write(typed, b"a")
    driver.run_input_thread()
    assert seen == [True]
    driver.close()
    for end in (keyboard, typed):
        os.close(end)


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
