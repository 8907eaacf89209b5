"""The meaning of the key under the cursor, below the problems."""

from textual import events
from textual.geometry import Size

from medv_tui.tui.drawn import Rows
from medv_tui.tui.key_help import KeyHelp, lines
from medv_tui.tui.line import Part
from medv_tui.tui.present import MUTED
from medv_tui.tui.title_row import title

NOTHING = "Put the cursor on a key to read what it means."
EMPTY = ("Nothing is planned yet.", "Type [ to choose a first table.")


class Meaning(Rows):
    """A title row with the key's name and table, and what there is to say of it."""

    def __init__(self) -> None:
        super().__init__(identity="meaning")
        self._said: KeyHelp | None = None
        self._is_empty = False

    def explain(self, said: KeyHelp | None, *, is_empty: bool = False) -> None:
        """Show this from now on; None where the cursor is on nothing that has a meaning.

        `is_empty` is a plan without any text, where one is told how to begin.
        """
        if (said, is_empty) != (self._said, self._is_empty):
            self._said, self._is_empty = said, is_empty
            self._draw(self.size)

    def on_resize(self, event: events.Resize) -> None:
        """Draw for the new size."""
        self._draw(event.size)

    def _draw(self, size: Size) -> None:
        cells, said = size.width, self._said
        if cells < 1 or size.height < 1:
            return
        if said is None:
            told = [(Part(row, MUTED),) for row in (EMPTY if self._is_empty else (NOTHING,))]
            self.show(title(0, "Key", ((),), cells, focused=False), *told)
            return
        head = title(0, said.name, ((Part(said.table, MUTED),),), cells, focused=False)
        self.show(head, *lines(said, cells, size.height - 1))
