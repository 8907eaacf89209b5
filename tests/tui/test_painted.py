import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyte.screens import Char
from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip

from medv_tui.tui.painted import Painted, Piece
from medv_tui.tui.pen import Pen
from medv_tui.tui.textual_display import Inks

SIZE = Size(12, 4)
RICH, FEW = Inks(ColorSystem.TRUECOLOR), Inks(ColorSystem.STANDARD)
CONSOLE = Console(force_terminal=True, color_system="truecolor")
LOOKS = ("", "bold", "underline", "reverse", "strike", "italic bold")
COLOURS = ("", "#14171c", "#5fd7bd", "red", "bright_black", "default")
NARROW = ("a", "ab ", "   ", "─×●", "é")
WIDE = ("日本", "e\N{COMBINING ACUTE ACCENT}")


class Drawn(NamedTuple):
    """A row of cells as Textual draws it."""

    x: int
    y: int
    strip: Strip


styles = st.builds(
    lambda look, text, ground: Style.parse(f"{look} {text}{' on ' * bool(ground)}{ground}"),
    *map(st.sampled_from, (LOOKS, COLOURS, COLOURS)),
)
rows = st.integers(0, SIZE.height - 1)


def strips(words: Sequence[str]) -> st.SearchStrategy[Strip]:
    segments = st.tuples(st.sampled_from(words), styles).map(lambda both: Segment(*both))
    return st.lists(segments, max_size=4).map(Strip)


anywhere = st.builds(
    lambda x, y, strip: Drawn(x, y, strip.crop(0, SIZE.width - x)),
    st.sampled_from((0, 5)),
    rows,
    strips(NARROW),
)
whole = st.builds(
    lambda y, strip: Drawn(0, y, strip.adjust_cell_length(SIZE.width)),
    rows,
    strips((*NARROW, *WIDE)),
)
updates = st.one_of(
    *(st.lists(st.lists(each, max_size=3), max_size=4) for each in (anywhere, whole))
)
pens = st.builds(
    Pen,
    st.sets(st.sampled_from("123479")).map(lambda codes: tuple(sorted(codes))),
    st.sampled_from(("", "31", "38;5;9", "38;2;1;2;3")),
    st.sampled_from(("", "41", "48;5;9", "48;2;1;2;3")),
)


def pieces(drawn: Iterable[Drawn], inks: Inks = RICH) -> list[Piece]:
    return [Piece(x, y, inks.cells(strip)) for x, y, strip in drawn]


def said(painted: Painted, *drawn: Drawn, inks: Inks = RICH, size: Size = SIZE) -> str:
    return painted.paint(painted.change(pieces(drawn, inks), size))


def piece(text: str, style: str = "", x: int = 0, y: int = 0) -> Drawn:
    return Drawn(x, y, Strip([Segment(text, Style.parse(style))]))


def as_textual_sends(drawn: Iterable[Drawn]) -> str:
    return "".join(f"\x1b[{y + 1};{x + 1}H{strip.render(CONSOLE)}" for x, y, strip in drawn)


def look(cell: Char) -> Char:
    """Give what is seen of a cell; of a blank that is its ground, unless it has a line or so."""
    if cell.data == " " and not (cell.underscore or cell.strikethrough or cell.reverse):
        return Char(" ", bg=cell.bg)
    return cell


def seen(screen: pyte.Screen) -> list[list[Char]]:
    rows, columns = range(SIZE.height), range(SIZE.width)
    return [[look(screen.buffer[y][x]) for x in columns] for y in rows]


@settings(max_examples=50)
@given(updates)
def test_the_screen_shows_what_textual_itself_would_have_sent(several: list[list[Drawn]]) -> None:
    painted, ours, theirs = Painted(), pyte.Screen(*SIZE), pyte.Screen(*SIZE)
    for drawn in several:
        pyte.Stream(ours).feed(said(painted, *drawn))
        pyte.Stream(theirs).feed("\x1b[?7l" + as_textual_sends(drawn))
        assert seen(ours) == seen(theirs)


def with_codes(pen: Pen, sent: str) -> Pen:
    """Give a pen after SGR codes, as ECMA-48 has them."""
    ends = {"22": "12", "23": "3", "24": "4", "27": "7", "29": "9"}
    attributes, text, ground = set(pen.attributes), pen.text, pen.ground
    for code in re.findall(r"[34]8;5;\d+|[34]8;2;\d+;\d+;\d+|\d+|(?<=\[)(?=m)", sent):
        if code in ends:
            attributes -= set(ends[code])
        elif not code:
            attributes, text, ground = set(), "", ""
        elif code in "123479":
            attributes.add(code)
        elif code.startswith("3"):
            text = "" if code == "39" else code
        else:
            ground = "" if code == "49" else code
    return Pen(tuple(sorted(attributes)), text, ground)


@given(pens, pens)
def test_a_pen_becomes_any_other_one(one: Pen, other: Pen) -> None:
    assert with_codes(one, one.change_to(other)) == other


def test_half_of_a_wide_character_that_is_overwritten_is_blank() -> None:
    painted = Painted()
    said(painted, piece("日本日"))
    assert " a本日" in said(painted, piece("a", x=1))


def test_only_the_cells_that_changed_are_sent() -> None:
    painted = Painted()
    said(painted, piece("vhd_gb = 10.1"[:12]))
    assert said(painted, piece("vhd_gb = 20.1"[:12])) == "\x1b[1;10H2"


def test_what_is_shown_already_is_not_sent_again() -> None:
    painted = Painted()
    said(painted, piece("ready", "green"))
    assert not painted.change(pieces([piece("ready", "green")]), SIZE)


def test_a_colour_is_sent_once_for_neighbours_and_for_the_blanks_between() -> None:
    drawn = Drawn(
        0, 1, Strip([Segment("× ", Style.parse("red")), Segment("3", Style.parse("red"))])
    )
    assert said(Painted(), drawn, inks=FEW) == "\x1b[m\x1b[2J\x1b[2;1H\x1b[31m× 3\x1b[m"


def test_of_the_pen_only_what_differs_is_sent() -> None:
    painted = Painted()
    said(painted)
    drawn = [Segment("a", Style.parse("bold red")), Segment("b", Style.parse("red on blue"))]
    assert "\x1b[1;31ma\x1b[22;44mb\x1b[m" in said(painted, Drawn(0, 0, Strip(drawn)), inks=FEW)


def test_a_row_with_a_character_of_doubtful_width_is_sent_whole() -> None:
    painted = Painted()
    said(painted, piece("日本 seat 1"))
    assert "日本 seat 2" in said(painted, piece("日本 seat 2"))


@pytest.mark.parametrize("size", [SIZE, Size(20, 2)])
def test_a_screen_that_was_forgotten_or_resized_is_cleared_and_painted_anew(size: Size) -> None:
    painted = Painted()
    said(painted, piece("ready"))
    if size == SIZE:
        painted.forget()
    assert said(painted, piece("ready"), size=size) == "\x1b[m\x1b[2J\x1b[1;1Hready"


def test_what_lies_beyond_a_screen_that_has_shrunk_is_left_out() -> None:
    drawn = [piece("too wide"), piece("too low", y=3)]
    assert "too w" in said(Painted(), *drawn, size=Size(5, 3))
    assert "too l" not in said(Painted(), *drawn, size=Size(5, 3))


def test_without_colours_none_is_sent() -> None:
    sent = said(
        Painted(),
        piece("a", "bold red on #102030"),
        piece("b", "grey50", y=1),
        inks=Inks(None),
    )
    assert re.findall(r"\x1b\[([\d;]*)m", sent) == ["", "1", ""]


def test_a_terminal_that_shows_italics_as_something_else_gets_none() -> None:
    assert "\x1b[3m" in said(Painted(), piece("a", "italic"), inks=FEW)
    assert "\x1b[3m" not in said(Painted(), piece("a", "italic"), inks=FEW._replace(italic=False))


@pytest.mark.parametrize("hidden", ["\x1b]52;c;eA==\x07", "\x9b2J", "\u202e", "\u200b", "\ud800"])
def test_nothing_that_drives_a_terminal_or_hides_passes(hidden: str) -> None:
    sent = said(Painted(), piece(f"a{hidden}b"))
    rest = sent.removeprefix("\x1b[m\x1b[2J\x1b[1;1H")
    assert rest.isprintable()
    assert rest[0] + rest[-1] == "ab"
