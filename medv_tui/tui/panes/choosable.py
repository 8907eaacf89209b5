"""A pane in which several computers can be chosen, and something asked for all of them."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from medv_tui.plan.fleet import Fleet
from medv_tui.tui.panes.cursor import CursorPane
from medv_tui.tui.panes.host_choice import Chosen, Deed, Wanted


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
    def listed(self) -> tuple[Fleet, Sequence[int]] | None:
        """The rows that are listed, in their order; None while none are."""
        raise NotImplementedError

    def forget_rows(self) -> None:
        """Draw every row anew."""
        raise NotImplementedError

    def action_choose(self) -> None:
        """Choose the computer under the cursor, or let go of it, and go on to the next."""
        if self.listed is not None and self.listed[1]:
            fleet, rows = self.listed
            self.chosen.turn(fleet, rows[self.position])
            self.forget_rows()
            self.action_move(1)

    def action_choose_all(self) -> None:
        """Choose every computer that is listed."""
        if self.listed is not None:
            self.chosen.add(*self.listed)
            self.forget_rows()

    def action_choose_none(self) -> None:
        """Let go of every computer that is chosen."""
        self.chosen.clear()
        self.forget_rows()

    def action_wanted(self, deed: str) -> None:
        """Ask for something to be done with what is chosen, else with what is under the cursor."""
        if self.listed is None or not self.listed[1]:
            return
        fleet, rows = self.listed
        if deed == Deed.EXPORT.value:
            wanted = self.chosen.rows(fleet, rows) or tuple(rows)
        else:
            everywhere = range(len(fleet.names))
            wanted = self.chosen.rows(fleet, everywhere) or (rows[self.position],)
        self.post_message(Wanted(Deed(deed), wanted))
