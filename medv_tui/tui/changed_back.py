"""What undoing or redoing an edit did to the text, in a sentence."""

from collections.abc import Sequence

from medv_tui.planfile.line_difference import equal_lines


def told(before: Sequence[str], after: Sequence[str]) -> str:
    """Name the first line that is not as it was, and what stands there now; empty if none is."""
    row = equal_lines(before, after)
    if row == len(before) == len(after):
        return ""
    line = row + 1
    if row == len(after):
        return f"The text ends before line {line} again."
    now = after[row]
    return f"Line {line} again: {now.strip()}" if now.strip() else f"Line {line} is empty again."
