"""The mask of guests' computer names: whether it is used, what it holds, how long names get."""

from medv_tui.assessment.names import Lot, Mask, Token, cut_to_fit, parse
from medv_tui.findings import Severity, Source
from medv_tui.plan.computer_name import LONGEST_NAME
from medv_tui.practices.fleet_facts import Roster
from medv_tui.practices.practice import (
    Mode,
    Outcome,
    Phase,
    Practice,
    Scope,
    SetFact,
    failing,
    met,
    not_applicable,
)

PACKAGE = "create-a-med-v-workspace-package"
SETTINGS = "managing-med-v-workspace-configuration-settings"

ENABLED = "workspaces.settings.Fts.SetComputerNameEnabled"
MASK = "workspaces.settings.Fts.ComputerNameMask"
WRITTEN = "workspaces.settings.written"
"""Facts of the settings that the plan gives itself, so that no default stands in."""

ROSTER = "fleet.workspace.names"

DEFAULT_MASK = "MEDV*"

NOT_USED = not_applicable(
    "SetComputerNameEnabled is off; Sysprep.inf or another tool gives the guests their names."
)
NOT_VALID = not_applicable("The mask is not valid; name-charset says why.")


def unused(enabled: bool, mask: str, written: frozenset[str]) -> bool:
    """Say whether the plan neither turns the mask on nor gives one of its own.

    A mask of its own is judged although it is off, because it is meant to be used.
    """
    return not enabled and not _is_custom(mask, written)


def _is_custom(mask: str, written: frozenset[str]) -> bool:
    """Say whether the plan gives another mask than the default one."""
    return MASK in written and mask.casefold() != DEFAULT_MASK.casefold()


def name_mask_enabled(enabled: bool, mask: str, written: frozenset[str]) -> Outcome:
    """Find a mask of the plan's own that is switched off."""
    if not _is_custom(mask, written):
        return not_applicable("The plan gives no mask of its own.")
    if enabled:
        return met(f'"{mask}" is used, because SetComputerNameEnabled is on.')
    return failing(
        f'The mask is "{mask}" and SetComputerNameEnabled is off; it has to be on.',
        fix=SetFact(ENABLED, True),
    )


def name_charset(enabled: bool, mask: str, written: frozenset[str]) -> Outcome:
    """Read the mask, and look for names that DNS has trouble with."""
    if unused(enabled, mask, written):
        return NOT_USED
    read = parse(mask)
    if read.problems:
        return failing(f'The mask "{mask}" {read.problems[0]}.', fact=MASK)
    if read.unsafe:
        return failing(
            f'The mask "{mask}" holds "{read.unsafe}", which the packager allows; only letters, '
            "digits and hyphens are safe in DNS.",
            fact=MASK,
            severity=Severity.SHOULD,
        )
    if read.all_digits:
        return failing(
            f'The mask "{mask}" makes names of digits alone; one character that is no digit is '
            "wanted for DNS.",
            fact=MASK,
            severity=Severity.SHOULD,
        )
    return met(f'The mask "{mask}" holds only what is allowed.')


def name_max_15(
    enabled: bool, mask: str, written: frozenset[str], *, names: Roster | None
) -> Outcome:
    """Compare the longest names that this plan and that the documentation allow with the limit."""
    if unused(enabled, mask, written):
        return NOT_USED
    read = parse(mask)
    if read.problems:
        return NOT_VALID
    if read.longest <= LONGEST_NAME:
        most = LONGEST_NAME if read.fill else read.longest
        return met(f'"{mask}" makes names of at most {most} characters.')
    here = reached(read, () if names is None else names.lots(1))
    cut = cut_to_fit(read)
    fix = None if cut is None else SetFact(MASK, cut)
    if here > LONGEST_NAME:
        return failing(
            f'"{mask}" makes names of up to {here} characters in this plan; at most '
            f"{LONGEST_NAME} are allowed.",
            fact=MASK,
            fix=fix,
        )
    return failing(
        f'"{mask}" could make names of {read.longest} characters; at most {LONGEST_NAME} are '
        "allowed.",
        fact=MASK,
        fix=fix,
        severity=Severity.SHOULD,
    )


def reached(mask: Mask, lots: tuple[Lot, ...]) -> int:
    """Give the longest name that this plan's computers and the mask's own cuts lead to.

    A name that is not in the plan counts as long as the mask lets it, or where the mask takes
    the whole of it as one character.
    """
    host = max((len(name) for lot in lots for name in lot.names), default=0)
    unnamed = not host or any(lot.unnamed for lot in lots)
    length = mask.written
    for part in mask.tokens:
        unknown = part.token is Token.USER or unnamed
        known = part.taken(host) if part.token is Token.HOST else 0
        length += max(known, (part.limit or 1) if unknown else 0)
    return length


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="name-max-15",
        title="Computer name at most 15 characters",
        phase=Phase.PACKAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="No guest's computer name is longer than 15 characters.",
        why="The computer name is not valid.",
        inferred=True,
        todo="Cut %hostname% and %username% to as many characters as fit, by [n].",
        source=Source(
            (PACKAGE,),
            "The longest name in this plan decides; what only names of the longest possible "
            "computer or user would exceed weighs as a recommendation.",
            ("G-06",),
            external="A user name has at most 20 characters.",
        ),
        concerns=("guest", "workspace-package"),
        reads=(ENABLED, MASK, WRITTEN),
        also=(ROSTER,),
        check=name_max_15,
    ),
    Practice(
        id="name-charset",
        title="Literals in the allowed set",
        phase=Phase.PACKAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="The mask holds only characters and tokens that the packager allows.",
        why="The packager rejects the mask.",
        inferred=True,
        todo="Replace what is not allowed.",
        source=Source(
            (PACKAGE, SETTINGS),
            "# and % have a meaning of their own. Signs that DNS does not take, and names of "
            "digits alone, weigh as a recommendation.",
            ("G-06",),
            external="DNS has trouble with other signs than hyphens, and with names of digits "
            "alone.",
        ),
        concerns=("workspace-package", "workspace-packager"),
        reads=(ENABLED, MASK, WRITTEN),
        check=name_charset,
    ),
    Practice(
        id="name-mask-enabled",
        title="Custom mask needs SetComputerNameEnabled=1",
        phase=Phase.PACKAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="SetComputerNameEnabled is on where the plan gives a mask of its own.",
        why="The mask is ignored, and the name in Sysprep.inf is used.",
        todo="Turn SetComputerNameEnabled on, or take the mask out.",
        source=Source((SETTINGS,)),
        concerns=("workspace-package",),
        reads=(ENABLED, MASK, WRITTEN),
        check=name_mask_enabled,
    ),
)
