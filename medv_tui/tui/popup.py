"""What could be written, as a small list over the text, next to the word that is being typed."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from medv_tui.reference.completion import Proposal
from medv_tui.reports.clean import clean
from medv_tui.tui.line import Line, Part, cell, spread
from medv_tui.tui.present import BOLD, MUTED

MOST_ROWS = 8
"""Proposals that are seen at once."""
WIDEST = 60
_LABEL_CELLS = 40
_POINTER = "►"


class Spot(NamedTuple):
    """Where a popup is drawn, in cells and rows of the editor."""

    x: int
    y: int
    cells: int
    rows: int

    def covers(self, y: int) -> bool:
        """Whether it is on a row of the editor."""
        return self.y <= y < self.y + self.rows

    def holds(self, x: int, y: int) -> bool:
        """Whether it is drawn in a cell of a row."""
        return self.covers(y) and self.x <= x < self.x + self.cells


class Popup(NamedTuple):
    """Proposals with the one that would be taken."""

    proposals: Sequence[Proposal]
    chosen: int = 0
    first: int = 0
    """The topmost that is seen."""
    is_eager: bool = True
    """Whether Enter and the arrows are for it; Tab always is."""

    @property
    def proposal(self) -> Proposal:
        """What would be taken."""
        return self.proposals[self.chosen]

    def moved(self, step: int) -> "Popup":
        """Go on by so many proposals, round from the last to the first."""
        moved = self._replace(chosen=(self.chosen + step) % len(self.proposals))
        return moved._replace(first=moved.first_seen(MOST_ROWS))

    def first_seen(self, rows: int) -> int:
        """The topmost proposal that is seen in so many rows, the chosen one among them."""
        return min(max(self.first, self.chosen - rows + 1), self.chosen)


def place(popup: Popup, x: int, y: int, cells: int, height: int) -> Spot | None:
    """Find room below the word at a cell and row of the editor, else above; None for too little.

    `cells` and `height` are those of the editor.
    """
    rows = min(MOST_ROWS, len(popup.proposals)) + 1
    wide = min(WIDEST, cells, max(24, _wanted_cells(popup)))
    below, above = height - y - 1, y
    if below < rows and above > below:
        rows = min(rows, above)
        top = y - rows
    else:
        rows = min(rows, below)
        top = y + 1
    if rows < 2 or wide < 16:
        return None
    return Spot(max(0, min(x, cells - wide)), top, wide, rows)


def _wanted_cells(popup: Popup) -> int:
    """Cells in which every proposal that is seen fits, or a sentence if they have one."""
    seen = popup.proposals[popup.first : popup.first + MOST_ROWS]
    if any(proposal.meaning for proposal in seen):
        return WIDEST
    return max(_label_cells(popup) + cell_len(p.detail) + 5 for p in seen)


def _label_cells(popup: Popup) -> int:
    seen = popup.proposals[popup.first : popup.first + MOST_ROWS]
    return min(_LABEL_CELLS, max(cell_len(clean(p.label)) for p in seen))


def row(popup: Popup, spot: Spot, y: int) -> Line:
    """Draw one of its rows, counted from 0: proposals, and what the chosen one means last."""
    if y == spot.rows - 1:
        said = clean(popup.proposal.meaning or popup.proposal.detail)
        counted = f"{popup.chosen + 1} of {len(popup.proposals)}"
        return spread((Part(f" {said}", MUTED),), (Part(f"{counted} ", MUTED),), spot.cells)
    number = popup.first_seen(spot.rows - 1) + y
    proposal = popup.proposals[number]
    is_chosen = number == popup.chosen
    label = cell(clean(proposal.label), _label_cells(popup), BOLD if is_chosen else "")
    left = (Part(f"{_POINTER if is_chosen else ' '} "), label)
    return spread(left, (Part(f"{proposal.detail} ", MUTED),), spot.cells)
