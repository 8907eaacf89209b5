from pathlib import Path

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from medv_tui.tui.app import DashboardApp
from medv_tui.tui.filters import AsciiOnly, OwnColours, SolidBars
from medv_tui.tui.open_plan import OpenPlan
from medv_tui.tui.surroundings import Surroundings

from .plans import DAY, DOCUMENTED, MEDIUM, NARROW, WIDE, host, settle, shown

GROUND = Color.parse("black")
FLEET = DOCUMENTED + "".join(
    [
        host("SHORT", free_disk_gb=9),
        host("WEAK", ram_mb=1024, count=3),
        host("UNSAID").replace("free_disk_gb = 60\n", ""),
        "\n[infrastructure]\nprint_server = flase\n",
    ]
)


def drawn(text: str, style: str = "") -> Segment:
    return Segment(text, Style.parse(style) if style else None)


def styled(style: str, *, plain: bool = False) -> Style:
    (segment,) = OwnColours(plain=plain).apply([drawn("x", style)], GROUND)
    assert segment.style is not None
    return segment.style


@pytest.mark.parametrize(
    ("symbols", "letters"),
    [
        ("● ▲ × □ ~ · ◆ ?", "+ ! x o ~ . * ?"),
        ("╭─┬╮", "+-++"),
        ("│├┼┤", "|++|"),
        ("╰━┴╯", "+=++"),
        ("► ▼ … −", "> v > -"),
        ("█▓▒░─", "#=:.-"),
        ("▁▂▃▄▅▆▇█", "___#####"),
        ("␛[0m �", "?[0m ?"),
        ("Zürich", "Zürich"),
    ],
)
def test_symbols_become_letters_of_the_same_width(symbols: str, letters: str) -> None:
    (segment,) = AsciiOnly().apply([drawn(symbols)], GROUND)
    assert segment.text == letters
    assert segment.cell_length == drawn(symbols).cell_length


def test_the_end_of_a_scroll_bar_is_blank() -> None:
    end = Segment("▃", Style.from_meta({"@mouse.down": "grab"}))
    assert AsciiOnly().apply([end], GROUND)[0].text == " "


def test_bars_are_solid_where_colours_tell_them_apart() -> None:
    assert SolidBars().apply([drawn("█▓▒░")], GROUND)[0].text == "████"


def test_grey_becomes_dim() -> None:
    style = styled("bright_black")
    assert style.dim
    assert style.color is not None
    assert style.color.is_default


def test_the_theme_s_own_grey_which_has_another_name_becomes_dim_too() -> None:
    grey = Style(color=Color.parse("ansi_bright_black").rich_color)
    (segment,) = OwnColours(plain=False).apply([Segment("x", grey)], GROUND)
    assert segment.style is not None
    assert segment.style.dim


def test_a_ground_becomes_reversed_without_colours() -> None:
    style = styled("bold red on bright_black")
    assert style.reverse
    assert style.bold
    assert style.color is not None
    assert style.color.is_default
    assert style.bgcolor is not None
    assert style.bgcolor.is_default


def test_cursor_and_selection_differ_from_a_reversed_row() -> None:
    row, cursor, selected = (styled(f"default on {c}") for c in ("bright_black", "cyan", "white"))
    assert not cursor.reverse
    assert selected.reverse
    assert selected.underline
    assert not row.underline


def test_colour_on_the_terminal_s_own_ground_stays() -> None:
    assert styled("green on default") == Style.parse("green on default")


def test_on_a_light_ground_pale_colours_are_left_out_and_attention_is_bold() -> None:
    own = OwnColours(plain=False, light=True)
    drawn_so = {
        name: own.apply([drawn("x", name)], GROUND)[0].style
        for name in ("green", "cyan", "yellow", "bright_red")
    }
    assert [str(style) for style in drawn_so.values()] == [
        "default",
        "default",
        "bold default",
        "bright_red",
    ]


def test_without_colours_bold_and_underlined_stay() -> None:
    style = styled("bold underline bright_red on default", plain=True)
    assert style.bold
    assert style.underline
    assert style.color is not None
    assert style.color.is_default


def opened(folder: Path, around: Surroundings) -> DashboardApp:
    path = folder / "plan.toml"
    path.write_text(FLEET)
    return DashboardApp(OpenPlan.read(path), DAY, around)


@pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW])
@pytest.mark.parametrize("key", ["", "f1", "f7", "ctrl+p", "ctrl+o", "f6"])
async def test_ascii_only_draws_nothing_else(
    tmp_path: Path, size: tuple[int, int], key: str
) -> None:
    app = opened(tmp_path, Surroundings(ascii=True))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        if key:
            await pilot.press(key)
            await pilot.pause()
        assert [c for c in shown(app) if not c.isascii()] == []


async def styles(app: DashboardApp, *keys: str) -> list[Style]:
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press(*keys)
        await settle(pilot)
        strips = app.screen._compositor.render_strips(app.size)
        return [segment.style for strip in strips for segment in strip if segment.style]


async def test_the_terminal_s_own_theme_uses_no_other_colour(tmp_path: Path) -> None:
    app = opened(tmp_path, Surroundings(theme="medv-terminal"))
    for style in await styles(app, "f6", "f6", "down"):
        for colour in (style.color, style.bgcolor):
            assert colour is None or colour.is_default or (colour.number or 0) < 16
        assert style.bgcolor is None or style.bgcolor.is_default


async def test_without_colours_no_colour_is_drawn(tmp_path: Path) -> None:
    app = opened(tmp_path, Surroundings(plain=True))
    for style in await styles(app, "f6", "f6", "down"):
        assert style.color is None or style.color.is_default
        assert style.bgcolor is None or style.bgcolor.is_default


async def test_a_selected_row_is_seen_without_colours(tmp_path: Path) -> None:
    app = opened(tmp_path, Surroundings(plain=True))
    assert any(style.reverse for style in await styles(app))
