"""The [[hosts]] tables of a text: which one a place is in, which a pattern means, new names."""

import re
from collections.abc import Collection, Mapping
from fnmatch import translate
from typing import Any

from medv_tui.findings import AddTable, Path, Value
from medv_tui.planfile.references import items

_NUMBER = re.compile(r"\d+(?=\D*\Z)")
_HOSTS = "hosts"


def names(data: Mapping[str, Any]) -> list[str]:
    """List the name of every host table in order; empty where it has none."""
    tables = (table if isinstance(table, dict) else {} for table in items(data, _HOSTS))
    return [name if isinstance(name := table.get("name"), str) else "" for table in tables]


def number_of(path: Path) -> int | None:
    """Give the number of the host that a path leads into; None if it leads elsewhere."""
    index = path[1] if len(path) > 1 and path[0] == _HOSTS else None
    return index if isinstance(index, int) else None


def chosen(data: Mapping[str, Any], patterns: str) -> list[int]:
    """List the hosts whose name one of the patterns means, in any case: `FIN-*, LAB-0001`."""
    wanted = [re.compile(translate(word.casefold())) for word in re.split(r"[\s,;]+", patterns)]
    return [
        number
        for number, name in enumerate(names(data))
        if name and any(pattern.match(name.casefold()) for pattern in wanted)
    ]


def next_name(like: str, taken: Collection[str]) -> str:
    """Give the first free name after one, in its manner: FIN-0002 after FIN-0001."""
    used = {name.casefold() for name in taken}
    number = _NUMBER.search(like)
    count = int(number[0]) if number else 1
    while True:
        count += 1
        if number:
            digits = f"{count:0{len(number[0])}}"
            name = f"{like[: number.start()]}{digits}{like[number.end() :]}"
        else:
            name = f"{like}-{count}"
        if name.casefold() not in used:
            return name


def new_host(data: Mapping[str, Any], name: str) -> AddTable:
    """Give another host with the workspace of the last one, or the only workspace."""
    values: list[tuple[str, Value]] = [("name", name)]
    tables = [table for table in items(data, _HOSTS) if isinstance(table, dict)]
    workspaces = [table for table in items(data, "workspaces") if isinstance(table, dict)]
    only = workspaces[0].get("name") if len(workspaces) == 1 and not tables else None
    workspace = tables[-1].get("workspace") if tables else only
    defaults = data.get("host_defaults")
    is_default = isinstance(defaults, dict) and "workspace" in defaults
    if isinstance(workspace, str) and (tables or not is_default):
        values.append(("workspace", workspace))
    return AddTable((_HOSTS,), tuple(values))
