"""What fails in the program costs neither the text nor the rest of the dashboard."""

from pathlib import Path

import pytest

from medv_tui.review.reviewer import Reviewer
from medv_tui.tui.panes import disk, hosts_layout

from .plans import DOCUMENTED, WIDE, dashboard, select_users, settle, shown


async def test_a_review_that_fails_costs_neither_the_text_nor_the_dashboard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)

        def fail(*_: object, **__: object) -> None:
            raise RuntimeError("no idea")

        with monkeypatch.context() as patch:
            patch.setattr(Reviewer, "update", fail)
            await pilot.press("#")
            await settle(pilot)
        assert "Your text is safe." in shown(app)
        assert app.plan_screen.editor.text == "#" + DOCUMENTED
        assert "10.1 GB" in shown(app)
        await pilot.press("#")
        await settle(pilot)
        assert "Your text is safe." not in shown(app)


@pytest.mark.parametrize("broken", ["_fleet", "_title"])
async def test_a_pane_that_fails_says_so_and_costs_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("no idea")

    app = dashboard(tmp_path)
    working = getattr(disk, broken)
    monkeypatch.setattr(disk, broken, fail)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        monkeypatch.setattr(disk, broken, working)
        assert "This pane could not be drawn. Your text is safe." in shown(app)
        assert "● 1 ready" in shown(app)
        select_users(app)
        await pilot.press("4")
        await settle(pilot)
        assert "could not be drawn" not in shown(app)
        assert "= 12.6 GB" in shown(app)


async def test_a_row_that_fails_costs_only_its_pane(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("no idea")

    app = dashboard(tmp_path)
    monkeypatch.setattr(hosts_layout, "host_row", fail)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert "This pane could not be drawn. Your text is safe." in shown(app)
        assert "= 10.1 GB" in shown(app)
