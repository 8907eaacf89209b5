"""What is said of plans that lack something, in every part of the dashboard."""

from pathlib import Path

import pytest

from medv_tui.tui.headline import FileState, headline
from medv_tui.tui.layout import Form
from medv_tui.tui.line import plain
from medv_tui.tui.panes import checklist, disk
from medv_tui.tui.panes.absent import NO_HOSTS, no_hosts, no_workspace
from medv_tui.tui.panes.architecture import ArchitecturePane
from medv_tui.tui.panes.checklist_choice import View

from . import states
from .plans import DOCUMENTED, NARROW, dashboard, host, settle, shown
from .test_headline import SAMPLES, review_of

UNFINISHED = {
    "empty": states.EMPTY,
    "no hosts": states.NO_HOSTS,
    "no workspace": states.NO_WORKSPACE,
    "all unknown": states.ALL_UNKNOWN,
    "inventory missing": states.INVENTORY_MISSING,
}


def top(text: str, form: Form, cells: int) -> str:
    return plain(headline(FileState("plan.toml", False, False), review_of(text), form, cells))


def disk_rows(text: str, cells: int = 60) -> list[str]:
    return [plain(row.line).rstrip() for row in disk.draw(review_of(text), cells, 25)]


@pytest.mark.parametrize("name", UNFINISHED)
@pytest.mark.parametrize("cells", [40, 60, 78])
def test_the_disk_pane_says_something_and_cuts_nothing(name: str, cells: int) -> None:
    rows = disk_rows(UNFINISHED[name], cells)
    assert any(rows)
    assert not any("…" in row for row in rows)


def test_a_sum_of_which_nothing_is_known_is_no_zero() -> None:
    assert disk_rows(states.ALL_UNKNOWN)[0].startswith("Fleet   14 hosts   ? planned")
    assert "disk ? GB planned" in top(states.ALL_UNKNOWN, Form.WIDE, 178)
    assert "unknown  ? GB" in top(states.ALL_UNKNOWN, Form.NARROW, 78)


def test_a_sum_of_which_something_is_known_is_a_least_amount() -> None:
    text = DOCUMENTED + host("UNSAID").replace("users = 3\n", "")
    assert "disk at least 10.1 GB planned" in top(text, Form.WIDE, 178)


def test_every_key_that_a_disk_figure_lacks_is_named() -> None:
    said = " ".join(disk_rows(states.ALL_UNKNOWN))
    assert "finance has no vhd_gb, no users, no differencing_disk_gb and no ram_mb." in said
    assert "No computer's headroom is known yet." in said


def test_a_workspace_that_nobody_gets_says_how_somebody_does() -> None:
    other = '\n[[workspaces]]\nname = "other"\n'
    assert 'Give it to one with workspace = "other".' in disk_rows(DOCUMENTED + other)


def test_without_computers_the_disk_pane_says_why_there_are_none() -> None:
    rows = disk_rows(states.NO_HOSTS, 78)
    assert rows[-1] == NO_HOSTS
    assert not any("Headroom" in row for row in rows)
    assert "There is no fleet.csv." in disk_rows(states.INVENTORY_MISSING, 78)[-1]


def test_an_inventory_that_cannot_be_read_is_not_an_empty_fleet() -> None:
    said = no_hosts(review_of(states.INVENTORY_MISSING))
    assert said == ("There is no fleet.csv. Its computers are not counted. F8 goes to its line.")
    assert no_hosts(review_of(states.EMPTY)).startswith("No hosts yet.")
    assert no_hosts(review_of(DOCUMENTED)) == ""


def test_tables_with_errors_are_not_told_as_absent() -> None:
    broken = DOCUMENTED.replace("users = 3", "users = flase")
    assert no_hosts(review_of(broken)).startswith("No [[hosts]] table counts while it has an error")
    assert no_workspace(review_of(broken)) == ""
    assert no_workspace(review_of("[[workspaces]]\nname = 3\n")).startswith("No [[workspaces]]")


def test_the_drawing_claims_nothing_of_computers_that_are_not_there() -> None:
    pane = ArchitecturePane()
    assert pane.fact(review_of(states.INVENTORY_MISSING)) == "no hosts yet"
    assert pane.fact(review_of(DOCUMENTED)) == "worst of 1 host"


def test_a_phase_without_practices_has_no_figures() -> None:
    rows = [plain(r.line) for r in checklist.draw(review_of(states.EMPTY), View(), None, 78)]
    (image,) = (row for row in rows if row.startswith("Image"))
    assert image.rstrip().endswith("nothing applies")


def test_a_medium_headline_names_practices_before_computers_without_a_workspace() -> None:
    midsize = (SAMPLES / "midsize.toml").read_text()
    assert "practices 149 of 204" in top(midsize, Form.MEDIUM, 118)
    assert "unassigned" not in top(midsize, Form.MEDIUM, 118)
    assert "14 unassigned" in top(midsize, Form.MEDIUM, 138)


async def test_an_empty_plan_says_how_to_begin(tmp_path: Path) -> None:
    app = dashboard(tmp_path, states.EMPTY)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        assert "Type [ to choose a first table." in shown(app)
        await pilot.press("left_square_bracket")
        await settle(pilot)
        assert "► [[workspaces]]" in shown(app)
        assert "Nothing is planned yet." not in shown(app)
