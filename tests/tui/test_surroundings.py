import pytest
from rich.console import Console

from medv_tui.tui.surroundings import Surroundings, colour_system, found
from medv_tui.tui.theme_colours import CONTRAST, DARK, LIGHT, TERMINAL

TERMS = ("", "xterm", "xterm-256color", "XTERM-KITTY", "screen-16color", "linux", "dumb", "unknown")


@pytest.mark.parametrize("color_term", ["", "truecolor", " 24bit ", "x"])
@pytest.mark.parametrize("term", TERMS)
def test_a_terminal_has_the_colours_that_rich_finds(term: str, color_term: str) -> None:
    environment = {"TERM": term, "COLORTERM": color_term}
    console = Console(force_terminal=True, _environ=environment)
    assert colour_system(environment) == console.color_system


@pytest.mark.parametrize(
    ("term", "italic"), [("xterm", True), ("linux", False), ("screen.xterm", False)]
)
def test_italics_are_left_out_where_terminals_show_something_else(term: str, italic: bool) -> None:
    assert found({"TERM": term}, ascii_only=False, theme="").italic is italic


def test_without_colours_the_terminals_own_theme_is_used_and_none_is_sent() -> None:
    around = found({"TERM": "xterm-256color", "NO_COLOR": "1"}, ascii_only=False, theme="dark")
    assert around.first_theme(CONTRAST) == TERMINAL
    assert around.inks is None
    assert not around.wants_ground


@pytest.mark.parametrize(
    ("asked", "remembered", "light", "first"),
    [
        ("", "", False, DARK),
        ("", "", True, LIGHT),
        ("", CONTRAST, True, CONTRAST),
        (DARK, CONTRAST, True, DARK),
        ("", "no such theme", False, DARK),
    ],
)
def test_a_theme_that_was_asked_for_wins_over_the_last_one_and_that_over_the_ground(
    asked: str, remembered: str, light: bool, first: str
) -> None:
    assert Surroundings(theme=asked, light=light).first_theme(remembered) == first
