"""What of a review is older than its text, because a statement has a problem."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence, Set
from enum import Enum, auto

from medv_tui.findings import Level, Path, Problem
from medv_tui.practices import sizing
from medv_tui.practices.catalogue import CATALOGUE
from medv_tui.practices.practice import Scope
from medv_tui.review.components import PARTS
from medv_tui.review.review import Review

_EVERYWHERE = frozenset({"format", "hosts", "host_defaults", "inventories", "attestations"})
_WORKSPACES: frozenset[Path] = frozenset({("workspaces",), ("workspaces", "name")})
"""What a workspace is known by, with the number of its table left out."""
_SIZES = {sizing.NEED: sizing.INPUTS, sizing.RULE: sizing.INPUTS}


class View(Enum):
    """One way to look at a review."""

    ARCHITECTURE = auto()
    HOSTS = auto()
    DISK = auto()
    CHECKLIST = auto()


EVERYTHING = frozenset(View)


def concerned(path: Path) -> frozenset[View]:
    """Say which views the value at a path has a part in."""
    names = [part for part in path if isinstance(part, str)]
    if path[0] in _EVERYWHERE or path[:1] + path[2:] in _WORKSPACES:
        return EVERYTHING
    fact = ".".join(names)
    views = {View.DISK} if _reads(sizing.INPUTS, fact) else set()
    if any(_reads(part.facts, fact) for part in PARTS):
        views.add(View.ARCHITECTURE)
    for practice in CATALOGUE:
        if _reads(practice.facts, fact):
            views |= {View.CHECKLIST, View.ARCHITECTURE}
            if practice.scope is Scope.HOST:
                views.add(View.HOSTS)
    return frozenset(views)


def _reads(facts: Iterable[str], fact: str) -> bool:
    """Whether a value is one of these facts, is a part of one, or holds one."""
    return any(
        _reads(_SIZES[each], fact) if each in _SIZES else _are_nested(each, fact) for each in facts
    )


def _are_nested(one: str, other: str) -> bool:
    return one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")


def why_as_before(review: Review, views: Set[View]) -> tuple[str, ...]:
    """Say what of these views is as before and why, in words that get shorter; or nothing."""
    paths = tuple(path for path in review.kept if views & concerned(path))
    if not paths:
        return ()
    names = tuple(dict.fromkeys(_name(review, path) for path in paths))
    lines = sorted({p.where.line for p in review.problems if p.where and _is_about(p, paths)})
    if len(lines) != 1:
        return f"{len(lines) or len(paths)} lines not valid, figures as before", "as before"
    line = f"line {lines[0]:,}"
    shorter = (f"{line}: as before", "as before")
    if len(names) > 1:
        return f"{line} not valid, figures as before", *shorter
    return f"{line} not valid, {names[0]} as before", *shorter


def _is_about(problem: Problem, paths: Sequence[Path]) -> bool:
    """Whether a problem of the plan's own text is why something is as before."""
    if problem.level is not Level.ERROR or problem.file:
        return False
    at = problem.path
    return not at or any(path[: len(at)] == at or at[: len(path)] == path for path in paths)


def _name(review: Review, path: Path) -> str:
    """Name a computer by its name, anything else by its key."""
    index = path[1] if path[0] == "hosts" and len(path) > 1 else None
    if isinstance(index, int):
        indexes = review.hosts.subjects.indexes["hosts"]
        row = bisect_left(indexes, index)
        if row < len(indexes) and indexes[row] == index:
            return review.plan.hosts[row].name
    keys = [part for part in path if isinstance(part, str)]
    return keys[-1]
