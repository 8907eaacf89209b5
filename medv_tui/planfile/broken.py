"""A broken statement taken apart, and what is said of it in the end."""

import re
from dataclasses import dataclass, replace
from typing import NamedTuple

import tomli

from medv_tui.findings import Scalar
from medv_tui.planfile.replacement import Replacement
from medv_tui.planfile.scan import Statement
from medv_tui.problem_codes import Code

_QUOTED = re.compile(r"""\"\"\"[\s\S]*?\"\"\"|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'""")
_COMMENT = re.compile(r"#[^\n]*")


class Refusal(NamedTuple):
    """What the TOML parser has against a statement whose shape is right."""

    words: str
    """Empty where it has nothing."""
    at: int
    """The offset at which it stopped."""


NO_REFUSAL = Refusal("", 0)


@dataclass(frozen=True, slots=True)
class Mistake:
    """One mistake: a sentence, where it stands, and the value that would be right."""

    message: str
    start: int
    end: int
    fix: Scalar | tuple[Scalar, ...] | None = None
    code: Code = Code.SYNTAX
    is_nothing: bool = False
    """Whether the value only says that nothing is known, so that its line can go."""
    rewrite: Replacement | None = None
    """What to write where no value is wrong but what stands around it."""


@dataclass(frozen=True, slots=True)
class Case:
    """A broken statement, taken apart for the rules."""

    text: str
    statement: Statement
    reason: str
    """What the TOML parser said; empty where the statement's shape is already wrong."""
    stopped: int = 0
    """The offset at which the parser stopped, if it said something."""

    @property
    def line(self) -> str:
        """All lines of the statement."""
        return self.text[self.statement.start : self.statement.end]

    @property
    def bare(self) -> str:
        """The statement with quoted text and comments blanked, offsets unchanged."""
        blanked = _QUOTED.sub(lambda match: "x" * len(match[0]), self.line)
        return _COMMENT.sub(lambda match: " " * len(match[0]), blanked)

    @property
    def key(self) -> str:
        """The dotted key as it was typed; empty where none can be read."""
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

    def instead(self, mistake: Mistake, typed: str, written: str) -> Mistake:
        """Let a mistake be mended by writing something else where that is typed first."""
        found = self.text.find(typed, self.statement.start, self.statement.end)
        if found < 0 or not typed:
            return mistake
        return self.rewritten(mistake, Replacement(found, found + len(typed), written))

    def rewritten(self, mistake: Mistake, change: Replacement) -> Mistake:
        """Let a mistake be mended by a change, if the statement can be read by itself then."""
        before = self.text[self.statement.start : change.start]
        line = before + change.new + self.text[change.end : self.statement.end]
        try:
            tomli.loads(line.removesuffix("\r"))
        except (ValueError, RecursionError):
            return mistake
        return replace(mistake, rewrite=change)


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


def without_comment(line: str) -> str:
    """Give a line up to its first #, whatever that means in it."""
    return _COMMENT.sub("", line)


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())
