"""Explanations, fixes and what-ifs, from the screen to the text and back."""

from pathlib import Path

from medv_tui.findings import Attest, Level, SetValue
from medv_tui.reports.host_explanation import why_verdict
from medv_tui.tui.app import DashboardApp
from medv_tui.tui.dialogs import RefusalDialog
from medv_tui.tui.explain import ExplainScreen
from medv_tui.tui.meaning import Meaning
from medv_tui.tui.what_if import WhatIfScreen
from tests.tui.plans import WIDE, dashboard, settle

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


async def test_an_edit_that_is_wanted_is_one_step_to_undo(tmp_path: Path) -> None:
    app = dashboard(tmp_path, PLAN)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        screen = app.plan_screen
        screen.carry_out(SetValue(("hosts", 0, "users"), 4))
        await settle(pilot)
        assert screen.editor.text == PLAN.replace("users = 3", "users = 4")
        assert screen.review is not None
        assert screen.review.disk.required_gb == 12.6
        screen.editor.undo()
        assert screen.editor.text == PLAN


async def test_a_word_is_written_where_attestations_stand(tmp_path: Path) -> None:
    app = dashboard(tmp_path, PLAN)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        app.plan_screen.carry_out(Attest("image-backup-before-seal", by="Image team"))
        assert app.plan_screen.editor.text.startswith(PLAN)
        assert 'practice = "image-backup-before-seal"' in app.plan_screen.editor.text


async def test_an_edit_that_cannot_be_made_is_refused_in_a_dialog(tmp_path: Path) -> None:
    app = dashboard(tmp_path, PLAN)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        app.plan_screen.carry_out(SetValue(("hosts", 9, "users"), 4))
        await pilot.pause()
        assert isinstance(in_front(app), RefusalDialog)
        assert app.plan_screen.editor.text == PLAN


async def test_the_fix_of_a_problem_mends_the_word(tmp_path: Path) -> None:
    app = dashboard(tmp_path, PLAN)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("f4")
        await settle(pilot)
        assert "compacted = false" in app.plan_screen.editor.text
        review = app.plan_screen.review
        assert review is not None
        assert not [p for p in review.problems if p.level is Level.ERROR]


async def test_an_explanation_leads_to_its_place_in_the_text(tmp_path: Path) -> None:
    app = dashboard(tmp_path, PLAN)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        app.plan_screen.explain(lambda review: why_verdict(review, 0))
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
    app = dashboard(tmp_path, PLAN)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("f7")
        await pilot.pause()
        assert isinstance(in_front(app), WhatIfScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert in_front(app) is app.plan_screen
        assert app.plan_screen.editor.text == PLAN


async def test_a_what_if_that_is_kept_is_one_step_to_undo(tmp_path: Path) -> None:
    app = dashboard(tmp_path, PLAN)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("f7")
        await pilot.pause()
        await pilot.press("space")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "users = 4" in app.plan_screen.editor.text
        app.plan_screen.editor.undo()
        assert app.plan_screen.editor.text == PLAN


async def test_the_key_under_the_cursor_is_explained(tmp_path: Path) -> None:
    app = dashboard(tmp_path, PLAN)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        app.plan_screen.editor.go_to(6)
        await settle(pilot)
        meaning = app.plan_screen.query_one(Meaning)
        said = " ".join(meaning.render_line(y).text for y in range(meaning.size.height))
        assert "vhd_gb" in said
        assert "expanded base VHD" in said
