from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from textual.strip import Strip

from medv_tui.tui.first_picture import Ink, picture
from medv_tui.tui.painted import Painted, Piece
from medv_tui.tui.pen import Cell
from medv_tui.tui.recent import PlanState, remember, whole
from medv_tui.tui.surroundings import Surroundings
from medv_tui.tui.text_lines import split
from medv_tui.tui.textual_display import Inks
from medv_tui.tui.theme_colours import CONTRAST, DARK, LIGHT, TERMINAL

from .plans import DOCUMENTED, MEDIUM, NARROW, WIDE, host
from .test_arriving import arriving

LONG = "# Grüße, 日本\t\x07 [x]\n" + DOCUMENTED + "".join(host(f"DESK-{n}") for n in range(20))


LOOKS = (
    Surroundings(theme=DARK),
    Surroundings(theme=LIGHT, colour_system="256"),
    Surroundings(theme=TERMINAL, colour_system="standard", ascii=True),
    Surroundings(theme=CONTRAST, italic=False),
    Surroundings(plain=True),
)


def where(line: int, column: int) -> PlanState:
    return PlanState("", line=line, column=column)


def drawn(strips: Iterable[Strip], around: Surroundings) -> Iterator[Piece]:
    inks = Inks(around.inks, around.italic)
    return (Piece(0, y, inks.cells(strip)) for y, strip in enumerate(strips))


def cells(pieces: Iterable[Piece], size: tuple[int, int], *, but: int) -> list[list[Cell]]:
    """Give what stands on a screen, without one column."""
    rows = Painted().change(pieces, size).rows
    return [[*row[:but], *row[but + 1 :]] for _, row in sorted(rows.items())]


@pytest.mark.parametrize(
    ("text", "left", "size", "around"),
    [
        (DOCUMENTED, where(1, 1), WIDE, LOOKS[0]),
        (LONG, where(100, 9), WIDE, LOOKS[1]),
        (LONG, where(1, 12), (147, 40), LOOKS[2]),
        (DOCUMENTED, where(99, 99), MEDIUM, LOOKS[3]),
        (LONG.replace("\n", "\r\n"), where(60, 2), (100, 30), LOOKS[4]),
        (LONG, where(23, 3), NARROW, LOOKS[0]),
        (LONG, where(12, 1), (39, 12), LOOKS[3]),
        ("", where(1, 1), MEDIUM, LOOKS[2]),
    ],
)
async def test_the_first_picture_is_what_textual_draws_but_for_the_scrollbar(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    text: str,
    left: PlanState,
    size: tuple[int, int],
    around: Surroundings,
) -> None:
    plan = tmp_path / "plan.toml"
    plan.write_bytes(text.encode())
    around = replace(around, state_folder=tmp_path / "state")
    remember(around.state_folder, lambda state: state.with_plan(left._replace(path=whole(plan))))
    ink = Ink(around.first_theme(""), around)
    early = picture("plan.toml", split(text), left, size, ink)
    async with arriving(plan, around, monkeypatch, size) as at:
        bar = at.screen.editor.scrollable_content_region.right
        strips = at.app.screen._compositor.render_strips(at.app.size)
        assert cells(early, size, but=bar) == cells(drawn(strips, around), size, but=bar)
        await at.arrive()


def test_nothing_is_drawn_where_the_text_would_have_to_move() -> None:
    text = split("#" * 200)
    ink = Ink(DARK, Surroundings())
    assert not list(picture("plan.toml", text, where(1, 150), WIDE, ink))
    assert not list(picture("plan.toml", text, where(1, 1), (19, 4), ink))
    assert list(picture("plan.toml", text, where(1, 20), WIDE, ink))
