"""What each stretch of a line of TOML is, for its colour; never whether it is right.

A line is understood from itself and one small state that the line before hands on, so that an
edit costs its own line and those below only as far as their state becomes another.
"""

import re
from collections.abc import Iterable, Sequence
from enum import Enum, auto
from typing import NamedTuple

MOST_OPEN = 64
"""Brackets that are counted at most; no plan opens more of them, and a state stays small."""


class Kind(Enum):
    """What a stretch of a line is."""

    KEY = auto()
    HEAD = auto()
    """A table's header with its brackets."""
    EQUALS = auto()
    VALUE = auto()
    """A value, with the brackets and commas of lists and inline tables."""
    COMMENT = auto()


class Token(NamedTuple):
    """A stretch of one line: columns from 0, the end exclusive."""

    start: int
    end: int
    kind: Kind


class State(NamedTuple):
    """What a line hands on to the next one."""

    quotes: str = ""
    """The triple quotes of a text that is still open."""
    brackets: str = ""
    """Every bracket that is still open, outermost first."""


START = State()
"""The state between two statements."""

_BASIC = r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?'
_LITERAL = r"'[^']*+'?"
_CLOSING = {
    '"""': re.compile(r'(?:[^"\\]|\\.|"(?!""))*+"{3,5}'),
    "'''": re.compile(r"(?:[^']|'(?!''))*+'{3,5}"),
}
_SPACES = re.compile(r"[ \t]*+")
_HEADER = re.compile(rf"\[(?:{_BASIC}|{_LITERAL}|[^\]\"'#])*+\]{{0,2}}")
_KEY = re.compile(rf"(?:{_BASIC}|{_LITERAL}|[^=#\"'])*+")
_INNER_KEY = re.compile(rf"(?:{_BASIC}|{_LITERAL}|[\w. \t\-])++(?=[ \t]*=)")
_SCALAR = re.compile(rf"{_BASIC}|{_LITERAL}|[^\s,\[\]{{}}#\"'=]++|[,\]}}]|\S")
_PLAIN_HEADER = re.compile(r"\[\[?[\w.\-]++\]\]?\Z")
_NEW_HEADER = re.compile(
    r"[ \t]*\[\[?[ \t]*(?!(?:true|false|inf|nan)[ \t]*[,\]])[A-Za-z_][\w.\- ]*\]"
)
_NEW_KEY = re.compile(r"[ \t]*[\w\-]++(?:\.[\w\-]++)*+[ \t]*=")
_PAIRS = {"]": "[", "}": "{"}


def lex(line: str, state: State = START) -> tuple[list[Token], State]:
    """Give the stretches of one line, left to right, and the state of the next line.

    An open list does not swallow what follows it: a header, or a key with its equals sign where
    only items could stand, starts a new statement.
    """
    reader = _Reader(line, state)
    return reader.tokens, State(reader.quotes, reader.brackets)


def after(line: str, state: State) -> State:
    """Give the state of the next line alone."""
    if state == START:
        if not ("[" in line or "{" in line or '"""' in line or "'''" in line):
            return START
        if _PLAIN_HEADER.match(line):
            return START
    return lex(line, state)[1]


class _Reader:
    """One reading of one line."""

    def __init__(self, line: str, state: State) -> None:
        self.tokens: list[Token] = []
        self.quotes, self.brackets = state
        self._line = line
        self._at = 0
        if self.quotes:
            self._text_goes_on()
        if not self.quotes:
            self._read(fresh=not state.quotes)

    def _read(self, *, fresh: bool) -> None:
        """Read what follows an open text, or the whole line."""
        if self.brackets and fresh and self._is_new_statement():
            self.brackets = ""
        if fresh and not self.brackets:
            self._statement()
        while self._at < len(self._line) and not self.quotes:
            self._piece()

    def _is_new_statement(self) -> bool:
        """Whether this line cannot belong to the bracket that is open."""
        if _NEW_HEADER.match(self._line):
            return True
        return self.brackets[-1] == "[" and _NEW_KEY.match(self._line) is not None

    def _statement(self) -> None:
        """Read a header, or a key with its equals sign."""
        self._skip()
        if self._line.startswith("[", self._at):
            self._take(_HEADER, Kind.HEAD)
            return
        self._take(_KEY, Kind.KEY)
        self._equals()

    def _piece(self) -> None:
        """Read the next stretch of a value, or a comment."""
        line, at = self._line, self._at
        if line[at].isspace():
            self._at += 1
        elif line[at] == "#":
            self._add(len(line), Kind.COMMENT)
        elif line.startswith(('"""', "'''"), at):
            self.quotes = line[at : at + 3]
            self._add(at + 3, Kind.VALUE)
            self._text_goes_on()
        elif line[at] in "[{":
            if len(self.brackets) < MOST_OPEN:
                self.brackets += line[at]
            self._add(at + 1, Kind.VALUE)
            self._inner_key()
        else:
            self._item(line[at])

    def _item(self, char: str) -> None:
        """Read a plain value, a comma or a closing bracket."""
        if self.brackets.endswith("{") and self._inner_key():
            return
        if char in _PAIRS and self.brackets.endswith(_PAIRS[char]):
            self.brackets = self.brackets[:-1]
        self._take(_SCALAR, Kind.VALUE)

    def _inner_key(self) -> bool:
        """Read a key of an inline table, if one stands here."""
        self._skip()
        if not self.brackets.endswith("{") or not _INNER_KEY.match(self._line, self._at):
            return False
        self._take(_INNER_KEY, Kind.KEY)
        self._equals()
        return True

    def _equals(self) -> None:
        """Read an equals sign, if one stands here."""
        self._skip()
        if self._line.startswith("=", self._at):
            self._add(self._at + 1, Kind.EQUALS)

    def _text_goes_on(self) -> None:
        """Read a text in triple quotes up to its end or the end of the line."""
        close = _CLOSING[self.quotes].match(self._line, self._at)
        self._add(close.end() if close else len(self._line), Kind.VALUE)
        if close:
            self.quotes = ""

    def _take(self, pattern: re.Pattern[str], kind: Kind) -> None:
        """Read what a pattern matches; blanks at its end belong to nothing."""
        match = pattern.match(self._line, self._at)
        end = match.end() if match else self._at
        start = self._at
        size = len(self._line[start:end].rstrip())
        if size:
            self.tokens.append(Token(start, start + size, kind))
        self._at = end

    def _add(self, end: int, kind: Kind) -> None:
        """Read up to a column; a stretch that only goes on extends the one before."""
        if end > self._at:
            if self.tokens and self.tokens[-1].kind is kind and self.tokens[-1].end == self._at:
                self.tokens[-1] = self.tokens[-1]._replace(end=end)
            else:
                self.tokens.append(Token(self._at, end, kind))
        self._at = end

    def _skip(self) -> None:
        """Pass blanks."""
        spaces = _SPACES.match(self._line, self._at)
        self._at = spaces.end() if spaces else self._at


class Doubt(NamedTuple):
    """Lines whose state and the next line's may not go together, the last one included."""

    first: int
    last: int


MOST_DOUBTS = 100
"""Places of which no line was asked for since they changed; more are taken for one."""


class LineStates:
    """The state at the start of every line of a text, worked out no further than is asked for."""

    def __init__(self, lines: Sequence[str]) -> None:
        """Follow these lines; whoever changes them says so by `replaced`."""
        self._lines = lines
        self._states = [START] * len(lines)
        self._doubts = [Doubt(0, len(lines) - 1)]
        """In the order of the text and apart; states above the first one are right."""

    def at(self, line: int) -> State:
        """Give the state at the start of a line."""
        self.settle(line)
        return self._states[line]

    def replaced(self, first: int, old_last: int, new_last: int) -> None:
        """Take note that lines `first` to `old_last` are now those to `new_last`."""
        self._states[first + 1 : old_last + 1] = [START] * (new_last - first)
        moved = new_last - old_last
        doubts = [Doubt(first, new_last)]
        for doubt in self._doubts:
            begin = doubt.first + moved if doubt.first > old_last else min(doubt.first, first)
            end = doubt.last + moved if doubt.last > old_last else new_last
            doubts.append(doubt if doubt.last < first else Doubt(begin, end))
        self._doubts = _apart(doubts)

    def settle(self, line: int) -> int:
        """Work out the states up to a line's; give the last line that got another one, or −1."""
        changed = -1
        last = min(line, len(self._states) - 1)
        while self._doubts and self._doubts[0].first < last:
            changed = max(changed, self._settle_first(last))
        return changed

    def _settle_first(self, last: int) -> int:
        """Work out the states from the first doubt on, until they go together or to a line's."""
        here, end = self._doubts.pop(0)
        changed = -1
        while here < last:
            state = after(self._lines[here], self._states[here])
            here += 1
            if state != self._states[here]:
                self._states[here] = state
                changed = here
            elif here > end:
                break
        else:
            self._doubts.append(Doubt(here, max(here, end)))
        self._doubts = _apart(
            Doubt(max(doubt.first, here), doubt.last)
            for doubt in self._doubts
            if doubt.last >= here
        )
        return changed


def _apart(doubts: Iterable[Doubt]) -> list[Doubt]:
    """Put doubts in order, and those that meet together."""
    kept: list[Doubt] = []
    for doubt in sorted(doubts):
        if kept and doubt.first <= kept[-1].last + 1:
            kept[-1] = Doubt(kept[-1].first, max(kept[-1].last, doubt.last))
        else:
            kept.append(doubt)
    return kept if len(kept) <= MOST_DOUBTS else [Doubt(kept[0].first, kept[-1].last)]
