"""Values, keys and headers written as TOML 1.0, in the manner of what stands beside them."""

import re
from collections.abc import Sequence

from medv_tui.findings import Path, Scalar, Value
from medv_tui.planfile.replacement import EditRefusedError
from medv_tui.planfile.values import toml

WIDEST = 100
"""Columns up to which a list is written on one line."""

INDENT = "    "
"""What a list's items stand in from their key on lines of their own."""

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def key(name: str) -> str:
    """Write one part of a key, in quotes where it needs them."""
    return name if _BARE.fullmatch(name) else toml(name)


def dotted(path: Path) -> str:
    """Write the keys of a path with points between them; a list means its last table."""
    return ".".join(key(part) for part in path if isinstance(part, str))


def shown(path: Path) -> str:
    """Name a path in a sentence, `hosts[3].ram_mb`."""
    words = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return "".join(words).removeprefix(".")


def scalar(value: Scalar, like: str = "") -> str:
    """Write one value; text keeps the quotes of `like`, a value beside it, where it can.

    Raises EditRefusedError for text that no UTF-8 file can hold.
    """
    if not isinstance(value, str):
        return toml(value)
    if any("\ud800" <= char <= "\udfff" for char in value):
        raise EditRefusedError("The text holds half a character, which no UTF-8 file can hold.")
    if "\n" in value and like.startswith(('"""', "'''")) and not _CONTROL.search(value):
        return _lines(value, "\r\n" if "\r\n" in like else "\n")
    raw = like.startswith("'") or '"' in value or "\\" in value
    if raw and "'" not in value and value.isprintable():
        return f"'{value}'"
    return toml(value)


def _lines(value: str, newline: str) -> str:
    """Write text over several lines, its first on the line below the quotes."""
    inner = value.replace("\\", "\\\\").replace('"""', '""\\"')
    inner = f'{inner[:-1]}\\"' if inner.endswith('"') else inner
    return f'"""{newline}{inner.replace(chr(10), newline)}"""'


def one_line(value: Value, like: str = "") -> str:
    """Write one value, or a list on a single line."""
    if isinstance(value, tuple):
        return f"[{', '.join(scalar(item, like) for item in value)}]"
    return scalar(value, like)


def assignment(start: str, value: Value, newline: str) -> str:
    """Write a statement after its key and sign, which `start` has with their indent.

    A list that would pass the widest column gets an item on each line.
    """
    line = start + one_line(value)
    if not isinstance(value, tuple) or len(line) <= WIDEST:
        return line
    indent = start[: len(start) - len(start.lstrip())]
    return start + one_per_line([scalar(item) for item in value], newline, indent)


def one_per_line(items: Sequence[str], newline: str, indent: str) -> str:
    """Write a list with each item on a line of its own."""
    return "".join(
        ("[", *(f"{newline}{indent}{INDENT}{item}," for item in items), newline, indent, "]")
    )


def pairs(values: Sequence[tuple[str, Value]]) -> str:
    """Write an inline table."""
    return f"{{ {', '.join(f'{key(name)} = {one_line(value)}' for name, value in values)} }}"
