"""How far long work has come: a bar that moves with the count."""

import pytest

from medv_tui.inventory.progress import Step
from medv_tui.tui.line import plain, width
from medv_tui.tui.progress_bar import progress_line

STEP = Step("reading fleet.csv", 43_000, 100_000)


def test_the_bar_stands_between_the_work_and_its_count() -> None:
    expected = "reading fleet.csv ━━━━────── 43,000 of 100,000   Esc cancels"
    assert plain(progress_line(STEP, 80)) == expected


def test_what_is_counted_is_named_where_it_is_not_plain() -> None:
    line = plain(progress_line(Step("judging 7 computers", 5, 25, "practices"), 80))
    assert line == "judging 7 computers ━━──────── 5 of 25 practices   Esc cancels"


@pytest.mark.parametrize(("done", "filled"), [(0, 0), (1, 0), (99_999, 9), (100_000, 10)])
def test_the_bar_is_full_only_when_all_is_done(done: int, filled: int) -> None:
    assert plain(progress_line(STEP._replace(done=done), 80)).count("━") == filled


@pytest.mark.parametrize("cells", [40, 50, 59, 60, 120])
def test_in_a_narrow_row_the_count_and_the_way_out_stay(cells: int) -> None:
    line = progress_line(STEP._replace(doing="reading " + "long" * 20), cells)
    assert width(line) <= cells
    assert plain(line).endswith(" 43,000 of 100,000   Esc cancels")


def test_a_file_name_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in plain(progress_line(STEP._replace(doing="reading \x1b[2J.csv"), 80))
