"""What is typed to find computers: words, and fields such as `site:Head*` or `ram<4096`."""

import operator
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from fnmatch import translate
from typing import NamedTuple, TypeAlias

TEXTS = ("verdict", "name", "host", "workspace", "site", "model", "reason")
NUMBERS = ("ram", "free", "users", "headroom")
"""Fields that are compared: memory in MB, disk space in GB."""

_HOLDS: Mapping[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    ":": operator.eq,
}
_TERM = re.compile(r'(?:([A-Za-z]+)(<=|>=|[:<>=]))?("[^"]*"?|[^\s"]+)?')
_WILD = frozenset("*?[")
_SEEN = ("name", "verdict", "workspace", "site", "model", "seen")
"""Where a word without a field is looked for; `seen` are the reasons as they are on screen."""


class Words(NamedTuple):
    """A text that has to stand in one field, or in any where none is named."""

    field: str
    wanted: str
    pattern: re.Pattern[str] | None = None
    """For a text with wildcards, which has to be the whole one."""

    def matches(self, text: str) -> bool:
        """Whether a text in lower case is what is looked for."""
        return self.wanted in text if self.pattern is None else bool(self.pattern.match(text))

    def matches_any(self, texts: Iterable[str]) -> bool:
        """Whether one of some texts in lower case is what is looked for."""
        return any(map(self.matches, texts))

    @property
    def fields(self) -> tuple[str, ...]:
        """Where it is looked for."""
        return (self.field,) if self.field else _SEEN


class Sizes(NamedTuple):
    """A number that has to stand in some relation to another."""

    field: str
    holds: Callable[[float, float], bool]
    limit: float


Condition: TypeAlias = Words | Sizes


def conditions(text: str) -> tuple[Condition, ...]:
    """Read a filter; what is half typed, such as `ram<`, asks for nothing yet."""
    return tuple(_conditions(text))


def misread(text: str) -> str:
    """Say which field of a filter there is none of, or lacks its number; nothing where all is well.

    Such a term is looked for as a word.
    """
    for term in _TERM.finditer(text):
        field, value = (term[1] or "").casefold(), (term[3] or "").strip('"')
        if field and value and field not in (*TEXTS, *NUMBERS):
            return f'"{term[1]}" is no field; {", ".join((*TEXTS, *NUMBERS))} are.'
        if field in NUMBERS and value and _number(value) is None:
            return f'{field} is compared with a number, such as {field}<20; "{value}" is none.'
    return ""


def _conditions(text: str) -> Iterator[Condition]:
    """Read one term after another; a field that there is none of is a word."""
    for term in _TERM.finditer(text):
        field, relation, value = (term[1] or "").casefold(), term[2], (term[3] or "").strip('"')
        if not value:
            continue
        if field in NUMBERS:
            limit = _number(value)
            yield _words("", term[0]) if limit is None else Sizes(field, _HOLDS[relation], limit)
        elif field in TEXTS and relation in {":", "="}:
            yield _words("name" if field == "host" else field, value)
        else:
            yield _words("", term[0].strip('"'))


def _number(text: str) -> float | None:
    """Read a number with a point or a comma before its decimals."""
    try:
        return float(text.replace(",", ".").replace("−", "-"))
    except ValueError:
        return None


def _words(field: str, value: str) -> Words:
    """Look for a whole text where there are wildcards, else for any part of it, without case."""
    wanted = value.casefold()
    pattern = None if _WILD.isdisjoint(wanted) else re.compile(translate(wanted))
    return Words(field, wanted, pattern)
