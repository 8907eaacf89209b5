"""The checklist's pane with its keys."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from medv_tui.practices.practice import Phase
from medv_tui.tui.app import DashboardApp
from medv_tui.tui.attest import AttestScreen
from medv_tui.tui.explain import ExplainScreen
from medv_tui.tui.panes.checklist import ChecklistPane
from medv_tui.tui.panes.checklist_choice import Choice
from medv_tui.tui.preview import PreviewScreen

from .plans import NARROW, WIDE, dashboard, settle
from .plans import shown as on_screen
from .test_checklist_rows import MIXED


def pane_of(app: DashboardApp) -> ChecklistPane:
    return app.plan_screen.query_one(ChecklistPane)


def rows_of(app: DashboardApp) -> list[str]:
    pane = pane_of(app)
    return [pane.render_line(y).text.rstrip() for y in range(pane.size.height)]


async def press(pilot: Pilot[int], *keys: str) -> None:
    await pilot.press(*keys)
    await settle(pilot)


def title(app: DashboardApp) -> str:
    review = app.plan_screen.review
    assert review is not None
    return pane_of(app).fact(review)


async def test_before_keys_go_there_nothing_is_chosen(tmp_path: Path) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert title(app) == "failing"
        assert not [row for row in rows_of(app) if "Enter" in row or "Space" in row]


async def test_the_cursor_starts_on_the_first_practice_that_fails(tmp_path: Path) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "f6", "5")
        assert isinstance(pane_of(app).chosen, Choice)
        assert title(app) == "failing, and all of Plan"
        assert rows_of(app)[-1] == "Space unfold   h headline   x failing   / search   v view"


async def test_a_phase_opens_below_the_cursor_and_closes_behind_it(tmp_path: Path) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=(180, 80)) as pilot:
        await settle(pilot)
        before = [row for row in rows_of(app) if row.startswith(" ? ")]
        await press(pilot, "f6", "5")
        assert [row for row in rows_of(app) if row.startswith(" ? ")] != before
        while pane_of(app).chosen != Phase.IMAGE:
            await pilot.press("down")
        await settle(pilot)
        assert title(app) == "failing, and all of Image"


async def test_moving_on_keeps_the_cursor_where_one_looks(tmp_path: Path) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        pane = pane_of(app)
        await press(pilot, "f6", "5")
        for _ in range(24):
            await pilot.press("down")
            start, end = pane.span(pane.position)
            top = pane.scroll_offset.y
            assert top <= start < top + pane.page
            assert end <= top + pane.page or start == top
        for _ in range(24):
            await pilot.press("up")
            assert pane.scroll_offset.y <= pane.span(pane.position)[0]
        await press(pilot, "home")
        assert pane.position == 0
        assert pane.scroll_offset.y == 0


async def test_space_shows_all_of_a_phase_and_folds_it_again(tmp_path: Path) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "f6", "5")
        chosen, before = pane_of(app).chosen, pane_of(app).length()
        await press(pilot, "space")
        assert pane_of(app).length() > before
        assert rows_of(app)[-1].startswith("Space fold   ")
        assert pane_of(app).chosen == chosen
        await press(pilot, "space")
        assert pane_of(app).length() == before


async def test_enter_unfolds_a_phase_and_explains_a_practice(tmp_path: Path) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "f6", "5", "home")
        assert pane_of(app).chosen is Phase.PLAN
        before = pane_of(app).length()
        await press(pilot, "enter")
        assert pane_of(app).length() > before
        await press(pilot, "down", "enter")
        front: object = app.screen
        assert isinstance(front, ExplainScreen)


@pytest.mark.parametrize(("key", "fact"), [("h", "headline only"), ("x", "failing only")])
async def test_the_rest_is_put_aside_and_brought_back(tmp_path: Path, key: str, fact: str) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "f6", "5", key)
        assert title(app) == fact
        assert f"{key} all" in rows_of(app)[-1]
        await press(pilot, key)
        assert title(app).startswith("failing, and all of ")


async def test_a_search_is_typed_and_cleared(tmp_path: Path) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "f6", "5", *"/host-ram")
        assert title(app) == "1 found"
        assert pane_of(app).chosen == Phase.PLAN or "host-ram-minimum" in pane_of(app).chosen
        await press(pilot, "enter", "escape")
        assert title(app).startswith("failing, and all of ")


async def test_where_a_search_finds_nothing_every_key_does_nothing(tmp_path: Path) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "f6", "5", *"/no such practice", "enter")
        for key in (*"vvvvvhhxxfaw", "space", "enter", "up", "down", "home", "end", "pagedown"):
            await press(pilot, key)
            assert app.screen is app.plan_screen
            assert pane_of(app).chosen is None
        await press(pilot, "escape")
        assert pane_of(app).chosen is not None


async def test_a_practice_is_fixed_attested_and_waived_from_its_row(tmp_path: Path) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "f6", "5", *"/dep-local-folder", "enter", "home", "down")
        for key, screen in (("f", PreviewScreen), ("w", AttestScreen)):
            await press(pilot, key)
            assert isinstance(app.screen, screen)
            await press(pilot, "escape")
        await press(pilot, "a")
        assert app.screen is app.plan_screen
        assert "own data say that it fails, and no word changes that" in on_screen(app)
        await press(pilot, "escape", *"/image-backup-before-seal", "enter", "home", "down", "a")
        front: object = app.screen
        assert isinstance(front, AttestScreen)


async def test_a_practice_that_is_gone_leaves_the_cursor_beside_it(tmp_path: Path) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await press(pilot, "f6", "5", "down", "down", "down")
        app.plan_screen.bench.rewriting.rewrite("")
        await settle(pilot)
        assert pane_of(app).chosen is not None
        assert "could not be drawn" not in "\n".join(rows_of(app))


async def test_a_click_chooses_and_a_second_one_on_a_phase_unfolds_it(tmp_path: Path) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.click("#checklist", offset=(3, 0))
        await settle(pilot)
        assert pane_of(app).chosen is Phase.PLAN
        before = pane_of(app).length()
        await pilot.click("#checklist", offset=(3, 0), times=2)
        await settle(pilot)
        assert pane_of(app).length() > before


async def test_another_view_divides_the_same_practices_otherwise(tmp_path: Path) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await press(pilot, "f6", "5", "v")
        assert title(app) == "by workspace"
        assert rows_of(app)[0].startswith("Whole plan ")
        await press(pilot, "v")
        assert title(app) == "project planning checklist"
        assert rows_of(app)[1].startswith("1. Decide how MED-V ")
        assert pane_of(app).chosen is not None
        await press(pilot, *"vvvvv")
        assert title(app).startswith("failing")
