import itertools

import pytest
from textual.color import Color
from textual.theme import Theme

from medv_tui.tui.colours import DARK, LIGHT

TEXT = ("muted", "value", "ready", "attention", "blocked", "unknown")
THEMES = (DARK, LIGHT)


def colour(theme: Theme, token: str) -> Color:
    named = {"background": theme.background, "surface": theme.surface, "text": theme.foreground}
    return Color.parse(named.get(token) or theme.variables[token])


def contrast(one: Color, other: Color) -> float:
    def luminance(shown: Color) -> float:
        parts = [
            c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shown.normalized
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", ["background", "surface", "cursor"])
@pytest.mark.parametrize("token", [*TEXT, "text"])
def test_text_is_readable_on_every_ground(theme: Theme, ground: str, token: str) -> None:
    assert contrast(colour(theme, token), colour(theme, ground)) >= 4.5


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_the_drawing_can_be_seen(theme: Theme) -> None:
    assert contrast(colour(theme, "line"), colour(theme, "background")) >= 3


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_no_two_statuses_share_a_colour(theme: Theme) -> None:
    statuses = [colour(theme, token) for token in ("ready", "attention", "blocked", "unknown")]
    assert all(one != other for one, other in itertools.combinations(statuses, 2))


def test_both_themes_name_the_same_tokens() -> None:
    assert DARK.variables.keys() == LIGHT.variables.keys()
