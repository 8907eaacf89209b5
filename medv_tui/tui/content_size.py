"""How much there is to scroll in a view."""

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.widget import Widget


def resize_content(view: ScrollView, size: Size) -> None:
    """Say how much there is to scroll, without laying out the whole screen again.

    Textual does so whenever a view's content grows or shrinks, although nothing on the screen
    depends on that but the scrollbars of this very view.
    """
    if size != view.virtual_size:
        view.set_reactive(Widget.virtual_size, size)
        view._scroll_update(size)
