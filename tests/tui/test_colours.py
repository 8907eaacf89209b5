import itertools
import math
from collections.abc import Sequence

import pytest
from rich.color import Color, ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.color import Color as TextualColor
from textual.theme import Theme

from medv_tui.findings import Verdict
from medv_tui.tui.colours import themes
from medv_tui.tui.filters import OwnColours
from medv_tui.tui.present import VERDICT_MARKS
from medv_tui.tui.theme_colours import CONTRAST, DARK, EXACT, LIGHT, TERMINAL, THEMES, default_theme
from tests.tui.palettes import PALETTES, Palette

TEXT = ("foreground", "accent", "muted", "value", "ready", "attention", "blocked", "unknown")
STATUSES = ("ready", "attention", "blocked", "unknown")
GROUNDS = ("background", "surface", "cursor")
FEW = "256"
STATES = (Verdict.READY, Verdict.ATTENTION, Verdict.BLOCKED, Verdict.UNKNOWN)
"""What the colours of STATUSES stand for."""

Channels = Sequence[float]

# Machado, Oliveira and Fernandes 2009, severity 1.0, for linear light.
BLINDNESS = {
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
}

SHOWN = [
    pytest.param(theme, system, id=f"{theme.name} in {system}")
    for system in (EXACT, FEW)
    for theme in themes(system)
    if theme.name != TERMINAL
]


def named(theme: Theme, token: str) -> str:
    own = {
        "background": theme.background,
        "surface": theme.surface,
        "foreground": theme.foreground,
        "accent": theme.accent,
    }
    return own.get(token) or theme.variables[token]


def sent(theme: Theme, token: str, system: str) -> Color:
    """Give a colour as the terminal gets it."""
    colour = Color.parse(named(theme, token))
    return colour if system == EXACT else colour.downgrade(ColorSystem.EIGHT_BIT)


def light(colour: Color) -> list[float]:
    """Give red, green and blue as linear light from 0 to 1."""
    return [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in colour.get_truecolor().normalized
    ]


def contrast(one: Color, other: Color) -> float:
    weights = (0.2126, 0.7152, 0.0722)
    low, high = sorted(
        sum(w * c for w, c in zip(weights, light(colour), strict=True)) for colour in (one, other)
    )
    return (high + 0.05) / (low + 0.05)


def lab(linear: Channels) -> tuple[float, float, float]:
    """Give CIELAB under D65."""
    rows = (
        (0.4124564, 0.3575761, 0.1804375, 0.95047),
        (0.2126729, 0.7151522, 0.0721750, 1.0),
        (0.0193339, 0.1191920, 0.9503041, 1.08883),
    )
    r, g, b = linear
    x, y, z = (
        t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116
        for t in ((a * r + d * g + e * b) / white for a, d, e, white in rows)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def seen(colour: Color, blindness: str) -> tuple[float, float, float]:
    linear = light(colour)
    rows = BLINDNESS[blindness]
    mixed = [sum(a * c for a, c in zip(row, linear, strict=True)) for row in rows]
    return lab([min(1.0, max(0.0, c)) for c in mixed])


def ciede2000(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean_chroma = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    stretch = 1.5 - 0.5 * math.sqrt(mean_chroma**7 / (mean_chroma**7 + 25**7))
    a1, a2 = a1 * stretch, a2 * stretch
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = (math.degrees(math.atan2(b, a)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    hue = (h1 + turn / 2) % 360 if c1 * c2 else h1 + h2
    lightness, chroma = (l1 + l2) / 2, (c1 + c2) / 2

    def wave(factor: float, shift: float) -> float:
        return math.cos(math.radians(factor * hue + shift))

    t = 1 - 0.17 * wave(1, -30) + 0.24 * wave(2, 0) + 0.32 * wave(3, 6) - 0.2 * wave(4, -63)
    by_lightness = (l2 - l1) / (
        1 + 0.015 * (lightness - 50) ** 2 / math.sqrt(20 + (lightness - 50) ** 2)
    )
    by_chroma = (c2 - c1) / (1 + 0.045 * chroma)
    by_hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2)) / (1 + 0.015 * chroma * t)
    rotation = -2 * math.sqrt(chroma**7 / (chroma**7 + 25**7))
    rotation *= math.sin(math.radians(60 * math.exp(-(((hue - 275) / 25) ** 2))))
    return math.sqrt(by_lightness**2 + by_chroma**2 + by_hue**2 + rotation * by_chroma * by_hue)


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [
        ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
        ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_distance_is_that_of_the_published_pairs(
    one: tuple[float, float, float], other: tuple[float, float, float], distance: float
) -> None:
    """Pairs of Sharma, Wu and Dalal 2005, table 1."""
    assert ciede2000(one, other) == pytest.approx(distance, abs=5e-5)


@pytest.mark.parametrize(("theme", "system"), SHOWN)
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_is_readable_on_every_ground(theme: Theme, system: str, ground: str) -> None:
    wanted = 7 if theme.name == CONTRAST else 4.5
    for token in TEXT:
        assert contrast(sent(theme, token, system), sent(theme, ground, system)) >= wanted, token


@pytest.mark.parametrize(("theme", "system"), SHOWN)
def test_the_drawing_can_be_seen(theme: Theme, system: str) -> None:
    assert contrast(sent(theme, "line", system), sent(theme, "background", system)) >= 3


@pytest.mark.parametrize(("theme", "system"), SHOWN)
@pytest.mark.parametrize("blindness", BLINDNESS)
def test_the_colour_blind_can_tell_statuses_apart(
    theme: Theme, system: str, blindness: str
) -> None:
    for one, other in itertools.combinations(STATUSES, 2):
        pair = (seen(sent(theme, token, system), blindness) for token in (one, other))
        assert ciede2000(*pair) >= 10, (one, other)


@pytest.mark.parametrize(
    ("name", "token", "arrives"),
    [
        (DARK, "foreground", "#d0d0d0"),
        (DARK, "muted", "#a8a8a8"),
        (DARK, "background", "#1c1c1c"),
        (DARK, "cursor", "#303030"),
        (LIGHT, "surface", "#eeeeee"),
        (LIGHT, "cursor", "#e4e4e4"),
        (LIGHT, "line", "#808080"),
        (LIGHT, "rule", "#d0d0d0"),
    ],
)
def test_greys_of_256_colours_arrive_as_they_were_picked(
    name: str, token: str, arrives: str
) -> None:
    (theme,) = (theme for theme in themes(FEW) if theme.name == name)
    assert sent(theme, token, FEW).get_truecolor().hex == arrives


@pytest.mark.parametrize("system", [EXACT, FEW, "standard", None])
def test_every_terminal_has_every_theme_with_the_same_tokens(system: str | None) -> None:
    found = themes(system)
    assert [theme.name for theme in found] == list(THEMES)
    tokens = [theme.variables.keys() - {"ansi-background", "ansi-foreground"} for theme in found]
    assert tokens == [tokens[0]] * len(found)


def test_the_terminal_s_theme_names_only_its_own_colours() -> None:
    (theme,) = (theme for theme in themes(EXACT) if theme.name == TERMINAL)
    for token in (*TEXT, *GROUNDS, *theme.variables):
        assert TextualColor.parse(named(theme, token)).ansi is not None


@pytest.mark.parametrize(
    ("system", "plain", "theme"),
    [
        (EXACT, False, DARK),
        (FEW, False, DARK),
        ("standard", False, TERMINAL),
        (None, False, TERMINAL),
        (EXACT, True, TERMINAL),
    ],
)
def test_the_first_theme_suits_the_terminal(system: str | None, plain: bool, theme: str) -> None:
    assert default_theme(system, plain=plain) == theme


def test_a_light_terminal_gets_the_light_theme_where_it_has_the_colours() -> None:
    assert default_theme(EXACT, plain=False, light=True) == LIGHT
    assert default_theme("standard", plain=False, light=True) == TERMINAL
    assert default_theme(EXACT, plain=True, light=True) == TERMINAL


def of_palette(token: str, palette: Palette) -> Color:
    """Give a colour of the terminal's theme as a terminal with this palette draws it."""
    (theme,) = (theme for theme in themes("standard") if theme.name == TERMINAL)
    style = TextualColor.parse(named(theme, token)).rich_color
    own = OwnColours(plain=False, light=palette.is_light)
    (segment,) = own.apply([Segment("x", Style(color=style))], TextualColor.parse("black"))
    assert segment.style is not None
    assert segment.style.color is not None
    number = segment.style.color.number
    return Color.parse(palette.text if number is None else palette.colours[number])


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
def test_coloured_text_can_be_read_in_the_16_colours_of_common_terminals(
    palette: Palette,
) -> None:
    assert len(palette.colours) == 16
    for token in ("foreground", "accent", "value", *STATUSES):
        assert contrast(of_palette(token, palette), Color.parse(palette.ground)) >= 3, token


@pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.name)
@pytest.mark.parametrize("blindness", BLINDNESS)
def test_where_16_colours_look_alike_to_the_colour_blind_symbols_tell_statuses_apart(
    palette: Palette, blindness: str
) -> None:
    symbols = dict(zip(STATUSES, (VERDICT_MARKS[v].symbol for v in STATES), strict=True))
    for one, other in itertools.combinations(STATUSES, 2):
        pair = (seen(of_palette(token, palette), blindness) for token in (one, other))
        assert ciede2000(*pair) >= 10 or symbols[one] != symbols[other], (one, other)
    assert ciede2000(*(seen(of_palette(t, palette), blindness) for t in ("ready", "unknown"))) >= 10
