"""Textual's editor over an exact document, drawn line by line."""

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual import events
from textual.geometry import Offset, Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style
from textual.widgets import TextArea
from textual.widgets.text_area import DocumentNavigator, Location, Selection

from medv_tui.tui.content_size import resize_content
from medv_tui.tui.document import ExactDocument, UnwrappedDocument
from medv_tui.tui.line import Line
from medv_tui.tui.text_lines import TextLines

_WIDTH_STEP = 32
_SIDEWAYS = 16
"""Columns that a line is scrolled beyond its cursor."""
_CURSOR = 3
"""Columns that Textual keeps in view from the cursor on."""


def _roomy(cells: int) -> int:
    """Round a width up, so that typing at the end of the longest line seldom changes it."""
    return -(-cells // _WIDTH_STEP) * _WIDTH_STEP


class ExactTextArea(TextArea):
    """Textual's editor without soft wrap and without a tree, which repaints what changed."""

    # Textual repaints the whole editor whenever the cursor moves; `watch_selection` does less.
    selection = reactive(Selection(), repaint=False, init=False, always_update=True)

    def __init__(
        self, text: str, *, lines: TextLines | None = None, identity: str | None = None
    ) -> None:
        # Textual sets its document twice while it is made, so that one is left empty.
        super().__init__(
            "",
            soft_wrap=False,
            tab_behavior="indent",
            show_line_numbers=True,
            max_checkpoints=1000,
            compact=True,
            id=identity,
        )
        self._looks: dict[tuple[str, str], RichStyle] = {}
        self._show_document(ExactDocument(text, lines))

    def _set_document(self, text: str, language: str | None) -> None:
        # Textual has no public way to choose the document's class. Its own body beyond these
        # lines picks a tree-sitter language, which this editor never has.
        del language
        self._show_document(ExactDocument(text))

    def _show_document(self, document: ExactDocument) -> None:
        """Show a document from now on, and learn of its edits."""
        document.tell(self.lines_replaced)
        self.document = self.exact_document = document
        self.wrapped_document = UnwrappedDocument(self.document, tab_width=self.indent_width)
        self.navigator = DocumentNavigator(self.wrapped_document)
        self.move_cursor((0, 0))
        self._refresh_size()
        self.refresh()

    def take_over(self, other: "ExactTextArea") -> None:
        """Go on with the text of an editor that ends: its cursor, and what can be undone there."""
        self._show_document(other.exact_document)
        self.history = other.history
        self.selection = other.selection

    def _refresh_size(self) -> None:
        if not self.is_mounted:
            return  # Nothing is drawn yet, and Textual asks again when it is.
        # Textual lays out the whole screen again whenever a line is added or the longest one grows.
        width, height = self.document.get_size(self.indent_width)
        resize_content(self, Size(_roomy(width + self.gutter_width + 1), height))

    def lines_replaced(self, first: int, old_last: int, new_last: int) -> None:
        """Draw again what an edit of some lines has changed, as far as it is in view."""
        if not self.is_mounted:
            return
        bottom = self.scroll_offset.y + self.size.height
        repainted = self.exact_document.states.settle(bottom)
        shift = new_last - old_last
        if shift and len(str(self.document.line_count)) != len(
            str(self.document.line_count - shift)
        ):
            self.refresh()
        else:
            self.draw_again(first, bottom if shift else max(new_last, repainted))

    def watch_selection(self, old: Selection, new: Selection) -> None:
        """Draw again the lines that the cursor has left and reached, and what is selected."""
        for selection in (old, new):
            top, bottom = sorted((selection.start[0], selection.end[0]))
            self.draw_again(top, bottom)

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """Bring the cursor into view; what is hidden has none, and does so once it is shown.

        Textual would take the hidden editor for one without any width, and scroll all of the
        line before the cursor out of it.
        """
        if not self.size:
            return Offset()
        self._scroll_sideways()
        return super().scroll_cursor_visible(center, animate)

    def _scroll_sideways(self) -> None:
        """Leave room beside a cursor that has left the view sideways.

        To scroll draws every line again, which nobody should wait for with each letter.
        """
        x, left = self.wrapped_document.location_to_offset(self.cursor_location).x, self.scroll_x
        width = self.scrollable_content_region.width - self.gutter_width
        room = min(_SIDEWAYS, width // 3)
        if x < left:
            self.scroll_to(x=max(0, x - room), animate=False, force=True, immediate=True)
        elif x + _CURSOR > left + width:
            to = x + _CURSOR + room - width
            self.scroll_to(x=to, animate=False, force=True, immediate=True)

    def on_show(self) -> None:
        """Bring a cursor into view that was moved while nothing was shown."""
        self.scroll_cursor_visible()

    def draw_again(self, first: int, last: int) -> None:
        """Draw lines again, as far as they are in view."""
        top = self.scroll_offset.y
        first, last = max(first, top), min(last, top + self.size.height)
        if first <= last:
            self.refresh(Region(0, first - top, self.size.width, last - first + 1))

    def notify_style_update(self) -> None:
        """Forget the colours of another theme."""
        super().notify_style_update()
        self._looks = {}

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw some rows, without Textual's theme for editors, of which nothing is used here."""
        return ScrollView.render_lines(self, crop)

    def strip(self, line: Line, cells: int, ground: str = "", skip: int = 0) -> Strip:
        """Draw a row of so many cells, on a ground of its own if one is named."""
        segments = [Segment(part.text, self._look(part.look, ground)) for part in line]
        drawn = Strip(segments)
        if skip or drawn.cell_length > cells:
            drawn = drawn.crop(skip, skip + cells)
        return drawn.extend_cell_length(cells, self._look("", ground))

    def _look(self, look: str, ground: str) -> RichStyle:
        """Give the style of a look on a ground, worked out once for a theme."""
        known = self._looks.get((look, ground))
        if known is None:
            style = self.visual_style
            for more in (ground, look):
                if more:
                    style += Style.parse(more)
            known = self._looks[look, ground] = style.rich_style
        return known

    async def on_key(self, event: events.Key) -> None:
        """Do what a key is bound to here in its turn.

        Textual inserts letters at once, but lets the keys of bindings climb to the application
        first, so that of many keys that arrive together the letters would overtake the others.
        """
        if self.check_consume_key(event.key, event.character):
            return
        for binding in self._bindings.key_to_bindings.get(event.key, ()):
            event.stop()
            event.prevent_default()
            await self.run_action(binding.action)

    def find_matching_bracket(self, bracket: str, search_from: Location) -> Location | None:
        """Match no brackets: Textual would search to the end of the plan at each key."""
        del bracket, search_from
        return None
