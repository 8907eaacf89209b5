"""A file that changed on disk while it was being edited."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from medv_tui.tui.app import DashboardApp
from medv_tui.tui.dialogs import ClashDialog, RefusalDialog
from medv_tui.tui.file_dialogs import CompareScreen

from .filing import at_rest, opened, words
from .plans import DOCUMENTED, NARROW, dashboard, settle, shown

THEIRS = "# theirs\n" + DOCUMENTED


@asynccontextmanager
async def clash(path: Path, theirs: str = THEIRS) -> AsyncIterator[tuple[DashboardApp, Pilot[int]]]:
    """Save an edited plan that somebody else saved meanwhile."""
    async with opened(path.parent) as (app, pilot):
        path.write_bytes(theirs.encode())
        await pilot.press("#", "ctrl+s")
        await at_rest(pilot, ClashDialog)
        yield app, pilot


async def test_what_changed_on_disk_is_never_overwritten_unasked(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    async with clash(path) as (app, pilot):
        assert "plan.toml changed on disk since it was read." in words(app)
        await pilot.press("escape")
        await settle(pilot)
        assert path.read_text() == THEIRS
        assert app.plan_screen.plan.differs(app.plan_screen.editor.text)


async def test_mine_can_be_kept(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    async with clash(path) as (app, pilot):
        await pilot.press("k")
        await settle(pilot)
        assert path.read_text() == "#" + DOCUMENTED
        assert app.screen is app.plan_screen
        assert "plan.toml *" not in shown(app)


async def test_a_file_that_changes_again_is_asked_about_again(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    async with clash(path) as (_, pilot):
        path.write_text("later")
        await pilot.press("k")
        await at_rest(pilot, ClashDialog)
        assert path.read_text() == "later"


@pytest.mark.parametrize("theirs", [THEIRS, THEIRS.replace("\n", "\r\n")])
async def test_theirs_can_be_taken(tmp_path: Path, theirs: str) -> None:
    path = tmp_path / "plan.toml"
    async with clash(path, theirs) as (app, pilot):
        await pilot.press("t")
        await settle(pilot)
        assert app.plan_screen.editor.text == theirs
        assert "plan.toml *" not in shown(app)
        assert path.read_bytes() == theirs.encode()


async def test_taking_theirs_can_be_undone(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        (tmp_path / "plan.toml").write_text(THEIRS)
        await pilot.press("#", "ctrl+s")
        await at_rest(pilot, ClashDialog)
        await pilot.press("t")
        await settle(pilot)
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert app.plan_screen.editor.text == "#" + DOCUMENTED


async def test_theirs_that_is_no_text_is_not_taken(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        (tmp_path / "plan.toml").write_bytes(b"\xff")
        await pilot.press("#", "ctrl+s")
        await at_rest(pilot, ClashDialog)
        await pilot.press("t")
        await at_rest(pilot, RefusalDialog)
        assert app.plan_screen.editor.text == "#" + DOCUMENTED


async def test_both_can_be_compared_before_one_is_chosen(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        (tmp_path / "plan.toml").write_text(THEIRS)
        await pilot.press("#", "ctrl+s")
        await at_rest(pilot, ClashDialog)
        await pilot.press("c")
        await at_rest(pilot, CompareScreen)
        assert "1 − # theirs" in words(app)
        assert "1 + #[plan]" in words(app)
        await pilot.press("escape")
        await at_rest(pilot, ClashDialog)


async def test_a_file_that_is_gone_can_be_written_again(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    path = tmp_path / "plan.toml"
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        path.unlink()
        await pilot.press("#", "ctrl+s")
        await at_rest(pilot, ClashDialog)
        assert "plan.toml is no longer there." in words(app)
        await pilot.press("k")
        await settle(pilot)
        assert path.read_text() == "#" + DOCUMENTED


async def test_a_folder_that_is_gone_is_told_and_loses_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    app = dashboard(folder)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        (folder / "plan.toml").unlink()
        folder.rmdir()
        await pilot.press("#", "ctrl+s")
        await at_rest(pilot, ClashDialog)
        await pilot.press("k")
        await at_rest(pilot, RefusalDialog)
        assert "its folder does not exist" in words(app)
        assert app.plan_screen.editor.text == "#" + DOCUMENTED


async def test_a_read_only_file_is_refused_in_words(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        (tmp_path / "plan.toml").chmod(0o444)
        await pilot.press("#", "ctrl+s")
        await at_rest(pilot, RefusalDialog)
        assert "it is read-only" in words(app)
