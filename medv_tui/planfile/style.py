"""How the keys of a table are written: their indent and the column of their equals signs."""

import re
from typing import NamedTuple

from medv_tui.planfile.layout import Block
from medv_tui.planfile.lines import content_end, line_start
from medv_tui.planfile.scan import Statement

_INDENT = re.compile(r"[ \t]*")
_SIGN = re.compile(r"([ \t]*)=([ \t]*)")


class Style(NamedTuple):
    """The manner of a table's keys."""

    indent: str
    column: int | None
    """Where all equals signs stand, counted from the indent; None where each follows its key."""
    before: str = " "
    """What stands before an equals sign that follows its key."""
    after: str = " "

    def start(self, name: str) -> str:
        """Write a key and its equals sign."""
        before = self.before if self.column is None else " " * max(1, self.column - len(name))
        return f"{self.indent}{name}{before}={self.after}"


def style_of(text: str, block: Block) -> Style:
    """Read how the last keys of a block are written, those on lines next to each other."""
    last = block.last
    if last is None:
        return Style("", None)
    start = line_start(text, last.start)
    indent = _INDENT.match(text, start)
    blanks = indent[0] if indent else ""
    group = _group(text, block)
    signs = [(sign, s) for s in group if (sign := _SIGN.match(text, s.keys[-1].end))]
    if not signs:
        return Style(blanks, None)
    columns = {sign.start(0) + len(sign[1]) - s.keys[0].start for sign, s in signs}
    padded = any(len(sign[1]) > 1 for sign, _ in signs)
    sign = signs[-1][0]
    if padded and len(columns) == 1:
        return Style(blanks, columns.pop(), " ", sign[2])
    before = sign[1] if len(sign[1]) < 2 else " "
    return Style(blanks, None, before, sign[2])


def _group(text: str, block: Block) -> list[Statement]:
    """Give the last keys of a block that stand on lines next to each other."""
    group: list[Statement] = []
    for statement in reversed(block.statements):
        if not statement.keys:
            continue
        if group and text.count("\n", content_end(text, statement.end), group[-1].start) > 1:
            break
        group.append(statement)
    return group[::-1]
