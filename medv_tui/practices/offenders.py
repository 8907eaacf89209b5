"""Several that break one practice, in one message: the first is named, the others counted."""

from collections.abc import Iterable

from medv_tui.plan.workspace import Application


def first_of(texts: Iterable[str]) -> str:
    """Quote the first text and count the others: `"Ledger 3.1" and 2 more`."""
    first, *others = texts
    return f'"{first}" and {len(others):,} more' if others else f'"{first}"'


def named(applications: Iterable[Application]) -> str:
    """Name the first application and count the others."""
    return first_of(application.name for application in applications)


def counted(count: int, noun: str) -> str:
    """Write a number with its noun, whose plural ends in s."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
