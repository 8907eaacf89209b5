"""Title rows: a place's number and name on a rule, or the tabs of all places."""

from collections.abc import Iterable

from textual import events
from textual.geometry import Size
from textual.message import Message

from medv_tui.tui.drawn import Rows
from medv_tui.tui.line import Line, Part, joined, width
from medv_tui.tui.present import ACCENT, AS_BEFORE, ATTENTION, BLOCKED, BOLD, MUTED, RULE
from medv_tui.tui.title_row import HEAVY, THIN, title

STALE = ("older figures", "older")
"""What a title says while the review of the latest text is under way, in words that get shorter."""


def _older(words: Iterable[str]) -> list[Line]:
    """Mark words that say why figures are older ones."""
    return [(Part(f"{AS_BEFORE} {each}", ATTENTION),) for each in words]


class _Aging(Rows):
    """A row that can say why the figures below it are older than the text."""

    _older: tuple[str, ...] = ()

    def set_older(self, words: tuple[str, ...]) -> None:
        """Say why they are, in words that get shorter; nothing if they are not."""
        if words != self._older:
            self._older = words
            self._draw(self.size)

    def _draw(self, size: Size) -> None:
        """Draw the row for a size."""
        raise NotImplementedError


class Title(_Aging):
    """The title row of one place."""

    def __init__(self, number: int, name: str) -> None:
        super().__init__(classes="title")
        self._number, self._caption = number, name
        self._fact: Line = ()
        self._alone = ""
        self._focused = False

    def set_alone(self, words: str) -> None:
        """Say how the other places come back; empty where they are there."""
        self._alone = words
        self._draw(self.size)

    def set_fact(self, text: str) -> None:
        """Show a short fact at the right."""
        self._fact = (Part(text, MUTED),) if text else ()
        self._draw(self.size)

    def set_focused(self, focused: bool) -> None:
        """Show whether keys go to this place."""
        self._focused = focused
        self._draw(self.size)

    def on_resize(self, event: events.Resize) -> None:
        """Draw the rule anew."""
        self._draw(event.size)

    def _draw(self, size: Size) -> None:
        notes: list[Line] = [(Part(self._alone, ACCENT),)] if self._alone else []
        facts = [joined((*notes, fact), 3) for fact in _older(self._older) or [self._fact]]
        self.show(title(self._number, self._caption, facts, size.width, focused=self._focused))


class Tabs(_Aging):
    """One row that names several places and opens them by mouse."""

    class Chosen(Message):
        """Somebody clicked a place's name."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, names: dict[int, str], *, identity: str) -> None:
        super().__init__(identity=identity)
        self._names = names
        self._chosen, self._focused, self._errors, self._fact = 0, False, 0, ""

    def set_chosen(self, number: int, *, focused: bool) -> None:
        """Mark the place that is in front, and whether keys go there."""
        self._chosen, self._focused = number, focused
        self._draw(self.size)

    def set_facts(self, errors: int, fact: str) -> None:
        """Show the number of errors beside the plan, and one fact at the right."""
        self._errors, self._fact = errors, fact
        self._draw(self.size)

    def on_resize(self) -> None:
        """Draw the rule anew, as wide as there is room inside the padding."""
        self._draw(self.size)

    def on_click(self, event: events.Click) -> None:
        """Open the place under the mouse."""
        start = 0
        for number in self._names:
            end = start + width(self._tab(number))
            if start <= event.x < end:
                self.post_message(self.Chosen(number))
            start = end + self._gap(self.size.width)

    def _gap(self, cells: int) -> int:
        """Cells between two names: three, or one where the row is short of room."""
        names = sum(width(self._tab(number)) for number in self._names)
        return 3 if names + 3 * len(self._names) < cells else 1

    def _tab(self, number: int) -> Line:
        here = number == self._chosen
        look = f"{BOLD} underline {ACCENT}" if here else MUTED
        errors = f" ×{self._errors}" if number == 1 and self._errors else ""
        return (Part(f"{number} ", MUTED), Part(self._names[number], look), Part(errors, BLOCKED))

    def _draw(self, size: Size) -> None:
        tabs = joined((self._tab(number) for number in self._names), self._gap(size.width))
        left = size.width - width(tabs) - 1
        tail = next((tail for tail in self._tails() if left - width(tail) >= 2), ())
        room = max(0, left - width(tail))
        rule = Part((HEAVY if self._focused else THIN) * room, ACCENT if self._focused else RULE)
        self.show((*tabs, Part(" "), rule, *tail))

    def _tails(self) -> list[Line]:
        """Give what could stand at the right, the first that fits."""
        if self._older:
            return [(Part(" "), *words) for words in _older(self._older)]
        return [(Part(f" {self._fact}", MUTED),)] if self._fact else []
