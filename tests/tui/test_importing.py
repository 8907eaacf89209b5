"""The dialog that shows a CSV of computers before it is attached."""

from collections.abc import Mapping
from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot

from medv_tui.inventory.progress import Progress, Step
from medv_tui.planfile.parse import parse
from medv_tui.tui import importing
from medv_tui.tui.app import DashboardApp
from medv_tui.tui.importing import ImportScreen, Trial

from .plans import DOCUMENTED, MEDIUM, NARROW, dashboard, settle, shown

FLEET = "Name,OS,RAM (MB),Free (GB)\nCSV-1,Windows 7 Enterprise,4096,30\nCSV-2,Windows 7,4096,30\n"


async def asked(pilot: Pilot[int], folder: Path) -> DashboardApp:
    """Open the dialog and name the file."""
    app = pilot.app
    assert isinstance(app, DashboardApp)
    (folder / "fleet.csv").write_text(FLEET)
    await settle(pilot)
    app.plan_screen.bench.fleet_deeds.bring_in()
    await pilot.pause()
    assert isinstance(app.screen, ImportScreen)
    await pilot.press(*"fleet.csv", "tab", *"example", "enter")
    await settle(pilot)
    return app


async def test_a_file_is_shown_and_then_attached_as_the_fields_say(tmp_path: Path) -> None:
    async with dashboard(tmp_path).run_test(size=NARROW) as pilot:
        app = await asked(pilot, tmp_path)
        said = shown(app)
        assert "Header row     line 1" in said
        assert "attach the file" in said
        assert app.plan_screen.editor.text == DOCUMENTED
        await pilot.press("shift+tab", *"2")
        await pilot.pause()
        assert "show how it is read" in shown(app)
        await pilot.press("enter")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)

        plan = parse(app.plan_screen.editor.text).plan
        assert (plan.inventories[0].file, plan.inventories[0].workspace) == ("fleet.csv", "example")
        assert plan.host_defaults.users == 2
        review = app.plan_screen.review
        assert review is not None
        assert review.hosts.total == 3


async def test_computers_are_copied_and_what_cannot_be_read_is_refused(tmp_path: Path) -> None:
    async with dashboard(tmp_path).run_test(size=MEDIUM) as pilot:
        app = await asked(pilot, tmp_path)
        await pilot.press("f4")
        await settle(pilot)
        hosts = parse(app.plan_screen.editor.text).plan.hosts
        assert [host.name for host in hosts] == ["DESK-01", "CSV-1", "CSV-2"]

        app.plan_screen.bench.fleet_deeds.bring_in()
        await pilot.pause()
        await pilot.press(*"none.csv", "enter")
        await settle(pilot)
        assert "No such file" in shown(app)


class SlowReading:
    """Reading that goes on from its first step only when it is let."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.go_on = Event()
        self._tried = importing.tried
        monkeypatch.setattr(importing, "tried", self)
        monkeypatch.setattr("medv_tui.tui.waiting.TOLD_SECONDS", 0.01)
        monkeypatch.setattr("medv_tui.tui.waiting.LOOK_SECONDS", 0.01)

    def __call__(
        self, text: str, folder: Path, words: Mapping[str, str], progress: Progress
    ) -> Trial:
        progress(Step("reading fleet.csv", 43_000, 100_000))
        self.go_on.wait()
        return self._tried(text, folder, words, progress)


async def until_told(pilot: Pilot[int]) -> str:
    for _ in range(1_000):
        if "Esc cancels" in shown(pilot.app):
            return shown(pilot.app)
        await pilot.pause(0.01)
    raise AssertionError("No progress was shown.")


async def test_a_long_reading_shows_a_bar_and_the_last_report_until_it_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with dashboard(tmp_path).run_test(size=NARROW) as pilot:
        app = await asked(pilot, tmp_path)
        reading = SlowReading(monkeypatch)
        await pilot.press("shift+tab", *"2", "enter")
        told = await until_told(pilot)
        assert "reading fleet.csv ━━━━────── 43,000 of 100,000   Esc cancels" in told
        assert "Header row     line 1" in told
        reading.go_on.set()
        await settle(pilot)

        assert "attach the file" in shown(app)


async def test_escape_ends_a_long_reading_and_leaves_the_dialog_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with dashboard(tmp_path).run_test(size=NARROW) as pilot:
        app = await asked(pilot, tmp_path)
        reading = SlowReading(monkeypatch)
        await pilot.press("shift+tab", *"2", "enter")
        await until_told(pilot)
        await pilot.press("escape")
        reading.go_on.set()
        await settle(pilot)

        assert isinstance(app.screen, ImportScreen)
        assert "Cancelled; everything is as before." in shown(app)
        assert "Header row     line 1" in shown(app)
        await pilot.press("escape")
        await settle(pilot)
        assert app.screen_stack[-1] is app.plan_screen
        assert app.plan_screen.editor.text == DOCUMENTED


async def test_what_is_wrong_with_a_file_is_said_before_all_that_is_told_of_it(
    tmp_path: Path,
) -> None:
    async with dashboard(tmp_path).run_test(size=NARROW) as pilot:
        app = await asked(pilot, tmp_path)
        assert "told below" not in shown(app)
        (tmp_path / "fleet.csv").write_text("Name,OS,Freespace\nPC1,Windows 7,10000\nPC2\n")
        await pilot.press("shift+tab", *"2", "enter")
        await settle(pilot)

        assert "× 1 error and 1 warning, told below: ↓ reads on." in shown(app)
