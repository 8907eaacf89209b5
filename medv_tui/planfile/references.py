"""What one table of a plan says of another: equal names, and workspaces that are named."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any, NamedTuple

from medv_tui.findings import Level, Path, Problem, Related, RenameKey, SetAll, SetValue
from medv_tui.plan.computer_name import against_name
from medv_tui.plan.host import Host
from medv_tui.plan.plan import FILE_FACTS
from medv_tui.planfile.complaints import place
from medv_tui.planfile.host_names import HostNames
from medv_tui.planfile.positions import Spans
from medv_tui.planfile.spelling import nearest
from medv_tui.planfile.values import toml
from medv_tui.problem_codes import Code

_NAMING = {
    "hosts": ("host", "hosts"),
    "host_defaults": ("the host defaults", ""),
    "inventories": ("place of the inventories", "places of the inventories"),
    "attestations": ("attestation", "attestations"),
}


_LISTS = ("inventories", "attestations")
"""Besides the hosts, the lists whose tables name workspaces."""


MOST_REMARKS = 100
"""Impossible names that are told one by one; one more remark counts the rest."""


class Reference(NamedTuple):
    """A workspace that is named outside [[workspaces]]."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class Workspaces:
    """The workspace names that a text knows."""

    names: tuple[str, ...]
    """Of all [[workspaces]] tables in the text, healthy or not."""
    complete: bool
    """Whether all names could be read; if not, no name can be called unknown."""

    @property
    def folded(self) -> frozenset[str] | None:
        """All names without regard to case; None where some could not be read."""
        return frozenset(name.casefold() for name in self.names) if self.complete else None


def items(data: Mapping[str, Any], key: str) -> Sequence[Any]:
    """Give the list of tables under a key of the root; empty where there is none."""
    found = data.get(key)
    return found if isinstance(found, list) else ()


def workspaces_of(data: Mapping[str, Any], complete: bool) -> Workspaces:
    """List the names of all workspaces in the data."""
    tables = [table for table in items(data, "workspaces") if isinstance(table, dict)]
    names = tuple(name for table in tables if isinstance(name := table.get("name"), str) and name)
    return Workspaces(names, complete and len(names) == len(items(data, "workspaces")))


def second_names(data: Mapping[str, Any], key: str, spans: Spans) -> Iterator[Problem]:
    """Find tables of a list whose name an earlier one has, without regard to case."""
    first: dict[str, int] = {}
    for number, table in enumerate(items(data, key)):
        name = table.get("name") if isinstance(table, dict) else None
        if not isinstance(name, str) or not name:
            continue
        earlier = first.setdefault(name.casefold(), number)
        if earlier == number:
            continue
        path: Path = (key, number, "name")
        at = spans.locate((key, earlier, "name"))
        related = (Related("", at, "It stands here first."),) if at else ()
        spelled = items(data, key)[earlier]["name"]
        there = f"line {at.line:,} has this name already" if at else "this name is there already"
        case = "" if spelled == name else f", as {toml(spelled)}"
        message = f"{key}[{number}] {toml(name)}: {there}{case}."
        where = spans.locate(path)
        yield Problem(Level.ERROR, Code.DUPLICATE_NAME, message, path, "", where, related)


def impossible_names(data: Mapping[str, Any], hosts: HostNames, spans: Spans) -> Iterator[Problem]:
    """Remark on computers that cannot be called so; they count all the same."""
    if not hosts.impossible:
        return
    tables = enumerate(items(data, "hosts"))
    found = [number for number, table in tables if _is_called(table, hosts.impossible)]
    for number in found[:MOST_REMARKS]:
        path: Path = ("hosts", number, "name")
        against = against_name(items(data, "hosts")[number]["name"])
        message = f"{place(path, data)}no computer can be called so: {against}."
        where = spans.locate(path)
        yield Problem(Level.WARNING, Code.COMPUTER_NAME, message, path, where=where)
    if len(found) > MOST_REMARKS:
        rest = f"There are {len(found) - MOST_REMARKS:,} more impossible names of computers."
        path = ("hosts", found[MOST_REMARKS], "name")
        yield Problem(Level.WARNING, Code.COMPUTER_NAME, rest, path, where=spans.locate(path))


def _is_called(table: Any, names: Set[str]) -> bool:
    """Whether a table is that of one computer with one of these names."""
    return isinstance(table, dict) and table.get("count", 1) == 1 and table.get("name") in names


class Nowhere(NamedTuple):
    """A workspace that is named and not there."""

    problem: Problem
    """The one for all places that name it; it stands on the first."""
    paths: tuple[Path, ...]
    """Every key that names it."""


def unknown_workspaces(
    data: Mapping[str, Any], known: Workspaces, hosts: HostNames, spans: Spans
) -> Iterator[Nowhere]:
    """Find the workspaces that are named and that the text, whose hosts say this, does not have."""
    folded = known.folded
    if folded is None:
        return
    named: dict[str, list[Reference]] = {}
    spelled = frozenset(known.names)
    lists = _LISTS if hosts.workspaces <= spelled else ("hosts", *_LISTS)
    for reference in references(data, spelled, lists):
        fold = reference.name.casefold()
        if fold not in folded:
            named.setdefault(fold, []).append(reference)
    for mine in named.values():
        paths = tuple(reference.path for reference in mine)
        yield Nowhere(_unknown(mine[0].name, paths, data, known, spans), paths)


def _unknown(
    name: str, paths: tuple[Path, ...], data: Mapping[str, Any], known: Workspaces, spans: Spans
) -> Problem:
    """Tell of one workspace that is not there, however often it is named."""
    near = nearest(name, known.names)
    hint = f"did you mean {toml(near)}?" if near else "add [[workspaces]] or correct the name."
    fix: SetValue | SetAll | None = None
    if len(paths) == 1:
        message = f"{place(paths[0], data)}there is no workspace {toml(name)}; {hint}"
        fix = SetValue(paths[0], near) if near else None
    else:
        message = f"{_who(paths)} name the workspace {toml(name)}, which is not there; {hint}"
        fix = SetAll(paths, near) if near else None
    related: tuple[Related, ...] = ()
    if near:
        named = spans.locate(("workspaces", known.names.index(near), "name"))
        related = (Related("", named, f"{toml(near)} is here."),) if named else ()
    others = (spans.locate(path) for path in paths[1:])
    related += tuple(Related("", where, "It is named here too.") for where in others if where)
    return Problem(
        Level.ERROR,
        Code.UNKNOWN_WORKSPACE,
        message,
        paths[0],
        where=spans.locate(paths[0]),
        related=related,
        fix=fix,
    )


def _who(paths: Sequence[Path]) -> str:
    """Count what names a workspace: `12 hosts and 1 inventory`."""
    words: list[str] = []
    for key, (one, many) in _NAMING.items():
        count = sum(path[0] == key for path in paths)
        if count and key == "host_defaults":
            words.append(one)
        elif count:
            words.append(f"{count:,} {one if count == 1 else many}")
    return " and ".join((", ".join(words[:-1]), words[-1]) if len(words) > 1 else words)


def references(
    data: Mapping[str, Any],
    known: frozenset[str] = frozenset(),
    lists: Sequence[str] = ("hosts", *_LISTS),
) -> Iterator[Reference]:
    """List the workspace names in the host defaults and these lists but those known as spelled."""
    yield from _reference(data.get("host_defaults"), ("host_defaults",))
    for key in lists:
        for number, table in enumerate(items(data, key)):
            if isinstance(table, dict) and _text(table.get("workspace")) not in known:
                yield from _reference(table, (key, number))
            if key == "inventories" and isinstance(table, dict):
                for rule, assign in enumerate(items(table, "assign")):
                    yield from _reference(assign, (key, number, "assign", rule))


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _reference(table: Any, path: Path) -> Iterator[Reference]:
    name = table.get("workspace") if isinstance(table, dict) else None
    if isinstance(name, str) and name:
        yield Reference((*path, "workspace"), name)


def waivers_without_reason(
    data: Mapping[str, Any], broken: frozenset[Path], spans: Spans
) -> Iterator[Problem]:
    """Find attestations that waive a practice and do not say why."""
    hurt = {path[:2] for path in broken}
    for number, table in enumerate(items(data, "attestations")):
        path: Path = ("attestations", number)
        if not isinstance(table, dict) or path in hurt:
            continue
        if table.get("status") == "waived" and "reason" not in table:
            whole = (*path, "reason")
            message = f"{place(whole, data)}reason is missing; a waiver says why."
            where = spans.locate(path)
            yield Problem(Level.ERROR, Code.MISSING_KEY, message, whole, where=where)


def unknown_columns(data: Mapping[str, Any], spans: Spans) -> Iterator[Problem]:
    """Find columns and units of inventories whose key is no key of a host."""
    keys = tuple(Host.model_fields)
    for number, table in enumerate(items(data, "inventories")):
        for kind in ("columns", "units"):
            known = (*keys, *FILE_FACTS) if kind == "columns" else keys
            mapping = table.get(kind) if isinstance(table, dict) else None
            if not isinstance(mapping, dict):
                continue
            for key in mapping:
                if key in known:
                    continue
                path: Path = ("inventories", number, kind, key)
                near = nearest(key, known)
                hint = f"; did you mean {near}?" if near else "."
                message = f"{place(path, data)}{key} is not a key of hosts{hint}"
                where = spans.key(path) or spans.locate(path)
                fix = RenameKey(path, near) if near and near not in mapping else None
                yield Problem(Level.ERROR, Code.UNKNOWN_KEY, message, path, where=where, fix=fix)
