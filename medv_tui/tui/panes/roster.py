"""The computers of a review in the order and the choice in which they are shown."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from itertools import compress, zip_longest
from math import inf
from operator import add
from typing import NamedTuple

from medv_tui.assessment.disk import headroom_gb
from medv_tui.findings import Status, Verdict
from medv_tui.reports.clean import clean
from medv_tui.review.hosts import VERDICTS, HostsReview
from medv_tui.review.near_step import near_step
from medv_tui.review.reasons import FleetReasons, Reason, failing, fleet_reasons
from medv_tui.tui.panes.host_columns import (
    BYTES,
    Coded,
    HostColumns,
    Numbers,
    all_of,
    any_of,
    numbers,
)
from medv_tui.tui.panes.host_filter import Condition, Words, conditions
from medv_tui.tui.panes.ordered import Key, Ordered

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


class Roster:
    """The computers of one review; every column is worked out when it is first asked for."""

    def __init__(self, hosts: HostsReview, before: "Roster | None" = None) -> None:
        """Take the review, and the computers of an earlier one, to take over what is the same."""
        self.hosts = hosts
        known = None if before is None else before.columns
        self.columns: HostColumns = HostColumns(hosts.fleet, known)
        self._orders: dict[Sort, Ordered] = {}

    def shown(self, sort: Sort, text: str) -> Ordered:
        """Give the rows that match a filter's text, in order; rows of unknown value come last."""
        if conditions(text):
            return Ordered(self.matching(text), self._keys(sort))
        if sort not in self._orders:
            self._orders[sort] = Ordered(self._everywhere, self._keys(sort))
        return self._orders[sort]

    def matching(self, text: str) -> Sequence[int]:
        """Give the rows that match a filter's text, in the order of the fleet."""
        asked = conditions(text)
        if not asked:
            return self._everywhere
        fitting = all_of(len(self._everywhere), map(self._meeting, asked))
        return list(compress(self._everywhere, fitting))

    def prepare(self) -> None:
        """Work out now what a filter looks at, for whoever has no time for it later."""
        _ = self.columns.names, self._reasons
        for key in _TEXTS:
            self.columns.coded(key)

    @property
    def _everywhere(self) -> range:
        """Every row."""
        return range(len(self.hosts.fleet.names))

    @cached_property
    def headroom(self) -> Numbers:
        """Free minus planned space in GB of each row."""
        hosts = self.hosts
        pairs = list(zip(hosts.answers.groups, hosts.answers.bands, strict=True))
        needs = {id(bands): headroom_gb(bands.need, 0.0) for _, bands in pairs}
        empty = {key: inf if room is None else room for key, room in needs.items()}
        of_groups = [empty[id(bands)] for _, bands in pairs]
        free = self.columns.numbers("free_disk_gb").values
        rooms = list(map(add, free, hosts.group_of.spread(of_groups, inf)))
        for group, bands in pairs:
            if "base_vhd_free_disk_gb" in group.facts:
                base_gb = group.facts["base_vhd_free_disk_gb"]
                for row, free_gb in zip_longest(group.rows, group.free):
                    room = headroom_gb(bands.need, free_gb, base_gb)
                    rooms[row] = inf if room is None else room
        return numbers(rooms)

    @cached_property
    def reasons(self) -> FleetReasons:
        """Why each row has its verdict."""
        return fleet_reasons(self.hosts)

    @cached_property
    def _by_verdict(self) -> tuple[Key, Key]:
        """What rows are ordered by that are equal in everything else."""
        return Key(self._badness), Key(self.headroom.values)

    @cached_property
    def _badness(self) -> bytes:
        """The rank of each row's verdict, the worst first."""
        ranks = bytes(ORDER.index(verdict) for verdict in VERDICTS)
        return self.hosts.codes.translate(ranks.ljust(BYTES))

    def _keys(self, sort: Sort) -> Sequence[Key]:
        """Give what rows are ordered by."""
        column, is_reversed = sort
        match column:
            case Column.VERDICT:
                return Key(self._badness, is_reversed), self._by_verdict[1]
            case Column.HOST:
                return (Key(self.columns.names, is_reversed),)
            case Column.HEADROOM:
                values = self.headroom.with_unknown_last(is_reversed=is_reversed)
            case Column.RAM | Column.FREE:
                known = self.columns.numbers(_FACTS[column])
                values = known.with_unknown_last(is_reversed=is_reversed)
            case Column.REASON:
                values = self._reasons.ranks(_first_words, is_reversed=is_reversed)
            case _:
                texts = self.columns.coded(_FACTS[column])
                values = texts.ranks(_folded, is_reversed=is_reversed)
        return (Key(values, is_reversed), *self._by_verdict)

    @cached_property
    def _reasons(self) -> Coded:
        return Coded(self.reasons.several, self.reasons.codes)

    def _meeting(self, condition: Condition) -> bytes:
        """Say for each row whether it meets a condition, 1 or 0."""
        if isinstance(condition, Words):
            found = (marks for field in condition.fields for marks in self._with(condition, field))
            return any_of(len(self._everywhere), found)
        field, holds, limit = condition
        known = self.headroom if field == "headroom" else self.columns.numbers(_NUMBERS[field])
        return known.that_hold(holds, limit)

    def _with(self, words: Words, field: str) -> Iterator[bytes]:
        """Say for each row whether a text stands in a field of it, 1 or 0."""
        match field:
            case "name":
                yield self.columns.named(words)
            case "verdict":
                verdicts = Coded(VERDICTS, self.hosts.codes)
                yield verdicts.marked([words.matches(verdict.value) for verdict in VERDICTS])
            case "seen" | "reason":
                yield from self._with_reason(words, is_seen=field == "seen")
            case _:
                texts = self.columns.coded(field)
                yield texts.marked([words.matches_any(_lines(text)) for text in texts.several])

    def _with_reason(self, words: Words, *, is_seen: bool) -> Iterator[bytes]:
        """Say for each row whether a text stands in what is said of its verdict, 1 or 0."""
        several = self.reasons.several
        yield self._reasons.marked([words.matches_any(_texts(r, is_seen)) for r in several])
        if words.matches(NO_WORKSPACE):
            yield self._of_verdict(Verdict.UNASSIGNED)
        if words.matches(NEAR_STEP.casefold()):
            yield all_of(len(self._everywhere), [self._near_step, self._of_verdict(Verdict.READY)])
        excluded = self.columns.coded("excluded")
        yield excluded.marked(
            [
                text is not None and words.matches(clean(text).casefold())
                for text in excluded.several
            ]
        )

    def _of_verdict(self, wanted: Verdict) -> bytes:
        """Say for each row whether it has this verdict, 1 or 0."""
        return Coded(VERDICTS, self.hosts.codes).marked([v is wanted for v in VERDICTS])

    @cached_property
    def _near_step(self) -> bytes:
        """Say for each row whether it lacks a little memory to the next step, 1 or 0."""
        return near_step(self.hosts)


_FACTS: Mapping[Column, str] = {
    Column.WORKSPACE: "workspace",
    Column.SITE: "site",
    Column.RAM: "ram_mb",
    Column.FREE: "free_disk_gb",
}
_TEXTS = ("workspace", "site", "model", "excluded")
_NUMBERS: Mapping[str, str] = {"ram": "ram_mb", "free": "free_disk_gb", "users": "users"}


def _first_words(several: Sequence[Reason]) -> str | None:
    """Give the first of several reasons, without regard to case."""
    return several[0].words.casefold() if several else None


def _texts(several: Sequence[Reason], is_seen: bool) -> Iterator[str]:
    """Give what is said of reasons, in lower case: on screen, or in all."""
    for reason in several:
        yield reason.words.casefold()
        if not is_seen and reason.status is Status.FAILING:
            yield from (t.casefold() for t in (reason.practice, failing(reason), reason.title))


def _folded(text: str | None) -> str | None:
    """Take a text without regard to case; an empty one says nothing."""
    return text.casefold() if text else None


def _lines(text: str | None) -> tuple[str, ...]:
    return () if text is None else (text.casefold(),)
