"""The palette of commands."""

import contextlib

from textual.await_complete import AwaitComplete
from textual.command import CommandPalette


class Palette(CommandPalette):
    """Textual's palette, which closes once however often it is told to."""

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close, unless that was done already.

        Each click beside Textual's palette closes a screen, so a double click closed the one
        below as well, or ended the program where there was none.
        """
        return super().dismiss(result) if self.is_current else AwaitComplete()

    def _action_command_list(self, action: str) -> None:
        """Pass a key on to the list, unless that has options and is not laid out yet.

        Textual looks for the line of an option and finds none.
        """
        with contextlib.suppress(KeyError):
            super()._action_command_list(action)
