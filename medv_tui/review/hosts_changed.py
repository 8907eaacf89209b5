"""The same facts given to several computers at once, wherever the plan has them from."""

from collections.abc import Iterable, Mapping

from medv_tui.findings import SetValue, Value
from medv_tui.plan.fleet import Fleet
from medv_tui.planfile.edits import with_tables
from medv_tui.planfile.replacement import apply
from medv_tui.planfile.together import together


def with_facts(text: str, fleet: Fleet, rows: Iterable[int], facts: Mapping[str, Value]) -> str:
    """Give the plan's text with these facts on these rows of its fleet.

    A computer that stands in an inventory alone gets a `[[hosts]]` table with its name, whose
    facts come before the inventory's. Raises EditRefusedError where that cannot be done safely.
    """
    changes: list[SetValue] = []
    tables: list[tuple[tuple[str, Value], ...]] = []
    for row in rows:
        index = fleet.places[row].index
        if index is None:
            tables.append((("name", fleet.names[row]), *facts.items()))
        else:
            changes += [SetValue(("hosts", index, key), value) for key, value in facts.items()]
    changed = apply(text, together(text, changes)) if changes else text
    return with_tables(changed, ("hosts",), tables) if tables else changed
