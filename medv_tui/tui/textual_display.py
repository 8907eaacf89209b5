"""What Textual has drawn, on its way to the terminal."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from rich.color import ColorSystem
from rich.console import Console
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.geometry import Size
from textual.strip import Strip
from textual.widgets import Input

from medv_tui.tui.painted import Change, Painted, Piece
from medv_tui.tui.pen import Cell, cells, pen_of

_PLAIN = Style.null()


class Inks(NamedTuple):
    """What a terminal can show of Textual's styles."""

    colours: ColorSystem | None
    """None sends no colour at all."""
    italic: bool = True

    def cells(self, strip: Strip) -> list[Cell]:
        """Give the cells of a row that Textual drew."""
        return [
            cell
            for text, style, _ in strip
            for cell in cells(text, pen_of(style or _PLAIN, self.colours, self.italic))
        ]


class Difference(CompositorUpdate):
    """Stands for an update, and sends no more of it than what the screen does not show yet."""

    def __init__(self, change: Change, painted: Painted) -> None:
        self._change, self._painted = change, painted

    def render_segments(self, console: Console) -> str:
        """Give what to send; Textual asks once, when it does send."""
        del console
        return self._painted.paint(self._change)


def unseen(update: object, painted: Painted, inks: Inks, size: Size) -> Any:
    """Give what of an update a screen of this size does not show yet; None for nothing.

    What is no update of Textual's is given back as it is.
    """
    if not isinstance(update, CompositorUpdate):
        return update
    change = painted.change(_pieces(update, inks), size)
    return Difference(change, painted) if change else None


def _pieces(update: CompositorUpdate, inks: Inks) -> Iterator[Piece]:
    """Give what an update draws."""
    if isinstance(update, LayoutUpdate):
        for y, strips in enumerate(update.strips, update.region.y):
            x = update.region.x
            for strip in strips:
                yield Piece(x, y, inks.cells(strip))
                x += strip.cell_length
    elif isinstance(update, ChopsUpdate):
        for y, left, right in update.spans:
            for (x, drawn), end in zip(update.chops[y].items(), update.chop_ends[y], strict=True):
                if drawn is not None and x <= right and end > left:
                    yield Piece(x, y, inks.cells(drawn.crop(0, min(end, right) - x)))


def keep_cursor_still(field: Input) -> None:
    """Let a field's cursor stand, as each blink is sent to the terminal."""
    field.cursor_blink = False
    # Textual hides a cursor that has stopped blinking.
    field._pause_blink(visible=True)
