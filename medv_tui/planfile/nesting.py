"""Keys and values of TOML text: where they end, and what stands inside brackets."""

import re
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

import tomli

from medv_tui.findings import Path

_DEEPEST = 400
"""No more brackets can be open at a time; the TOML parser has the same limit."""
_DEEPEST_PATH = 60
"""Below so many brackets nothing gets a path of its own; no key of a plan is that deep."""

_KEY = r"""(?:[A-Za-z0-9_-]++|"[^"\\\n]*+(?:\\[^\n][^"\\\n]*+)*+"|'[^'\n]*+')"""
_ONE_KEY = re.compile(_KEY)
_DOTTED = re.compile(rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*+")
_SPACES = re.compile(r"[ \t]*+")
_SCALAR = re.compile(
    r'"""[^"\\]*+(?:(?:\\[\s\S]|"{1,2}(?!"))[^"\\]*+)*+"{3,5}'
    r"|'''[^']*+(?:'{1,2}(?!')[^']*+)*+'{3,5}"
    r'|(?!""")"[^"\\\n]*+(?:\\[^\n][^"\\\n]*+)*+"'
    r"|(?!''')'[^'\n]*+'"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[^\s,\[\]{}#\"'=]*+"
    r"|[^\s,\[\]{}#\"'=]++"
)
_GAP = re.compile(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_HEADER_INSIDE = re.compile(
    r"\[\[?[ \t]*(?!(?:true|false|inf|nan)[ \t]*[,\]])[A-Za-z_][\w.\-]*[ \t]*\]"
)
"""A line that no array can hold: its bracket was not closed."""
_BRACE_LINE = re.compile(r"^[ \t]*(\})[ \t]*(?:#[^\n]*)?\r?$", re.MULTILINE)
_BRACE_AT_END = re.compile(r"\{[ \t]*(?:#[^\n]*)?\r?\n")
_HEADER_OR_BRACE = re.compile(r"^[ \t]*\[[^\n]*\]|\{", re.MULTILINE)
_NEW_ESCAPE = re.compile(r"[^\\]*+(?:\\[^ex][^\\]*+)*+\\[ex]")
_TIME_WITHOUT_SECONDS = re.compile(
    r"(?:[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ])?[0-9]{2}:[0-9]{2}(?:[Zz]|[+-][0-9]{2}:[0-9]{2})?"
)


class Flaw(Enum):
    """What is wrong with the shape of a statement."""

    HEADER = "a header without its brackets"
    CONFLICT = "markers of a merge conflict"
    NO_KEY = "no readable key"
    NO_EQUALS = "no ="
    NO_VALUE = "no value"
    TRAILING = "something after the value"
    OPEN_TEXT = "a text that is not closed"
    TEXT_OVER_LINES = "a text in simple quotes that ends on a later line"
    OPEN_LIST = "a [ that is not closed"
    OPEN_TABLE = "a { that is not closed"
    NO_COMMA = "no comma between items"
    TOO_DEEP = "too many brackets inside each other"
    NO_ITEM = "something inside brackets that is no item"


class BadValueError(Exception):
    """A value that has no readable end."""

    def __init__(self, flaw: Flaw, at: int) -> None:
        super().__init__(flaw.value)
        self.flaw = flaw
        self.at = at


class Key(NamedTuple):
    """One part of a dotted key, quotes decoded, with its offsets."""

    text: str
    start: int
    end: int


class Inner(NamedTuple):
    """A value inside an array or an inline table."""

    path: Path
    """Relative to the key of the statement."""
    keys: tuple[Key, ...]
    """Its key in an inline table; empty for an item of an array."""
    start: int
    end: int


def keys_at(text: str, position: int) -> tuple[tuple[Key, ...], int]:
    """Read a dotted key; give its parts and the offset of what follows it and its blanks."""
    match = _DOTTED.match(text, position)
    if not match:
        return (), position
    keys = tuple(
        Key(_decoded(part[0]), part.start(), part.end())
        for part in _ONE_KEY.finditer(text, match.start(), match.end())
    )
    return keys, _after_spaces(text, match.end())


def modern_key(text: str, keys: tuple[Key, ...]) -> int | None:
    """Give the offset of the first escape in a dotted key that only TOML 1.1 has."""
    found = (_new_escape(text, key.start, key.end) for key in keys)
    return next((at for at in found if at is not None), None)


def _new_escape(text: str, start: int, end: int) -> int | None:
    if text[start] != '"':
        return None
    found = _NEW_ESCAPE.match(text, start, end)
    return found.end() - 2 if found else None


def _after_spaces(text: str, position: int) -> int:
    spaces = _SPACES.match(text, position)
    return spaces.end() if spaces else position


def _decoded(key: str) -> str:
    """Take the quotes off a key; one with a wrong escape stays as it is written."""
    if key[0] not in "\"'":
        return key
    if "\\" not in key or key[0] == "'":
        return key[1:-1]
    try:
        return next(iter(tomli.loads(f"{key} = 0")))
    except ValueError:
        return key[1:-1]


def scalar_end(text: str, position: int) -> tuple[int, int | None]:
    """Give the end of a value without brackets, and where it uses TOML 1.1 (None if not).

    Raises BadValueError for a text that is not closed, or where no value stands.
    """
    match = _SCALAR.match(text, position)
    if not match:
        quoted = text[position : position + 1] in ('"', "'")
        raise BadValueError(Flaw.OPEN_TEXT if quoted else Flaw.NO_ITEM, position)
    end = match.end()
    if text[position] == '"':
        return end, _new_escape(text, position, end)
    if text[position].isdigit() and _TIME_WITHOUT_SECONDS.fullmatch(text, position, end):
        return end, position
    return end, None


def closing_brace(text: str, start: int, position: int) -> int | None:
    """Give the end of the brace that closes a table from its own line, if one does.

    `start` is the brace that opens it, at the end of its line, and `position` a place inside.
    Neither a header nor another brace stands between that and the end.
    """
    opens = _BRACE_AT_END.match(text, start)
    closing = _BRACE_LINE.search(text, position) if opens else None
    if closing is None or _HEADER_OR_BRACE.search(text, position, closing.start(1)):
        return None
    return closing.end(1)


def nested(text: str, position: int) -> tuple[int, tuple[Inner, ...], int | None]:
    """Walk an array or inline table; give its end, what is inside, and where it uses TOML 1.1.

    Raises BadValueError where its brackets do not close or its items do not follow each other.
    """
    return _Walk(text, position).walk()


@dataclass(slots=True)
class _Open:
    """A bracket that is not closed yet."""

    bracket: str
    start: int
    path: Path
    keys: tuple[Key, ...]
    count: int = 0
    full: bool = False
    """Whether an item stands here, so that a comma or the end must follow."""
    comma: int = -1
    """Offset of the comma before the current item."""


class _Walk:
    """One walk over a bracketed value, without recursion however deep it is."""

    def __init__(self, text: str, position: int) -> None:
        self._text = text
        self._position = position + 1
        self._stack = [_Open(text[position], position, (), ())]
        self._found: list[Inner] = []
        self._modern: int | None = None
        self._item = position
        """Where the last item begins."""

    def walk(self) -> tuple[int, tuple[Inner, ...], int | None]:
        while self._stack:
            self._skip()
            self._step(self._stack[-1], self._text[self._position])
        return self._position, tuple(self._found), self._modern

    def _skip(self) -> None:
        """Pass blanks, comments and line endings; refuse where the brackets cannot go on."""
        top = self._stack[-1]
        start = self._position
        gap = _GAP.match(self._text, start)
        self._position = end = gap.end() if gap else start
        if end == len(self._text):
            raise self._never_closed()
        if "\n" in self._text[start:end]:
            if _HEADER_INSIDE.match(self._text, end):
                raise self._never_closed()
            if top.bracket == "{":
                self._note(top.start)

    def _never_closed(self) -> BadValueError:
        top = self._stack[-1]
        flaw = Flaw.OPEN_LIST if top.bracket == "[" else Flaw.OPEN_TABLE
        return BadValueError(flaw, top.start)

    def _note(self, at: int) -> None:
        if self._modern is None:
            self._modern = at

    def _step(self, top: _Open, char: str) -> None:
        if char == ("]" if top.bracket == "[" else "}"):
            self._close(top)
        elif top.full:
            self._comma(top, char)
        elif top.bracket == "[":
            self._value((*top.path, top.count), ())
        else:
            self._pair(top)

    def _comma(self, top: _Open, char: str) -> None:
        line = self._text.rfind("\n", 0, self._position) + 1
        on_line = self._text[line : max(line, self._item)].strip() != ""
        if not on_line and (char == "=" or (char != "," and self._next_statement())):
            if closing_brace(self._text, self._stack[0].start, self._position) is not None:
                raise BadValueError(Flaw.NO_COMMA, self._position)
            raise self._never_closed()
        if char != ",":
            if char == "=":
                raise BadValueError(Flaw.NO_ITEM, self._position)
            missing = self._text[self._position] not in "]}"
            raise BadValueError(Flaw.NO_COMMA if missing else Flaw.NO_ITEM, self._position)
        top.comma = self._position
        top.full = False
        top.count += 1
        self._position += 1

    def _next_statement(self) -> bool:
        """Whether `key =` stands where a comma should: the line belongs to something else."""
        _, after = keys_at(self._text, self._position)
        return self._text[after : after + 1] == "=" and after > self._position

    def _pair(self, top: _Open) -> None:
        keys, after = keys_at(self._text, self._position)
        if not keys or self._text[after : after + 1] != "=":
            raise BadValueError(Flaw.NO_ITEM, self._position)
        self._position = _after_spaces(self._text, after + 1)
        if self._position == len(self._text):
            raise self._never_closed()
        modern = modern_key(self._text, keys)
        if modern is not None:
            self._note(modern)
        self._value((*top.path, *(key.text for key in keys)), keys)

    def _value(self, path: Path, keys: tuple[Key, ...]) -> None:
        start = self._item = self._position
        self._stack[-1].full = True
        if self._text[start] in "[{":
            if len(self._stack) > _DEEPEST:
                raise BadValueError(Flaw.TOO_DEEP, self._stack[0].start)
            short = path if len(self._stack) < _DEEPEST_PATH else ()
            self._stack.append(_Open(self._text[start], start, short, keys))
            self._position += 1
            return
        self._position, modern = scalar_end(self._text, start)
        if modern is not None:
            self._note(modern)
        self._keep(path, keys, start)

    def _close(self, top: _Open) -> None:
        if top.bracket == "{" and top.comma >= 0 and not top.full:
            self._note(top.comma)
        self._stack.pop()
        self._position += 1
        if self._stack:
            self._keep(top.path, top.keys, top.start)

    def _keep(self, path: Path, keys: tuple[Key, ...], start: int) -> None:
        if path and len(self._stack) < _DEEPEST_PATH:
            self._found.append(Inner(path, keys, start, self._position))
