"""A review tells how far it is; one that is cancelled leaves nothing half done behind."""

from contextlib import suppress

import pytest

from medv_tui.errors import WorkCancelledError
from medv_tui.inventory.progress import Step
from medv_tui.inventory.sheet import BLOCK
from medv_tui.review.reviewer import Reviewer
from tests.practices.plans import AS_OF, no_files
from tests.review.pictures import FINANCE, FLEET, INVENTORY, picture, with_csv

ROWS = 2 * BLOCK
PLAN = FINANCE + INVENTORY


def large(_name: str) -> bytes:
    rows = (f"PC-{number},Windows 7,{4000 + number % 50},60" for number in range(ROWS))
    return ("Name,OS,RAM (MB),Free (GB)\n" + "\n".join(rows)).encode()


class Listener:
    """Hears steps, and cancels at one of them."""

    def __init__(self, last: int | None = None) -> None:
        self.heard: list[Step] = []
        self._last = last

    def __call__(self, step: Step) -> None:
        if len(self.heard) == self._last:
            raise WorkCancelledError("Not wanted any more.")
        self.heard.append(step)


def test_a_review_tells_of_lines_columns_and_practices_in_turn() -> None:
    listener = Listener()
    Reviewer().update(PLAN, large, AS_OF, listener)
    heard = listener.heard
    assert list(dict.fromkeys(step.doing for step in heard)) == [
        "reading fleet.csv",
        "understanding fleet.csv",
        f"judging {ROWS:,} computers",
    ]
    assert heard[:3] == [
        Step("reading fleet.csv", 0, ROWS),
        Step("reading fleet.csv", 1, ROWS + 1),
        Step("reading fleet.csv", BLOCK + 1, ROWS + 1),
    ]
    for doing in {step.doing for step in heard}:
        counts = [step.done for step in heard if step.doing == doing]
        assert counts == sorted(counts)
        assert all(step.done <= step.total for step in heard)


def test_an_inventory_is_read_once_however_often_its_review_is_cancelled() -> None:
    reviewer, listener = Reviewer(), Listener()
    with pytest.raises(WorkCancelledError):
        reviewer.update(PLAN, large, AS_OF, Listener(8))
    reviewer.update(PLAN, large, AS_OF, listener)
    assert {step.doing for step in listener.heard} == {f"judging {ROWS:,} computers"}


def test_a_review_after_a_cancelled_one_equals_a_fresh_one() -> None:
    texts = (
        FLEET,
        FLEET.replace("ram_mb = 4096", "ram_mb = 512", 1),
        FLEET + INVENTORY,
        FLEET.replace("ram_mb = 4096", "ram_mb = 2048", 2),
    )
    for steps in range(0, 40, 5):
        reviewer = Reviewer()
        reviewer.update(FLEET, no_files, AS_OF)
        for text in texts:
            larger = text.replace("vhd_gb = ", "vhd_gb = 1")
            with suppress(WorkCancelledError):
                reviewer.update(larger, with_csv, AS_OF, Listener(steps))
            again = reviewer.update(text, with_csv, AS_OF)
            assert picture(again) == picture(Reviewer().update(text, with_csv, AS_OF))
