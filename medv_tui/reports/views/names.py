"""The computer names of one workspace's guests: mask, length, characters, collisions, examples."""

from collections import Counter
from collections.abc import Iterator, Mapping
from heapq import nsmallest
from typing import Any

from medv_tui.assessment.name_preview import EXAMPLES, Example, examples, shared_starts
from medv_tui.assessment.names import (
    Lot,
    Mask,
    Rivals,
    collision_chance,
    parse,
    rivals,
)
from medv_tui.plan.computer_name import LONGEST_NAME
from medv_tui.practices.fleet_facts import Roster
from medv_tui.practices.offenders import counted
from medv_tui.practices.topics.naming import ENABLED, MASK, ROSTER, reached
from medv_tui.practices.topics.naming_collisions import SHARED, TOLERATED, percent
from medv_tui.reports.explanation import Entry, Explanation, Fact, Section, Sentence
from medv_tui.reports.explanation import explained as put_together
from medv_tui.reports.members import Members
from medv_tui.reports.origins import Subject
from medv_tui.reports.views.standing import StandingMembers, answers, items_of, standing
from medv_tui.review.review import Review

PRACTICES = (
    "name-mask-enabled",
    "name-charset",
    "name-max-15",
    "name-unique",
    "name-shared-computer-unique",
)
MOST_STARTS = 5
"""Equal first characters that are told one by one."""


class ExampleMembers(Members):
    """One name as a guest might get it."""

    host: str
    user: str
    """An example: no plan names a user."""
    name: str
    too_long: bool


class NamesMembers(Members):
    """The computer names of one workspace's guests."""

    workspace: str
    mask: str
    in_use: bool
    """False where Sysprep.inf or another tool gives the names."""
    problems: tuple[str, ...]
    """What is wrong with the mask; nothing below is then known."""
    longest: int | None
    """Characters of the longest name by the limits of computer and user names."""
    longest_here: int | None
    """Characters of the longest name that this plan's computers lead to."""
    limit: int
    unsafe_character: str
    """The first character that is allowed and yet not safe in DNS."""
    guests: int | None
    """At least so many, where the number of users is unknown."""
    names_at_least: int | None
    """Random names for the largest set of guests that nothing else tells apart; * as one."""
    names_at_most: int | None
    """The same with * filling the name up."""
    certain_collisions: int | None
    """Sets of guests that have fewer names than guests."""
    collision_probability: float | None
    """Among users who are all different people."""
    collision_probability_same_people: float | None
    """If the same people use all computers."""
    collision_probability_same_starts: float | None
    """If besides computers that the plan does not name begin with the same characters."""
    shared_starts: Mapping[str, int]
    """First characters of computer names as far as the mask takes them, with their computers."""
    examples: tuple[ExampleMembers, ...]
    practices: tuple[StandingMembers, ...]


def names_of(review: Review, position: int) -> NamesMembers:
    """Work out the names of the guests of the workspace at this position."""
    name = review.plan.workspaces[position].name
    values = review.hosts.subjects.workspace_facts[position].values
    text = str(values.get(MASK, ""))
    mask = parse(text)
    roster: Roster | None = values.get(ROSTER)
    lots = _lots(values, roster)
    usable = not mask.problems
    sure = rivals(mask, lots) if usable else Counter[Rivals]()
    possible = rivals(mask, lots, same_people=True) if usable else Counter[Rivals]()
    spaces = mask.spaces(_largest(sure or possible, mask)) if usable else None
    return NamesMembers(
        workspace=name,
        mask=text,
        in_use=bool(values.get(ENABLED)),
        problems=mask.problems,
        longest=LONGEST_NAME if mask.fill else mask.longest if usable else None,
        longest_here=_longest_here(mask, lots) if usable else None,
        limit=LONGEST_NAME,
        unsafe_character=mask.unsafe if usable else "",
        guests=None if roster is None else sum(lot.guests * lot.computers for lot in lots),
        names_at_least=None if spaces is None else spaces[0],
        names_at_most=None if spaces is None else spaces[1],
        certain_collisions=_certain(mask, sure) if usable and lots else None,
        collision_probability=collision_chance(mask, sure) if usable and lots else None,
        collision_probability_same_people=(
            collision_chance(mask, possible) if usable and lots else None
        ),
        collision_probability_same_starts=(
            collision_chance(mask, rivals(mask, lots, same_people=True, same_start=True))
            if usable and lots
            else None
        ),
        shared_starts=dict(shared_starts(mask, lots).most_common()) if usable else {},
        examples=tuple(map(_example, _examples(mask, values, roster))) if usable else (),
        practices=standing(review, items_of(review, PRACTICES, name)),
    )


def explain_names(review: Review, position: int) -> Explanation:
    """Explain the names of the guests of a workspace."""
    told = names_of(review, position)
    asked = items_of(review, PRACTICES, told.workspace)
    return put_together(
        f"Computer names of {told.workspace}",
        *_sections(review, position, told),
        Section("Practices", tuple(answers(review, asked, told.workspace))),
    )


def names_sections(review: Review, position: int) -> tuple[Section, ...]:
    """Give what there is to say of the names themselves."""
    return _sections(review, position, names_of(review, position))


def _sections(review: Review, position: int, told: NamesMembers) -> tuple[Section, ...]:
    """Give the sections of what is known already."""
    return (
        Section("Mask", tuple(_mask(review, position, told))),
        Section("Collisions", () if told.problems else tuple(_collisions(told))),
        Section("Examples", () if told.problems else tuple(_shown(told))),
    )


def _lots(values: Mapping[str, Any], roster: Roster | None) -> tuple[Lot, ...]:
    """Give the computers by their guests; in a shared workspace each has one."""
    if roster is None:
        return ()
    lots = roster.lots(1 if values.get(SHARED) else None)
    return tuple(lot for lot in lots if lot.guests and lot.computers)


def _certain(mask: Mask, sets: Counter[Rivals]) -> int:
    """Count the sets of guests that have fewer names than guests."""
    return sum(
        times for rival, times in sets.items() if rival.guests > mask.spaces(rival.length)[0]
    )


def _largest(sets: Counter[Rivals], mask: Mask) -> int:
    """Give the length of the names of the largest set of guests that chance tells apart."""
    most = max(sets, key=lambda rival: rival.guests, default=None)
    return mask.length(1, 1) if most is None else most.length


def _longest_here(mask: Mask, lots: tuple[Lot, ...]) -> int:
    return LONGEST_NAME if mask.fill else reached(mask, lots)


def _examples(mask: Mask, values: Mapping[str, Any], roster: Roster | None) -> tuple[Example, ...]:
    """Give examples for computers with a name first, then for rows that stand for several."""
    if roster is None:
        return ()
    shared = values.get(SHARED)
    rows = (
        (roster.fleet.counts[row] > 1, row, 1 if shared else group.facts.get("users", 1))
        for group in roster.groups
        for row in group.rows
        if shared or group.facts.get("users") != 0
    )
    first = nsmallest(EXAMPLES, rows)
    return examples(mask, ((roster.fleet.names[row], users) for _, row, users in first))


def _example(example: Example) -> ExampleMembers:
    return ExampleMembers(
        host=example.host, user=example.user, name=example.name, too_long=example.is_too_long
    )


def _mask(review: Review, position: int, told: NamesMembers) -> Iterator[Entry]:
    """Say what the mask is and how long its names get."""
    subject, facts = Subject(review, position), review.hosts.subjects.workspace_facts[position]
    known = subject.known(MASK, facts)
    yield Fact("mask", known.in_words.removesuffix(" (ComputerNameMask)"), known.place)
    enabled = subject.known(ENABLED, facts)
    used = "used" if told.in_use else "not used: Sysprep.inf or another tool gives the names"
    yield Fact("in use", f"{used} (SetComputerNameEnabled is {enabled.value})", enabled.place)
    for problem in told.problems:
        yield Fact("not valid", f"The mask {problem}.")
    if not told.problems:
        yield Fact("longest name", _lengths(told))
        yield Fact("characters", _characters(told))


def _lengths(told: NamesMembers) -> str:
    """Compare the longest names with the limit."""
    here, possible = told.longest_here, told.longest
    assured = f"at most {told.limit} are allowed"
    if here == possible:
        return f"{here} characters; {assured}"
    return (
        f"{here} characters in this plan, {possible} if a computer's name has {LONGEST_NAME} and "
        f"a user's 20 (the latter is Windows' own limit, not MED-V's); {assured}"
    )


def _characters(told: NamesMembers) -> str:
    if told.unsafe_character:
        return (
            f'"{told.unsafe_character}" is allowed by the packager, but not safe in DNS (not from '
            "the MED-V topics)"
        )
    return "all are allowed and safe in DNS"


def _collisions(told: NamesMembers) -> Iterator[Entry]:
    """Say how likely two guests get one name."""
    if not told.guests:
        yield Sentence("No computer of the plan gets a guest of this workspace.")
        return
    if not told.in_use:
        yield Sentence("The mask is not used; this is what it would lead to.")
    yield Fact("guests", f"{told.guests:,}")
    yield Fact("by chance", _space(told))
    if told.shared_starts:
        yield Fact("equal starts", _starts(told.shared_starts))
    if told.certain_collisions:
        yield Fact("certain", f"in {counted(told.certain_collisions, 'set')} of guests")
    yield Fact("collision", _chance(told.collision_probability))
    before = told.collision_probability
    for condition, chance in (
        ("the same people use all computers", told.collision_probability_same_people),
        (
            "computers that the plan does not name begin with the same characters",
            told.collision_probability_same_starts,
        ),
    ):
        if chance != before:
            yield Fact("", f"{_chance(chance)} if {condition}")
        before = chance


def _space(told: NamesMembers) -> str:
    """Say how many names chance can make."""
    least, most = told.names_at_least or 1, told.names_at_most or 1
    if most == 1:
        return "nothing in the mask is random"
    if least == most:
        return f"{counted(least, 'name')} by random digits"
    many = f"{most:,}" if most < 10**9 else f"{most:.3g}".replace("e+", "e")
    return f"{counted(least, 'name')} if * is one character, {many} if it fills up (G-05)"


def _starts(starts: Mapping[str, int]) -> str:
    """Name the computers' first characters that do not tell them apart."""
    told = [f"{start} ({number:,})" for start, number in list(starts.items())[:MOST_STARTS]]
    more = len(starts) - MOST_STARTS
    return ", ".join(told) + (f" and {more:,} more" if more > 0 else "")


def _chance(chance: float | None) -> str:
    """Put a probability into words."""
    if not chance:
        return "none: no two guests can get one name"
    wanted = "" if chance < TOLERATED else "; less than 1 % is wanted"
    return f"probability {percent(chance)}{wanted}"


def _shown(told: NamesMembers) -> Iterator[Entry]:
    """Give the examples by computer and user."""
    for each in told.examples:
        length = f" ({len(each.name)} characters, too long)" if each.too_long else ""
        yield Fact(f"{each.host}, {each.user}", each.name + length)
    if told.examples:
        yield Sentence(
            "Users are examples, because a plan names none; random characters are one possibility. "
            "Of a row that stands for several computers the row's own name is taken."
        )
