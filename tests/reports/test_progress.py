"""How far long work has come, as a count and a share of a bar."""

import pytest

from medv_tui.inventory.progress import Step
from medv_tui.reports.progress import BAR_CELLS, counted, filled


def test_the_count_names_its_unit_where_there_is_one() -> None:
    assert counted(Step("reading", 43_000, 100_000)) == "43,000 of 100,000"
    assert counted(Step("judging", 5, 25, "practices")) == "5 of 25 practices"


@pytest.mark.parametrize(("done", "total"), [(0, 0), (100, 100)])
def test_what_is_complete_fills_the_bar(done: int, total: int) -> None:
    assert filled(Step("reading", done, total)) == BAR_CELLS
