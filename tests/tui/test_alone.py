from pathlib import Path

import pytest
from textual.command import CommandPalette

from medv_tui.tui.keys import active_keys, key_name
from medv_tui.tui.place_names import NAMES, PLAN

from .plans import MEDIUM, NARROW, WIDE, dashboard, settle, shown

SIZES = [WIDE, MEDIUM, NARROW]


@pytest.mark.parametrize("size", SIZES)
async def test_z_shows_a_pane_alone_and_brings_the_others_back(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("escape", "3")
        await settle(pilot)
        before, places = shown(app), app.plan_screen.query(".place")
        for key in ("z", "escape"):
            await pilot.press("z")
            await settle(pilot)
            assert [place.id for place in places if place.display] == ["place-3"]
            assert "alone, z or Esc shows all" in shown(app)
            pane = app.plan_screen.query_one("#hosts")
            assert pane.size.width > size[0] - 5
            assert pane.size.height > size[1] - 7
            await pilot.press(key)
            await settle(pilot)
            assert shown(app) == before


@pytest.mark.parametrize("size", SIZES)
async def test_the_editor_is_shown_alone_from_the_palette(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = dashboard(tmp_path, "")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        before = shown(app)
        commands = {command.title: command for command in app.get_system_commands(app.screen)}
        commands["Maximise"].callback()
        await settle(pilot)
        assert "alone, Esc shows all" in shown(app)
        assert app.plan_screen.editor.size.width > size[0] - 5
        await pilot.press("escape")
        await settle(pilot)
        assert shown(app) == before
        assert app.focused is app.plan_screen.editor


async def test_the_next_pane_is_alone_too(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("escape", "z", "f6")
        await settle(pilot)
        places = app.plan_screen.query(".place")
        assert [place.id for place in places if place.display] == ["place-3"]


async def test_escape_drops_a_filter_before_it_brings_the_others_back(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("escape", "3", "z", "slash", "z", "enter", "escape")
        assert app.plan_screen.bench.arrangement.is_alone
        await pilot.press("escape")
        assert not app.plan_screen.bench.arrangement.is_alone


@pytest.mark.parametrize("size", SIZES)
async def test_escape_leads_from_the_text_to_the_pane_beside_and_1_back(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = dashboard(tmp_path, "")
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for number in range(2, len(NAMES) + 1):
            await pilot.press("escape", str(number))
            assert app.plan_screen.chosen == number
            await pilot.press("1")
            assert app.plan_screen.chosen == PLAN
            await pilot.press("escape")
            assert app.plan_screen.chosen == number
            await pilot.press("1")
        assert app.plan_screen.editor.text == ""


async def test_escape_in_a_terminal_without_room_for_panes_stays_in_the_text(
    tmp_path: Path,
) -> None:
    app = dashboard(tmp_path, "")
    async with app.run_test(size=(38, 9)) as pilot:
        await settle(pilot)
        await pilot.press("escape", "x")
        assert app.plan_screen.editor.text == "x"


async def test_a_colon_opens_the_palette_beside_the_editor_and_is_a_letter_in_it(
    tmp_path: Path,
) -> None:
    app = dashboard(tmp_path, "")
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("colon")
        assert app.plan_screen.editor.text == ":"
        await pilot.press("escape", "colon")
        assert isinstance(app.screen, CommandPalette)


async def test_the_palette_names_each_command_once_and_every_key_that_can_be_lost(
    tmp_path: Path,
) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        commands = list(app.get_system_commands(app.screen))
        titles = [command.title for command in commands]
        assert len(titles) == len(set(titles))
        said = " ".join(command.help for command in commands).replace(",", " ").replace(")", " ")
        screen = app.plan_screen
        named = {*said.replace("(", " ").split()}
        for key in active_keys(screen):
            if key.owner is screen and any("ctrl+" in k or k[:1] == "f" for k in key.keys):
                is_palette = key.meaning == "commands"
                assert is_palette or {key_name(k) for k in key.keys} & named, key.meaning
