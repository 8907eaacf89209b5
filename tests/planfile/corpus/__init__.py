"""Every rule of TOML, kept at least once and broken at least once, chapter by chapter."""

from tests.planfile.corpus import arrays, basics, keys, numbers, strings, tables, times
from tests.planfile.corpus.case import Broken, Modern, Valid

VALID: tuple[Valid, ...] = (
    *basics.VALID, *keys.VALID, *strings.VALID, *numbers.VALID, *times.VALID, *arrays.VALID,
    *tables.VALID,
)  # fmt: skip
MODERN: tuple[Modern, ...] = (*keys.MODERN, *strings.MODERN, *times.MODERN, *arrays.MODERN)
BROKEN: tuple[Broken, ...] = (
    *basics.BROKEN, *keys.BROKEN, *strings.BROKEN, *numbers.BROKEN, *times.BROKEN,
    *arrays.BROKEN, *tables.BROKEN,
)  # fmt: skip
CASES: tuple[Valid | Modern | Broken, ...] = (*VALID, *MODERN, *BROKEN)
