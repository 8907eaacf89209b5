"""The histogram of headroom: how many computers have how much disk space left."""

from collections.abc import Sequence

from medv_tui.review.spread import Bin, Histogram
from medv_tui.tui.line import Line, Part, cut, joined, spread, width
from medv_tui.tui.present import BLOCKED, BOLD, MUTED, UNKNOWN

BIN_CELLS = 5
"""Cells of one bin, with the gap before it."""
MOST_BINS = 12
EMPTY_ROWS = 2
LEAST_ROWS, COUNTED_ROWS, MOST_ROWS = 4, 6, 12
"""Rows with title and axis: at least, from which on counts stand above the bars, at most."""
NOTHING_KNOWN = "No computer's headroom is known yet."
_EIGHTHS = " ▁▂▃▄▅▆▇█"
_BAR = BIN_CELLS - 1


def bins_for(cells: int) -> int:
    """How many bins have room in so many cells."""
    return max(2, min(MOST_BINS, cells // BIN_CELLS))


def draw(histogram: Histogram, short: int, cells: int, rows: int) -> list[Line]:
    """Draw title, bars and axis in so many rows; without any headroom a sentence."""
    lines = [_title(histogram, short, cells)]
    if not histogram.bins:
        return [*lines, (Part(cut(NOTHING_KNOWN, cells), MUTED),)]
    counted = rows >= COUNTED_ROWS
    # A bar of few computers need not be high: one row for each is the most.
    highest = max(each.computers for each in histogram.bins) + counted
    height = max(1, min(rows - 2, highest))
    columns = _heights(histogram.bins, height - counted)
    for level in range(height, 0, -1):
        lines.append(_row(histogram.bins, columns, level, counted=counted))
    return [*lines, _axis(histogram)]


def _title(histogram: Histogram, short: int, cells: int) -> Line:
    """Say what is counted, and what is not in the bars."""
    name, bins = Part("Headroom", BOLD), f" per {histogram.size_gb} GB" if histogram.bins else ""
    lacking: Line = (Part("×", f"{BLOCKED} bold"), Part(f" {short:,} short", BLOCKED))
    unsaid: Line = (Part(f"? {histogram.unknown:,} unknown", UNKNOWN),)
    right = joined((lacking if short else (), unsaid if histogram.unknown else ()), 3)
    left = (name, Part(f", computers{bins}", MUTED))
    fits = width(left) + width(right) + 2 <= cells
    return spread(left if fits else (name, Part(bins, MUTED)), right, cells)


def _heights(bins: Sequence[Bin], rows: int) -> list[int]:
    """Give each bar's height in eighths of a row; any computer at all is an eighth."""
    most = max(each.computers for each in bins)
    return [
        max(1, round(each.computers * rows * 8 / most)) if each.computers else 0 for each in bins
    ]


def _row(bins: Sequence[Bin], heights: Sequence[int], level: int, *, counted: bool) -> Line:
    """Draw one row of the bars, counted from 1 at the bottom, with the counts that stand in it."""
    parts = []
    for each, height in zip(bins, heights, strict=True):
        parts.append(Part("│" if each.start_gb == 0 else " ", "$line"))
        full = (height + 7) // 8
        if counted and each.computers and level == full + 1:
            parts.append(Part(f"{_short(each.computers):^{_BAR}}", MUTED))
        else:
            eighths = min(8, max(0, height - 8 * (level - 1)))
            parts.append(Part(_EIGHTHS[eighths] * _BAR, BLOCKED if each.start_gb < 0 else "$diff"))
    return _from_edge(bins, parts)


def _from_edge(bins: Sequence[Bin], parts: Sequence[Part]) -> Line:
    """Leave out the gap before the first bar, unless the axis at 0 stands in it."""
    return tuple(parts[1:] if bins[0].start_gb < 0 else parts)


def _short(computers: int) -> str:
    """Write a count in four cells at most."""
    if computers < 10_000:
        return str(computers)
    return f"{computers // 1000}k" if computers < 1_000_000 else f"{computers // 1_000_000}M"


def _axis(histogram: Histogram) -> Line:
    """Name the lower edges of the bins, as far as they do not touch each other."""
    start = 0 if histogram.bins[0].start_gb < 0 else 1
    text = " " * start
    for place, each in enumerate(histogram.bins):
        column = start + place * BIN_CELLS
        if place == 0 or len(text) < column:
            text = f"{text:<{column}}{_edge(each, histogram.size_gb)}"
    return (Part(text, MUTED),)


def _edge(each: Bin, size_gb: int) -> str:
    """Name a bin by its edge."""
    if each.below:
        return f"<{each.start_gb + size_gb}".replace("-", "−")
    return f"{each.start_gb}{'+' if each.above else ''}".replace("-", "−")
