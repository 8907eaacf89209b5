"""What a text says, told by one process to another in small pieces.

To take in a hundred thousand tables in one step would stop every thread for half a second, and
nearly all of them are those of the text before. So whatever is long goes in chunks, and of a chunk
that is as it was last time only that is said: who hears it gives the very same objects again, by
which others see that nothing has changed.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from typing import Any, NamedTuple

from medv_tui.findings import Path
from medv_tui.planfile.long_text import LongText
from medv_tui.planfile.positions import BrokenKey, Place, line_starts
from medv_tui.planfile.scan import Statement
from medv_tui.planfile.section_spans import SectionSpans
from medv_tui.planfile.sections import LongList, Sections, sections
from medv_tui.planfile.syntax import Reading, Salvaged
from medv_tui.turns import give_way

VALUES = 250
"""So many values are taken in at a time, which takes about a thousandth of a second."""
NUMBERS = 50_000
"""The same of plain numbers."""
_DATA, _PROBLEMS, _LINES = "data", "problems", "lines"
_STARTS, _HEADERS, _TABLES, _ENDS = "starts", "headers", "tables", "ends"


class _ChunkOf(NamedTuple):
    """Which list a chunk is of, and the how manieth it is."""

    name: Path
    number: int


class _Chunk(NamedTuple):
    """Some items of a list."""

    here: _ChunkOf
    items: Sequence[Any] | None
    """None where they are those of last time."""


class _Rest(NamedTuple):
    """What is never long, and ends an answer."""

    data: dict[str, Any]
    """With nothing in its lists."""
    broken: frozenset[Path]
    workspace_headers: int
    broken_keys: tuple[BrokenKey, ...]
    others: dict[Path, Place | int]
    long_lists: dict[int, Statement]
    faults: int
    clear: bool


class Teller:
    """Tells what texts say, one after the other."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._told: dict[_ChunkOf, bytes] = {}
        """A digest of each chunk of the last answer."""

    def tell(self, text: str, found: Salvaged) -> None:
        """Tell what a text says; raises OSError where nobody listens any more."""
        reading = found.reading
        places = sections(text, reading.spans.readable)
        data = dict(reading.data)
        lists: dict[Path, Sequence[Any]] = {
            (_PROBLEMS,): reading.problems,
            (_LINES,): array("q", line_starts(text)),
            (_STARTS,): places.starts,
            (_ENDS,): places.ends,
            (_HEADERS,): places.headers,
            (_TABLES,): places.tables,
        }
        for key, value in data.items():
            if isinstance(value, list):
                lists[_DATA, key], data[key] = value, []
        for number, each in places.long_lists.items():
            lists[_STARTS, number], lists[_ENDS, number] = each.starts, each.ends
        self._tell_lists(lists)
        rest = _Rest(
            data,
            reading.broken,
            reading.workspace_headers,
            reading.spans.broken,
            dict(places.others),
            {number: each.statement for number, each in places.long_lists.items()},
            found.faults,
            found.clear,
        )
        self._connection.send(rest)

    def _tell_lists(self, lists: Mapping[Path, Sequence[Any]]) -> None:
        """Tell long lists, and of their chunks only those that are new."""
        told: dict[_ChunkOf, bytes] = {}
        for name, items in lists.items():
            size = NUMBERS if isinstance(items, array) else VALUES
            for number, start in enumerate(range(0, len(items), size)):
                here = _ChunkOf(name, number)
                chunk = bytes(ForkingPickler.dumps(_Chunk(here, items[start : start + size])))
                told[here] = blake2b(chunk).digest()
                if self._told.get(here) == told[here]:
                    self._connection.send(_Chunk(here, None))
                else:
                    self._connection.send_bytes(chunk)
        self._told = told


class Listener:
    """Hears what texts say, one after the other."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._heard: dict[_ChunkOf, Sequence[Any]] = {}
        """Each chunk of the last answer."""

    def hear(self, text: LongText) -> Salvaged:
        """Take in what a text says; raises OSError or EOFError where nobody tells any more."""
        lists, rest = self._hear_lists()
        places = Sections(
            _numbers(lists[_STARTS,]),
            _numbers(lists[_ENDS,]),
            _numbers(lists[_HEADERS,]),
            _values(lists[_TABLES,]),
            rest.others,
            {
                number: LongList(
                    statement, _numbers(lists[_STARTS, number]), _numbers(lists[_ENDS, number])
                )
                for number, statement in rest.long_lists.items()
            },
        )
        reading = Reading(
            {key: _values(lists[_DATA, key]) or value for key, value in rest.data.items()},
            tuple(_values(lists[_PROBLEMS,])),
            SectionSpans(text, _numbers(lists[_LINES,]), places, rest.broken_keys),
            rest.broken,
            rest.workspace_headers,
        )
        return Salvaged(reading, rest.faults, rest.clear)

    def _hear_lists(self) -> tuple[Mapping[Path, Sequence[Sequence[Any]]], _Rest]:
        """Take in long lists chunk by chunk, and what follows them."""
        lists: defaultdict[Path, list[Sequence[Any]]] = defaultdict(list)
        heard: dict[_ChunkOf, Sequence[Any]] = {}
        while isinstance(message := self._connection.recv(), _Chunk):
            here, items = message
            heard[here] = self._heard[here] if items is None else items
            lists[here.name].append(heard[here])
            give_way()
        self._heard = heard
        return lists, message


def _numbers(chunks: Iterable[Sequence[int]]) -> Sequence[int]:
    joined = array("q")
    for chunk in chunks:
        joined.extend(chunk)
    return joined


def _values(chunks: Iterable[Sequence[Any]]) -> list[Any]:
    joined: list[Any] = []
    for chunk in chunks:
        joined.extend(chunk)
    return joined
