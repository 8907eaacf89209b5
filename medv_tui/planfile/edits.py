"""Several intents as one change: a thousand numbers cost two readings of the text, not more."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from medv_tui.findings import AddTable, Intent, Path, SetValue, Value
from medv_tui.planfile.block_reader import BlockReader
from medv_tui.planfile.edit import edit
from medv_tui.planfile.expectation import at, plain, same, with_value, with_values
from medv_tui.planfile.look import Look, Replacements, worked_out
from medv_tui.planfile.new_tables import more_tables
from medv_tui.planfile.notation import shown
from medv_tui.planfile.plain_values import plain_value
from medv_tui.planfile.positions import Spans
from medv_tui.planfile.replacement import EditRefusedError, Replacement, apply, difference
from medv_tui.planfile.syntax import Reading
from medv_tui.planfile.values import toml


def edited(text: str, intents: Iterable[Intent], reader: BlockReader | None = None) -> str:
    """Give the text with every intent carried out.

    A reader that knows the text makes this faster. Raises EditRefusedError where one of them
    cannot be done safely; none is done then.
    """
    reader = reader or BlockReader()
    reading = reader.read(text)
    numbers: dict[Path, SetValue] = {}
    others: list[Intent] = []
    for intent in intents:
        if isinstance(intent, SetValue) and _is_number_for_number(intent, reading):
            numbers[intent.path] = intent
        else:
            others.append(intent)
    text = _renumbered(text, reading, numbers, reader)
    for intent in others:
        text = apply(text, edit(text, intent, reader))
    return text


def with_tables(text: str, path: Path, tables: Sequence[Sequence[tuple[str, Value]]]) -> str:
    """Give the text with several tables added to a list of tables, in two readings of it.

    Raises EditRefusedError where that cannot be done safely.
    """
    reader = BlockReader()
    reading = reader.read(text)
    held = at(reading.data, path)
    if not tables:
        return text
    if held is not None and not isinstance(held, list):
        raise EditRefusedError(f"{shown(path)} is not a list of tables.")
    added = [{key: plain(value) for key, value in values} for values in tables]
    wanted = with_value(reading.data, path, [*(held or ()), *added])

    def change(look: Look) -> Sequence[Replacement]:
        return _with_tables(look, look.path(path), tables)

    def verify(changes: Replacements) -> None:
        after = reader.read(apply(text, changes))
        if len(after.problems) > len(reading.problems) or not same(after.data, wanted):
            raise EditRefusedError(
                f"{shown(path)} cannot be added to here: it would change something else as well. "
                "Change it by hand."
            )

    return apply(text, worked_out(text, reading, [path], change, verify))


def _with_tables(
    look: Look, path: Path, tables: Sequence[Sequence[tuple[str, Value]]]
) -> Sequence[Replacement]:
    """Write tables into the text that is looked at."""
    if look.layout.bracket(path) != "[":
        return [more_tables(look.layout, path, tables)]
    text = look.layout.text
    return [difference(text, edited(text, (AddTable(path, tuple(each)) for each in tables)))]


def _is_number_for_number(intent: SetValue, reading: Reading) -> bool:
    """Whether an intent only puts one number in place of another, which moves nothing else."""
    return _is_number(intent.value) and _is_number(_value_at(reading.data, intent.path))


def _is_number(value: object) -> bool:
    return isinstance(value, int | float)


def _value_at(data: Any, path: Path) -> Any:
    """Give the value of a path, None where there is none."""
    for part in path:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _renumbered(
    text: str, reading: Reading, numbers: Mapping[Path, SetValue], reader: BlockReader
) -> str:
    """Give the text with numbers in place of others.

    Whatever the new text says otherwise than the intents want makes it refused as a whole.
    """
    if not numbers:
        return text
    replacements = sorted(
        (_replacement(reading, intent) for intent in numbers.values()), key=lambda each: each.start
    )
    new = apply(text, replacements)
    wanted = with_values(reading.data, ((path, each.value) for path, each in numbers.items()))
    if reader.read(new).data != wanted:
        raise EditRefusedError("These numbers cannot be changed together without changing more.")
    return new


def _replacement(reading: Reading, intent: SetValue) -> Replacement:
    """Put a number where another stands."""
    start, end = plain_value(reading.spans, intent.path) or _offsets(reading.spans, intent.path)
    if isinstance(intent.value, tuple):
        raise EditRefusedError("A list is no number.")
    return Replacement(start, end, toml(intent.value))


def _offsets(spans: Spans, path: Path) -> tuple[int, int]:
    """Give the offsets of a value that is there."""
    where = spans.value(path)
    if where is None:
        raise EditRefusedError("The place of a number in the text is not known.")
    start = spans.offset(where.line, where.column)
    return start, spans.offset(where.end_line, where.end_column)
