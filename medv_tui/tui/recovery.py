"""What a session that broke off had typed, shown before anything else is done with its plan."""

from collections.abc import Iterable
from enum import Enum
from typing import ClassVar

from textual.binding import Binding, BindingType

from medv_tui.planfile.journal import Journal
from medv_tui.planfile.session import Session
from medv_tui.reports.clean import clean
from medv_tui.tui.dialog import TALLEST
from medv_tui.tui.line import Part, wrapped
from medv_tui.tui.list_screen import ListScreen
from medv_tui.tui.listing import Listing, Row
from medv_tui.tui.preview import difference


class Recovering(Enum):
    """What to do with a text that was never saved."""

    RECOVER = "recover"
    KEEP_FILE = "keep the file"
    SAVE_AS = "save as"
    LATER = "later"


class RecoveryScreen(ListScreen[Recovering]):
    """Shows how a text that was never saved differs from the file, and asks what to do."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "answer('RECOVER')", "Recover the text", priority=True),
        Binding("k", "answer('KEEP_FILE')", "Keep the file as it is", priority=True),
        Binding("a", "answer('SAVE_AS')", "Save the text under another name", priority=True),
        Binding("escape", "answer('LATER')", "Decide later"),
    ]

    def __init__(self, journal: Journal, in_file: str, typed: str) -> None:
        self._journal, self._in_file, self._typed = journal, in_file, typed
        super().__init__("Not saved the last time", Listing(self._rows))

    def _tallest(self) -> int:
        return max(TALLEST, self.app.size.height)

    def _keys(self) -> Iterable[tuple[str, str]]:
        return (
            ("r", "recover"),
            ("k", "keep the file"),
            ("a", "save as"),
            ("Esc", "decide later"),
        )

    def action_answer(self, answer: str) -> None:
        """Close with this answer."""
        self.dismiss(Recovering[answer])

    def _rows(self, cells: int) -> list[Row]:
        session = self._journal.session
        said = (
            f"{who(session)} had {session.path.name} open since {session.started:%Y-%m-%d %H:%M}"
            f" and typed until {self._journal.typed:%Y-%m-%d %H:%M}. This was not saved:"
            " − stands in the file, + was typed."
        )
        head = [Row((Part(line),)) for line in wrapped(clean(said), max(1, cells))]
        rows = [Row(line) for line in difference(self._in_file, self._typed, cells)]
        return [*head, Row(), *rows]


def who(session: Session) -> str:
    """Name whoever has or had a plan open."""
    return f"{session.user} on {session.host} (process {session.process})"
