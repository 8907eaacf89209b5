"""How a state shows in text: a symbol, a word, and a colour of the terminal's sixteen."""

from collections.abc import Mapping
from dataclasses import dataclass

from medv_tui.findings import Level, Severity, Status, Verdict

_GREEN, _YELLOW, _RED, _MAGENTA, _DIM, _PLAIN = "32", "33", "91", "35", "2", ""


@dataclass(frozen=True, slots=True)
class Mark:
    """What tells a state without colour, and with it."""

    symbol: str
    code: str
    """Parameters of the terminal's colour sequence; empty for none."""


VERDICT_MARKS: Mapping[Verdict, Mark] = {
    Verdict.READY: Mark("●", _GREEN),
    Verdict.ATTENTION: Mark("▲", _YELLOW),
    Verdict.BLOCKED: Mark("×", _RED),
    Verdict.UNKNOWN: Mark("?", _MAGENTA),
    Verdict.UNASSIGNED: Mark("·", _DIM),
    Verdict.EXCLUDED: Mark("·", _DIM),
}
STATUS_MARKS: Mapping[Status, Mark] = {
    Status.FAILING: Mark("×", _RED),
    Status.UNKNOWN: Mark("?", _MAGENTA),
    Status.OPEN: Mark("□", _PLAIN),
    Status.WAIVED: Mark("~", _DIM),
    Status.MET: Mark("●", _GREEN),
    Status.NOT_APPLICABLE: Mark("·", _DIM),
}
SEVERITY_MARKS: Mapping[Severity, Mark] = {
    Severity.MUST: Mark("×", _RED),
    Severity.SHOULD: Mark("▲", _YELLOW),
    Severity.CONSIDER: Mark("▲", _YELLOW),
}
LEVEL_MARKS: Mapping[Level, Mark] = {
    Level.ERROR: Mark("×", _RED),
    Level.WARNING: Mark("▲", _YELLOW),
    Level.NOTE: Mark("·", _DIM),
}


@dataclass(frozen=True, slots=True)
class Paint:
    """Colours a text, or leaves it as it is where colour is not wanted."""

    is_on: bool

    def mark(self, mark: Mark, text: str = "") -> str:
        """Give a state's symbol, or a text in its place, in the state's colour."""
        return self._in(mark.code, text or mark.symbol)

    def strong(self, text: str) -> str:
        """Give a heading."""
        return self._in("1", text)

    def _in(self, code: str, text: str) -> str:
        """Give a text in a colour."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.is_on and code else text
