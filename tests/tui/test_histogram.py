import pytest

from medv_tui.review.spread import Bin, Histogram
from medv_tui.tui.line import plain, width
from medv_tui.tui.panes.histogram import bins_for, draw

COUNTS = (4, 3, 0, 1, 2, 6, 3, 0, 19, 0, 2, 1)


def histogram(*counts: int, start: int = -5, unknown: int = 0) -> Histogram:
    bins = tuple(
        Bin(start + 5 * place, number, above=place == len(counts) - 1)
        for place, number in enumerate(counts)
    )
    return Histogram(5, bins, unknown)


def rows(drawn: Histogram, cells: int = 60, height: int = 9, short: int = 0) -> list[str]:
    return [plain(line).rstrip() for line in draw(drawn, short, cells, height)]


def test_the_title_says_what_is_counted_and_what_is_short_or_unknown() -> None:
    title = rows(histogram(*COUNTS, unknown=3), short=4)[0]
    assert title.startswith("Headroom, computers per 5 GB  ")
    assert title.endswith("× 4 short   ? 3 unknown")


def test_a_narrow_title_keeps_its_size_and_its_counts() -> None:
    title = rows(histogram(*COUNTS, unknown=13), cells=45, short=3)[0]
    assert title == "Headroom per 5 GB    × 3 short   ? 13 unknown"


def test_each_bar_stands_above_its_edge() -> None:
    drawn = rows(histogram(*COUNTS))
    assert drawn[-1] == "−5   0    5    10   15   20   25   30   35   40   45   50+"
    column = drawn[-1].index("35")
    assert drawn[1][column : column + 4].strip() == "19"
    assert all(row[column : column + 4] == "████" for row in drawn[2:-1])


def test_the_axis_at_zero_stands_before_the_first_bar_that_fits() -> None:
    drawn = rows(histogram(*COUNTS))
    assert {row[drawn[-1].index("0") - 1] for row in drawn[1:-1]} == {"│"}
    alone = rows(histogram(3, 1, start=0))
    assert alone[-2].startswith("│████")
    assert alone[-1] == " 0    5+"


def test_only_a_lack_of_space_is_red() -> None:
    bottom = draw(histogram(*COUNTS), 0, 60, 9)[-2]
    looks = [part.look for part in bottom if part.text.strip() and part.text != "│"]
    assert looks[0] == "$blocked"
    assert set(looks[1:]) == {"$diff"}


def test_any_computer_at_all_can_be_seen() -> None:
    bottom = rows(histogram(1, 100_000))[-2]
    assert bottom.startswith("▁▁▁▁")


def test_bars_are_as_high_as_their_counts() -> None:
    drawn = rows(histogram(4, 8, start=0), height=11)
    heights = [sum("█" in row[x : x + 4] for row in drawn[1:-1]) for x in (1, 6)]
    assert heights[1] == 2 * heights[0]


def test_counts_stand_above_the_bars_where_there_are_rows_for_them() -> None:
    assert "19" in "".join(rows(histogram(*COUNTS), height=6)[1:-1])
    assert "19" not in "".join(rows(histogram(*COUNTS), height=5)[1:-1])


def test_a_large_count_is_shortened() -> None:
    assert "123k" in "".join(rows(histogram(3, 123_456)))
    assert "9876" in "".join(rows(histogram(3, 9_876)))
    assert "12M" in "".join(rows(histogram(3, 12_345_678)))


def test_a_bar_for_one_computer_is_one_row_high() -> None:
    assert len(rows(histogram(0, 1, start=0), height=12)) == 4


@pytest.mark.parametrize("height", range(3, 13))
def test_the_histogram_takes_the_rows_it_is_given(height: int) -> None:
    assert len(rows(histogram(*COUNTS), height=height)) == height


def test_edges_that_would_touch_are_left_out() -> None:
    bins = (Bin(-300, 1, below=True), Bin(-250, 0), Bin(-200, 1))
    axis = plain(draw(Histogram(50, bins, 0), 0, 60, 6)[-1])
    assert axis == "<−250     −200"


def test_without_headroom_a_sentence_stands_for_the_bars() -> None:
    assert rows(Histogram(1, (), 2)) == [
        "Headroom, computers" + " " * 30 + "? 2 unknown",
        "No computer's headroom is known yet.",
    ]


@pytest.mark.parametrize("cells", [20, 45, 59, 60, 200])
def test_bins_fit_into_the_pane(cells: int) -> None:
    number = bins_for(cells)
    assert number <= 12
    drawn = draw(histogram(*range(1, number + 1)), 1, cells, 9)
    assert all(width(line) <= cells for line in drawn[1:])
