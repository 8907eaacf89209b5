from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input

from medv_tui.tui.app import DashboardApp
from medv_tui.tui.commands import plan_commands
from medv_tui.tui.pick import PickScreen
from medv_tui.tui.preview import PreviewScreen

from .plans import DOCUMENTED, NARROW, dashboard, host, settle, shown

PLAN = (
    DOCUMENTED
    + "\n# The boss's machine.\n"
    + host("FIN-0001").lstrip()
    + host("FIN-0002")
    + '\n[[workspaces]]\nname = "hr"\n'
)


async def fill(pilot: Pilot[int], text: str) -> None:
    """Answer the question that is asked."""
    await pilot.pause()
    pilot.app.screen.query_one(Input).value = text
    await pilot.pause()
    await pilot.press("enter")
    await pilot.pause()


async def agree(pilot: Pilot[int]) -> None:
    """Apply what is shown."""
    assert isinstance(pilot.app.screen, PreviewScreen)
    await pilot.press("enter")
    assert isinstance(pilot.app, DashboardApp)
    await settle(pilot)


async def test_a_host_is_added_below_the_last_with_the_next_name(tmp_path: Path) -> None:
    app = dashboard(tmp_path, PLAN)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        app.plan_screen.bench.structuring.add_host()
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await agree(pilot)
        added = '\n[[hosts]]\nname = "FIN-0003"\nworkspace = "example"\n'
        at = PLAN.index('\n[[workspaces]]\nname = "hr"')
        editor = app.plan_screen.editor
        assert editor.text == PLAN[:at] + added + PLAN[at:]
        assert editor.document.get_line(editor.cursor_location[0]) == 'name = "FIN-0003"'
        await pilot.press("ctrl+z")
        assert app.plan_screen.editor.text == PLAN


async def test_a_name_that_is_in_use_is_refused(tmp_path: Path) -> None:
    app = dashboard(tmp_path, PLAN)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        app.plan_screen.bench.structuring.add_host()
        await fill(pilot, "fin-0001")
        assert "fin-0001 is in use already" in shown(app)
        await pilot.press("escape")


async def test_the_host_at_the_cursor_is_copied_and_deleted_with_its_comment(
    tmp_path: Path,
) -> None:
    app = dashboard(tmp_path, PLAN)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        screen = app.plan_screen
        screen.editor.go_to(PLAN.split("\n").index('name = "FIN-0001"') + 3)
        screen.bench.structuring.duplicate_host()
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await agree(pilot)
        copied = PLAN.replace(host("FIN-0002"), host("FIN-0003") + host("FIN-0002"))
        assert screen.editor.text == copied
        await pilot.press("ctrl+z")
        screen.editor.go_to(PLAN.split("\n").index('name = "FIN-0001"') + 3)
        screen.bench.structuring.delete_host()
        await pilot.pause()
        await agree(pilot)
        gone = "\n# The boss's machine.\n" + host("FIN-0001").lstrip()
        assert screen.editor.text == PLAN.replace(gone, "")


async def test_in_the_hosts_pane_the_host_under_its_cursor_is_meant(tmp_path: Path) -> None:
    app = dashboard(tmp_path, PLAN)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        screen = app.plan_screen
        screen.editor.go_to(PLAN.split("\n").index('name = "DESK-01"') + 1)
        screen.action_open(3)
        await pilot.press("end")
        await settle(pilot)
        screen.bench.structuring.delete_host()
        await pilot.pause()
        assert "Delete the host FIN-0002" in shown(app)
        await agree(pilot)
        assert screen.editor.text == PLAN.replace(host("FIN-0002"), "")


async def test_a_host_of_an_inventory_is_no_table_to_copy(tmp_path: Path) -> None:
    (tmp_path / "fleet.csv").write_text("name,users\nNEW,2\n")
    app = dashboard(tmp_path, '[[inventories]]\nfile = "fleet.csv"\n')
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        app.plan_screen.action_open(3)
        app.plan_screen.bench.structuring.duplicate_host()
        await pilot.pause()
        assert "not in an inventory" in shown(app)


async def test_where_there_is_no_host_it_is_said(tmp_path: Path) -> None:
    app = dashboard(tmp_path, PLAN)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        app.plan_screen.bench.structuring.delete_host()
        await pilot.pause()
        assert "Put the cursor into the table of a host" in shown(app)


async def test_hosts_are_assigned_by_pattern_while_another_line_is_broken(tmp_path: Path) -> None:
    broken = PLAN.replace('owner = "', "").replace('name = "Documented', "name = Documented")
    app = dashboard(tmp_path, broken)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        app.plan_screen.bench.structuring.assign_hosts()
        await fill(pilot, "nobody")
        assert "No host in the text is called nobody" in shown(app)
        await fill(pilot, "fin-*")
        assert isinstance(app.screen, PickScreen)
        await fill(pilot, "hr")
        await agree(pilot)
        first, second = broken.split("# The boss")
        wanted = first + "# The boss" + second.replace('"example"', '"hr"')
        assert app.plan_screen.editor.text == wanted


async def test_a_setting_is_picked_and_set(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        app.plan_screen.bench.structuring.set_setting()
        await fill(pilot, "networkingmode")
        await fill(pilot, "bridged")
        await agree(pilot)
        assert (
            '\n[workspaces.settings.VM]\nNetworkingMode = "Bridged"\n'
            in app.plan_screen.editor.text
        )


async def test_a_workspace_is_renamed_with_all_that_names_it(tmp_path: Path) -> None:
    app = dashboard(tmp_path, PLAN)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        app.plan_screen.bench.structuring.rename_workspace()
        await fill(pilot, "example")
        await fill(pilot, "shop")
        assert "Rename the workspace example to shop" in shown(app)
        await agree(pilot)
        assert app.plan_screen.editor.text == PLAN.replace('"example"', '"shop"')
        await pilot.press("ctrl+z")
        assert app.plan_screen.editor.text == PLAN


async def test_every_edit_is_in_the_palette(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        titles = {command.title for command in app.get_system_commands(app.screen)}
        assert titles >= {command.title for command in plan_commands(app.plan_screen)}


async def test_a_terminal_that_cannot_be_handed_over_is_said(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+backslash")
        await pilot.pause()
        assert "This terminal cannot be handed to another editor." in shown(app)
