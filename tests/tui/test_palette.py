from pathlib import Path

import pytest
from textual.command import CommandList

from medv_tui.tui.palette import Palette

from .plans import NARROW, dashboard, settle


async def test_a_palette_that_is_told_to_close_twice_closes_nothing_else(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        below = app.screen
        await pilot.press("ctrl+p")
        await settle(pilot)
        palette = app.screen
        assert isinstance(palette, Palette)
        palette.dismiss()
        palette.dismiss()
        await settle(pilot)
        assert app.screen is below


async def test_a_double_click_beside_the_palette_closes_it_alone(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        below = app.screen
        await pilot.press("ctrl+p")
        await settle(pilot)
        await pilot.click(offset=(0, 23), times=2)
        await settle(pilot)
        assert app.screen is below


async def test_a_page_key_before_the_list_is_laid_out_does_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p")
        await settle(pilot)
        assert app.screen.query_one(CommandList).highlighted is not None
        monkeypatch.setattr(CommandList, "_index_to_line", {})
        await pilot.press("pagedown", "pageup")
        await settle(pilot)
        assert isinstance(app.screen, Palette)
