"""Questions to the person at the terminal."""

import sys

from medv_tui.cli import output


def can_ask() -> bool:
    """Say whether somebody is there to answer."""
    return sys.stdin.isatty()


def ask(question: str) -> str:
    """Give what a person types; nothing where the input ends."""
    output.prompt(question)
    return sys.stdin.readline().strip()


def agreed(question: str) -> bool:
    """Say whether a person answers yes; anything else is no."""
    return ask(f"{question} [y/N] ").casefold() in {"y", "yes"}
