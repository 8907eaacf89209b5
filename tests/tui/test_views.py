from pathlib import Path

from medv_tui.reports.views.show import VIEWS, PlanView
from medv_tui.tui.explain import ExplainScreen
from tests.tui.plans import DOCUMENTED, NARROW, WIDE, dashboard, settle, shown


async def test_the_palette_has_every_view_of_the_plan_and_of_each_workspace(tmp_path: Path) -> None:
    app = dashboard(tmp_path, DOCUMENTED + '\n[[workspaces]]\nname = "kiosk"\n')
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        titles = {command.title for command in app.get_system_commands(app.screen)}
        of_plan = {view.title for view in VIEWS.values() if isinstance(view, PlanView)}
        of_each = {view.title for view in VIEWS.values()} - of_plan
        both = {f"{title} of {name}" for title in of_each for name in ("example", "kiosk")}
        assert of_plan | both <= titles


async def test_a_view_opens_from_the_palette_by_typing_its_name(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p", *"deployment")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, ExplainScreen)
        assert "Deployment, step by step" in shown(app)
        assert "1. Set the administrator computer up" in shown(app)


async def test_enter_on_a_setting_goes_to_its_line(tmp_path: Path) -> None:
    text = DOCUMENTED.replace(
        "[[hosts]]", "[workspaces.settings.VM]\nMultiUserEnabled = false\n\n[[hosts]]"
    )
    app = dashboard(tmp_path, text)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        chosen = {c.title: c.callback for c in app.get_system_commands(app.screen)}
        chosen["Settings of example"]()
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        row = app.plan_screen.editor.cursor_location[0]
        assert app.plan_screen.editor.text.splitlines()[row] == "MultiUserEnabled = false"


async def test_a_workspace_that_is_gone_meanwhile_is_said_to_be_gone(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        chosen = {c.title: c.callback for c in app.get_system_commands(app.screen)}
        app.plan_screen.editor.text = DOCUMENTED.replace("example", "sample")
        await settle(pilot)
        chosen["Computer names of example"]()
        await settle(pilot)
        assert "The plan has no workspace example any more." in shown(app)


async def test_a_workspace_s_name_is_no_markup_in_the_palette(tmp_path: Path) -> None:
    app = dashboard(tmp_path, DOCUMENTED.replace('"example"', '"[/red]a[link=x]"'))
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+p")
        await settle(pilot)
        assert "Computer names of (/red)a(link=x)" in shown(app)
        await pilot.press(*"settings of")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert "Settings of [/red]a[link=x]" in shown(app)
