from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medv_tui.errors import MedvError
from medv_tui.tui.app import DashboardApp
from medv_tui.tui.desk import KNOWN_ACTIONS
from medv_tui.tui.open_plan import OpenPlan
from medv_tui.tui.own_keys import Action, chosen, keymap, load, without_keys
from medv_tui.tui.surroundings import Surroundings
from tests.tui.plans import DAY, DOCUMENTED, MEDIUM, settle, shown

KNOWN = (Action("save", ("ctrl+s", "f2"), "save"), Action("quit", ("ctrl+q",), "quit"))


def keys_of(text: str) -> list[tuple[str, ...]]:
    return [action.keys for action in chosen(text, KNOWN)]


def test_without_a_choice_keys_are_the_usual_ones(tmp_path: Path) -> None:
    assert keys_of("# nothing") == [("ctrl+s", "f2"), ("ctrl+q",)]
    assert load(tmp_path, KNOWN) == load(None, KNOWN) == list(KNOWN)
    assert keymap(KNOWN, KNOWN) == {}


@pytest.mark.parametrize("written", ["^K", "Ctrl+K", "ctrl+k"])
def test_a_key_can_be_written_as_it_is_shown(written: str) -> None:
    assert keys_of(f'save = "{written}"') == [("ctrl+k",), ("ctrl+q",)]


def test_a_list_gives_several_keys_and_keys_can_change_places() -> None:
    own = chosen('save = ["Ctrl+Q", "Shift+F5"]\nquit = "Ctrl+S"', KNOWN)
    assert keymap(own, KNOWN) == {"save": "ctrl+q,shift+f5", "quit": "ctrl+s"}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('sav = "F5"', "There is no action sav; there are save, quit."),
        ('save = "x"', "save = 'x' is no key that can be chosen; wanted is one such as F5"),
        ("save = 5", "save = 5 is no key that can be chosen"),
        ("save = []", "save has no key; give one, or delete the line."),
        ('save = "Ctrl+C"', "save cannot have ^C, which the editor itself needs."),
        ('save = "Ctrl+Q"', "^Q is the key of both save and quit; give one of them another."),
        ("save =", "This is no TOML: "),
    ],
)
def test_a_choice_that_cannot_be_followed_is_one_sentence(text: str, sentence: str) -> None:
    with pytest.raises(MedvError) as refused:
        chosen(text, KNOWN)
    assert str(refused.value).startswith(sentence)
    assert "\n" not in str(refused.value)


@given(st.text())
def test_any_file_is_followed_or_refused(text: str) -> None:
    try:
        followed = chosen(text, KNOWN)
    except MedvError:
        return
    assert len(followed) == len(KNOWN)


def test_a_file_that_is_no_text_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "keys.toml").write_bytes(b"\xff")
    with pytest.raises(MedvError, match=r"keys\.toml cannot be read as text"):
        load(tmp_path, KNOWN)


def test_no_two_usual_actions_have_the_same_key() -> None:
    assert chosen("", KNOWN_ACTIONS) == KNOWN_ACTIONS
    assert {"save", "open", "find", "help", "quit", "what-if"} <= {a.name for a in KNOWN_ACTIONS}


def test_help_names_no_usual_key_where_others_were_chosen() -> None:
    assert without_keys("Write the plan (^S, F2)", {}) == "Write the plan (^S, F2)"
    assert without_keys("Write the plan (^S, F2)", {"save": "f5"}) == "Write the plan"


async def test_a_chosen_key_works_and_is_shown_and_the_usual_one_does_not(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_text(DOCUMENTED)
    own = chosen('save = "Ctrl+K"', KNOWN_ACTIONS)
    around = Surroundings(keys=keymap(own, KNOWN_ACTIONS))
    app = DashboardApp(OpenPlan.read(path), DAY, around)
    async with app.run_test(size=MEDIUM) as pilot:
        await settle(pilot)
        assert "^K save" in shown(app).splitlines()[-1]
        await pilot.press("x", "ctrl+s", "f2")
        await settle(pilot)
        assert path.read_text() == DOCUMENTED
        await pilot.press("ctrl+k")
        await settle(pilot)
        assert path.read_text() == "x" + DOCUMENTED
