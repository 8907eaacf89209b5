"""A long review shows how far it is, can be cancelled, and leaves the last figures standing."""

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.geometry import Region
from textual.pilot import Pilot
from textual.strip import Strip

from benchmarks.large_plans import plan_text
from medv_tui.inventory.progress import Step
from medv_tui.inventory.sheet import BLOCK
from medv_tui.review.review import Review
from medv_tui.tui.app import DashboardApp
from medv_tui.tui.waiting import Waiting

from .plans import MEDIUM, dashboard, settle, shown

ROWS = 3 * BLOCK
SEEN = BLOCK + 1
"""Lines that are read after one block, with the header row."""
INVENTORY = '\n[[inventories]]\nfile = "fleet.csv"\nworkspace = "example"\n'


class SlowReading:
    """Reading that goes on to its second block of lines only when it is let."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.steps: list[Step] = []
        self.go_on = Event()
        follow = Waiting._follow

        def follow_slowly(waiting: Waiting, step: Step) -> None:
            self.steps.append(step)
            follow(waiting, step)
            if step.doing.startswith("reading") and step.done == SEEN:
                self.go_on.wait()
                follow(waiting, step)

        monkeypatch.setattr(Waiting, "_follow", follow_slowly)
        monkeypatch.setattr("medv_tui.tui.waiting.TOLD_SECONDS", 0.01)


def opened(folder: Path) -> DashboardApp:
    """Open a plan beside a fleet that the plan does not name yet."""
    rows = (f"PC-{number},Windows 7,4096,60" for number in range(ROWS))
    (folder / "fleet.csv").write_text("Name,OS,RAM (MB),Free (GB)\n" + "\n".join(rows))
    return dashboard(folder)


async def attach(pilot: Pilot[int], app: DashboardApp) -> None:
    """Name the fleet at the end of the plan, and wait until it is shown how far the reading is."""
    await settle(pilot)
    editor = app.plan_screen.editor
    editor.insert(INVENTORY, editor.document.end)
    for _ in range(1_000):
        if f"{SEEN:,} of " in shown(app):
            return
        await pilot.pause(0.01)
    raise AssertionError("No progress was shown.")


async def test_a_long_reading_shows_a_bar_and_the_last_figures_until_it_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=MEDIUM) as pilot:
        await settle(pilot)
        reading = SlowReading(monkeypatch)
        await attach(pilot, app)
        told, before = shown(app), app.plan_screen.review
        reading.go_on.set()
        await settle(pilot)

        assert f"reading fleet.csv ━━━─────── {SEEN:,} of {ROWS + 1:,}   Esc cancels" in told
        assert before is not None
        assert before.hosts.total == 1
        review = app.plan_screen.review
        assert review is not None
        assert review.hosts.total == ROWS + 1
        assert "Esc cancels" not in shown(app)
        doings = dict.fromkeys(step.doing for step in reading.steps[-20:])
        assert list(doings)[-1] == f"judging {ROWS + 1:,} computers"


async def test_escape_in_the_editor_cancels_and_f5_starts_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(tmp_path)
    async with app.run_test(size=MEDIUM) as pilot:
        await settle(pilot)
        reading = SlowReading(monkeypatch)
        await attach(pilot, app)
        screen, before = app.plan_screen, app.plan_screen.review
        assert app.focused is screen.editor
        await pilot.press("escape")
        reading.go_on.set()
        await app.workers.wait_for_complete()
        await pilot.pause()

        assert screen.review is before
        assert not screen.is_reviewed
        assert "F5 or an edit of the text starts again" in shown(app)

        await pilot.press("f5")
        await settle(pilot)
        review = screen.review
        assert review is not None
        assert review.hosts.total == ROWS + 1


async def test_escape_is_left_to_others_while_nothing_takes_long(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=MEDIUM) as pilot:
        await settle(pilot)
        assert app.plan_screen.check_action("cancel_review", ()) is False


async def test_a_plan_that_is_read_whole_is_judged_apart_until_the_dashboard_is_left(
    tmp_path: Path,
) -> None:
    text = plan_text(1_000)
    middle = text.index("[[hosts]]", len(text) // 2)
    app = dashboard(tmp_path, f"{text[:middle]}[hosts]\n{text[middle:]}")
    async with app.run_test(size=MEDIUM) as pilot:
        await settle(pilot)
        review = app.plan_screen.review
        assert review is not None
        assert len(review.plan.hosts) == 1_000
        assert [problem.where and problem.where.line for problem in review.problems] == [
            text.count("\n", 0, middle) + 1
        ]
        judge = app.plan_screen.bench.reviewing.judge
        other = judge._other
        assert other is not None
        assert other.process.poll() is None
    assert other.process.poll() is not None


async def test_what_was_typed_is_drawn_before_the_figures_of_a_review(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=MEDIUM) as pilot:
        await settle(pilot)
        screen, until_done = app.plan_screen, Waiting.until_done
        editor, seen = screen.editor, list[str]()
        render_lines = editor.render_lines

        async def until_a_letter_came(waiting: Waiting, *work: Any) -> Any:
            done = await until_done(waiting, *work)
            seen.append("typed")
            editor.refresh()
            return done

        def draw(crop: Region) -> list[Strip]:
            seen.append("drawn")
            return render_lines(crop)

        def take(review: Review) -> None:
            seen.append("figures")
            screen._take_review(review)

        monkeypatch.setattr(Waiting, "until_done", until_a_letter_came)
        monkeypatch.setattr(editor, "render_lines", draw)
        monkeypatch.setattr(screen.bench.reviewing, "_show", take)
        screen.bench.reviewing.review_again()
        await settle(pilot)
        typed = seen.index("typed")
        assert seen[typed : typed + 3] == ["typed", "drawn", "figures"]
