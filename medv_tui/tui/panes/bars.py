"""Bars that set what a workspace takes on a computer against what is free."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from medv_tui.assessment.disk import TOLERANCE_GB, DiskNeed
from medv_tui.tui.line import Line, Part, joined, width
from medv_tui.tui.present import BLOCKED, MUTED, RULE, size

LONGEST = 3.0
"""How many times the largest need a line of free space may be long."""


class Kind(Enum):
    """What takes space; each has a look, and a shade where looks are few."""

    BASE = ("base", "$base", "█")
    DIFFERENCING = ("differencing", "$diff", "▓")
    SAVED = ("saved", "$saved", "▒")
    PACKAGE = ("package", "$copies", "░")
    """Copies of the package, and the reserve, as far as they go beyond the other three."""

    def __init__(self, word: str, look: str, shade: str) -> None:
        self.word, self.look, self.shade = word, look, shade

    @property
    def brief(self) -> str:
        """Its word where room is scarce."""
        return self.word.removesuffix("erencing")

    def block(self, cells: int, *, shaded: bool) -> Part:
        """Draw so many cells of it."""
        return Part(self.shade * cells if shaded else "█" * cells, self.look)


@dataclass(frozen=True, slots=True)
class Bar:
    """What one bar shows, in GB; None is unknown."""

    segments: tuple[tuple[Kind, float], ...]
    """What stands one behind the other."""
    median_free: float | None
    lowest_free: float | None

    @property
    def need(self) -> float:
        """What the segments come to."""
        return sum(gb for _, gb in self.segments)


def segments(need: DiskNeed) -> tuple[tuple[Kind, float], ...]:
    """Take a need apart; nothing where it is not known."""
    values = {term.name: term.value for term in need.required.terms}
    users = values.get("users")
    sizes = [values.get(name) for name in ("base VHD", "differencing disk", "saved state")]
    base, differencing, saved = sizes
    if users is None or base is None or differencing is None or saved is None:
        return ()
    parts = [
        (Kind.BASE, base),
        (Kind.DIFFERENCING, users * differencing),
        (Kind.SAVED, users * saved),
    ]
    more = (need.planned.value or 0.0) - sum(gb for _, gb in parts)
    if more > TOLERANCE_GB:
        parts.append((Kind.PACKAGE, more))
    return tuple(parts)


def draw(bars: Sequence[Bar], cells: int, *, shaded: bool = False) -> list[Line]:
    """Draw bars below each other, all on one scale."""
    room = cells - max((len(_label(bar)) for bar in bars), default=0) - 1
    largest = max((bar.need for bar in bars), default=0.0)
    reach = [min(bar.median_free or 0.0, LONGEST * largest) for bar in bars]
    full = max([largest, *reach])
    per_gb = max(room, 0) / full if full > 0 else 0.0
    return [_bar(bar, per_gb, max(room, 0), shaded=shaded) for bar in bars]


def legend(bars: Iterable[Bar], cells: int, *, shaded: bool = False) -> Line:
    """Say what the segments are, and what cuts a notch in them."""
    several = list(bars)
    taking = {kind for bar in several for kind, gb in bar.segments if gb > 0}
    blocks = [(k, k.block(1, shaded=shaded)) for k in Kind if k in taking]
    notched = any(_notch(bar) is not None for bar in several)
    for gap, brief in ((3, False), (2, False), (1, True)):
        groups: list[Line] = [
            (block, Part(f" {kind.brief if brief else kind.word}", MUTED)) for kind, block in blocks
        ]
        if notched:
            lowest = " lowest" if brief else " lowest free"
            groups.append((Part("│", BLOCKED), Part(lowest, MUTED)))
        line = joined(groups, gap)
        if width(line) <= cells:
            break
    return line


def _label(bar: Bar) -> str:
    """Name the end of a bar's line."""
    return "" if bar.median_free is None else f" {size(bar.median_free)} median free"


def _notch(bar: Bar) -> float | None:
    """Give the lowest free space, where it is less than needed."""
    lowest = bar.lowest_free
    return lowest if lowest is not None and lowest < bar.need - TOLERANCE_GB else None


def _bar(bar: Bar, per_gb: float, room: int, *, shaded: bool) -> Line:
    """Draw one bar of at most so many cells, with its label behind it."""
    parts: list[Part] = []
    total, start = 0.0, 0
    notch = _notch(bar)
    cut = None if notch is None else min(int(notch * per_gb), round(bar.need * per_gb) - 1)
    for kind, gb in bar.segments:
        total += gb
        end = round(total * per_gb)
        if cut is not None and start <= cut < end:
            parts += [kind.block(cut - start, shaded=shaded), Part("│", BLOCKED)]
            start = cut + 1
        parts.append(kind.block(end - start, shaded=shaded))
        start = end
    return (*(part for part in parts if part.text), *_free(bar, start, per_gb, room))


def _free(bar: Bar, start: int, per_gb: float, room: int) -> Line:
    """Draw the line from the end of the need to the median free space, and name it."""
    if bar.median_free is None:
        return ()
    end = round(bar.median_free * per_gb)
    words = Part(_label(bar), MUTED)
    if end <= start:
        return (words,)
    tip = "┤" if end <= room else "►"
    return (Part("─" * (min(end, room) - start), RULE), Part(tip, "$line"), words)
