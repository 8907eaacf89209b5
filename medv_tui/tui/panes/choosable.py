"""A pane in which several computers can be chosen, and something asked for all of them."""

from collections.abc import Sequence
from itertools import compress, count
from typing import ClassVar

from textual.binding import Binding, BindingType

from medv_tui.tui.panes.cursor import CursorPane
from medv_tui.tui.panes.host_choice import Chosen, Deed, Wanted
from medv_tui.tui.panes.hosts_shown import Shown


class ChoosablePane(CursorPane):
    """Rows of computers; Space chooses one, what is wanted is wanted of all that are chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "choose", "Choose the computer, or let go of it", show=False),
        Binding("plus", "choose_all", "Choose all that are listed", show=False),
        Binding("minus", "choose_none", "Choose none", show=False),
        Binding("x", "wanted('exclude')", "Exclude what is chosen, for a reason", show=False),
        Binding("a", "wanted('assign')", "Give what is chosen a workspace", show=False),
        Binding("e", "wanted('export')", "Export what is chosen, else listed, as CSV", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.chosen = Chosen()

    @property
    def listed(self) -> Shown | None:
        """The computers that are listed; None while none are."""
        raise NotImplementedError

    def forget_rows(self) -> None:
        """Draw every row anew."""
        raise NotImplementedError

    def action_choose(self) -> None:
        """Choose the computer under the cursor, or let go of it, and go on to the next."""
        if self.listed is not None and self.listed.rows:
            self.chosen.turn(self.listed.name(self.position))
            self.forget_rows()
            self.action_move(1)

    def action_choose_all(self) -> None:
        """Choose every computer that is listed."""
        if self.listed is not None:
            self.chosen.add(self.listed.names)
            self.forget_rows()

    def action_choose_none(self) -> None:
        """Let go of every computer that is chosen."""
        self.chosen.clear()
        self.forget_rows()

    def action_wanted(self, deed: str) -> None:
        """Ask for something to be done with what is chosen, else with what is under the cursor."""
        if self.listed is not None and self.listed.rows:
            self.post_message(Wanted(Deed(deed), self._meant(self.listed, Deed(deed))))

    def _meant(self, listed: Shown, deed: Deed) -> Sequence[int]:
        """Give the rows of which something is wanted."""
        if not self.chosen:
            return listed.rows if deed is Deed.EXPORT else (listed.rows[self.position],)
        if deed is Deed.EXPORT:
            return listed.rows.only(self.chosen.marked(listed.names)) or listed.rows
        everywhere = self.chosen.marked(listed.roster.columns.names)
        return tuple(compress(count(), everywhere)) or (listed.rows[self.position],)
