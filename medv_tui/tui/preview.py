"""A look at what an edit changes in the text, before it does."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, ClassVar, NamedTuple, TypeAlias

from textual.app import App
from textual.binding import Binding, BindingType

from medv_tui.errors import MedvError
from medv_tui.findings import Intent, Path, Range
from medv_tui.planfile.block_reader import BlockReader
from medv_tui.planfile.differing import Differing, differing
from medv_tui.planfile.edit import apply, edit
from medv_tui.planfile.line_difference import Block
from medv_tui.reports.clean import clean
from medv_tui.reports.fixes import in_words
from medv_tui.reports.wrap import wrapped
from medv_tui.tui.line import Line, Part, cut
from medv_tui.tui.list_screen import ListScreen
from medv_tui.tui.listing import Listing, Row
from medv_tui.tui.present import BOLD, MUTED, count
from medv_tui.tui.working import work_out

AROUND = 2
"""Lines of the text that are shown before and after a change."""
MOST_DRAWN = 300
"""Lines after which further changes are only counted."""
SAME = "The plan says so already; nothing would change."


def difference(old: str, new: str, cells: int) -> list[Line]:
    """Draw what differs between two texts: number, − or +, line."""
    return [_cut(line, cells) for line in compared("", old, new).lines]


def _drawn(found: Differing, changed: Sequence[Block]) -> list[Line]:
    """Draw the stretches that changed, with a few lines around each."""
    top, before, after = found.row, found.before, found.after
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
        lines += (_line(top + row, " ", before[row], MUTED) for row in range(first, block.start))
        lines += (
            _line(top + row, "−", before[row], MUTED) for row in range(block.start, block.end)
        )
        lines += (
            _line(top + row, "+", after[row], BOLD) for row in range(block.new_start, block.new_end)
        )
        following = changed[number + 1].start if number + 1 < len(changed) else len(before)
        shown = min(block.end + AROUND, following)
        lines += (_line(top + row, " ", before[row], MUTED) for row in range(block.end, shown))
    return lines


def _line(number: int, sign: str, text: str, look: str) -> Line:
    """Draw one line of the text; a carriage return at its end is not shown."""
    return (Part(f"{number + 1:>6,} {sign} {clean(text.removesuffix(chr(13)))}", look),)


class Change(NamedTuple):
    """A change of a text that is worked out already."""

    said: str
    """What it does, as a sentence without its point."""
    new: str
    """The whole text as it is then."""
    lines: list[Line]
    """What differs; nothing where the change cannot be made, or makes none."""
    refusal: str = ""
    """Why it cannot be made."""
    there: Range | None = None
    """Where the cursor is wanted then."""
    places: int = 1
    """Stretches of the text that differ."""


def compared(said: str, old: str, new: str) -> Change:
    """Give the change that turns a text into another."""
    found = differing(old, new, AROUND)
    changed = found.blocks()
    return Change(said, new, _drawn(found, changed), places=len(changed))


Edit: TypeAlias = Callable[[str, BlockReader], str]
"""Gives a text as it is after an edit, by a reader that knows most of it."""


def changed(said: str, text: str, edited: Edit, reader: BlockReader, there: Path = ()) -> Change:
    """Work out what an edit of a text comes to, and where a path of the new text stands."""
    try:
        new = edited(text, reader)
    except MedvError as refusal:
        return Change(said, text, [], str(refusal))
    where = reader.read(new).spans.locate(there) if there else None
    return compared(said, text, new)._replace(there=where)


def intended(text: str, intent: Intent, reader: BlockReader) -> Change:
    """Work out what an intent comes to."""
    return changed(in_words(intent), text, carrying_out(intent), reader)


def carrying_out(intent: Intent) -> Edit:
    """Give the edit that an intent stands for."""
    return lambda text, reader: apply(text, edit(text, intent, reader))


def show_change(
    app: App[Any], text: str, todo: Callable[[], Change], then: Callable[[Change], None]
) -> None:
    """Show a change of a text once it is worked out, and go on with it if it is wanted."""

    def show(change: Change) -> None:
        def answered(is_wanted: bool | None) -> None:
            if is_wanted:
                then(change)

        app.push_screen(PreviewScreen(change), answered)

    work_out(app, text, todo, show)


class PreviewScreen(ListScreen[bool]):
    """Shows an edit as a small difference; gives whether it is wanted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "answer(True)", "Apply"),
        Binding("escape", "answer(False)", "Drop"),
    ]

    def __init__(self, change: Change) -> None:
        self._change = change
        super().__init__("What this changes", Listing(self._rows))

    @property
    def is_possible(self) -> bool:
        """Whether there is anything to apply."""
        return bool(self._change.lines)

    def _keys(self) -> Iterable[tuple[str, str]]:
        drop = ("Esc", "drop" if self.is_possible else "close")
        return (("Enter", "apply"), drop) if self.is_possible else (drop,)

    def action_answer(self, wanted: bool) -> None:
        """Close; what cannot be done is never wanted."""
        self.dismiss(wanted and self.is_possible)

    def _rows(self, cells: int) -> list[Row]:
        change = self._change
        where = f", in {change.places:,} places" if change.places > 1 else ""
        said = f"{change.said}{where}." if self.is_possible else change.refusal or SAME
        head = [Row((Part(line),)) for line in wrapped(clean(said), max(1, cells))]
        if not self.is_possible:
            return head
        return [*head, Row(), *(Row(_cut(line, cells)) for line in change.lines)]


def _cut(line: Line, cells: int) -> Line:
    return tuple(Part(cut(part.text, cells), part.look) for part in line)
