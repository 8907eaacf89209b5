"""The dashboard with a question about files in front."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input

from medv_tui.tui.app import DashboardApp

from .plans import NARROW, dashboard, settle, shown


@asynccontextmanager
async def opened(
    folder: Path, *keys: str, size: tuple[int, int] = NARROW
) -> AsyncIterator[tuple[DashboardApp, Pilot[int]]]:
    """Open the dashboard on the documented plan, and press some keys."""
    app = dashboard(folder)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press(*keys)
        await settle(pilot)
        yield app, pilot


async def at_rest(pilot: Pilot[int], screen: type[Screen[Any]]) -> None:
    """Wait until a screen is in front."""
    await settle(pilot)
    assert isinstance(pilot.app.screen, screen)


async def type_path(pilot: Pilot[int], path: Path | str) -> None:
    pilot.app.screen.query_one(Input).value = str(path)
    await pilot.press("enter")
    await settle(pilot)


def words(app: DashboardApp) -> str:
    return " ".join(shown(app).replace("│", " ").split())
