"""The mask that guests get their computer names from: its grammar, lengths and collisions.

Names of users are never part of a plan, and of identical computers that one row stands for only
their number is. What is counted here says which of these unknowns it takes as equal.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from math import expm1, inf, log1p

from medv_tui.plan.computer_name import LONGEST_NAME

LONGEST_USER_NAME = 20
"""Characters of a user's logon name; the limit is Windows' own, the topics do not give it."""

RANDOM_CHARACTERS = 36
"""How many characters `*` picks from: letters without case, and digits."""

ALLOWED_SIGNS = "! @ $ ^ & ( ) - _ ' { } . ~"
"""Signs that may stand in a mask for themselves, besides letters and digits."""

DIGIT, FILL = "#", "*"

_ALPHANUMERIC = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
_ALLOWED = _ALPHANUMERIC | frozenset(ALLOWED_SIGNS.replace(" ", ""))
_SAFE = _ALPHANUMERIC | {"-"}

_PIECE = re.compile(r"%([^%\[\]\s]*)%(?:\[([^\[\]]*)\])?|(.)", re.DOTALL)
_LENGTH = re.compile(r"0?[1-9]|1[0-5]")

_OVERWHELMING = 50.0
"""With so many colliding pairs to expect, a collision is as good as certain."""

_COUNTED_OUT = 10_000
"""Up to so many names a probability is multiplied out."""


class Token(StrEnum):
    """What a mask puts in from its surroundings."""

    USER = "%username%"
    HOST = "%hostname%"


@dataclass(frozen=True, slots=True)
class Part:
    """A token of a mask."""

    token: Token
    limit: int | None
    """How many of its first characters are taken; None for all of them."""

    @property
    def longest(self) -> int:
        """The most characters that it can become."""
        whole = LONGEST_USER_NAME if self.token is Token.USER else LONGEST_NAME
        return whole if self.limit is None else min(self.limit, whole)

    def taken(self, length: int) -> int:
        """How many characters of a name of this length it takes."""
        return min(length, self.longest)

    def __str__(self) -> str:
        return self.token if self.limit is None else f"{self.token}[{self.limit}]"


@dataclass(frozen=True)
class Mask:
    """A mask that was read."""

    text: str
    parts: tuple[Part | str, ...]
    """Tokens, and single characters of which `#` stands for a random digit."""
    fill: bool
    """Whether it ends in `*`, random characters."""
    problems: tuple[str, ...] = ()
    """What is wrong with it, each worded to follow its name; the rest is then not to be used."""

    @cached_property
    def tokens(self) -> tuple[Part, ...]:
        """Its tokens in their order."""
        return tuple(part for part in self.parts if isinstance(part, Part))

    @property
    def written(self) -> int:
        """Characters that do not come from a token, those of `*` left out."""
        return len(self.parts) - len(self.tokens)

    @property
    def digits(self) -> int:
        """Random digits."""
        return self.parts.count(DIGIT)

    @property
    def names_user(self) -> bool:
        """Whether the user's name is part of it."""
        return any(part.token is Token.USER for part in self.tokens)

    @cached_property
    def host_taken(self) -> int:
        """How many of a computer name's first characters it takes; 0 where it takes none."""
        return max((p.longest for p in self.tokens if p.token is Token.HOST), default=0)

    @property
    def longest(self) -> int:
        """Characters of its longest name by the documented and external limits, without `*`."""
        return self.length(LONGEST_NAME, LONGEST_USER_NAME)

    def length(self, host: int, user: int) -> int:
        """Characters for names of a computer and a user of these lengths, without `*`."""
        lengths = {Token.HOST: host, Token.USER: user}
        return self.written + sum(part.taken(lengths[part.token]) for part in self.tokens)

    def spaces(self, length: int) -> tuple[int, int]:
        """How many names chance can make where all but `*` has this length.

        First with `*` as one character, then with `*` filling the name up to its full length;
        the topics can be read both ways.
        """
        digits, room = 10**self.digits, max(LONGEST_NAME - length, 0) if self.fill else 0
        return digits * RANDOM_CHARACTERS ** min(room, 1), digits * RANDOM_CHARACTERS**room

    @property
    def unsafe(self) -> str:
        """The first character that is allowed and yet not safe in DNS, or nothing."""
        characters = (p for p in self.parts if isinstance(p, str) and p != DIGIT)
        return next((c for c in characters if c not in _SAFE), "")

    @property
    def all_digits(self) -> bool:
        """Whether its names are certain to have digits alone."""
        plain = not self.tokens and not self.fill
        return plain and all(str(part) in "#0123456789" for part in self.parts)


def parse(text: str) -> Mask:
    """Read a mask; what is wrong with it is in its problems."""
    parts: list[Part | str] = []
    problems: list[str] = [] if text else ["is empty; at least 1 character is wanted"]
    fill = text.endswith(FILL)
    for found in _PIECE.finditer(text.removesuffix(FILL)):
        token, limit, character = found.groups()
        piece = _token(token, limit) if character is None else _character(character)
        if isinstance(piece, _Wrong):
            problems.append(piece.why)
        else:
            parts.append(piece)
    return Mask(text, tuple(parts), fill, tuple(problems))


@dataclass(frozen=True, slots=True)
class _Wrong:
    """A piece of a mask that means nothing."""

    why: str


def _token(token: str, limit: str | None) -> Part | _Wrong:
    """Read a token with its length."""
    name = f"%{token.lower()}%"
    if name not in set(Token):
        return _Wrong(f'holds "%{token}%"; only %username% and %hostname% are known')
    if limit is not None and not _LENGTH.fullmatch(limit):
        return _Wrong(f'cuts %{token}% by "[{limit}]"; a length from 1 to 15 is wanted')
    return Part(Token(name), None if limit is None else int(limit))


def _character(character: str) -> str | _Wrong:
    """Read what stands for itself, or for a random digit."""
    if character in _ALLOWED or character == DIGIT:
        return character
    if character == FILL:
        return _Wrong('holds "*" before its end; it may only be the last character')
    if character == "%":
        return _Wrong('holds a "%" that belongs to neither %username% nor %hostname%')
    said = "a blank" if character.isspace() else f'"{character}"'
    return _Wrong(f"holds {said}; letters A-Z, digits and {ALLOWED_SIGNS} are allowed")


@dataclass(frozen=True, slots=True)
class Expansion:
    """What a mask becomes on one computer for one user."""

    text: str
    """All but `*`; each `#` stands for a random digit."""
    fill: int
    """Random characters that fill the name up."""

    @property
    def length(self) -> int:
        """Characters of the whole name; over 15 are rejected, never cut."""
        return len(self.text) + self.fill


def expand(mask: Mask, host: str, user: str) -> Expansion:
    """Put the names of a computer and a user into a mask without problems."""
    names = {Token.HOST: host, Token.USER: user}
    text = "".join(p if isinstance(p, str) else names[p.token][: p.limit] for p in mask.parts)
    return Expansion(text, max(LONGEST_NAME - len(text), 0) if mask.fill else 0)


def cut_to_fit(mask: Mask) -> str | None:
    """Give the mask with its only token cut so that every name fits; None where that fails."""
    room = LONGEST_NAME - mask.written
    if len(mask.tokens) != 1 or room < 1 or mask.fill:
        return None
    cut = Part(mask.tokens[0].token, room)
    return "".join(str(cut) if isinstance(part, Part) else part for part in mask.parts)


@dataclass(frozen=True, slots=True)
class Lot:
    """Computers that have equally many guests."""

    guests: int
    """Guests on each of them."""
    names: Sequence[str] = ()
    """Computer names; no two are equal without regard to case."""
    unnamed: int = 0
    """How many more there are, of which only the number is known."""

    @property
    def computers(self) -> int:
        """How many there are."""
        return len(self.names) + self.unnamed


@dataclass(frozen=True, slots=True)
class Rivals:
    """Guests whose names differ by chance alone."""

    guests: int
    length: int
    """Characters of their names without `*`."""


def rivals(
    mask: Mask, lots: Iterable[Lot], *, same_people: bool = False, same_start: bool = False
) -> Counter[Rivals]:
    """Count the sets of two or more guests that only random characters of their names tell apart.

    Users of one computer differ by name. Users of several computers are taken as other people
    with other names, or with `same_people` as the same people on each. Computers without a name
    in the plan are told apart by their names, or with `same_start` they begin with the same
    characters.
    """
    filled = [lot for lot in lots if lot.guests]
    if not mask.names_user:
        return _met(mask, _alike(mask, filled, same_start), 1)
    found: Counter[Rivals] = Counter()
    levels = sorted({0, *(lot.guests for lot in filled)}) if same_people else []
    for below, level in pairwise(levels):
        # A further user of a computer meets only those of computers with as many users.
        ones = [Lot(1, lot.names, lot.unnamed) for lot in filled if lot.guests >= level]
        found += _met(mask, _alike(mask, ones, same_start), level - below)
    return found


def _met(mask: Mask, sets: Iterable[tuple[int, int, int]], times: int) -> Counter[Rivals]:
    """Keep the sets in which guests can meet, each so many times."""
    found: Counter[Rivals] = Counter()
    for guests, host, number in sets:
        if guests > 1 and number:
            found[Rivals(guests, mask.length(host, LONGEST_USER_NAME))] += number * times
    return found


def _alike(mask: Mask, lots: list[Lot], same_start: bool) -> Iterator[tuple[int, int, int]]:
    """Put computers together that a mask does not tell apart.

    Gives the guests of a set, the length of what is taken of its computers' names, where that
    matters, and how many such sets there are.
    """
    starts: Counter[str] = Counter()
    for lot in lots:
        if mask.host_taken == LONGEST_NAME and not mask.fill:
            yield lot.guests, 0, lot.computers
            continue
        if mask.host_taken and not (same_start and mask.host_taken < LONGEST_NAME):
            yield lot.guests, 1, lot.unnamed
        else:
            starts[""] += lot.guests * lot.unnamed
        for start, computers in _starts(mask, lot.names):
            starts[start] += lot.guests * computers
    yield from ((guests, len(start), 1) for start, guests in starts.items())


def _starts(mask: Mask, names: Sequence[str]) -> Iterable[tuple[str, int]]:
    """Count computers by what a mask takes of their names."""
    if not mask.host_taken:
        return [("", len(names))]
    return Counter(name[: mask.host_taken].casefold() for name in names).items()


def collision_chance(mask: Mask, sets: Counter[Rivals]) -> float:
    """Give the probability that any two guests get one name, with `*` as one character."""
    stay_apart = 0.0
    for rival, times in sets.items():
        chance = collision_probability(rival.guests, mask.spaces(rival.length)[0])
        stay_apart += -inf if chance >= 1 else times * log1p(-chance)
    return 0.0 - expm1(stay_apart)


def collision_probability(names: int, space: int) -> float:
    """Give the probability that any two of some random names are equal.

    `space` is how many names there are to pick from.
    """
    pairs = names * (names - 1) / 2
    if names > space or pairs / space > _OVERWHELMING:
        return 1.0
    if names <= _COUNTED_OUT:
        return 0.0 - expm1(sum(log1p(-taken / space) for taken in range(1, names)))
    # The logarithm's series, summed over all names; so many names only get here where the space
    # is much larger still, so that its third term is the last to matter.
    squares = pairs * (2 * names - 1) / 3
    return -expm1(-pairs / space - squares / (2 * space**2) - pairs**2 / (3 * space**3))
