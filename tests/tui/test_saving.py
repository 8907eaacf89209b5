import threading
from pathlib import Path

import pytest

from medv_tui.errors import PlanUnreadableError
from medv_tui.tui.app import DashboardApp
from medv_tui.tui.dialogs import ClashDialog, LeaveDialog, Leaving
from medv_tui.tui.open_plan import OpenPlan
from medv_tui.tui.palette import Palette

from .filing import opened
from .plans import DAY, DOCUMENTED, NARROW, dashboard, settle, shown
from .reviews import before_reviews

ODD_BYTES = [
    b"a = 1\r\nb = 2\r\n",
    b"\xef\xbb\xbfa = 1\n",
    b"a = 1\r\nb = 2\n",
    b"# lone \r carriage return\n",
    'a = "line\u2028separator and next\x85line"\n'.encode(),
    b"# form \x0c feed, vertical \x0b tab\n",
    b"no newline at the end",
    b"",
]


@pytest.mark.parametrize("key", ["ctrl+s", "f2"])
async def test_saving_writes_what_is_shown(tmp_path: Path, key: str) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("#", "!", key)
        await pilot.pause()
        assert (tmp_path / "plan.toml").read_bytes() == b"#!" + DOCUMENTED.encode()


@pytest.mark.parametrize("data", ODD_BYTES)
async def test_what_was_not_edited_is_saved_as_it_was(tmp_path: Path, data: bytes) -> None:
    app = dashboard(tmp_path, data)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("x", "backspace", "ctrl+s")
        await pilot.pause()
        assert (tmp_path / "plan.toml").read_bytes() == data


@pytest.mark.parametrize("data", ODD_BYTES)
async def test_an_edit_leaves_every_other_byte_alone(tmp_path: Path, data: bytes) -> None:
    app = dashboard(tmp_path, data)
    bom, rest = data[:3], data[3:]
    if bom != b"\xef\xbb\xbf":
        bom, rest = b"", data
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("#", "ctrl+s")
        await pilot.pause()
        assert (tmp_path / "plan.toml").read_bytes() == bom + b"#" + rest


async def test_the_mark_of_unsaved_changes_comes_and_goes(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        assert "plan.toml *" not in shown(app)
        await pilot.press("#")
        await pilot.pause()
        assert "plan.toml *" in shown(app)
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "plan.toml *" not in shown(app)
        assert "Saved plan.toml." in shown(app)
        await pilot.press("backspace")
        await pilot.pause()
        assert "plan.toml *" in shown(app)


async def test_a_new_plan_is_created_by_the_first_save(tmp_path: Path) -> None:
    path = tmp_path / "new.toml"
    app = DashboardApp(OpenPlan.read(path), DAY)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("#")
        assert not path.exists()
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert path.read_bytes() == b"#"
        await pilot.press("!", "ctrl+s")
        await pilot.pause()
        assert path.read_bytes() == b"#!"


async def test_a_refused_save_loses_nothing(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    path = tmp_path / "plan.toml"
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        path.write_text("somebody else's")
        await pilot.press("#", "ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, ClashDialog)
        assert "changed on disk" in " ".join(shown(app).split())
        await pilot.press("escape")
        assert path.read_text() == "somebody else's"
        assert app.plan_screen.editor.text == "#" + DOCUMENTED
        assert app.plan_screen.plan.differs(app.plan_screen.editor.text)


async def test_leaving_an_unchanged_plan_asks_nothing(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+q")
        await pilot.pause()
    assert app.return_value == 0


async def test_leaving_during_a_review_waits_for_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = dashboard(tmp_path)
    started, go_on = threading.Event(), threading.Event()

    def wait(_: str) -> None:
        started.set()
        go_on.wait(10)

    before_reviews(monkeypatch, wait)
    async with app.run_test(size=NARROW) as pilot:
        for _ in range(1_000):
            await pilot.pause()
            if started.is_set():
                break
        assert started.is_set()
        await pilot.press("ctrl+q")
        await pilot.pause()
        go_on.set()
    assert app.return_value == 0


async def test_leaving_with_changes_asks(tmp_path: Path) -> None:
    async with opened(tmp_path, "#", "ctrl+q") as (app, _):
        assert isinstance(app.screen, LeaveDialog)
        for answer in ("Save and quit", "Quit without saving", "Stay"):
            assert answer in shown(app)


@pytest.mark.parametrize("keys", [["s"], ["enter"]])
async def test_save_and_quit_does_both(tmp_path: Path, keys: list[str]) -> None:
    async with opened(tmp_path, "#", "ctrl+q") as (app, pilot):
        await pilot.press(*keys)
        await pilot.pause()
    assert app.return_value == 0
    assert (tmp_path / "plan.toml").read_bytes() == b"#" + DOCUMENTED.encode()


@pytest.mark.parametrize("keys", [["q"], ["down", "enter"]])
async def test_quit_without_saving_leaves_the_file_alone(tmp_path: Path, keys: list[str]) -> None:
    async with opened(tmp_path, "#", "ctrl+q") as (app, pilot):
        await pilot.press(*keys)
        await pilot.pause()
    assert app.return_value == 0
    assert (tmp_path / "plan.toml").read_bytes() == DOCUMENTED.encode()


@pytest.mark.parametrize("keys", [["escape"], ["end", "enter"]])
async def test_staying_keeps_text_and_dashboard(tmp_path: Path, keys: list[str]) -> None:
    async with opened(tmp_path, "#", "ctrl+q") as (app, pilot):
        await pilot.press(*keys)
        await pilot.pause()
        assert app.screen is app.plan_screen
        assert app.plan_screen.editor.text == "#" + DOCUMENTED
        assert app.plan_screen.editor.has_focus
        assert app.return_value is None


async def test_the_mouse_takes_an_answer(tmp_path: Path) -> None:
    async with opened(tmp_path, "#", "ctrl+q") as (app, pilot):
        rows = shown(app).splitlines()
        row = next(i for i, text in enumerate(rows) if "Quit without saving" in text)
        await pilot.click(offset=(rows[row].index("Quit"), row))
        await pilot.pause()
    assert app.return_value == 0


async def test_a_refused_save_on_leaving_stays(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        (tmp_path / "plan.toml").write_text("somebody else's")
        await pilot.press("#", "ctrl+q")
        await pilot.pause()
        await pilot.press("s")
        await pilot.pause()
        assert isinstance(app.screen, ClashDialog)
        assert app.return_value is None


async def test_keys_typed_before_a_save_are_in_it(tmp_path: Path) -> None:
    app = dashboard(tmp_path, "")
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        # All in one go, as they arrive over a slow line.
        await pilot.press(*"# one line", "ctrl+s")
        await pilot.pause()
        assert (tmp_path / "plan.toml").read_bytes() == b"# one line"


async def test_control_c_without_a_selection_does_nothing(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        before = shown(app)
        await pilot.press("ctrl+c")
        await settle(pilot)
        assert shown(app) == before
        assert app.return_value is None


async def test_control_c_copies_a_selection(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("shift+right", "shift+right", "ctrl+c")
        assert app.clipboard == "[p"


def test_a_file_that_is_no_text_is_refused_before_anything_is_drawn(tmp_path: Path) -> None:
    (tmp_path / "plan.toml").write_bytes(b"\xff\xfe\0")
    with pytest.raises(PlanUnreadableError):
        OpenPlan.read(tmp_path / "plan.toml")


async def test_a_question_that_is_answered_twice_takes_the_first_answer(tmp_path: Path) -> None:
    async with opened(tmp_path, "#", "ctrl+q") as (app, pilot):
        question = app.screen
        assert isinstance(question, LeaveDialog)
        question.dismiss(Leaving.STAY)
        question.action_choose()
        await settle(pilot)
        front: object = app.screen
        assert front is app.plan_screen
    assert not (tmp_path / "plan.toml").read_text().startswith("#")


async def test_a_question_under_the_palette_takes_no_answer(tmp_path: Path) -> None:
    app = dashboard(tmp_path)
    async with app.run_test(size=NARROW) as pilot:
        await settle(pilot)
        await pilot.press("#", "ctrl+q")
        await pilot.pause()
        question = app.screen
        assert isinstance(question, LeaveDialog)
        app.action_command_palette()
        question.dismiss(Leaving.STAY)
        await settle(pilot)
        assert isinstance(app.screen, Palette)
        await pilot.press("escape")
        question.dismiss(Leaving.STAY)
        await settle(pilot)
        front: object = app.screen
        assert front is app.plan_screen
