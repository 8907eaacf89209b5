"""A workspace under another name, together with everything that names it."""

from medv_tui.findings import Path, SetValue
from medv_tui.planfile.block_reader import BlockReader
from medv_tui.planfile.expectation import Data
from medv_tui.planfile.look import Replacements
from medv_tui.planfile.references import items, references
from medv_tui.planfile.replacement import EditRefusedError
from medv_tui.planfile.together import together
from medv_tui.planfile.values import toml


def places(data: Data, name: str) -> list[Path]:
    """List where a workspace's name stands: in its own table first, then wherever it is named."""
    own: list[Path] = [
        ("workspaces", number, "name")
        for number, table in enumerate(items(data, "workspaces"))
        if isinstance(table, dict) and _is(table.get("name"), name)
    ]
    return own + [path for path, called in references(data) if _is(called, name)]


def renamed(text: str, old: str, new: str, reader: BlockReader | None = None) -> Replacements:
    """Give the replacements that call a workspace otherwise, in order.

    Names in statements that cannot be read stay as they are. A reader that knows the text makes
    this faster. Raises EditRefusedError for a name
    that is empty, that another workspace has, or that nothing has.
    """
    new = new.strip()
    if not new:
        raise EditRefusedError("A workspace needs a name of at least one character.")
    reader = reader or BlockReader()
    reading = reader.read(text)
    if not _is(new, old) and places(reading.data, new):
        raise EditRefusedError(f"The name {toml(new)} is in use already: choose another one.")
    found = places(reading.data, old)
    if not found:
        raise EditRefusedError(f"Nothing in the plan is called {toml(old)}.")
    return together(text, [SetValue(path, new) for path in found], reader)


def _is(one: object, name: str) -> bool:
    return isinstance(one, str) and one.casefold() == name.casefold()
