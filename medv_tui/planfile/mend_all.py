"""Everything in a text mended that can be, one problem after the other."""

from typing import NamedTuple

from medv_tui.findings import Intent, Problem
from medv_tui.planfile.block_reader import BlockReader
from medv_tui.planfile.edit import EditRefusedError, apply, edit
from medv_tui.planfile.long_text import LongText
from medv_tui.planfile.models import Models
from medv_tui.planfile.parse import conclude

MOST_FIXES = 100
"""So many problems are mended at once; nobody looks through more."""

MOST_REFUSED = 10
"""After so many that cannot be mended safely the rest is left too."""


class Mended(NamedTuple):
    """A text without the problems that could be mended."""

    text: str
    fixes: int
    """How many were mended."""


def mended(text: str, reader: BlockReader | None = None, most: int = MOST_FIXES) -> Mended:
    """Mend the problems of a text from top to bottom, also those that only a fix brings to light.

    What cannot be mended safely stays. A reader that knows the text makes this faster.
    """
    reader, models = reader or BlockReader(), Models()
    refused: set[Intent] = set()
    fixes = 0
    while fixes < most and len(refused) < MOST_REFUSED:
        problems = conclude(LongText.of(text), reader.read(text), models).problems
        fix = _first(problems, refused)
        if fix is None:
            break
        try:
            new = apply(text, edit(text, fix, reader))
        except EditRefusedError:
            new = text
        if new == text:
            refused.add(fix)
        else:
            text, fixes = new, fixes + 1
    return Mended(text, fixes)


def _first(problems: tuple[Problem, ...], refused: set[Intent]) -> Intent | None:
    fixes = (problem.fix for problem in problems if problem.fix is not None)
    return next((fix for fix in fixes if fix not in refused), None)
