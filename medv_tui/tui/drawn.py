"""Widgets that draw themselves row by row from plain values."""

from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip
from textual.style import Style
from textual.widget import Widget

from medv_tui.tui.line import Line, fit, width


def strip(widget: Widget, line: Line, cells: int, ground: str = "") -> Strip:
    """Draw a row of so many cells in a widget's colours, on a ground of its own if one is named."""
    base = widget.visual_style
    if ground:
        base += Style.parse(ground)
    shown = fit(line, cells)
    content = Content.assemble(*((part.text, part.look) for part in shown if part.text))
    segments = content.render_segments(base) if content else []
    blank = cells - width(shown)
    if blank > 0:
        segments.append(Segment(" " * blank, base.rich_style))
    return Strip(segments, cells)


class Rows(Widget):
    """A few rows that are drawn again only where they changed."""

    def __init__(self, *, identity: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=identity, classes=classes)
        self._rows: tuple[Line, ...] = ()

    def show(self, *rows: Line) -> None:
        """Show these rows from now on."""
        if rows != self._rows:
            self._rows = rows
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one row."""
        return strip(self, self._rows[y] if y < len(self._rows) else (), self.size.width)
