"""Textual's driver for terminals that stall, close, stop and go on.

Everything here that overrides or calls a name with a leading underscore rests on Textual's
inside; each has a test that fails when a new Textual version changes it.
"""

import codecs
import contextlib
import os
import re
import selectors
import signal
from collections.abc import Iterable
from typing import Any

from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.constants import ESCAPE_DELAY
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key
from textual.message import Message

from medv_tui.tui.background import Answers, may_be_asked
from medv_tui.tui.begun import Begun
from medv_tui.tui.early_terminal import ENTER
from medv_tui.tui.interface_turn import TURN
from medv_tui.tui.pasted import Pasted
from medv_tui.tui.replies import Replies
from medv_tui.tui.sequences import ESCAPE, Sequences
from medv_tui.tui.terminal_file import TerminalFile

_GLANCE_SECONDS = 0.1
_READ_BYTES = 4096
_PASTE_SILENCE_SECONDS = 2.0
"""How long the rest of a paste, or of an answer of the terminal, may be on its way."""

_OLD_MOUSE = re.compile(rb"\x1b\[M[\x20-\xff]{3}", re.DOTALL)
"""A mouse report of the oldest kind, whose bytes beyond column 95 are no UTF-8."""


class TerminalDriver(LinuxDriver):
    """Outlives its terminal for as long as leaving takes, and resumes only what was suspended."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        self._begun: Begun = getattr(app, "begun", Begun())
        self._is_entered = self._begun.is_entered
        # Textual has no public way to choose where it draws.
        self._file: Any = TerminalFile(self._file)
        self._is_resuming = False

    def start_application_mode(self) -> None:
        """Take the terminal."""
        self._file.open()
        # Textual gives this one no types.
        textual: Any = super()
        textual.start_application_mode()

    def stop_application_mode(self) -> None:
        """Leave the terminal as it was found at first."""
        if self._begun.modes is not None:
            self.attrs_before = list(self._begun.modes)
        super().stop_application_mode()

    def write(self, data: str) -> None:
        """Write to the terminal, but do not open and clear the screen that is drawn on already."""
        if self._is_entered and data == ENTER:
            self._is_entered = False
        else:
            with self._file.in_order:
                if rest := self._file.send(data):
                    TURN.begin_to_write()
                    super().write(rest)

    def _sigtstp_application(self, *arguments: object) -> None:
        # Python calls this between any two steps of the main thread. Textual would write at once,
        # and wait for ever where that step holds the lock of the queue that it writes into.
        self._loop.call_soon_threadsafe(super()._sigtstp_application, *arguments)

    def _sigcont_application(self, *arguments: object) -> None:
        # The kernel sends SIGCONT with every hang-up, and service managers after SIGTERM. Textual
        # would start a second input thread and a second output thread at each.
        if self._must_signal_resume and not self._is_resuming:
            # Another SIGCONT can interrupt this one.
            self._is_resuming = True
            super()._sigcont_application(*arguments)
            self._is_resuming = False
        else:
            self._app.call_later(self._app.run_action, "draw_again")

    def _request_terminal_sync_mode_support(self) -> None:
        if may_be_asked(os.environ):
            super()._request_terminal_sync_mode_support()

    def _query_in_band_window_resize(self) -> None:
        if may_be_asked(os.environ):
            super()._query_in_band_window_resize()

    def close(self) -> None:
        """Leave the terminal, and for good once the dashboard has ended."""
        super().close()
        self._file.close()
        if not self._app.is_running:
            # Textual's handlers need the event loop, which is about to end.
            for number in (signal.SIGCONT, signal.SIGTSTP, signal.SIGWINCH):
                signal.signal(number, signal.SIG_DFL)

    def run_input_thread(self) -> None:
        """Pass on what is typed, until leaving."""
        # Textual's own ends the dashboard at the first byte that is no UTF-8, waits for ever for
        # the end of a paste, and takes all of a processor once the terminal is closed.
        parser, typed = XTermParser(self._debug), _Typed(is_awaited=self._begun.asked.is_awaited)
        if self._begun.asked.typed:
            self._pass_on(parser.feed(self._begun.asked.typed))
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                data = None
                if selector.select(_GLANCE_SECONDS):
                    TURN.begin()
                    data = self._read()
                if data == b"":
                    self.exit_event.wait()
                if data is None and typed.is_escape():
                    self.process_message(Key("escape", ESCAPE.decode()))
                if text := typed.text(data):
                    # Without any text Textual's parser would take it for the end.
                    self._pass_on(parser.feed(text))
                self._pass_on(parser.tick())
            if selector.select(_GLANCE_SECONDS):
                # Answers to questions about the terminal must not be typed at the prompt.
                self._read()
        with contextlib.suppress(EOFError, ParseError):
            self._pass_on(parser.feed(""))

    def _read(self) -> bytes:
        """Read what there is; nothing where the terminal is gone."""
        try:
            return os.read(self.fileno, _READ_BYTES)
        except OSError:
            return b""

    def _pass_on(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)


class SlowTerminalDriver(TerminalDriver):
    """Hears of the mouse only when a button is used.

    Textual asks for every cell that the mouse crosses, each of which can draw something again.
    """

    def _enable_mouse_support(self) -> None:
        if self._mouse:
            self.write("\x1b[?1000h\x1b[?1002h\x1b[?1006h")
            self.flush()

    def _disable_mouse_support(self) -> None:
        super()._disable_mouse_support()
        if self._mouse:
            self.write("\x1b[?1002l")
            self.flush()


class _Typed:
    """Bytes of a terminal as text."""

    def __init__(self, *, is_awaited: bool) -> None:
        self._answers = Answers() if is_awaited else None
        """Takes a late answer out, so that it is not typed into the plan."""
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="ignore")
        self._sequences, self._pasted, self._replies = Sequences(), Pasted(), Replies()
        self._silent_seconds = 0.0

    def text(self, data: bytes | None) -> str:
        """Give the text of some bytes; None says that nothing came for a glance."""
        if data is not None:
            self._silent_seconds = 0.0
            whole = self._sequences.feed(data)
            text = self._decoder.decode(_OLD_MOUSE.sub(b"", whole))
            said = text if self._answers is None else self._answers.feed(text)
            return self._replies.feed(self._pasted.feed(said))
        self._silent_seconds += _GLANCE_SECONDS
        held = "" if self._answers is None else self._answers.give_up()
        if held:
            return self._replies.feed(self._pasted.feed(held))
        if self._silent_seconds <= _PASTE_SILENCE_SECONDS:
            return ""
        self._sequences.give_up()
        return self._replies.give_up() + self._pasted.give_up()

    def is_escape(self) -> bool:
        """Say whether the Escape key was pressed, as nothing came for a glance."""
        is_late = self._silent_seconds + _GLANCE_SECONDS >= ESCAPE_DELAY
        return is_late and self._sequences.is_escape()
