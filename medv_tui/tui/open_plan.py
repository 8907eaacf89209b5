"""The plan that is open: where it stands, and what of it is on disk."""

import pathlib

from medv_tui.errors import PlanUnreadableError
from medv_tui.planfile.load import load
from medv_tui.planfile.save import save
from medv_tui.planfile.text import PlanText, decode
from medv_tui.problem_codes import Code


class OpenPlan:
    """A plan file between being read and being left."""

    def __init__(self, path: pathlib.Path, data: bytes | None) -> None:
        self.path = path
        self._on_disk = data
        self._saved = PlanText("", bom=False) if data is None else decode(data, str(path))

    @classmethod
    def read(cls, path: pathlib.Path) -> "OpenPlan":
        """Read a plan; one that is not there yet is empty until it is saved.

        Raises PlanUnreadableError for a file that is there and cannot be edited as text.
        """
        try:
            return cls(path, load(path))
        except PlanUnreadableError as refusal:
            if refusal.code is not Code.FILE_MISSING:
                raise
            return cls(path, None)

    @property
    def is_new(self) -> bool:
        """Whether there is no such file yet."""
        return self._on_disk is None

    @property
    def saved_text(self) -> str:
        """The text as it is on disk."""
        return self._saved.text

    def differs(self, text: str) -> bool:
        """Say whether this text is something that leaving would lose."""
        return text != self._saved.text

    def save(self, text: str) -> None:
        """Write the text in place of what was read; SaveRefusedError, and nothing is lost."""
        saved = PlanText(text, self._saved.bom)
        data = saved.encode()
        save(self.path, data, self._on_disk)
        self._on_disk, self._saved = data, saved
