"""A fleet after a few of its computers became others, without building it anew."""

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Protocol, TypeAlias, TypeVar

from medv_tui.plan.fleet import NO_MARK, UNSHARED, Fleet, Group, InventoryRows, build
from medv_tui.plan.host import Host, HostFacts
from medv_tui.plan.plan import Plan
from medv_tui.plan.succession import Succession

T = TypeVar("T")

Combination: TypeAlias = tuple[Hashable, frozenset[int]]
"""What the computers of a group share: their judged facts, and their mark."""


def are_named_as_before(old: Sequence[Host], new: Sequence[Host], rows: Iterable[int]) -> bool:
    """Whether these hosts still mean the same rows of any inventory."""
    return all(old[row].name == new[row].name and old[row].count == new[row].count for row in rows)


@dataclass(frozen=True, slots=True)
class _Excerpt:
    """The rows of one inventory that some hosts stand in too."""

    file: str
    names: Sequence[str]
    lines: Sequence[int]
    columns: Mapping[str, Sequence[Any]]


class NamedRows(InventoryRows, Protocol):
    """An inventory in which computers are looked up by name."""

    @property
    def folded(self) -> Sequence[str]:
        """The names without case."""


def _excerpt(inventory: NamedRows, folded: frozenset[str]) -> _Excerpt:
    rows = sorted(row for name in folded for row in _rows_of(inventory.folded, name))
    return _Excerpt(
        inventory.file,
        [inventory.names[row] for row in rows],
        [inventory.lines[row] for row in rows],
        {key: [values[row] for row in rows] for key, values in inventory.columns.items()},
    )


def _rows_of(names: Sequence[str], name: str) -> Iterator[int]:
    """Find each row of a name, as fast as Python itself looks through a list."""
    row = -1
    with suppress(ValueError):
        while True:
            row = names.index(name, row + 1)
            yield row


def with_hosts(
    fleet: Fleet,
    rows: Sequence[int],
    hosts: Sequence[Host],
    defaults: HostFacts,
    inventories: Sequence[NamedRows] = (),
) -> Fleet:
    """Give a fleet in which some rows are these hosts, one for each row.

    Where there are inventories, each host has to have the name and count that it had before.
    """
    # The same code that builds a fleet reads the changed rows, as a fleet of their own.
    plan = Plan().model_copy(update={"hosts": tuple(hosts), "host_defaults": defaults})
    folded = frozenset(host.name.casefold() for host in hosts)
    excerpts = [_excerpt(inventory, folded) for inventory in inventories]
    part = build(plan, range(len(hosts)), excerpts)
    columns = {
        key: column
        for key in dict.fromkeys((*fleet.columns, *part.columns))
        if (column := _column(fleet, part, key, rows)) is not None
    }
    return replace(
        fleet,
        names=_replaced(fleet.names, part.names, rows),
        counts=_replaced(fleet.counts, part.counts, rows),
        own=_replaced(fleet.own, part.own, rows),
        columns=columns,
    )


def _replaced(old: tuple[T, ...], new: Sequence[T], rows: Sequence[int]) -> tuple[T, ...]:
    """Give the values with new ones in some rows; the very same where none is another."""
    if all(old[row] == value for row, value in zip(rows, new, strict=False)):
        return old
    values = list(old)
    for row, value in zip(rows, new, strict=False):
        values[row] = value
    return tuple(values)


def _column(fleet: Fleet, part: Fleet, key: str, rows: Sequence[int]) -> Sequence[Any] | None:
    """Give one column with the new values; None where no row knows any."""
    old, new = fleet.columns.get(key), part.columns.get(key)
    values = [None] * len(rows) if new is None else list(new[: len(rows)])
    if old is not None and all(old[row] == v for row, v in zip(rows, values, strict=True)):
        return old
    column = [None] * len(fleet.names) if old is None else list(old)
    for row, value in zip(rows, values, strict=True):
        column[row] = value
    return column if any(value is not None for value in column) else None


class Grouping:
    """The groups of a fleet, kept up to date while its computers change."""

    def __init__(self, fleet: Fleet, marks: Sequence[frozenset[int]] | None) -> None:
        self.fleet, self.marks = fleet, marks
        self.groups = fleet.groups(marks)
        self._firsts = [group.first for group in self.groups]

    @cached_property
    def _known(self) -> dict[Combination, Group]:
        """The groups by what their computers share, from the first change on."""
        return {_shared(group.facts, group.mark): group for group in self.groups}

    def follow(self, fleet: Fleet, rows: Iterable[int]) -> Succession:
        """Give the groups of a fleet in which these rows alone are others than before."""
        leaving: dict[Combination, set[int]] = {}
        coming: dict[Combination, list[int]] = {}
        facts: dict[Combination, Mapping[str, Any]] = {}
        for row in rows:
            mark = NO_MARK if self.marks is None else self.marks[row]
            if self.fleet.fact(row, "excluded") is None:
                leaving.setdefault(_shared(_facts(self.fleet, row), mark), set()).add(row)
            if fleet.fact(row, "excluded") is None:
                now = _facts(fleet, row)
                coming.setdefault(_shared(now, mark), []).append(row)
                facts[_shared(now, mark)] = now
        self.fleet = fleet
        replaced: list[Group] = []
        replacing: list[Group] = []
        for combination in leaving.keys() | coming.keys():
            old = self._known.pop(combination, None)
            gone = leaving.get(combination, set())
            kept = [] if old is None else [row for row in old.rows if row not in gone]
            members = [*kept, *coming.get(combination, ())]
            if old is not None:
                replaced.append(old)
            if members:
                shared = facts[combination] if old is None else old.facts
                group = fleet.group(shared, combination[1], members)
                self._known[combination] = group
                replacing.append(group)
        return self._replace(replaced, replacing)

    def _replace(self, replaced: Iterable[Group], replacing: Iterable[Group]) -> Succession:
        """Put groups in the place of others, so that all stay in the order of their first rows."""
        old, groups = self.groups, list(self.groups)
        gone = sorted(bisect_left(self._firsts, group.first) for group in replaced)
        for position in reversed(gone):
            del groups[position], self._firsts[position]
        come = []
        for group in sorted(replacing, key=lambda each: each.first):
            position = bisect_left(self._firsts, group.first)
            groups.insert(position, group)
            self._firsts.insert(position, group.first)
            come.append(position)
        self.groups = tuple(groups)
        return Succession(old, self.groups, tuple(gone), tuple(come))


def _shared(facts: Mapping[str, Any], mark: frozenset[int]) -> Combination:
    """Name what the computers of a group share."""
    return frozenset(facts.items()), mark


def _facts(fleet: Fleet, row: int) -> dict[str, Any]:
    """Give the judged facts of a row that are known."""
    return {
        key: column[row]
        for key, column in fleet.columns.items()
        if key not in UNSHARED and column[row] is not None
    }
