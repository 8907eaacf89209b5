"""The sentence below each field of a model, read from the source only when it is asked for.

pydantic can read them too, but does so while the program starts, and reads a module anew for
each of its classes.
"""

import ast
import inspect
import sys
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from typing import Any

from pydantic import BaseModel


def describe(schema: dict[str, Any], model: type[BaseModel]) -> None:
    """Put the sentences of a model into its JSON Schema, as its `json_schema_extra`."""
    said = {
        name: text
        for above in reversed(model.__mro__)
        for name, text in _of_module(above.__module__).get(above.__name__, {}).items()
    }
    for name, field in model.model_fields.items():
        written = schema["properties"].get(field.serialization_alias or name)
        if written is not None and name in said:
            written.setdefault("description", said[name])


@cache
def _of_module(module: str) -> Mapping[str, Mapping[str, str]]:
    """Read the sentences of every class in a module of this program."""
    if not module.startswith(__name__.partition(".")[0]):
        return {}
    nodes = ast.walk(ast.parse(inspect.getsource(sys.modules[module])))
    return {node.name: _of_class(node) for node in nodes if isinstance(node, ast.ClassDef)}


def _of_class(node: ast.ClassDef) -> Mapping[str, str]:
    """Give the text that stands below each annotated name."""
    found: dict[str, str] = {}
    for field, below in pairwise(node.body):
        match field, below:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                found[name] = inspect.cleandoc(text)
    return found
