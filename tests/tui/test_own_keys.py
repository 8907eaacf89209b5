from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from medv_tui.tui.app import DashboardApp
from medv_tui.tui.known_actions import KNOWN_ACTIONS
from medv_tui.tui.open_plan import OpenPlan
from medv_tui.tui.own_keys import Action, OwnKeys, chosen, keymap, load, shortened, without_keys
from medv_tui.tui.surroundings import Surroundings
from tests.tui.plans import DAY, DOCUMENTED, MEDIUM, settle, shown

KNOWN = (
    Action("save", ("ctrl+s", "f2"), "save"),
    Action("quit", ("ctrl+q",), "quit"),
    Action("open", ("ctrl+o",), "open"),
)
USUAL = {action.name: action.keys for action in KNOWN}


def keys_of(text: str) -> dict[str, tuple[str, ...]]:
    return {action.name: action.keys for action in chosen(text, KNOWN).actions}


def test_without_a_choice_keys_are_the_usual_ones(tmp_path: Path) -> None:
    assert keys_of("# nothing") == USUAL
    assert load(tmp_path, KNOWN) == load(None, KNOWN) == OwnKeys(list(KNOWN))
    assert keymap(KNOWN, KNOWN) == {}


@pytest.mark.parametrize("written", ["^K", "Ctrl+K", "ctrl+k"])
def test_a_key_can_be_written_as_it_is_shown(written: str) -> None:
    assert keys_of(f'save = "{written}"') == USUAL | {"save": ("ctrl+k",)}


def test_a_list_gives_several_keys_and_keys_can_change_places() -> None:
    own = chosen('save = ["Ctrl+Q", "Shift+F5"]\nquit = "Ctrl+S"', KNOWN)
    assert keymap(own.actions, KNOWN) == {"save": "ctrl+q,shift+f5", "quit": "ctrl+s"}
    assert own.refused == ()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('sav = "F5"', "There is no action sav; did you mean save?"),
        ('print = "F5"', "There is no action print; medv-tui keys lists them all."),
        ('save = "x"', "save = 'x' is no key that can be chosen; wanted is one such as F5"),
        ("save = 5", "save = 5 is no key that can be chosen"),
        ("save = []", "save has no key; give one, or delete the line."),
        ('save = "Ctrl+C"', "save cannot have ^C, which the editor itself needs."),
        (
            'save = "Ctrl+Q"',
            "^Q is the key of quit too; give one of them another. save keeps ^S, F2.",
        ),
        (
            "save =",
            'It cannot be read. Write an action and its key in quotes, such as save = "^S".',
        ),
        ('save = "F5', "It cannot be read. Write an action and its key in quotes, such as save ="),
        ("[[hosts", "It cannot be read. Write an action and its key in quotes, such as save ="),
        ('open = "F8"', "open is already there on line 1: keep one of the two."),
        ("[keys]", "keys.toml has no headers; delete [keys]."),
        ("[[hosts]]", "keys.toml has no headers; delete [hosts]."),
    ],
)
def test_a_line_that_cannot_be_followed_is_left_out_alone(text: str, sentence: str) -> None:
    own = chosen(f'open = "F7"\n{text}', KNOWN)
    assert keymap(own.actions, KNOWN) == {"open": "f7"}
    (told,) = own.refused
    assert told.startswith(f"Line 2 of keys.toml: {sentence}")
    assert "\n" not in told


def test_a_key_for_two_actions_leaves_both_their_usual_ones() -> None:
    own = chosen('quit = "F5"\nopen = "F7"\nsave = "F5"', KNOWN)
    assert keymap(own.actions, KNOWN) == {"open": "f7"}
    assert own.refused == (
        "Line 1 of keys.toml: F5 is the key of save too; give one of them another. quit keeps ^Q.",
        "Line 3 of keys.toml: F5 is the key of quit too; give one of them another. "
        "save keeps ^S, F2.",
    )


def test_a_usual_key_that_comes_back_is_taken_from_who_chose_it() -> None:
    own = chosen('save = "F5"\nquit = "F5"\nopen = "Ctrl+S"', KNOWN)
    assert own.actions == list(KNOWN)
    assert [told.partition(":")[0][5] for told in own.refused] == ["1", "2", "3"]


@settings(deadline=None)
@given(st.lists(st.sampled_from(("F5", "Ctrl+S", "Ctrl+Q", "Ctrl+O", "no key")), max_size=3))
def test_no_choice_gives_one_key_to_two_actions(keys: list[str]) -> None:
    lines = (f'{action.name} = "{key}"' for action, key in zip(KNOWN, keys, strict=False))
    given_keys = [key for each in keys_of("\n".join(lines)).values() for key in each]
    assert len(given_keys) == len(set(given_keys))


@settings(deadline=None)
@given(st.text())
def test_any_file_leaves_keys_for_everything(text: str) -> None:
    assert len(keys_of(text)) == len(KNOWN)


def test_a_file_that_is_no_text_is_left_out_by_name(tmp_path: Path) -> None:
    (tmp_path / "keys.toml").write_bytes(b"\xff")
    own = load(tmp_path, KNOWN)
    assert own.actions == list(KNOWN)
    assert own.refused[0].startswith(f"{tmp_path}/keys.toml cannot be read as text")


def test_a_dialog_names_a_few_lines_and_counts_the_others() -> None:
    refused = [f"Line {line}" for line in range(6)]
    assert shortened(refused[:4]) == refused[:4]
    assert shortened(refused)[4:] == ["There are 2 more; medv-tui keys names them all."]


def test_no_two_usual_actions_have_the_same_key() -> None:
    assert chosen("", KNOWN_ACTIONS) == OwnKeys(KNOWN_ACTIONS)
    assert {"save", "open", "find", "help", "quit", "what-if"} <= {a.name for a in KNOWN_ACTIONS}


def test_help_names_no_usual_key_where_others_were_chosen() -> None:
    assert without_keys("Write the plan (^S, F2)", {}) == "Write the plan (^S, F2)"
    assert without_keys("Write the plan (^S, F2)", {"save": "f5"}) == "Write the plan"


async def test_a_chosen_key_works_and_is_shown_and_the_usual_one_does_not(tmp_path: Path) -> None:
    path = tmp_path / "plan.toml"
    path.write_text(DOCUMENTED)
    own = chosen('save = "Ctrl+K"', KNOWN_ACTIONS)
    around = Surroundings(keys=keymap(own.actions, KNOWN_ACTIONS))
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
