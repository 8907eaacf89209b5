"""Numbers as people and tools write them: groups, decimal commas, exponents."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

PLAIN_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]{1,2})?")
"""What can be read in one way only, whoever wrote it."""
_NUMBER = re.compile(r"([+-]?)(\d[\d.,]*|[.,]\d+)(e[+-]?\d{1,3})?")
_BLANK_GROUP = re.compile(r"(?<=\d)[ '’](?=\d{3}(?!\d))")
_GROUPS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_MARKED = re.compile(r"[\d.,]*[.,]\d[\d.,]*")


class NoNumberError(ValueError):
    """The text is no number."""


class AmbiguousNumberError(ValueError):
    """A mark in the number may part thousands or decimals."""


@dataclass(frozen=True, slots=True)
class NumberStyle:
    """How the numbers of one column are written."""

    usual: str = "."
    """Decimal mark that the file's separator suggests: a comma in files that `;` separates."""
    seen: str | None = None
    """Decimal mark that other cells of the column leave no doubt about."""


def style_of(cells: Iterable[str], separator: str) -> NumberStyle:
    """Find the decimal mark of a column from the cells that can be read in one way only."""
    marks = {
        mark
        for cell in cells
        if ("," in cell or "." in cell) and (mark := _certain_mark(cell)) is not None
    }
    return NumberStyle("," if separator == ";" else ".", marks.pop() if len(marks) == 1 else None)


def _certain_mark(cell: str) -> str | None:
    if PLAIN_NUMBER.fullmatch(cell):
        return "."
    found = _MARKED.search(cell)
    if not found:
        return None
    body = found[0]
    mark = max(".,", key=body.rfind)
    other = "," if mark == "." else "."
    if other in body:
        return mark
    if body.count(mark) > 1:
        return other
    return None if _GROUPS.fullmatch(body) and body[0] != "0" else mark


def read_number(text: str, style: NumberStyle, *, whole: bool = False) -> float:
    """Read one number. `whole` says that its unit is too small for thousandths to be likely.

    Raises AmbiguousNumberError where `1,234` can mean two things, NoNumberError for no number.
    """
    plain = _BLANK_GROUP.sub("", unicodedata.normalize("NFKC", text).strip().casefold())
    found = _NUMBER.fullmatch(plain)
    if not found:
        raise NoNumberError(text)
    sign, body, exponent = found.groups()
    return float(f"{sign}{_with_point(body, style, whole=whole)}{exponent or ''}")


def _with_point(body: str, style: NumberStyle, *, whole: bool) -> str:
    """Write the digits without groups and with a decimal point."""
    mark = max(".,", key=body.rfind)
    if mark not in body:
        return body
    head, _, tail = body.rpartition(mark)
    if "." in body and "," in body:
        return f"{_ungrouped(head)}.{tail}"
    if body.count(mark) > 1:
        return _ungrouped(body)
    if not _GROUPS.fullmatch(body) or body[0] == "0" or mark == style.seen:
        return f"{head}.{tail}"
    if style.seen or (whole and mark != style.usual):
        return head + tail
    if mark == style.usual and not (whole and mark == "."):
        return f"{head}.{tail}"
    raise AmbiguousNumberError(body)


def _ungrouped(body: str) -> str:
    if body.isdigit():
        return body
    if not _GROUPS.fullmatch(body):
        raise NoNumberError(body)
    return re.sub(r"[.,]", "", body)
