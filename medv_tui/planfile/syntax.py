"""Reading TOML that may be half typed: the values of all that is readable, a problem per mistake.

The TOML parser judges. A statement that it refuses is masked with # characters of the same
length, so that all offsets stay true, and the rest is read.
"""

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import tomli

from medv_tui.findings import Level, Path, Problem, Related, RemoveKey, Rewrite, SetValue
from medv_tui.planfile.broken import NO_REFUSAL, Mistake, Refusal, value_range
from medv_tui.planfile.clashes import describe_conflict
from medv_tui.planfile.expectation import at as value_at
from medv_tui.planfile.headers import bare_header, header_name
from medv_tui.planfile.mistakes import describe
from medv_tui.planfile.modern import may_be_modern
from medv_tui.planfile.namespace import Conflict, Namespace
from medv_tui.planfile.nesting import Flaw
from medv_tui.planfile.positions import BrokenKey, Lines, Spans
from medv_tui.planfile.scan import MOST_BROKEN, Kind, Statement, line_end, statements
from medv_tui.planfile.suited import repair, suited
from medv_tui.planfile.swallowed import swallowed
from medv_tui.planfile.tables import header_names
from medv_tui.problem_codes import Code

_UNMASKED = re.compile(r"[^\n]")
_HEADER_LINE = re.compile(r"^[ \t]*\[", re.MULTILINE)
_WORKSPACE_HEADER = re.compile(r"^[^\w\n]*workspaces[ \t]*\]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that a text says as far as it can be read."""

    data: dict[str, Any]
    """Values of all correct statements."""
    problems: tuple[Problem, ...]
    """In the order of the text."""
    spans: Spans
    broken: frozenset[Path]
    """Keys whose value is not known because their statement is broken.

    Where only the table can be told, the table's path.
    """
    workspace_headers: int
    """Lines that look like the header of a workspace, whether they can be read or not."""


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What could be read of a text that is not TOML as a whole."""

    reading: Reading
    faults: int
    """Statements that cannot be read, or a little more."""
    clear: bool
    """Whether each fault was plain from its own statement and those before it."""


def read(text: str) -> Reading:
    """Read any text; never raises."""
    return judged(text).reading


def judged(text: str, line_of: Callable[[int], int] = int) -> Salvaged:
    """Read any text, and say how far that is to be relied upon; never raises."""
    reading = read_correct(text)
    return salvage(text, line_of) if reading is None else Salvaged(reading, 0, clear=True)


def read_correct(text: str) -> Reading | None:
    """Read a text that is TOML; None if it is not."""
    try:
        data = _loaded(text)
    except (ValueError, RecursionError):
        return None
    spans = Spans(text)
    found = [*(_modern(text, spans) if may_be_modern(text) else ()), *swallowed(text, data, spans)]
    problems = tuple(sorted(found, key=place_of))
    return Reading(data, problems, spans, frozenset(), workspace_headers(text))


def salvage(text: str, line_of: Callable[[int], int] = int) -> Salvaged:
    """Read what is readable of a text that is not TOML.

    Sentences name lines by `line_of`, where the text is only a part of what somebody sees.
    """
    return _Salvage(text, line_of).salvaged()


def workspace_headers(text: str) -> int:
    """Count the lines that look like the header of a workspace."""
    return len(_WORKSPACE_HEADER.findall(text)) if "workspaces" in text else 0


def place_of(problem: Problem) -> tuple[int, int]:
    """Order problems as they stand in the text."""
    return (problem.where.line, problem.where.column) if problem.where else (0, 0)


def _loaded(text: str) -> dict[str, Any]:
    """Parse TOML; what UTF-8 cannot hold is none, although the parser would take it.

    Raises UnicodeEncodeError, tomli.TOMLDecodeError, and for numbers without end ValueError.
    """
    text.encode()
    return tomli.loads(text)


def _modern(text: str, spans: Spans) -> tuple[Problem, ...]:
    found = (statement.modern for statement in statements(text))
    return tuple(_modern_note(at, spans) for at in found if at is not None)


def _modern_note(at: int, spans: Spans) -> Problem:
    return Problem(
        Level.NOTE,
        Code.TOML_1_1,
        "This is TOML 1.1; programs that read TOML 1.0 refuse the whole file.",
        path=spans.path_at(at),
        where=spans.range(at, at + 1),
    )


class _Salvage:
    """One reading of a text that is not TOML as a whole."""

    def __init__(self, text: str, line_of: Callable[[int], int]) -> None:
        self._text = text
        self._line_of = line_of
        self._clear = True
        self._names = Namespace()
        self._places = Spans(text)
        self._found: list[tuple[int, Problem]] = []
        self._masked: list[tuple[int, int]] = []
        self._broken: set[Path] = set()
        self._broken_keys: list[BrokenKey] = []
        self._lost: str | None = None
        """Name of the header that cannot count, while its keys pass; None elsewhere."""
        self._accepted: list[Statement] = []
        self._last_array = ""

    def salvaged(self) -> Salvaged:
        found = statements(self._text)
        for statement in found:
            self._take(statement)
            if len(self._found) >= MOST_BROKEN:
                self._stop(statement.end)
                break
        else:
            if found and sum(entry.kind is Kind.BROKEN for entry in found) >= MOST_BROKEN:
                self._stop(found[-1].end)
        data = self._parse()
        spans = Spans(self._text, self._accepted, self._broken_keys)
        notes = [
            (statement.modern, _modern_note(statement.modern, spans))
            for statement in self._accepted
            if statement.modern is not None
        ]
        ordered = sorted([*self._found, *notes], key=lambda entry: entry[0])
        fixable = [_fixable(problem, data) for _, problem in ordered]
        warned = swallowed(self._readable(), data, spans)
        problems = tuple(sorted((*fixable, *warned), key=place_of) if warned else fixable)
        faults = len(self._found) + sum(entry.kind is Kind.BROKEN for entry in found)
        headers = workspace_headers(self._text)
        reading = Reading(data, problems, spans, frozenset(self._broken), headers)
        return Salvaged(reading, faults, self._clear)

    def _take(self, statement: Statement) -> None:
        """Accept a statement, or mask it and say why."""
        if self._belongs_to_lost(statement):
            self._mask(statement.start, statement.end)
            return
        refusal = NO_REFUSAL
        if statement.flaw is None:
            if not statement.plain:
                refusal = self._refusal(statement)
            if not refusal.words:
                self._accept(statement)
                return
        if statement.kind in (Kind.TABLE, Kind.TABLES):
            statement = statement._replace(flaw=Flaw.HEADER)
        broken = statement._replace(kind=Kind.BROKEN)
        self._reject(statement, describe(self._text, broken, refusal))

    def _refusal(self, statement: Statement) -> Refusal:
        """Ask the parser about one statement on its own."""
        piece = self._text[statement.start : statement.end] + "\n"
        try:
            tomli.loads(piece)
        except tomli.TOMLDecodeError as error:
            at = Lines(piece).offset(error.lineno, error.colno)
            return Refusal(error.msg, statement.start + at)
        except (ValueError, RecursionError) as error:
            return Refusal(str(error) or "it is nested too deeply", statement.start)
        return NO_REFUSAL

    def _belongs_to_lost(self, statement: Statement) -> bool:
        """Whether this is a key, or a table below, of a header that cannot count."""
        if self._lost is None:
            return False
        if statement.kind in (Kind.TABLE, Kind.TABLES) and not _is_below(statement, self._lost):
            self._lost = None
            return False
        return statement.flaw is not Flaw.HEADER

    def _accept(self, statement: Statement) -> None:
        conflict = self._names.add(statement)
        if conflict is None:
            if statement.kind is Kind.TABLES:
                self._last_array = ".".join(key.text for key in statement.keys)
            self._accepted.append(statement)
            return
        if conflict.header_missing:
            self._lost = self._last_array
        elif statement.kind is not Kind.KEY:
            self._lost = ".".join(key.text for key in statement.keys)
        line = self._places.range(conflict.first.value_start, conflict.first.value_start).line
        mistake = describe_conflict(
            self._text, statement, conflict, self._line_of(line), self._last_array
        )
        self._reject(statement, mistake, conflict)

    def _reject(
        self, statement: Statement, mistake: Mistake, conflict: Conflict | None = None
    ) -> None:
        """Mask a statement and keep its one problem."""
        self._mask(statement.start, statement.end)
        path = conflict.path if conflict else self._path(statement)
        if statement.flaw in (Flaw.HEADER, Flaw.CONFLICT, Flaw.NO_KEY, Flaw.NO_EQUALS):
            self._lose_header(statement)
        if conflict is None:
            mistake = suited(mistake, path, self._text, statement)
        is_first = path not in self._broken
        if path and not (conflict and conflict.header_missing):
            self._broken.add(path)
        if conflict is None and statement.keys and statement.flaw is not Flaw.HEADER and path:
            start, end = value_range(self._text, statement)
            if statement.flaw is None:
                start, end = statement.value_start, statement.value_end
            self._broken_keys.append(BrokenKey(path, statement.keys[-1], start, end))
        related = self._related(conflict) if conflict else ()
        fix = repair(mistake, path, self._text, self._places)
        fix = fix if is_first or isinstance(fix, Rewrite) else None
        where = self._places.range(mistake.start, mistake.end)
        problem = Problem(Level.ERROR, mistake.code, mistake.message, path, "", where, related, fix)
        self._found.append((mistake.start, problem))

    def _path(self, statement: Statement) -> Path:
        """Give the key's path, of a header the table's unless it is a list, else the table."""
        if statement.flaw is Flaw.HEADER:
            name = header_name(self._text[statement.start : statement.end])
            single = header_names().get(name) is False
            return self._names.resolve(name.split(".")) if single else ()
        if statement.kind in (Kind.TABLE, Kind.TABLES) or statement.flaw is Flaw.CONFLICT:
            return ()
        return self._names.path_of(statement.keys)

    def _lose_header(self, statement: Statement) -> None:
        line = self._text[statement.start : statement.end]
        if statement.flaw is Flaw.HEADER or _HEADER_LINE.search(line) or bare_header(line):
            self._lost = header_name(line)

    def _related(self, conflict: Conflict) -> tuple[Related, ...]:
        first = conflict.first
        start = first.keys[0].start if first.kind is Kind.KEY else first.value_start
        where = self._places.range(start, first.value_end)
        return (Related("", where, "It stands here first."),)

    def _mask(self, start: int, end: int) -> None:
        if end > start:
            self._masked.append((start, end))

    def _stop(self, at: int) -> None:
        """Leave the rest of the text out and say so."""
        if not self._text[at:].strip():
            return
        self._mask(at, len(self._text))
        start = min(at + 1, len(self._text))
        end = line_end(self._text, start)
        message = f"Reading stopped here after {len(self._found)} problems; correct those first."
        problem = Problem(Level.ERROR, Code.SYNTAX, message, where=self._places.range(start, end))
        self._found.append((start, problem))

    def _readable(self) -> str:
        pieces, position = [], 0
        for start, end in sorted(self._masked):
            if end > position:
                first = max(start, position)
                pieces.append(self._text[position:first])
                pieces.append(_UNMASKED.sub("#", self._text[first:end]))
                position = end
        return "".join((*pieces, self._text[position:]))

    def _parse(self) -> dict[str, Any]:
        """Parse what is readable; mask what the parser still refuses and try again."""
        last = -1
        for _ in range(MOST_BROKEN):
            readable = self._readable()
            try:
                return _loaded(readable)
            except UnicodeEncodeError as error:
                self._refused(error.start, error.reason)
            except tomli.TOMLDecodeError as error:
                at = min(self._places.offset(error.lineno, error.colno), len(readable))
                if at <= last or readable[at:].strip() == "":
                    at = min(at, max(len(readable.rstrip()) - 1, 0))
                last = at
                self._clear = False
                self._refused(at, error.msg)
            except (ValueError, RecursionError):
                break
        self._clear = False
        self._mask(0, len(self._text))
        self._accepted.clear()
        return {}

    def _refused(self, at: int, reason: str) -> None:
        """Mask the statement, or the line between statements, that the parser stopped in."""
        number = bisect_right(self._accepted, at, key=lambda entry: entry.start) - 1
        if number >= 0 and at <= self._accepted[number].end + 1:
            path = Spans(self._text, self._accepted).path_at(self._accepted[number].start)
            statement = self._accepted.pop(number)
            start, end = statement.start, statement.end
            self._broken.add(path)
        else:
            start, end = self._text.rfind("\n", 0, at) + 1, line_end(self._text, at)
            statement = Statement(Kind.BROKEN, start, end, (), start, end, flaw=Flaw.NO_KEY)
            path = ()
        mistake = describe(self._text, statement._replace(kind=Kind.BROKEN), Refusal(reason, at))
        self._mask(start, end)
        where = self._places.range(mistake.start, mistake.end)
        problem = Problem(Level.ERROR, mistake.code, mistake.message, path, where=where)
        self._found.append((mistake.start, problem))


def _fixable(problem: Problem, data: dict[str, Any]) -> Problem:
    """Take the fix off a problem with a key that has a value elsewhere in the text."""
    if (
        isinstance(problem.fix, SetValue | RemoveKey)
        and value_at(data, problem.fix.path) is not None
    ):
        return replace(problem, fix=None)
    return problem


def _is_below(statement: Statement, lost: str) -> bool:
    """Whether a header names a table inside the one whose header cannot count."""
    name = ".".join(key.text for key in statement.keys)
    return name.startswith(f"{lost}.")
