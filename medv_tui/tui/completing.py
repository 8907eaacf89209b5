"""The editor that offers what could be written where somebody is typing."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip
from textual.widgets.text_area import Selection

from medv_tui.planfile.cursor import AtCursor, Role, at_cursor, tables_around
from medv_tui.reference.completion import CURSOR, Known, is_whole, proposals
from medv_tui.tui.editor import Editor
from medv_tui.tui.popup import Popup, Spot, place, row

_ASKING = ("ctrl+space", "ctrl+@")
"""How terminals name Ctrl+Space: most send NUL for it."""
NOTHING_FITS = "Nothing is known to fit here; on an empty line it would be keys and tables."
_STEPS = {"up": -1, "down": 1, "pageup": -7, "pagedown": 7}


class CompletingEditor(Editor):
    """Shows proposals over the text: at Ctrl+Space, and while a word is typed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join(_ASKING), "complete", "Show what could be written here", show=False),
        Binding("ctrl+home", "go_to_end(-1)", "Start of the plan", show=False),
        Binding("ctrl+end", "go_to_end(1)", "End of the plan", show=False),
    ]

    class NothingFits(Message):
        """Somebody asks what could be written where nothing is known to fit."""

    def __init__(self, text: str) -> None:
        self._popup: Popup | None = None
        self._at: AtCursor | None = None
        self._row = 0
        self._is_typing = False
        self.known = Known()
        super().__init__(text)

    @property
    def popup(self) -> Popup | None:
        """What is offered now, if anything."""
        return self._popup

    async def on_key(self, event: events.Key) -> None:
        """Give keys to the proposals while there are any."""
        self._is_typing = event.is_printable or event.key == "backspace"
        if self._popup is not None and self._serve(self._popup, event.key):
            self._is_typing = False
            event.stop()
            event.prevent_default()

    def _serve(self, popup: Popup, key: str) -> bool:
        """Do what a key means for the proposals; say whether it means anything."""
        if key == "tab" or (key == "enter" and popup.is_eager):
            self._take(popup)
        elif key in _STEPS and popup.is_eager:
            self._show(popup.moved(_STEPS[key]))
        elif key == "escape":
            self._show(None)
        else:
            if not self._is_typing and key not in _ASKING:
                self._show(None)
            return False
        return True

    def action_complete(self) -> None:
        """Show what could be written where the cursor is; close it if it is shown."""
        if self._popup is not None and self._popup.is_eager:
            self._show(None)
        else:
            self._propose(asked=True)
            if self._popup is None:
                self.post_message(self.NothingFits())

    def action_go_to_end(self, way: int) -> None:
        """Put the cursor on the start or the end of the whole text."""
        self.move_cursor((0, 0) if way < 0 else self.document.end)

    def update_suggestion(self) -> None:
        """Follow an edit: typing shows proposals, any other edit hides them."""
        if self._is_typing and self.selection.is_empty:
            self._propose(asked=False)
        else:
            self._show(None)
        self._is_typing = False

    def watch_selection(self, old: Selection, new: Selection) -> None:
        """Hide proposals when the cursor goes elsewhere."""
        super().watch_selection(old, new)
        if not self._is_typing and old != new:
            self._show(None)

    def on_blur(self) -> None:
        """Hide proposals when keys go elsewhere."""
        self._show(None)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take the proposal under the mouse; a click elsewhere hides them."""
        spot = self._spot()
        if self._popup is None or spot is None or not spot.holds(event.x, event.y):
            self._show(None)
            return
        event.stop()
        event.prevent_default()
        number = self._popup.first_seen(spot.rows - 1) + event.y - spot.y
        if event.y < spot.y + spot.rows - 1:
            self._take(self._popup._replace(chosen=number))

    def _propose(self, *, asked: bool) -> None:
        """Show what fits the cursor's place; unasked, only where it can help."""
        line, column = self.cursor_location
        lines = self.document.lines
        at = at_cursor(lines, line, column)
        if at.role is Role.NOTHING or not (asked or _is_worth_it(at)):
            self._show(None)
            return
        tables = self.known.tables
        if at.role is not Role.VALUE:
            tables |= tables_around(lines, line)
        found = proposals(at, self.known._replace(tables=tables))
        if not found or (not asked and is_whole(at, found)):
            self._show(None)
            return
        self._at, self._row = at, line
        is_number = at.role is Role.VALUE and at.typed.isdigit()
        is_unfinished = bool(at.typed) and not is_number and not at.has_sign
        self._show(Popup(found, is_eager=asked or is_unfinished))

    def _take(self, popup: Popup) -> None:
        """Write what is chosen, as one step to undo, and offer what can follow it."""
        at = self._at
        if at is None:
            return
        before, mark, behind = popup.proposal.insert.partition(CURSOR)
        self._show(None)
        self.history.checkpoint()
        start, end = (self._row, at.start), (self._row, at.end)
        self.replace(before + behind, start, end, maintain_selection_offset=False)
        rows = before.split("\n")
        column = len(rows[-1]) + (at.start if len(rows) == 1 else 0)
        self.selection = Selection.cursor((self._row + len(rows) - 1, column))
        self.history.checkpoint()
        if mark:
            self._propose(asked=False)

    def _show(self, popup: Popup | None) -> None:
        """Show these proposals from now on, or none."""
        if popup is None and self._popup is None:
            return
        spots = [self._spot()]
        self._popup = popup
        spots.append(self._spot())
        top = self.scroll_offset.y
        for spot in spots:
            if spot is not None:
                self.draw_again(top + spot.y, top + spot.y + spot.rows - 1)

    def _spot(self) -> Spot | None:
        """Find where the proposals are drawn."""
        if self._popup is None or self._at is None:
            return None
        word = self.wrapped_document.location_to_offset((self._row, self._at.start))
        region = self.scrollable_content_region
        x = self.gutter_width + word.x - self.scroll_offset.x - 2
        return place(self._popup, x, word.y - self.scroll_offset.y, region.width, region.height)

    def render_line(self, y: int) -> Strip:
        """Draw one row of the screen, the proposals over the text."""
        drawn = super().render_line(y)
        spot = self._spot()
        if self._popup is None or spot is None or not spot.covers(y):
            return drawn
        is_chosen = y - spot.y < spot.rows - 1 and self._chosen_row(spot) == y - spot.y
        ground = "on $cursor" if is_chosen else "on $surface"
        over = self.strip(row(self._popup, spot, y - spot.y), spot.cells, ground)
        end = spot.x + spot.cells
        return Strip.join(
            [drawn.crop(0, spot.x), over, drawn.crop(end, max(end, drawn.cell_length))]
        )

    def _chosen_row(self, spot: Spot) -> int:
        """The row of the chosen proposal, counted from the popup's first."""
        if self._popup is None:
            return 0
        first = self._popup.first_seen(spot.rows - 1)
        return self._popup.chosen - first


def _is_worth_it(at: AtCursor) -> bool:
    """Whether proposals help without being asked for: a key needs its first letter."""
    return at.role is not Role.KEY or bool(at.typed)
