"""Reviewing a plan again after each edit says what reviewing it for the first time does."""

from medv_tui.review.review import Review
from medv_tui.review.reviewer import Reviewer
from medv_tui.tui.marks import LineMarks
from tests.practices.plans import AS_OF
from tests.review.pictures import FLEET, INVENTORY, picture, with_csv

from .edits import edited

_DEFAULTS = "\n[host_defaults]\nusers = 2\ninternet_explorer = 7\n"
PLANS = (FLEET, FLEET + _DEFAULTS, FLEET + INVENTORY)


def rereview(seed: int, edits: int) -> None:
    """Make so many edits and compare everything that a view can show."""
    reviewer = Reviewer()
    for fresh, text in edited(PLANS, seed, edits):
        if fresh:
            reviewer = Reviewer()
        again = reviewer.update(text, with_csv, AS_OF)
        first = Reviewer().update(text, with_csv, AS_OF)
        assert again.plan == first.plan, text
        assert picture(again) == picture(first), text
        assert _marked(again, text) == _marked(first, text), text


def _marked(review: Review, text: str) -> list[str]:
    """Give the symbol before each line."""
    marks = LineMarks(review)
    found = (marks.get(line) for line in range(1, text.count("\n") + 3))
    return ["" if mark is None else mark.symbol for mark in found]
