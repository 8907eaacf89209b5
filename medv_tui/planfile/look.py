"""A change of a text worked out by looking at what it is about, and at all of it if need be."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import NamedTuple, TypeAlias

from medv_tui.findings import Path
from medv_tui.planfile.block_reader import read_in_pieces
from medv_tui.planfile.excerpt import excerpt
from medv_tui.planfile.layout import Layout
from medv_tui.planfile.replacement import EditRefusedError, Replacement
from medv_tui.planfile.syntax import Reading

Replacements: TypeAlias = tuple[Replacement, ...]


class Look(NamedTuple):
    """A text that is looked at statement by statement: a whole one, or a part of it."""

    layout: Layout
    path: Callable[[Path], Path]
    """Gives a path of the whole text as it is here."""


def worked_out(
    text: str,
    reading: Reading,
    paths: Sequence[Path],
    change: Callable[[Look], Sequence[Replacement]],
    verify: Callable[[Replacements], None],
) -> Replacements:
    """Give the replacements that change what stands at these paths, in order.

    What a part of the text comes to is verified in the whole text; where it is refused there,
    the whole text is looked at. Raises EditRefusedError where that is refused too.
    """
    near = excerpt(text, reading, paths)
    if near is not None:
        with suppress(EditRefusedError):
            look = Look(Layout(near.text, read_in_pieces(near.text)), near.path)
            moved = near.in_whole(change(look))
            if moved is not None:
                verify(moved)
                return moved
    changes = tuple(change(Look(Layout(text, reading), lambda path: path)))
    verify(changes)
    return changes
