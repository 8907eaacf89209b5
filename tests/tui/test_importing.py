"""The dialog that shows a CSV of computers before it is attached."""

from pathlib import Path

from textual.pilot import Pilot

from medv_tui.planfile.parse import parse
from medv_tui.tui.app import DashboardApp
from medv_tui.tui.importing import ImportScreen

from .plans import DOCUMENTED, MEDIUM, NARROW, dashboard, settle, shown

FLEET = "Name,OS,RAM (MB),Free (GB)\nCSV-1,Windows 7 Enterprise,4096,30\nCSV-2,Windows 7,4096,30\n"


async def asked(pilot: Pilot[int], folder: Path) -> DashboardApp:
    """Open the dialog and name the file."""
    app = pilot.app
    assert isinstance(app, DashboardApp)
    (folder / "fleet.csv").write_text(FLEET)
    await settle(pilot)
    app.plan_screen.action_import()
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

        app.plan_screen.action_import()
        await pilot.pause()
        await pilot.press(*"none.csv", "enter")
        await settle(pilot)
        assert "No such file" in shown(app)
