"""How verdicts, statuses and numbers are shown: symbols, words, looks and digits."""

from collections.abc import Mapping
from typing import NamedTuple

from medv_tui.assessment.disk import TOLERANCE_GB
from medv_tui.findings import Figure, Level, Severity, Status, Verdict
from medv_tui.tui.line import Line, Part

MUTED, RULE, ACCENT = "$muted", "$rule", "$accent"
READY, ATTENTION, BLOCKED, UNKNOWN = "$ready", "$attention", "$blocked", "$unknown"
BOLD = "bold"

UNKNOWN_FIGURE = "?"

ASCII = {
    **dict.fromkeys(map(ord, "╭╮╰╯┌┐└┘├┬┴┼●"), "+"),
    **dict.fromkeys(map(ord, "│┤┃▌▎▊"), "|"),
    **dict.fromkeys(map(ord, "─−▔"), "-"),
    **dict.fromkeys(map(ord, "━▓"), "="),
    **dict.fromkeys(map(ord, "►▶…"), ">"),
    **dict.fromkeys(map(ord, "▁▂▃"), "_"),
    **dict.fromkeys(map(ord, "█▄▅▆▇"), "#"),
    **dict.fromkeys(map(ord, "·░"), "."),
    **dict.fromkeys((*range(0x2400, 0x2422), ord("\N{REPLACEMENT CHARACTER}")), "?"),
    **{ord(symbol): letter for symbol, letter in zip("▲×□◆▼▒≥", "!xo*v:>", strict=True)},
}
"""What stands for each symbol, line and bar where a terminal has no more than ASCII."""


class Mark(NamedTuple):
    """A state in symbol, word and colour; none of them is ever shown alone for long."""

    symbol: str
    word: str
    look: str

    @property
    def part(self) -> Part:
        """The symbol in its look."""
        return Part(self.symbol, f"{self.look} bold" if self.symbol == "×" else self.look)


VERDICT_MARKS: Mapping[Verdict, Mark] = {
    Verdict.READY: Mark("●", "ready", READY),
    Verdict.ATTENTION: Mark("▲", "attention", ATTENTION),
    Verdict.BLOCKED: Mark("×", "blocked", BLOCKED),
    Verdict.UNKNOWN: Mark("?", "unknown", UNKNOWN),
    Verdict.UNASSIGNED: Mark("·", "unassigned", MUTED),
    Verdict.EXCLUDED: Mark("·", "excluded", MUTED),
}

_STATUS_MARKS: Mapping[str, Mark] = {
    Status.UNKNOWN: Mark("?", "unknown", UNKNOWN),
    Status.OPEN: Mark("□", "open", ""),
    Status.WAIVED: Mark("~", "waived", MUTED),
    Status.MET: Mark("●", "met", READY),
    Status.NOT_APPLICABLE: Mark("·", "not applicable", MUTED),
}

AS_BEFORE = "~"
"""The symbol of figures that are older than the text."""

LEVEL_MARKS: Mapping[Level, Mark] = {
    Level.ERROR: Mark("×", "error", BLOCKED),
    Level.WARNING: Mark("▲", "warning", ATTENTION),
    Level.NOTE: Mark("·", "note", MUTED),
}


def status_mark(status: str, severity: Severity | None = None) -> Mark:
    """Mark a practice's or a component's status; failing weighs as much as its severity."""
    if status in _STATUS_MARKS:
        return _STATUS_MARKS[status]
    if severity in {Severity.SHOULD, Severity.CONSIDER}:
        return Mark("▲", status, ATTENTION)
    return Mark("×", status, BLOCKED)


def count(number: int, noun: str, plural: str = "") -> str:
    """Give a number with its noun, `1 host`, `1,984 hosts`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def size(gb: float | None) -> str:
    """Give a size in GB with one decimal, or two where one would show nothing."""
    if gb is None:
        return UNKNOWN_FIGURE
    return f"−{_digits(-gb)}" if gb < -TOLERANCE_GB else _digits(abs(gb))


def signed(gb: float | None) -> str:
    """Give headroom or a change in GB, always with its sign."""
    if gb is None:
        return UNKNOWN_FIGURE
    return size(gb) if gb < -TOLERANCE_GB else f"+{size(gb)}"


def _digits(gb: float) -> str:
    """Write a size that is not negative; what is more than nothing never reads as nothing."""
    if gb <= TOLERANCE_GB:
        return "0.0"
    if gb < 0.05:
        return f"{max(gb, 0.01):.2f}"
    return f"{gb:,.1f}"


def headroom(gb: float | None) -> Part:
    """Show headroom; only a lack of space has a colour."""
    if gb is None:
        return Part(UNKNOWN_FIGURE, UNKNOWN)
    return Part(signed(gb), BLOCKED if gb < -TOLERANCE_GB else "")


def formula(figure: Figure) -> str:
    """Give a figure's formula with its terms' values and the result.

    `2.6 + 3 × (1.5 + 1.0) = 10.1 GB`: one decimal where that is exact for all sizes, else two.
    """
    sizes = [f.value for f in (figure, *figure.terms) if f.unit == figure.unit and f.value]
    digits = 1 if all(abs(round(v, 1) - v) < 1e-9 for v in sizes) else 2
    text = figure.formula
    for term in sorted(figure.terms, key=lambda term: -len(term.name)):
        text = text.replace(term.name, _term(term, figure.unit, digits))
    result = UNKNOWN_FIGURE if figure.value is None else f"{figure.value:,.{digits}f}"
    return f"{text} = {result} {figure.unit}".rstrip()


def _term(term: Figure, unit: str, digits: int) -> str:
    """Write one term of a formula."""
    if term.value is None:
        return UNKNOWN_FIGURE
    return f"{term.value:,.{digits}f}" if term.unit == unit else f"{term.value:,.6g}"


def tally(mark: Mark, number: int) -> Line:
    """Show how many there are of something, symbol first."""
    return (mark.part, Part(f" {number:,}"))
