"""How soon the figures of a large fleet stand on the screen: `... fleet_screen [COMPUTERS ...]`.

The dashboard is opened in a terminal of 120 by 40 on a plan with an inventory, of which the plan
says one computer otherwise; then a digit is typed and deleted in turn, in the base VHD's size,
which touches every computer, and in that one computer's users.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.fleet import AS_OF, PLAN, inventory
from benchmarks.terminal import Screen
from medv_tui.review.reviewer import Reviewer
from medv_tui.tui.present import size
from medv_tui.tui.recent import PlanState, remember, whole

SIZES = (1_000, 100_000)
CHANGES = 14
TEXT = PLAN.format(vhd_gb=2.6) + '[[hosts]]\nname = "PC-000005"\nfree_disk_gb = 60\nusers = 3\n'
BACKSPACE = "\x7f"
_SETTLED_SECONDS = 1.0


class Place(NamedTuple):
    """Where a digit is typed."""

    name: str
    before: str
    """What stands left of the cursor."""
    digit: str


PLACES = (
    Place("a digit of vhd_gb, all computers", "vhd_gb = 2.6", "7"),
    Place("a digit in one computer", "users = 3", "1"),
)


def planned(text: str, data: bytes) -> str:
    """Say what the disk space of a plan comes to."""
    review = Reviewer().update(text, lambda _name: data, AS_OF)
    return f"{size(review.disk.planned_gb)} GB"


def measure(folder: Path, data: bytes, place: Place) -> tuple[float, list[float]]:
    """Give the seconds to the first figures, and to those after each change."""
    plan, state = folder / "plan.toml", Path(tempfile.mkdtemp(dir=folder))
    plan.write_text(TEXT)
    above, here = TEXT[: TEXT.index(place.before)], place.before
    left = PlanState(whole(plan), line=above.count("\n") + 1, column=len(here) + 1)
    remember(state / "medv-tui", lambda states: states.with_plan(left))
    few, many = (planned(TEXT.replace(here, here + more), data) for more in ("", place.digit))
    with Screen("medv_tui", (str(plan),), {"XDG_STATE_HOME": str(state)}) as terminal:
        first = terminal.until_after_start(few)
        terminal.until_quiet(_SETTLED_SECONDS)
        times = []
        for turn in range(CHANGES):
            begin = terminal.send(BACKSPACE if turn % 2 else place.digit)
            terminal.until(few if turn % 2 else many)
            times.append(terminal.last_came - begin)
            terminal.until_quiet()
        return first, times


def table(sizes: tuple[int, ...]) -> Iterator[str]:
    """Give the figures line by line."""
    for computers in sizes:
        yield f"{computers:,} computers"
        data = inventory(computers)
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "fleet.csv").write_bytes(data)
            for place in PLACES:
                first, times = measure(folder, data, place)
                yield f"  {'first figures':<34}{first * 1000:>8,.0f} ms"
                yield f"  {place.name:<34}{median(times) * 1000:>8,.0f} ms"


def main(arguments: list[str]) -> None:
    """Print the table."""
    for line in table(tuple(map(int, arguments)) or SIZES):
        print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
