"""What a CSV file of computers was understood to say, before anything of it is used."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median_low
from typing import Any

from medv_tui.findings import Level, Verdict
from medv_tui.inventory.detected import ColumnUnit, ColumnUse, Detected
from medv_tui.inventory.read import Rows
from medv_tui.inventory.sizes import SIZE_KEYS
from medv_tui.plan.plan import Assign, Inventory
from medv_tui.practices.topics.host_windows import EDITIONS
from medv_tui.reports.clean import clean
from medv_tui.reports.marks import LEVEL_MARKS, Paint
from medv_tui.reports.text import counted
from medv_tui.reports.wrap import cells, fitted, wrapped
from medv_tui.review.review import Review

FIRST_ROWS = 5
"""Rows that are shown as they will be read."""
MOST_PROBLEMS = 20
MOST_VALUES = 4
"""Different values of a fact that are told one by one."""
STALE_DAYS = 90
"""Days without a word from a computer after which it may be gone."""

WANTED = ("os", "edition", "service_pack", "ram_mb", "free_disk_gb", "users")
"""Facts without which most verdicts stay open."""
_COUNTED = ("os", "edition", "service_pack", "architecture", "server", "domain", "model")
_SHOWN = ("workspace", "os", "edition", "service_pack", "architecture", "ram_mb", "free_disk_gb")
_SEPARATORS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_LABEL = 14
_WIDEST_HEADER = 34
_NAME_CELLS = 16


def import_report(
    rows: Rows,
    inventory: Inventory,
    given: Collection[str],
    as_of: date,
    *,
    remedy: str,
    width: int,
    colour: bool,
) -> str:
    """Write what was detected; the text ends in a line feed.

    `given` names the facts that `[host_defaults]` fills, so that nobody asks for them; `remedy`
    says how columns and units are told to whoever shows the report.
    """
    writer = _Report(rows, inventory, frozenset(given), as_of, remedy, width, Paint(colour))
    sections = [list(section) for section in writer.sections()]
    return "\n\n".join("\n".join(section) for section in sections if section) + "\n"


def lacking(rows: Rows, key: str, given: Collection[str]) -> int:
    """Count the computers of which nothing tells a fact."""
    if key in given:
        return 0
    column = rows.columns.get(key)
    return len(rows.names) if column is None else sum(value is None for value in column)


@dataclass(frozen=True, slots=True)
class _Report:
    """Writes the sections of one report."""

    rows: Rows
    inventory: Inventory
    given: frozenset[str]
    as_of: date
    remedy: str
    width: int
    paint: Paint

    def sections(self) -> Iterator[Iterable[str]]:
        """Give every section as lines; empty ones are left out."""
        detected = self.rows.detected
        if detected is not None:
            yield self._file(detected)
            yield self._columns(detected)
            yield self._values()
            yield self._workspaces(detected)
            yield self._first_rows()
        yield self._problems()
        if detected is not None:
            yield self._wary()
            yield self._missing()

    def _file(self, found: Detected) -> Iterator[str]:
        """What the file is."""
        computers = counted(len(self.rows.names), "computer")
        yield self.paint.strong(clean(self.rows.file))
        separator = _SEPARATORS.get(found.separator, f'"{clean(found.separator)}"')
        yield from self._labelled("Encoding", found.encoding)
        yield from self._labelled("Separator", separator)
        yield from self._labelled("Header row", f"line {found.header_line:,}")
        text = f"{found.rows:,} below the header row, {computers}"
        left = found.rows - len(self.rows.names)
        if left:
            others = f"{left:,} others are left out or belong"
            others = "1 other is left out or belongs" if left == 1 else others
            text += f"; {others} to a computer that is named before"
        yield from self._labelled("Rows", text)

    def _columns(self, found: Detected) -> Iterator[str]:
        """What becomes of each column."""
        yield self.paint.strong("Columns")
        widest = max((cells(clean(use.header)) for use in found.columns), default=0)
        room = min(widest, _WIDEST_HEADER)
        for use in found.columns:
            indent = " " * (room + 4)
            header = fitted(clean(use.header), room)
            yield from wrapped(self._use(use), self.width, f"  {header}  ", indent)

    def _use(self, use: ColumnUse) -> str:
        if use.meaning is None:
            return "not used"
        if use.meaning in SIZE_KEYS:
            return f"{use.meaning}, {_unit(use.unit)}"
        return use.meaning

    def _values(self) -> Iterator[str]:
        """What the columns say, in counts."""
        columns = self.rows.columns
        told = [
            *((key, _counts) for key in _COUNTED if key in columns),
            *((key, _spread) for key in SIZE_KEYS if key in columns),
            *((key, _counts) for key in ("users",) if key in columns),
        ]
        if told and self.rows.names:
            yield self.paint.strong("What they say")
            for key, summary in told:
                yield from self._labelled(f"  {key}", summary(columns[key]))

    def _workspaces(self, found: Detected) -> Iterator[str]:
        """How many computers get a workspace from where."""
        assigned = found.assigned
        yield self.paint.strong("Workspaces")
        if assigned.by_row:
            yield from self._tally(assigned.by_row, "from the file's own column")
        for number, rule in enumerate(self.inventory.assign):
            yield from self._tally(assigned.by_rule[number], f"rule {number + 1}, {in_words(rule)}")
        if self.inventory.workspace and (assigned.by_inventory or assigned.by_rule):
            yield from self._tally(
                assigned.by_inventory, f'all others: "{self.inventory.workspace}"'
            )
        elif self.inventory.workspace:
            yield from self._tally(assigned.by_inventory, f'"{self.inventory.workspace}"')
        if assigned.nowhere:
            default = "workspace" in self.given
            where = "what [host_defaults] says" if default else "none, so they are unassigned"
            yield from self._tally(assigned.nowhere, where)

    def _tally(self, number: int, what: str) -> list[str]:
        first = f"  {number:>9,}  "
        return wrapped(clean(what), self.width, first, " " * len(first))

    def _first_rows(self) -> Iterator[str]:
        """The first rows as they will be read."""
        if not self.rows.names:
            return
        yield self.paint.strong("First rows, as they are read")
        keys = [key for key in (*_SHOWN, "users", "site") if key in self.rows.columns]
        table = [["name", *keys]]
        for row, name in enumerate(self.rows.names[:FIRST_ROWS]):
            table.append([name, *(_shown(self.rows.columns[key][row]) for key in keys)])
        widths = [min(_NAME_CELLS, max(map(cells, column))) for column in zip(*table, strict=True)]
        for line in table:
            parts = (fitted(clean(cell), room) for cell, room in zip(line, widths, strict=True))
            yield fitted("  " + "  ".join(parts), self.width).rstrip()

    def _problems(self) -> Iterator[str]:
        """What could not be read, with its line."""
        problems = sorted(self.rows.problems, key=lambda problem: list(Level).index(problem.level))
        if not problems:
            return
        levels = Counter(problem.level for problem in problems)
        said = ", ".join(counted(levels[level], level.value) for level in Level if levels[level])
        yield self.paint.strong(f"Problems: {said}")
        for problem in problems[:MOST_PROBLEMS]:
            mark = LEVEL_MARKS[problem.level]
            where = "" if problem.where is None else f"Line {problem.where.line:,}: "
            first = f"  {self.paint.mark(mark)} "
            yield from wrapped(f"{where}{clean(problem.message)}", self.width, first, "    ")
        if len(problems) > MOST_PROBLEMS:
            yield f"    and {len(problems) - MOST_PROBLEMS:,} more"
        if levels[Level.ERROR]:
            yield from wrapped(self.remedy, self.width, "  ", "  ")

    def _wary(self) -> Iterator[str]:
        """Computers that an inventory holds and a plan for MED-V may not want."""
        said = [
            (self._number("server", lambda server: server is True), "servers"),
            (
                self._number("os", lambda name: name != "Windows 7"),
                "of another system than Windows 7",
            ),
            (
                self._number("edition", lambda edition: edition not in EDITIONS),
                f"of an edition other than {', '.join(sorted(EDITIONS))}",
            ),
            (
                self._number("last_seen", self._is_stale),
                f"last seen more than {STALE_DAYS} days before {self.as_of}",
            ),
        ]
        if any(number for number, _ in said):
            yield self.paint.strong("Take care")
            for number, what in said:
                if number:
                    yield from self._tally(number, what)

    def _is_stale(self, seen: date) -> bool:
        return (self.as_of - seen).days > STALE_DAYS

    def _number(self, key: str, wanted: Callable[[Any], bool]) -> int:
        """Count the computers whose fact is known and of some kind."""
        values = self.rows.columns.get(key, ())
        return sum(value is not None and wanted(value) for value in values)

    def _missing(self) -> Iterator[str]:
        """Facts that the verdicts will lack."""
        absent = [(key, lacking(self.rows, key, self.given)) for key in WANTED]
        if any(number for _, number in absent):
            yield self.paint.strong("Not known, and needed for a verdict")
            for key, number in absent:
                if number:
                    share = "every computer" if number == len(self.rows.names) else ""
                    yield self._line_of(key, share or counted(number, "computer"))

    def _line_of(self, key: str, whose: str) -> str:
        return f"  {key:<{_LABEL}} of {whose}"

    def _labelled(self, label: str, text: str) -> list[str]:
        first = f"{label:<{_LABEL}} "
        return wrapped(clean(text), self.width, first, " " * len(first))


def in_words(rule: Assign) -> str:
    """Say which rows a rule takes, and where they go."""
    conditions = [
        f"{key} {value}"
        for key, value in (("site", rule.site), ("name", rule.name), ("model", rule.model))
        if value is not None
    ]
    if rule.column is not None or rule.equals is not None:
        conditions.append(f"{rule.column or '?'} equal to {rule.equals or '?'}")
    return f'{" and ".join(conditions) or "every row"}: "{rule.workspace}"'


def _unit(unit: ColumnUnit | None) -> str:
    if unit is None:
        return "left out: its unit is not known"
    return f"in {unit.unit}, as {unit.told_by} says" if unit.unit else "in the unit of each cell"


def _counts(values: Sequence[Any]) -> str:
    """Count the values, the most frequent first."""
    counts = Counter(value for value in values if value is not None)
    said = [f"{_shown(value)} ({number:,})" for value, number in counts.most_common(MOST_VALUES)]
    if len(counts) > MOST_VALUES:
        said.append(counted(len(counts) - MOST_VALUES, "other"))
    unknown = len(values) - counts.total()
    return ", ".join([*said, *([f"unknown ({unknown:,})"] if unknown else [])])


def _spread(values: Sequence[Any]) -> str:
    """Give the smallest, the middle and the largest size."""
    known = [value for value in values if value is not None]
    unknown = len(values) - len(known)
    said = ["unknown" if not known else ""]
    if known:
        low, middle, high = map(_shown, (min(known), median_low(known), max(known)))
        said = [f"from {low} to {high}, half of them up to {middle}"]
    return ", ".join([*said, *([f"unknown ({unknown:,})"] if unknown and known else [])])


def _shown(value: Any) -> str:
    """Write one value as a person reads it."""
    if value is None:
        return "?"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:,.1f}"
    if isinstance(value, int):
        return f"{value:,}"
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def changes(before: Review, after: Review) -> str:
    """Say how many computers there are of each verdict before and after; ends in a line feed."""
    old, new = before.hosts.counts, after.hosts.counts
    lines = [f"{'Computers':<{_LABEL}}{before.hosts.total:>12,} now{after.hosts.total:>12,} then"]
    lines += [
        f"  {verdict.value:<{_LABEL - 2}}{old[verdict]:>12,}    {new[verdict]:>12,}"
        for verdict in Verdict
        if old[verdict] or new[verdict]
    ]
    return "".join(f"{line}\n" for line in lines)
