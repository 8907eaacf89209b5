"""The inventories beside a plan, read again only when they change on disk."""

import pathlib

from medv_tui.inventory.load import load


class Inventories:
    """Gives the bytes of an inventory by the name that the plan uses for it."""

    def __init__(self, folder: pathlib.Path) -> None:
        self._folder = folder
        self._kept: dict[str, tuple[tuple[int, int], bytes]] = {}

    def __call__(self, name: str) -> bytes:
        """Give the bytes of an inventory; PlanUnreadableError where it cannot be read."""
        path = self._folder / name
        try:
            found = path.stat()
        except (OSError, ValueError):
            return load(path)
        stamp = (found.st_mtime_ns, found.st_size)
        kept = self._kept.get(name)
        if kept is not None and kept[0] == stamp:
            return kept[1]
        data = load(path)
        self._kept[name] = (stamp, data)
        return data
