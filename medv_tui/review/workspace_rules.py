"""Many computers given a workspace by a few rules of their inventories."""

import glob
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import takewhile
from string import digits
from typing import NamedTuple

from medv_tui.errors import PlanUnreadableError
from medv_tui.findings import AddTable
from medv_tui.inventory.progress import Progress, untold
from medv_tui.inventory.read import read
from medv_tui.plan.fleet import Fleet, build
from medv_tui.planfile.edits import edited
from medv_tui.planfile.parse import parse
from medv_tui.review.review import Review
from medv_tui.review.reviewer import Files

LEAST_COMPUTERS = 10
"""Computers that each rule stands for at least; fewer are easier to read by their names."""


class Rule(NamedTuple):
    """Which rows of an inventory are meant, as `[[inventories.assign]]` says it."""

    key: str
    """What of a row is compared: site, model or name."""
    pattern: str


class Ruled(NamedTuple):
    """A plan's text in which rules give the workspace."""

    text: str
    rules: tuple[Rule, ...]


def with_rules(
    text: str,
    review: Review,
    rows: Sequence[int],
    workspace: str,
    files: Files,
    progress: Progress = untold,
) -> Ruled | None:
    """Give the text with rules by which exactly these rows get the workspace.

    None where no few rules do: another rule or the row itself may come first, or others would
    get the workspace too. Raises EditRefusedError where the text cannot be changed safely, and
    what `progress` raises.
    """
    fleet = review.hosts.fleet
    places = [fleet.places[row] for row in rows]
    if any(place.line is None for place in places):
        return None
    named = {place.file for place in places}
    held = [i for i, each in enumerate(review.plan.inventories) if each.file in named]
    for rules in _candidates(fleet, rows):
        new = edited(text, (_table(i, rule, workspace) for i in held for rule in rules))
        if _moves_only(fleet, _fleet(new, files, progress), rows, workspace):
            return Ruled(new, rules)
    return None


def _candidates(fleet: Fleet, rows: Sequence[int]) -> Iterator[tuple[Rule, ...]]:
    """Give rules that match these rows and no others, by what the rows have in common."""
    chosen = frozenset(rows)
    for key in ("site", "model"):
        column = fleet.columns.get(key)
        values = {} if column is None else {column[row]: None for row in rows}
        if column is not None and None not in values and _are_worth(len(values), rows):
            folded = {value.casefold() for value in values}
            if _are(chosen, (v is not None and v.casefold() in folded for v in column)):
                yield tuple(Rule(key, glob.escape(value)) for value in values)
    beginning = _beginning([fleet.names[row] for row in rows]).rstrip(digits)
    alike = (name.startswith(beginning) for name in fleet.names)
    if beginning and _are_worth(1, rows) and _are(chosen, alike):
        yield (Rule("name", f"{glob.escape(beginning)}*"),)


def _beginning(names: Sequence[str]) -> str:
    """Give what all names begin with."""
    first, last = min(names), max(names)
    same = takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    return first[: len(list(same))]


def _are_worth(rules: int, rows: Sequence[int]) -> bool:
    """Whether so many rules are a shorter way to say it than the computers themselves."""
    return rules * LEAST_COMPUTERS <= len(rows)


def _are(chosen: frozenset[int], matches: Iterator[bool]) -> bool:
    """Whether the rows that match are those that are chosen."""
    return chosen == {row for row, is_match in enumerate(matches) if is_match}


def _table(inventory: int, rule: Rule, workspace: str) -> AddTable:
    """Write one rule as the last one of an inventory."""
    values = (("workspace", workspace), (rule.key, rule.pattern))
    return AddTable(("inventories", inventory, "assign"), values)


def _fleet(text: str, files: Files, progress: Progress) -> Fleet:
    """Put the computers of a plan together, without judging them."""
    parsed = parse(text)
    inventories = []
    for inventory in parsed.plan.inventories:
        with suppress(PlanUnreadableError):
            inventories.append(read(files(inventory.file), inventory, progress))
    return build(parsed.plan, parsed.rows["hosts"], inventories)


def _moves_only(before: Fleet, after: Fleet, rows: Sequence[int], workspace: str) -> bool:
    """Whether these rows have the workspace after a change, and all others what they had."""
    nobody = [None] * len(before.names)
    wanted = list(before.columns.get("workspace", nobody))
    for row in rows:
        wanted[row] = workspace
    return after.names == before.names and wanted == after.columns.get("workspace", nobody)
