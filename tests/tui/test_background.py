import os
import tty

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medv_tui.tui.app import DashboardApp
from medv_tui.tui.background import QUESTION, Answers, Asked, Question, is_light, said_by
from medv_tui.tui.surroundings import Surroundings
from medv_tui.tui.textual_driver import _Typed
from medv_tui.tui.theme_colours import CONTRAST, DARK, LIGHT
from tests.tui.plans import DAY
from tests.tui.terminals import terminal, type_in

WHITE = "\x1b]11;rgb:ffff/ffff/ffff\x1b\\"
BLACK = "\x1b]11;rgb:00/00/00\x07"
LAST = "\x1b[?62;22c"


@pytest.mark.parametrize(
    ("colour", "light"),
    [
        ("rgb:ffff/ffff/ffff", True),
        ("rgb:fd/f6/e3", True),
        ("rgba:ffff/ffff/ffff/0000", True),
        ("rgb:0000/2b2b/3636", False),
        ("rgb:0/0/f", False),
        ("#ffffff", None),
        ("", None),
    ],
)
def test_a_ground_is_light_or_dark_by_its_lightness(colour: str, light: bool | None) -> None:
    assert is_light(colour) is light


@pytest.mark.parametrize(
    ("value", "light"),
    [("0;15", True), ("15;0", False), ("0;default;7", True), ("7;8", False), ("", None)],
)
def test_colorfgbg_tells_the_ground_last(value: str, light: bool | None) -> None:
    assert said_by({"COLORFGBG": value}) is light
    assert said_by({}) is None


@given(
    st.text("ab\n", max_size=4),
    st.sampled_from([WHITE, BLACK, ""]),
    st.text("ab\n", max_size=4),
    st.integers(0, 60),
    st.integers(0, 60),
)
def test_answers_in_any_pieces_leave_exactly_what_was_typed(
    before: str, answer: str, after: str, one: int, other: int
) -> None:
    text, answers = before + answer + LAST + after, Answers()
    first, second = sorted((one, other))
    pieces = (text[:first], text[first:second], text[second:])
    assert "".join(map(answers.feed, pieces)) == before + after
    assert answers.is_light is {WHITE: True, BLACK: False, "": None}[answer]
    assert answers.is_complete


@pytest.mark.parametrize("key", ["\x1b", "\x1b]", "\x1b["])
def test_a_key_that_looks_like_the_beginning_of_an_answer_still_arrives(key: str) -> None:
    answers = Answers()
    assert answers.feed(key) + answers.give_up() == key


def test_half_an_answer_is_never_typed() -> None:
    answers = Answers()
    assert answers.feed(WHITE[:9]) + answers.give_up() == ""
    assert answers.feed(WHITE[9:] + "x") == "x"


def test_a_terminal_is_asked_once_and_what_was_typed_meanwhile_is_kept() -> None:
    with terminal() as (ours, theirs):
        tty.setraw(theirs)
        question = Question(theirs, theirs, 5)
        assert os.read(ours, 100) == QUESTION
        type_in(ours, theirs, b"a")
        assert question.answer(0) == Asked(None, "a", is_awaited=True)
        os.write(ours, f"b{WHITE}{LAST}".encode())
        assert question.answer() == Asked(True, "ab", is_awaited=False)


def test_an_answer_that_came_in_time_counts_although_nobody_looked_in_time() -> None:
    with terminal() as (ours, theirs):
        tty.setraw(theirs)
        type_in(ours, theirs, f"{WHITE}{LAST}".encode())
        assert Question(theirs, theirs, 0).answer().is_light


def test_an_answer_that_comes_late_is_not_typed_into_the_plan() -> None:
    typed = _Typed(is_awaited=True)
    assert typed.text(f"a{WHITE[:12]}".encode()) == "a"
    assert typed.text(None) == ""
    assert typed.text(f"{WHITE[12:]}{LAST}b".encode()) == "b"


@pytest.mark.parametrize(
    ("light", "theme", "first"),
    [(True, "", LIGHT), (False, "", DARK), (True, CONTRAST, CONTRAST)],
)
def test_a_chosen_theme_wins_over_the_ground(light: bool, theme: str, first: str) -> None:
    assert DashboardApp(None, DAY, Surroundings(light=light, theme=theme)).theme == first
