"""The plan that is open: where it stands, and what of it is on disk."""

import pathlib
from collections.abc import Iterable
from typing import NamedTuple

from medv_tui.errors import PlanUnreadableError, SaveUnprovenError
from medv_tui.planfile.load import load
from medv_tui.planfile.save import save
from medv_tui.planfile.text import PlanText, decode, encoded
from medv_tui.problem_codes import Code


class OnDisk(NamedTuple):
    """What a path held at some moment."""

    data: bytes | None
    """None where there was no file."""


class OpenPlan:
    """A plan file between being read and being left."""

    spare: pathlib.Path | None = None
    """A folder that takes both texts while the file is written, if its own folder does not."""

    def __init__(
        self, path: pathlib.Path, data: bytes | None, *, start: str = "", is_named: bool = True
    ) -> None:
        """Take what the file holds; `start` is the text of a plan that has no file yet.

        Where the path is only a proposal, the plan is not named yet.
        """
        self.path = path
        self.is_named = is_named
        self._on_disk = OnDisk(data)
        self._saved = PlanText(start, bom=False) if data is None else decode(data, str(path))

    @classmethod
    def read(cls, path: pathlib.Path) -> "OpenPlan":
        """Read a plan; one that is not there yet is empty until it is saved.

        Raises PlanUnreadableError for a file that is there and cannot be edited as text.
        """
        return cls(path, on_disk(path).data)

    @classmethod
    def begin(cls, path: pathlib.Path, text: str) -> "OpenPlan":
        """Start from a text, under a name that is asked for when it is saved first."""
        return cls(path, None, start=text, is_named=False)

    @property
    def is_new(self) -> bool:
        """Whether there is no such file yet."""
        return self._on_disk.data is None

    @property
    def data(self) -> bytes | None:
        """The bytes of the file as they were read or written last; None if there is no file."""
        return self._on_disk.data

    @property
    def saved_data(self) -> bytes:
        """The bytes that leaving would not lose: those of the file, or of what a plan began as."""
        return self.encoded((self.saved_text,)) if self.data is None else self.data

    def encoded(self, stretches: Iterable[str]) -> bytes:
        """Give what saving the text of these stretches would write."""
        return encoded(stretches, bom=self._saved.bom)

    @property
    def saved_text(self) -> str:
        """The text as it is on disk, or that a new plan started from."""
        return self._saved.text

    def differs(self, text: str) -> bool:
        """Say whether this text is something that leaving would lose."""
        return text != self._saved.text

    def save(self, text: str, replacing: OnDisk | None = None) -> None:
        """Write the text in place of what was read, or of what somebody agreed to replace.

        Raises SaveRefusedError, and nothing is lost; SaveUnprovenError where the text is
        written, but may not survive a loss of power.
        """
        saved = PlanText(text, self._saved.bom)
        data = saved.encode()
        expected = self._on_disk if replacing is None else replacing
        try:
            save(self.path, data, expected.data, spare=self.spare)
        except SaveUnprovenError:
            self._is_saved(data, saved)
            raise
        self._is_saved(data, saved)

    def _is_saved(self, data: bytes, saved: PlanText) -> None:
        self._on_disk, self._saved, self.is_named = OnDisk(data), saved, True

    def at(self, path: pathlib.Path) -> "OpenPlan":
        """Give the same plan for another file, of which nothing has been read."""
        other = OpenPlan(path, None, start=self._saved.text)
        other._saved = self._saved
        return other

    def changed(self) -> OnDisk | None:
        """Give what the file holds if that is not what was read; None if it is.

        Raises PlanUnreadableError where that cannot be read.
        """
        found = on_disk(self.path)
        return None if found == self._on_disk else found


def on_disk(path: pathlib.Path) -> OnDisk:
    """Read what a path holds now; raises PlanUnreadableError where that cannot be read."""
    try:
        return OnDisk(load(path))
    except PlanUnreadableError as refusal:
        if refusal.code is not Code.FILE_MISSING:
            raise
        return OnDisk(None)
