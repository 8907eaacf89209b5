"""What is wrong with a broken statement, in plain words, and the repair where one is obvious."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from medv_tui.findings import Scalar
from medv_tui.plan.keys import tables
from medv_tui.planfile.namespace import Clash, Conflict
from medv_tui.planfile.nesting import Flaw
from medv_tui.planfile.scan import Kind, Statement
from medv_tui.planfile.spelling import nearest
from medv_tui.planfile.tables import header_names
from medv_tui.planfile.values import ValueMistake, explain_value, toml
from medv_tui.problem_codes import Code

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_QUOTED = re.compile(r"""\"\"\"[\s\S]*?\"\"\"|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'""")
_COMMENT = re.compile(r"#[^\n]*")
_CURLY = re.compile("[“”„‟«»‘’‚‛]")
_ODD_SPACE = re.compile(r"[^\S \t\r\n]|[\u200b\u2060\ufeff]")
_SLASHES = re.compile(r"(?:^|\s)(//|/\*|--\s)")
_NAME = re.compile(r"[A-Za-z0-9_-]+")
_WORD = re.compile(r"[A-Za-z0-9_.-]+")
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9_.-]")


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: a sentence, where it stands, and the value that would be right."""

    message: str
    start: int
    end: int
    fix: Scalar | tuple[Scalar, ...] | None = None
    code: Code = Code.SYNTAX


@dataclass(frozen=True, slots=True)
class _Case:
    """A broken statement, taken apart for the rules."""

    text: str
    statement: Statement
    reason: str
    """What the TOML parser said; empty where the statement's shape is already wrong."""

    @property
    def line(self) -> str:
        return self.text[self.statement.start : self.statement.end]

    @property
    def bare(self) -> str:
        """The statement with quoted text and comments blanked, offsets unchanged."""
        blanked = _QUOTED.sub(lambda match: "x" * len(match[0]), self.line)
        return _COMMENT.sub(lambda match: " " * len(match[0]), blanked)

    @property
    def key(self) -> str:
        keys = self.statement.keys
        return self.text[keys[0].start : keys[-1].end] if keys else ""

    @property
    def value(self) -> str:
        """The first line of the value as it was typed, without a comment after it."""
        start, end = value_range(self.text, self.statement)
        return self.text[start:end]

    def all(self, message: str, fix: Scalar | None = None) -> Mistake:
        """Report on the statement's first line."""
        start = self.statement.start + len(self.line) - len(self.line.lstrip())
        end = self.text.find("\n", start, self.statement.end)
        end = self.statement.end if end < 0 else end
        return Mistake(message, start, max(start, _trimmed(self.text, start, end)), fix)

    def at(self, message: str, start: int, length: int = 1) -> Mistake:
        """Report on some characters."""
        return Mistake(message, start, min(start + length, len(self.text)))


_Rule: TypeAlias = Callable[[_Case], Mistake | None]


def describe(text: str, statement: Statement, reason: str) -> Mistake:
    """Say what is wrong with a broken statement; `reason` is what the TOML parser said of it."""
    case = _Case(text, statement, reason)
    for rule in _RULES:
        mistake = rule(case)
        if mistake is not None:
            return mistake
    return case.all(f"This is not a TOML statement: {_lowered(reason) or 'key = value is'}.")


def describe_conflict(statement: Statement, conflict: Conflict, line: int, tables: str) -> Mistake:
    """Say which earlier statement, on `line`, a correct one disagrees with.

    `tables` is the name of the list of tables that the text is in.
    """
    keys = statement.keys
    name = ".".join(key.text for key in keys)
    above = conflict.path[-1]
    message = {
        Clash.KEY_TWICE: f"{name} is already there on line {line}: keep one of the two.",
        Clash.TABLE_TWICE: f"[{name}] is already there on line {line}; put these keys under it.",
        Clash.LIST_NOT_TABLE: f"{name} is a list of tables, begun on line {line}:"
        f" write [[{name}]].",
        Clash.TABLE_NOT_LIST: f"[{name}] on line {line} is a single table:"
        + (f" write [[{name}]] there too." if _is_list(name) else " put these keys under it."),
        Clash.VALUE_ABOVE: f"{above} is already a value on line {line}, so it cannot have keys.",
    }[conflict.clash]
    if conflict.header_missing:
        message = (
            f"This table has a {above} already, on line {line}: write [[{tables}]] above"
            " this one if it starts another."
        )
    if statement.kind is Kind.KEY:
        return Mistake(message, keys[0].start, keys[-1].end)
    return Mistake(message, statement.value_start, statement.value_end)


def value_range(text: str, statement: Statement) -> tuple[int, int]:
    """Give the offsets of a value as it was typed: its first line without a comment."""
    start = statement.value_start
    end = text.find("\n", start, statement.end)
    end = statement.end if end < 0 else end
    value = text[start:end]
    closed = _QUOTED.match(value)
    if closed or value[:1] not in ('"', "'"):
        comment = value.find("#", closed.end() if closed else 0)
        end = start + comment if comment >= 0 else end
    return start, max(start, _trimmed(text, start, end))


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _lowered(reason: str) -> str:
    return reason[:1].lower() + reason[1:]


def _conflict(case: _Case) -> Mistake | None:
    if case.statement.flaw is Flaw.CONFLICT or case.line.startswith(("=======", ">>>>>>>")):
        return case.all(
            "These are the markers of a merge conflict: keep one side and delete the markers."
        )
    return None


def _control(case: _Case) -> Mistake | None:
    match = _CONTROL.search(case.line.removesuffix("\r").replace("\r\n", " \n"))
    if not match:
        return None
    offset = case.statement.start + match.start()
    if match[0] == "\r":
        return case.at("A carriage return stands alone here: delete it or break the line.", offset)
    return case.at(f"The control character U+{ord(match[0]):04X} cannot stand here.", offset)


def _curly(case: _Case) -> Mistake | None:
    match = _CURLY.search(case.bare)
    if not match:
        return None
    value = case.value
    inner = value.strip("“”„‟«»‘’‚‛\"'")
    if case.key and value[:1] == match[0] and not _CURLY.search(inner):
        message = f"Curly quotes are not quotes in TOML: write {case.key} = {toml(inner)}."
        start, end = value_range(case.text, case.statement)
        return Mistake(message, start, end, inner)
    return case.at(
        'Curly quotes are not quotes in TOML: write straight ones, ".',
        case.statement.start + match.start(),
    )


def _odd_space(case: _Case) -> Mistake | None:
    match = _ODD_SPACE.search(case.bare)
    if not match:
        return None
    kind = "no-break space" if match[0] == "\xa0" else f"character U+{ord(match[0]):04X}"
    return case.at(
        f"An invisible {kind} stands here: write a plain space instead.",
        case.statement.start + match.start(),
    )


def _comment(case: _Case) -> Mistake | None:
    match = _SLASHES.search(case.bare)
    if match:
        offset = case.statement.start + match.start(1)
        return case.at(f"A comment starts with #, not with {match[1].strip()}.", offset, 2)
    stripped = case.bare.rstrip()
    if case.bare.lstrip().startswith(";"):
        return case.all("A comment starts with #, not with ;.")
    if stripped.endswith(";"):
        offset = case.statement.start + len(stripped) - 1
        return case.at("A statement ends with its line: delete the semicolon.", offset)
    return None


def header_name(line: str) -> str:
    """Give the name of the table that a broken header was probably meant for."""
    names = header_names()
    exact = next((word for word in _WORD.findall(line) if word in names), None)
    typed = _NOT_IN_NAMES.sub("", _COMMENT.sub("", line)) or _NOT_IN_NAMES.sub("", line)
    return exact or nearest(typed, names) or typed


def _header(case: _Case) -> Mistake | None:
    if case.statement.flaw is not Flaw.HEADER:
        return None
    name = header_name(case.line)
    if not name:
        return case.all("This header has no name: write [table] or [[hosts]].")
    doubled = header_names().get(name, case.line.count("[") > 1)
    return case.all(
        f"This header cannot be read: write {f'[[{name}]]' if doubled else f'[{name}]'}."
    )


def _no_equals(case: _Case) -> Mistake | None:
    if case.statement.flaw is not Flaw.NO_EQUALS:
        return None
    value = case.value.strip()
    if not value:
        return case.all(f"{case.key} has no value: write {case.key} = and the value after it.")
    if value[0] in ":":
        return case.all(f"Write = instead of : between {case.key} and its value.")
    if "=" in case.bare:
        return case.all("A key has letters, digits, _ and - only; any other one needs quotes.")
    return case.all(f"There is no = between {case.key} and its value.")


def _no_key(case: _Case) -> Mistake | None:
    if case.statement.flaw is not Flaw.NO_KEY:
        return None
    if case.bare.lstrip().startswith("="):
        return case.all("There is no key before the =.")
    name = _NAME.search(case.bare)
    if "=" in case.bare and name:
        return case.all("The key before the = has a character that cannot stand there.")
    return case.all("This is not a TOML statement: write key = value.")


def _no_value(case: _Case) -> Mistake | None:
    if case.statement.flaw is not Flaw.NO_VALUE:
        return None
    return case.all(
        f"{case.key} has no value: write one after the =, or delete the line to leave it unknown."
    )


_OPEN = {
    Flaw.OPEN_LIST: "The list that starts here is not closed: write ] at its end.",
    Flaw.OPEN_TABLE: "The inline table that starts here is not closed: write } at its end.",
    Flaw.NO_COMMA: "There is no comma between this item and the one before it.",
    Flaw.OPEN_TEXT: "The text that starts here is not closed: write the same quotes at its end.",
    Flaw.TOO_DEEP: "The brackets are nested too deeply.",
    Flaw.NO_ITEM: "This is not an item: items are separated by one comma each.",
}


def _brackets(case: _Case) -> Mistake | None:
    statement = case.statement
    if statement.flaw not in _OPEN or case.text[statement.value_start] not in "[{":
        return None
    code = Code.TOO_DEEP if statement.flaw is Flaw.TOO_DEEP else Code.SYNTAX
    at = statement.flaw_at
    return Mistake(_OPEN[statement.flaw], at, min(at + 1, len(case.text)), code=code)


def _value(case: _Case) -> Mistake | None:
    if case.statement.kind is not Kind.BROKEN or not case.key:
        return None
    found: ValueMistake | None = explain_value(case.key, case.value, case.reason)
    if found is None:
        return None
    start, end = value_range(case.text, case.statement)
    return Mistake(found.message, start, end, found.fix, found.code)


_RULES: tuple[_Rule, ...] = (
    _conflict,
    _control,
    _curly,
    _odd_space,
    _header,
    _comment,
    _no_equals,
    _no_key,
    _no_value,
    _brackets,
    _value,
)


def _is_list(name: str) -> bool:
    """Say whether a plan may have several tables of this name."""
    return any(table.many for table in tables() if table.path == name)
