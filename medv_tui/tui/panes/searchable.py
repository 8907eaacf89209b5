"""A pane with a line to type in, which narrows what it shows with every letter."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from medv_tui.reports.clean import clean
from medv_tui.tui.line import Line, Part, cut_middle, width
from medv_tui.tui.panes.pane import Pane
from medv_tui.tui.present import ACCENT, MUTED

LONGEST = 200
"""Characters that a search has at most."""


class SearchablePane(Pane):
    """Rows of which a text chooses some; `/` starts typing, Esc shows all of them again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", "Filter", show=False),
        Binding("escape", "clear", "Show everything again", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.wanted = ""
        self._is_typing = False
        self._is_replaced = False
        """Whether the next letter takes the place of what is wanted already."""

    def narrow(self) -> None:
        """Show what matches what is wanted."""
        raise NotImplementedError

    def want(self, text: str) -> None:
        """Show what matches this text from now on."""
        if text != self.wanted:
            self.wanted = text[:LONGEST]
            self.narrow()
        self.redraw()

    def action_search(self) -> None:
        """Start typing, in place of what is wanted already; Right goes on behind that instead."""
        self._is_typing = True
        self._is_replaced = bool(self.wanted)
        self.redraw()

    def action_clear(self) -> None:
        """Stop typing and show everything."""
        self._is_typing = False
        self.want("")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave out what letters do while they are typed, and clearing where nothing is chosen."""
        if action == "clear":
            return self._is_typing or bool(self.wanted)
        if self._is_typing and not action.startswith("move"):
            return False
        return super().check_action(action, parameters)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether a key is typed here, so that nobody else may use it."""
        return self._is_typing and (key in _EDITS or _is_text(character))

    def on_key(self, event: events.Key) -> None:
        """Type in the order in which keys arrive.

        The keys of bindings climb to the application first, where letters would overtake them.
        """
        if not self._is_typing:
            if event.key != "slash":
                return
            self.action_search()
        elif event.key in _EDITS:
            self._edit(event.key)
        elif event.character is not None and _is_text(event.character):
            self._type(event.character)
        else:
            return
        event.stop()
        event.prevent_default()

    def _type(self, text: str) -> None:
        """Put text behind what is typed, or in its place."""
        before = "" if self._is_replaced else self.wanted
        self._is_replaced = False
        self.want(before + text)

    def _edit(self, key: str) -> None:
        """Do what a key does to what is typed."""
        is_all, self._is_replaced = self._is_replaced, False
        match key:
            case "enter":
                self._is_typing = False
                self.redraw()
            case "escape":
                self.action_clear()
            case "right":
                self.redraw()
            case "ctrl+u":
                self.want("")
            case _ if is_all:
                self.want("")
            case "ctrl+w":
                self.want(self.wanted.rstrip().rpartition(" ")[0])
            case _:
                self.want(self.wanted[:-1])

    def on_paste(self, event: events.Paste) -> None:
        """Type the first line of what is pasted."""
        if self._is_typing:
            event.stop()
            self._type("".join(event.text.splitlines()[:1]))

    def watch_has_focus(self, focused: bool) -> None:
        """Stop typing where keys go elsewhere."""
        super().watch_has_focus(focused)
        if not focused:
            self._is_typing = self._is_replaced = False
        self.redraw()

    def search_line(self, cells: int) -> Line:
        """Draw what is typed and the keys that end it; nothing where nothing is chosen."""
        if not (self._is_typing or self.wanted):
            return ()
        keys = (("Enter", "keep"), ("Esc", "clear")) if self._is_typing else (("Esc", "clear"),)
        hints = tuple(
            part
            for key, meaning in keys
            for part in (Part(f"   {key}", ACCENT), Part(f" {meaning}"))
        )
        caret = (Part(" ", "reverse"),) if self._is_typing else ()
        room = cells - width(hints) - 3
        if room < 10:
            hints, room = (), cells - 3
        look = "reverse" if self._is_replaced else "" if self._is_typing else MUTED
        text = Part(cut_middle(clean(self.wanted), max(1, room)), look)
        return (Part("/ ", ACCENT), text, *caret, *hints)


_EDITS = frozenset({"enter", "escape", "backspace", "ctrl+h", "ctrl+u", "ctrl+w", "right"})


def _is_text(character: str | None) -> bool:
    return character is not None and character.isprintable()
