"""What practices read of groups of computers: groups that are alike in it get one answer."""

from collections.abc import Hashable, Sequence
from functools import cache, cached_property
from typing import Any, TypeAlias

from medv_tui.plan.fleet import Group
from medv_tui.practices.practice import Practice
from medv_tui.practices.subjects import HOSTS, Subjects

Combination: TypeAlias = tuple[Hashable, ...]
"""All that a practice's answer for a group rests on, besides what is the same for everyone."""


class Combinations:
    """The facts of some groups in columns, out of which every practice takes those it reads."""

    def __init__(self, subjects: Subjects, groups: Sequence[Group]) -> None:
        self.subjects, self.groups = subjects, groups
        self._columns: dict[str, list[Any]] = {}

    def of(self, practice: Practice, *, is_attested: bool) -> list[Combination]:
        """Give the combination of each group; it is another where there is a word on it."""
        # Whose word it is depends on the workspace's name, and on what names the computers.
        shared = [self._fact("workspace"), self._marks] if is_attested else [self._workspaces]
        own = [self._fact(key) for key in _own_keys(practice.facts)]
        return list(zip(*shared, *own, strict=True))

    @cached_property
    def _workspaces(self) -> list[int | None]:
        """The position of each group's workspace."""
        return [self.subjects.workspace_of(group) for group in self.groups]

    @cached_property
    def _marks(self) -> list[frozenset[int]]:
        """What else sets each group apart."""
        return [group.mark for group in self.groups]

    def _fact(self, key: str) -> list[Any]:
        """Give one fact of each group, or None."""
        if key not in self._columns:
            self._columns[key] = [group.facts.get(key) for group in self.groups]
        return self._columns[key]


@cache
def _own_keys(facts: tuple[str, ...]) -> tuple[str, ...]:
    """Name a computer's own facts among others, and its system, which brings some of them."""
    own = (fact.removeprefix(HOSTS) for fact in facts if fact.startswith(HOSTS))
    return (*own, "os")
