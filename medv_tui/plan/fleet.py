"""The fleet: every computer of the plan and its inventories, as columns of facts.

Most computers share few distinct combinations of facts, so nothing is kept per computer but
positions: a column holds one value per row, and a group holds the rows that share all facts
that practices judge, free disk space apart, which differs on nearly every computer and is only
ever compared with limits.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, compress, repeat
from math import inf
from typing import Any, NamedTuple, Protocol

from medv_tui.findings import Level, Path, Problem, Range, Related
from medv_tui.plan.host import Host, HostFacts
from medv_tui.plan.languages import read_language
from medv_tui.plan.places import Places
from medv_tui.plan.plan import Plan
from medv_tui.plan.spellings import (
    read_architecture,
    read_edition,
    read_os,
)
from medv_tui.problem_codes import Code

FACTS: tuple[str, ...] = tuple(HostFacts.model_fields)
"""Every fact of a computer, by its key in the plan."""

UNSHARED = frozenset({"free_disk_gb", "site", "model", "last_seen", "excluded"})
"""Facts that differ from computer to computer without changing how the others are judged."""

NO_MARK: frozenset[int] = frozenset()

_READERS: Mapping[str, Callable[[str], str]] = {
    "edition": read_edition,
    "architecture": read_architecture,
    "language": read_language,
    "system_locale": read_language,
}


class InventoryRows(Protocol):
    """What one inventory file holds, in the plan's keys and units."""

    @property
    def file(self) -> str:
        """The file as the plan names it."""

    @property
    def names(self) -> Sequence[str]:
        """One computer name for each row."""

    @property
    def lines(self) -> Sequence[int]:
        """The line of the file that each row stands on, from 1."""

    @property
    def columns(self) -> Mapping[str, Sequence[Any]]:
        """Facts by host key, one value for each row, None where unknown."""


class Group(NamedTuple):
    """The rows that share all judged facts but free disk space."""

    facts: Mapping[str, Any]
    """Value of every judged fact; a fact that is unknown is absent."""
    mark: frozenset[int]
    """What else sets these rows apart: the attestations whose host patterns name them."""
    rows: tuple[int, ...]
    """Row numbers, by rising free disk space; rows where it is unknown come last."""
    free: tuple[float, ...]
    """Free disk space in GB of the rows where it is known."""
    computers: Sequence[int]
    """How many computers the first so many rows stand for; one entry more than rows."""
    first: int
    """The first of its rows in the order of the fleet."""

    @property
    def total(self) -> int:
        """Computers in the group."""
        return self.computers[-1]


@dataclass(frozen=True, slots=True)
class Fleet:
    """Every computer, row by row in columns."""

    names: tuple[str, ...]
    counts: tuple[int, ...]
    places: Places
    columns: Mapping[str, Sequence[Any]]
    """Facts by host key; a key that no row knows is absent."""
    own: tuple[frozenset[str], ...]
    """For each row, the facts that stand in its own `[[hosts]]` table."""
    defaults: frozenset[str]
    """Facts that `[host_defaults]` gives."""
    problems: tuple[Problem, ...] = ()

    def fact(self, row: int, key: str) -> Any:
        """Give one fact of one row, or None."""
        column = self.columns.get(key)
        return None if column is None else column[row]

    def path(self, row: int, key: str) -> Path:
        """Say which key of the plan gives a fact; the row itself where an inventory does."""
        place = self.places[row]
        if place.index is not None and (key in self.own[row] or key not in self.defaults):
            return ("hosts", place.index, key)
        if place.line is None and key in self.defaults:
            return ("host_defaults", key)
        return () if place.index is None else ("hosts", place.index)

    def groups(self, marks: Sequence[frozenset[int]] | None = None) -> tuple[Group, ...]:
        """Put rows together that share every judged fact and mark; excluded ones are left out."""
        keys = [key for key in self.columns if key not in UNSHARED]
        each_mark = repeat(NO_MARK, len(self.names)) if marks is None else marks
        combinations: Iterable[tuple[int, tuple[Any, ...]]]
        combinations = enumerate(zip(*map(self.columns.__getitem__, keys), each_mark, strict=True))
        excluded = self.columns.get("excluded")
        if excluded is not None:
            combinations = (pair for pair in combinations if excluded[pair[0]] is None)
        members: defaultdict[tuple[Any, ...], list[int]] = defaultdict(list)
        for row, combination in combinations:
            members[combination].append(row)
        free = [inf if gb is None else gb for gb in self._free_gb]
        # One sort of all rows would be one long moment in which nothing else can run.
        return tuple(
            self._group(_known(keys, values), values[-1], rows, free.__getitem__)
            for values, rows in members.items()
        )

    def group(self, facts: Mapping[str, Any], mark: frozenset[int], rows: Iterable[int]) -> Group:
        """Make one group of the rows that share these facts."""
        free = self._free_gb
        known = {row: inf if free[row] is None else free[row] for row in sorted(rows)}
        return self._group(facts, mark, list(known), known.__getitem__)

    def join(self, facts: Mapping[str, Any], groups: Sequence[Group]) -> Group:
        """Make one group of several that share these facts and their mark."""
        if len(groups) == 1:
            return groups[0]
        known = chain.from_iterable(group.rows[: len(group.free)] for group in groups)
        unknown = chain.from_iterable(group.rows[len(group.free) :] for group in groups)
        rows = (*sorted(known, key=self._free_gb.__getitem__), *unknown)
        free = tuple(sorted(chain.from_iterable(group.free for group in groups)))
        are_single = all(isinstance(group.computers, range) for group in groups)
        computers = range(len(rows) + 1) if are_single else self._added_up(rows)
        return Group(facts, groups[0].mark, rows, free, computers, groups[0].first)

    @property
    def _free_gb(self) -> Sequence[Any]:
        """Free disk space of each row in GB, or None."""
        return self.columns.get("free_disk_gb") or [None] * len(self.names)

    def _group(
        self,
        facts: Mapping[str, Any],
        mark: frozenset[int],
        rows: list[int],
        free_of: Callable[[int], float],
    ) -> Group:
        """Make one group of rows that rise; free space of which nothing is known is infinite."""
        ordered = tuple(sorted(rows, key=free_of))
        free = tuple(map(free_of, ordered))
        known = free[: bisect_left(free, inf)]
        return Group(facts, mark, ordered, known, self._added_up(ordered), rows[0])

    def _added_up(self, rows: Sequence[int]) -> Sequence[int]:
        """Give how many computers the first so many rows stand for."""
        counts = list(map(self.counts.__getitem__, rows))
        if sum(counts) == len(counts):
            return range(len(counts) + 1)
        return tuple(accumulate(counts, initial=0))


def _known(keys: list[str], values: Iterable[Any]) -> dict[str, Any]:
    """Give the facts of a combination that are known; what follows them is none."""
    return {key: value for key, value in zip(keys, values, strict=False) if value is not None}


class _Columns:
    """Columns under construction, each padded to the number of rows so far."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.counts: list[int] = []
        self.places = Places()
        self.own: list[frozenset[str]] = []
        self.columns: dict[str, list[Any]] = {}

    def extend(self, key: str, values: Sequence[Any], at: int) -> None:
        """Write values of one key for consecutive rows that start at row `at`."""
        column = self.columns.setdefault(key, [])
        column.extend([None] * (at - len(column)))
        column.extend(values)

    def pad(self) -> None:
        """Bring every column to the full number of rows."""
        for column in self.columns.values():
            column.extend([None] * (len(self.names) - len(column)))


def build(plan: Plan, rows: Sequence[int] = (), inventories: Sequence[InventoryRows] = ()) -> Fleet:
    """Put the plan's hosts and its inventories' rows into one fleet.

    A plan host and an inventory row of the same name are one computer, and the plan's facts win
    one by one; a row that stands for several computers overrides nothing. Of two inventories
    the earlier wins. `rows` gives each host's index in the text, where some were left out.
    """
    work = _Columns()
    _add_hosts(work, plan.hosts, rows or range(len(plan.hosts)))
    problems: list[Problem] = []
    for inventory in inventories:
        problems += _add_inventory(work, inventory)
    work.pad()
    defaults = _add_defaults(work, plan.host_defaults)
    _read_texts(work.columns)
    return Fleet(
        tuple(work.names),
        tuple(work.counts),
        work.places,
        {key: column for key, column in work.columns.items() if any(v is not None for v in column)},
        tuple(work.own),
        defaults,
        tuple(problems),
    )


def _add_hosts(work: _Columns, hosts: Sequence[Host], indexes: Sequence[int]) -> None:
    """Take the plan's own rows."""
    work.places.add_hosts(list(indexes))
    shared: dict[frozenset[str], frozenset[str]] = {}
    for host in hosts:
        work.names.append(host.name)
        work.counts.append(host.count)
        given = frozenset(host.model_fields_set)
        work.own.append(shared.setdefault(given, given))
    known: frozenset[str] = frozenset().union(*shared)
    for key in FACTS:
        if key in known:
            # Reading the fields as a mapping is several times faster than one by one.
            work.columns[key] = [vars(host)[key] for host in hosts]


def _add_inventory(work: _Columns, inventory: InventoryRows) -> list[Problem]:
    """Take one inventory: new computers are appended, known ones filled in fact by fact."""
    known = {name.casefold(): row for row, name in enumerate(work.names) if work.counts[row] == 1}
    work.pad()
    start = len(work.names)
    rows = [known.get(name.casefold()) for name in inventory.names] if known else []
    met = [(row, i) for i, row in enumerate(rows) if row is not None]
    is_fresh = [row is None for row in rows] if met else repeat(True)
    names = list(compress(inventory.names, is_fresh))
    work.names.extend(names)
    work.counts.extend([1] * len(names))
    work.own.extend([frozenset()] * len(names))
    work.places.add_lines(inventory.file, list(compress(inventory.lines, is_fresh)))
    for key, values in inventory.columns.items():
        work.extend(key, list(compress(values, is_fresh)), start)
        column = work.columns[key]
        for row, i in met:
            if column[row] is None:
                column[row] = values[i]
    return [problem for row, i in met for problem in _met(work, row, inventory, i)]


def _met(work: _Columns, row: int, inventory: InventoryRows, i: int) -> list[Problem]:
    """Note where a computer that is already there stands in this inventory too."""
    place, line = work.places[row], inventory.lines[i]
    if place.line is None:
        work.places.stand_also(row, inventory.file, line)
        return []
    earlier = f'"{inventory.names[i]}" stands on line {place.line} of {place.file} already'
    return [
        Problem(
            Level.WARNING,
            Code.INVENTORY_DUPLICATE,
            f"{earlier}; this row only fills in what is missing there.",
            file=inventory.file,
            where=Range(line, 1, line, 1),
            related=(Related(place.file, Range(place.line, 1, place.line, 1), "The first row."),),
        )
    ]


def _add_defaults(work: _Columns, defaults: HostFacts) -> frozenset[str]:
    """Fill what rows leave out."""
    given = {key: getattr(defaults, key) for key in FACTS}
    for key, value in given.items():
        if value is not None:
            column = work.columns.get(key, [None] * len(work.names))
            work.columns[key] = [value if own is None else own for own in column]
    return frozenset(key for key, value in given.items() if value is not None)


def _read_texts(columns: dict[str, list[Any]]) -> None:
    """Bring texts to one spelling, and let a whole caption fill the facts it holds."""
    captions = columns.get("os")
    if captions is not None:
        readings = {text: read_os(text) for text in set(captions) if text is not None}
        columns["os"] = [None if text is None else readings[text].os for text in captions]
        for key in ("edition", "service_pack", "architecture", "server"):
            said = {text: getattr(reading, key) for text, reading in readings.items()}
            if any(value is not None for value in said.values()):
                own = columns.get(key, [None] * len(captions))
                columns[key] = [
                    said.get(text) if value is None else value
                    for value, text in zip(own, captions, strict=True)
                ]
    for key, read in _READERS.items():
        if key in columns:
            spelled = {text: read(text) for text in set(columns[key]) if text is not None}
            columns[key] = [spelled.get(text) for text in columns[key]]
