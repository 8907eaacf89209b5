import re
from pathlib import Path

import pytest

from medv_tui.findings import Severity
from medv_tui.review.components import DRAWN_IN
from medv_tui.tui.app import DashboardApp
from medv_tui.tui.line import plain
from medv_tui.tui.panes import architecture
from medv_tui.tui.panes.architecture import ArchitecturePane, above, below, beside
from medv_tui.tui.panes.drawing import Spot

from .plans import DOCUMENTED, MEDIUM, NARROW, WIDE, dashboard, host, settle, shown
from .test_headline import review_of

WEAK = DOCUMENTED + host("WEAK", ram_mb=1024)


def spot(x: int, y: int, columns: int = 4) -> Spot:
    return Spot(x, y, columns, f"{x},{y}", "box")


def pane(app: DashboardApp) -> ArchitecturePane:
    return app.plan_screen.query_one(ArchitecturePane)


def test_a_component_stands_indented_below_the_one_that_contains_it() -> None:
    drawn = review_of(WEAK).architecture
    lines = [plain(line) for line in architecture.tree(drawn.components)]
    indents = {
        c.id: len(row) - len(row.lstrip()) for c, row in zip(drawn.components, lines, strict=True)
    }
    for component in drawn.components:
        if component.inside is not None:
            assert indents[component.id] == indents[component.inside] + 2


def test_the_documentation_draws_the_services_inside_the_host() -> None:
    components = review_of(WEAK).architecture.components
    drawn = architecture.as_documented(components)
    ids = [c.id for c in architecture.nested(drawn)]
    host_at = ids.index("host")
    assert ids[host_at + 1 : host_at + 3] == ["esd-system", "registry-management-system"]
    assert {c.id: c.inside for c in drawn} == {
        c.id: DRAWN_IN.get(c.id, c.inside) for c in components
    }
    assert len(ids) == len(components)


def test_what_a_component_contains_stands_right_below_it() -> None:
    components = list(architecture.nested(review_of(WEAK).architecture.components))
    ids = [c.id for c in components]
    assert ids.index("workspace-package") < ids.index("esd-system")
    open_containers: list[str] = []
    for component in components:
        while open_containers and open_containers[-1] != component.inside:
            open_containers.pop()
        assert component.inside == (open_containers[-1] if open_containers else None)
        open_containers.append(component.id)


async def test_v_shows_the_documentations_view_and_goes_back(tmp_path: Path) -> None:
    app = dashboard(tmp_path, WEAK)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        ours = shown(app)
        await pilot.press("escape", "2", "v")
        await settle(pilot)
        assert "As the documentation draws it" in shown(app)
        assert re.search(r"MED-V Host .*\n.*    . ESD system ", shown(app))
        await pilot.press("v")
        await settle(pilot)
        assert "As the documentation draws it" not in shown(app)
        assert "╭─ × MED-V host" in ours
        assert "╭─ × MED-V host" in shown(app)


def test_a_component_fails_as_badly_as_its_worst_practice() -> None:
    review = review_of(WEAK)
    severities = {c.id: c.severity for c in review.architecture.components}
    must = next(i for i in review.items if Severity.MUST in i.failing and i.practice.concerns)
    assert severities[must.practice.concerns[0]] is Severity.MUST


def test_up_and_down_go_to_what_stands_over_and_under() -> None:
    here, over, under, apart = spot(2, 5), spot(0, 3), spot(4, 9), spot(10, 4)
    every = [apart, under, here, over, spot(0, 1)]
    assert above(every, here) == over
    assert below(every, here) == under
    assert above([apart], here) is None


def test_left_and_right_go_to_what_is_nearest_in_height() -> None:
    here, near, far = spot(2, 5), spot(10, 6), spot(10, 1)
    assert beside([far, near, here], here, 1) == near
    assert beside([far, here], near, -1) == here
    assert beside([far, near, here], here, -1) is None


@pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW, (140, 36)])
async def test_the_architecture_is_a_drawing_at_every_usual_size(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = dashboard(tmp_path, WEAK)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        app.plan_screen.action_open(2)
        await settle(pilot)
        screen = shown(app)
        assert "╭─ × MED-V host " in screen
        assert "MED-V guest " in screen


async def test_without_room_for_a_drawing_there_is_a_list(tmp_path: Path) -> None:
    app = dashboard(tmp_path, WEAK)
    async with app.run_test(size=(80, 16)) as pilot:
        await settle(pilot)
        app.plan_screen.action_open(2)
        await settle(pilot)
        assert re.search(r"    . Windows Virtual PC image ", shown(app))
        await pilot.press("down", "right", "pagedown", "home")
        assert pane(app).chosen == "enterprise"


async def test_the_drawing_follows_the_text(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert "Memory" not in shown(app).split("3 Hosts")[0]
        app.plan_screen.editor.load_text(WEAK)
        await settle(pilot)
        assert "× Memory  1 below 2 GB" in shown(app)


async def test_arrows_move_between_boxes_and_enter_explains(tmp_path: Path) -> None:
    app = dashboard(tmp_path, WEAK)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        app.plan_screen.action_open(2)
        await settle(pilot)
        assert pane(app).chosen == "administrator-computer"
        await pilot.press("right")
        assert pane(app).chosen == "host"
        await pilot.press("down")
        assert pane(app).chosen == ("host-ram-minimum", "hosts")
        await pilot.press("enter")
        await pilot.pause()
        assert "Host has 2 GB RAM or more" in shown(app)


async def test_pages_are_boxes_and_home_and_end_are_the_ends(tmp_path: Path) -> None:
    app = dashboard(tmp_path, WEAK)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        app.plan_screen.action_open(2)
        await pilot.press("pagedown")
        assert pane(app).chosen == "esd-system"
        await pilot.press("end")
        last = pane(app).chosen
        await pilot.press("home", "pageup")
        assert pane(app).chosen == "administrator-computer"
        assert last != pane(app).chosen


async def test_a_click_chooses_what_is_under_the_mouse(tmp_path: Path) -> None:
    app = dashboard(tmp_path, WEAK)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        rows = shown(app).splitlines()
        y = next(y for y, row in enumerate(rows) if "Memory  1 below" in row)
        region = pane(app).region
        offset = (rows[y].index("Memory") - region.x, y - region.y)
        await pilot.click(ArchitecturePane, offset=offset)
        assert pane(app).chosen == ("host-ram-minimum", "hosts")


async def test_the_cursor_stays_on_its_choice_when_the_text_changes(tmp_path: Path) -> None:
    app = dashboard(tmp_path, WEAK)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        app.plan_screen.action_open(2)
        await pilot.press("right", "down")
        app.plan_screen.editor.load_text(WEAK + host("FEEBLE", ram_mb=512))
        await settle(pilot)
        assert pane(app).chosen == ("host-ram-minimum", "hosts")
