"""What single cells say: facts of a computer that are no sizes."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, NamedTuple, TypeVar, get_args, get_origin

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
_PLAIN_NAMES = re.compile(r"[A-Za-z0-9_\n-]+")
"""Several of them, each on a line."""
_AS_TEXT = re.compile(r"^'(?=[=+@-])")
"""The apostrophe that keeps a spreadsheet from taking a text for a formula."""

_UNKNOWN = frozenset(
    ("", "-1", "null", "(null)", "n/a", "#n/a", "na", "-", "--", "?", "unknown", "not available")
)
_NOBODY = frozenset(word.upper() for word in _UNKNOWN)
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


class Reading(NamedTuple, Generic[_T]):
    """What the texts of a column say."""

    values: Mapping[str, _T | None]
    """By the text of a cell; None where it is unknown or cannot be read."""
    refused: Mapping[str, ValueError]
    """Why texts cannot be read."""

    def unread(self, cells: Sequence[str]) -> list[Unread]:
        """Give the cells that cannot be read."""
        refused = self.refused
        if not refused:
            return []
        return [Unread(i, cell, refused[cell]) for i, cell in enumerate(cells) if cell in refused]


def read_texts(texts: Iterable[str], read: Callable[[str], _T]) -> Reading[_T]:
    """Read each text once. What `read` refuses with ValueError is unknown."""
    values: dict[str, _T | None] = {}
    refused: dict[str, ValueError] = {}
    for text in dict.fromkeys(texts):
        values[text] = None
        if is_unknown(text):
            continue
        try:
            values[text] = read(text)
        except (ValueError, OverflowError) as error:
            refused[text] = error if isinstance(error, ValueError) else ValueError(text)
    return Reading(values, refused)


def read_names(cells: Sequence[str]) -> list[str | None]:
    """Read a column of names; None where a cell says that nobody knows."""
    # Names are all different, so that nothing is gained by reading each text once; but nearly
    # always they are plain, and then all of them are read at once.
    together = "\n".join(cells)
    names = together.upper().split("\n") if _PLAIN_NAMES.fullmatch(together) else []
    if len(names) == len(cells) and _NOBODY.isdisjoint(names):
        return [*names]
    values = read_texts(cells, read_name).values
    return [values[cell] for cell in cells]


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
