"""The keys of a plan's screen."""

from collections import Counter

from textual.binding import Binding

from medv_tui.tui.app import DashboardApp
from medv_tui.tui.screen import PlanScreen


def test_no_key_is_taken_twice_but_escape_which_ends_what_there_is_to_end() -> None:
    bindings = (*PlanScreen.BINDINGS, *DashboardApp.BINDINGS)
    keys = Counter(
        key for each in bindings if isinstance(each, Binding) for key in each.key.split(",")
    )

    assert {key for key, times in keys.items() if times > 1} == {"escape"}
    assert len(keys) > 20


def test_every_key_of_the_screen_does_something() -> None:
    for each in PlanScreen.BINDINGS:
        assert isinstance(each, Binding)
        action = each.action.partition("(")[0]
        owner = DashboardApp if action.startswith("app.") else PlanScreen
        assert hasattr(owner, f"action_{action.removeprefix('app.')}"), each.key
