"""Reviewing a plan again after each edit says what reviewing it for the first time does."""

from medv_tui.practices.catalogue import CATALOGUE
from medv_tui.review.review import Review
from medv_tui.review.reviewer import Reviewer
from medv_tui.tui.line_marks import LineMarks
from tests.practices.plans import AS_OF
from tests.review.pictures import FINANCE, FLEET, INVENTORY, picture, with_csv

from .edits import edited

_DEFAULTS = "\n[host_defaults]\nusers = 2\ninternet_explorer = 7\n"
PLANS = (FLEET, FLEET + _DEFAULTS, FLEET + INVENTORY)
_HOSTS = "".join(
    f'\n[[hosts]]\nname = "FIN-000{n}"\nworkspace = "finance"\nos = "Windows 7"\nram_mb = 4096\n'
    "free_disk_gb = 60\n"
    for n in range(1, 4)
)
SMALL_PLANS = (
    f"{FINANCE}image.vhd_gb = 8.6\n{_HOSTS}",
    FINANCE + _DEFAULTS + _HOSTS,
    FINANCE + INVENTORY + _HOSTS,
)


def rereview(
    seed: int, edits: int, plans: tuple[str, ...] = PLANS, *, every: int = 1, at: int = 0
) -> None:
    """Make so many edits and compare everything that a view can show.

    Asked is one of so many practices, from one of them on, which makes an edit cheap.
    """
    catalogue = CATALOGUE[at::every]
    reviewer = Reviewer(catalogue)
    for fresh, text in edited(plans, seed, edits):
        if fresh:
            reviewer = Reviewer(catalogue)
        again = reviewer.update(text, with_csv, AS_OF)
        first = Reviewer(catalogue).update(text, with_csv, AS_OF)
        assert again.plan == first.plan, text
        assert picture(again) == picture(first), text
        assert _marked(again, text) == _marked(first, text), text


def _marked(review: Review, text: str) -> list[str]:
    """Give the symbol before each line."""
    marks = LineMarks(review)
    found = (marks.get(line) for line in range(1, text.count("\n") + 3))
    return ["" if mark is None else mark.symbol for mark in found]
