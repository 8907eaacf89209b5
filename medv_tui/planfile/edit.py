"""What a person or a fix wants of a plan, as replacements in its text.

Only what has to change is replaced. Every edit is read again before it is given away: the new
text must say exactly what the old one said, with the one change that was asked for.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import reduce
from typing import TypeAlias

from medv_tui.findings import (
    AddItem,
    AddTable,
    Attest,
    DuplicateTable,
    Intent,
    Path,
    RemoveKey,
    RenameKey,
    Reorder,
    Rewrite,
    SetAll,
    SetValue,
    Value,
)
from medv_tui.planfile.block_reader import BlockReader, read_in_pieces
from medv_tui.planfile.expectation import Data, at, plain, same, with_table, with_value, without
from medv_tui.planfile.key_name import call_key, says_the_same
from medv_tui.planfile.layout import Layout
from medv_tui.planfile.look import Look, Replacements, worked_out
from medv_tui.planfile.new_tables import another_table, copied_table
from medv_tui.planfile.notation import shown
from medv_tui.planfile.removal import remove
from medv_tui.planfile.replacement import EditRefusedError, Replacement, apply, difference
from medv_tui.planfile.rewriting import rewritten
from medv_tui.planfile.syntax import Reading
from medv_tui.planfile.tables import model_at, nested
from medv_tui.planfile.writing import (
    add_inline_table,
    add_item,
    is_broken,
    list_changed,
    list_length,
    set_value,
)

__all__ = ["EditRefusedError", "Replacement", "apply", "edit"]

_Plain: TypeAlias = (
    SetValue | SetAll | AddItem | RemoveKey | Reorder | AddTable | DuplicateTable | Attest
)
"""Intents that the data before them decide."""

_Known: TypeAlias = _Plain | RenameKey
"""Intents that are about what can be read."""

_ATTESTATIONS = ("attestations",)


def edit(text: str, intent: Intent, reader: BlockReader | None = None) -> Replacements:
    """Give the replacements that carry an intent out, in order and not overlapping.

    There are none where the plan says so already. Works while other statements are broken. A
    reader that knows the text, or one much like it, makes this much faster in a large plan.

    Raises EditRefusedError, with a sentence, where the change cannot be made safely.
    """
    reader = reader or BlockReader()
    if isinstance(intent, Rewrite):
        return rewritten(text, intent, reader)
    reading = reader.read(text)

    def change(look: Look) -> Sequence[Replacement]:
        return _changes(look.layout, _moved(intent, look))

    def verify(changes: Replacements) -> None:
        _verify(reading, reader.read(apply(text, changes)), intent)

    try:
        return worked_out(text, reading, _paths(intent), change, verify)
    except RecursionError as error:
        raise EditRefusedError("The plan is nested too deeply to be changed.") from error


def _paths(intent: _Known) -> tuple[Path, ...]:
    """Give the paths that an intent is about."""
    match intent:
        case SetAll(paths):
            return paths
        case Attest():
            return (_ATTESTATIONS,)
        case _:
            return (intent.path,)


def _moved(intent: _Known, look: Look) -> _Known:
    """Give an intent as one for the text that is looked at."""
    match intent:
        case SetAll(paths):
            return replace(intent, paths=tuple(map(look.path, paths)))
        case Attest():
            return intent
        case _:
            return replace(intent, path=look.path(intent.path))


def _changes(layout: Layout, intent: _Known) -> Sequence[Replacement]:
    match intent:
        case SetValue() | SetAll() | Reorder():
            paths, value = _written(intent)
            changes = (change for path in paths for change in set_value(layout, path, value))
            return sorted(changes, key=lambda change: change.start)
        case AddItem(path, value):
            return add_item(layout, path, value)
        case RemoveKey() | RenameKey():
            return _without_or_called(layout, intent)
        case AddTable(path, values):
            return _added(layout, path, values)
        case DuplicateTable():
            return _duplicated(layout, intent)
        case Attest():
            return _attested(layout, intent)


def _without_or_called(layout: Layout, intent: RemoveKey | RenameKey) -> Sequence[Replacement]:
    if isinstance(intent, RenameKey):
        return call_key(layout, intent.path, intent.name)
    return remove(layout, intent.path)


def _written(intent: SetValue | SetAll | Reorder) -> tuple[tuple[Path, ...], Value]:
    """Give the keys that an intent writes, and the value that they all get."""
    match intent:
        case SetAll(paths, value):
            return paths, value
        case SetValue(path, value) | Reorder(path, value):
            return (path,), value


def _added(
    layout: Layout, path: Path, values: Sequence[tuple[str, Value]]
) -> Sequence[Replacement]:
    if layout.bracket(path) == "[":
        return add_inline_table(layout, path, values)
    model = model_at(path[:-1])
    known = nested(model, str(path[-1])) if model and path else None
    held = at(layout.reading.data, path)
    if not isinstance(held, list) and (held is not None or known is None or not known.many):
        raise EditRefusedError(f"{shown(path)} is not a list of tables.")
    return [another_table(layout, path, values)]


def _duplicated(layout: Layout, intent: DuplicateTable) -> Sequence[Replacement]:
    path = intent.path
    index = path[-1] if path else ""
    if not isinstance(index, int):
        raise EditRefusedError(f"{shown(path)} is not one of a list, so it cannot be copied.")
    if layout.bracket(path[:-1]) == "[":
        count = list_length(layout, path[:-1])
        order = [*range(min(index + 1, count)), *range(index, count)]
        first: Sequence[Replacement] = list_changed(layout, path[:-1], order)
    else:
        first = [copied_table(layout, path)]
    copy = (*path[:-1], index + 1)
    return _in_turn(layout.text, first, (SetValue((*copy, k), v) for k, v in intent.values))


def _attested(layout: Layout, intent: Attest) -> Sequence[Replacement]:
    if intent.status == "waived" and not intent.reason:
        raise EditRefusedError(f"To waive {intent.practice}, say for what reason.")
    index = _earlier(layout.reading.data, intent)
    if index is None:
        said = _said(intent)
        return _added(layout, _ATTESTATIONS, [(k, v) for k, v in said if v is not None])
    table: Path = (*_ATTESTATIONS, index)
    held = at(layout.reading.data, table)
    steps: list[_Known] = []
    for key, value in _word(intent):
        if value is not None:
            steps.append(SetValue((*table, key), value))
        elif key in held:
            steps.append(RemoveKey((*table, key)))
    return _in_turn(layout.text, (), steps)


def _earlier(data: Data, intent: Attest) -> int | None:
    """Find the attestation of the same practice for the same subject."""
    entries = at(data, _ATTESTATIONS)
    wanted = (intent.practice, _folded(intent.workspace), intent.hosts)
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, dict):
            hosts = entry.get("hosts")
            names = tuple(hosts) if isinstance(hosts, list) else hosts
            if (entry.get("practice"), _folded(entry.get("workspace")), names) == wanted:
                return index
    return None


def _folded(name: object) -> object:
    return name.casefold() if isinstance(name, str) else name


def _word(intent: Attest) -> tuple[tuple[str, Value | None], ...]:
    """Give what is said of the subject, with None for what is left open."""
    return (
        ("status", intent.status),
        ("by", intent.by),
        ("on", intent.on),
        ("evidence", intent.evidence),
        ("reason", intent.reason),
        ("expires", intent.expires),
    )


def _said(intent: Attest) -> list[tuple[str, Value | None]]:
    """Give all keys of a new attestation in the order of the plan format."""
    status, *rest = _word(intent)
    subject = (("workspace", intent.workspace), ("hosts", intent.hosts))
    return [("practice", intent.practice), status, *subject, *rest]


def _in_turn(
    text: str, first: Sequence[Replacement], intents: Iterable[_Known]
) -> Sequence[Replacement]:
    """Carry several intents out one after another and give all of it as one replacement."""
    new = apply(text, first)
    for intent in intents:
        new = apply(new, _changes(Layout(new, read_in_pieces(new)), intent))
    return [] if new == text else [difference(text, new)]


def _verify(old: Reading, new: Reading, intent: _Known) -> None:
    """Refuse an edit whose text would say anything else than what was asked for."""
    mends = isinstance(intent, SetValue | RemoveKey) and is_broken(old, intent.path)
    if len(new.problems) > len(old.problems) - mends:
        if isinstance(intent, DuplicateTable):
            raise EditRefusedError(
                f"{shown(intent.path)} cannot be copied while it has a line that cannot be read:"
                " mend that line first."
            )
        raise EditRefusedError(_sentence(intent, "it would leave a line that cannot be read"))
    if isinstance(intent, RenameKey):
        is_right = says_the_same(old.data, new.data, intent.path, intent.name)
    else:
        is_right = any(same(new.data, wanted) for wanted in _wanted(old.data, intent))
    if not is_right:
        raise EditRefusedError(_sentence(intent, "it would change something else as well"))


def _sentence(intent: _Known, why: str) -> str:
    path = next(iter(_paths(intent)), ())
    return f"{shown(path)} cannot be changed here: {why}. Change it by hand."


def _wanted(data: Data, intent: _Plain) -> list[Data]:
    """Give what the new text may say; any of them is right."""
    match intent:
        case SetValue() | SetAll() | Reorder():
            paths, value = _written(intent)
            return [reduce(lambda held, path: with_value(held, path, plain(value)), paths, data)]
        case AddItem(path, value):
            held = at(data, path)
            return [with_value(data, path, [*(held if isinstance(held, list) else ()), value])]
        case RemoveKey(path):
            return without(data, path)
        case AddTable(path, values):
            return [with_table(data, path, _count(data, path), _table(values))]
        case DuplicateTable(path, values):
            index = int(path[-1])
            table = at(data, path)
            return [with_table(data, path[:-1], index + 1, {**table, **_table(values)})]
        case Attest():
            return [_with_word(data, intent)]


def _table(values: Iterable[tuple[str, Value | None]]) -> Data:
    return {key: plain(value) for key, value in values if value is not None}


def _count(data: Data, path: Path) -> int:
    held = at(data, path)
    return len(held) if isinstance(held, list) else 0


def _with_word(data: Data, intent: Attest) -> Data:
    """Give the data with a person's word, which replaces an earlier one."""
    index = _earlier(data, intent)
    if index is None:
        return with_table(data, _ATTESTATIONS, _count(data, _ATTESTATIONS), _table(_said(intent)))
    path: Path = (*_ATTESTATIONS, index)
    word = dict(_word(intent))
    kept = {key: value for key, value in at(data, path).items() if key not in word}
    return with_value(data, path, kept | _table(word.items()))
