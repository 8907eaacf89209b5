"""What was concluded for the plan and its workspaces, for as long as nothing it rests on changes.

An edit of one computer changes few of the facts that these practices read.
"""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from medv_tui.practices import sizing
from medv_tui.practices.attestations import Attestations
from medv_tui.practices.practice import Facts, Practice
from medv_tui.practices.subjects import Subjects
from medv_tui.turns import give_way

T = TypeVar("T")

_PLAIN = frozenset({int, float, str})
"""Kinds of values of which two that are equal are said alike; 1 and 1.0 are not one kind."""


class KnownItems(Generic[T]):
    """The items of the last review by practice and workspace, with the facts that they read."""

    def __init__(self) -> None:
        self._rests_on: tuple[object, ...] = ()
        """What every item rests on besides the facts that its practice reads."""
        self._items: dict[tuple[str, str], tuple[tuple[Any, ...], T]] = {}

    def begin(self, subjects: Subjects, attestations: Attestations) -> None:
        """Forget everything where more changed than facts: words, problems or places."""
        # Where the workspaces stand in the text is part of what a finding points at.
        places = subjects.indexes.get("workspaces", ())
        now = (attestations, subjects.unreadable, places)
        if now != self._rests_on:
            self._rests_on, self._items = now, {}

    def item(self, practice: Practice, workspace: str, facts: Facts, judge: Callable[[], T]) -> T:
        """Give what was concluded of the same facts, or judge them; no workspace is the plan.

        What a practice lacks that reads the need of disk space is told by other facts than its
        own, so that it is always judged.
        """
        values = tuple(map(facts.get, practice.facts))
        known = self._items.get((practice.id, workspace))
        if known is not None and _are_same(known[0], values) and sizing.NEED not in practice.facts:
            return known[1]
        give_way()
        item = judge()
        self._items[practice.id, workspace] = values, item
        return item


def _are_same(old: Sequence[Any], new: Sequence[Any]) -> bool:
    """Whether values are said alike: they are the very same, or plain ones that are equal."""
    return all(
        a is b or (type(a) is type(b) and type(a) in _PLAIN and a == b)
        for a, b in zip(old, new, strict=True)
    )
