"""What the words of `medv-tui import` ask for, as values of the plan."""

import argparse
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


def inventory(file: str, chosen: argparse.Namespace) -> Inventory:
    """Give the table that the words ask for; raises MedvError for what no table can say."""
    columns = _pairs("--column", chosen.column, MEANINGS)
    units = _pairs("--unit", chosen.unit, SIZE_KEYS)
    for key, unit in units.items():
        if unit not in UNITS:
            raise MedvError(f"--unit {key}={unit} names no unit; {', '.join(UNITS)} are.")
    return Inventory(
        file=file,
        source=chosen.source,
        workspace=chosen.workspace,
        columns=columns,
        units=TypeAdapter(dict[str, Unit]).validate_python(units),
        assign=tuple(map(_rule, chosen.assign)),
    )


def defaults(chosen: argparse.Namespace) -> dict[str, Value]:
    """Give the facts for computers that lack them; raises MedvError for what is no fact."""
    words = _pairs("--default", chosen.default, tuple(HostFacts.model_fields))
    if chosen.users is not None:
        words["users"] = chosen.users
    return {key: fact(key, word) for key, word in words.items()}


def fact(key: str, word: str) -> Value:
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


def _pairs(option: str, words: Iterable[str], known: Iterable[str]) -> dict[str, str]:
    """Read words such as ram_mb=KB."""
    pairs: dict[str, str] = {}
    known = tuple(known)
    for word in words:
        key, sign, value = word.partition("=")
        if not sign or not value:
            raise MedvError(f"{option} {word} has no value; {option} {known[0]}=... is wanted.")
        if key not in known:
            raise MedvError(f"{option} {word}: {key} is none of {', '.join(known)}.")
        pairs[key] = value
    return pairs


def _rule(word: str) -> Assign:
    """Read a rule such as kiosk:site=Plant*; what is no fact of a row is a column's header."""
    workspace, colon, condition = word.partition(":")
    key, sign, value = condition.partition("=")
    if not (workspace and colon and key and sign and value):
        raise MedvError(
            f"--assign {word} is no rule; WORKSPACE:KEY=PATTERN is wanted, where KEY is "
            f"{', '.join(_OF_ROWS)} or the header of a column, such as kiosk:site=Plant*."
        )
    where: Mapping[str, str] = {key: value} if key in _OF_ROWS else {"column": key, "equals": value}
    return Assign.model_validate({"workspace": workspace, **where})
