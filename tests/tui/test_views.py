from pathlib import Path

from medv_tui.reports.explanation import Sentence
from medv_tui.reports.views.show import VIEWS, PlanView, WorkspaceView
from medv_tui.tui.explain import ExplainScreen
from medv_tui.tui.views import of_workspace
from tests.tui.plans import DOCUMENTED, NARROW, dashboard, settle, shown

from .test_headline import review_of

NAMES = VIEWS["names"]


async def test_a_view_opens_from_the_palette_whatever_its_workspace_is_called(
    tmp_path: Path,
) -> None:
    kiosk = '\n[[workspaces]]\nname = "kiosk"\n'
    app = dashboard(tmp_path, DOCUMENTED.replace('"example"', '"[/red]a[link=x]"') + kiosk)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        titles = {command.title for command in app.get_system_commands(app.screen)}
        of_plan = {view.title for view in VIEWS.values() if isinstance(view, PlanView)}
        of_each = {view.title for view in VIEWS.values()} - of_plan
        both = {f"{title} of {name}" for title in of_each for name in ("(/red)a(link=x)", "kiosk")}
        assert of_plan | both <= titles
        await pilot.press("ctrl+p", *"settings of (/")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, ExplainScreen)
        assert "Settings of [/red]a[link=x]" in shown(app)


async def test_enter_on_a_setting_goes_to_its_line(tmp_path: Path) -> None:
    text = DOCUMENTED.replace(
        "[[hosts]]", "[workspaces.settings.VM]\nMultiUserEnabled = false\n\n[[hosts]]"
    )
    app = dashboard(tmp_path, text)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        chosen = {c.title: c.callback for c in app.get_system_commands(app.screen)}
        chosen["Settings of example"]()
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        row = app.plan_screen.editor.cursor_location[0]
        assert app.plan_screen.editor.text.splitlines()[row] == "MultiUserEnabled = false"


def test_a_workspace_is_found_by_its_name_where_it_then_stands() -> None:
    assert isinstance(NAMES, WorkspaceView)
    moved = '[[workspaces]]\nname = "kiosk"\n\n' + DOCUMENTED
    told = of_workspace(NAMES, "Example")(review_of(moved))
    assert told.title == "Computer names of example"


def test_a_workspace_that_is_gone_meanwhile_is_said_to_be_gone() -> None:
    assert isinstance(NAMES, WorkspaceView)
    told = of_workspace(NAMES, "kiosk")(review_of(DOCUMENTED))
    assert told.sections[0].entries == (Sentence("The plan has no workspace kiosk any more."),)
