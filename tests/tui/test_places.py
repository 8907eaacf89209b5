from pathlib import Path

import pytest
from textual.document._document import Selection

from medv_tui.tui.panes.checklist import ChecklistPane
from medv_tui.tui.panes.hosts import HostsPane
from medv_tui.tui.place import Place

from .plans import DOCUMENTED, MEDIUM, NARROW, USERS, WIDE, dashboard, host, settle, shown

PLACES = ["editor", "architecture", "hosts", "disk", "checklist"]
FLEET = DOCUMENTED + "".join(host(f"PC-{n:04}", free_disk_gb=20 + n) for n in range(200))


@pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW])
async def test_f6_goes_around_all_places_and_back(tmp_path: Path, size: tuple[int, int]) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        there = []
        for _ in PLACES:
            assert app.focused is not None
            there.append(app.focused.id)
            await pilot.press("f6")
        assert there == PLACES
        await pilot.press("shift+f6")
        assert app.focused is not None
        assert app.focused.id == "checklist"


@pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW])
async def test_a_number_opens_a_place_outside_the_editor(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await pilot.press("f6")
        for number in (5, 3, 2, 4):
            await pilot.press(str(number))
            assert app.focused is not None
            assert app.focused.id == PLACES[number - 1]
            assert app.focused.region.height > 3


async def test_a_number_in_the_editor_is_typed(tmp_path: Path) -> None:
    app = dashboard(tmp_path, "")
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("3", "?")
        assert app.plan_screen.editor.text == "3?"


def visible(screen_places: list[Place]) -> set[int]:
    return {place.number for place in screen_places if place.region.area}


@pytest.mark.parametrize(
    ("size", "places"),
    [(WIDE, {1, 2, 3, 4, 5}), (MEDIUM, {1, 2}), (NARROW, {1}), ((39, 9), {1}), ((15, 4), set())],
)
async def test_each_form_shows_what_it_has_room_for(
    tmp_path: Path, size: tuple[int, int], places: set[int]
) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert visible(list(app.plan_screen.query(Place))) == places


async def test_resizing_through_every_form_keeps_text_cursor_and_focus(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        editor = app.plan_screen.editor
        editor.selection = Selection.cursor((USERS, 4))
        await pilot.press("!")
        for size in ((120, 40), (80, 24), (70, 20), (39, 9), (15, 4), (1, 1), (80, 24), (180, 50)):
            await pilot.resize_terminal(*size)
            await settle(pilot)
        assert editor.text == DOCUMENTED.replace("users = 3", "user!s = 3")
        assert editor.cursor_location == (USERS, 5)
        assert editor.has_focus
        assert "MED-V host" in shown(app)


async def test_a_pane_in_front_stays_in_front_from_narrow_to_wide(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("shift+f6")
        for size in (MEDIUM, WIDE, NARROW):
            await pilot.resize_terminal(*size)
            await settle(pilot)
            pane = app.plan_screen.query_one(ChecklistPane)
            assert pane.has_focus
            assert pane.region.height > 3


async def test_a_terminal_below_80_by_24_is_told_what_is_needed(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=(70, 20)) as pilot:
        await settle(pilot)
        assert shown(app).splitlines()[1].strip() == "Needs 80 x 24, has 70 x 20."
        await pilot.press("#")
        assert app.plan_screen.editor.text == "#" + DOCUMENTED


async def test_below_40_by_10_the_editor_has_every_row(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=(39, 9)) as pilot:
        await settle(pilot)
        assert app.plan_screen.editor.region.size == (39, 9)
        await pilot.press("#")
        assert app.plan_screen.editor.text == "#" + DOCUMENTED


async def test_below_20_by_5_there_is_one_sentence(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=(15, 4)) as pilot:
        await settle(pilot)
        assert " ".join(shown(app).split()) == "Too small. Needs 80 x 24, has 15 x 4."


async def test_the_title_of_the_focused_place_is_heavy(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert "1 Plan ━━" in shown(app)
        await pilot.press("f6")
        assert "1 Plan ──" in shown(app)
        assert "2 Architecture ━━" in shown(app)


async def test_the_title_of_the_plan_says_where_the_cursor_is(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.press("down", "right", "right")
        await pilot.pause()
        assert "line 2, column 3" in shown(app)


@pytest.mark.parametrize("size", [MEDIUM, NARROW])
async def test_a_click_on_a_tab_opens_it(tmp_path: Path, size: tuple[int, int]) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        tabs = "#tabs" if size == NARROW else "#pane-tabs"
        region = app.plan_screen.query_one(tabs).region
        row = shown(app).splitlines()[region.y]
        await pilot.click(tabs, offset=(row.index("Hosts") - region.x, 0))
        await pilot.pause()
        assert app.focused is app.plan_screen.query_one(HostsPane)


async def test_the_host_cursor_scrolls_the_table(tmp_path: Path) -> None:
    app = dashboard(tmp_path, FLEET)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        pane = app.plan_screen.query_one(HostsPane)
        names = app.plan_screen.query_one(HostsPane)
        await pilot.press("f6", "f6", "end")
        await pilot.pause()
        assert "rows 184 to 201 of 201" in shown(app)
        assert names.position == 200
        await pilot.press("pageup", "up", "home", "down")
        await pilot.pause()
        assert pane.position == 1
        assert "rows 1 to 18 of 201" in shown(app)


async def test_a_click_selects_a_host(tmp_path: Path) -> None:
    app = dashboard(tmp_path, FLEET)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        await pilot.click("#hosts", offset=(4, 3))
        assert app.plan_screen.query_one(HostsPane).position == 2


async def test_the_checklist_scrolls(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("shift+f6", "end")
        await pilot.pause()
        assert "Secure " in shown(app)
        await pilot.press("home")
        await pilot.pause()
        assert "Plan     ━" in shown(app)


async def test_a_pane_that_had_no_room_for_a_while_is_in_front_again(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        app.plan_screen.action_open(3)
        for size in ((30, 8), (19, 4), (30, 8), NARROW):
            await pilot.resize_terminal(*size)
            await settle(pilot)
        assert app.plan_screen.chosen == 3
        await pilot.press("4")
        await settle(pilot)
        assert app.plan_screen.chosen == 4
        assert app.plan_screen.editor.text == DOCUMENTED


async def test_what_is_typed_while_there_is_no_room_reaches_the_text(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=(19, 4)) as pilot:
        await settle(pilot)
        await pilot.press("#")
        await pilot.resize_terminal(30, 8)
        await settle(pilot)
        assert app.plan_screen.editor.text == "#" + DOCUMENTED
