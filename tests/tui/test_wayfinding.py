from pathlib import Path

import pytest
from textual.widgets import Input

from medv_tui.tui.explain import ExplainScreen
from medv_tui.tui.find_bar import FindBar
from medv_tui.tui.pick import PickScreen
from medv_tui.tui.wayfinding import NO_LINK, place_of

from .plans import DOCUMENTED, NARROW, dashboard, host, settle, shown

PLAN = DOCUMENTED + "".join(host(f"FIN-{number:04}") for number in range(30))
PLAN += '\n[[attestations]]\npractice = "image-xp-sp3-x86"\nstatus = "done"\n'


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("12", (12, 1)), (" 12:5 ", (12, 5)), ("0", None), ("x", None), ("", None), ("-1", None)],
)
def test_a_place_is_a_line_and_perhaps_a_column(text: str, wanted: tuple[int, int] | None) -> None:
    assert place_of(text) == wanted


async def test_replacing_everything_is_one_step_to_undo(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+r")
        bar = app.plan_screen.query_one(FindBar)
        find, new = bar.query(Input)
        find.value, new.value = "example", "shop"
        await pilot.pause()
        await pilot.press("enter", "a")
        await settle(pilot)
        editor = app.plan_screen.editor
        assert editor.text == DOCUMENTED.replace("example", "shop")
        assert "3 replaced" in shown(app)
        await pilot.press("escape", "ctrl+z")
        assert editor.text == DOCUMENTED


async def test_a_line_is_gone_to_and_a_wrong_one_is_refused(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+g", "x", "enter")
        await pilot.pause()
        assert "Write a line's number" in shown(app)
        await pilot.press("backspace", "5", "colon", "3", "enter")
        await settle(pilot)
        assert app.plan_screen.editor.cursor_location == (4, 2)
        await pilot.press("ctrl+g", "9", "9", "9", "enter")
        await settle(pilot)
        assert app.plan_screen.editor.cursor_location[0] == DOCUMENTED.count("\n")


async def test_a_table_is_found_by_typing_and_gone_to(tmp_path: Path) -> None:
    app = dashboard(tmp_path, PLAN)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+t")
        await pilot.pause()
        assert isinstance(app.screen, PickScreen)
        assert "Go to one of 35 tables" in shown(app)
        app.screen.query_one(Input).value = "fin-0012"
        await pilot.pause()
        assert shown(app).count("[[hosts]]") == 1
        await pilot.press("enter")
        await settle(pilot)
        editor = app.plan_screen.editor
        row = editor.cursor_location[0]
        assert editor.document.get_line(row + 1) == 'name = "FIN-0012"'


async def test_the_list_of_tables_starts_at_the_cursor(tmp_path: Path) -> None:
    app = dashboard(tmp_path, PLAN)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        before = PLAN.split("\n").index('name = "FIN-0020"')
        app.plan_screen.editor.go_to(before + 1)
        await pilot.press("f9")
        await settle(pilot)
        assert "FIN-0020" in shown(app)
        await pilot.press("up", "enter")
        await settle(pilot)
        editor = app.plan_screen.editor
        assert editor.document.get_line(editor.cursor_location[0] + 1) == 'name = "FIN-0019"'


async def test_a_workspaces_name_leads_to_its_table_and_back(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        editor = app.plan_screen.editor
        rows = DOCUMENTED.split("\n")
        use = rows.index('workspace = "example"')
        editor.go_to(use + 1, 14)
        await pilot.press("ctrl+right_square_bracket")
        assert editor.cursor_location[0] == rows.index('name = "example"')
        await pilot.press("f12")
        assert editor.cursor_location == (use, 13)
        editor.go_to(rows.index('name = "example"') + 1)
        await pilot.press("f12")
        assert editor.cursor_location[0] == use


async def test_an_attested_practice_is_explained(tmp_path: Path) -> None:
    app = dashboard(tmp_path, PLAN)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        app.plan_screen.editor.go_to(PLAN.count("\n") - 1)
        await pilot.press("f12")
        await pilot.pause()
        assert isinstance(app.screen, ExplainScreen)


async def test_where_there_is_no_name_to_follow_it_is_said(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("f12")
        await pilot.pause()
        assert NO_LINK[:40] in shown(app)
