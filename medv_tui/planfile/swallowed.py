"""Texts over several lines that take in a header: TOML allows it, and hardly anybody means it."""

import re
from collections.abc import Iterator
from typing import Any

from medv_tui.findings import Level, Path, Problem
from medv_tui.planfile.positions import Spans
from medv_tui.planfile.tables import header_names
from medv_tui.problem_codes import Code

_HEADER = re.compile(r"^\[\[?([a-z_.]+)\]\]?(?=[ \t]*(?:#.*)?\r?$)", re.MULTILINE)


def swallowed(text: str, data: dict[str, Any], spans: Spans) -> list[Problem]:
    """Warn of every text in triple quotes that has the header of a plan's table in a line."""
    if '"""' not in text and "'''" not in text:
        return []
    found = ((path, _header(value)) for path, value in _texts(data, ()))
    return [_warning(path, header, spans) for path, header in found if header]


def _texts(node: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Give every text in the values that goes over several lines."""
    if isinstance(node, str):
        if "\n" in node:
            yield path, node
        return
    inside = node.items() if isinstance(node, dict) else enumerate(node)
    for key, value in inside:
        if isinstance(value, dict | list | str):
            yield from _texts(value, (*path, key))


def _header(text: str) -> str:
    """Give the first header of a plan's table in a text; nothing where there is none."""
    names = header_names()
    return next((match[0] for match in _HEADER.finditer(text) if match[1] in names), "")


def _warning(path: Path, header: str, spans: Spans) -> Problem:
    return Problem(
        Level.WARNING,
        Code.SWALLOWED_TABLE,
        f"The text that starts here takes in the table {header} below: if that table is meant, "
        "close the text above it.",
        path,
        where=spans.key(path) or spans.locate(path),
    )
