"""A pane, or the editor, with the title row above it."""

from textual.containers import Vertical
from textual.widget import Widget

from medv_tui.review.as_before import View
from medv_tui.tui.panes.pane import Pane
from medv_tui.tui.place_names import NAMES, PLAN
from medv_tui.tui.problems import Problems
from medv_tui.tui.titles import Title

VIEWS = {2: View.ARCHITECTURE, 3: View.HOSTS, 4: View.DISK, 5: View.CHECKLIST}
"""Which part of the review each pane shows."""


class Place(Vertical):
    """A pane, or the editor, below its title row."""

    def __init__(self, number: int, *content: Widget) -> None:
        self.title_row = Title(number, NAMES[number])
        super().__init__(self.title_row, *content, id=f"place-{number}", classes="place")
        self.number = number
        self.inner = content[0]

    def set_alone(self, *, alone: bool) -> None:
        """Say in the title whether the other places are hidden, and how they come back.

        In the editor `z` is a letter like any other.
        """
        keys = "Esc" if self.number == PLAN else "z or Esc"
        self.title_row.set_alone(f"alone, {keys} shows all" if alone else "")

    def on_descendant_focus(self) -> None:
        """Show that keys go here."""
        self.title_row.set_focused(self.inner.has_focus)

    def on_descendant_blur(self) -> None:
        """Show that keys go elsewhere."""
        self.title_row.set_focused(False)

    def on_pane_fact_changed(self, event: Pane.FactChanged) -> None:
        """Show a pane's fact beside its title."""
        if event.pane is self.inner:
            event.stop()
            self.title_row.set_fact(event.fact)


class ProblemsBox(Vertical):
    """The problems below a title row of their own."""

    def __init__(self, problems: Problems) -> None:
        self._caption = Title(0, Problems.NAME)
        super().__init__(self._caption, problems, id="problems-box")

    def on_pane_fact_changed(self, event: Pane.FactChanged) -> None:
        """Show how many problems there are."""
        event.stop()
        self._caption.set_fact(event.fact)
