"""Names that a mask would give, as a look at what it does before any guest exists."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import cycle, islice

from medv_tui.assessment.names import DIGIT, Lot, Mask, expand
from medv_tui.plan.computer_name import LONGEST_NAME

EXAMPLES = 10

EXAMPLE_USERS = (
    "alexandra",
    "mlopez",
    "jnovak",
    "tanaka",
    "olga.petrova",
    "sven",
    "administrator",
    "m.vandenberg",
    "lee",
    "christina.hofer",
)
"""Logon names to show what a mask makes of such; no plan names a user."""

_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


@dataclass(frozen=True, slots=True)
class Example:
    """One name as a guest might get it."""

    host: str
    user: str
    name: str
    """Random characters are one of many possibilities, always the same ones."""

    @property
    def is_too_long(self) -> bool:
        """Whether it would be rejected."""
        return len(self.name) > LONGEST_NAME


def examples(
    mask: Mask, computers: Iterable[tuple[str, int]], most: int = EXAMPLES
) -> tuple[Example, ...]:
    """Give names for the first guests of these computers, by a mask without problems.

    `computers` are names with how many guests each has.
    """
    guests = (host for host, number in computers for _ in range(number))
    pairs = zip(islice(guests, most), cycle(EXAMPLE_USERS), strict=False)
    return tuple(Example(host, user, _name(mask, host, user)) for host, user in pairs)


def _name(mask: Mask, host: str, user: str) -> str:
    """Expand a mask; what is random follows from the inputs, so that it never changes."""
    expansion = expand(mask, host, user)
    chance = _chance(f"{mask.text}\n{host}\n{user}")
    fixed = "".join(
        str(next(chance) % 10) if character == DIGIT else character for character in expansion.text
    )
    fill = "".join(_CHARACTERS[next(chance) % 36] for _ in range(expansion.fill))
    return fixed + fill


def _chance(seed: str) -> Iterator[int]:
    """Give numbers that look random; there are more than any name needs."""
    yield from cycle(sha256(seed.encode("utf-8", "surrogatepass")).digest())


def shared_starts(mask: Mask, lots: Iterable[Lot]) -> Counter[str]:
    """Count the named computers of which a mask takes the same first characters.

    Only such are given that two or more computers share.
    """
    starts: Counter[str] = Counter()
    for lot in lots if mask.host_taken else ():
        starts.update(name[: mask.host_taken].upper() for name in lot.names)
    return Counter({start: number for start, number in starts.items() if number > 1})
