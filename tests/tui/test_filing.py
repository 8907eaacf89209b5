from pathlib import Path

import pytest
from textual.widgets import Input

from medv_tui.reference.starter import starter
from medv_tui.tui.app import DashboardApp
from medv_tui.tui.dialogs import ClashDialog, LeaveDialog, RefusalDialog
from medv_tui.tui.file_dialogs import PathScreen, SavePathScreen
from medv_tui.tui.open_plan import OpenPlan

from .filing import at_rest, opened, type_path, words
from .plans import DAY, DOCUMENTED, NARROW, WIDE, dashboard, host, settle, shown

# Saving under another name


async def test_a_plan_can_be_saved_under_another_name(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("#", "shift+f2")
        await at_rest(pilot, SavePathScreen)
        assert app.screen.query_one(Input).value == "plan.toml"
        await type_path(pilot, tmp_path / "other.toml")
        assert (tmp_path / "other.toml").read_text() == "#" + DOCUMENTED
        assert (tmp_path / "plan.toml").read_text() == DOCUMENTED
        assert "other.toml " in shown(app).splitlines()[0]
        await pilot.press("!", "ctrl+s")
        await settle(pilot)
        assert (tmp_path / "other.toml").read_text() == "#!" + DOCUMENTED


async def test_another_plan_is_not_replaced_unasked(tmp_path: Path) -> None:
    (tmp_path / "other.toml").write_text("other")
    async with opened(tmp_path, "shift+f2") as (app, pilot):
        await type_path(pilot, tmp_path / "other.toml")
        await at_rest(pilot, ClashDialog)
        assert "other.toml is there already." in words(app)
        assert "theirs" not in words(app)
        await pilot.press("escape")
        await settle(pilot)
        assert (tmp_path / "other.toml").read_text() == "other"
        assert app.plan_screen.plan.path.name == "plan.toml"


async def test_save_as_says_where_a_new_file_goes(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("shift+f2")
        await at_rest(pilot, SavePathScreen)
        app.screen.query_one(Input).value = "new.toml"
        await pilot.pause()
        # A long path is cut wherever the row ends.
        assert f"Anewfile,{tmp_path}/new.toml." in words(app).replace(" ", "")
        app.screen.query_one(Input).value = "nowhere/new.toml"
        await pilot.pause()
        assert f"Thereisnofolder{tmp_path}/nowhere." in words(app).replace(" ", "")


async def test_the_plan_s_own_name_is_a_plain_save(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("#", "shift+f2", "enter")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert app.screen is app.plan_screen
        assert (tmp_path / "plan.toml").read_text() == "#" + DOCUMENTED


async def test_a_folder_that_is_not_there_is_said_at_once(tmp_path: Path) -> None:
    async with opened(tmp_path, "shift+f2") as (app, pilot):
        await type_path(pilot, "/none/other.toml")
        assert isinstance(app.screen, SavePathScreen)
        assert "× There is no folder /none." in words(app)


async def test_inventories_are_looked_for_where_the_plan_is_now(tmp_path: Path) -> None:
    text = DOCUMENTED + '\n[[inventories]]\nfile = "fleet.csv"\nworkspace = "example"\n'
    app = dashboard(tmp_path, text)
    there = tmp_path / "there"
    there.mkdir()
    (there / "fleet.csv").write_text("name,free_disk_gb\nPC-1,60\nPC-2,60\n")
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert "1 host " in shown(app)
        await pilot.press("shift+f2")
        await at_rest(pilot, SavePathScreen)
        await type_path(pilot, there / "plan.toml")
        assert "3 hosts " in shown(app)


# Opening another plan


async def test_another_plan_takes_the_place_of_this_one(tmp_path: Path) -> None:
    (tmp_path / "other.toml").write_text(DOCUMENTED + host("B"))
    app = dashboard(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        before = app.plan_screen
        await pilot.press("ctrl+o")
        await at_rest(pilot, PathScreen)
        await type_path(pilot, tmp_path / "other.toml")
        assert app.plan_screen is not before
        assert app.screen is app.plan_screen
        assert not before.is_running
        assert "other.toml " in shown(app)
        assert "2 hosts " in shown(app)
        await pilot.press("#", "ctrl+s")
        await settle(pilot)
    assert (tmp_path / "other.toml").read_text() == "#" + DOCUMENTED + host("B")
    assert (tmp_path / "plan.toml").read_text() == DOCUMENTED


async def test_a_plan_in_a_folder_is_found_with_three_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "inner.toml").write_text("# inner\n")
    async with opened(tmp_path, "ctrl+o") as (app, pilot):
        await pilot.press("s", "tab")
        assert app.screen.query_one(Input).value == "sub/"
        await pilot.press("enter")
        await settle(pilot)
        assert app.plan_screen.editor.text == "# inner\n"


async def test_arrows_choose_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "another.toml").write_text("# another\n")
    async with opened(tmp_path, "ctrl+o") as (app, pilot):
        assert "► another.toml" in shown(app)
        await pilot.press("down")
        assert "► plan.toml" in shown(app)
        await pilot.press("up", "enter")
        await settle(pilot)
        assert app.plan_screen.editor.text == "# another\n"


async def test_a_file_that_is_not_there_is_not_opened(tmp_path: Path) -> None:
    async with opened(tmp_path, "ctrl+o") as (app, pilot):
        await type_path(pilot, "/none.toml")
        assert isinstance(app.screen, PathScreen)
        assert "× There is no file /none.toml." in words(app)


async def test_a_file_that_is_no_text_is_refused_and_the_plan_stays(tmp_path: Path) -> None:
    (tmp_path / "odd.toml").write_bytes(b"\xff")
    async with opened(tmp_path, "ctrl+o") as (app, pilot):
        await type_path(pilot, tmp_path / "odd.toml")
        assert isinstance(app.screen, RefusalDialog)
        assert "not UTF-8" in words(app)
        await pilot.press("escape")
        assert app.plan_screen.editor.text == DOCUMENTED


@pytest.mark.parametrize("key", ["ctrl+o", "ctrl+n"])
async def test_unsaved_changes_are_asked_about_first(tmp_path: Path, key: str) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("#", key)
        await at_rest(pilot, LeaveDialog)
        assert "Save and open" in words(app)
        assert "Open without saving" in words(app)
        await pilot.press("escape")
        await settle(pilot)
        assert app.plan_screen.editor.text == "#" + DOCUMENTED
        await pilot.press(key, "s")
        await settle(pilot)
        assert (tmp_path / "plan.toml").read_text() == "#" + DOCUMENTED


async def test_a_key_that_is_held_down_asks_once(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        # A hundred dialogs on top of each other are more than can be drawn.
        await pilot.press("#", *["ctrl+q"] * 5)
        await at_rest(pilot, LeaveDialog)
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
        front: object = app.screen
        assert front is app.plan_screen


async def test_who_wants_to_quit_is_not_asked_about_opening_any_more(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("#", "ctrl+o", "ctrl+q")
        await at_rest(pilot, LeaveDialog)
        await settle(pilot)
        assert "Quit without saving" in words(app)
        await pilot.press("q")
        await pilot.pause()
    assert app.return_code == 0
    assert (tmp_path / "plan.toml").read_text() == DOCUMENTED


async def test_nothing_is_lost_where_the_choice_of_a_plan_is_closed(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("#", "ctrl+o", "o")
        await at_rest(pilot, PathScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert app.plan_screen.editor.text == "#" + DOCUMENTED


async def test_a_new_plan_begins_with_the_starter_and_asks_for_its_name(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+n")
        await settle(pilot)
        assert app.plan_screen.editor.text == starter()
        await pilot.press("ctrl+s")
        await at_rest(pilot, SavePathScreen)
        await type_path(pilot, tmp_path / "new.toml")
        assert (tmp_path / "new.toml").read_text() == starter()
        assert (tmp_path / "plan.toml").read_text() == DOCUMENTED


async def test_quitting_saves_a_new_plan_once_it_has_a_name(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+n")
        await settle(pilot)
        await pilot.press("#", "ctrl+q", "s")
        await at_rest(pilot, SavePathScreen)
        app.screen.query_one(Input).value = str(tmp_path / "new.toml")
        await pilot.press("enter")
        await pilot.pause()
    assert app.return_value == 0
    assert (tmp_path / "new.toml").read_text() == "#" + starter()


# Changes since the last save


async def test_the_headline_counts_changes_from_the_last_save(tmp_path: Path) -> None:
    app = dashboard(tmp_path, DOCUMENTED + "#\n" * 60)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        app.plan_screen.editor.move_cursor(app.plan_screen.editor.document.end)
        app.plan_screen.editor.insert(host("B", count=2))
        await settle(pilot)
        assert "● 3 ready +2     disk 30.3 GB planned +20.2 " in shown(app)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "● 3 ready     disk 30.3 GB planned     " in shown(app)
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert "● 1 ready −2     disk 10.1 GB planned −20.2 " in shown(app)


async def test_a_new_plan_has_no_changes(tmp_path: Path) -> None:
    app = DashboardApp(OpenPlan.read(tmp_path / "plan.toml"), DAY)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        app.plan_screen.editor.insert(DOCUMENTED)
        await settle(pilot)
        assert "● 1 ready     disk 10.1 GB planned     practices" in shown(app)
