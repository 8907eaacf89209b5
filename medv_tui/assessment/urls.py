"""Redirected web addresses: which entries of the list are of a documented shape."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import AddressValueError, IPv4Address

from medv_tui.findings import Source

SOURCE = Source(
    ("create-a-med-v-workspace-package", "operations-troubleshooting-medv2"),
    "Shapes are documented by examples only; what no example shows is a warning, and what is no "
    "web address at all is an error.",
    ("G-07",),
)

LARGEST_PORT = 65535

_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_FOREIGN = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_BREAK = re.compile(r"\s+|[,;|]\s*(?=https?://)", re.IGNORECASE)
_PLAIN = re.compile(r"[A-Za-z0-9:/.*-]*")
_LABEL = re.compile(r"\w(?:[\w-]{0,61}\w)?")


class Rule(StrEnum):
    """What an entry can break."""

    PROTOCOL = "protocol"
    """It begins with http:// or https://."""
    ONE_ADDRESS = "one address"
    """It holds one address and no blank."""
    ENCODING = "encoding"
    """Special characters come from a file in UTF-8."""
    SHAPE = "shape"
    """Host, port, path and asterisks are as documented."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with an entry."""

    entry: str
    rule: Rule
    seen: str
    """What is wrong, as the rest of a sentence that begins with the entry."""
    invalid: bool = True
    """False for what is merely not documented."""


def addresses(entries: Iterable[str]) -> tuple[str, ...]:
    """Give the entries without blanks at their ends, and without those that are empty."""
    return tuple(text for entry in entries if (text := entry.strip()))


def parts(entry: str) -> tuple[str, ...]:
    """Take an entry apart where an address ends: at blanks, and at commas before a protocol."""
    return tuple(part for part in _BREAK.split(entry) if part)


def faults(entry: str, encoding: str | None) -> tuple[Fault, ...]:
    """Find what is wrong with one entry that is not empty.

    `encoding` is that of the file it is imported from; None if unknown, which is no fault.
    Protocol and shape are judged of one address only, and shape of http and https only.
    """
    found = []
    if needs_utf8(entry) and encoding is not None and not is_utf8(encoding):
        seen = f"has special characters, and its file is {encoding}"
        found.append(Fault(entry, Rule.ENCODING, seen))
    if len(parts(entry)) > 1:
        return (*found, Fault(entry, Rule.ONE_ADDRESS, _several(entry)))
    if not _SCHEME.match(entry):
        seen = "is of another protocol" if is_foreign(entry) else "begins with no protocol"
        return (*found, Fault(entry, Rule.PROTOCOL, seen))
    return (*found, *_shape(entry))


def repeated(entries: Iterable[str]) -> tuple[int, ...]:
    """Give the places of entries that stand in the list before; only paths mind the case."""
    known: set[str] = set()
    places = []
    for place, entry in enumerate(entries):
        scheme, mark, rest = entry.partition("://")
        host, path = _split(rest)
        key = f"{(scheme + mark + host).casefold()}{path}"
        if key in known:
            places.append(place)
        known.add(key)
    return tuple(places)


def is_foreign(entry: str) -> bool:
    """Say whether an entry names a protocol that is never redirected, such as ftp."""
    return _FOREIGN.match(entry) is not None and "://" in entry and not _SCHEME.match(entry)


def needs_utf8(entry: str) -> bool:
    """Say whether an entry has characters for which its file has to be UTF-8."""
    return any(not _PLAIN.fullmatch(part) for part in entry.split())


def is_utf8(encoding: str) -> bool:
    """Say whether a name of an encoding means UTF-8; code page 65001 does."""
    name = re.sub(r"[\W_]+", "", encoding.casefold())
    return name.startswith("utf8") or name in {"65001", "cp65001"}


def _several(entry: str) -> str:
    """Say what divides an entry."""
    count = sum(_SCHEME.match(part) is not None for part in parts(entry))
    return f"holds {count} addresses" if count > 1 else "holds a blank"


def _split(rest: str) -> tuple[str, str]:
    """Divide what follows the protocol into host with port, and path with all behind it."""
    end = re.search(r"[/?#]", rest)
    return (rest[: end.start()], rest[end.start() :]) if end else (rest, "")


def _shape(entry: str) -> tuple[Fault, ...]:
    """Find what is wrong behind the protocol; of the host the worst fault only."""
    place, path = _split(entry[entry.index("://") + 3 :])
    host, colon, port = place.partition(":")
    found = [_host(entry, host)]
    if colon:
        found.append(_port(entry, port))
    found.append(_path(entry, path))
    return tuple(fault for fault in found if fault is not None)


def _host(entry: str, host: str) -> Fault | None:
    """Judge the host: labels or an IPv4 address, and one asterisk as the first label."""
    if host == "*":
        return Fault(entry, Rule.SHAPE, "catches every host", invalid=False)
    rest = host.removeprefix("*.")
    if not _is_host(rest.replace("*", "x")):
        return Fault(entry, Rule.SHAPE, "has no host that can be read")
    if "*" in rest:
        return Fault(entry, Rule.SHAPE, "has an asterisk inside its host", invalid=False)
    return None


def _is_host(host: str) -> bool:
    """Say whether a text is a name of DNS labels, a single name, or an IPv4 address."""
    if re.fullmatch(r"[\d.]+", host):
        try:
            IPv4Address(host)
        except AddressValueError:
            return False
        return True
    return len(host) <= 253 and all(_LABEL.fullmatch(label) for label in host.split("."))


def _port(entry: str, port: str) -> Fault:
    """Judge a port, which no topic shows."""
    if not (port.isascii() and port.isdigit() and 0 < int(port) <= LARGEST_PORT):
        return Fault(entry, Rule.SHAPE, f'has "{port}" for a port')
    return Fault(entry, Rule.SHAPE, f"names port {int(port)}", invalid=False)


def _path(entry: str, path: str) -> Fault | None:
    """Judge the path: one asterisk at most, last and right after a slash."""
    if "*" in path.removesuffix("/*"):
        return Fault(entry, Rule.SHAPE, "has an asterisk inside its path", invalid=False)
    if "?" in path or "#" in path:
        return Fault(entry, Rule.SHAPE, "has more than a path behind its host", invalid=False)
    return None
