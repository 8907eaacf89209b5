from pathlib import Path

import pytest
from textual.command import CommandPalette

from medv_tui.tui.dialogs import KeysDialog, LeaveDialog
from medv_tui.tui.keys import active_keys, key_name

from .plans import DOCUMENTED, MEDIUM, NARROW, WIDE, dashboard, settle, shown

FOOTER = " ^S save   F4 fix   F6 next pane   ^P commands   F1 help"


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("ctrl+s", "^S"),
        ("ctrl+left", "^Left"),
        ("shift+f6", "Shift+F6"),
        ("ctrl+shift+k", "^Shift+K"),
        ("alt+delete", "Alt+Delete"),
        ("question_mark", "?"),
        ("pagedown", "PgDn"),
        ("3", "3"),
        ("f1", "F1"),
    ],
)
def test_a_key_is_written_as_on_a_keyboard(key: str, name: str) -> None:
    assert key_name(key) == name


@pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW])
async def test_the_footer_shows_five_keys_that_fit(tmp_path: Path, size: tuple[int, int]) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert shown(app).splitlines()[-1].rstrip() == FOOTER


async def test_a_footer_without_room_leaves_keys_out_whole(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=(50, 24)) as pilot:
        await settle(pilot)
        assert (
            shown(app).splitlines()[-1].rstrip() == " ^S save   F4 fix   F6 next pane   ^P commands"
        )


@pytest.mark.parametrize("key", ["f1", "question_mark"])
async def test_help_lists_the_keys_that_work_where_the_focus_is(tmp_path: Path, key: str) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("f6", "f6", key)
        await pilot.pause()
        assert isinstance(app.screen, KeysDialog)
        text = shown(app)
        assert "Everywhere" in text
        assert "Hosts" in text
        assert "Next row" in text
        assert "Delete" not in text
        await pilot.press("escape")
        assert len(app.screen_stack) == 1


async def test_help_in_the_editor_lists_its_keys(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("f1")
        await pilot.pause()
        assert "^Z" in shown(app)
        assert "Undo" in shown(app)
        assert "Redo" in shown(app)


async def test_every_key_of_the_dashboard_is_listed(tmp_path: Path) -> None:
    keys = {
        "ctrl+s",
        "f2",
        "shift+f2",
        "ctrl+o",
        "ctrl+n",
        "f4",
        "f5",
        "f7",
        "f8",
        "shift+f8",
        "f6",
        "shift+f6",
        "ctrl+p",
        "f1",
        "question_mark",
        "ctrl+q",
        "ctrl+l",
        *("ctrl+f", "ctrl+r", "f3", "shift+f3", "ctrl+g", "ctrl+t", "f9"),
        *("ctrl+right_square_bracket", "f12", "ctrl+backslash", "ctrl+z", "ctrl+y"),
    }
    keys |= {"colon", "z", "ctrl+z", "ctrl+y"}
    keys |= {"tab", "shift+tab", "ctrl+c"} | {str(number) for number in range(1, 6)}
    app = dashboard(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("f6")
        listed = active_keys(app.plan_screen)
        everywhere = [k for k in listed if k.owner in {app, app.plan_screen}]
        assert {key for entry in everywhere for key in entry.keys} == keys


@pytest.mark.parametrize("key", ["tab", "shift+tab"])
async def test_tab_moves_the_focus_outside_the_editor(tmp_path: Path, key: str) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("f6")
        before = app.focused
        await pilot.press(key)
        assert app.focused is not before


async def test_the_palette_opens_and_saves(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("#", "ctrl+p")
        await pilot.pause()
        assert isinstance(app.screen, CommandPalette)
        await pilot.press(*"save")
        await settle(pilot)
        await pilot.press("enter", "enter")
        await settle(pilot)
        assert (tmp_path / "plan.toml").read_bytes() == b"#" + DOCUMENTED.encode()


async def test_every_command_of_the_palette_runs(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        for command in app.get_system_commands(app.screen):
            # Views are read elsewhere, one of them from the palette.
            is_view = command.help.startswith("Show ")
            if command.title not in {"Quit", "Start screen", "New plan"} and not is_view:
                command.callback()
                await settle(pilot)
            while app.screen is not app.plan_screen:
                await pilot.press("escape")
                await pilot.pause()
        assert app.theme == "medv-terminal"
        assert "10.1 GB" in shown(app)


async def test_the_quit_command_asks_as_the_key_does(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("#")
        commands = {c.title: c.callback for c in app.get_system_commands(app.screen)}
        commands["Quit"]()
        await settle(pilot)
        assert isinstance(app.screen, LeaveDialog)
