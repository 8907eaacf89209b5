from pathlib import Path

import pytest

from medv_tui.tui.preview import PreviewScreen

from .plans import NARROW, WIDE, dashboard, settle, shown

PLAN = """\
format = 1

[plan]
name = "Contoso"

[deployment]
copy_locally = false
silent = true
"""


async def test_the_next_problem_is_one_key_away(tmp_path: Path) -> None:
    app = dashboard(tmp_path, "[plan]\nname = \n\n[infrastructure]\nprint_server = flase\n")
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        editor = app.plan_screen.editor
        lines = []
        for _ in range(3):
            await pilot.press("f8")
            lines.append(editor.cursor_location[0])
        assert lines == [1, 4, 1]


async def test_without_problems_the_key_says_so(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("f8")
        assert "No problems in the text." in shown(app).splitlines()[-1]
        await pilot.press("x")
        await settle(pilot)
        assert "^S save" in shown(app).splitlines()[-1]


async def test_the_fix_key_mends_what_fails_on_the_line_after_a_look(tmp_path: Path) -> None:
    app = dashboard(tmp_path, PLAN)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        app.plan_screen.editor.go_to(7, 1)
        await pilot.press("f4")
        await settle(pilot)
        assert isinstance(app.screen, PreviewScreen)
        assert app.plan_screen.editor.text == PLAN
        await pilot.press("enter")
        await settle(pilot)
        assert app.plan_screen.editor.text == PLAN.replace("= false", "= true")
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert app.plan_screen.editor.text == PLAN


@pytest.mark.parametrize("line", [1, 4, 8])
async def test_a_line_on_which_nothing_fails_has_no_fix(tmp_path: Path, line: int) -> None:
    app = dashboard(tmp_path, PLAN)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        app.plan_screen.editor.go_to(line, 1)
        await pilot.press("f4")
        await settle(pilot)
        assert app.screen is app.plan_screen
        assert "No problem in the text has a fix" in shown(app).splitlines()[-1]


async def test_a_problem_of_the_text_is_mended_first(tmp_path: Path) -> None:
    app = dashboard(tmp_path, PLAN.replace("silent = true", "silent = True"))
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        app.plan_screen.editor.go_to(7, 1)
        await pilot.press("f4")
        await settle(pilot)
        assert app.plan_screen.editor.text == PLAN
