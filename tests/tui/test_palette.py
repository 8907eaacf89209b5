from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from rich.style import Style
from textual.command import CommandInput, CommandList
from textual.events import Click
from textual.pilot import Pilot
from textual.widgets import Input

from medv_tui.tui.app import DashboardApp
from medv_tui.tui.dialogs import RefusalDialog
from medv_tui.tui.palette import Palette

from .plans import NARROW, dashboard, settle


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[tuple[DashboardApp, Pilot[int]]]:
    """Open the dashboard with the palette in front."""
    app = dashboard(folder)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p")
        await settle(pilot)
        assert isinstance(app.screen, Palette)
        yield app, pilot


async def test_a_palette_that_is_told_to_close_twice_closes_nothing_else(tmp_path: Path) -> None:
    async with opened(tmp_path) as (app, pilot):
        below = app.plan_screen
        palette = app.screen
        assert isinstance(palette, Palette)
        palette.dismiss()
        palette.dismiss()
        await settle(pilot)
        assert app.screen is below


async def test_a_double_click_beside_the_palette_closes_it_alone(tmp_path: Path) -> None:
    async with opened(tmp_path) as (app, pilot):
        below = app.plan_screen
        await pilot.click(offset=(0, 23), times=2)
        await settle(pilot)
        assert app.screen is below


async def test_a_page_key_before_the_list_is_laid_out_does_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(tmp_path) as (app, pilot):
        assert app.screen.query_one(CommandList).highlighted is not None
        monkeypatch.setattr(CommandList, "_index_to_line", {})
        await pilot.press("pagedown", "pageup")
        await settle(pilot)
        assert isinstance(app.screen, Palette)


async def test_a_palette_that_is_closed_before_it_is_there_can_be_opened_again(
    tmp_path: Path,
) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        app.action_command_palette()
        app.screen.dismiss()
        app.action_command_palette()
        await settle(pilot)
        assert isinstance(app.screen, Palette)


async def test_what_was_entered_before_the_palette_closed_is_dropped(tmp_path: Path) -> None:
    async with opened(tmp_path) as (app, pilot):
        palette = app.screen
        entered = Input.Submitted(palette.query_one(CommandInput), "fix")
        # As a palette is while it closes: behind another screen, and some of it gone.
        above = RefusalDialog("")
        app.push_screen(above)
        await palette.query_one(CommandList).remove()
        palette.post_message(entered)
        await settle(pilot)
        assert app.screen is above


async def test_a_click_on_a_command_that_is_no_longer_listed_does_nothing(tmp_path: Path) -> None:
    async with opened(tmp_path) as (app, pilot):
        commands = app.screen.query_one(CommandList)
        last, at = Style(meta={"option": commands.option_count}), commands.region
        commands.post_message(Click(commands, 1, 1, 0, 0, 1, False, False, False, at.x, at.y, last))
        await settle(pilot)
        assert isinstance(app.screen, Palette)


async def test_a_click_beyond_the_window_does_nothing(tmp_path: Path) -> None:
    async with opened(tmp_path) as (app, pilot):
        palette, x, y = app.screen, *NARROW
        palette.post_message(Click(palette, x, y, 0, 0, 1, False, False, False, x, y))
        await settle(pilot)
        assert app.screen is palette


async def test_the_palette_can_be_drawn_in_any_window(tmp_path: Path) -> None:
    async with opened(tmp_path) as (app, pilot):
        for columns in range(12, 0, -1):
            await pilot.resize_terminal(columns, 10)
        assert isinstance(app.screen, Palette)


async def test_a_key_for_the_list_of_a_palette_that_is_gone_does_nothing(tmp_path: Path) -> None:
    async with opened(tmp_path) as (app, pilot):
        await app.screen.query_one(CommandList).remove()
        await pilot.press("pagedown", "down")
        await settle(pilot)
        assert isinstance(app.screen, Palette)
