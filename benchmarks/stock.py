"""The application that one would write first: Textual's own editor and table, and a whole review.

Each change of the text is reviewed from nothing, and the table filled anew. It shows the text
before the first review, so that nothing of it waits longer than it has to.
"""

from textual import on
from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import DataTable, Static, TextArea

from benchmarks.large_plans import AS_OF, middle
from medv_tui.review.reviewer import Reviewer
from medv_tui.tui.present import size

HEADS = ("host", "workspace", "verdict", "headroom")


class Straightforward(App[None]):
    """A plan's text beside its computers, with the disk space of the whole plan above."""

    CSS = "TextArea, DataTable { width: 1fr; } Static { height: 1; }"

    def __init__(self, text: str) -> None:
        super().__init__()
        self.animation_level = "none"
        self._area = TextArea.code_editor(text)
        self._table: DataTable[str] = DataTable(cursor_type="row")
        self._space = Static()

    def compose(self) -> ComposeResult:
        """Lay the figure above text and table."""
        yield self._space
        with Horizontal():
            yield self._area
            yield self._table

    def on_ready(self) -> None:
        """Go where letters will be typed."""
        self._table.add_columns(*HEADS)
        self._area.cursor_blink = False
        self._area.focus()
        self._area.move_cursor(middle(self._area.text), center=True)
        self.set_timer(0.05, self.judge)

    @on(TextArea.Changed)
    def judge(self) -> None:
        """Review the text and show what comes of it."""
        if not self._table.columns:
            return
        review = Reviewer().update(self._area.text, lambda name: name.encode(), AS_OF)
        hosts = review.hosts
        self._table.clear()
        for row, name in enumerate(hosts.fleet.names):
            headroom = hosts.headroom_gb(row)
            shown = "?" if headroom is None else f"{headroom:.1f}"
            self._table.add_row(name, hosts.workspace(row) or "", hosts.verdict(row).value, shown)
        self._space.update(Content(f"{size(review.disk.planned_gb)} GB"))
