"""Whether the computer names of guests stay apart, by their mask or at worst by chance."""

from collections import Counter

from medv_tui.assessment.names import (
    Lot,
    Mask,
    Rivals,
    collision_chance,
    parse,
    rivals,
)
from medv_tui.findings import Severity, Source
from medv_tui.plan.computer_name import LONGEST_NAME
from medv_tui.practices.fleet_facts import Roster
from medv_tui.practices.offenders import counted
from medv_tui.practices.practice import (
    Mode,
    Outcome,
    Phase,
    Practice,
    Scope,
    failing,
    met,
    needs,
    not_applicable,
)
from medv_tui.practices.topics.naming import (
    ENABLED,
    MASK,
    NOT_USED,
    NOT_VALID,
    PACKAGE,
    ROSTER,
    WRITTEN,
    unused,
)

SHARED = "workspaces.settings.VM.MultiUserEnabled"

TOLERATED = 0.01
"""The probability from which on a collision is worth a warning."""


def name_unique(
    enabled: bool, mask: str, written: frozenset[str], shared: bool, *, names: Roster | None
) -> Outcome:
    """Ask whether the names of a workspace's guests stay apart, at worst by chance."""
    if unused(enabled, mask, written):
        return NOT_USED
    read = parse(mask)
    if read.problems:
        return NOT_VALID
    if names is None:
        return needs("hosts.name", message="Not known: no computer of the plan gets the workspace.")
    lots = tuple(lot for lot in names.lots(1 if shared else None) if lot.guests and lot.computers)
    if not lots:
        return not_applicable("The computers that get the workspace have no users, so no guests.")
    sure = rivals(read, lots)
    possible = rivals(read, lots, same_people=True) if read.names_user else sure
    return (
        _equal(read, lots, sure)
        or _by_chance(read, sure, "")
        or _by_chance(read, possible, " if users have several computers")
        or _if_known(read, names, shared, possible)
    )


def _equal(mask: Mask, lots: tuple[Lot, ...], sure: Counter[Rivals]) -> Outcome | None:
    """Find names that are certain to meet."""
    if len(mask.parts) == 1 and mask.host_taken and not mask.fill and _takes_whole(mask, lots):
        return failing(
            f'"{mask.text}" gives a guest the name of its own computer; a prefix or suffix is '
            "wanted.",
            fact=MASK,
        )
    crowd = max(sure, key=lambda rival: rival.guests / mask.spaces(rival.length)[0], default=None)
    if crowd is not None and crowd.guests > mask.spaces(crowd.length)[0]:
        return failing(
            f'"{mask.text}" has {_names(mask, crowd)} for {crowd.guests:,} guests; each needs '
            "its own.",
            fact=MASK,
        )
    computers = sum(lot.computers for lot in lots)
    if not mask.host_taken and computers > 1 and mask.spaces(mask.length(0, 1))[1] == 1:
        return failing(
            f'"{mask.text}" gives a user the same name on several computers, of which there are '
            f"{computers:,}; %hostname% or random characters are wanted.",
            fact=MASK,
        )
    return None


def _takes_whole(mask: Mask, lots: tuple[Lot, ...]) -> bool:
    """Say whether a mask that is only %hostname% repeats the whole name of a computer."""
    taken = mask.host_taken
    return taken == LONGEST_NAME or any(len(n) <= taken for lot in lots for n in lot.names)


def _by_chance(mask: Mask, sets: Counter[Rivals], condition: str) -> Outcome | None:
    """Find names that probably meet, where a condition holds that no plan tells."""
    chance = collision_chance(mask, sets)
    if chance < TOLERATED:
        return None
    most = max(sets, key=lambda rival: rival.guests)
    return failing(
        f'"{mask.text}" has {_names(mask, most)} for {most.guests:,} guests{condition}: the '
        f"probability of a collision is {percent(chance)}; less than 1 % is wanted.",
        fact=MASK,
        severity=Severity.SHOULD,
    )


def _if_known(mask: Mask, names: Roster, shared: bool, possible: Counter[Rivals]) -> Outcome:
    """Give the answer where nothing speaks against the names, unless too little is known."""
    lots = names.lots(1 if shared else None)
    unknown = not shared and any("users" not in group.facts for group in names.groups)
    if unknown and (possible or not mask.names_user):
        return needs("hosts.users")
    unnamed = sum(lot.unnamed for lot in lots)
    if unnamed and _needs_names(mask, lots):
        return needs(
            "hosts.name",
            message=f"Not known: the plan gives no names to {counted(unnamed, 'computer')}, and "
            f"{mask.host_taken} characters have to tell them apart.",
        )
    computers = counted(sum(lot.computers for lot in lots), "computer")
    chance = collision_chance(mask, possible)
    odds = f"; the probability of a collision is {percent(chance)}" if chance else ""
    return met(f'"{mask.text}" tells the guests of {computers} apart{odds}.')


def _needs_names(mask: Mask, lots: tuple[Lot, ...]) -> bool:
    """Say whether names would probably meet if computers without one begin alike."""
    alike = rivals(mask, lots, same_people=True, same_start=True)
    return collision_chance(mask, alike) >= TOLERATED


def _names(mask: Mask, rival: Rivals) -> str:
    """Say how many names there are, and how many by the other reading of `*`."""
    fewest, most = mask.spaces(rival.length)
    said = counted(fewest, "name")
    if most == fewest:
        return said
    many = f"{most:.3g}".replace("e+", "e")
    return f"{said} if * is one character, {many} if it fills up,"


def percent(chance: float) -> str:
    """Write a probability."""
    if chance >= 0.9995:
        return "practically 100 %"
    return f"{chance * 100:.3g} %"


def name_shared_computer_unique(
    enabled: bool,
    mask: str,
    written: frozenset[str],
    shared: bool,
    *,
    users: tuple[tuple[int | None, int], ...] | None,
) -> Outcome:
    """Say what tells the guests of one computer apart; name-unique carries the failure."""
    if unused(enabled, mask, written):
        return NOT_USED
    if shared:
        return not_applicable("All users of a computer share one guest.")
    read = parse(mask)
    if read.problems:
        return NOT_VALID
    most = max((count or 0 for count, _ in users or ()), default=0)
    if most > 1:
        return _on_one_computer(read, most)
    if not users or any(count is None for count, _ in users):
        return needs("hosts.users")
    return not_applicable("No computer has more than one user.")


def _on_one_computer(mask: Mask, guests: int) -> Outcome:
    """Say what tells the guests of one computer apart."""
    if mask.names_user:
        return met(f"%username% tells up to {guests:,} guests of one computer apart.")
    if mask.spaces(mask.length(1, 0))[0] > 1:
        return met(f"Random characters tell up to {guests:,} guests of one computer apart.")
    return not_applicable("Guests of one computer get the same name; see name-unique.")


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="name-unique",
        title="Computer names unique on the network",
        phase=Phase.PACKAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="No two guests get the same computer name; where chance tells them apart, the "
        "probability of a collision is below 1 %.",
        why="Two computers of one name collide on the network.",
        todo="Add %hostname%, %username%, more digits or * to the mask.",
        source=Source(
            (PACKAGE,),
            "A collision that is certain fails, one with a probability of 1 % or more weighs as a "
            "recommendation. Topics let * make several characters, the cmdlet's help one; the "
            "fewer names count. %hostname% tells computers apart and %username% those who use "
            "one of them, but one user may have several. A guest with the whole name of its "
            "computer collides with it.",
            ("G-05", "G-06"),
        ),
        concerns=("guest", "workspace-package", "active-directory-domain"),
        reads=(ENABLED, MASK, WRITTEN, SHARED),
        also=(ROSTER,),
        check=name_unique,
    ),
    Practice(
        id="name-shared-computer-unique",
        title="Unique VM name per VM on a shared computer",
        phase=Phase.PACKAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="Where users of one computer have a guest each, the mask holds %username% or random "
        "characters.",
        why="Two virtual machines of one computer get one name.",
        inferred=True,
        todo="Add %username%[n] or random characters to the mask.",
        source=Source((PACKAGE,), "Where they get one name, name-unique carries the finding."),
        concerns=("guest", "workspace-package"),
        reads=(ENABLED, MASK, WRITTEN, SHARED),
        also=("fleet.workspace.users",),
        check=name_shared_computer_unique,
    ),
)
