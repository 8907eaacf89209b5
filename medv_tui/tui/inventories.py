"""The inventories beside a plan, read again only when they change on disk."""

import pathlib
from typing import TypeAlias

from medv_tui.inventory.load import load

Stamp: TypeAlias = tuple[int, int]
"""When a file was changed, in nanoseconds, and its size in bytes."""


class Inventories:
    """Gives the bytes of an inventory by the name that the plan uses for it."""

    def __init__(self, folder: pathlib.Path) -> None:
        self._folder = folder
        self._kept: dict[str, tuple[Stamp, bytes]] = {}
        self._stamps: dict[str, Stamp | None] = {}

    def __call__(self, name: str) -> bytes:
        """Give the bytes of an inventory; PlanUnreadableError where it cannot be read."""
        path = self._folder / name
        stamp = self._stamps[name] = _stamp(path)
        kept = self._kept.get(name)
        if stamp is not None and kept is not None and kept[0] == stamp:
            return kept[1]
        data = load(path)
        if stamp is not None:
            self._kept[name] = (stamp, data)
        return data

    def changed(self) -> list[str]:
        """Name the inventories that are not on disk as they were when they were last asked for."""
        known = list(self._stamps.items())
        return [name for name, stamp in known if _stamp(self._folder / name) != stamp]


def _stamp(path: pathlib.Path) -> Stamp | None:
    """Say when a file was changed, and its size; None where there is none to be seen."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size
