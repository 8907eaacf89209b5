from pathlib import Path

import pytest
from textual import events
from textual.app import ComposeResult
from textual.pilot import Pilot

from medv_tui.reference.completion import Known
from medv_tui.tui.annotations import known_of
from medv_tui.tui.completing import NOTHING_FITS, CompletingEditor
from medv_tui.tui.popup import MOST_ROWS

from .desk import Painted
from .plans import DOCUMENTED, MEDIUM, NARROW, dashboard, settle, shown


class Desk(Painted):
    """Nothing but an editor that knows the documented plan."""

    def __init__(self, text: str = DOCUMENTED) -> None:
        super().__init__()
        self.editor = CompletingEditor(text)
        self.editor.known = Known(("example",), frozenset({"plan"}))

    def compose(self) -> ComposeResult:
        yield self.editor


def labels(editor: CompletingEditor) -> list[str]:
    return [] if editor.popup is None else [p.label for p in editor.popup.proposals]


async def typed(pilot: Pilot[int], text: str) -> None:
    editor = pilot.app.query_one(CompletingEditor)
    for char in text:
        key = {"\n": "enter", " ": "space"}.get(char, char)
        editor.post_message(events.Key(key, "\r" if char == "\n" else char))
    await pilot.pause()


async def at_end(pilot: Pilot[int]) -> CompletingEditor:
    editor = pilot.app.query_one(CompletingEditor)
    editor.focus()
    await pilot.pause()
    await pilot.press("ctrl+end")
    assert editor.cursor_location == editor.document.end
    return editor


async def test_a_key_is_offered_at_its_first_letter_and_taken_with_tab() -> None:
    app = Desk()
    async with app.run_test(size=NARROW) as pilot:
        editor = await at_end(pilot)
        await typed(pilot, "kb9")
        assert labels(editor) == ["kb959209", "kb977206"]
        await pilot.press("tab")
        assert editor.text == DOCUMENTED + "kb959209 = "
        assert labels(editor) == ["true", "false"]
        await pilot.press("tab")
        assert editor.text == DOCUMENTED + "kb959209 = true"
        assert labels(editor) == []


async def test_what_was_taken_is_one_step_to_undo() -> None:
    app = Desk()
    async with app.run_test(size=NARROW) as pilot:
        editor = await at_end(pilot)
        await typed(pilot, "base_")
        await pilot.press("enter")
        assert editor.text == DOCUMENTED + "base_vhd_free_disk_gb = "
        await pilot.press("ctrl+z")
        assert editor.text == DOCUMENTED + "base_"


@pytest.mark.parametrize("key", ["ctrl+@", "ctrl+space"])
async def test_ctrl_space_shows_everything_that_fits_and_hides_it_again(key: str) -> None:
    app = Desk()
    async with app.run_test(size=NARROW) as pilot:
        editor = await at_end(pilot)
        await pilot.press(key)
        assert "kb977206" in labels(editor)
        assert "name" not in labels(editor)
        assert "[plan]" not in labels(editor)
        await pilot.press(key)
        assert labels(editor) == []
        assert editor.text == DOCUMENTED


async def test_escape_closes_what_is_offered_and_leaves_the_text() -> None:
    app = Desk()
    async with app.run_test(size=NARROW) as pilot:
        editor = await at_end(pilot)
        await typed(pilot, "kb")
        await pilot.press("escape")
        assert labels(editor) == []
        assert editor.text == DOCUMENTED + "kb"
        assert editor.has_focus


async def test_the_arrows_choose_round_and_round() -> None:
    app = Desk()
    async with app.run_test(size=NARROW) as pilot:
        editor = await at_end(pilot)
        await typed(pilot, "kb")
        await pilot.press("up")
        assert editor.popup is not None
        assert editor.popup.proposal.label == "kb977206"
        await pilot.press("down", "down", "enter")
        assert editor.text.endswith("\nkb977206 = ")


async def test_typing_a_plan_without_looking_gives_the_typed_plan(tmp_path: Path) -> None:
    plan = '[deployment]\nmethod = "esd"\nsilent = true\norder = ["workspace"]\n\n[[hosts]]\n'
    plan += 'name = "A"\nworkspace = "b"\nusers = 12\nlast_seen = 2026-11-01\n'
    app = dashboard(tmp_path, "")
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await typed(pilot, plan)
        await settle(pilot)
        assert app.plan_screen.editor.text == plan


async def test_a_value_that_is_offered_before_a_letter_leaves_enter_alone() -> None:
    app = Desk()
    async with app.run_test(size=NARROW) as pilot:
        editor = await at_end(pilot)
        await typed(pilot, "kb977206 =")
        assert labels(editor) == ["true", "false"]
        await pilot.press("enter")
        assert editor.text == DOCUMENTED + "kb977206 =\n"
        assert labels(editor) == []


async def test_the_workspaces_of_the_plan_are_offered() -> None:
    app = Desk()
    async with app.run_test(size=NARROW) as pilot:
        editor = await at_end(pilot)
        await typed(pilot, "\n[[ho")
        await pilot.press("tab")
        assert editor.text.endswith('\n\n[[hosts]]\nname = ""\nworkspace = "example"')
        assert editor.cursor_location[1] == len('name = "')
        await pilot.press("ctrl+end", "backspace")
        assert labels(editor) == ["example"]
        await pilot.press("enter")
        assert editor.text.endswith('workspace = "example"')


@pytest.mark.parametrize("line", ["[budget]\nreserve_gb = 1", "[budget]\nr = 10"])
async def test_enter_breaks_a_line_that_is_finished_already(line: str) -> None:
    app = Desk(line)
    async with app.run_test(size=NARROW) as pilot:
        editor = await at_end(pilot)
        is_key = " = 10" in line
        editor.move_cursor((1, 1) if is_key else editor.document.end)
        await typed(pilot, "e" if is_key else "0")
        await pilot.press("enter")
        assert editor.document.line_count == 3


async def test_what_is_pasted_or_taken_back_offers_nothing() -> None:
    app = Desk()
    async with app.run_test(size=NARROW) as pilot:
        editor = await at_end(pilot)
        editor.post_message(events.Paste("kb"))
        await pilot.pause()
        assert labels(editor) == []
        await typed(pilot, "9")
        assert labels(editor)
        await pilot.press("ctrl+z")
        assert labels(editor) == []


async def test_a_click_takes_what_is_under_the_mouse() -> None:
    app = Desk()
    async with app.run_test(size=MEDIUM) as pilot:
        editor = await at_end(pilot)
        await typed(pilot, "kb")
        row = editor.cursor_screen_offset.y
        assert await pilot.click(offset=(12, row + 2))
        assert editor.text == DOCUMENTED + "kb977206 = "


async def test_moving_away_closes_what_is_offered(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=MEDIUM) as pilot:
        await settle(pilot)
        editor = await at_end(pilot)
        for key in ("left", "f6"):
            await typed(pilot, "k")
            assert labels(editor)
            await pilot.press(key)
            await pilot.pause()
            assert labels(editor) == []
            editor.focus()
            await pilot.press("ctrl+end", "enter")


async def test_proposals_lie_over_the_text_and_leave_it_when_they_go() -> None:
    app = Desk(DOCUMENTED + "\n" * 40)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("down", "down", "ctrl+@")
        await pilot.pause()
        rows = shown(app).split("\n")
        assert any("► owner" in row for row in rows)
        assert any("1 of " in row for row in rows)
        before = shown(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "►" not in shown(app)
        assert "differencing_disk_gb" in shown(app)
        assert "differencing_disk_gb" not in before


async def test_proposals_stand_above_the_word_at_the_bottom_of_the_editor() -> None:
    app = Desk(DOCUMENTED * 3)
    async with app.run_test(size=NARROW) as pilot:
        await at_end(pilot)
        await pilot.press("ctrl+@")
        await pilot.pause()
        rows = [number for number, row in enumerate(shown(app).split("\n")) if "►" in row]
        cursor = app.editor.cursor_screen_offset.y
        assert rows == [cursor - MOST_ROWS - 1]


async def test_where_nothing_is_known_to_fit_it_is_said(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+@")
        await pilot.pause()
        assert NOTHING_FITS in shown(app)


async def test_the_single_tables_of_a_plan_are_known(tmp_path: Path) -> None:
    app = dashboard(tmp_path, DOCUMENTED + "[deployment.arguments]\nuninstall = '/qn'\n")
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        review = app.plan_screen.review
        assert review is not None
        known = known_of(review.plan, review.as_of)
        assert known.tables >= {"plan", "deployment", "deployment.arguments"}
        assert (known.workspaces, known.hosts) == (("example",), ("DESK-01",))
