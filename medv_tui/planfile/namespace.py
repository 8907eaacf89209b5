"""Which table each statement belongs to, and which statements get in each other's way."""

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from medv_tui.findings import Path
from medv_tui.planfile.nesting import Key
from medv_tui.planfile.scan import Kind, Statement

_FIRST_KEYS = ("name", "file", "practice")
"""What people begin the tables of a list with."""


class Clash(Enum):
    """Why a statement cannot stand where it does."""

    KEY_TWICE = "the key is already there"
    TABLE_TWICE = "the table is already there"
    LIST_NOT_TABLE = "[x] where x is a list of tables"
    TABLE_NOT_LIST = "[[x]] where x is a table"
    VALUE_ABOVE = "a part of the key is already a value"
    HEADER_BELOW = "a dotted key into a table that has a header"


class Taken(NamedTuple):
    """What a table is, and the statement that made it so."""

    role: "Role"
    by: Statement


class Role(Enum):
    """How a path became a table, or a list of them."""

    DOTTED = "table made by a dotted key"
    IMPLIED = "table that only a longer header names"
    HEADER = "table with a header"
    TABLES = "list of tables"


_WITH_HEADER = (Role.HEADER, Role.TABLES)


class Conflict(NamedTuple):
    """A statement that cannot count, with the earlier one it disagrees with."""

    clash: Clash
    path: Path
    first: Statement

    @property
    def header_missing(self) -> bool:
        """Whether a list's table got its first key again: the header between them is missing."""
        path = self.path
        return (
            self.clash is Clash.KEY_TWICE
            and len(path) >= 3
            and path[-1] in _FIRST_KEYS
            and isinstance(path[-2], int)
        )


class Namespace:
    """The paths that statements have made so far, in the order of the text."""

    def __init__(self) -> None:
        self.table: Path = ()
        """The table that keys belong to now."""
        self._values: dict[Path, Statement] = {}
        self._taken: dict[Path, Taken] = {}
        self._counts: dict[Path, int] = {}

    def add(self, statement: Statement) -> Conflict | None:
        """Take a correct statement in; a conflicting one changes nothing."""
        if statement.kind is Kind.KEY:
            return self._define(statement)
        path = self._walk(statement, (), Role.IMPLIED)
        if isinstance(path, Conflict):
            return path
        if statement.kind is Kind.TABLES:
            return self._append(path, statement)
        return self._enter(path, statement)

    def path_of(self, keys: tuple[Key, ...]) -> Path:
        """Give the path that dotted keys name under the current table, defined or not."""
        return (*self.table, *(key.text for key in keys))

    def resolve(self, names: Iterable[str]) -> Path:
        """Give the path that a header of these names would have; lists mean their last table."""
        path: Path = ()
        for name in names:
            path = (*path, name)
            if path in self._counts:
                path = (*path, self._counts[path] - 1)
        return path

    def _walk(self, statement: Statement, base: Path, made: Role) -> Path | Conflict:
        """Follow all parts but the last, making tables on the way; lists mean their last table."""
        path = base
        for key in statement.keys[:-1]:
            path = (*path, key.text)
            value, taken = self._values.get(path), self._taken.get(path)
            if value is not None:
                return Conflict(Clash.VALUE_ABOVE, path, value)
            if made is Role.DOTTED and taken is not None and taken.role in _WITH_HEADER:
                return Conflict(Clash.HEADER_BELOW, path, taken.by)
            if taken is None or (made is Role.DOTTED and taken.role is Role.IMPLIED):
                self._taken[path] = Taken(made, statement)
            elif taken.role is Role.TABLES:
                path = (*path, self._counts[path] - 1)
        return (*path, statement.keys[-1].text)

    def _define(self, statement: Statement) -> Conflict | None:
        path: Path | Conflict = (*self.table, statement.keys[0].text)
        if len(statement.keys) > 1:
            path = self._walk(statement, self.table, Role.DOTTED)
        if isinstance(path, Conflict):
            return path
        first = self._first(path)
        if first is not None:
            return Conflict(Clash.KEY_TWICE, path, first)
        self._values[path] = statement
        return None

    def _first(self, path: Path) -> Statement | None:
        """Give the statement that made a path what it is; None for a free path."""
        taken = self._taken.get(path)
        return self._values.get(path) if taken is None else taken.by

    def _append(self, path: Path, statement: Statement) -> Conflict | None:
        value, taken = self._values.get(path), self._taken.get(path)
        if value is not None:
            return Conflict(Clash.KEY_TWICE, path, value)
        if taken is not None and taken.role is not Role.TABLES:
            return Conflict(Clash.TABLE_NOT_LIST, path, taken.by)
        if taken is None:
            self._taken[path] = Taken(Role.TABLES, statement)
        number = self._counts.get(path, 0)
        self._counts[path] = number + 1
        self.table = (*path, number)
        return None

    def _enter(self, path: Path, statement: Statement) -> Conflict | None:
        value, taken = self._values.get(path), self._taken.get(path)
        if value is not None:
            return Conflict(Clash.KEY_TWICE, path, value)
        if taken is not None and taken.role is not Role.IMPLIED:
            many = taken.role is Role.TABLES
            return Conflict(Clash.LIST_NOT_TABLE if many else Clash.TABLE_TWICE, path, taken.by)
        self._taken[path] = Taken(Role.HEADER, statement)
        self.table = path
        return None
