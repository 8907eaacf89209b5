"""What a plan said before a statement broke, for views that stay while it is being typed."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from medv_tui.findings import Path
from medv_tui.planfile.syntax import Reading
from medv_tui.planfile.tables import model_at

_NAMED_LISTS = ("workspaces", "hosts")
"""Lists whose items are known by name, so that one that a broken header hides is found again."""
_ABSENT = object()


class Earlier(NamedTuple):
    """The values of an earlier text of the same plan."""

    data: Mapping[str, Any]
    lost: frozenset[Path] = frozenset()
    """Paths of what was unknown then already."""


class Restored(NamedTuple):
    """A reading with the values that broken statements had before."""

    reading: Reading
    kept: tuple[Path, ...]
    """Paths of what is as before."""


def restored(reading: Reading, lost: Iterable[Path], earlier: Earlier) -> Restored:
    """Give what the statements at these paths said before they broke, as far as that is known.

    The root's path stands for a statement of which nothing can be told: then tables that had a
    name and are gone are taken to be hidden by it.
    """
    restoring = _Restoring(reading.data, earlier)
    for path in sorted(set(lost), key=_order):
        if path:
            restoring.restore(path)
        else:
            restoring.restore_gone()
    kept = restoring.kept
    if not kept:
        return Restored(reading, ())
    broken = frozenset(path for path in reading.broken if not _is_within(path, kept))
    return Restored(replace(reading, data=restoring.data, broken=broken), tuple(kept))


def _order(path: Path) -> tuple[int, str]:
    return len(path), str(path)


def _is_within(path: Path, roots: Iterable[Path]) -> bool:
    return any(path[: len(root)] == root for root in roots)


class _Restoring:
    """Data that take values from earlier data; what is shared with others is copied first."""

    def __init__(self, data: dict[str, Any], earlier: Earlier) -> None:
        self.data = data
        self.kept: list[Path] = []
        self._earlier = earlier
        self._own: set[int] = set()
        """Identities of the tables and lists that were copied."""

    def restore(self, path: Path) -> None:
        """Give one key its earlier value, or take it out if it was not there."""
        parent = path[:-1]
        above = _before(parent, self.data, self._earlier)
        table = None if above is None else _at(self._earlier.data, above)
        if above is None or not isinstance(table, dict | list):
            return
        before = _before(path, self.data, self._earlier)
        if before is not None:
            value = _at(self._earlier.data, before)
            if value != _at(self.data, path):
                self._put(path, value)
        elif isinstance(table, dict) and _is_new(str(path[-1]), above, self._earlier):
            self._take_out(path)
            if _is_foreign(path):
                self._restore_hidden(parent, above, table)

    def restore_gone(self) -> None:
        """Append the named tables that are not there any more."""
        for key in _NAMED_LISTS:
            now, before = self.data.get(key, []), self._earlier.data.get(key)
            if not isinstance(now, list) or not isinstance(before, list):
                continue
            names = {_name(item) for item in now}
            for number, item in enumerate(before):
                is_known = (key, number) not in self._earlier.lost
                if is_known and _name(item) is not None and _name(item) not in names:
                    self._put((key, len(self.data.get(key, []))), item)

    def _take_out(self, path: Path) -> None:
        """Leave out a key that was not there."""
        self.kept.append(path)
        if _at(self.data, path) is not _ABSENT:
            del self._owned(path[:-1])[path[-1]]

    def _restore_hidden(self, parent: Path, above: Path, table: Mapping[str, Any]) -> None:
        """Bring back what stood in a table where a key now stands that no plan has."""
        if not parent:
            self.restore_gone()
            return
        now = _at(self.data, parent)
        for key in table:
            if key not in now and (*above, key) not in self._earlier.lost:
                self._put((*parent, key), table[key])

    def _put(self, path: Path, value: Any) -> None:
        """Write a value where its table is there."""
        *above, last = path
        node = self._owned(tuple(above))
        if isinstance(node, dict):
            node[last] = value
        elif isinstance(node, list) and last == len(node):
            node.append(value)
        elif isinstance(node, list) and isinstance(last, int) and last < len(node):
            node[last] = value
        else:
            return
        self.kept.append(path)

    def _owned(self, path: Path) -> Any:
        """Give the table or list at a path as a copy of our own; a missing table is made."""
        node: Any = self.data
        if id(node) not in self._own:
            node = self.data = dict(node)
            self._own.add(id(node))
        for part in path:
            below = node.get(part, _ABSENT) if isinstance(node, dict) else _item(node, part)
            if below is _ABSENT and isinstance(node, dict):
                below = [] if part in _NAMED_LISTS else {}
            if not isinstance(below, dict | list):
                return None
            if id(below) not in self._own:
                below = below.copy()
                self._own.add(id(below))
                node[part] = below
            node = below
        return node


def _before(path: Path, data: Any, earlier: Earlier) -> Path | None:
    """Give the path that a key had earlier; None where it was not there or not known.

    Items of a list are the same if they have the same name; without one, the same number.
    """
    now: Any = data
    before: Any = earlier.data
    there: Path = ()
    for part in path:
        if isinstance(before, list) and isinstance(part, int):
            number: str | int | None = _same(now, part, before)
        else:
            number = part if isinstance(before, dict) and part in before else None
        if number is None:
            return None
        now, before, there = _child(now, part), before[number], (*there, number)
        if there in earlier.lost:
            return None
    return there


def _is_new(key: str, above: Path, earlier: Earlier) -> bool:
    """Whether an earlier table had no such key, not even one that could not be read."""
    return key not in _at(earlier.data, above) and (*above, key) not in earlier.lost


def _same(items: Any, number: int, before: list[Any]) -> int | None:
    """Find the item of an earlier list that an item came out of."""
    name = _name(_item(items, number))
    here = number if number < len(before) else None
    if name is None or (here is not None and _name(before[here]) in {None, name}):
        return here
    there = next((n for n, other in enumerate(before) if _name(other) == name), here)
    # Where that one still has its name, a name is being typed that passes over another's.
    is_taken = there is not None and there != number and _name(_item(items, there)) == name
    return here if is_taken else there


def _name(item: Any) -> Any:
    """Give the name of an item as something to compare; None where it has none."""
    name = item.get("name") if isinstance(item, dict) else None
    return name.casefold() if isinstance(name, str) else None


def _is_foreign(path: Path) -> bool:
    """Whether no plan has such a key."""
    model = model_at(path[:-1])
    return model is not None and path[-1] not in model.model_fields


def _at(data: Any, path: Path) -> Any:
    node = data
    for part in path:
        node = _child(node, part)
    return node


def _child(node: Any, part: str | int) -> Any:
    if isinstance(node, dict):
        return node.get(part, _ABSENT)
    return _item(node, part)


def _item(node: Any, part: str | int) -> Any:
    if isinstance(node, list) and isinstance(part, int) and part < len(node):
        return node[part]
    return _ABSENT
