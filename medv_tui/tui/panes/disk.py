"""The disk pane: what each workspace takes on its computers, with the formula in numbers."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from rich.cells import cell_len

from medv_tui.assessment.disk import DiskNeed
from medv_tui.findings import Figure
from medv_tui.practices.subjects import Subjects
from medv_tui.reports.clean import clean
from medv_tui.reports.explanation import Explanation
from medv_tui.reports.host_explanation import why_space
from medv_tui.reports.reckoning import expanded
from medv_tui.review.hosts import HostsReview
from medv_tui.review.review import Review
from medv_tui.review.spread import Histogram, Space, headroom_spread, spaces
from medv_tui.review.workspaces import DiskTotals, WorkspaceDisk
from medv_tui.tui.line import Line, Part, fit, joined, spread, width, wrapped
from medv_tui.tui.panes import bars, histogram
from medv_tui.tui.panes.absent import no_hosts, no_workspace
from medv_tui.tui.panes.bars import Bar
from medv_tui.tui.panes.choice import ChoicePane, Row
from medv_tui.tui.present import BLOCKED, BOLD, MUTED, UNKNOWN, count, size
from medv_tui.tui.theme_colours import TERMINAL

FIGURE = 5
"""Cells of a size in a row of figures."""
_TRAILING_ZERO = re.compile(r"(\.\d)0\b")
_DECIMALS = re.compile(r"\.\d\d\b")


@dataclass(frozen=True, slots=True)
class Budget:
    """One workspace with what is drawn of it."""

    totals: WorkspaceDisk
    space: Space
    need: DiskNeed | None
    """The figures of a typical computer; None without computers."""

    @property
    def row(self) -> int | None:
        """The computer to explain the figures by: the tightest, else a typical one."""
        tightest = self.space.tightest_row
        return self.space.typical_row if tightest is None else tightest

    @property
    def bar(self) -> Bar | None:
        """What its bar shows; None where the need is not known."""
        segments = () if self.need is None else bars.segments(self.need)
        if not segments:
            return None
        return Bar(segments, self.space.median_free_gb, self.space.lowest_free_gb)


@dataclass(frozen=True, slots=True)
class Detail:
    """How much is drawn; a short pane drops one thing after another."""

    blanks: bool = True
    all_formulas: bool = True
    fleet: bool = True
    counts: bool = True
    legend: bool = True


DETAILS = (
    Detail(),
    Detail(all_formulas=False),
    Detail(all_formulas=False, fleet=False),
    Detail(all_formulas=False, fleet=False, counts=False),
    Detail(all_formulas=False, fleet=False, counts=False, legend=False),
    Detail(all_formulas=False, fleet=False, counts=False, legend=False, blanks=False),
)


def budgets(disk: DiskTotals, hosts: HostsReview) -> list[Budget]:
    """Take together what is drawn of each workspace."""
    found = []
    for totals, space in zip(disk.workspaces, spaces(hosts), strict=True):
        figures = None if space.typical_row is None else hosts.explained(space.typical_row)
        found.append(Budget(totals, space, None if figures is None else figures[1]))
    return found


def draw(review: Review, cells: int, rows: int, *, shaded: bool = False) -> list[Row]:
    """Draw the fleet, every workspace and the histogram, in so many rows if that is possible."""
    disk, hosts = review.disk, review.hosts
    if not disk.workspaces:
        return list(_muted(no_workspace(review), cells))
    found = budgets(disk, hosts)
    headroom = headroom_spread(hosts, histogram.bins_for(cells))
    for detail in DETAILS:
        fleet = [Row(_fleet(disk, hosts, cells))] if detail.fleet else []
        upper = [*fleet, *_workspaces(found, hosts, cells, detail, shaded=shaded)]
        least = _least(headroom, detail)
        room = rows - len(upper) - 1
        if room >= least:
            break
    if not hosts.total:
        return [*upper, Row(()), *_muted(no_hosts(review), cells)]
    height = min(max(room, least), histogram.MOST_ROWS)
    short = sum(budget.totals.short_hosts for budget in found)
    lower = histogram.draw(headroom, short, cells, height)
    return [*upper, Row(()), *(Row(line) for line in lower)]


def _least(headroom: Histogram, detail: Detail) -> int:
    """How many rows the histogram takes at least."""
    if not headroom.bins:
        return histogram.EMPTY_ROWS
    return histogram.COUNTED_ROWS if detail.counts else histogram.LEAST_ROWS


def _fleet(disk: DiskTotals, hosts: HostsReview, cells: int) -> Line:
    """Draw the sums over all computers."""
    name: Line = (Part("Fleet", BOLD),)
    hosts_of_it: Line = (Part(count(hosts.total, "host"), MUTED),)
    known_gb = disk.known_planned_gb
    figure = Part(size(known_gb), BOLD if known_gb is not None else UNKNOWN)
    planned: Line = (figure, Part(" planned", MUTED))
    short = sum(workspace.short_hosts for workspace in disk.workspaces)
    lack = sum(workspace.shortfall_gb for workspace in disk.workspaces)
    whole = joined((name, hosts_of_it, planned), 3)
    lefts = (whole, joined((name, planned), 2), joined((name, planned[:1]), 2))
    return _sided(lefts, short, lack, disk.hosts_unknown, cells)


def _sided(lefts: Sequence[Line], short: int, lack_gb: float, unknown: int, cells: int) -> Line:
    """Put what is short at the right of the first of several texts that leaves room for it."""
    rights = _shortage(short, lack_gb, unknown)
    for left in lefts:
        for right in rights:
            if width(left) + width(right) + 2 <= cells:
                return spread(left, right, cells)
    return spread(lefts[-1], rights[-1], cells)


def _shortage(short: int, lack_gb: float, unknown: int) -> tuple[Line, Line]:
    """Say how many computers lack how much, and for how many that is not known; then shorter."""
    lacking: Line = (
        (Part("×", f"{BLOCKED} bold"), Part(f" {short:,} short by {size(lack_gb)}", BLOCKED))
        if short
        else ()
    )
    brief: Line = (Part(f"? {unknown:,}", UNKNOWN),) if unknown else ()
    unsaid: Line = (*brief, Part(" unknown", UNKNOWN)) if unknown else ()
    return joined((lacking, unsaid), 3), joined((lacking, brief), 2)


def _workspaces(
    found: Sequence[Budget], hosts: HostsReview, cells: int, detail: Detail, *, shaded: bool
) -> Iterator[Row]:
    """Draw every workspace, and what the parts of their bars mean."""
    drawn = [bar for budget in found if (bar := budget.bar) is not None]
    lines = iter(bars.draw(drawn, cells, shaded=shaded))
    for place, budget in enumerate(found):
        if detail.blanks and (place or detail.fleet):
            yield Row(())
        yield Row(_title(budget, cells), budget.row)
        if budget.need is None:
            yield Row((Part("No host gets this workspace yet.", MUTED),))
            yield from _muted(_assigning(budget.totals.name) if hosts.total else "", cells)
        elif budget.bar is None:
            why = _undetermined(budget.totals.name, budget.need.required, hosts.subjects)
            yield from _muted(why, cells)
        else:
            yield Row(next(lines))
            yield Row(_figures(budget.need, budget.space, hosts, cells))
            if detail.all_formulas or place == 0:
                yield Row((Part(_fitting(formula(budget.need), cells), MUTED),))
    if detail.legend and drawn:
        yield Row(())
        yield Row(bars.legend(drawn, cells, shaded=shaded))


def _muted(text: str, cells: int) -> Iterator[Row]:
    """Draw a sentence in as many rows as it takes."""
    for piece in wrapped(text, cells) if text else ():
        yield Row((Part(piece, MUTED),))


def _assigning(name: str) -> str:
    """Say how a computer gets a workspace."""
    return f'Give it to one with workspace = "{clean(name)}".'


def _title(budget: Budget, cells: int) -> Line:
    """Name a workspace; say for how many of its computers the figures below are."""
    totals, alike = budget.totals, budget.space.alike
    name, hosts = Part(clean(totals.name), BOLD), Part(f"   {count(totals.hosts, 'host')}", MUTED)
    lefts: list[Line] = [(name, hosts), (name,)]
    if budget.need is not None and alike < totals.hosts:
        lefts[:0] = [
            (name, hosts, Part(f", {alike:,}{words} as below", MUTED)) for words in (" of them", "")
        ]
    return _sided(lefts, totals.short_hosts, totals.shortfall_gb, totals.hosts_unknown, cells)


def _figures(need: DiskNeed, space: Space, hosts: HostsReview, cells: int) -> Line:
    """Draw the figures of a typical computer, and the computer with the least free space."""
    row = space.tightest_row
    groups = [
        _figure("required", need.required.value),
        _figure("peak", need.peak.value),
        _figure("planned", need.planned.value, BOLD),
        _figure("lowest free", space.lowest_free_gb),
    ]
    if width(joined(groups, 3)) > cells:
        del groups[1]
    if width(joined(groups, 1)) > cells:
        del groups[0]
    line = joined(groups, 3 if width(joined(groups, 3)) <= cells else 1)
    tightest = () if row is None else (Part(f"tightest {clean(hosts.fleet.names[row])}", MUTED),)
    whole = joined((line, tightest), 3)
    return whole if width(whole) <= cells else fit(line, cells)


def _figure(label: str, gb: float | None, look: str = "") -> Line:
    """Draw one size behind its label; the unknown is a question mark in the last column."""
    return (Part(label, MUTED), Part(f"{size(gb):>{FIGURE}}", look or ("" if gb else UNKNOWN)))


def formula(need: DiskNeed) -> str:
    """Give the planned space of a computer down to its inputs, in numbers.

    `2.6 + 3 × (1.5 + 1.0) = 10.1 GB`: one decimal where that is exact for all sizes, else two.
    """
    figure = need.planned if need.planned.value is not None else need.required
    result = "?" if figure.value is None else f"{figure.value:,.2f}"
    text = f"{expanded(figure)} = {result} GB"
    short = _TRAILING_ZERO.sub(r"\1", text)
    return text if _DECIMALS.search(short) else short


def _fitting(text: str, cells: int) -> str:
    """Leave the unit out where there is no room for it."""
    return text if cell_len(text) <= cells else text.removesuffix(" GB")


def _undetermined(name: str, figure: Figure, subjects: Subjects) -> str:
    """Name the keys without which a figure is unknown."""
    unknown = [term for term in figure.inputs() if term.value is None]
    parts = (
        ("has no ", " and no ", [t for t in unknown if not subjects.is_unreadable(t.path)]),
        ("has an unreadable ", " and ", [t for t in unknown if subjects.is_unreadable(t.path)]),
    )
    said = [verb + _listed(terms, last) for verb, last, terms in parts if terms]
    return f"No disk figure yet: {clean(name)} {' and '.join(said)}."


def _listed(terms: Sequence[Figure], last: str) -> str:
    """Name keys one after another, the last one behind words of its own."""
    keys = [str(term.path[-1]) if term.path else term.name for term in terms]
    between = last.replace(" and", ",")
    return last.join((between.join(keys[:-1]), keys[-1]) if keys[1:] else keys)


class DiskPane(ChoicePane):
    """Disk budgets for the fleet and each workspace."""

    NUMBER = 4
    NAME = "Disk"

    def on_mount(self) -> None:
        """Draw again when the colours are others."""
        self.watch(self.app, "theme", self._drawn_anew, init=False)

    def _drawn_anew(self) -> None:
        """Draw everything again."""
        self.watch_review(None, self.review)

    def is_changed(self, old: Review | None, new: Review) -> bool:
        """Whether sums or computers are others than before."""
        if old is None or (no_hosts(old), no_workspace(old)) != (no_hosts(new), no_workspace(new)):
            return True
        return old.disk is not new.disk or old.hosts is not new.hosts

    def drawn(self, review: Review, cells: int) -> list[Row]:
        """Draw the budgets; where colours are few, shades tell the parts of a bar apart."""
        shaded = self.app.theme == TERMINAL
        return draw(review, cells, self.size.height, shaded=shaded)

    def explained(self, choice: Any) -> Callable[[Review], Explanation] | None:
        """Explain the space on the tightest computer of a workspace, or on a typical one."""

        def explain(review: Review) -> Explanation:
            return why_space(review, choice)

        return explain

    def fact(self, review: Review) -> str:
        """Name the unit of every figure, and what they are for."""
        del review
        return "GB a host, 1 GB = 1,024 MB"
