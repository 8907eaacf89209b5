import errno
import inspect
import io
import signal
from pathlib import Path
from typing import IO, cast

from textual.app import App
from textual.drivers import linux_driver
from textual.drivers._writer_thread import WriterThread

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


def test_textual_still_draws_and_resumes_where_the_driver_reaches_in() -> None:
    source = inspect.getsource(linux_driver)
    assert "WriterThread(self._file)" in source
    assert "signal.signal(signal.SIGCONT, self._sigcont_application)" in source
    assert "self._must_signal_resume = True" in source


async def test_signals_that_need_the_event_loop_are_not_heard_after_the_end() -> None:
    heard = (signal.SIGCONT, signal.SIGTSTP)
    driver = TerminalDriver(App[None](), debug=False, mouse=True, size=None)
    assert all(callable(signal.getsignal(number)) for number in heard)
    driver.close()
    for number in (*heard, signal.SIGWINCH):
        assert signal.getsignal(number) is signal.SIG_DFL
