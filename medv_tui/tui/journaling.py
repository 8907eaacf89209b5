"""Writing down what is typed, in a thread of its own that no stalled terminal can stop."""

import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from medv_tui.planfile.journal import Ending, Journal
from medv_tui.planfile.journals import Journals
from medv_tui.planfile.session import Session, fingerprint

PAUSE_SECONDS = 0.4
"""How long keys are gathered before they are written down."""

Bytes = Callable[[], bytes]
"""Gives the bytes of a plan; it is called in the journal's thread."""


class Followed(NamedTuple):
    """What is being written down."""

    session: Session
    typed: Bytes
    """What a save would write now."""
    saved: Bytes
    """What leaving would not lose."""


class Journaling:
    """Keeps the journal of the plan that is open no more than a second behind its text."""

    def __init__(self, journals: Journals, now: Callable[[], datetime]) -> None:
        self.journals, self._now = journals, now
        self._followed: Followed | None = None
        self._loaded = (b"", fingerprint(b""))
        """What leaving would not lose, and its fingerprint, which takes long to work out."""
        self._edited, self._hurry = threading.Event(), threading.Event()
        self._ended = False
        self._writing = threading.Lock()
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self.trouble = ""
        """Why the last text could not be written down; empty if it is."""

    def start(self) -> None:
        """Begin to write down what is typed."""
        self._thread.start()

    def follow(self, followed: Followed) -> None:
        """Write down another plan from now on, and what was typed into it already."""
        with self._writing:
            self._followed = followed
        self.edited()

    def edited(self) -> None:
        """Take note that the text or its file has changed; costs the same for any text."""
        self._edited.set()

    def flush(self, ending: Ending = Ending.OPEN) -> None:
        """Write the text down now, or remove the journal where nothing would be lost."""
        self._edited.clear()
        with self._writing:
            if self._followed is not None:
                self._write(self._followed, ending)

    def leave(self) -> None:
        """Write down what is left without saving on purpose, and nothing more of this plan."""
        self.flush(Ending.DISCARDED)
        with self._writing:
            self._followed = None

    def stop(self) -> Path | None:
        """Write down what is left, end the thread, and give the journal if there is one."""
        self._ended = True
        self._edited.set()
        self._hurry.set()
        if self._thread.is_alive():
            self._thread.join()
        self.flush()
        if self._followed is None:
            return None
        path = self.journals.path(self._followed.session)
        return path if path.exists() else None

    def _run(self) -> None:
        """Write once for all keys of a while."""
        self.journals.prune()
        while not self._ended:
            self._edited.wait()
            self._hurry.wait(PAUSE_SECONDS)
            self.flush()

    def _write(self, followed: Followed, ending: Ending) -> None:
        session = followed.session
        try:
            typed, saved = followed.typed(), followed.saved()
            if typed == saved:
                self.journals.remove(self.journals.path(session))
            else:
                if saved is not self._loaded[0]:
                    self._loaded = (saved, fingerprint(saved))
                loaded = self._loaded[1]
                self.journals.write(Journal(session, loaded, self._now(), ending, typed))
        except (OSError, ValueError) as error:
            self.trouble = str(error)
        else:
            self.trouble = ""
