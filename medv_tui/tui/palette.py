"""The palette of commands."""

import contextlib
from typing import Any

from textual import events, on
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.command import CommandList, CommandPalette
from textual.css.query import NoMatches
from textual.errors import NoWidget
from textual.message import Message
from textual.widgets import Button, Input, OptionList
from textual.worker import Worker


class _Commands(CommandList):
    """The list of commands, in any window and for clicks that come late."""

    # Textual cannot draw an option in no cells at all.
    DEFAULT_CSS = "_Commands { min-width: 12; }"

    def on_click(self, event: events.Click) -> None:
        """Leave a click alone whose line went before it came."""
        option = event.style.meta.get("option")
        if option is not None and option >= self.option_count:
            event.prevent_default()


class Palette(CommandPalette):
    """Textual's palette, for people who type, click and close faster than it opens and searches."""

    def compose(self) -> ComposeResult:
        """Show the palette with a list of its own."""
        for widget in super().compose():
            yield _Commands() if isinstance(widget, CommandList) else widget

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close, unless that was done already.

        Each click beside Textual's palette closes a screen, so a double click closed the one
        below as well, or ended the program where there was none.
        """
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def run_worker(self, work: Any, *arguments: Any, **options: Any) -> Worker[Any]:
        """Search for commands; a search that outlives the palette's list fails by itself."""
        return super().run_worker(work, *arguments, **{**options, "exit_on_error": False})

    @on(Input.Changed)
    @on(Input.Submitted)
    @on(Button.Pressed)
    @on(OptionList.OptionSelected)
    def drop_once_closed(self, event: Message) -> None:
        """Drop what was typed into a palette that is closed by now, and has no list any more."""
        if not self.is_active:
            event.prevent_default()

    def on_click(self, event: events.Click) -> None:
        """Leave a click alone where the window, made smaller since, has nothing any more."""
        try:
            self.get_widget_at(event.screen_x, event.screen_y)
        except NoWidget:
            event.prevent_default()

    def _action_command_list(self, action: str) -> None:
        """Pass a key on to the list, unless that is gone, or has options and is not laid out yet.

        Textual looks for the line of an option and finds none.
        """
        with contextlib.suppress(KeyError, NoMatches):
            super()._action_command_list(action)

    def _action_cursor_down(self) -> None:
        """Pass the key on to the list, unless that is gone."""
        with contextlib.suppress(NoMatches):
            super()._action_cursor_down()
