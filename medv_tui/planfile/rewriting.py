"""What cannot be read, written so that it can, while all else stays as it is."""

from typing import Any

from medv_tui.findings import Rewrite
from medv_tui.planfile.block_reader import BlockReader
from medv_tui.planfile.expectation import same
from medv_tui.planfile.look import Replacements
from medv_tui.planfile.replacement import EditRefusedError, Replacement, apply

_NEWLINE = "\n"


def rewritten(text: str, intent: Rewrite, reader: BlockReader) -> Replacements:
    """Give the replacement that writes something otherwise, with the line endings of the text.

    Raises EditRefusedError where the text is another meanwhile, where as much of it would stay
    unreadable, or where something that is readable would be lost or changed.
    """
    reading = reader.read(text)
    start = reading.spans.offset(intent.where.line, intent.where.column)
    end = start + len(intent.typed)
    if text[start:end] != intent.typed:
        raise EditRefusedError("The text is another one meanwhile. Change it by hand.")
    line_end = text.find(_NEWLINE, end)
    newline = "\r\n" if text[max(line_end - 1, 0) : line_end] == "\r" else _NEWLINE
    change = (Replacement(start, end, intent.written.replace(_NEWLINE, newline)),)
    new = reader.read(apply(text, change))
    if len(new.problems) >= len(reading.problems) or not holds(new.data, reading.data):
        raise EditRefusedError(
            f"Line {intent.where.line:,} cannot be mended here: something else would change as"
            " well. Change it by hand."
        )
    return change


def holds(new: Any, old: Any) -> bool:
    """Whether data has everything that other data had, in the same order."""
    if isinstance(old, dict) and isinstance(new, dict):
        return all(key in new and holds(new[key], value) for key, value in old.items())
    if isinstance(old, list) and isinstance(new, list) and any(isinstance(i, dict) for i in old):
        rest = iter(new)
        return all(any(holds(item, wanted) for item in rest) for wanted in old)
    return same(new, old)
