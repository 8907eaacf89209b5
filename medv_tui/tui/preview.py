"""A look at what an edit changes in the text, before it does."""

import difflib
from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from medv_tui.findings import Intent
from medv_tui.planfile.edit import EditRefusedError, apply, edit
from medv_tui.reports.clean import clean
from medv_tui.reports.fixes import in_words
from medv_tui.reports.wrap import wrapped
from medv_tui.tui.dialog import Dialog
from medv_tui.tui.line import Line, Part, cut
from medv_tui.tui.listing import Listing, Row
from medv_tui.tui.present import BOLD, MUTED

AROUND = 2
"""Lines of the text that are shown before and after a change."""
CLOSELY_COMPARED = 2000
"""Lines between the first and the last change up to which the smallest difference is found."""
SAME = "The plan says so already; nothing would change."


def difference(old: str, new: str, cells: int) -> list[Line]:
    """Draw what differs between two texts: number, − or +, line."""
    before, after = old.split("\n"), new.split("\n")
    skipped = _same_at_start(before, after)
    shared = _same_at_start(before[:skipped:-1], after[:skipped:-1])
    matcher = difflib.SequenceMatcher(
        None,
        before[skipped : len(before) - shared],
        after[skipped : len(after) - shared],
        # Lines that a large fleet repeats thousands of times would make this take minutes.
        autojunk=max(len(before), len(after)) - skipped - shared > CLOSELY_COMPARED,
    )
    lines: list[Line] = []
    for group in matcher.get_grouped_opcodes(AROUND):
        if lines:
            lines.append((Part("…", MUTED),))
        for kind, *places in group:
            lines += _block(kind, [place + skipped for place in places], before, after)
    return [tuple(Part(cut(part.text, cells), part.look) for part in line) for line in lines]


def _same_at_start(before: list[str], after: list[str]) -> int:
    """Count equal lines at the start, save those that are shown around the first change."""
    pairs = zip(before, after, strict=False)
    count = next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(before), len(after)))
    return max(0, count - AROUND)


def _block(kind: str, places: list[int], before: list[str], after: list[str]) -> Iterator[Line]:
    """Draw one stretch of lines that are equal, gone or new."""
    start, end, new_start, new_end = places
    if kind == "equal":
        for number in range(start, end):
            yield _line(number, " ", before[number], MUTED)
        return
    for number in range(start, end):
        yield _line(number, "−", before[number], MUTED)
    for number in range(new_start, new_end):
        yield _line(number, "+", after[number], BOLD)


def _line(number: int, sign: str, text: str, look: str) -> Line:
    """Draw one line of the text; a carriage return at its end is not shown."""
    return (Part(f"{number + 1:>6,} {sign} {clean(text.removesuffix(chr(13)))}", look),)


class PreviewScreen(ModalScreen[bool]):
    """Shows an edit as a small difference; gives whether it is wanted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "answer(True)", "Apply"),
        Binding("escape", "answer(False)", "Drop"),
    ]
    DEFAULT_CSS = "PreviewScreen { align: center middle; }"

    def __init__(self, text: str, intent: Intent) -> None:
        super().__init__()
        self._text, self._said = text, in_words(intent)
        self._new, self._refusal = _tried(text, intent)
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
