from pathlib import Path
from typing import Any

import pytest

from medv_tui.review.review import Review
from medv_tui.tui.panes.disk import DiskPane

from .plans import DOCUMENTED, NARROW, WIDE, dashboard, settle, shown


async def test_a_pane_out_of_view_is_drawn_when_it_comes_into_view(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[Review] = []
    take = DiskPane.take

    def listen(self: DiskPane, review: Review) -> None:
        taken.append(review)
        take(self, review)

    monkeypatch.setattr(DiskPane, "take", listen)
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        app.plan_screen.editor.insert("# more\n", (0, 0))
        await settle(pilot)
        assert not taken
        await pilot.press("escape", "f6", "4")
        await settle(pilot)
        assert taken == [app.plan_screen.review]
        assert "example" in shown(app)


async def test_a_review_that_makes_a_pane_longer_lays_nothing_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        laid_out: list[Any] = []
        monkeypatch.setattr(app.plan_screen, "_refresh_layout", lambda *a: laid_out.append(a))
        editor = app.plan_screen.editor
        line = DOCUMENTED.splitlines().index("users = 3")
        editor.replace("users = 90", (line, 0), (line, len("users = 3")))
        await settle(pilot)
        assert "× blocked" in shown(app)
        assert not laid_out
