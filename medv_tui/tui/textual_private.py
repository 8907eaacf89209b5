"""All that is taken of Textual's inside, and why: names with a leading underscore.

Nothing else of the program touches such a name, and nothing stands here that is not touched, so
that a new Textual version has one list to be held against.
"""

from typing import NamedTuple

from textual._compositor import ChopsUpdate, Compositor, CompositorUpdate, LayoutUpdate
from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.command import CommandPalette
from textual.dom import DOMNode
from textual.drivers.linux_driver import LinuxDriver
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea
from textual.widgets.text_area import Document


class Taken(NamedTuple):
    """What one of our modules takes of one of Textual's classes."""

    ours: str
    """The module, below `medv_tui.tui`."""
    owner: type
    names: tuple[str, ...]
    """Its private names; none where the class itself is private."""
    reason: str


TAKEN = (
    Taken(
        "app",
        App,
        ("_display",),
        "There is no public way to choose what of an update is sent to the terminal.",
    ),
    Taken(
        "app",
        App,
        ("_screen_stack",),
        "The terminal tells its size before there is a screen, and asking for one would fail.",
    ),
    Taken(
        "app",
        App,
        ("_handle_exception",),
        "What fails on a screen without its parts, while the program ends, costs nobody anything.",
    ),
    Taken(
        "compositing",
        Compositor,
        ("_dirty_regions", "_get_renders"),
        "Textual's own asks every widget for all of its rows whenever one row of any changed.",
    ),
    *(
        Taken("compositing", kind, (), "There is no public way to draw part of a screen.")
        for kind in (Compositor, ChopsUpdate)
    ),
    Taken(
        "content_size",
        Widget,
        ("_scroll_update",),
        "Setting `virtual_size` lays out the whole screen; this moves the scrollbars alone.",
    ),
    Taken(
        "document",
        Document,
        ("_lines", "_newline"),
        "Textual splits a text at every line separator of Unicode and joins it with one newline.",
    ),
    Taken(
        "exact_area",
        TextArea,
        ("_set_document",),
        "There is no public way to choose the class of the document.",
    ),
    Taken(
        "exact_area",
        TextArea,
        ("_refresh_size",),
        "Textual's own lays out the whole screen for every new line.",
    ),
    Taken(
        "exact_area",
        DOMNode,
        ("_bindings",),
        "Keys that arrive together have to count in their order, so the editor looks its own up.",
    ),
    Taken(
        "palette",
        CommandPalette,
        ("_action_command_list", "_action_cursor_down"),
        "A key for the list before it is laid out, or once it is gone, would end the program.",
    ),
    Taken(
        "textual_display",
        Input,
        ("_pause_blink",),
        "Textual hides the cursor of a field when it stops blinking.",
    ),
    Taken(
        "frames",
        Screen,
        ("_update_timer", "_on_timer_update"),
        "There is no public way to choose when a screen is drawn again.",
    ),
    Taken(
        "screen",
        Screen,
        ("_compositor",),
        "There is no public way to choose what puts a screen together.",
    ),
    *(
        Taken(
            "textual_display",
            kind,
            (),
            "What was drawn again is known only to the update that Textual would have sent.",
        )
        for kind in (CompositorUpdate, ChopsUpdate, LayoutUpdate)
    ),
    Taken(
        "textual_driver",
        LinuxDriver,
        ("_file",),
        "There is no public way to choose where the output thread writes.",
    ),
    Taken(
        "textual_driver",
        LinuxDriver,
        ("_sigtstp_application", "_loop"),
        "A stop would write while what it interrupts holds the lock of what it writes into.",
    ),
    Taken(
        "textual_driver",
        LinuxDriver,
        ("_sigcont_application", "_must_signal_resume"),
        "Each SIGCONT without a SIGTSTP before it would start two more threads.",
    ),
    Taken(
        "textual_driver",
        LinuxDriver,
        ("_request_terminal_sync_mode_support", "_query_in_band_window_resize"),
        "Old consoles print the last letter of a question that they do not know.",
    ),
    Taken(
        "textual_driver",
        LinuxDriver,
        ("_app", "_debug"),
        "A driver has no public way to its application, nor to whether it was asked to debug.",
    ),
    Taken(
        "textual_driver",
        LinuxDriver,
        ("_enable_mouse_support", "_disable_mouse_support"),
        "Textual asks for every cell that the mouse crosses, which a slow line cannot carry.",
    ),
    Taken(
        "textual_driver",
        LinuxDriver,
        ("_mouse",),
        "Whether the mouse is wanted at all is known to the driver alone.",
    ),
    Taken(
        "textual_driver",
        XTermParser,
        (),
        "The input thread is our own, and turns bytes into the events that Textual's would.",
    ),
    Taken(
        "textual_driver",
        ParseError,
        (),
        "The parser says so that input ended in the middle of a sequence.",
    ),
)
