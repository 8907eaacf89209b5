from pathlib import Path

import pytest

from medv_tui.tui.changed_back import told

from .plans import DOCUMENTED, NARROW, dashboard, settle, shown


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        (["a", "b"], ["a", "b"], ""),
        (["a", "b"], ["a", " c = 1"], "Line 2 again: c = 1"),
        (["a"], ["a", "b"], "Line 2 again: b"),
        (["a", "b"], ["a", " "], "Line 2 is empty again."),
        (["a", "b"], ["a"], "The text ends before line 2 again."),
    ],
)
def test_the_first_line_that_changed_is_told(
    before: list[str], after: list[str], sentence: str
) -> None:
    assert told(before, after) == sentence


async def test_edits_are_undone_and_made_again_from_a_pane(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    first = DOCUMENTED.splitlines()[0]
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("#", "escape", "ctrl+z")
        await settle(pilot)
        assert app.plan_screen.editor.text == DOCUMENTED
        assert shown(app).splitlines()[-1].strip() == f"Line 1 again: {first}"
        assert not app.plan_screen.editor.has_focus
        await pilot.press("ctrl+z")
        assert "There is nothing to undo." in shown(app)
        await pilot.press("ctrl+y")
        await settle(pilot)
        assert app.plan_screen.editor.text == "#" + DOCUMENTED
        assert f"Line 1 again: #{first}" in shown(app)
        # A field keeps the text out.
        await pilot.press("ctrl+f", "ctrl+z")
        await settle(pilot)
        assert app.plan_screen.editor.text == "#" + DOCUMENTED
