"""The editor after each edit: its text, its screen, and what can be undone."""

import random
import unicodedata

from textual.app import App, ComposeResult
from textual.geometry import Region
from textual.strip import Strip

from medv_tui.tui.colours import themes
from medv_tui.tui.editor import Editor, typed
from medv_tui.tui.theme_colours import DARK, EXACT

TEXTS = (
    "",
    'name = "x"  # one\n[[hosts]]\nusers = 3\n' * 12,
    "a = 1\r\nb = 2\r\n" * 15,
    "mixed\r\nends\rhere\n" * 8,
    "漢字 = '漢'\n\té\u0301 = 1\nfamily = '👨\u200d👩\u200d👧'\n" * 8,
    "esc \x1b[31m\x07 \x85 \u2028 \u202e \x00 \x7f\n" * 6,
)
INSERTED = (
    "x", "=", '"', '"""', "[", "]", "#", "\t", "漢", "é", "\u0301", "\u200d", "👨\u200d👩",
    "\u2028", "\x1b[2J", "\x07", "\x9b", "\u202e", "\x00", "\n", "\r\n", "\r",
    "a\nb", "a\r\nb\r\n", "\n\n\n",
)  # fmt: skip
MOVES = (
    "cursor_left", "cursor_right", "cursor_up", "cursor_down", "cursor_line_start",
    "cursor_line_end", "cursor_page_down", "cursor_page_up", "cursor_down(True)",
)  # fmt: skip
_RAW = {"Cc", "Cf", "Cs", "Zl", "Zp"}


class EditorApp(App[None]):
    """An application of one editor, with room for some lines."""

    CSS = "#editor { height: 1fr; border: none; padding: 0; scrollbar-size-horizontal: 0; }"

    def __init__(self, text: str) -> None:
        super().__init__()
        self.register_theme(themes(EXACT)[0])
        self.theme = DARK
        self.area = Editor(text)

    def compose(self) -> ComposeResult:
        """Show the editor."""
        yield self.area


async def edit_at_random(seed: int, edits: int) -> None:
    """Edit each of the texts so many times in all, then undo everything."""
    for number, text in enumerate(TEXTS):
        await _edit(text, random.Random(seed + number), edits // len(TEXTS))


async def _edit(text: str, dice: random.Random, edits: int) -> None:
    """Edit one text, and compare it with a plain one after each edit."""
    app = EditorApp(text)
    async with app.run_test(size=(60, 16)) as pilot:
        area, reference = app.area, text
        area.history.max_checkpoints = edits + 1
        for _ in range(edits):
            reference = await _step(area, reference, dice)
            assert area.text == reference
            assert area.exact_document.characters == len(reference)
            if dice.random() < 0.2:
                await pilot.pause()  # What is put off until later is done, such as scrolling.
            _compare_screen(area)
        while area.history.undo_stack:
            area.undo()
            _compare_screen(area)
        assert area.text == text
        while area.history.redo_stack:
            area.redo()
        assert area.text == reference
        _compare_screen(area)


async def _step(area: Editor, reference: str, dice: random.Random) -> str:
    """Do something that people do; give the text as it should be now."""
    step = dice.random()
    if step < 0.35:
        await area.run_action(dice.choice(MOVES))
        return reference
    if step < 0.5:
        return _delete(area, reference)
    return _replace(area, reference, dice) if step < 0.75 else _paste(area, reference, dice)


def _place(area: Editor, dice: random.Random) -> tuple[int, int]:
    """Choose a place, mostly near the cursor."""
    row = area.cursor_location[0] + dice.randrange(-3, 4)
    row = max(0, min(row, area.document.line_count - 1))
    return row, dice.randrange(len(area.document[row]) + 1)


def _put(area: Editor, reference: str, places: tuple[tuple[int, int], ...], more: str) -> str:
    """Put something in place of what stands between two places of the plain text."""
    start, end = (area.exact_document.get_index_from_location(place) for place in sorted(places))
    if area.document.newline == "\r\n":
        more = more.replace("\r\n", "\n").replace("\n", "\r\n")
    return reference[:start] + more + reference[end:]


def _replace(area: Editor, reference: str, dice: random.Random) -> str:
    """Edit as a fix or another command does, sometimes as a step of its own."""
    start, more = _place(area, dice), dice.choice(INSERTED)
    end = _place(area, dice) if dice.random() < 0.3 else start
    wanted = _put(area, reference, (start, end), more)
    if dice.random() < 0.3:
        area.history.checkpoint()
    area.replace(more, start, end)
    return wanted


def _paste(area: Editor, reference: str, dice: random.Random) -> str:
    """Type or paste over the selection."""
    more = dice.choice(INSERTED)
    wanted = _put(area, reference, (area.selection.start, area.selection.end), typed(more))
    area.paste(more)
    return wanted


def _delete(area: Editor, reference: str) -> str:
    """Delete the selection, or the character before the cursor."""
    start, end = area.selection.start, area.selection.end
    if start == end:
        start = area.get_cursor_left_location()
    wanted = _put(area, reference, (start, end), "")
    area.action_delete_left()
    return wanted


def _compare_screen(area: Editor) -> None:
    """Compare what is drawn with what is drawn when everything is drawn anew."""
    whole = Region(0, 0, area.size.width, area.size.height)
    drawn = area.render_lines(whole)
    area.refresh()
    anew = area.render_lines(whole)
    for row, (strip, fresh) in enumerate(zip(drawn, anew, strict=True)):
        assert _cells(strip) == _cells(fresh), (row, strip.text, fresh.text)
        assert not [c for c in strip.text if unicodedata.category(c) in _RAW], strip.text
        assert strip.cell_length == area.size.width


def _cells(strip: Strip) -> list[tuple[str, str]]:
    """Give every character with its style."""
    return [(c, str(segment.style)) for segment in strip for c in segment.text]
