"""Several computers are chosen in the table; what is wanted of them is one step to undo."""

import csv
import io
from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot

from medv_tui.findings import Verdict
from medv_tui.inventory.progress import Progress
from medv_tui.planfile.parse import parse
from medv_tui.review.crowds import Common, Crowd
from medv_tui.review.review import Review
from medv_tui.tui.app import DashboardApp
from medv_tui.tui.joined_lines import Stretch
from medv_tui.tui.line import plain, width
from medv_tui.tui.marks import Marks
from medv_tui.tui.panes import hosts_crowds
from medv_tui.tui.panes.hosts import HostsPane

from .plans import DOCUMENTED, MEDIUM, dashboard, host, settle, shown

PLAN = DOCUMENTED + "".join(
    [
        host("SMALL", free_disk_gb=5, site="Plant Graz"),
        host("TINY", free_disk_gb=4, site="Plant Graz"),
        host("NEAR", ram_mb=8100, site="Head office"),
        '\n[[workspaces]]\nname = "kiosk"\n',
        '\n[[inventories]]\nfile = "fleet.csv"\nworkspace = "example"\n',
    ]
)
FLEET = "Name,OS,RAM (MB),Free (GB),Site,Users\nCSV-1,Windows 7 Enterprise,4096,3,Plant Graz,1\n"


async def opened(pilot: Pilot[int]) -> HostsPane:
    """Go to the table of computers."""
    await settle(pilot)
    app = pilot.app
    assert isinstance(app, DashboardApp)
    app.plan_screen.action_open(HostsPane.NUMBER)
    await settle(pilot)
    pane = app.screen.query_one(HostsPane)
    assert pane.has_focus
    return pane


def fleet_in(folder: Path) -> DashboardApp:
    (folder / "fleet.csv").write_text(FLEET)
    return dashboard(folder, PLAN)


async def test_chosen_computers_are_excluded_for_a_reason_as_one_step(tmp_path: Path) -> None:
    app = fleet_in(tmp_path)
    async with app.run_test(size=MEDIUM) as pilot:
        pane = await opened(pilot)
        await pilot.press("slash", *"graz", "enter")
        await settle(pilot)
        await pilot.press("plus")
        await pilot.pause()
        assert [f" +{name}" in shown(app) for name in ("SMALL", "TINY", "CSV-1")] == [True] * 3
        await pilot.press("x")
        await pilot.pause()
        await pilot.press(*"leased", "enter")
        await settle(pilot)
        assert "Exclude 3 rows: add 1 table [[hosts]] and change 2 that are there." in " ".join(
            shown(app).split()
        )
        await pilot.press("enter")
        await settle(pilot)

        hosts = parse(app.plan_screen.editor.text).plan.hosts
        excluded = {each.name: each.excluded for each in hosts if each.excluded}
        assert excluded == {"SMALL": "leased", "TINY": "leased", "CSV-1": "leased"}
        review = app.plan_screen.review
        assert review is not None
        assert review.hosts.counts[Verdict.EXCLUDED] == 3
        app.plan_screen.editor.undo()
        assert app.plan_screen.editor.text == PLAN
        await pilot.press("minus")
        assert not pane.chosen


async def test_the_computer_under_the_cursor_is_assigned_where_none_is_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("medv_tui.tui.fleet_changes.MOST_WRITTEN", 2)
    app = fleet_in(tmp_path)
    async with app.run_test(size=MEDIUM) as pilot:
        await opened(pilot)
        await pilot.press("plus", "a")
        await pilot.pause()
        await pilot.press("enter")
        await settle(pilot)
        assert "5 rows are more than the 2" in " ".join(shown(app).split())
        await pilot.press("escape", "x")
        await pilot.pause()
        assert "5 rows are more than the 2" in " ".join(shown(app).split())
        await pilot.press("escape", "minus", "slash", *"csv", "enter")
        await settle(pilot)
        await pilot.press("a")
        await pilot.pause()
        await pilot.press(*"kiosk", "enter")
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)

        hosts = parse(app.plan_screen.editor.text).plan.hosts
        assert {each.name: each.workspace for each in hosts}["CSV-1"] == "kiosk"


async def test_what_is_listed_is_exported_in_its_order_and_replaces_no_file(
    tmp_path: Path,
) -> None:
    app = fleet_in(tmp_path)
    async with app.run_test(size=MEDIUM) as pilot:
        await opened(pilot)
        await pilot.press("slash", *"graz", "enter")
        await settle(pilot)
        await pilot.press("e")
        await pilot.pause()
        await pilot.press("enter")
        await settle(pilot)

        written = (tmp_path / "hosts.csv").read_bytes()
        table = csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""))
        assert [row[0] for row in table] == ["name", "TINY", "SMALL", "CSV-1"]
        await pilot.press("e")
        await pilot.pause()
        await pilot.press("enter")
        await settle(pilot)
        assert "is there already" in " ".join(shown(app).split())
        assert (tmp_path / "hosts.csv").read_bytes() == written


async def test_an_export_of_figures_that_are_older_than_the_text_says_so(tmp_path: Path) -> None:
    app = fleet_in(tmp_path)
    async with app.run_test(size=MEDIUM) as pilot:
        await opened(pilot)
        editor = app.plan_screen.editor
        row = next(n for n, line in enumerate(editor.document.lines) if line.startswith("vhd_gb"))
        editor.insert("=", (row, len("vhd_gb")))
        await settle(pilot)
        await pilot.press("e")
        await pilot.pause()
        await pilot.press("enter")
        await settle(pilot)

        assert f"Older figures: line {row + 1} not valid, vhd_gb as before." in shown(app)


async def test_computers_are_counted_by_site_and_by_reason(tmp_path: Path) -> None:
    app = fleet_in(tmp_path)
    async with app.run_test(size=MEDIUM) as pilot:
        pane = await opened(pilot)
        await pilot.press("r")
        await settle(pilot)
        said = " ".join(plain(pane.row(index, pane.cells)) for index in range(pane.length()))
        assert "3 GB more free on each would bring back 1 computer that nothing" in said
        assert "1 computer reports less than 5 % under the next step" in said
        assert f"rows 1 to {pane.items()} of {pane.items()}" in plain(pane.foot(pane.cells) or ())
        await pilot.press("b")
        await settle(pilot)
        assert "Plant Graz" in plain(pane.row(0, pane.cells))
        await pilot.press("enter")
        await settle(pilot)
        assert pane.wanted == 'site:"Plant Graz"'
        assert pane.items() == 3


async def test_an_inventory_that_changes_on_disk_is_read_again(tmp_path: Path) -> None:
    app = fleet_in(tmp_path)
    async with app.run_test(size=MEDIUM) as pilot:
        await settle(pilot)
        review = app.plan_screen.review
        (tmp_path / "fleet.csv").write_text(FLEET + FLEET.splitlines()[1].replace("CSV-1", "CSV-2"))
        app.plan_screen.bench.reviewing.look_at_files()
        await settle(pilot)

        fresh = app.plan_screen.review
        assert review is not None
        assert fresh is not None
        assert fresh.hosts.total == review.hosts.total + 1


CROWD = Crowd("Plant Graz", {Verdict.READY: 1_200, Verdict.BLOCKED: 3})


@pytest.mark.parametrize("cells", [30, 46, 60, 80, 120, 180])
def test_a_row_of_a_crowd_fits_and_keeps_its_computers(cells: int) -> None:
    row = hosts_crowds.crowd_row(CROWD, cells)

    assert width(row) <= cells
    assert width(hosts_crowds.heads(Common.SITE, cells)) <= cells
    assert "1,203" in plain(row)


def test_a_crowd_without_a_name_is_no_filter() -> None:
    assert hosts_crowds.filter_for(Common.MODEL, Crowd(None, {})) == ""
    assert hosts_crowds.filter_for(Common.MODEL, Crowd("780", {})) == "model:780"


async def test_a_review_that_takes_long_says_so_until_it_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = dashboard(tmp_path)
    begun, done = Event(), Event()
    reviewing = app.plan_screen.bench.reviewing
    judge = reviewing._judge

    def slowly(stretches: list[Stretch], progress: Progress) -> tuple[Review, Marks]:
        begun.set()
        done.wait()
        return judge(stretches, progress)

    monkeypatch.setattr(reviewing, "_judge", slowly)
    monkeypatch.setattr("medv_tui.tui.waiting.TOLD_SECONDS", 0.01)
    async with app.run_test(size=MEDIUM) as pilot:
        for _ in range(1_000):
            if "judging the computers" in shown(app):
                break
            await pilot.pause(0.01)
        told = shown(app)
        done.set()
        assert begun.is_set()
        assert "judging the computers" in told
        await settle(pilot)
        assert "judging the computers" not in shown(app)
