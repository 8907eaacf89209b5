from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot

from medv_tui.errors import PlanUnreadableError
from medv_tui.inventory.progress import Step
from medv_tui.problem_codes import Code
from medv_tui.review.reviewer import Reviewer
from medv_tui.review.what_if import ONE_MORE_USER, Change, Resize, Share, Trial, tried
from medv_tui.tui.app import DashboardApp
from medv_tui.tui.line import plain, width
from medv_tui.tui.tried import draw
from medv_tui.tui.what_if import Keep, WhatIfScreen, choices, size_of

from .plans import DAY, DOCUMENTED, NARROW, WIDE, dashboard, host, settle, shown
from .test_headline import review_of

FLEET = DOCUMENTED + host("TIGHT", free_disk_gb=11) + host("UNSAID").replace("users = 3\n", "")


def files(name: str) -> bytes:
    if name != "fleet.csv":
        raise PlanUnreadableError(Code.FILE_MISSING, name)
    return b"name,users,workspace\nNEW,2,example\n"


def trial(text: str, *changes: Change) -> Trial:
    before = Reviewer().update(text, files, DAY)
    return tried(text, before, changes, Reviewer(), files)


def texts(result: Trial, cells: int = 71) -> list[str]:
    return [" ".join(plain(line).split()) for line in draw(result, cells)]


async def opened(pilot: Pilot[int], kept: list[Keep | None]) -> WhatIfScreen:
    app = pilot.app
    assert isinstance(app, DashboardApp)
    await settle(pilot)
    review = app.plan_screen.review
    assert review is not None
    screen = WhatIfScreen(app.plan_screen.editor.text, review, files)
    app.push_screen(screen, kept.append)
    await settle(pilot)
    return screen


def test_every_workspace_can_be_shared_or_not_and_have_another_size() -> None:
    shared = '\n[[workspaces]]\nname = "kiosk"\nsettings.VM.MultiUserEnabled = true\n'
    found = choices(review_of(DOCUMENTED + shared))
    assert [choice.change for choice in found[2:]] == [
        Share("example", is_shared=True),
        Resize("example", 2.6),
        Share("kiosk", is_shared=False),
        Resize("kiosk", 0.0),
    ]
    assert [choice.now for choice in found[2:]] == [
        "now per user",
        "now 2.60 GB",
        "now shared",
        "now unknown",
    ]


def test_figures_stand_now_then_and_by_how_much() -> None:
    shown_rows = texts(trial(DOCUMENTED, ONE_MORE_USER))
    assert shown_rows[0] == "now then change"
    assert shown_rows[1] == "GB planned 10.1 12.6 +2.5"
    assert "● ready 1 1" in shown_rows


def test_those_who_change_their_verdict_are_named() -> None:
    shown_rows = texts(trial(FLEET, ONE_MORE_USER))
    assert "× blocked 0 1 +1" in shown_rows
    assert "× 1 ready becomes blocked: TIGHT" in shown_rows


def test_what_a_change_does_not_reach_is_said_plainly() -> None:
    inventory = '\n[[inventories]]\nfile = "fleet.csv"\n'
    shown_rows = " ".join(texts(trial(FLEET + inventory, ONE_MORE_USER)))
    assert (
        "1 computer takes users from fleet.csv and stays as before; change that file, or give "
        "the number under [[hosts]]."
    ) in shown_rows
    assert "1 computer has no users and stays as before" in shown_rows


def test_sums_of_different_computers_say_so() -> None:
    shown_rows = texts(trial(FLEET, Share("example", is_shared=True)))
    assert "? 1 computer not in the sum now, 0 then." in shown_rows
    assert shown_rows[1].startswith("GB planned, at least")


def test_no_row_is_wider_than_the_dialog() -> None:
    result = trial(FLEET, ONE_MORE_USER)
    assert all(width(line) <= 71 for line in draw(result, 71))


@pytest.mark.parametrize(
    ("text", "gb"),
    [("2.6", 2.6), ("3,5 GB", 3.5), ("0", 0), ("-1", None), ("x", None), ("nan", None)],
)
def test_a_size_is_a_number_of_gb(text: str, gb: float | None) -> None:
    assert size_of(text) == gb


async def test_a_choice_shows_its_result_and_keeping_gives_the_new_text(tmp_path: Path) -> None:
    kept: list[Keep | None] = []
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await opened(pilot, kept)
        assert "Space choose   Esc close" in shown(app)
        await pilot.press("space")
        await settle(pilot)
        assert "[x] One more user on every computer" in shown(app)
        assert "+2.5" in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        assert app.plan_screen.editor.text == DOCUMENTED
    assert kept == [Keep(DOCUMENTED.replace("users = 3", "users = 4"))]


async def test_choosing_again_takes_a_change_back(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        screen = await opened(pilot, [])
        await pilot.press("space", "space")
        await settle(pilot)
        assert screen.is_tried
        assert "[x]" not in shown(app)
        assert "+2.5" not in shown(app)


async def test_dropping_gives_nothing(tmp_path: Path) -> None:
    kept: list[Keep | None] = []
    app = dashboard(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot, kept)
        await pilot.press("enter")
        await settle(pilot)
        assert kept == []
        await pilot.press("space")
        await settle(pilot)
        await pilot.press("escape")
        await settle(pilot)
    assert kept == [None]


async def test_another_size_is_asked_for(tmp_path: Path) -> None:
    kept: list[Keep | None] = []
    app = dashboard(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot, kept)
        await pilot.press("down", "down", "down", "space")
        await settle(pilot)
        assert "How many GB would the base VHD of example be?" in shown(app)
        await pilot.press("x", "enter")
        await settle(pilot)
        assert "× Write a size in GB" in shown(app)
        await pilot.press("home", "delete", *"3.6", "enter")
        await settle(pilot)
        assert "now 2.60 GB, then 3.60 GB" in shown(app)
        assert "+1.0" in shown(app)
        await pilot.press("enter")
        await settle(pilot)
    assert kept == [Keep(DOCUMENTED.replace("vhd_gb = 2.6", "vhd_gb = 3.6"))]


async def test_several_changes_add_up(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await opened(pilot, [])
        await pilot.press("space", "down", "down", "space")
        await settle(pilot)
        assert "10.1         5.1        −5.0" in shown(app)


async def test_a_trial_that_takes_long_is_shown_and_escape_ends_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = Event()

    def slowly(*asked: object) -> Trial:
        progress = asked[-1]
        assert callable(progress)
        progress(Step("judging 7 computers", 5, 25, "practices"))
        go_on.wait()
        progress(Step("judging 7 computers", 6, 25, "practices"))
        raise AssertionError("It went on.")

    monkeypatch.setattr("medv_tui.tui.what_if.tried", slowly)
    monkeypatch.setattr("medv_tui.tui.waiting.TOLD_SECONDS", 0.01)
    monkeypatch.setattr("medv_tui.tui.waiting.LOOK_SECONDS", 0.01)
    async with dashboard(tmp_path, FLEET).run_test(size=NARROW) as pilot:
        screen = await opened(pilot, [])
        await pilot.press("space")
        for _ in range(1_000):
            if "Esc cancels" in shown(pilot.app):
                break
            await pilot.pause(0.01)
        assert "judging 7 computers ━━──────── 5 of 25 practices" in shown(pilot.app)
        await pilot.press("escape")
        go_on.set()
        await settle(pilot)

        assert pilot.app.screen is screen
        assert "[x]" not in shown(pilot.app)
        assert screen.is_tried
