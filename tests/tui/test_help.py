import importlib
import pkgutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from textual import widgets
from textual.binding import Binding
from textual.command import CommandPalette
from textual.dom import DOMNode
from textual.widget import Widget
from textual.widgets import Input, OptionList

from medv_tui import tui
from medv_tui.tui.completing import CompletingEditor
from medv_tui.tui.find_bar import FindBar
from medv_tui.tui.key_words import in_our_words
from medv_tui.tui.panes.hosts import HostsPane
from medv_tui.tui.screen import PlanScreen
from medv_tui.tui.start import StartScreen

from .plans import MEDIUM, NARROW, WIDE, dashboard, settle, shown


@pytest.mark.parametrize("pane", ["3", "5"])
async def test_a_long_meaning_goes_on_below_its_beginning(tmp_path: Path, pane: str) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=MEDIUM) as pilot:
        await settle(pilot)
        await pilot.press("escape", pane, "question_mark")
        await pilot.pause()
        rows = [row for row in shown(app).splitlines() if row.count("│") >= 2]
        column = max(row.find("Previous row") for row in rows)
        right = [row[row.find("│") + 56 : column] for row in rows]
        # Left of the meanings stand nothing but keys, at most a word wide.
        assert column > 0
        assert all(len(text.split()) <= 1 for text in right[4:])


async def test_help_of_a_narrow_pane_begins_with_its_own_keys(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("escape", "3", "question_mark")
        await pilot.pause()
        screen = shown(app)
        assert "Sort by the next column" in screen
        assert "/      Filter" in screen
        assert "as CSV" in screen


async def test_help_in_the_editor_says_how_to_leave_it_and_come_back(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("f1")
        await pilot.pause()
        assert "To the pane beside; 1 comes back" in shown(app)


async def test_a_message_gives_way_when_other_keys_work(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("f8")
        assert "The text is fine. " in shown(app)
        await pilot.press("escape")
        assert "^S save" in shown(app).splitlines()[-1]


async def test_the_problem_of_the_cursors_line_is_in_view(tmp_path: Path) -> None:
    app = dashboard(tmp_path, "[plan]\nname =\n\n[infrastructure]\nesd =\nprint_server = flase\n")
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        for line in (2, 5, 6, 2):
            await pilot.press("f8")
            await settle(pilot)
            assert app.plan_screen.editor.cursor_location[0] == line - 1
            assert f"× {line}:" in shown(app)


async def test_a_message_gives_way_to_the_next_key(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("escape", "f8")
        assert "The text is fine. " in shown(app)
        await pilot.press("down")
        assert "^S save" in shown(app).splitlines()[-1]


async def test_what_an_edit_has_to_tell_is_still_there_when_it_is_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        screen = app.plan_screen
        full = partial(screen.tell, "The disk is full.")
        monkeypatch.setattr(screen.bench.safekeeping, "text_changed", full)
        await pilot.press("#")
        await settle(pilot)
        assert "The disk is full." in shown(app)


async def test_what_could_be_written_is_shown_from_a_pane_too(tmp_path: Path) -> None:
    app = dashboard(tmp_path, "")
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("escape")
        commands = {command.title: command for command in app.get_system_commands(app.screen)}
        commands["Complete"].callback()
        await settle(pilot)
        assert app.plan_screen.editor.has_focus
        assert app.plan_screen.editor.popup is not None


def textuals_words() -> set[str]:
    """Give how Textual itself describes what the keys of all its parts do."""
    for module in pkgutil.iter_modules(widgets.__path__, "textual.widgets."):
        importlib.import_module(module.name)
    return described(*(kind for kind in kinds(DOMNode) if kind.__module__.startswith("textual.")))


def described(*kinds: type) -> set[str]:
    """Give how the parts themselves describe what their own keys do."""
    return {
        binding.description if isinstance(binding, Binding) else (*binding, "", "")[2]
        for kind in kinds
        for binding in vars(kind).get("BINDINGS", ())
    } - {""}


def kinds(kind: type[DOMNode]) -> Iterator[type[DOMNode]]:
    """Give a kind of part and all that descend from it."""
    yield kind
    for heir in kind.__subclasses__():
        yield from kinds(heir)


def test_every_key_of_our_parts_is_explained_in_our_own_words() -> None:
    for module in pkgutil.walk_packages(tui.__path__, "medv_tui.tui."):
        importlib.import_module(module.name)
    theirs = textuals_words()
    assert {"Cursor up select", "Scroll Up", "Submit", "Focus Next"} <= theirs
    ours = [kind for kind in kinds(Widget) if kind.__module__.startswith("medv_tui.")]
    assert {CompletingEditor, PlanScreen, StartScreen, HostsPane, FindBar} <= set(ours)
    # The palette has no help; it says in its own row what it searches for.
    listed = [kind for kind in ours if not issubclass(kind, OptionList | CommandPalette)]
    listed.append(Input)
    for kind in listed:
        meanings = set(map(in_our_words, described(*kind.__mro__)))
        assert not meanings & theirs, kind
