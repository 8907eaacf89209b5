"""Explanations, fixes and what-ifs, from the screen to the text and back."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from medv_tui.findings import Attest, Level, SetValue
from medv_tui.reports.host_explanation import why_verdict
from medv_tui.tui.app import DashboardApp
from medv_tui.tui.attest import AttestScreen
from medv_tui.tui.dialogs import RefusalDialog
from medv_tui.tui.explain import ExplainScreen
from medv_tui.tui.meaning import Meaning
from medv_tui.tui.panes.checklist import ChecklistPane
from medv_tui.tui.preview import PreviewScreen
from medv_tui.tui.what_if import WhatIfScreen
from tests.tui.plans import NARROW, WIDE, dashboard, host, settle, shown

PLAN = """\
[[workspaces]]
name = "finance"
differencing_disk_gb = 1.5
saved_state_gb = 1.0
[workspaces.image]
vhd_gb = 2.6
compacted = flase

[[hosts]]  # the corner desk
name = "FIN-1"
workspace = "finance"
os = "Windows 7"
edition = "Enterprise"
service_pack = 1
ram_mb = 1024
free_disk_gb = 60
users = 3
"""


def in_front(app: DashboardApp) -> object:
    return app.screen


@asynccontextmanager
async def opened(folder: Path) -> AsyncIterator[tuple[DashboardApp, Pilot[int]]]:
    """Open the dashboard on the plan with a wrong word."""
    app = dashboard(folder, PLAN)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        yield app, pilot


async def test_an_edit_that_is_wanted_is_one_step_to_undo(tmp_path: Path) -> None:
    async with opened(tmp_path) as (app, pilot):
        screen = app.plan_screen
        screen.bench.rewriting.carry_out(SetValue(("hosts", 0, "users"), 4))
        await settle(pilot)
        assert screen.editor.text == PLAN.replace("users = 3", "users = 4")
        assert screen.review is not None
        assert screen.review.disk.required_gb == 12.6
        screen.editor.undo()
        assert screen.editor.text == PLAN


async def test_a_word_is_written_where_attestations_stand(tmp_path: Path) -> None:
    async with opened(tmp_path) as (app, _):
        app.plan_screen.bench.rewriting.carry_out(
            Attest("image-backup-before-seal", by="Image team")
        )
        assert app.plan_screen.editor.text.startswith(PLAN)
        assert 'practice = "image-backup-before-seal"' in app.plan_screen.editor.text


async def test_an_edit_that_cannot_be_made_is_refused_in_a_dialog(tmp_path: Path) -> None:
    async with opened(tmp_path) as (app, pilot):
        app.plan_screen.bench.rewriting.carry_out(SetValue(("hosts", 9, "users"), 4))
        await pilot.pause()
        assert isinstance(in_front(app), RefusalDialog)
        assert app.plan_screen.editor.text == PLAN


async def test_the_fix_of_a_problem_mends_the_word(tmp_path: Path) -> None:
    async with opened(tmp_path) as (app, pilot):
        await pilot.press("f4")
        await settle(pilot)
        assert "compacted = false" in app.plan_screen.editor.text
        review = app.plan_screen.review
        assert review is not None
        assert not [p for p in review.problems if p.level is Level.ERROR]


async def test_an_explanation_leads_to_its_place_in_the_text(tmp_path: Path) -> None:
    async with opened(tmp_path) as (app, pilot):
        app.plan_screen.bench.answers.explain(lambda review: why_verdict(review, 0))
        await pilot.pause()
        assert isinstance(in_front(app), ExplainScreen)
        await pilot.press("g")
        await pilot.pause()
        assert in_front(app) is app.plan_screen
        line = app.plan_screen.editor.cursor_location[0]
        assert PLAN.splitlines()[line] == "[[hosts]]  # the corner desk"


async def test_what_if_opens_on_the_text_as_it_stands_and_drops_nothing_into_it(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as (app, pilot):
        await pilot.press("f7")
        await pilot.pause()
        assert isinstance(in_front(app), WhatIfScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert in_front(app) is app.plan_screen
        assert app.plan_screen.editor.text == PLAN


async def test_a_what_if_that_is_kept_is_one_step_to_undo(tmp_path: Path) -> None:
    async with opened(tmp_path) as (app, pilot):
        await pilot.press("f7")
        await pilot.pause()
        await pilot.press("space")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "users = 4" in app.plan_screen.editor.text
        app.plan_screen.editor.undo()
        assert app.plan_screen.editor.text == PLAN


async def test_a_what_if_that_is_kept_leaves_the_cursor_on_its_line(tmp_path: Path) -> None:
    app = dashboard(tmp_path, PLAN.replace("users = 3", "users = 9") + host("LAST"))
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        editor = app.plan_screen.editor
        row = editor.text.splitlines().index('name = "LAST"')
        editor.go_to(row + 1, 4)
        await settle(pilot)
        top = editor.scroll_offset.y
        await pilot.press("f7", "space")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "users = 10" in editor.text
        assert "users = 4" in editor.text
        assert editor.cursor_location == (row, 3)
        assert editor.scroll_offset.y == top


async def test_a_line_gone_to_while_the_text_is_hidden_is_shown_from_its_start(
    tmp_path: Path,
) -> None:
    app = dashboard(tmp_path, PLAN + "# …\n" * 50 + host("LAST"))
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        screen = app.plan_screen
        screen.action_open(3)
        await settle(pilot)
        screen.bench.answers.go_to_path(("hosts", 1, "users"))
        await settle(pilot)
        rows = [row for row in shown(app).splitlines() if "users = 3" in row]
        assert len(rows) == 1
        assert screen.editor.scroll_offset.x == 0


async def test_the_key_under_the_cursor_is_explained(tmp_path: Path) -> None:
    async with opened(tmp_path) as (app, pilot):
        app.plan_screen.editor.go_to(6)
        await settle(pilot)
        meaning = app.plan_screen.query_one(Meaning)
        said = " ".join(meaning.render_line(y).text for y in range(meaning.size.height))
        assert "vhd_gb" in said
        assert "expanded base VHD" in said


@pytest.mark.parametrize("place", ["2", "3", "5"])
async def test_enter_on_a_pane_explains_what_the_cursor_is_on(tmp_path: Path, place: str) -> None:
    async with opened(tmp_path) as (app, pilot):
        await pilot.press("f6", place, "down", "enter")
        await pilot.pause()
        assert isinstance(in_front(app), ExplainScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert in_front(app) is app.plan_screen


@pytest.mark.parametrize("change", ["", 'excluded = "leased"\n', "users = true\n"])
@pytest.mark.parametrize("key", ["enter", "d"])
async def test_any_computer_can_be_explained(tmp_path: Path, change: str, key: str) -> None:
    host = '\n[[hosts]]\nname = "FIN-2"\n' + change
    app = dashboard(tmp_path, PLAN + host)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("f6", "3", "end", key)
        await pilot.pause()
        assert isinstance(in_front(app), ExplainScreen)


async def test_a_practice_is_fixed_from_the_checklist(tmp_path: Path) -> None:
    plan = PLAN.replace("compacted = flase\n", "") + "\n[deployment]\ncopy_locally = false\n"
    app = dashboard(tmp_path, plan)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("f6", "5")
        pane = app.plan_screen.query_one(ChecklistPane)
        while pane.chosen != ("dep-local-folder", "plan"):
            before = pane.chosen
            await pilot.press("down")
            assert pane.chosen != before
        await pilot.press("f")
        await pilot.pause()
        assert isinstance(in_front(app), PreviewScreen)
        await pilot.press("enter")
        await settle(pilot)
        assert "copy_locally = true" in app.plan_screen.editor.text


async def test_a_practice_is_attested_from_the_checklist(tmp_path: Path) -> None:
    async with opened(tmp_path) as (app, pilot):
        await pilot.press("f6", "5", *"/open", "enter", "down", "a")
        await pilot.pause()
        assert isinstance(in_front(app), AttestScreen)


async def test_the_checklists_cursor_stays_on_its_practice_when_others_change(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as (app, pilot):
        await pilot.press("f6", "5", "end", "up")
        pane = app.plan_screen.query_one(ChecklistPane)
        before = pane.chosen
        app.plan_screen.bench.rewriting.carry_out(SetValue(("hosts", 0, "ram_mb"), 4096))
        await settle(pilot)
        assert pane.chosen == before
