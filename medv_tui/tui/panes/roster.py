"""The computers of a review in the order and the choice in which they are shown."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cached_property, partial, reduce
from itertools import chain
from operator import and_, or_
from typing import Any, NamedTuple, TypeAlias

from medv_tui.assessment.disk import headroom_gb
from medv_tui.findings import Status, Verdict
from medv_tui.reports.clean import clean
from medv_tui.review.hosts import VERDICTS, HostsReview
from medv_tui.review.near_step import rows_near_step
from medv_tui.review.reasons import FleetReasons, failing, fleet_reasons
from medv_tui.tui.panes.host_filter import Condition, Kind, Sizes, Words, conditions

ORDER = (
    Verdict.BLOCKED,
    Verdict.UNKNOWN,
    Verdict.ATTENTION,
    Verdict.UNASSIGNED,
    Verdict.READY,
    Verdict.EXCLUDED,
)
NO_WORKSPACE = "no workspace"
NEAR_STEP = "just under a RAM step"
"""What a ready computer is told of that reports a little less memory than it has."""
FEW = 255
"""Values in a column up to which they are sorted in place of the rows, which is faster."""

Keys: TypeAlias = Sequence[Any]
"""For each row what it is ordered by, or None where that is unknown."""


class Column(StrEnum):
    """The columns of the table, left to right, each by its head."""

    VERDICT = "verdict"
    HOST = "host"
    WORKSPACE = "workspace"
    SITE = "site"
    RAM = "RAM GB"
    FREE = "free"
    HEADROOM = "headroom"
    REASON = "reason"


class Sort(NamedTuple):
    """What the rows are ordered by; rows that are equal in it are ordered by verdict."""

    column: Column = Column.VERDICT
    is_reversed: bool = False

    @property
    def words(self) -> str:
        """Say it shortly."""
        if self.column is Column.VERDICT:
            return "blocked last" if self.is_reversed else "blocked first"
        return f"by {self.column.value}{', reversed' if self.is_reversed else ''}"


class Section(NamedTuple):
    """Consecutive rows of one verdict."""

    start: int
    """Position of the first of them among all rows that are shown."""
    verdict: Verdict
    computers: int


class Roster:
    """The computers of one review; every column is worked out when it is first asked for."""

    def __init__(self, hosts: HostsReview) -> None:
        self.hosts = hosts
        self._orders: dict[Sort, list[int]] = {}

    def shown(self, sort: Sort, text: str) -> Sequence[int]:
        """Give the rows that match a filter's text, in order."""
        return self._chosen(self._ordered(sort), text)

    def matching(self, text: str) -> Sequence[int]:
        """Give the rows that match a filter's text, in the order of the fleet."""
        return self._chosen(range(len(self.hosts.fleet.names)), text)

    def _chosen(self, rows: Sequence[int], text: str) -> Sequence[int]:
        """Give those of some rows that match a filter's text."""
        asked = [self._meeting(condition) for condition in conditions(text)]
        if not asked:
            return rows
        fitting = reduce(partial(_joined, and_), asked)
        return [row for row in rows if fitting[row]]

    @cached_property
    def headroom(self) -> list[float | None]:
        """Free minus planned space in GB of each row; None where unknown."""
        hosts = self.hosts
        rooms: list[float | None] = [None] * len(hosts.fleet.names)
        for group, bands in zip(hosts.answers.groups, hosts.answers.bands, strict=True):
            base_gb = group.facts.get("base_vhd_free_disk_gb")
            empty = headroom_gb(bands.need, 0.0)
            known = zip(group.rows, group.free, strict=False)
            if base_gb is not None:
                for row, free_gb in known:
                    rooms[row] = headroom_gb(bands.need, free_gb, base_gb)
            elif empty is not None:
                for row, free_gb in known:
                    rooms[row] = free_gb + empty
        return rooms

    @cached_property
    def reasons(self) -> FleetReasons:
        """Why each row has its verdict."""
        return fleet_reasons(self.hosts)

    @cached_property
    def _by_verdict(self) -> list[list[int]]:
        """The rows of each verdict by rising headroom, where it is known first."""
        ranks = bytes(ORDER.index(verdict) for verdict in VERDICTS)
        verdicts: list[list[int]] = [[] for _ in ORDER]
        for row, rank in enumerate(self.hosts.codes.translate(ranks.ljust(256))):
            verdicts[rank].append(row)
        # Plain numbers sort several times faster than pairs.
        keys = [float("inf") if room is None else room for room in self.headroom]
        for rows in verdicts:
            rows.sort(key=keys.__getitem__)
        return verdicts

    def _ordered(self, sort: Sort) -> list[int]:
        """Give every row in order; rows whose value is unknown come last."""
        if sort not in self._orders:
            self._orders[sort] = self._order(sort)
        return self._orders[sort]

    def _order(self, sort: Sort) -> list[int]:
        """Put every row in order; rows whose value is unknown come last."""
        if sort.column is Column.VERDICT:
            verdicts = reversed(self._by_verdict) if sort.is_reversed else self._by_verdict
            return [row for rows in verdicts for row in rows]
        keys = self._keys(sort.column)
        if sort.column is Column.HOST:
            return sorted(range(len(keys)), key=keys.__getitem__, reverse=sort.is_reversed)
        rows, values = self._ordered(Sort()), set(keys) - {None}
        if len(values) > FEW:
            known = [row for row in rows if keys[row] is not None]
            known.sort(key=keys.__getitem__, reverse=sort.is_reversed)
            return known + [row for row in rows if keys[row] is None]
        positions = {value: position for position, value in enumerate(sorted(values))}
        codes = bytes(positions.get(key, len(values)) for key in keys)
        several: list[list[int]] = [[] for _ in range(len(values) + 1)]
        for row in rows:
            several[codes[row]].append(row)
        *known_rows, unknown = several
        ordered = reversed(known_rows) if sort.is_reversed else known_rows
        return [*chain.from_iterable(ordered), *unknown]

    def _keys(self, column: Column) -> Keys:
        """Give what rows are ordered by in a column."""
        match column:
            case Column.HOST:
                return self._names
            case Column.HEADROOM:
                return self.headroom
            case Column.RAM | Column.FREE:
                return self._facts(_FACTS[column])
            case Column.REASON:
                firsts = [s[0].words.casefold() if s else None for s in self.reasons.several]
                return [firsts[code] for code in self.reasons.codes]
            case _:
                return _folded(self._facts(_FACTS[column]))

    def _facts(self, key: str) -> Keys:
        """Give one fact of every row."""
        column = self.hosts.fleet.columns.get(key)
        return [None] * len(self.hosts.fleet.names) if column is None else column

    @cached_property
    def _names(self) -> list[str]:
        return [name.casefold() for name in self.hosts.fleet.names]

    def _meeting(self, condition: Condition) -> bytes:
        """Say for each row whether it meets a condition, 1 or 0.

        Bytes are read out of order far faster than lists are.
        """
        if isinstance(condition, Sizes):
            is_headroom = condition.field == "headroom"
            numbers = self.headroom if is_headroom else self._facts(_NUMBERS[condition.field])
            holds, limit = condition.holds, condition.limit
            return bytes(number is not None and holds(number, limit) for number in numbers)
        kinds = [condition.is_met_by(kind) for kind in self._kinds.several]
        by_kind = bytes(map(kinds.__getitem__, self._kinds.codes))
        if condition.field not in {"", "name"}:
            return by_kind
        return _joined(or_, by_kind, bytes(self._named(condition)))

    def _named(self, condition: Words) -> Iterable[bool]:
        """Say for each row whether its name is what is looked for."""
        if condition.pattern is not None:
            return map(condition.matches, self._names)
        wanted = condition.wanted
        return [wanted in name for name in self._names]

    @cached_property
    def _kinds(self) -> "_Kinds":
        """Group rows by all texts that a filter looks at, names apart."""
        hosts = self.hosts
        columns = [self._facts(key) for key in ("workspace", "site", "model", "excluded")]
        near_step = bytearray(len(hosts.codes))
        for row in rows_near_step(hosts):
            near_step[row] = True
        positions: dict[tuple[Any, ...], int] = {}
        codes = [
            positions.setdefault(texts, len(positions))
            for texts in zip(hosts.codes, self.reasons.codes, near_step, *columns, strict=True)
        ]
        return _Kinds([self._kind(*texts) for texts in positions], codes)

    def _kind(
        self,
        code: int,
        reasons: int,
        near_step: int,
        workspace: str | None,
        site: str | None,
        model: str | None,
        excluded: str | None,
    ) -> Kind:
        """Give the texts of rows that differ in nothing but names and figures."""
        several = self.reasons.several[reasons]
        words = [reason.words for reason in several]
        if excluded is not None:
            words = [clean(excluded)]
        elif VERDICTS[code] is Verdict.UNASSIGNED:
            words = [NO_WORKSPACE, *words]
        elif near_step and VERDICTS[code] is Verdict.READY:
            words = [NEAR_STEP]
        failed = [reason for reason in several if reason.status is Status.FAILING]
        more = [t for each in failed for t in (each.practice, failing(each), each.title)]
        return {
            "verdict": (VERDICTS[code].value,),
            "workspace": _lines(workspace),
            "site": _lines(site),
            "model": _lines(model),
            "seen": tuple(word.casefold() for word in words),
            "reason": tuple(text.casefold() for text in (*words, *more)),
        }


class _Kinds(NamedTuple):
    """Rows by the texts that they have in common."""

    several: list[Kind]
    codes: list[int]
    """For each row, the position of its texts."""


_FACTS: Mapping[Column, str] = {
    Column.WORKSPACE: "workspace",
    Column.SITE: "site",
    Column.RAM: "ram_mb",
    Column.FREE: "free_disk_gb",
}
_NUMBERS: Mapping[str, str] = {"ram": "ram_mb", "free": "free_disk_gb", "users": "users"}


def _joined(operation: Callable[[int, int], int], first: bytes, second: bytes) -> bytes:
    """Join two answers for every row at once."""
    joined = operation(int.from_bytes(first), int.from_bytes(second))
    return joined.to_bytes(len(first))


class Sections(NamedTuple):
    """Rows of the table of which some only say the verdict of those below them."""

    starts: tuple[Section, ...] = ()

    def row_of(self, position: int) -> int:
        """Give the row of a computer by its position among all that are shown."""
        return position + bisect_right(self.starts, position, key=lambda section: section.start)

    def at(self, row: int) -> int | Section:
        """Give the position of the computer in a row, or the verdict that the row says."""
        above = 0
        for above, section in enumerate(self.starts):
            if row <= section.start + above:
                return section if row == section.start + above else row - above
        return row - len(self.starts)


def sections(hosts: HostsReview, rows: Iterable[int]) -> Sections:
    """Cut rows that are ordered by verdict where the verdict changes."""
    found: list[Section] = []
    counts = hosts.fleet.counts
    code, start, computers = -1, 0, 0
    for position, row in enumerate(rows):
        if hosts.codes[row] != code:
            if computers:
                found.append(Section(start, VERDICTS[code], computers))
            code, start, computers = hosts.codes[row], position, 0
        computers += counts[row]
    last = (Section(start, VERDICTS[code], computers),) if computers else ()
    return Sections((*found, *last))


def _folded(texts: Keys) -> Keys:
    """Take texts without regard to case, each of them once."""
    folded = {text: text.casefold() for text in set(texts) if text}
    return [folded.get(text) for text in texts]


def _lines(text: str | None) -> tuple[str, ...]:
    return () if text is None else (text.casefold(),)
