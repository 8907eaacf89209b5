"""Keys as they are shown: the footer's few, and the list of all that work right now."""

from collections.abc import Iterable
from typing import NamedTuple

from textual.dom import DOMNode
from textual.screen import Screen

from medv_tui.tui.drawn import Rows
from medv_tui.tui.key_words import in_our_words
from medv_tui.tui.line import Line, Part, fit, joined, width
from medv_tui.tui.present import ACCENT

_NAMES = {
    "question_mark": "?",
    "colon": ":",
    "slash": "/",
    "plus": "+",
    "minus": "-",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "escape": "Esc",
    "backspace": "Backspace",
    "right_square_bracket": "]",
    "backslash": "\\",
}
_CTRL = "ctrl+"
_PREFIXES = ("shift+", "alt+")
MOST = 2
"""Keys of one action that are named at most."""


def key_name(key: str) -> str:
    """Write a key as on a keyboard: `^S`, `Shift+F6`, `PgDn`."""
    if key.startswith(_CTRL):
        rest = key.removeprefix(_CTRL)
        return f"^{rest.upper()}" if len(rest) == 1 else f"^{key_name(rest)}"
    for prefix in _PREFIXES:
        if key.startswith(prefix):
            rest = key.removeprefix(prefix)
            return prefix.capitalize() + (rest.upper() if len(rest) == 1 else key_name(rest))
    return _NAMES.get(key, key if len(key) == 1 else key.capitalize())


class ActiveKey(NamedTuple):
    """What the keys of one action do, and whose they are."""

    keys: tuple[str, ...]
    """As Textual names them."""
    meaning: str
    owner: DOMNode
    shown: bool
    """Whether it belongs in the footer."""

    @property
    def label(self) -> str:
        """The first of its keys as on a keyboard."""
        return " ".join(key_name(key) for key in self.keys[:MOST])


def active_keys(screen: Screen[None]) -> list[ActiveKey]:
    """List what keys do right now, one entry for each action."""
    found: dict[tuple[DOMNode, str], ActiveKey] = {}
    for key, (node, binding, enabled, _) in screen.active_bindings.items():
        meaning = in_our_words(binding.description)
        if enabled and meaning and "super+" not in key:
            action = (node, binding.action)
            first = found.get(action, ActiveKey((), meaning, node, binding.show))
            found[action] = first._replace(keys=(*first.keys, key))
    return list(found.values())


def key_row(keys: Iterable[ActiveKey], cells: int) -> Line:
    """Draw keys with their meanings; those that do not fit are left out whole."""
    groups = [(Part(key_name(k.keys[0]), ACCENT), Part(f" {k.meaning}")) for k in keys]
    while groups and width(joined(groups, 3)) > cells:
        groups.pop()
    return joined(groups, 3)


class Footer(Rows):
    """The last row: the most useful keys, or a message until the next key."""

    def __init__(self) -> None:
        super().__init__(identity="footer")
        self._keys: list[ActiveKey] = []
        self._message: Line = ()

    def set_keys(self, keys: list[ActiveKey]) -> None:
        """Show these keys."""
        self._keys = keys
        self._draw()

    def say(self, message: Line) -> None:
        """Show a message instead of the keys; an empty one brings the keys back."""
        if message != self._message:
            self._message = message
            self._draw()

    def on_resize(self) -> None:
        """Draw for the new width."""
        self._draw()

    def _draw(self) -> None:
        cells = self.size.width
        self.show(fit(self._message, cells) if self._message else key_row(self._keys, cells))
