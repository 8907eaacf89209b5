"""Textual's driver for terminals that stall, close, stop and go on.

Everything here that overrides or calls a name with a leading underscore rests on Textual's
inside; each has a test that fails when a new Textual version changes it.
"""

import contextlib
from typing import IO, Any

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver


class PatientFile:
    """A terminal's file that takes everything, and throws it away once the terminal is gone.

    Textual's output thread would die of the first error; whoever writes would then wait for ever
    for room in its queue.
    """

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, text: str) -> int:
        """Write, if there is still somebody to read."""
        with contextlib.suppress(OSError, ValueError):
            self._file.write(text)
        return len(text)

    def flush(self) -> None:
        """Send what was written."""
        with contextlib.suppress(OSError, ValueError):
            self._file.flush()

    def fileno(self) -> int:
        """Give the terminal's own number."""
        return self._file.fileno()


class TerminalDriver(LinuxDriver):
    """Outlives its terminal for as long as leaving takes, and resumes only what was suspended."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        # Textual has no public way to choose where it draws.
        self._file: Any = PatientFile(self._file)

    def _sigcont_application(self, *arguments: object) -> None:
        # The kernel sends SIGCONT with every hang-up, and service managers after SIGTERM. Textual
        # would start a second input thread and a second output thread at each.
        if self._must_signal_resume:
            super()._sigcont_application(*arguments)
        else:
            self._app.call_later(self._app.refresh, layout=True)
