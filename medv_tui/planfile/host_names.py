"""The names and workspaces that the `[[hosts]]` tables of a text say, from text to text."""

from collections import Counter
from collections.abc import Set
from typing import Any

from medv_tui.plan.changed import changed_rows
from medv_tui.plan.computer_name import against_name

MOST_FOLLOWED = 1_000
"""Tables that may change at once without all being counted anew."""


class HostNames:
    """Counts what host tables say of others; the result never depends on what came before.

    Tables are known by their identity and never change.
    """

    def __init__(self) -> None:
        self._tables: list[Any] = []
        self._names: Counter[str] = Counter()
        self._workspaces: Counter[str] = Counter()
        self._impossible: Counter[str] = Counter()

    def follow(self, tables: list[Any]) -> None:
        """Count these tables and no others."""
        rows = changed_rows(self._tables, tables)
        if rows is None or len(rows) > MOST_FOLLOWED:
            self._names, self._workspaces, self._impossible = Counter(), Counter(), Counter()
            for table in tables:
                self._count(table, 1)
        else:
            for row in rows:
                self._count(self._tables[row], -1)
                self._count(tables[row], 1)
        self._tables = tables

    @property
    def all_differ(self) -> bool:
        """Whether every table has a name of its own, without regard to case."""
        return len(self._names) == len(self._tables)

    @property
    def workspaces(self) -> Set[str]:
        """Every workspace that is named, as it is spelled."""
        return self._workspaces.keys()

    @property
    def impossible(self) -> Set[str]:
        """Every name of one computer that no computer can have."""
        return self._impossible.keys()

    def _count(self, table: Any, by: int) -> None:
        if not isinstance(table, dict):
            return
        name, workspace = table.get("name"), table.get("workspace")
        if isinstance(name, str) and name:
            _add(self._names, name.casefold(), by)
            if table.get("count", 1) == 1 and against_name(name):
                _add(self._impossible, name, by)
        if isinstance(workspace, str) and workspace:
            _add(self._workspaces, workspace, by)


def _add(counts: Counter[str], name: str, by: int) -> None:
    """Count a name once more or once less; one that is not there is not kept."""
    count = counts[name] + by
    if count:
        counts[name] = count
    else:
        del counts[name]
