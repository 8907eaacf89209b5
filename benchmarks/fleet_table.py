"""The table of a large fleet beside Textual's own: `python -m benchmarks.fleet_table [ROWS]`.

Both show the same rows in the same run and terminal size. A time is what the processor spends
until the screen is drawn: a clock would mostly show how long Textual waits between two frames.
The stock table has no filter, so that it is emptied and filled with the rows that match. Python's
search for lost objects leaves the rows out, as it does in the dashboard.
"""

import asyncio
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median
from time import process_time
from typing import TypeAlias

from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import DataTable

from benchmarks.fleet import AS_OF, PLAN, inventory
from medv_tui.review.review import Review
from medv_tui.review.reviewer import Reviewer
from medv_tui.tui.colours import themes
from medv_tui.tui.pace import keys_first
from medv_tui.tui.panes.hosts import HostsPane
from medv_tui.tui.panes.roster import Column, Sort
from medv_tui.tui.theme_colours import THEMES

ROWS = (1_000, 10_000)
PAGES = 5
SIZE = (120, 40)
WANTED = "graz"
STEPS = ("load", "one page down", "sort by headroom", f"filter by {WANTED}")

Cells: TypeAlias = list[tuple[str, ...]]
Times: TypeAlias = list[float]


class OurApp(App[None]):
    """The hosts pane alone."""

    def __init__(self, review: Review) -> None:
        super().__init__()
        self.animation_level = "none"
        for theme in themes("truecolor"):
            self.register_theme(theme)
        self.theme = next(iter(THEMES))
        self.pane, self._fresh = HostsPane(), review

    def compose(self) -> ComposeResult:
        """Show the pane."""
        yield self.pane

    def load(self) -> None:
        """Give the pane its fleet, and list it."""
        self.pane.review = self._fresh
        self.pane.order_by(Sort())


class StockApp(App[None]):
    """Textual's table alone."""

    def __init__(self) -> None:
        super().__init__()
        self.animation_level = "none"
        self.table: DataTable[str] = DataTable(cursor_type="row")

    def compose(self) -> ComposeResult:
        """Show the table."""
        yield self.table


@dataclass(frozen=True)
class Sheet:
    """The rows as both tables show them."""

    review: Review
    heads: tuple[str, ...]
    cells: Cells


def main(*rows: int) -> None:
    """Print the times of both tables and their ratio."""
    for line in table(rows or ROWS):
        print(line)


def table(several: tuple[int, ...]) -> Iterator[str]:
    """Give the figures line by line, in milliseconds."""
    for rows in several:
        sheet = sheet_of(rows)
        keys_first()
        ours, stock = asyncio.run(_ours(sheet)), asyncio.run(_stock(sheet))
        yield f"{rows:,} computers{'stock':>31}{'ours':>10}{'ratio':>8}"
        for name, own, other in zip(STEPS, ours, stock, strict=True):
            yield f"  {name:<32}{other * 1000:>8,.1f}{own * 1000:>10,.1f}{other / own:>8.1f}"


def sheet_of(rows: int) -> Sheet:
    """Make up a fleet and write out what stands in each row."""
    data = inventory(rows)
    review = Reviewer().update(PLAN.format(vhd_gb=2.6), lambda _name: data, AS_OF)
    fact = review.hosts.fleet.fact
    cells: Cells = [
        (
            review.hosts.verdict(row).value,
            name,
            review.hosts.workspace(row) or "",
            fact(row, "site"),
            f"{fact(row, 'ram_mb') / 1024:.1f}",
            f"{fact(row, 'free_disk_gb'):.1f}",
            f"{review.hosts.headroom_gb(row):.1f}",
        )
        for row, name in enumerate(review.hosts.fleet.names)
    ]
    return Sheet(review, tuple(column.value for column in Column)[:-1], cells)


async def _ours(sheet: Sheet) -> Times:
    """Time the hosts pane."""
    app = OurApp(sheet.review)
    async with app.run_test(size=SIZE) as pilot:
        pane = app.pane
        times = [
            await _timed(pilot, app.load),
            await _paged(pilot, pane.action_move_page),
            await _timed(pilot, lambda: pane.order_by(Sort(Column.HEADROOM))),
        ]
        # Somebody who filters has opened the filter's line first.
        await _timed(pilot, pane.action_search)
        return [*times, await _timed(pilot, lambda: pane.want(WANTED))]


async def _stock(sheet: Sheet) -> Times:
    """Time Textual's table."""
    app = StockApp()
    async with app.run_test(size=SIZE) as pilot:
        shown = app.table
        keys = shown.add_columns(*sheet.heads)

        def fill() -> None:
            shown.add_rows(sheet.cells)

        def sort() -> None:
            shown.sort(keys[-1], key=float)

        def filtered() -> None:
            shown.clear()
            shown.add_rows(c for c in sheet.cells if any(WANTED in text.casefold() for text in c))

        def page(_pages: int) -> None:
            shown.action_page_down()

        return [
            await _timed(pilot, fill),
            await _paged(pilot, page),
            await _timed(pilot, sort),
            await _timed(pilot, filtered),
        ]


async def _paged(pilot: Pilot[None], page: Callable[[int], object]) -> float:
    """Give the usual time of a page down."""
    return median([await _timed(pilot, lambda: page(1)) for _ in range(PAGES)])


async def _timed(pilot: Pilot[None], do: Callable[[], object]) -> float:
    """Do something and wait until it is drawn."""
    begin = process_time()
    do()
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    return process_time() - begin


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
