from pathlib import Path

import pytest

from medv_tui.tui.line import plain, width
from medv_tui.tui.panes import disk
from medv_tui.tui.panes.disk import DiskPane
from medv_tui.tui.theme_colours import TERMINAL

from .plans import DOCUMENTED, WIDE, dashboard, host, settle, shown
from .test_headline import review_of

SECOND = """
[[workspaces]]
name = "second"
differencing_disk_gb = 2.25
saved_state_gb = 1.0

[workspaces.image]
vhd_gb = 5.0
"""
MIXED = DOCUMENTED + "".join(
    [
        host("SHORT", free_disk_gb=9),
        host("SHORTER", free_disk_gb=5),
        host("ROOMY", free_disk_gb=500, count=8),
        host("UNSAID").replace("free_disk_gb = 60\n", ""),
        host("NOBODY").replace('workspace = "example"\n', ""),
    ]
)
TWO = MIXED + SECOND + host("OTHER", workspace="second", free_disk_gb=7)


def rows(text: str, cells: int = 60, height: int = 25, *, shaded: bool = False) -> list[str]:
    drawn = disk.draw(review_of(text), cells, height, shaded=shaded)
    return [plain(row.line).rstrip() for row in drawn]


def test_the_documented_formula_stands_in_numbers() -> None:
    shown_rows = rows(DOCUMENTED)
    assert shown_rows[0] == "Fleet   1 host   10.1 planned"
    assert "2.6 + 3 × (1.5 + 1.0) = 10.1 GB" in shown_rows
    assert "required 10.1   peak    ?   planned 10.1   lowest free 60.0" in shown_rows


def test_two_decimals_stand_where_one_is_not_exact() -> None:
    assert "5.00 + 3 × (2.25 + 1.00) = 14.75 GB" in rows(TWO)


def test_a_shortage_is_said_for_the_fleet_and_the_workspace() -> None:
    shown_rows = rows(MIXED)
    assert shown_rows[0].endswith("× 2 short by 6.2")
    assert any(row.startswith("example") and "× 2 short by 6.2" in row for row in shown_rows)
    assert any("lowest free  5.0" in row for row in shown_rows)


def test_with_room_for_it_the_tightest_computer_is_named() -> None:
    assert any(row.endswith("tightest SHORTER") for row in rows(MIXED, 90))


def test_the_title_says_for_how_many_computers_the_figures_are() -> None:
    text = DOCUMENTED + host("MANY", users=5, count=2)
    assert any(row.startswith("example   3 hosts, 2 of them as below") for row in rows(text))
    assert not any("as below" in row for row in rows(DOCUMENTED))


def test_no_figure_is_cut_where_room_is_scarce() -> None:
    text = MIXED + host("PENDING", count=3).replace("users = 3\n", "")
    for cells in (40, 45, 50, 55, 60):
        fleet = rows(text, cells)[0]
        assert "…" not in fleet
        assert fleet.endswith(("? 3", "? 3 unknown"))


def test_a_workspace_without_figures_names_the_missing_key() -> None:
    shown_rows = rows(DOCUMENTED.replace("vhd_gb = 2.6", ""))
    assert "No disk figure yet: example has no vhd_gb." in shown_rows


def test_a_workspace_without_figures_names_the_key_that_cannot_be_read() -> None:
    shown_rows = rows(DOCUMENTED.replace("vhd_gb = 2.6", "vhd_gb ="))
    assert "No disk figure yet: example has an unreadable vhd_gb." in shown_rows


def test_a_workspace_without_computers_says_so() -> None:
    assert "No host gets this workspace yet." in rows('[[workspaces]]\nname = "empty"\n')


def test_a_plan_without_workspaces_says_what_to_add() -> None:
    assert rows("") == ["No workspace yet. Add a [[workspaces]] table."]


def test_a_short_pane_drops_formulas_then_the_fleet_then_counts_then_the_legend() -> None:
    seen = []
    for height in range(30, 8, -1):
        shown_rows = rows(TWO, height=height)
        kept = (
            sum(" GB" in row and "=" in row for row in shown_rows),
            any(row.startswith("Fleet") for row in shown_rows),
            any(row.startswith("█ base") for row in shown_rows),
        )
        if kept not in seen:
            seen.append(kept)
    assert seen == [(2, True, True), (1, True, True), (1, False, True), (1, False, False)]


@pytest.mark.parametrize("height", range(14, 40))
def test_the_pane_is_filled_and_not_overfilled(height: int) -> None:
    assert len(rows(TWO, height=height)) <= height


@pytest.mark.parametrize("cells", [40, 45, 59, 60, 76, 120])
def test_no_row_is_wider_than_the_pane(cells: int) -> None:
    review = review_of(TWO)
    for row in disk.draw(review, cells, 25):
        assert width(row.line) <= cells


def test_hostile_names_are_only_text() -> None:
    text = DOCUMENTED.replace('"example"', '"[red]\\u001b[31m"')
    assert any(row.startswith("[red]") and "\x1b" not in row for row in rows(text))


async def test_enter_explains_the_space_on_the_tightest_computer(tmp_path: Path) -> None:
    app = dashboard(tmp_path, MIXED)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        app.plan_screen.query_one(DiskPane).focus()
        await pilot.press("enter")
        await pilot.pause()
        assert "Why 10.10 GB on SHORTER?" in shown(app)


async def test_with_few_colours_the_parts_of_a_bar_have_shades(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert "▓ differencing" not in shown(app)
        app.theme = TERMINAL
        await settle(pilot)
        assert "▓ differencing" in shown(app)
