import os
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from medv_tui.reference.starter import starter
from medv_tui.review.reviewer import Reviewer
from medv_tui.tui.app import DashboardApp
from medv_tui.tui.dialogs import KeysDialog, RefusalDialog
from medv_tui.tui.file_dialogs import PathScreen
from medv_tui.tui.inventories import Inventories
from medv_tui.tui.opening import with_inventory
from medv_tui.tui.recent import PlanState, State, remember
from medv_tui.tui.samples import SAMPLES, Sample
from medv_tui.tui.start import StartScreen, ago, still_there
from medv_tui.tui.surroundings import Surroundings

from .plans import DAY, DOCUMENTED, NARROW, WIDE, settle, shown

NOW = datetime(2026, 11, 22, 15, 0)


def start(folder: Path | None = None) -> DashboardApp:
    return DashboardApp(None, DAY, Surroundings(state_folder=folder))


async def at_rest(pilot: Pilot[int]) -> None:
    await pilot.pause()
    await pilot.pause()


def known(folder: Path, *names: str) -> Path:
    """Remember plans of these names, the last one as the latest."""
    state = folder / "state"
    for name in names:
        left = PlanState(path=str(folder / name), line=2)
        remember(state, partial(State.with_plan, plan=left))
    return state


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (datetime(2026, 11, 22, 14, 59, 30), "changed just now"),
        (datetime(2026, 11, 22, 14, 59), "changed 1 minute ago"),
        (datetime(2026, 11, 22, 13, 1), "changed 1 hour ago"),
        (datetime(2026, 11, 21, 15, 1), "changed 23 hours ago"),
        (datetime(2026, 11, 21, 15, 0), "changed 21 November 2026"),
        (datetime(2026, 5, 3, 9, 0), "changed 3 May 2026"),
        (datetime(2027, 1, 1, 0, 0), "changed 1 January 2027"),
    ],
)
def test_the_age_of_a_file_is_said_in_words(changed: datetime, words: str) -> None:
    assert ago(changed, NOW) == words


def test_only_plans_whose_files_are_there_are_offered(tmp_path: Path) -> None:
    (tmp_path / "plan.toml").write_text("")
    paths = ["/none.toml", "odd\0path", str(tmp_path), str(tmp_path / "plan.toml")]
    assert [file.path.name for file in still_there(paths)] == ["plan.toml"]


async def test_without_a_plan_there_is_a_choice(tmp_path: Path) -> None:
    (tmp_path / "plan.toml").write_text(DOCUMENTED)
    app = start(known(tmp_path, "gone.toml", "plan.toml"))
    async with app.run_test(size=NARROW) as pilot:
        await at_rest(pilot)
        screen = shown(app)
        assert "No plan is open." in screen
        assert "► plan.toml" in " ".join(screen.split())
        assert "gone.toml" not in screen
        assert all(sample.words in screen for sample in SAMPLES)
        assert "changed just now" in screen


async def test_a_recent_plan_is_opened_where_it_was_left(tmp_path: Path) -> None:
    (tmp_path / "plan.toml").write_text(DOCUMENTED)
    app = start(known(tmp_path, "plan.toml"))
    async with app.run_test(size=NARROW) as pilot:
        await at_rest(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert app.plan_screen.editor.text == DOCUMENTED
        assert app.plan_screen.editor.cursor_location == (1, 0)


async def test_plans_of_the_same_name_are_told_apart(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "plan.toml").write_text("")
    app = start(known(tmp_path, "a/plan.toml", "b/plan.toml"))
    async with app.run_test(size=WIDE) as pilot:
        await at_rest(pilot)
        assert "a/plan.toml" in shown(app)
        assert "b/plan.toml" in shown(app)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
async def test_a_sample_is_opened_as_a_copy(sample: Sample) -> None:
    app = start()
    async with app.run_test(size=NARROW) as pilot:
        await at_rest(pilot)
        await pilot.press(sample.key)
        await settle(pilot)
        assert app.plan_screen.editor.text == sample.text()
        assert app.plan_screen.plan.path == Path(sample.name)
        await pilot.press("ctrl+q")
        await pilot.pause()
    assert app.return_value == 0


async def test_an_empty_plan_begins_with_the_starter() -> None:
    app = start()
    async with app.run_test(size=NARROW) as pilot:
        await at_rest(pilot)
        await pilot.press("n")
        await settle(pilot)
        assert app.plan_screen.editor.text == starter()


async def test_the_cursor_leads_to_every_offer() -> None:
    app = start()
    async with app.run_test(size=NARROW) as pilot:
        await at_rest(pilot)
        await pilot.press("down", "down")
        assert f"► {SAMPLES[0].key} {SAMPLES[0].words}" in " ".join(shown(app).split())
        await pilot.press("enter")
        await settle(pilot)
        assert app.plan_screen.editor.text == SAMPLES[0].text()


async def test_the_mouse_takes_an_offer() -> None:
    app = start()
    async with app.run_test(size=NARROW) as pilot:
        await at_rest(pilot)
        rows = shown(app).splitlines()
        row = next(i for i, text in enumerate(rows) if SAMPLES[0].words in text)
        await pilot.click(offset=(8, row))
        await settle(pilot)
        assert app.plan_screen.editor.text == SAMPLES[0].text()


async def test_any_other_file_can_be_opened(tmp_path: Path) -> None:
    (tmp_path / "plan.toml").write_text(DOCUMENTED)
    app = start()
    async with app.run_test(size=NARROW) as pilot:
        await at_rest(pilot)
        await pilot.press("o")
        await at_rest(pilot)
        assert isinstance(app.screen, PathScreen)
        app.screen.query_one(Input).value = str(tmp_path / "plan.toml")
        await pilot.press("enter")
        await settle(pilot)
        assert app.plan_screen.editor.text == DOCUMENTED


async def test_a_file_that_cannot_be_read_leaves_the_choice(tmp_path: Path) -> None:
    (tmp_path / "plan.toml").write_bytes(b"\xff")
    app = start(known(tmp_path, "plan.toml"))
    async with app.run_test(size=NARROW) as pilot:
        await at_rest(pilot)
        await pilot.press("enter")
        await at_rest(pilot)
        assert isinstance(app.screen, RefusalDialog)
        assert "Your text" not in shown(app)
        await pilot.press("escape")
        assert isinstance(app.screen, StartScreen)


def test_a_plan_from_an_inventory_has_its_computers(tmp_path: Path) -> None:
    (tmp_path / "fleet.csv").write_text("name,free_disk_gb\nPC-1,60\nPC-2,60\n")
    text = with_inventory("fleet.csv")
    assert text.startswith(starter().splitlines()[0])
    review = Reviewer().update(text, Inventories(tmp_path), DAY)
    assert review.problems == ()
    assert {"PC-1", "PC-2"} < set(review.hosts.fleet.names)


async def test_an_inventory_begins_a_plan_beside_it(tmp_path: Path) -> None:
    (tmp_path / "fleet.csv").write_text("name,free_disk_gb\nPC-1,60\n")
    app = start()
    async with app.run_test(size=WIDE) as pilot:
        await at_rest(pilot)
        await pilot.press("i")
        await at_rest(pilot)
        app.screen.query_one(Input).value = str(tmp_path / "fleet.csv")
        await pilot.press("enter")
        await settle(pilot)
        assert app.plan_screen.plan.path == tmp_path / "plan.toml"
        assert "2 hosts " in shown(app)


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_the_choice_is_left_at_once(key: str) -> None:
    app = start()
    async with app.run_test(size=NARROW) as pilot:
        await at_rest(pilot)
        await pilot.press(key)
        await pilot.pause()
    assert app.return_value == 0


async def test_escape_leaves_nothing_and_says_what_does() -> None:
    app = start()
    async with app.run_test(size=NARROW) as pilot:
        await at_rest(pilot)
        keys = shown(app).splitlines()[-1]
        await pilot.press("f1", "escape", "escape")
        await at_rest(pilot)
        assert isinstance(app.screen, StartScreen)
        assert shown(app).splitlines()[-1].strip() == "Esc closes nothing here; q or ^Q quits."
        await pilot.press("down")
        await at_rest(pilot)
        assert shown(app).splitlines()[-1] == keys


async def test_help_lists_the_keys_of_the_choice() -> None:
    app = start()
    async with app.run_test(size=NARROW) as pilot:
        await at_rest(pilot)
        await pilot.press("f1")
        await at_rest(pilot)
        assert isinstance(app.screen, KeysDialog)
        assert "An empty plan" in shown(app)


async def test_the_choice_is_a_command_away_from_a_plan() -> None:
    app = start()
    async with app.run_test(size=NARROW) as pilot:
        await at_rest(pilot)
        await pilot.press("n")
        await settle(pilot)
        commands = {c.title: c.callback for c in app.get_system_commands(app.screen)}
        commands["Start screen"]()
        await at_rest(pilot)
        assert isinstance(app.screen, StartScreen)
        with pytest.raises(LookupError):
            _ = app.plan_screen


@pytest.mark.parametrize("size", [(80, 24), (40, 10), (20, 5)])
async def test_the_choice_fits_any_terminal(size: tuple[int, int]) -> None:
    app = start()
    async with app.run_test(size=size) as pilot:
        await at_rest(pilot)
        assert all(len(row) <= size[0] for row in shown(app).splitlines())


async def test_a_hostile_name_is_only_text(tmp_path: Path) -> None:
    name = "[red]\x1b]0;x\x07\u202e.toml"
    (tmp_path / name).write_text("")
    app = start(known(tmp_path, name))
    async with app.run_test(size=WIDE) as pilot:
        await at_rest(pilot)
        assert "[red]␛]0;x␇�.toml" in shown(app)
        assert os.path.basename(name) not in shown(app)


async def test_the_palette_has_what_there_is_to_begin_with() -> None:
    app = start()
    async with app.run_test(size=NARROW) as pilot:
        await at_rest(pilot)
        commands = list(app.get_system_commands(app.screen))
        said = " ".join(command.help for command in commands)
        for key in ("o", "n", "i", *(sample.key for sample in SAMPLES)):
            assert f"({key})" in said
        next(c for c in commands if c.help.endswith("(m)")).callback()
        await settle(pilot)
        assert app.plan_screen.plan.path.name == "midsize.toml"
