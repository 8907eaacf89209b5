"""A look at what an edit changes in the text, before it does."""

from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from medv_tui.findings import Intent
from medv_tui.planfile.edit import EditRefusedError, apply, edit
from medv_tui.planfile.line_difference import blocks
from medv_tui.reports.clean import clean
from medv_tui.reports.fixes import in_words
from medv_tui.reports.wrap import wrapped
from medv_tui.tui.dialog import Dialog
from medv_tui.tui.line import Line, Part, cut
from medv_tui.tui.listing import Listing, Row
from medv_tui.tui.modal import Modal
from medv_tui.tui.present import BOLD, MUTED, count

AROUND = 2
"""Lines of the text that are shown before and after a change."""
MOST_DRAWN = 300
"""Lines after which further changes are only counted."""
SAME = "The plan says so already; nothing would change."


def difference(old: str, new: str, cells: int) -> list[Line]:
    """Draw what differs between two texts: number, − or +, line."""
    before, after = old.split("\n"), new.split("\n")
    changed = blocks(before, after)
    lines: list[Line] = []
    shown = 0
    for number, block in enumerate(changed):
        if len(lines) > MOST_DRAWN:
            more = count(len(changed) - number, "more place")
            lines.append((Part(f"… and {more}", MUTED),))
            break
        first = max(shown, block.start - AROUND)
        if number and first > shown:
            lines.append((Part("…", MUTED),))
        lines += (_line(row, " ", before[row], MUTED) for row in range(first, block.start))
        lines += (_line(row, "−", before[row], MUTED) for row in range(block.start, block.end))
        lines += (
            _line(row, "+", after[row], BOLD) for row in range(block.new_start, block.new_end)
        )
        following = changed[number + 1].start if number + 1 < len(changed) else len(before)
        shown = min(block.end + AROUND, following)
        lines += (_line(row, " ", before[row], MUTED) for row in range(block.end, shown))
    return [tuple(Part(cut(part.text, cells), part.look) for part in line) for line in lines]


def _line(number: int, sign: str, text: str, look: str) -> Line:
    """Draw one line of the text; a carriage return at its end is not shown."""
    return (Part(f"{number + 1:>6,} {sign} {clean(text.removesuffix(chr(13)))}", look),)


class Change(NamedTuple):
    """A change of a text that is worked out already."""

    said: str
    """What it does, as a sentence without its point."""
    new: str
    """The whole text as it is then."""


class PreviewScreen(Modal[bool]):
    """Shows an edit as a small difference; gives whether it is wanted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "answer(True)", "Apply"),
        Binding("escape", "answer(False)", "Drop"),
    ]
    DEFAULT_CSS = "PreviewScreen { align: center middle; }"

    def __init__(self, text: str, wanted: Intent | Change) -> None:
        super().__init__()
        self._text, self._refusal = text, ""
        if isinstance(wanted, Change):
            self._said, self._new = wanted
        else:
            self._said = in_words(wanted)
            self._new, self._refusal = _tried(text, wanted)
        self._listing = Listing(self._rows)
        self._dialog = Dialog("What this changes", self._listing)

    @property
    def is_possible(self) -> bool:
        """Whether there is anything to apply."""
        return not self._refusal and self._new != self._text

    def compose(self) -> ComposeResult:
        """Lay the difference out above the keys."""
        yield self._dialog

    def on_mount(self) -> None:
        """Start with the keys in the list."""
        self._listing.focus()
        self.on_resize()

    def on_resize(self) -> None:
        """Fit the list to the terminal."""
        self._listing.redraw()
        self._dialog.fit(self._listing)
        drop = ("Esc", "drop" if self.is_possible else "close")
        self._dialog.show_keys((("Enter", "apply"), drop) if self.is_possible else (drop,))

    def action_answer(self, wanted: bool) -> None:
        """Close; what cannot be done is never wanted."""
        self.dismiss(wanted and self.is_possible)

    def _rows(self, cells: int) -> list[Row]:
        if self._refusal or self._new == self._text:
            said = [self._refusal or SAME]
        else:
            said = [f"{self._said}."]
        head = [Row((Part(line),)) for text in said for line in wrapped(clean(text), max(1, cells))]
        if not self.is_possible:
            return head
        return [*head, Row(), *(Row(line) for line in difference(self._text, self._new, cells))]


def _tried(text: str, intent: Intent) -> tuple[str, str]:
    """Give the text after an edit, or why it cannot be made."""
    try:
        return apply(text, edit(text, intent)), ""
    except EditRefusedError as refusal:
        return text, str(refusal)
