"""Where statements stand in TOML text: their extents, keys and values, never their meaning."""

import re
from enum import Enum
from typing import NamedTuple

from medv_tui.planfile.nesting import (
    BadValueError,
    Flaw,
    Inner,
    Key,
    closing_brace,
    keys_at,
    modern_key,
    nested,
    scalar_end,
)

MOST_BROKEN = 50
"""The scan stops after so many broken statements, so that garbage takes bounded time."""

_MOST_REWINDS = 10

_CONTROLS = r"\x00-\x08\x0a-\x1f\x7f"
_END = rf"([ \t]*(?:#[^{_CONTROLS}]*+)?)(?=\r?\n|\Z)"
_PLAIN = re.compile(
    r"[ \t]*([A-Za-z0-9_-]++)[ \t]*=[ \t]*("
    rf'"[^"\\{_CONTROLS}]*+"(?!")'
    rf"|'[^'{_CONTROLS}]*+'(?!')"
    r"|true|false|[+-]?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]++)?"
    r"|[1-9][0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])"
    rf"){_END}"
)
"""A statement that needs no judging: a bare key with a simple value."""
_PLAIN_HEADER = re.compile(
    rf"[ \t]*(?:\[\[([A-Za-z0-9_-]++)\]\]|\[([A-Za-z0-9_-]++)\]){_END}"  # the common two
)
_BLANK = re.compile(r"(?:[ \t]*(?:#[^\n]*+)?\r?\n)++|[ \t]*(?:#[^\n]*+)?\Z")
_HEADER_CLOSE = re.compile(r"[ \t]*(\]\]?)[ \t]*(?:#[^\n]*+)?\r?(?=\n|\Z)")
_REST = re.compile(r"[ \t]*(?:#[^\n]*+)?\r?(?=\n|\Z)")
_HEADERISH = re.compile(
    r"[ \t]*(?:\[|[^\n=\"',#]*[A-Za-z0-9_-][ \t]*\]{1,2}[ \t]*(?:#|$)"
    r"|[^\w\s\"'#]{0,3}[A-Za-z][\w.\-]*\]{1,2}[^\n]?$)",
    re.MULTILINE,
)
_ANY_HEADER = re.compile(rf"^{_PLAIN_HEADER.pattern}", re.MULTILINE)
_STATEMENT_START = re.compile(
    r"[ \t]*(?:[A-Za-z0-9_-]++(?:[ \t]*\.[ \t]*[A-Za-z0-9_-]++)*+[ \t]*=|\[\[?[A-Za-z_][\w.\-]*\])"
)
_LOOKS_LIKE_PLAN = re.compile(rf"^{_PLAIN.pattern}|^{_PLAIN_HEADER.pattern}", re.MULTILINE)
_BRACKET_BEFORE_KEY = re.compile(r"[ \t]*\[{1,2}[ \t]*[A-Za-z0-9_-]+[ \t]*=[^\]\n]*$", re.MULTILINE)
_EQUALS_BELOW = re.compile(r"\r?\n[ \t]*=[^\n]*")
_KEY_OVER_LINES = re.compile(
    r'"[^"\n=]*\n[^"\n=]*"[ \t]*=[^\n]*' r"|'[^'\n=]*\n[^'\n=]*'[ \t]*=[^\n]*"
)
_HEADER_BELOW = re.compile(r"\n[ \t]*[\w.\-]*[ \t]*\]{1,2}[ \t]*(?:#[^\n]*)?(?=\r?\n|\Z)")
_LONGEST_TEXT = 20
"""A text in simple quotes that ends more lines below is taken for one that was never closed."""
_CONFLICT_END = re.compile(r"^>>>>>>>[^\n]*", re.MULTILINE)


class Kind(Enum):
    """What a statement is."""

    KEY = "key = value"
    TABLE = "[table]"
    TABLES = "[[tables]]"
    BROKEN = "broken"


class Statement(NamedTuple):
    """One statement; offsets count characters from 0, ends exclusive."""

    kind: Kind
    start: int
    end: int
    """End of its last line; before the line feed, and mostly before a carriage return too."""
    keys: tuple[Key, ...]
    """Parts of the dotted key; empty where a broken statement has no readable one."""
    value_start: int
    value_end: int
    """End of the value; of a header, start and end are those of its brackets."""
    inner: tuple[Inner, ...] = ()
    """What stands inside an array or an inline table."""
    plain: bool = False
    """Whether it is correct beyond doubt, so that nobody has to judge it."""
    flaw: Flaw | None = None
    flaw_at: int = 0
    modern: int | None = None
    """Where it uses syntax that TOML 1.0 does not have."""


def statements(text: str) -> list[Statement]:
    """List all statements in order; blank lines and comments are none.

    Stops after MOST_BROKEN broken ones.
    """
    found: list[Statement] = []
    position = broken = rewinds = 0
    while position < len(text) and broken < MOST_BROKEN:
        statement = _plain(text, position)
        if statement is not None:
            found.append(statement)
            position = statement.end + 1 + (text[statement.end : statement.end + 1] == "\r")
            continue
        if blank := _BLANK.match(text, position):
            position = blank.end()
            continue
        statement = _statement(text, position)
        if statement.flaw is not None and rewinds < _MOST_REWINDS:
            opener = _opener(text, found, statement)
            if opener is not None:
                rewinds += 1
                statement = [*found, statement][opener]
                statement = _broken_value(text, statement, Flaw.OPEN_TEXT, statement.value_start)
                del found[opener:]
                broken = sum(earlier.kind is Kind.BROKEN for earlier in found)
        broken += statement.kind is Kind.BROKEN
        found.append(statement)
        position = line_end(text, statement.end) + 1
    return found


def statement_at(text: str, position: int) -> Statement:
    """Read the statement that begins at an offset; whoever asks knows that one does."""
    return _plain(text, position) or _statement(text, position)


def line_end(text: str, position: int) -> int:
    """Offset of the line feed that ends the line, or of the end of the text."""
    end = text.find("\n", position)
    return len(text) if end < 0 else end


def _plain(text: str, position: int) -> Statement | None:
    """Read the most common forms at full speed."""
    if match := _PLAIN.match(text, position):
        _, (key_start, key_end), (start, end), (_, last) = match.regs
        keys = (Key(match[1], key_start, key_end),)
        return Statement(Kind.KEY, position, last, keys, start, end, (), True)
    if match := _PLAIN_HEADER.match(text, position):
        doubled = match[1] is not None
        key_start, key_end = match.span(1 if doubled else 2)
        width = 2 if doubled else 1
        keys = (Key(match[1] or match[2], key_start, key_end),)
        kind = Kind.TABLES if doubled else Kind.TABLE
        start, end = key_start - width, key_end + width
        return Statement(kind, position, match.end(3), keys, start, end, (), True)
    return None


def _statement(text: str, position: int) -> Statement:
    """Read one statement of any form, or say what is wrong with its shape."""
    start = _skip_spaces(text, position)
    if text[start] == "[":
        return _header(text, position, start)
    if text.startswith("<<<<<<<", start):
        return _conflict(text, position)
    keys, after = keys_at(text, start)
    if text.startswith(('"""', "'''"), start):
        return _text_without_key(text, position, keys)
    if keys and text[after : after + 1] == "=":
        return _assignment(text, position, keys, after + 1)
    return _without_equals(text, position, keys, after)


def _without_equals(text: str, position: int, keys: tuple[Key, ...], after: int) -> Statement:
    """Say what is wrong with a line that does not begin as a statement does."""
    if keys and (below := _EQUALS_BELOW.match(text, after)):
        broken = _broken_line(text, position, keys, Flaw.NO_EQUALS)
        return broken._replace(end=below.end())
    if _HEADERISH.match(text, position):
        return _broken_line(text, position, (), Flaw.HEADER)
    broken = _broken_line(text, position, keys, Flaw.NO_EQUALS if keys else Flaw.NO_KEY)
    split = None if keys else _KEY_OVER_LINES.match(text, _skip_spaces(text, position))
    return broken._replace(end=split.end()) if split else broken


def _text_without_key(text: str, position: int, keys: tuple[Key, ...]) -> Statement:
    """Take a text in triple quotes that no key stands before, unless it swallows a header."""
    broken = _broken_line(text, position, keys, Flaw.NO_EQUALS if keys else Flaw.NO_KEY)
    try:
        end, _ = scalar_end(text, _skip_spaces(text, position))
    except BadValueError:
        return broken
    if _ANY_HEADER.search(text, position, end):
        return broken
    return broken._replace(end=line_end(text, end))


def _header(text: str, position: int, start: int) -> Statement:
    width = 2 if text.startswith("[[", start) else 1
    inside = start + width
    keys, after = keys_at(text, _skip_spaces(text, inside))
    close = _HEADER_CLOSE.match(text, after)
    if not keys or not close or len(close[1]) != width:
        if _BRACKET_BEFORE_KEY.match(text, position):
            return _broken_line(text, position, keys, Flaw.NO_KEY)
        broken = _broken_line(text, position, keys, Flaw.HEADER)
        below = (
            None if "]" in text[position : broken.end] else _HEADER_BELOW.match(text, broken.end)
        )
        return broken._replace(end=below.end()) if below else broken
    kind = Kind.TABLES if width == 2 else Kind.TABLE
    modern = modern_key(text, keys)
    return Statement(kind, position, close.end(), keys, start, close.end(1), modern=modern)


def _assignment(text: str, position: int, keys: tuple[Key, ...], after: int) -> Statement:
    start = _skip_spaces(text, after)
    here = Statement(Kind.KEY, position, line_end(text, start), keys, start, start)
    if _REST.match(text, start):
        broken = _broken_line(text, position, keys, Flaw.NO_VALUE)
        return broken._replace(end=_end_of_value_below(text, broken.end))
    inner: tuple[Inner, ...] = ()
    modern: int | None = None
    try:
        if text[start] in "[{":
            end, inner, modern = nested(text, start)
        else:
            end, modern = scalar_end(text, start)
    except BadValueError as error:
        return _broken_value(text, here, error.flaw, error.at)
    at = modern_key(text, keys)
    modern = modern if at is None else at
    if rest := _REST.match(text, end):
        return here._replace(end=rest.end(), value_end=end, inner=inner, modern=modern)
    last = line_end(text, end)
    if not _balanced(text[end:last]):
        last = _absorb(text, last)
    return here._replace(kind=Kind.BROKEN, end=last, value_end=end, flaw=Flaw.TRAILING, flaw_at=end)


def _end_of_value_below(text: str, end: int) -> int:
    """Give the end of the value that stands on the line after its key; `end` if there is none."""
    start = _skip_spaces(text, end + 1)
    if start >= len(text) or _ANY_HEADER.match(text, end + 1) or _REST.match(text, start):
        return end
    try:
        below = nested(text, start)[0] if text[start] in "[{" else scalar_end(text, start)[0]
    except BadValueError:
        return end
    rest = _REST.match(text, below)
    return rest.end() if rest and not _STATEMENT_START.match(text, end + 1) else end


def _broken_line(text: str, position: int, keys: tuple[Key, ...], flaw: Flaw) -> Statement:
    end = line_end(text, position)
    after = keys[-1].end if keys else position
    if flaw is not Flaw.HEADER and not _balanced(text[position:end]):
        end = _absorb(text, end)
    return Statement(Kind.BROKEN, position, end, keys, after, end, flaw=flaw, flaw_at=after)


def _broken_value(text: str, statement: Statement, flaw: Flaw, at: int) -> Statement:
    """Make a broken statement that also takes the lines which can only belong to its value."""
    end = line_end(text, statement.value_start)
    if flaw is Flaw.OPEN_TEXT and (last := _end_of_text(text, statement.value_start, end)) > end:
        flaw, end = Flaw.TEXT_OVER_LINES, last
    elif flaw is Flaw.NO_COMMA and (
        brace := closing_brace(text, statement.value_start, max(at, end))
    ):
        end = line_end(text, brace)
    elif not _balanced(text[statement.value_start : end]) or text.startswith(
        ('"""', "'''", "]", "}"), statement.value_start
    ):
        end = _absorb(text, end)
    return statement._replace(
        kind=Kind.BROKEN, end=end, value_end=end, inner=(), flaw=flaw, flaw_at=min(at, end)
    )


def _end_of_text(text: str, start: int, end: int) -> int:
    """Give the end of the line on which a text in simple quotes is closed after all, else `end`."""
    quote = text[start]
    if quote not in "\"'" or text.startswith(quote * 3, start):
        return end
    closed = re.compile(rf"[^{quote}\n]*{quote}[ \t]*(?:#[^\n]*)?\r?(?=\n|\Z)")
    last = end
    for _ in range(_LONGEST_TEXT):
        if last >= len(text) or _STATEMENT_START.match(text, last + 1):
            return end
        if closed.match(text, last + 1):
            return line_end(text, last + 1)
        last = line_end(text, last + 1)
    return end


def _balanced(line: str) -> bool:
    """Whether no bracket stays open at the end of a line, as far as counting tells."""
    return all(line.count(left) <= line.count(right) for left, right in ("[]", "{}"))


def _absorb(text: str, end: int) -> int:
    """Extend over the following lines that do not look like statements of their own."""
    last = position = end
    while position < len(text):
        position += 1
        if _STATEMENT_START.match(text, position):
            break
        end = line_end(text, position)
        if not _BLANK.match(text, position):
            last = end
        position = end
    return last


def _conflict(text: str, position: int) -> Statement:
    """Take everything between the markers of a merge conflict as one broken statement."""
    close = _CONFLICT_END.search(text, position)
    end = close.end() if close else line_end(text, position)
    return Statement(Kind.BROKEN, position, end, (), position, end, flaw=Flaw.CONFLICT)


def _opener(text: str, found: list[Statement], broken: Statement) -> int | None:
    """Find the text in triple quotes that was never closed and so swallowed statements.

    Its end is the beginning of a later one, so what is reported broken is not to blame.
    """
    quotes = _open_quotes(text, broken)
    if not quotes:
        return None
    for number, statement in enumerate([*found, broken]):
        if text.startswith(quotes, statement.value_start) and _LOOKS_LIKE_PLAN.search(
            text, statement.value_start, statement.value_end
        ):
            return number
    return None


def _open_quotes(text: str, broken: Statement) -> str:
    """Give the triple quotes that a broken statement leaves open or starts with, if any."""
    line = text[broken.start : broken.end]
    return next((quotes for quotes in ('"""', "'''") if quotes in line), "")


def _skip_spaces(text: str, position: int) -> int:
    while text[position : position + 1] in (" ", "\t"):
        position += 1
    return position
