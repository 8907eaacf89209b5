"""What the key under the cursor means, what reads it, and what the plan makes of it."""

import textwrap
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from medv_tui.findings import Finding, Path, Severity, Status
from medv_tui.plan.keys import Key, TableKeys, key, tables
from medv_tui.plan.settings import SETTINGS
from medv_tui.planfile.notation import one_line
from medv_tui.practices import sizing
from medv_tui.practices.catalogue import CATALOGUE
from medv_tui.practices.practice import Practice
from medv_tui.practices.subjects import FLEET, HOSTS, WORKSPACES
from medv_tui.reports.clean import clean
from medv_tui.review.hosts import HostReview
from medv_tui.review.review import Review
from medv_tui.tui.line import CUT, Line, Part, cut
from medv_tui.tui.present import MUTED, Mark, count, signed, status_mark

LABEL_CELLS = 10
_HOST_DEFAULTS = "host_defaults."
_LARGE = 1_000_000
"""From here on a limit only keeps slips of the keyboard out, and says nothing about MED-V."""

_KEPT_FIRST = ("now", "type", "if not", "gives", "practice", "absent", "source")
"""Labels by what is kept where there is little room."""

_SAYS_ITSELF = "if absent"
"""Stands in the sentence of a key that says what holds without it."""

_TOPICS = {setting.path: setting.source.topics for setting in SETTINGS}


class Row(NamedTuple):
    """One labelled statement."""

    label: str
    text: str
    mark: Mark | None = None


class KeyHelp(NamedTuple):
    """What there is to say of one key or table."""

    name: str
    table: str
    """The table that the key stands in; of a table, how it is written."""
    sentence: str
    rows: tuple[Row, ...] = ()


def key_help(path: Path, review: Review | None = None) -> KeyHelp | None:
    """Explain a key or table of the plan, or the nearest one around it; None for the root.

    With a review of the plan, also what it makes of the key.
    """
    while path:
        names = [part for part in path if isinstance(part, str)]
        dotted = ".".join(names)
        table = _tables().get(dotted)
        if table is not None:
            header = f"[[{dotted}]]" if table.many else f"[{dotted}]"
            return KeyHelp(names[-1], header, table.description)
        try:
            known = key(dotted)
        except KeyError:
            path = path[:-1]
        else:
            found = () if review is None else _found(path, review)
            about = (*_values(known), *found, *_practices(dotted))
            return KeyHelp(known.name, ".".join(names[:-1]), known.description, about)
    return None


def lines(said: KeyHelp, cells: int, height: int) -> list[Line]:
    """Draw it in so many rows: the whole sentence, then what matters most of the rest."""
    sentence = _wrapped(said.sentence, cells, max(1, height))
    room = height - len(sentence) - 1
    kept = sorted(said.rows, key=lambda row: _KEPT_FIRST.index(row.label))[: max(0, room)]
    shown = [row for row in said.rows if row in kept]
    drawn: list[Line] = [(Part(text),) for text in sentence]
    if shown:
        drawn.append(())
    spare = room - len(shown)
    for row in shown:
        text = _wrapped(row.text, _room(row, cells), 1 + spare)
        spare -= len(text) - 1
        drawn += _labelled(row, text)
    return drawn


def _tables() -> dict[str, TableKeys]:
    return {table.path: table for table in tables() if table.path}


def _room(row: Row, cells: int) -> int:
    """Cells for the text of a row, behind its label and mark."""
    return max(1, cells - LABEL_CELLS - (0 if row.mark is None else 2))


def _wrapped(text: str, cells: int, most: int) -> list[str]:
    """Break a text into so many rows at most; a name with hyphens stays whole where it can."""
    text = clean(text)
    if most == 1:
        return [cut(text, cells)]
    return textwrap.wrap(text, cells, break_on_hyphens=False, max_lines=most, placeholder=CUT) or [
        ""
    ]


def _labelled(row: Row, text: Sequence[str]) -> Iterator[Line]:
    """Draw one statement behind its label."""
    mark = () if row.mark is None else (row.mark.part, Part(" "))
    indent = " " * (LABEL_CELLS + len(mark))
    for number, piece in enumerate(text):
        if number:
            yield (Part(indent), Part(piece))
        else:
            yield (Part(f"{row.label:<{LABEL_CELLS}}", MUTED), *mark, Part(piece))


def _values(known: Key) -> Iterator[Row]:
    """Say what may be written, and what holds where nothing is."""
    kind = f"{known.type} in {known.unit}" if known.unit else known.type
    if known.choices:
        kind = f"{'any' if known.type.startswith('list') else 'one'} of {', '.join(known.choices)}"
    limits = _limits(known.minimum, known.maximum)
    yield Row("type", f"{kind}, {limits}" if limits else kind)
    if known.required:
        yield Row("absent", "not allowed: its table means nothing without it")
    elif known.default is None:
        if _SAYS_ITSELF in known.description:
            return
        never = {
            "true or false": ", never false",
            "whole number": ", never 0",
            "number": ", never 0",
        }
        yield Row("absent", f"unknown{never.get(known.type, '')}")
    else:
        yield Row("absent", _default(known.default))


def _default(value: object) -> str:
    """Write a default as it would stand in a plan."""
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, bool | int | str):
        return one_line(value)
    return one_line(tuple(value)) if isinstance(value, list | tuple) else str(value)


def _limits(minimum: float | None, maximum: float | None) -> str:
    """Write limits that say something about MED-V."""
    least = "" if not minimum else f"{minimum:g} or more"
    if maximum is None or maximum >= _LARGE:
        return least
    return f"at most {maximum:g}" if minimum is None else f"{minimum:g} to {maximum:g}"


def _practices(dotted: str) -> Iterator[Row]:
    """Name the practices that read a key, the strongest with what happens otherwise."""
    fact = dotted.replace(_HOST_DEFAULTS, HOSTS, 1)
    reading = sorted(_readers(fact), key=lambda practice: practice.severity.rank)
    topics = _TOPICS.get(dotted, ())
    if reading:
        first = reading[0]
        more = f" and {count(len(reading) - 1, 'other')}" if len(reading) > 1 else ""
        yield Row("practice", f"{first.severity.value}: {first.title}{more}")
        yield Row("if not", f"{first.why} (Inferred.)" if first.inferred else first.why)
        topics = topics or first.source.topics
    if topics:
        yield Row("source", topics[0])


def _readers(fact: str) -> list[Practice]:
    """Find the practices whose answer can depend on a fact, each id once."""
    facts = {fact}
    if fact in sizing.PARTS:
        facts.add(sizing.NEED)
    if fact.startswith(HOSTS):
        name = fact.removeprefix(HOSTS)
        facts |= {f"{FLEET}{name}", f"{FLEET}workspace.{name}"}
    found = {p.id: p for p in reversed(CATALOGUE) if not facts.isdisjoint(p.facts)}
    return list(found.values())[::-1]


def _found(path: Path, review: Review) -> Iterator[Row]:
    """Say what a review makes of a key."""
    host = _host(path, review)
    yield from _now(path, review, host)
    yield from _gives(path, review, host)


def _now(path: Path, review: Review, host: HostReview | None) -> Iterator[Row]:
    """Say the worst of what is wrong with a key as it stands."""
    found: Iterable[Finding] = (item.finding for item in review.items)
    if host is not None:
        found = host.findings
    failing = [f for f in found if f.path == path and f.status is Status.FAILING]
    if failing:
        worst = min(failing, key=lambda finding: finding.severity.rank)
        least = worst.severity if worst.severity is Severity.MUST else Severity.SHOULD
        yield Row("now", worst.message, status_mark(Status.FAILING, least))


def _gives(path: Path, review: Review, host: HostReview | None) -> Iterator[Row]:
    """Say what the plan derives from a key, where that is one figure."""
    dotted = ".".join(part for part in path if isinstance(part, str))
    if host is not None and host.guest_memory_mb is not None and dotted == f"{HOSTS}ram_mb":
        yield Row("gives", f"{host.guest_memory_mb:,} MB of memory to the guest")
    if host is not None and host.disk is not None:
        planned = host.disk.need.planned.value
        if dotted == f"{HOSTS}users" and planned is not None:
            yield Row("gives", f"{planned:,.2f} GB planned on this computer")
        if dotted == f"{HOSTS}free_disk_gb" and host.disk.headroom_gb is not None:
            yield Row("gives", f"{signed(host.disk.headroom_gb)} GB of headroom")
    if dotted in _SIZES:
        yield from _workspace_gives(path, review)


_SIZES = frozenset(
    WORKSPACES + name
    for name in ("image.vhd_gb", "differencing_disk_gb", "saved_state_gb", "package_gb")
)


def _workspace_gives(path: Path, review: Review) -> Iterator[Row]:
    """Say what a workspace needs on all its computers."""
    indexes = review.hosts.subjects.indexes["workspaces"]
    names = {
        index: workspace.name
        for index, workspace in zip(indexes, review.plan.workspaces, strict=True)
    }
    for disk in review.disk.workspaces:
        if disk.name == names.get(int(path[1])) and disk.hosts:
            least = "at least " if disk.hosts_unknown else ""
            computers = count(disk.hosts, "computer")
            yield Row("gives", f"{least}{disk.planned_gb:,.1f} GB planned on {computers}")


def _host(path: Path, review: Review) -> HostReview | None:
    """Work out the computer whose table a path leads into, if there is one."""
    if len(path) < 3 or path[0] != "hosts" or not isinstance(path[1], int):
        return None
    indexes = review.hosts.subjects.indexes["hosts"]
    row = bisect_left(indexes, path[1])
    if row == len(indexes) or indexes[row] != path[1]:
        return None
    return review.hosts.review(row)
