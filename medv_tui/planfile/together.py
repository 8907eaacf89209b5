"""Many values written as one change: it costs two readings of the text, however many they are."""

from collections.abc import Iterable, Sequence
from itertools import chain, pairwise

from medv_tui.findings import SetValue
from medv_tui.planfile.block_reader import BlockReader
from medv_tui.planfile.edits import edited
from medv_tui.planfile.expectation import plain, same, with_values
from medv_tui.planfile.look import Look, Replacements, worked_out
from medv_tui.planfile.notation import one_line
from medv_tui.planfile.plain_values import plain_value
from medv_tui.planfile.replacement import EditRefusedError, Replacement, apply, difference
from medv_tui.planfile.syntax import Reading
from medv_tui.planfile.writing import set_value


def together(
    text: str, values: Sequence[SetValue], reader: BlockReader | None = None
) -> Replacements:
    """Give the replacements that write every value, in order; the tables have to be there.

    A reader that knows the text makes this faster. Raises EditRefusedError where one of the
    values cannot be written safely; none is then.
    """
    reader = reader or BlockReader()
    reading = reader.read(text)
    wanted = with_values(reading.data, ((each.path, plain(each.value)) for each in values))
    plainly, others = _plainly(text, reading, values)

    def change(look: Look) -> Sequence[Replacement]:
        return _changes(look, others)

    def verify(changes: Replacements) -> None:
        if not same(reader.read(apply(text, _ordered(plainly, changes))).data, wanted):
            raise EditRefusedError("These values cannot be changed together without changing more.")

    changes = worked_out(text, reading, [each.path for each in others], change, verify)
    return _ordered(plainly, changes)


def _plainly(
    text: str, reading: Reading, values: Sequence[SetValue]
) -> tuple[list[Replacement], list[SetValue]]:
    """Put values in place of those that stand plainly, and give those that take a look."""
    changes: list[Replacement] = []
    others: list[SetValue] = []
    for each in values:
        where = plain_value(reading.spans, each.path)
        if where is None or isinstance(each.value, tuple):
            others.append(each)
            continue
        start, end = where
        written = one_line(each.value, text[start:end])
        if written != text[start:end]:
            changes.append(Replacement(start, end, written))
    return changes, others


def _ordered(*changes: Iterable[Replacement]) -> Replacements:
    """Put replacements in the order of the text."""
    return tuple(sorted(chain(*changes), key=lambda change: (change.start, change.end)))


def _changes(look: Look, values: Sequence[SetValue]) -> Sequence[Replacement]:
    """Write every value into the text that is looked at."""
    here = [SetValue(look.path(each.path), each.value) for each in values]
    changes = [change for each in here for change in set_value(look.layout, each.path, each.value)]
    ordered = _ordered(changes)
    if all(one.end <= other.start and one != other for one, other in pairwise(ordered)):
        return ordered
    # Values inside the same brackets move each other, so that each needs a look of its own.
    text = look.layout.text
    new = edited(text, here)
    return [difference(text, new)] if new != text else []
