"""Which objects of a long row are others than before."""

from collections.abc import Sequence
from itertools import compress, count
from operator import is_not

from medv_tui.turns import give_way


def changed_rows(old: Sequence[object], new: Sequence[object]) -> list[int] | None:
    """Give the positions that hold another object; None where some came or went."""
    if len(old) != len(new):
        return None
    give_way()
    return list(compress(count(), map(is_not, old, new)))
