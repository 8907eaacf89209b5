from pathlib import Path

from medv_tui.planfile.block_reader import BlockReader
from medv_tui.reports.host_explanation import why_verdict
from medv_tui.tui.dialog import TALLEST, WIDEST, Dialog, keys_that_fit
from medv_tui.tui.explain import ExplainScreen
from medv_tui.tui.line import plain

from .plans import DAY, DOCUMENTED, NARROW, WIDE, dashboard, settle
from .test_headline import review_of

PAIRS = (("Enter", "go"), ("f", "fix"), ("Esc", "close"))


def test_keys_stand_with_their_meaning() -> None:
    assert plain(keys_that_fit(PAIRS, 40)) == "Enter go   f fix   Esc close"


def test_keys_without_room_are_left_out_but_the_last_stays() -> None:
    assert plain(keys_that_fit(PAIRS, 20)) == "Enter go   Esc close"
    assert plain(keys_that_fit(PAIRS, 5)) == "Esc close"


async def test_a_dialog_is_all_on_screen_at_every_size(tmp_path: Path) -> None:
    for size in (WIDE, NARROW, (60, 15)):
        app = dashboard(tmp_path)
        async with app.run_test(size=size) as pilot:
            await settle(pilot)
            told = why_verdict(review_of(DOCUMENTED), 0)
            app.push_screen(ExplainScreen(told, DOCUMENTED, DAY, BlockReader()))
            await settle(pilot)
            region = app.screen.query_one(Dialog).region
            assert app.screen.region.contains_region(region)
            assert region.width <= WIDEST
            assert region.height <= TALLEST
            keys = app.screen.query_one(Dialog).keys_row.region
            assert region.contains_region(keys)
            assert keys.height == 1
