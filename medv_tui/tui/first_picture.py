"""What stands on the screen before Textual is loaded: the plan's text where it will stay.

Textual's first frame shows the same, cell by cell. What of this picture were another would be
drawn over by that frame, as only the cells that differ are sent.
"""

from collections.abc import Iterator
from typing import NamedTuple

from rich.cells import cell_len
from rich.style import Style

from medv_tui.reports.clean import clean
from medv_tui.tui.code_line import MARK_CELLS, TAB_CELLS, Shown, code, gutter, visible
from medv_tui.tui.layout import Form, form_for
from medv_tui.tui.lexer import lex
from medv_tui.tui.line import Line, Part
from medv_tui.tui.own_style import own_style
from medv_tui.tui.painted import Piece
from medv_tui.tui.pen import Cell, Pen, cells, pen_of
from medv_tui.tui.place_names import NAMES, PLAN
from medv_tui.tui.present import ASCII, BOLD, MUTED
from medv_tui.tui.recent import PlanState
from medv_tui.tui.surroundings import Surroundings
from medv_tui.tui.text_lines import TextLines
from medv_tui.tui.theme_colours import TERMINAL, colours_of
from medv_tui.tui.title_row import title

LOADING = "Loading the panes; the text can be edited already."
_BETWEEN = 2
"""Blanks between a line's number and its text."""


class Ink(NamedTuple):
    """What pictures are drawn with."""

    theme: str
    around: Surroundings

    def pen(self, look: str, ground: str) -> Pen:
        """Give the pen of a look such as `bold $accent` on a ground such as `$surface`."""
        words = f"$foreground on {ground} {look}".split()
        colours = colours_of(self.theme, self.around.colour_system)
        named = (colours.get(word.removeprefix("$"), word) for word in words)
        style = Style.null()
        for word in _styles(named):
            style += Style.parse(word.replace("ansi_", ""))
        if self.theme == TERMINAL:
            style = own_style(style, self.around.plain, self.around.light)
        return pen_of(style, self.around.inks, self.around.italic)

    def cells(self, line: Line, width: int, ground: str) -> list[Cell]:
        """Draw a line in so many cells."""
        drawn: list[Cell] = []
        for part in line:
            text = part.text.translate(ASCII) if self.around.ascii else part.text
            drawn += cells(text, self.pen(part.look, ground))
        blanks = cells(" " * max(0, width - len(drawn)), self.pen("", ground))
        return [*drawn[:width], *blanks]


class Room(NamedTuple):
    """Where the plan's text stands on a screen."""

    x: int
    y: int
    width: int
    height: int


def headline(name: str) -> Line:
    """Name the file while nothing else is known of it."""
    return (Part(f" {clean(name)}", BOLD),)


FOOTER: Line = (Part(LOADING, MUTED),)


def text_room(columns: int, rows: int) -> Room:
    """Say where the text stands in a terminal of this size, as the style sheet does."""
    form = form_for(columns, rows)
    above, below, width = {
        Form.WIDE: (4, 19, min(54, max(44, (columns - 2) * 30 // 100))),
        Form.MEDIUM: (3, 8, 54),
        Form.NARROW: (3, 4, columns - 2),
    }.get(form, (0, 0, columns))
    return Room(1 if above else 0, above, width, max(0, rows - above - below))


def picture(
    name: str, text: TextLines, left: PlanState, size: tuple[int, int], ink: Ink
) -> Iterator[Piece]:
    """Draw the text of a file, the cursor where it was left.

    Nothing is drawn where there is no room, or where the text would have to be moved to the left
    for the cursor to be seen.
    """
    columns, rows = size
    form, room = form_for(columns, rows), text_room(columns, rows)
    if form is Form.NONE or not _fits(text, left, room):
        return
    for y in range(rows):
        yield Piece(0, y, ink.cells((), columns, "$background"))
    if form is not Form.BARE:
        yield Piece(0, 0, ink.cells(headline(name), columns, "$background"))
        footer = (Part(" "), *FOOTER)
        yield Piece(0, rows - 1, ink.cells(footer, columns, "$surface"))
    if form in {Form.WIDE, Form.MEDIUM}:
        row = title(PLAN, NAMES[PLAN], [()], room.width, focused=True)
        yield Piece(room.x, room.y - 1, ink.cells(row, room.width, "$background"))
    yield from _text(text, left, room, ink)


def _text(text: TextLines, left: PlanState, room: Room, ink: Ink) -> Iterator[Piece]:
    """Draw what of a text is in view."""
    lines = text.lines
    here = min(max(left.line, 1), len(lines)) - 1
    column = min(max(left.column, 1), len(lines[here]) + 1) - 1
    width = room.width - (len(lines) > room.height)
    top = max(0, here - room.height + 1)
    for row in range(top, min(len(lines), top + room.height)):
        cursor = column if row == here else None
        ground = "$cursor" if row == here else "$background"
        line = _line(text, row, cursor)
        yield Piece(room.x, room.y + row - top, ink.cells(line, width, ground))


def _line(text: TextLines, row: int, cursor: int | None) -> Line:
    """Draw one line with its number."""
    shown = visible(text.lines[row])
    tokens = lex(text.lines[row], text.states.at(row))[0]
    head = gutter(row + 1, len(str(len(text.lines))), None, here=cursor is not None)
    return (*head, *code(shown, tokens, Shown(cursor=cursor), TAB_CELLS))


def _fits(text: TextLines, left: PlanState, room: Room) -> bool:
    """Say whether the cursor stands where the text need not be moved to the left."""
    line = text.lines[min(max(left.line, 1), len(text.lines)) - 1]
    head = MARK_CELLS + len(str(len(text.lines))) + _BETWEEN
    return 2 * head + cell_len(visible(line)[: left.column]) + TAB_CELLS < room.width


def _styles(words: Iterator[str]) -> Iterator[str]:
    """Put `on` and the colour after it together."""
    for word in words:
        yield f"on {next(words)}" if word == "on" else word
