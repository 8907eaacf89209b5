from collections.abc import Mapping
from dataclasses import replace

import pytest

from medv_tui.tui.line import Part, plain, width
from medv_tui.tui.panes.drawing import Drawing, draw, legend
from medv_tui.tui.panes.drawing_boxes import Box, Entry, boxes
from medv_tui.tui.panes.drawing_canvas import Canvas, marked
from medv_tui.tui.present import status_mark

from .plans import DOCUMENTED, host
from .test_headline import review_of

FLEET = DOCUMENTED + host("WEAK", ram_mb=1024) + host("SHORT", free_disk_gb=3)
TITLES = ("Administrator", "MED-V host", "MED-V guest")
SIZES = [
    *((columns, rows) for columns in (58, 60, 76, 120) for rows in (18, 22, 23, 27, 40)),
    *((columns, rows) for columns in (40, 46, 57) for rows in (16, 19, 24, 40)),
]


def known(text: str = FLEET) -> Mapping[str, Box]:
    return boxes(review_of(text))


def drawing(columns: int, rows: int, text: str = FLEET) -> Drawing:
    drawn = draw(known(text), columns, rows)
    assert drawn is not None
    return drawn


def texts(columns: int, rows: int, text: str = FLEET) -> list[str]:
    return [plain(line) for line in drawing(columns, rows, text).lines]


def at(rows: list[str], x: int, y: int) -> str:
    return rows[y][x] if x < len(rows[y]) else " "


# The canvas


def test_a_frame_has_round_corners_and_a_title_on_its_border() -> None:
    canvas = Canvas(16, 3)
    canvas.frame(0, 0, 16, 3)
    canvas.caption(0, 0, 16, (Part("Box"),), "XP")
    assert [plain(line) for line in canvas.lines()] == [
        "╭─ Box ─── XP ─╮",
        "│              │",
        "╰──────────────╯",
    ]


def test_a_word_that_does_not_fit_beside_a_title_is_left_out() -> None:
    canvas = Canvas(14, 2)
    canvas.frame(0, 0, 14, 2)
    canvas.caption(0, 0, 14, (Part("Title"),), "aside")
    assert plain(canvas.lines()[0]) == "╭─ Title ────╮"


def test_an_arrow_starts_at_a_border_and_crosses_others() -> None:
    canvas = Canvas(12, 3)
    canvas.frame(0, 0, 3, 3)
    canvas.frame(6, 0, 6, 3)
    canvas.arrow_right(2, 1, 9)
    assert plain(canvas.lines()[1]) == "│ ├───┼──► │"


def test_an_arrow_down_has_its_label_beside_the_tip() -> None:
    canvas = Canvas(12, 4)
    canvas.frame(0, 0, 5, 2)
    canvas.arrow_down(2, 1, 3, "package")
    assert [plain(line) for line in canvas.lines()[1:]] == ["╰─┬─╯", "  │", "  ▼ package"]


def test_what_lies_outside_of_the_canvas_is_lost() -> None:
    canvas = Canvas(3, 1)
    canvas.words(1, 0, (Part("long"),))
    canvas.words(0, 5, (Part("below"),))
    assert [plain(line) for line in canvas.lines()] == [" lo"]


def test_wide_characters_take_two_cells() -> None:
    canvas = Canvas(6, 1)
    canvas.words(0, 0, (Part("日x"),))
    canvas.words(3, 0, (Part("y"),))
    assert plain(canvas.lines()[0]) == "日xy"


def test_a_mark_is_put_over_some_cells_of_a_row() -> None:
    line = (Part("ab", "$line"), Part("cd"))
    assert marked(line, 1, 2, "bold") == (
        Part("a", "$line"),
        Part("b", "$line bold"),
        Part("c", "bold"),
        Part("d"),
    )


# The forms


@pytest.mark.parametrize("size", SIZES)
def test_every_form_fits_and_shows_the_three_main_boxes(size: tuple[int, int]) -> None:
    drawn = drawing(*size)
    assert len(drawn.lines) <= size[1]
    assert all(width(line) <= size[0] for line in drawn.lines)
    text = "\n".join(plain(line) for line in drawn.lines)
    for title in TITLES:
        assert title[:10] in text


@pytest.mark.parametrize("size", [(39, 40), (40, 15), (58, 17), (0, 0)])
def test_without_room_there_is_no_drawing(size: tuple[int, int]) -> None:
    assert draw(known(), *size) is None


def test_with_room_each_source_has_a_box_with_the_label_above_its_arrow() -> None:
    rows = texts(58, 23)
    for title, label in (
        ("ESD", "deploys"),
        ("Group Policy", "policy"),
        ("Directory", "joins"),
        ("Printing", "prints"),
    ):
        row = next(y for y, text in enumerate(rows) if title in text and "╭" in text)
        assert label in rows[row]
        assert "├" in rows[row + 1]
        assert "►" in rows[row + 1]


def test_with_less_room_the_services_share_a_box_and_labels_stand_in_the_arrows() -> None:
    rows = texts(58, 22)
    assert any("Services" in row for row in rows)
    assert any("├─deploys──►│" in row for row in rows)
    assert any("├─joins─────┼─┼►│" in row for row in rows)


def test_a_narrow_pane_has_the_host_below_the_sources() -> None:
    rows = texts(46, 24)
    sources = next(y for y, row in enumerate(rows) if "Administrator" in row)
    assert "Services" in rows[sources]
    arrows = next(y for y, row in enumerate(rows) if "▼ package" in row)
    assert "▼ deploys, policy" in rows[arrows]
    assert sources < arrows < next(y for y, row in enumerate(rows) if "MED-V host" in row)


@pytest.mark.parametrize("size", [size for size in SIZES if size[0] >= 58])
def test_arrows_end_at_the_border_of_the_box_they_act_on(size: tuple[int, int]) -> None:
    rows = texts(*size)
    tips = [(row.index("►"), y) for y, row in enumerate(rows) if "►" in row]
    assert len(tips) == 4
    guest = next(y for y, row in enumerate(rows) if "MED-V guest" in row)
    for place, (x, y) in enumerate(tips):
        assert at(rows, x + 1, y) == "│"
        crossed = rows[y].count("┼")
        assert crossed == (0 if place < 2 else 2)
        assert place < 2 or y > guest


@pytest.mark.parametrize("size", SIZES)
def test_every_border_is_closed(size: tuple[int, int]) -> None:
    rows = texts(*size)
    joins = {"right": "─╮╯┬►┼", "down": "│╰╯├┼┤"}
    for y, row in enumerate(rows):
        for x, character in enumerate(row):
            if character in "╭":
                assert at(rows, x + 1, y) in joins["right"]
                assert at(rows, x, y + 1) in joins["down"]
            if character == "╮":
                assert at(rows, x, y + 1) in joins["down"]


def test_boxes_stand_in_each_other() -> None:
    rows = texts(60, 27)
    edges = []
    for title in ("MED-V host", "Windows Virtual PC", "MED-V guest"):
        y = next(y for y, row in enumerate(rows) if title in row)
        start = rows[y].rindex("╭", 0, rows[y].index(title))
        end = next(y2 for y2 in range(y + 1, len(rows)) if at(rows, start, y2) == "╰")
        edges.append((start, y, end))
    assert edges == sorted(edges)
    assert [end for _, _, end in edges] == sorted((end for _, _, end in edges), reverse=True)


def test_the_legend_says_what_the_symbols_mean() -> None:
    assert plain(legend(60)) == "● met   ▲ should   × must   □ open   ? unknown   · optional"
    assert plain(legend(40)) == "● met  ▲ should  × must  □ open"
    assert texts(60, 27)[-1] == plain(legend(60))


def test_borders_are_never_coloured() -> None:
    for line in drawing(60, 27).lines:
        for part in line:
            if set(part.text) & set("╭╮╰╯│├┼►"):
                assert part.look == "$line"


# What stands in the boxes


def entry(status: str, name: str, note: str = "") -> Entry:
    return Entry(status_mark(status), name, note, name)


def with_guest(*entries: Entry) -> Mapping[str, Box]:
    found = known()
    return {**found, "guest": replace(found["guest"], entries=entries)}


def test_what_is_fine_is_folded_where_rows_run_out() -> None:
    entries = [entry("failing", "Wrong")] + [entry("met", f"Fine {n}") for n in range(30)]
    drawn = draw(with_guest(*entries), 60, 23)
    assert drawn is not None
    text = "\n".join(plain(line) for line in drawn.lines)
    assert "× Wrong" in text
    assert "more met" in text


def test_a_long_name_gives_way_to_what_is_wrong() -> None:
    drawn = draw(with_guest(entry("failing", "A very long name of something", "4 short")), 58, 23)
    assert drawn is not None
    assert any("…  4 short" in plain(line) for line in drawn.lines)


def test_a_note_that_the_symbol_says_too_gives_way_to_the_name() -> None:
    drawn = draw(with_guest(entry("unknown", "Remote Desktop", "unknown")), 58, 23)
    assert drawn is not None
    assert any("? Remote Desktop " in plain(line) for line in drawn.lines)


def test_hostile_text_does_not_break_the_boxes() -> None:
    hostile = """
[infrastructure]
esd = "\\u001b[31m[red]日本\\u202e"
directory_domain = "日本語日本語日本語"
"""
    drawn = drawing(60, 27, FLEET + hostile)
    ends = {width(line) for line in drawn.lines[:-2] if "│" in plain(line)[-1:]}
    assert ends == {60}
    assert not any("\x1b" in plain(line) for line in drawn.lines)


@pytest.mark.parametrize("size", SIZES)
def test_every_spot_covers_the_words_of_its_choice(size: tuple[int, int]) -> None:
    drawn = drawing(*size)
    rows = [plain(line) for line in drawn.lines]
    assert {spot.box for spot in drawn.spots} >= {"administrator", "host", "engine", "guest"}
    for spot in drawn.spots:
        assert rows[spot.y][spot.x : spot.x + spot.columns].strip()[:1] in "×▲?□~●·"
