from pathlib import Path

import pytest
from rich.segment import Segment
from textual.events import Key, MouseDown, MouseUp

from medv_tui.review.hosts import HostsReview
from medv_tui.tui.app import DashboardApp
from medv_tui.tui.line import Line
from medv_tui.tui.open_plan import OpenPlan
from medv_tui.tui.opening import Opened
from medv_tui.tui.panes import hosts_layout
from medv_tui.tui.panes.disk import DiskPane
from medv_tui.tui.panes.hosts import HostsPane
from medv_tui.tui.panes.hosts_table import Columns, host_row

from .plans import (
    DAY,
    DOCUMENTED,
    MEDIUM,
    NARROW,
    USERS,
    WIDE,
    dashboard,
    host,
    select_users,
    settle,
    shown,
)
from .reviews import before_reviews


@pytest.mark.parametrize("size", [WIDE, MEDIUM, NARROW])
async def test_the_documented_example_shows_its_figure(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "10.1 GB" in shown(app)


async def test_every_pane_shows_its_part_of_the_review(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        screen = shown(app)
    for text in (
        "2.6 + 3 × (1.5 + 1.0) = 10.1 GB",
        "● ready",
        "+49.9",
        "MED-V host",
        "Plan     ━",
        "No problems.",
    ):
        assert text in screen


async def test_figures_follow_the_text_with_no_other_key(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        select_users(app)
        await pilot.press("4")
        await settle(pilot)
        assert "2.6 + 4 × (1.5 + 1.0) = 12.6 GB" in shown(app)
        assert "+47.4" in app.plan_screen.query_one(HostsPane).render_line(1).text
        assert "10.1" not in shown(app)
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert "2.6 + 3 × (1.5 + 1.0) = 10.1 GB" in shown(app)
        assert "12.6" not in shown(app)


async def test_a_typed_letter_does_not_wait_for_the_review(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = dashboard(tmp_path, "")
    calls: list[str] = []
    before_reviews(monkeypatch, calls.append)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press(*"# a word")
        assert "# a word" in shown(app)
        await settle(pilot)
    assert calls[0] == ""
    assert calls[-1] == "# a word"
    assert len(calls) < 2 + len("# a word")


async def test_a_broken_line_is_a_problem_and_other_computers_keep_their_figures(
    tmp_path: Path,
) -> None:
    app = dashboard(tmp_path, DOCUMENTED + host("DESK-02", users=4) + host("DESK-03"))
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        select_users(app)
        await pilot.press("@")
        await settle(pilot)
        screen = shown(app)
        assert f"× {USERS + 1}:" in screen
        assert "× 1 error" in screen
        pane = app.plan_screen.query_one(HostsPane)
        drawn = "\n".join(pane.render_line(y).text for y in range(6))
        assert "DESK-02" in drawn
        assert "+47.4" in drawn
        assert "DESK-03" in drawn
        assert "+49.9" in drawn


async def test_the_wrong_word_is_underlined(tmp_path: Path) -> None:
    app = dashboard(tmp_path, "[infrastructure]\n\n\nprint_server = flase\n")
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        dark = underlined(app, 3)
        assert [segment.text for segment in dark] == ["flase"]
        app.theme = "medv-light"
        await pilot.pause()
        assert underlined(app, 3) != dark


def underlined(app: DashboardApp, row: int) -> list[Segment]:
    return [s for s in app.plan_screen.editor.render_line(row) if s.style and s.style.underline]


async def test_a_pane_whose_part_is_the_same_is_not_drawn_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        drawn: list[object] = []
        pane = app.plan_screen.query_one(DiskPane)
        monkeypatch.setattr(pane, "refresh", lambda *regions, **_: drawn.append(regions))
        app.plan_screen.editor.move_cursor((0, 0))
        await pilot.press("#", "enter")
        await settle(pilot)
        assert app.plan_screen.editor.text == "#\n" + DOCUMENTED
        assert drawn == []


async def test_a_large_fleet_is_shown_and_never_written_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[HostsReview] = []

    def record(self: HostsReview) -> str:
        written.append(self)
        return "hosts"

    monkeypatch.setattr(HostsReview, "__repr__", record)
    (tmp_path / "fleet.csv").write_text(
        "name,free_disk_gb\n" + "".join(f"PC-{n:05},{n}\n" for n in range(5_000))
    )
    text = DOCUMENTED + '\n[[inventories]]\nfile = "fleet.csv"\nworkspace = "example"\n'
    app = dashboard(tmp_path, text)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert "5,001 hosts" in shown(app)
        await pilot.press("f6", "f6", "end")
        assert "of 5,001" in shown(app)
    assert written == []


async def test_only_rows_on_the_screen_are_drawn_and_none_is_reasoned_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = DOCUMENTED + "".join(host(f"PC-{n:04}", free_disk_gb=n / 10) for n in range(500))
    app = dashboard(tmp_path, text)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        pane = app.plan_screen.query_one(HostsPane)
        drawn: set[int] = set()

        def record(hosts: HostsReview, row: int, columns: Columns, *, is_chosen: bool) -> Line:
            drawn.add(row)
            return host_row(hosts, row, columns, is_chosen=is_chosen)

        monkeypatch.setattr(hosts_layout, "host_row", record)
        monkeypatch.delattr(HostsReview, "review")
        await pilot.press("f6", "f6", "end", "home")
        assert 0 < len(drawn) <= 3 * pane.size.height


async def test_a_missing_inventory_is_a_problem_and_not_a_crash(tmp_path: Path) -> None:
    app = dashboard(tmp_path, DOCUMENTED + '\n[[inventories]]\nfile = "none.csv"\n')
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        assert "× 1 error" in shown(app)
        assert "10.1 GB" in shown(app)


@pytest.mark.parametrize(
    "name", ["[/b]", "[red]x[/]", "[@click=app.quit]x[/]", "\x1b]0;gone\x07", "\u202eevil", "漢字"]
)
async def test_a_hostile_name_is_only_text(tmp_path: Path, name: str) -> None:
    text = DOCUMENTED.replace('"example"', f'"{_escaped(name)}"').replace(
        '"DESK-01"', f'"{_escaped(name)}"'
    )
    app = dashboard(tmp_path, text)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        screen = shown(app)
        assert "10.1 GB" in screen
        assert not {"\x1b", "\x07", "\u202e"} & set(screen)
        if name.isprintable():
            pane = app.plan_screen.query_one(HostsPane)
            assert f" {name[:6]}" in pane.render_line(1).text


def _escaped(name: str) -> str:
    return "".join(c if c.isprintable() else f"\\u{ord(c):04X}" for c in name)


async def test_a_plan_that_is_not_there_starts_empty(tmp_path: Path) -> None:
    app = DashboardApp(OpenPlan.read(tmp_path / "new.toml"), DAY)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        screen = shown(app)
        assert "new.toml new" in screen
        assert "No hosts yet." in screen
        assert "No workspace yet." in screen


async def test_a_window_of_forty_by_ten_shows_four_lines_of_the_plan(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=(40, 10)) as pilot:
        await settle(pilot)
        assert app.plan_screen.editor.size.height >= 4


async def test_of_two_plans_that_are_opened_at_once_the_last_one_stays(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        for _ in range(3):
            app.on_opened(Opened(OpenPlan.read(tmp_path / "plan.toml")))
        await settle(pilot)
        front: object = app.screen
        assert front is app.plan_screen
        assert "Documented example" in shown(app)


async def test_a_plan_that_is_opened_at_the_very_end_does_not_spoil_it(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        app.on_opened(Opened(OpenPlan.read(tmp_path / "plan.toml")))
        app.exit(0)
    assert app.return_code == 0


async def test_a_key_that_comes_while_the_dashboard_ends_does_not_spoil_its_end(
    tmp_path: Path,
) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=WIDE) as pilot:
        await settle(pilot)
        app.on_opened(Opened(OpenPlan.read(tmp_path / "plan.toml")))
        app.exit(0)
        app.post_message(Key("f7", None))
    assert app.return_code == 0


async def test_a_click_beyond_the_window_does_not_take_the_keys_away(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        x, y = NARROW
        for kind in (MouseDown, MouseUp):
            app.post_message(kind(None, x, y, 0, 0, 1, False, False, False, x, y))
        await settle(pilot)
        await pilot.press("#")
        await settle(pilot)
        assert app.plan_screen.editor.text == "#" + DOCUMENTED
