"""What a person says of an inventory in a few words, as values of the plan."""

from collections.abc import Iterable, Mapping
from typing import Any, get_args

from pydantic import TypeAdapter, ValidationError

from medv_tui.errors import MedvError
from medv_tui.findings import Value
from medv_tui.inventory.cells import reader_of
from medv_tui.inventory.mapping import MEANINGS
from medv_tui.inventory.sizes import SIZE_KEYS
from medv_tui.plan.host import HostFacts
from medv_tui.plan.plan import Assign, Inventory, InventorySource, Unit

SOURCES: tuple[str, ...] = get_args(InventorySource)
UNITS: tuple[str, ...] = get_args(Unit)
_OF_ROWS = ("site", "name", "model")


def inventory_of(
    file: str,
    *,
    source: str = "auto",
    workspace: str | None = None,
    columns: Iterable[str] = (),
    units: Iterable[str] = (),
    rules: Iterable[str] = (),
) -> Inventory:
    """Give the table that the words ask for: `name=Asset Tag`, `ram_mb=KB`, `kiosk:site=Plant*`.

    Raises MedvError for what no table can say.
    """
    of_columns = _pairs(units, SIZE_KEYS)
    for key, unit in of_columns.items():
        if unit not in UNITS:
            raise MedvError(f"{key}={unit} names no unit; {', '.join(UNITS)} are.")
    return Inventory(
        file=file,
        source=TypeAdapter[InventorySource](InventorySource).validate_python(source),
        workspace=workspace,
        columns=_pairs(columns, MEANINGS),
        units=TypeAdapter(dict[str, Unit]).validate_python(of_columns),
        assign=tuple(map(_rule, rules)),
    )


def facts_of(words: Iterable[str]) -> dict[str, Value]:
    """Give facts such as `ram_mb=4096`; raises MedvError for what is no fact of a computer."""
    pairs = _pairs(words, tuple(HostFacts.model_fields))
    return {key: fact_of(key, word) for key, word in pairs.items()}


def fact_of(key: str, word: str) -> Value:
    """Read one fact of a computer as a person types it; raises MedvError."""
    try:
        value: Any = float(word) if key in SIZE_KEYS else reader_of(key)(word)
        checked = HostFacts.model_validate({key: int(value) if key == "ram_mb" else value})
    except (ValueError, OverflowError, ValidationError) as error:
        raise MedvError(
            f'"{word}" is no value for {key}; the plan reference says what is.'
        ) from error
    held: Value = getattr(checked, key)
    return held


def _pairs(words: Iterable[str], known: tuple[str, ...]) -> dict[str, str]:
    """Read words such as ram_mb=KB."""
    pairs: dict[str, str] = {}
    for word in words:
        key, _, value = (part.strip() for part in word.partition("="))
        if not value:
            raise MedvError(f"{word} has no value; {key or known[0]}=... is wanted.")
        if key not in known:
            raise MedvError(f"{word}: {key} is none of {', '.join(known)}.")
        pairs[key] = value
    return pairs


def _rule(word: str) -> Assign:
    """Read a rule such as kiosk:site=Plant*; what is no fact of a row is a column's header."""
    workspace, _, condition = word.strip().partition(":")
    key, _, value = condition.partition("=")
    if not (workspace and key and value):
        raise MedvError(
            f"{word} is no rule; WORKSPACE:KEY=PATTERN is wanted, where KEY is "
            f"{', '.join(_OF_ROWS)} or the header of a column, such as kiosk:site=Plant*."
        )
    where: Mapping[str, str] = {key: value} if key in _OF_ROWS else {"column": key, "equals": value}
    return Assign.model_validate({"workspace": workspace, **where})
