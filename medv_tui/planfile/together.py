"""Many values written as one change: it costs two readings of the text, however many they are."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from medv_tui.findings import SetValue
from medv_tui.planfile.block_reader import read_in_pieces
from medv_tui.planfile.edits import edited
from medv_tui.planfile.expectation import plain, same
from medv_tui.planfile.layout import Layout
from medv_tui.planfile.notation import shown
from medv_tui.planfile.replacement import EditRefusedError, Replacement, apply, difference
from medv_tui.planfile.syntax import Reading
from medv_tui.planfile.writing import set_value


def together(
    text: str, values: Sequence[SetValue], reading: Reading | None = None
) -> tuple[Replacement, ...]:
    """Give the replacements that write every value, in order; the tables have to be there.

    Takes what is read of the text where that is known. Raises EditRefusedError where one of them
    cannot be written safely; none is then.
    """
    reading = reading or read_in_pieces(text)
    layout = Layout(text, reading)
    changes = [change for each in values for change in set_value(layout, each.path, each.value)]
    changes.sort(key=lambda change: (change.start, change.end))
    if any(one.end > other.start or one == other for one, other in pairwise(changes)):
        # Values inside the same brackets move each other, so that each needs a look of its own.
        new = edited(text, values)
        return (difference(text, new),) if new != text else ()
    for each in values:
        _write(reading.data, each)
    if not same(read_in_pieces(apply(text, changes)).data, reading.data):
        raise EditRefusedError("These values cannot be changed together without changing more.")
    return tuple(changes)


def _write(data: Any, each: SetValue) -> None:
    """Write one value into the data of a reading, to compare the new text with."""
    for part in each.path[:-1]:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError) as error:
            raise EditRefusedError(f"{shown(each.path)} has no table to stand in.") from error
    data[each.path[-1]] = plain(each.value)
