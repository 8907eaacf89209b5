"""What a case of the corpus is: a rule of TOML with a text that keeps it or breaks it."""

from typing import Any, NamedTuple


class Valid(NamedTuple):
    """A text that keeps a rule."""

    rule: str
    text: str
    says: dict[str, Any]
    """All that the text says, written out by hand."""


class Modern(NamedTuple):
    """A text that only TOML 1.1 allows."""

    rule: str
    text: str
    says: dict[str, Any]
    line: int
    """Where the syntax that TOML 1.0 lacks stands."""


class Broken(NamedTuple):
    """A text that breaks a rule once."""

    rule: str
    text: str
    line: int = 1
    """Where the mistake stands."""
    words: str = ""
    """A part of the sentence that names it."""
