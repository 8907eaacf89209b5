from pathlib import Path

import pytest

from medv_tui.tui.line_findings import findings_on
from medv_tui.tui.preview import PreviewScreen

from .plans import DOCUMENTED, NARROW, USERS, WIDE, dashboard, host, settle, shown
from .test_headline import review_of

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
        assert "The text is fine. " in shown(app).splitlines()[-1]
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


async def test_in_a_text_without_problems_the_key_goes_from_mark_to_mark(tmp_path: Path) -> None:
    text = DOCUMENTED + host("WEAK", ram_mb=1024) + host("SHORT", free_disk_gb=5)
    weak, short = (text[: text.index(key)].count("\n") for key in ("ram_mb = 1024", "_gb = 5\n"))
    app = dashboard(tmp_path, text)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        editor = app.plan_screen.editor
        editor.go_to(USERS + 1)
        lines = []
        for _ in range(2):
            await pilot.press("f8")
            lines.append(editor.cursor_location[0])
        assert lines == [weak, short]
        assert "The text is fine. × 5.00 GB free" in shown(app).splitlines()[-1]
        await pilot.press("shift+f8")
        assert editor.cursor_location[0] == weak
        assert "× 1,024 MB of RAM is below" in shown(app).splitlines()[-1]
        await pilot.press("down")
        await settle(pilot)
        assert "The text is fine" not in shown(app)


async def test_what_no_edit_mends_is_said_to_be_done(tmp_path: Path) -> None:
    text = DOCUMENTED + host("WEAK", ram_mb=1024) + host("UNSAID").replace("users = 3\n", "")
    app = dashboard(tmp_path, text)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        editor = app.plan_screen.editor
        editor.go_to(text[: text.index("ram_mb = 1024")].count("\n") + 1)
        await pilot.press("f4")
        await settle(pilot)
        assert "To do: Add RAM" in shown(app).splitlines()[-1]
        editor.go_to(text[: text.rindex("[[hosts]]")].count("\n") + 1)
        await pilot.press("f4")
        await settle(pilot)
        assert "Not known: the plan does not give users." in shown(app).splitlines()[-1]


def test_a_line_of_a_computer_tells_of_this_very_one() -> None:
    text = DOCUMENTED + host("A", ipsec=True) + host("B", ipsec=True)
    found = findings_on(review_of(text), text[: text.rindex("ipsec")].count("\n") + 1)
    assert [each.path[:2] for each in found] == [("hosts", 2)]


async def test_all_problems_are_mended_after_a_look_as_one_step(tmp_path: Path) -> None:
    hurried = DOCUMENTED.replace("users = 3", "Users: 3").replace("= 2.6", "= 2,6 GB")
    app = dashboard(tmp_path, hurried)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        app.plan_screen.bench.mending.fix_all()
        await settle(pilot)
        assert "Mend every problem of the text that has a fix, in 2 places." in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        assert app.plan_screen.editor.text == DOCUMENTED
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert app.plan_screen.editor.text == hurried
