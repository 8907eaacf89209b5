"""What single cells say: facts of a computer that are no sizes."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar, get_args, get_origin

from medv_tui.inventory.dates import read_date
from medv_tui.plan.base import LARGEST_COUNT
from medv_tui.plan.host import HostFacts
from medv_tui.plan.languages import read_language
from medv_tui.plan.spellings import (
    read_architecture,
    read_edition,
    read_service_pack,
)

_T = TypeVar("_T")

_PLAIN_NAME = re.compile(r"[A-Za-z0-9_-]+")
_AS_TEXT = re.compile(r"^'(?=[=+@-])")
"""The apostrophe that keeps a spreadsheet from taking a text for a formula."""

_UNKNOWN = frozenset(
    ("", "-1", "null", "(null)", "n/a", "#n/a", "na", "-", "--", "?", "unknown", "not available")
)
_YES = frozenset(("true", "yes", "1", "y", "on", "enabled", "oui", "ja", "wahr", "vrai", "да"))
_NO = frozenset(
    ("false", "no", "0", "n", "off", "disabled", "non", "nein", "falsch", "faux", "нет")
)


@dataclass(frozen=True, slots=True)
class Unread:
    """A cell that says something which cannot be read."""

    index: int
    """Position in the column."""
    text: str
    error: ValueError


def is_unknown(cell: str) -> bool:
    """Whether a cell says that nobody knows: empty, -1 and the words of query tools."""
    return cell.strip().casefold() in _UNKNOWN


def read_cells(
    cells: Sequence[str], read: Callable[[str], _T]
) -> tuple[list[_T | None], list[Unread]]:
    """Read a column, each text once. What `read` refuses with ValueError is unknown and listed."""
    known: dict[str, _T | None] = {}
    refused: dict[str, ValueError] = {}
    for cell in dict.fromkeys(cells):
        known[cell] = None
        if is_unknown(cell):
            continue
        try:
            known[cell] = read(cell)
        except (ValueError, OverflowError) as error:
            refused[cell] = error if isinstance(error, ValueError) else ValueError(cell)
    values = [known[cell] for cell in cells]
    if not refused:
        return values, []
    return values, [Unread(i, c, refused[c]) for i, c in enumerate(cells) if c in refused]


def read_name(cell: str) -> str:
    """Give the computer's NetBIOS label from a name, an FQDN, an account or DOMAIN\\name."""
    if _PLAIN_NAME.fullmatch(cell):
        return cell.upper()
    name = _AS_TEXT.sub("", cell.strip()).rpartition("\\")[2].rstrip("$")
    if "." in name and not re.fullmatch(r"[\d.]+", name):
        name = name.partition(".")[0]
    return name.strip().upper()


def read_site(cell: str, header: str) -> str:
    """Give a site; of a computer's own place in a directory, the container that it is in."""
    text = cell.strip()
    if header == "distinguishedname":
        return re.sub(r"^CN=(?:[^,\\]|\\.)*,", "", text, flags=re.IGNORECASE)
    if header == "canonicalname":
        return text.rpartition("/")[0] or text
    return text


def _read_switch(cell: str) -> bool:
    word = cell.strip().casefold()
    if word not in _YES and word not in _NO:
        raise ValueError(cell)
    return word in _YES


def _read_count(cell: str) -> int:
    text = cell.strip()
    number = int(re.sub(r"[.,]0+$", "", text))
    if not 0 <= number <= LARGEST_COUNT:
        raise ValueError(cell)
    return number


def _read_service_pack(cell: str) -> int:
    number = read_service_pack(cell)
    if number is None:
        raise ValueError(cell)
    return number


def _read_texts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in re.split(r"[;,|]", cell) if part.strip())


_BY_KIND: dict[type, Callable[[str], Any]] = {
    bool: _read_switch,
    int: _read_count,
    date: read_date,
    tuple: _read_texts,
    str: str.strip,
}

_BY_KEY: dict[str, Callable[[str], Any]] = {
    "edition": read_edition,
    "service_pack": _read_service_pack,
    "architecture": read_architecture,
    "language": read_language,
    "system_locale": read_language,
}


def reader_of(key: str) -> Callable[[str], Any]:
    """Give what reads the cells of a host key that is no size; it raises ValueError."""
    kind = _kind(HostFacts.model_fields[key].annotation)
    return _BY_KEY.get(key) or _BY_KIND[kind or str]


def _kind(annotation: object) -> type | None:
    """Find the plain type in an annotation such as `Annotated[int, ...] | None`."""
    origin = get_origin(annotation) or annotation
    if isinstance(origin, type) and origin in _BY_KIND:
        return origin
    return next(filter(None, map(_kind, get_args(annotation))), None)
