"""Several intents as one change: a thousand numbers cost two readings of the text, not more."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from medv_tui.findings import AddTable, Intent, Path, SetValue, Value
from medv_tui.planfile.block_reader import read_in_pieces
from medv_tui.planfile.edit import edit
from medv_tui.planfile.expectation import at, plain, same, with_value
from medv_tui.planfile.layout import Layout
from medv_tui.planfile.new_tables import more_tables
from medv_tui.planfile.notation import shown
from medv_tui.planfile.replacement import EditRefusedError, Replacement, apply
from medv_tui.planfile.syntax import Reading
from medv_tui.planfile.values import toml


def edited(text: str, intents: Iterable[Intent]) -> str:
    """Give the text with every intent carried out.

    Raises EditRefusedError where one of them cannot be done safely; none is done then.
    """
    reading = read_in_pieces(text)
    numbers: dict[Path, SetValue] = {}
    others: list[Intent] = []
    for intent in intents:
        if isinstance(intent, SetValue) and _is_number_for_number(intent, reading):
            numbers[intent.path] = intent
        else:
            others.append(intent)
    text = _renumbered(text, reading, numbers)
    for intent in others:
        text = apply(text, edit(text, intent))
    return text


def with_tables(text: str, path: Path, tables: Sequence[Sequence[tuple[str, Value]]]) -> str:
    """Give the text with several tables added to a list of tables, in two readings of it.

    Raises EditRefusedError where that cannot be done safely.
    """
    reading = read_in_pieces(text)
    layout = Layout(text, reading)
    if not tables or layout.bracket(path) == "[":
        return edited(text, (AddTable(path, tuple(values)) for values in tables))
    held = at(reading.data, path)
    if held is not None and not isinstance(held, list):
        raise EditRefusedError(f"{shown(path)} is not a list of tables.")
    new = apply(text, [more_tables(layout, path, tables)])
    added = [{key: plain(value) for key, value in values} for values in tables]
    after = read_in_pieces(new)
    wanted = with_value(reading.data, path, [*(held or ()), *added])
    if len(after.problems) > len(reading.problems) or not same(after.data, wanted):
        raise EditRefusedError(
            f"{shown(path)} cannot be added to here: it would change something else as well. "
            "Change it by hand."
        )
    return new


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


def _renumbered(text: str, reading: Reading, numbers: Mapping[Path, SetValue]) -> str:
    """Give the text with numbers in place of others; the reading is changed to what it then says.

    Whatever the new text says otherwise than the intents want makes it refused as a whole.
    """
    if not numbers:
        return text
    replacements = sorted(
        (_replacement(reading, intent) for intent in numbers.values()), key=lambda each: each.start
    )
    new = apply(text, replacements)
    for path, intent in numbers.items():
        _value_at(reading.data, path[:-1])[path[-1]] = intent.value
    if read_in_pieces(new).data != reading.data:
        raise EditRefusedError("These numbers cannot be changed together without changing more.")
    return new


def _replacement(reading: Reading, intent: SetValue) -> Replacement:
    """Put a number where another stands."""
    where = reading.spans.value(intent.path)
    if where is None or isinstance(intent.value, tuple):
        raise EditRefusedError("The place of a number in the text is not known.")
    spans = reading.spans
    start = spans.offset(where.line, where.column)
    end = spans.offset(where.end_line, where.end_column)
    return Replacement(start, end, toml(intent.value))
