import pytest

from medv_tui.tui.line import plain, width
from medv_tui.tui.panes.bars import Bar, Kind, draw, legend, segments

from .plans import DOCUMENTED
from .test_headline import review_of

NEED = ((Kind.BASE, 4.0), (Kind.DIFFERENCING, 3.0), (Kind.SAVED, 2.0), (Kind.PACKAGE, 1.0))


def blocks(text: str) -> int:
    return sum(text.count(shade) for shade in "█▓▒░")


def rows(*bars: Bar, cells: int = 60, shaded: bool = False) -> list[str]:
    return [plain(line) for line in draw(bars, cells, shaded=shaded)]


def test_a_need_is_taken_apart_into_what_takes_the_space() -> None:
    explained = review_of(DOCUMENTED).hosts.explained(0)
    assert explained is not None
    assert segments(explained[1]) == (
        (Kind.BASE, 2.6),
        (Kind.DIFFERENCING, 4.5),
        (Kind.SAVED, 3.0),
    )


def test_what_is_planned_beyond_the_formula_is_a_part_of_its_own() -> None:
    text = DOCUMENTED + "\n[budget]\nreserve_gb = 2.0\n"
    explained = review_of(text).hosts.explained(0)
    assert explained is not None
    kind, gb = segments(explained[1])[-1]
    assert (kind, round(gb, 6)) == (Kind.PACKAGE, 2.0)


def test_a_need_that_is_not_known_has_no_parts() -> None:
    explained = review_of(DOCUMENTED.replace("users = 3\n", "")).hosts.explained(0)
    assert explained is not None
    assert segments(explained[1]) == ()


def test_bars_are_on_one_scale() -> None:
    small, large = rows(Bar(((Kind.BASE, 10.0),), 20, 15), Bar(((Kind.BASE, 20.0),), 40, 30))
    assert abs(2 * blocks(small) - blocks(large)) <= 1
    assert abs(2 * small.index("┤") - large.index("┤")) <= 1


def test_parts_are_as_long_as_the_running_sum_is_rounded() -> None:
    many = tuple((kind, 2.6) for kind in Kind)
    (bar,) = draw([Bar(many, None, None)], 12)
    assert width(bar) == 11
    assert [len(part.text) for part in bar] == [3, 3, 2, 3]


def test_each_part_has_a_shade_where_colours_are_few() -> None:
    (text,) = rows(Bar(NEED, 10, None), shaded=True)
    assert [text.count(shade) > 0 for shade in "█▓▒░"] == [True] * 4


def test_a_thin_line_reaches_to_the_median_free_space() -> None:
    (text,) = rows(Bar(NEED, 20, 15))
    assert text.endswith("─┤ 20.0 median free")
    assert text.index("┤") == 2 * blocks(text)


def test_a_line_that_would_dwarf_the_bars_ends_in_an_arrow() -> None:
    (text,) = rows(Bar(NEED, 500, 15))
    assert text.endswith("─► 500.0 median free")
    assert blocks(text) >= 10


def test_where_half_of_the_computers_have_too_little_there_is_no_line() -> None:
    (text,) = rows(Bar(NEED, 4, None))
    assert text.endswith("█ 4.0 median free")


@pytest.mark.parametrize(("lowest", "notched"), [(9.99, True), (10.0, False), (12.0, False)])
def test_a_notch_shows_the_lowest_free_space_only_where_it_is_too_little(
    lowest: float, notched: bool
) -> None:
    (line,) = draw([Bar(NEED, 20, lowest)], 60)
    assert any(part.text == "│" and part.look == "$blocked" for part in line) is notched


def test_the_notch_stands_where_the_space_ends() -> None:
    (text,) = rows(Bar(NEED, None, 5.0), cells=41)
    assert text == "█" * 20 + "│" + "█" * 19


def test_a_computer_without_any_space_has_the_notch_at_the_start() -> None:
    (text,) = rows(Bar(NEED, None, 0.0))
    assert text.startswith("│█")


@pytest.mark.parametrize("cells", [1, 20, 30, 45, 60, 120])
def test_no_bar_and_no_legend_with_room_is_too_wide(cells: int) -> None:
    several = [Bar(NEED, 500, 1), Bar(NEED, 11, None), Bar(NEED, None, None)]
    assert all(width(line) <= cells or cells < 20 for line in draw(several, cells))
    assert width(legend(several, cells)) <= max(cells, 45)


def test_the_legend_names_what_is_drawn_and_nothing_else() -> None:
    assert plain(legend([Bar(NEED[:2], 20, 15)], 60)) == "█ base   █ differencing"
    assert plain(legend([Bar(NEED[:1], 20, 1)], 60)) == "█ base   │ lowest free"


def test_a_narrow_legend_is_brief() -> None:
    text = plain(legend([Bar(NEED, 20, 1)], 45))
    assert text == "█ base █ diff █ saved █ package │ lowest"


def test_nothing_known_draws_nothing() -> None:
    assert draw([], 60) == []
    assert plain(legend([], 60)) == ""
