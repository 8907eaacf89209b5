"""From a plan's text to what is readable of the plan; never raises."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from medv_tui.findings import Level, Path, Problem, SetValue
from medv_tui.plan.host import Host
from medv_tui.plan.plan import Plan
from medv_tui.planfile.block_reader import BlockReader
from medv_tui.planfile.complaints import complaints, sub_tables
from medv_tui.planfile.earlier import Earlier, restored
from medv_tui.planfile.host_names import HostNames
from medv_tui.planfile.judge import Judge, judged_here
from medv_tui.planfile.long_text import LongText
from medv_tui.planfile.models import Models, with_hosts
from medv_tui.planfile.positions import Spans
from medv_tui.planfile.references import (
    Nowhere,
    impossible_names,
    items,
    second_names,
    unknown_columns,
    unknown_workspaces,
    waivers_without_reason,
    workspaces_of,
)
from medv_tui.planfile.spelling import nearest
from medv_tui.planfile.syntax import Reading, place_of, read
from medv_tui.planfile.tables import owner
from medv_tui.problem_codes import Code
from medv_tui.turns import give_way

_LISTS = ("hosts", "workspaces", "inventories", "attestations")
_NO_LETTERS = re.compile(r"[\W\d_]")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a text says as a plan, as far as it can be read."""

    plan: Plan
    """Everything healthy; what has a problem is absent."""
    problems: tuple[Problem, ...]
    """In the order of the text."""
    spans: Spans
    unreadable: frozenset[Path]
    """Keys and tables of the text whose value is not known because of a problem."""
    rows: Mapping[str, tuple[int, ...]]
    """For `hosts`, `workspaces`, `inventories` and `attestations`: each kept item's text index."""
    workspaces: frozenset[str] | None = None
    """Names of all workspaces in the text, without case; None where some could not be read."""
    kept: tuple[Path, ...] = ()
    """Paths of what has a problem and counts as it did in the earlier text."""
    earlier: Earlier | None = None
    """What the next text of the same plan may fall back on."""


def parse(text: str) -> Parsed:
    """Read any text as a plan."""
    return conclude(LongText.of(text), read(text), Models())


class PlanReader:
    """Reads one plan again and again, and of its hosts only those that changed."""

    def __init__(self, judge: Judge = judged_here) -> None:
        """Take who reads what has to be read as a whole."""
        self._blocks = BlockReader(judge)
        self._models = Models()

    @property
    def blocks(self) -> BlockReader:
        """A reader of its own for whoever edits the text, which knows what this one does."""
        return self._blocks.branch()

    def parse(self, text: str | LongText, earlier: Earlier | None = None) -> Parsed:
        """Read any text as a plan; without an earlier one the result is that of `parse`."""
        text = LongText.of(text)
        return conclude(text, self._blocks.read(text), self._models, earlier)


def conclude(
    text: LongText, reading: Reading, models: Models, earlier: Earlier | None = None
) -> Parsed:
    """Say what the statements of a text come to as a plan.

    What has a problem counts as it did in the earlier text, as far as that is known.
    """
    told = _conclude(text, reading, models)
    if earlier is None:
        return told.parsed
    again = restored(reading, told.lost, earlier)
    if not again.kept:
        return told.parsed
    now = _conclude(text, again.reading, models).parsed
    return replace(now, problems=told.parsed.problems, kept=again.kept)


class _Conclusion(NamedTuple):
    """What a text comes to, and what of it was taken out."""

    parsed: Parsed
    lost: frozenset[Path]
    """Paths of what is broken or refused; the root's where the path cannot be told."""


def _conclude(text: LongText, reading: Reading, models: Models) -> _Conclusion:
    """Say what the statements of a text come to by themselves."""
    version = reading.data.get("format", 1)
    if version != 1 or isinstance(version, bool | float):
        return _Conclusion(_other_format(version, reading), frozenset({("format",)}))
    model, details = models.take(reading.data)
    found: list[Problem] = []
    refused: tuple[Path, ...] = ()
    if details:
        found, refused = complaints(details, reading.data, reading.spans, reading.broken)
    known = workspaces_of(reading.data, not _lost_workspaces(text, reading, found))
    hosts = models.names(reading.data)
    nowhere = tuple(unknown_workspaces(reading.data, known, hosts, reading.spans))
    give_way()
    found += _across_tables(reading, hosts)
    told = [*found, *(entry.problem for entry in nowhere)]
    spans, now = reading.spans, Earlier(reading.data)
    remarks = tuple(impossible_names(reading.data, hosts, spans))
    if model is not None and not told and not reading.broken:
        give_way()
        rows = {key: tuple(range(len(getattr(model, key)))) for key in _LISTS}
        parsed = Parsed(
            model, _ordered(reading, remarks), spans, frozenset(), rows, known.folded, earlier=now
        )
        return _Conclusion(parsed, _nameless_errors(reading))
    healthy = _Healthy(reading, found, refused, nowhere, models)
    parsed = Parsed(
        healthy.plan,
        _ordered(reading, (*told, *remarks)),
        spans,
        healthy.unreadable,
        healthy.rows,
        known.folded,
        earlier=now._replace(lost=healthy.without),
    )
    lost = {*reading.broken, *refused, *(problem.path for problem in found)}
    return _Conclusion(parsed, _nameless_errors(reading) | lost)


def _ordered(reading: Reading, told: Sequence[Problem]) -> tuple[Problem, ...]:
    """Put what is told of a text beside what its statements have against them."""
    return tuple(sorted((*reading.problems, *told), key=place_of)) if told else reading.problems


def _nameless_errors(reading: Reading) -> frozenset[Path]:
    """Give the root's path if there is a mistake of which no path can be told."""
    errors = (problem for problem in reading.problems if problem.level is Level.ERROR)
    return frozenset({()}) if any(not problem.path for problem in errors) else frozenset()


def _other_format(version: object, reading: Reading) -> Parsed:
    path: Path = ("format",)
    problem = Problem(
        Level.ERROR,
        Code.UNSUPPORTED_FORMAT,
        f"format must be 1, not {version}; this program reads plans of format 1 only.",
        path,
        where=reading.spans.locate(path),
        fix=SetValue(path, 1) if version in ("1", 1.0) else None,
    )
    rows: dict[str, tuple[int, ...]] = dict.fromkeys(_LISTS, ())
    return Parsed(Plan(), (problem,), reading.spans, frozenset({path}), rows)


def _across_tables(reading: Reading, hosts: HostNames) -> list[Problem]:
    """Find what only two tables together, or two keys of one, show."""
    data, spans = reading.data, reading.spans
    return [
        *second_names(data, "workspaces", spans),
        *(() if hosts.all_differ else second_names(data, "hosts", spans)),
        *waivers_without_reason(data, reading.broken, spans),
        *unknown_columns(data, spans),
    ]


def _lost_workspaces(text: LongText, reading: Reading, found: Iterable[Problem]) -> bool:
    """Whether a [[workspaces]] table may be in the text without being in the data."""
    if any(
        problem.code is Code.UNKNOWN_KEY and nearest(str(problem.path[0]), _LISTS) == "workspaces"
        for problem in found
        if len(problem.path) == 1
    ):
        return True
    errors = [problem for problem in reading.problems if problem.level is Level.ERROR]
    if not errors:
        return False
    return reading.workspace_headers > len(items(reading.data, "workspaces")) or any(
        not problem.path and _hides_workspace(text, reading.spans, problem) for problem in errors
    )


def _hides_workspace(text: LongText, spans: Spans, problem: Problem) -> bool:
    """Whether a line that cannot be read looks like a [[workspaces]] header, or hides lines."""
    line = problem.where.line if problem.where else 1
    written = text.line_from(spans.offset(line, 1))
    typed = _NO_LETTERS.sub("", written)
    return "<<<" in written[:10] or nearest(typed, ("workspaces",)) is not None


class _Healthy:
    """The plan without what problems take out of it."""

    def __init__(
        self,
        reading: Reading,
        found: Iterable[Problem],
        refused: Iterable[Path],
        nowhere: Iterable[Nowhere],
        models: Models,
    ) -> None:
        self._data = reading.data
        self._without: set[Path] = set()
        self._own_keys: set[Path] = set()
        self._unreadable: set[Path] = {path for path in reading.broken if path}
        for path in reading.broken:
            self._lose_key(path)
        for path in (*refused, *(problem.path for problem in found)):
            self._lose_table(path)
        for entry in nowhere:
            self._lose_reference(entry.paths)
        self._without.update(
            owner(problem.path).path for problem in found if problem.code is Code.DUPLICATE_NAME
        )
        for path in sorted(self._own_keys, key=len):
            self._lose_own_keys(path)
        self._lose_nameless(frozenset(refused))
        self.unreadable = frozenset(self._unreadable)
        self.without = frozenset(self._without)
        self.rows = {key: self._kept(key) for key in _LISTS}
        self._touched = {path[:length] for path in self._without for length in range(len(path))}
        self.plan = self._plan(models.hosts(self._data))

    def _plan(self, hosts: list[Host | None] | None) -> Plan:
        """Validate what is kept; the hosts were validated one by one already."""
        if hosts is None or ("hosts",) in self._without:
            return Plan.model_validate(self._pruned(self._data, ()))
        rest = {key: value for key, value in self._data.items() if key != "hosts"}
        kept = [hosts[number] for number in self.rows["hosts"]]
        healthy = tuple(host for host in kept if host is not None)
        return with_hosts(Plan.model_validate(self._pruned(rest, ())), healthy)

    def _lose_key(self, path: Path) -> None:
        """Take out a broken key; in a list of whole items, the item."""
        if not path:
            return
        losing = owner(path)
        if losing.item:
            self._without.add(losing.path)
            self._unreadable.add(losing.path)
        elif not isinstance(_at(self._data, path), dict | list) or losing.path != path:
            self._without.add(path)

    def _lose_table(self, path: Path) -> None:
        """Take out the table that a problem of the model stands in."""
        losing = owner(path)
        if losing.path and _is_workspace(losing.path):
            self._own_keys.add(losing.path)
        elif losing.path:
            self._without.add(losing.path)
        else:
            self._without.add(path)
        if losing.path:
            self._unreadable.add(losing.path)

    def _lose_reference(self, paths: Iterable[Path]) -> None:
        """Take out attestations for a workspace that is not there.

        Computers keep the name: they stay in the plan, without a workspace.
        """
        for path in paths:
            if path[0] == "attestations":
                self._lose_table(path)
            else:
                self._unreadable.add(path)

    def _lose_own_keys(self, path: Path) -> None:
        """Leave a workspace its name and its tables."""
        table = _at(self._data, path)
        if not isinstance(table, dict):
            self._without.add(path)
            return
        kept = {"name", *sub_tables(path)}
        self._without.update((*path, key) for key in table if key not in kept)

    def _lose_nameless(self, refused: frozenset[Path]) -> None:
        """Take out the workspaces that nothing can refer to."""
        for number, table in enumerate(items(self._data, "workspaces")):
            path: Path = ("workspaces", number)
            name: Path = (*path, "name")
            named = isinstance(table, dict) and "name" in table
            if not named or name in self._without or name in refused:
                self._without.add(path)
                self._unreadable.add(path)

    def _kept(self, key: str) -> tuple[int, ...]:
        if (key,) in self._without:
            return ()
        count = len(items(self._data, key))
        return tuple(number for number in range(count) if (key, number) not in self._without)

    def _pruned(self, node: Any, path: Path) -> Any:
        """Copy what is kept, and share what loses nothing."""
        if path not in self._touched:
            return node
        if isinstance(node, dict):
            return {
                key: self._pruned(value, (*path, key))
                for key, value in node.items()
                if (*path, key) not in self._without
            }
        if isinstance(node, list):
            return [
                self._pruned(item, (*path, number))
                for number, item in enumerate(node)
                if (*path, number) not in self._without
            ]
        return node


def _at(data: Any, path: Path) -> Any:
    node = data
    for part in path:
        if isinstance(node, dict):
            node = node.get(str(part))
        elif isinstance(node, list) and isinstance(part, int) and part < len(node):
            node = node[part]
        else:
            return None
    return node


def _is_workspace(path: Path) -> bool:
    return len(path) == 2 and path[0] == "workspaces"
