"""The JSON Schemas of the plan, for editors, and of the result, for scripts."""

import json
from collections.abc import Mapping
from typing import Any, TypeAlias

from medv_tui.plan.plan import Plan

FILE_NAME = "medv-plan.schema.json"
"""What the schema is called beside a plan; the plan's first line refers to it."""

_DIALECT = "http://json-schema.org/draft-07/schema#"
_Schema: TypeAlias = dict[str, Any]


def plan_schema() -> str:
    """Give the JSON Schema of a plan, as text that ends in a line feed.

    It is draft 07, which every TOML editor with schemas understands. It is stricter than no
    reader and looser than the plan where only the program can tell: names that refer to others.
    """
    model = Plan.model_json_schema()
    tables = {name: _table(table) for name, table in model.pop("$defs").items()}
    schema = {
        "$schema": _DIALECT,
        "title": "MED-V plan",
        **{key: value for key, value in _table(model).items() if key != "title"},
        "definitions": tables,
    }
    return (
        json.dumps(schema, indent=2, ensure_ascii=False).replace("#/$defs/", "#/definitions/")
        + "\n"
    )


def _table(table: Mapping[str, Any]) -> _Schema:
    """Give a table's schema without what only the models need."""
    fields = {name: _field(field) for name, field in table["properties"].items()}
    return {**table, "properties": fields}


def _field(field: Mapping[str, Any]) -> _Schema:
    """Give one key's schema: TOML has no null, and a title that repeats the key says nothing."""
    kept = {key: value for key, value in field.items() if key not in {"title", "anyOf", "$ref"}}
    if kept.get("default", ...) is None or isinstance(kept.get("default"), dict):
        del kept["default"]
    if "$ref" in field:
        # Beside a reference, draft 07 ignores every other word.
        return {**kept, "allOf": [{"$ref": field["$ref"]}]}
    shapes = [shape for shape in field.get("anyOf", ()) if shape.get("type") != "null"]
    if len(shapes) == 1:
        return {**shapes[0], **kept}
    return {**kept, "anyOf": shapes} if shapes else kept
