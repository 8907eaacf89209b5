"""Where plans come from: files, or standard input."""

import hashlib
import sys
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from medv_tui.cli.progress import told
from medv_tui.errors import PlanUnreadableError
from medv_tui.findings import Level, Problem
from medv_tui.inventory import load as inventory
from medv_tui.planfile import load as plan
from medv_tui.planfile.text import LARGEST_BYTES, decode
from medv_tui.review.review import Review
from medv_tui.review.reviewer import Reviewer

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One plan with what it came to."""

    path: str
    """As it was given."""
    sha256: str | None
    """Of its bytes; None where they could not be read."""
    review: Review

    @property
    def name(self) -> str:
        """The plan's own name, else its file's."""
        if self.review.plan.plan.name:
            return self.review.plan.plan.name
        return "standard input" if self.path == STANDARD_INPUT else Path(self.path).stem


def review(word: str, as_of: date) -> Reviewed:
    """Read and review the plan that a word of the command line names.

    Raises PlanUnreadableError where there is no text to review.
    """
    data = _bytes(word)
    text = decode(data, _title(word)).text
    with told() as progress:
        reviewed = Reviewer().update(text, Inventories(word), as_of, progress)
    return Reviewed(_printable(word), hashlib.sha256(data).hexdigest(), reviewed)


def unreadable(word: str, refusal: PlanUnreadableError, as_of: date) -> Reviewed:
    """Give what a plan without readable text comes to: nothing but the problem."""
    empty = Reviewer().update("", Inventories(word), as_of)
    problem = Problem(Level.ERROR, refusal.code, _printable(str(refusal)))
    return Reviewed(_printable(word), None, replace(empty, problems=(problem,)))


@dataclass(frozen=True, slots=True)
class Inventories:
    """Gives the bytes of inventories, whose paths are relative to their plan's folder."""

    word: str

    def __call__(self, name: str) -> bytes:
        """Give the bytes of one inventory; raises PlanUnreadableError."""
        folder = Path() if self.word == STANDARD_INPUT else Path(self.word).parent
        return inventory.load(folder / name)


def _bytes(word: str) -> bytes:
    """Read a plan's bytes; of a stream, at most one more than a plan can have."""
    if word == STANDARD_INPUT:
        return sys.stdin.buffer.read(LARGEST_BYTES + 1)
    return plan.load(Path(word))


def _title(word: str) -> str:
    """Say what messages call a plan."""
    return "Standard input" if word == STANDARD_INPUT else word


def _printable(text: str) -> str:
    """Give a text that UTF-8 can hold: file names may have bytes that it cannot."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
