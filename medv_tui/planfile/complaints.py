"""What the plan's model refuses, as problems in plain words at the right place."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time
from typing import Any, NamedTuple, TypeAlias

from pydantic_core import ErrorDetails

from medv_tui.findings import Intent, Level, Path, Problem, RemoveKey, RenameKey, SetValue
from medv_tui.planfile.expectation import at
from medv_tui.planfile.homes import are_sure, homes_of, is_table
from medv_tui.planfile.meant import choice, item_meant_by, meant_by, says_nothing, taken_at
from medv_tui.planfile.positions import Spans
from medv_tui.planfile.spelling import nearest
from medv_tui.planfile.tables import model_at, table_keys
from medv_tui.planfile.values import toml
from medv_tui.problem_codes import Code

_Errors: TypeAlias = list[ErrorDetails]

_RANGES = {
    "greater_than_equal": "of {:,.10g} or more",
    "greater_than": "above {:,.10g}",
    "less_than_equal": "of {:,.10g} or less",
    "less_than": "below {:,.10g}",
    "finite_number": "that is finite",
}
_KINDS = {
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "string": "text in quotes",
    "date": "a date such as 2027-01-31",
    "tuple": "a list in square brackets",
    "list": "a list in square brackets",
    "dict": "a table",
    "model": "a table",
    "none": "absent",
}
_UNITS = ("kb", "mb", "gb", "tb", "bytes")
_SHOWN = 60
"""Longer texts are cut in messages."""


class Complaints(NamedTuple):
    """What the model refuses."""

    problems: list[Problem]
    """One for each mistake, none that follows from another."""
    refused: tuple[Path, ...]
    """Everything that the model does not take, told or not."""


def complaints(
    errors: Iterable[ErrorDetails],
    data: Mapping[str, Any],
    spans: Spans,
    broken: frozenset[Path],
) -> Complaints:
    """Turn the model's errors into problems.

    `broken` are the paths of syntax problems: what is missing there was not forgotten.
    """
    grouped: dict[Path, _Errors] = {}
    for error in errors:
        grouped.setdefault(_data_path(error, data), []).append(error)
    unknown = [path for path, group in grouped.items() if group[0]["type"] == "extra_forbidden"]
    lacking = [path for path, group in grouped.items() if group[0]["type"] == "missing"]
    near = {path: meant for path in unknown if (meant := _misspelt(path, unknown, lacking))}
    follows = set(near.values())
    hurt = broken | {path[:-1] for path in broken}
    follows |= {
        path
        for path, group in grouped.items()
        if group[0]["type"] == "missing" and path[:-1] in hurt
    }
    # A list of tables that begins as a single table clashes with its next header already.
    follows |= {
        path for path, group in grouped.items() if group[0]["type"] == "tuple_type"
    } & broken
    told = [
        _problem(path, group, data, spans, near.get(path))
        for path, group in grouped.items()
        if path not in follows
    ]
    return Complaints(told, tuple(grouped))


def _data_path(error: ErrorDetails, data: Mapping[str, Any]) -> Path:
    """Give the path in the data: with a missing key, without the labels of unions."""
    node: Any = data
    path: Path = ()
    for part in error["loc"]:
        if isinstance(node, dict) and part in node:
            node = node[str(part)]
        elif isinstance(node, list) and isinstance(part, int) and part < len(node):
            node = node[part]
        else:
            break
        path = (*path, part)
    return (*path, error["loc"][-1]) if error["type"] == "missing" else path


def _known(path: Path) -> tuple[str, ...]:
    model = model_at(path[:-1])
    return tuple(model.model_fields) if model else ()


def _misspelt(path: Path, unknown: Sequence[Path], lacking: Sequence[Path]) -> Path | None:
    """Give the key that an unknown one was meant for.

    The only one that its table does not know is the only one that the table lacks.
    """
    near = nearest(str(path[-1]), _known(path))
    if near:
        return (*path[:-1], near)
    if homes_of(str(path[-1]), path[:-1], is_table=False):
        return None
    beside = [each for each in unknown if each[:-1] == path[:-1]]
    missing = [each for each in lacking if each[:-1] == path[:-1]]
    return missing[0] if len(beside) == len(missing) == 1 else None


def place(path: Path, data: Mapping[str, Any]) -> str:
    """Say where a key stands: `hosts[3] "FIN-0004": `; empty for keys of the root."""
    words: list[str] = []
    node: Any = data
    for part in path[:-1]:
        node = _child(node, part)
        if isinstance(part, int) and words:
            name = _item_name(node)
            words[-1] = f"{words[-1]}[{part}]" + (f" {toml(name)}" if name else "")
        else:
            words.append(str(part))
    return " ".join(words) + ": " if words else ""


def _child(node: Any, part: str | int) -> Any:
    if isinstance(node, dict):
        return node.get(str(part))
    if isinstance(node, list) and isinstance(part, int) and part < len(node):
        return node[part]
    return None


def _item_name(item: Any) -> str:
    """Give what a person would call an item of a list."""
    if not isinstance(item, dict):
        return ""
    names = (item.get(key) for key in ("name", "file", "practice"))
    return next((_cut(name) for name in names if isinstance(name, str) and name), "")


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _problem(
    path: Path, group: _Errors, data: Mapping[str, Any], spans: Spans, near: Path | None
) -> Problem:
    """Tell of one path; `near` is what an unknown key was meant for, as far as that is known."""
    error = group[0]
    key = _key_words(path)
    before = place(path[: len(path) - _indexes(path)], data)
    where = spans.locate(path)
    fix: Intent | None = None
    if error["type"] == "extra_forbidden":
        code, where = Code.UNKNOWN_KEY, spans.key(path) or where
        suggestion = _suggestion(path, near, error["input"])
        message = f"{_cut(str(path[-1]))} is not a known key here{suggestion}"
        fix = _renamed(path, near, data, error["input"])
    elif error["type"] == "missing":
        code, message = Code.MISSING_KEY, f"{key} is missing."
    else:
        code, wanted = _wanted(path, group)
        message = f"{key} must be {wanted}, not {_seen(error['input'], code)}."
        fix = _repaired(path, error)
    return Problem(Level.ERROR, code, before + message, path, where=where, fix=fix)


def _indexes(path: Path) -> int:
    """How many indexes a path ends with: the items of a list of plain values."""
    count = 0
    while count < len(path) and isinstance(path[-1 - count], int):
        count += 1
    return count


def _key_words(path: Path) -> str:
    """Name the key, or the item of the list under it."""
    count = _indexes(path)
    if not count:
        return str(path[-1]) if path else "the plan"
    key = path[-1 - count] if len(path) > count else ""
    return f"{key}{''.join(f'[{index}]' for index in path[len(path) - count :])}"


def _suggestion(path: Path, near: Path | None, value: object) -> str:
    """Name the table that has an unknown key, or the key that was probably meant."""
    homes = homes_of(str(path[-1]), path[:-1], is_table=is_table(value))
    if near and not are_sure(homes):
        unit = _other_unit(path, near)
        return f"; did you mean {near[-1]}{f', which is in {unit}' if unit else ''}?"
    if homes:
        return f"; it belongs under {' or '.join(home.header for home in homes)}."
    return "."


def _renamed(
    path: Path, near: Path | None, data: Mapping[str, Any], value: object
) -> RenameKey | None:
    """Give an unknown key the name that was probably meant.

    None where that is there already, takes something else, or has another unit in its name.
    """
    homes = homes_of(str(path[-1]), path[:-1], is_table=is_table(value))
    if near is None or are_sure(homes) or (model_at(near) is not None) != is_table(value):
        return None
    held = at(data, near)
    if held is not None and not (isinstance(held, list) and isinstance(value, list)):
        return None
    return None if _other_unit(path, near) else RenameKey(path, str(near[-1]))


def _other_unit(path: Path, near: Path) -> str:
    """Give the unit of a key that another unit was written for; empty where that is not so."""
    own, other = (str(name).lower().rpartition("_")[2] for name in (path[-1], near[-1]))
    return other.upper() if own != other and own in _UNITS else ""


def _wanted(path: Path, group: _Errors) -> tuple[Code, str]:
    """Give the code and what the key takes; a union names all that it takes."""
    listed = next((_choices(error) for error in group if error["type"] == "literal_error"), "")
    kinds = dict.fromkeys(_kind(path, e) for e in group if e["type"] != "literal_error")
    words = " or ".join((*kinds, listed) if listed else kinds)
    if len(group) > 1 and any(error["type"].startswith("bool") for error in group):
        words = "true, false, 1 or 0"
    if any(error["type"] in _RANGES or error["type"] == "string_too_short" for error in group):
        return Code.OUT_OF_RANGE, words
    return (Code.WRONG_TYPE if kinds else Code.NOT_A_CHOICE), words


def _choices(error: ErrorDetails) -> str:
    return str(error.get("ctx", {}).get("expected", "")).replace("'", '"')


def _kind(path: Path, error: ErrorDetails) -> str:
    """Say what kind of value a key takes, with its range and the unit that its name carries."""
    kind = error["type"].partition("_")[0]
    if error["type"] == "string_too_short":
        return "text that is not empty"
    if error["type"] in _RANGES:
        bound = next(iter(error.get("ctx", {}).values()), 0.0)
        number = _number(path, "int" if isinstance(bound, int) else "float")
        return f"{number} {_RANGES[error['type']].format(bound)}"
    if kind in ("int", "float"):
        return _number(path, kind)
    model = model_at(path)
    if kind == "tuple" and model is not None and isinstance(path[-1], str):
        header = ".".join(part for part in path if isinstance(part, str))
        return f"a list of tables, so write [[{header}]]"
    return _KINDS.get(kind, "another kind of value")


def _number(path: Path, kind: str) -> str:
    key = next((part for part in reversed(path) if isinstance(part, str)), "")
    if key.endswith("_gb"):
        return "a size in GB"
    if key.endswith("_mb"):
        return "a whole number of MB"
    return _KINDS[kind]


def _seen(value: object, code: Code) -> str:
    """Give the value itself; of a wrong kind, texts as such, and lists and tables without it."""
    if isinstance(value, str):
        written = toml(_cut(value))
        return f"the text {written}" if code is Code.WRONG_TYPE else written
    if isinstance(value, bool | int | float | date | time):
        return _cut(toml(value) if isinstance(value, bool | int | float) else str(value))
    kinds = ((dict, "a table"), (list | tuple, "a list"))
    return next((name for kind, name in kinds if isinstance(value, kind)), "this")


def _repaired(path: Path, error: ErrorDetails) -> Intent | None:
    """Give the value that was obviously meant, or take one out that says nothing."""
    value = error["input"]
    known = taken_at(path)
    if known is None:
        choices = tuple(str(error.get("ctx", {}).get("expected", "")).split("'")[1::2])
        found = choice(value, choices) if choices and isinstance(value, str) else None
        return None if found is None else SetValue(path, found)
    is_item = isinstance(path[-1], int)
    right = item_meant_by(known, value) if is_item else meant_by(known, value)
    if right is not None and (type(right), right) != (type(value), value):
        return SetValue(path, right)
    is_idle = says_nothing(value) and not (known.required or known.choices)
    return RemoveKey(path) if is_idle else None


def sub_tables(path: Path) -> tuple[str, ...]:
    """Names of the tables that can stand in the table at a path."""
    model = model_at(path)
    return table_keys(model) if model else ()
