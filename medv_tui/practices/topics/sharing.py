"""One workspace for all users of a computer."""

from medv_tui.findings import Severity, Source
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
    undecided,
)

PACKAGE = "create-a-med-v-workspace-package"

SHARED = "workspaces.settings.VM.MultiUserEnabled"
ACCEPTED = "workspaces.shared_risk_accepted"
SWITCHING = "hosts.fast_user_switching"

PER_USER = not_applicable("Each user has a workspace alone: MultiUserEnabled is off.")


def sec_shared_vhd_exposure(shared: bool, *, shared_risk_accepted: bool | None) -> Outcome:
    """Ask whether the risk of a shared workspace was accepted."""
    if not shared:
        return PER_USER
    if shared_risk_accepted is None:
        return undecided(
            "All users of a computer can read and write the shared disk; confirm that this is "
            "accepted.",
            fact=ACCEPTED,
        )
    if shared_risk_accepted:
        return met("It is accepted that all users can read and write the shared disk.")
    return failing(
        "MultiUserEnabled is on, and that all users can read and write the shared disk is not "
        "accepted; accept it, or give each user a workspace.",
        fact=ACCEPTED,
    )


def shared_fast_user_switching_off(shared: bool, *, fast_user_switching: bool | None) -> Outcome:
    """Look for a second user who could log on beside the first."""
    if not shared:
        return PER_USER
    if fast_user_switching is None:
        return needs(SWITCHING)
    if fast_user_switching:
        return failing(
            "Fast user switching is on and the workspace is shared; turn switching off.",
            fact=SWITCHING,
            short="fast user switching on",
        )
    return met("The workspace is shared, and fast user switching is off.")


def shared_one_user_at_a_time(
    shared: bool, *, users: tuple[tuple[int | None, int], ...] | None
) -> Outcome:
    """Look for computers on which a second user could start the shared workspace."""
    if not shared:
        return PER_USER
    several = sum(computers for count, computers in users or () if count and count > 1)
    if several:
        them = "computer has" if several == 1 else "computers have"
        return undecided(
            f"{several:,} {them} more than one user; confirm that only one uses the workspace at "
            "a time, and that nobody opens it in Windows Virtual PC."
        )
    if not users or any(count is None for count, _ in users):
        return needs("hosts.users")
    return met("No computer has more than one user.")


def shared_shortcut_cleanup(shared: bool) -> Outcome:
    """Ask a person wherever shortcuts stay behind."""
    if not shared:
        return PER_USER
    return undecided(
        "The workspace is shared; confirm that shortcuts of uninstalled applications are "
        "removed by hand or script."
    )


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="sec-shared-vhd-exposure",
        title="Shared workspace file exposure accepted",
        phase=Phase.SECURE,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.MIXED,
        asks="Where a workspace is shared, the exposure of its files is accepted.",
        why="Every user of the computer can read and write the virtual machine's disk.",
        todo="Give each user a workspace, or accept the risk in the plan.",
        source=Source(("security-best-practices-for-med-v-operations",)),
        concerns=("workspace", "disk"),
        reads=(SHARED,),
        also=(ACCEPTED,),
        check=sec_shared_vhd_exposure,
    ),
    Practice(
        id="shared-fast-user-switching-off",
        title="Fast user switching off on shared-workspace hosts",
        phase=Phase.DEPLOY,
        scope=Scope.HOST,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="Fast user switching is off on a computer whose workspace is shared.",
        why="There are problems as soon as a second user logs on.",
        todo="Turn fast user switching off in Windows.",
        source=Source((PACKAGE,)),
        concerns=("host", "workspace"),
        reads=(SHARED,),
        also=(SWITCHING,),
        check=shared_fast_user_switching_off,
    ),
    Practice(
        id="shared-one-user-at-a-time",
        title="One MED-V user at a time per shared workspace",
        phase=Phase.OPERATE,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.MIXED,
        asks="One user at a time uses a shared workspace, and nobody opens its virtual machine "
        "in Windows Virtual PC.",
        why="A second user is warned, and MED-V shuts down.",
        todo="Have users log off before the next one logs on.",
        source=Source(("operations-troubleshooting-medv2",)),
        concerns=("workspace", "host-agent"),
        reads=(SHARED,),
        also=("fleet.workspace.users",),
        check=shared_one_user_at_a_time,
    ),
    Practice(
        id="shared-shortcut-cleanup",
        title="Manual shortcut removal on shared workspaces",
        phase=Phase.OPERATE,
        scope=Scope.WORKSPACE,
        severity=Severity.CONSIDER,
        mode=Mode.MIXED,
        asks="Shortcuts of a shared workspace's applications are removed by hand or script once "
        "the applications are gone.",
        why="Uninstalling an application in the guest leaves dead shortcuts.",
        todo="Delete the shortcuts by hand, or by a script on the computers.",
        source=Source(("how-to-publish-and-unpublish-an-application-on-the-med-v-workspace",)),
        concerns=("published-applications", "workspace"),
        reads=(SHARED,),
        check=shared_shortcut_cleanup,
    ),
)
