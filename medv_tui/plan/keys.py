"""Every table and key that a plan may hold, as values: what completion and reference tell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

from medv_tui.plan.plan import Plan
from medv_tui.plan.settings import SETTINGS, Kind, Setting

_Schema: TypeAlias = Mapping[str, Any]
"""A JSON Schema, as pydantic writes it for the plan."""


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a plan."""

    path: str
    """Its dotted place without indexes, `hosts.ram_mb`."""
    type: str
    """What its value is, in words: whole number, text, true or false, list of texts ..."""
    unit: str
    """MB, GB, s ...; empty where there is none."""
    required: bool
    """Whether its table means nothing without it."""
    default: object | None
    """What holds where the key is absent; None means unknown. A setting has its documented one."""
    description: str
    choices: tuple[str, ...] = ()
    """The values that it takes, or that its items take; a setting's in documented spelling."""
    minimum: float | None = None
    """Smallest value that a plan may write; of a setting, the smallest documented."""
    maximum: float | None = None

    @property
    def name(self) -> str:
        """The last part of its path."""
        return self.path.rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class TableKeys:
    """One table of a plan with the keys that stand in it; tables inside it are their own."""

    path: str
    """Its dotted place without indexes, `workspaces.image`; empty for the root."""
    many: bool
    """Whether it is an array of tables, `[[hosts]]`."""
    description: str
    keys: tuple[Key, ...]


@cache
def tables() -> tuple[TableKeys, ...]:
    """Give every table of the plan in the order of the models, each before those inside it."""
    root = Plan.model_json_schema()
    return tuple(_tables(root, root["$defs"], "", many=False))


def key(path: str) -> Key:
    """Give the key of that dotted path; KeyError if there is none."""
    return _keys()[path]


@cache
def _keys() -> Mapping[str, Key]:
    return {each.path: each for table in tables() for each in table.keys}


def _tables(schema: _Schema, models: _Schema, path: str, *, many: bool) -> Iterator[TableKeys]:
    """Give the table of a schema and those inside it; a field's words come before its model's."""
    inside: list[tuple[str, _Schema, bool]] = []
    keys: list[Key] = []
    required = schema.get("required", ())
    for name, field in schema["properties"].items():
        place = f"{path}.{name}" if path else name
        item = field.get("items", {})
        reference = field.get("$ref") or item.get("$ref")
        if reference:
            model = models[reference.rpartition("/")[2]]
            inside.append((place, {**model, **field}, bool(item)))
        else:
            keys.append(_key(place, field, required=name in required))
    yield TableKeys(path, many, schema["description"], tuple(keys))
    for place, model, repeated in inside:
        yield from _tables(model, models, place, many=repeated)


def _key(path: str, field: _Schema, *, required: bool) -> Key:
    """Describe one key by the settings registry where it is a setting, else by its schema."""
    if path in _SETTINGS:
        return _setting_key(_SETTINGS[path])
    shape = _written(field)
    return Key(
        path=path,
        type=_words(shape),
        unit=_UNITS.get(path.rpartition("_")[2], ""),
        required=required,
        default=field.get("default"),
        description=field["description"],
        choices=_choices(shape),
        minimum=shape.get("minimum"),
        maximum=shape.get("maximum"),
    )


def _setting_key(setting: Setting) -> Key:
    return Key(
        path=setting.path,
        type=_KIND_WORDS[setting.kind],
        unit=setting.unit,
        required=False,
        default=setting.default,
        description=setting.meaning,
        choices=setting.choices,
        minimum=setting.minimum,
        maximum=setting.maximum,
    )


def _written(field: _Schema) -> _Schema:
    """Give the schema of what can be written: TOML has no null, so only models know it."""
    alternatives = [each for each in field.get("anyOf", ()) if each.get("type") != "null"]
    return alternatives[0] if alternatives else field


def _words(shape: _Schema) -> str:
    """Say in words what a value is."""
    if "enum" in shape:
        return "one of the choices"
    if "format" in shape:
        return str(shape["format"])
    if shape["type"] == "array":
        return "list of choices" if "enum" in shape["items"] else "list of texts"
    if shape["type"] == "object":
        return "table of choices" if _choices(shape) else "table of texts"
    return _TYPE_WORDS[shape["type"]]


def _choices(shape: _Schema) -> tuple[str, ...]:
    """Give the values that are allowed, also where the choices are those of items."""
    if "const" in shape:
        return (str(shape["const"]),)
    items = shape.get("items") or shape.get("additionalProperties") or {}
    return tuple(shape.get("enum") or items.get("enum") or ())


_SETTINGS = {setting.path: setting for setting in SETTINGS}

_UNITS = {"mb": "MB", "gb": "GB"}

_TYPE_WORDS = {
    "boolean": "true or false",
    "integer": "whole number",
    "number": "number",
    "string": "text",
}

_KIND_WORDS = {
    Kind.SWITCH: "true or false",
    Kind.NUMBER: "whole number",
    Kind.TEXT: "text",
    Kind.TEXTS: "list of texts",
    Kind.NUMBERS: "list of whole numbers",
}
