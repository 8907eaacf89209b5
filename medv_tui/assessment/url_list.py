"""The text file of redirected web addresses: one on each line."""

import codecs
from collections.abc import Iterable
from dataclasses import dataclass

from medv_tui.assessment.urls import Fault, addresses, faults, needs_utf8, repeated

UTF_8 = "UTF-8"


@dataclass(frozen=True, slots=True)
class Entry:
    """One address with its line, from 1."""

    line: int
    address: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about one line that is worth knowing."""

    line: int
    says: str
    """The rest of a sentence that begins with the address."""
    invalid: bool
    """Whether the address is not redirected."""


def read(text: str) -> tuple[Entry, ...]:
    """Give the addresses of a file's text; lines without one are left out."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return tuple(
        Entry(number, line.strip()) for number, line in enumerate(lines, 1) if line.strip()
    )


def written(entries: Iterable[str]) -> bytes:
    """Write addresses one on each line, with the line ends of Windows.

    UTF-8 with a byte order mark where there are special characters, so that no tool takes the
    file for ANSI; without them the two are the same bytes.
    """
    lines = addresses(entries)
    text = "".join(f"{line}\r\n" for line in lines)
    mark = codecs.BOM_UTF8 if any(map(needs_utf8, lines)) else b""
    return mark + text.encode("utf-8")


def remarks(entries: Iterable[Entry]) -> tuple[Remark, ...]:
    """Find what is wrong with the addresses of a UTF-8 file, line by line."""
    listed = tuple(entries)
    found = [
        _remark(entry.line, fault) for entry in listed for fault in faults(entry.address, UTF_8)
    ]
    again = repeated(entry.address for entry in listed)
    found += (Remark(listed[place].line, "stands in the file before", False) for place in again)
    return tuple(sorted(found, key=lambda remark: remark.line))


def _remark(line: int, fault: Fault) -> Remark:
    return Remark(line, fault.seen, fault.invalid)
