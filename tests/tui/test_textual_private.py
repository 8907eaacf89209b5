"""What is taken of Textual's inside stands in one list, and is on Textual's side as expected."""

import ast
import hashlib
import importlib
import inspect
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from types import FunctionType

import pytest
import textual
from textual._compositor import Compositor
from textual.drivers.linux_driver import LinuxDriver
from textual.widget import Widget
from textual.widgets import TextArea

import medv_tui
from medv_tui.tui import textual_private
from medv_tui.tui.textual_private import TAKEN

OURS = Path(inspect.getfile(medv_tui)).parent
LIST = Path(inspect.getfile(textual_private))
TEXTUALS = Path(inspect.getfile(textual)).parent
PUBLIC = {"_replace", "_asdict", "_fields", "_make", "_exit"}
"""Names of named tuples, and of `os`, which are public in spite of their underscore."""
REPLACED: dict[Callable[..., object], str] = {
    TextArea._set_document: "3bea23d1",
    TextArea._refresh_size: "dddf5bc7",
    Widget._scroll_update: "edb9f625",
    Compositor._get_renders: "8ac93299",
    LinuxDriver.run_input_thread: "d796af6d",
    LinuxDriver._enable_mouse_support: "cf01052c",
}
"""What ours stands in place of: when such a body changes, ours has to be looked at again."""


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.endswith("__") and name not in PUBLIC


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def names_of(owner: ast.ClassDef) -> Iterator[str]:
    """Give the names that a class defines, and that its methods write to `self`."""
    for node in owner.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (target.id for target in targets if isinstance(target, ast.Name))
    for part in ast.walk(owner):
        if isinstance(part, ast.Attribute) and isinstance(part.ctx, ast.Store) and is_self(part):
            yield part.attr


def is_self(node: ast.Attribute) -> bool:
    return isinstance(node.value, ast.Name) and node.value.id in {"self", "cls"}


@cache
def inside(owner: type) -> frozenset[str]:
    """Give the private names of one of Textual's classes itself."""
    source = inspect.getsourcefile(owner)
    assert source is not None
    found = (
        name
        for node in ast.walk(parsed(Path(source)))
        if isinstance(node, ast.ClassDef) and node.name == owner.__name__
        for name in names_of(node)
    )
    return frozenset(filter(is_private, found))


def inherited(heir: type) -> set[str]:
    """Give the private names that a class has of Textual."""
    bases = (base for base in heir.__mro__ if base.__module__.split(".")[0] == "textual")
    return {name for base in bases for name in inside(base)}


def uses(path: Path) -> Iterator[str]:
    """Give every private name of Textual in a module of ours."""
    tree = parsed(path)
    classes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    own = {name for node in classes for name in names_of(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual."):
            if any(is_private(part) for part in str(node.module).split(".")):
                yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (a.name for a in node.names if a.name.startswith("textual._"))
        elif isinstance(node, ast.Attribute) and not is_self(node) and node.attr not in own:
            yield from filter(is_private, [node.attr])
        elif isinstance(node, ast.ClassDef):
            yield from uses_in(node, path)


def uses_in(node: ast.ClassDef, path: Path) -> Iterator[str]:
    """Give the private names of its bases that a class overrides or reads."""
    place = path.relative_to(OURS.parent).with_suffix("")
    ours = getattr(importlib.import_module(".".join(place.parts)), node.name, None)
    theirs = inherited(ours) if isinstance(ours, type) else set()
    for part in ast.walk(node):
        if isinstance(part, ast.Attribute) and is_self(part) and part.attr in theirs:
            yield part.attr
    yield from theirs.intersection(names_of(node))


def test_nothing_of_textual_s_inside_is_touched_that_the_list_does_not_give_a_reason_for() -> None:
    found = {
        (".".join(path.relative_to(OURS).with_suffix("").parts), name)
        for path in OURS.rglob("*.py")
        if path != LIST
        for name in uses(path)
    }
    listed = {
        (f"tui.{each.ours}", name)
        for each in TAKEN
        for name in (each.names or (each.owner.__name__,))
    }
    assert found == listed
    assert all(each.reason.endswith(".") for each in TAKEN)


@pytest.mark.parametrize(
    ("owner", "name"), [(each.owner, name) for each in TAKEN for name in each.names]
)
def test_what_is_taken_is_still_there_and_used_by_textual_itself(owner: type, name: str) -> None:
    assert name in inherited(owner)
    bases = (base for base in owner.__mro__ if base.__module__.startswith("textual."))
    sources = {inspect.getsource(inspect.getmodule(base) or base) for base in bases}
    assert sum(source.count(name.removeprefix("_action_")) for source in sources) > 1


@pytest.mark.parametrize("each", TAKEN, ids=lambda each: f"{each.ours} {each.owner.__name__}")
def test_what_is_overridden_takes_what_textual_gives(each: textual_private.Taken) -> None:
    module = importlib.import_module(f"medv_tui.tui.{each.ours}")
    for ours in vars(module).values():
        for name in each.names if isinstance(ours, type) else ():
            method = vars(ours).get(name)
            if isinstance(method, FunctionType) and issubclass(ours, each.owner):
                theirs = inspect.signature(getattr(each.owner, name)).parameters.values()
                mine = inspect.signature(method).parameters.values()
                assert [p.kind for p in mine] == [p.kind for p in theirs]


@pytest.mark.parametrize("method", REPLACED, ids=lambda method: method.__qualname__)
def test_what_is_replaced_whole_is_what_it_was_when_it_was_replaced(
    method: Callable[..., object],
) -> None:
    body = hashlib.sha256(inspect.getsource(method).encode()).hexdigest()[:8]
    assert body == REPLACED[method], f"Read {method.__qualname__} again, and what replaces it."
