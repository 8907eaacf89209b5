"""The units of memory and disk columns, and how one is found that nobody wrote down."""

from collections.abc import Iterable, Mapping, Sequence

from medv_tui.inventory.headers import Header

MB = {"bytes": 1 / 1024**2, "KB": 1 / 1024, "MB": 1.0, "GB": 1024.0, "TB": 1024.0**2}
"""Size of each unit in MB, 1 GB = 1024 MB."""

_CELL_UNITS = {
    "bytes": "b byte bytes o octets октет байт",
    "KB": "k kb kib ko kbytes кб",
    "MB": "m mb mib mo mbytes мб",
    "GB": "g gb gib go gbytes гб",
    "TB": "t tb tib to тб",
}
CELL_UNITS = {word: unit for unit, words in _CELL_UNITS.items() for word in words.split()}
"""Unit by what stands behind a number, folded."""

_BY_SOURCE: dict[str, dict[str, str]] = {
    "configmgr": {"totalphysicalmemory": "KB", "totalvisiblememorysize": "KB", "freespace": "MB"},
    "wmic": {"totalphysicalmemory": "bytes", "totalvisiblememorysize": "KB", "freespace": "bytes"},
    "osquery": {"physicalmemory": "bytes", "freespace": "bytes"},
    "lansweeper": {"memory": "MB"},
}
"""Unit by source and normalised header: what these tools always write."""

_OSQUERY = {"physical_memory", "computer_name", "hostname", "device_id", "free_space", "cpu_brand"}
_WMI = {"Node", "PSComputerName", "SystemName", "CSName", "DeviceID", "DriveType"}
_LANSWEEPER = {"AssetName"}

_RAM_RANGES = (
    ("GB", 0.5, 64),
    ("MB", 500, 65_536),
    ("KB", 500_000, 67_000_000),
    ("bytes", 5e8, 1e15),
)
_USUAL_MB = {"ram_mb": (256, 512 * 1024)}
_USUAL_DISK_MB = (1024, 16 * 1024**2)


def guess_source(headers: Sequence[Header]) -> str:
    """Tell the tool from headers that only it writes so; empty if none is sure."""
    texts = {header.text for header in headers}
    if any(header.from_view and header.meanings for header in headers):
        return "configmgr"
    if len(texts & _OSQUERY) >= 2:
        return "osquery"
    if texts & _WMI:
        return "wmic"
    return "lansweeper" if texts & _LANSWEEPER else ""


def unit_of_source(source: str, header: Header) -> str | None:
    """Give the unit that a tool always uses in that column, if it is known."""
    return _BY_SOURCE.get(source, {}).get(header.normal)


def ram_unit(numbers: Iterable[float]) -> str | None:
    """Tell the unit of memory sizes from their magnitude; None if they leave it open."""
    units = {
        next((unit for unit, low, high in _RAM_RANGES if low <= number <= high), None)
        for number in numbers
    }
    return units.pop() if len(units) == 1 else None


def is_usual(key: str, sizes_mb: Mapping[float, int], *, stated: bool) -> bool:
    """Whether the middle one of some sizes is what computers of these years have.

    `sizes_mb` gives how many there are of each. A full disk is believed where the header states
    the unit: it is told from a wrong unit by nothing else.
    """
    low, high = _USUAL_MB.get(key, _USUAL_DISK_MB)
    if stated and key not in _USUAL_MB:
        low = 0
    half = sum(sizes_mb.values()) / 2
    smaller = sum(often for size, often in sizes_mb.items() if size < low)
    larger = sum(often for size, often in sizes_mb.items() if size > high)
    return smaller <= half and larger <= half
