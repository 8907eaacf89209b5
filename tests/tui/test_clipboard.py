from pathlib import Path

import pytest

from medv_tui.tui.app import DashboardApp
from medv_tui.tui.clipboard import MOST_BYTES, fits, keep, sent, takes_copies
from medv_tui.tui.open_plan import OpenPlan
from medv_tui.tui.surroundings import Surroundings
from tests.tui.plans import DAY, DOCUMENTED, MEDIUM, settle, shown


@pytest.mark.parametrize(
    ("environment", "takes"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "linux"}, False),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, False),
        ({}, True),
    ],
)
def test_terminals_that_take_no_copies_are_known(environment: dict[str, str], takes: bool) -> None:
    assert takes_copies(environment) is takes


def test_a_text_fits_up_to_its_size_in_base_64() -> None:
    longest = MOST_BYTES // 4 * 3
    assert fits("x" * longest)
    assert not fits("x" * (longest + 1))


def test_a_copy_is_kept_as_it_is_for_its_user_alone(tmp_path: Path) -> None:
    said = keep("größe\r\n\x1b", tmp_path / "state")
    path = tmp_path / "state" / "copied.txt"
    assert path.read_bytes() == "größe\r\n\x1b".encode()
    assert path.stat().st_mode & 0o777 == 0o600
    assert str(path) in said


def test_a_copy_that_cannot_be_kept_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "cannot be written" in keep("text", tmp_path / "file")
    assert "Ctrl+V" in keep("text", None)


def test_it_is_said_how_much_was_copied() -> None:
    assert sent("x").startswith("Copied 1 character, ")
    assert sent("x" * 1200).startswith("Copied 1,200 characters, ")


@pytest.mark.parametrize("takes", [True, False])
async def test_a_copy_that_the_terminal_may_not_take_is_in_a_file(
    tmp_path: Path, takes: bool
) -> None:
    path = tmp_path / "plan.toml"
    path.write_text(DOCUMENTED)
    around = Surroundings(state_folder=tmp_path / "state", takes_copies=takes)
    app = DashboardApp(OpenPlan.read(path), DAY, around)
    async with app.run_test(size=MEDIUM) as pilot:
        await settle(pilot)
        await pilot.press("ctrl+x", "ctrl+c")
        assert (app.clipboard, app.plan_screen.editor.text) == ("", DOCUMENTED)
        await pilot.press("shift+right", "shift+right", "ctrl+c")
        await settle(pilot)
        assert app.clipboard == DOCUMENTED[:2]
        assert (tmp_path / "state" / "copied.txt").exists() is not takes
        said = "Copied 2 characters" if takes else "The terminal may not take what was copied"
        assert said in shown(app).splitlines()[-1]
