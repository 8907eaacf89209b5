"""What could be written where somebody is typing: keys, values and headers, best first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from medv_tui.plan.keys import Key, TableKeys, tables
from medv_tui.planfile.cursor import AtCursor, Role
from medv_tui.planfile.notation import one_line, scalar
from medv_tui.planfile.style import Style
from medv_tui.reference.suggested_values import Known, Suggested, suggested

__all__ = ["CURSOR", "Known", "Proposal", "proposals"]

CURSOR = "\v"
"""Stands in what a proposal writes where the cursor goes; no plan can hold it."""

_ANOTHER = "new"
"""Typed at the start of a line, it lists what can be begun there."""

_REQUIRED, _USUAL, _FEW = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing that could be written."""

    label: str
    """What a list shows, and what is compared with what is typed."""
    detail: str
    """Its type, or what it stands for, in a few words; may be empty."""
    meaning: str
    """What it means, as a sentence; may be empty."""
    insert: str
    """What stands in place of the word, over several lines where it is a table."""


def proposals(at: AtCursor, known: Known) -> list[Proposal]:
    """List what fits a place, what begins with the typed word before what only contains it."""
    if at.role is Role.NOTHING:
        return []
    if at.role is Role.HEADER:
        found = list(_headers(at, known))
    elif at.role is Role.KEY:
        found = [*_keys(at, known), *_new_tables(at, known)]
    else:
        found = list(_values(at, known))
    return _matching(found, at.typed)


def is_whole(at: AtCursor, found: Iterable[Proposal]) -> bool:
    """Whether what is typed is one of the proposals already, so that nothing is to be added.

    A key without its sign is none yet.
    """
    typed = at.quote + at.typed
    if at.role is Role.KEY:
        return any(typed == proposal.insert for proposal in found)
    return any(typed in (proposal.insert, proposal.label) for proposal in found)


def _matching(found: list[Proposal], typed: str) -> list[Proposal]:
    """Keep what begins with a word, then what has it inside, without regard to case.

    The word "new" keeps every table that can be begun.
    """
    wanted = typed.casefold()
    if not wanted:
        return found
    first, later = [], []
    for proposal in found:
        label = proposal.label.strip("[]\"'").casefold()
        if label.startswith(wanted):
            first.append(proposal)
        elif wanted in label or (wanted == _ANOTHER and proposal.detail.startswith(_ANOTHER)):
            later.append(proposal)
    return first + later


def _table(path: str) -> TableKeys | None:
    return next((table for table in tables() if table.path == path), None)


def _keys(at: AtCursor, known: Known) -> Iterator[Proposal]:
    """List the keys of a table that are not there yet, the required ones first."""
    path = ".".join(at.table)
    table = _table(path)
    if table is None:
        yield from _mapped_keys(at, path)
        return
    if not table.keys:
        yield from _inner_keys(at, path, known)
    absent = [key for key in table.keys if key.path not in at.taken]
    for key in sorted(absent, key=_rank):
        kind = f"{key.type} in {key.unit}" if key.unit else key.type
        detail = f"required, {kind}" if key.required else kind
        yield Proposal(key.name, detail, key.description, _statement(at, key.name, _given(key)))


def _inner_keys(at: AtCursor, path: str, known: Known) -> Iterator[Proposal]:
    """List the keys of the tables inside one that has no keys of its own, as dotted keys."""
    for table in tables():
        above, _, name = table.path.rpartition(".")
        if above != path or table.path in known.tables:
            continue
        for key in table.keys:
            if key.path not in at.taken:
                dotted = f"{name}.{key.name}"
                insert = _statement(at, dotted, _given(key))
                yield Proposal(dotted, key.type, key.description, insert)


def _mapped_keys(at: AtCursor, path: str) -> Iterator[Proposal]:
    """List the keys of a host where an inventory says what column or unit one has."""
    if path not in ("inventories.columns", "inventories.units"):
        return
    hosts = _table("hosts")
    keys = hosts.keys if hosts else ()
    for key in keys:
        has_unit = key.unit or path == "inventories.columns"
        if has_unit and f"{path}.{key.name}" not in at.taken:
            insert = _statement(at, key.name, f'"{CURSOR}"')
            yield Proposal(key.name, key.type, key.description, insert)


def _rank(key: Key) -> int:
    if key.required:
        return _REQUIRED
    return _FEW if key.name in _SELDOM else _USUAL


_SELDOM = frozenset({"notes", "excluded", "count", "format"})


def _given(key: Key) -> str:
    """Write the value that a new key starts with: its default, or what is still to be typed."""
    default = tuple(key.default) if isinstance(key.default, list) else key.default
    if isinstance(default, float):
        return f"{default:g}"
    if isinstance(default, bool | int | str):
        return scalar(default)
    if isinstance(default, tuple):
        return one_line(default)
    if key.type.startswith("list"):
        return f"[{CURSOR}]"
    if key.type.startswith("table"):
        return f"{{ {CURSOR} }}"
    return f'"{CURSOR}"' if key.type in ("text", "one of the choices") else CURSOR


def _statement(at: AtCursor, name: str, value: str) -> str:
    """Write a key in the manner of the table's others; alone where its sign is there already."""
    if at.has_sign:
        return name
    if at.in_braces:
        return f"{name} = {value}"
    return at.style.start(name).removeprefix(at.style.indent) + value


def _headers(at: AtCursor, known: Known) -> Iterator[Proposal]:
    """List the headers that a plan can have and that are not there yet."""
    for table in _absent(at, known):
        if table.many or at.quote == "[":
            yield _header(table, at, known, detail="another one" if table.many else "table")


def _new_tables(at: AtCursor, known: Known) -> Iterator[Proposal]:
    """List the tables that could begin on this line."""
    if at.in_braces or at.has_sign or at.start != len(at.style.indent):
        return
    for table in _absent(at, known):
        yield _header(table, at, known, detail=_NEW.get(table.path, "new table"))


def _absent(at: AtCursor, known: Known) -> list[TableKeys]:
    """List tables that can still be begun: parts of the one above, lists, and all others."""
    around = at.table[0] if at.table else ""

    def rank(table: TableKeys) -> tuple[bool, bool, bool]:
        root, inner = table.path.partition(".")[::2]
        is_part = bool(inner) and root == around
        return not is_part, bool(inner), not table.many

    able = (table for table in tables() if table.path and table.keys)
    return sorted((t for t in able if t.many or t.path not in known.tables), key=rank)


_NEW = {
    "hosts": "new host",
    "workspaces": "new workspace",
    "workspaces.applications": "new application",
    "inventories": "new inventory",
    "attestations": "new attestation",
}


def _header(table: TableKeys, at: AtCursor, known: Known, detail: str) -> Proposal:
    """Write a header with the keys that its table means nothing without.

    Another table of the same list is written in the manner of the one above.
    """
    style = at.style if ".".join(at.table) == table.path else Style("", None)
    header = f"[[{table.path}]]" if table.many else f"[{table.path}]"
    lines = [header]
    required = [key for key in table.keys if key.required]
    for number, key in enumerate(required):
        first = key.choices[0] if key.choices else CURSOR if number == 0 else ""
        lines.append(f'{style.start(key.name)}"{first}"')
    if table.path == "hosts" and len(known.workspaces) == 1:
        lines.append(style.start("workspace") + scalar(known.workspaces[0]))
    if not required:
        lines.append(style.indent + CURSOR)
    return Proposal(header, detail, table.description, "\n".join(lines))


def _values(at: AtCursor, known: Known) -> Iterator[Proposal]:
    """List the values of a key that are known beforehand."""
    path = ".".join((*at.table, at.key))
    for value in suggested(path, known):
        if not (at.in_list and str(value.value) in at.taken):
            yield _value(value, at)


def _value(value: Suggested, at: AtCursor) -> Proposal:
    like = at.quote or ('"' if isinstance(value.value, str) else "")
    insert = scalar(value.value, like)
    return Proposal(value.label or insert.strip("\"'"), value.detail, value.meaning, insert)
