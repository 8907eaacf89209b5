"""What first time setup writes over Sysprep.inf, and what it grants the user."""

from medv_tui.findings import Severity, Source
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

ADMINISTRATORS = "workspaces.settings.Fts.AddUserToAdminGroupEnabled"
JOIN_DOMAIN = "workspaces.settings.Fts.SetJoinDomainEnabled"
COPY_OU = "workspaces.settings.Fts.SetMachineObjectOUEnabled"
WRITTEN = "workspaces.settings.written"
"""Facts of the settings that the plan gives itself, so that no default stands in."""

REPLACED = {
    "workspaces.settings.Fts.SetComputerNameEnabled": "ComputerName",
    JOIN_DOMAIN: "JoinDomain",
    COPY_OU: "MachineObjectOU",
    "workspaces.settings.Fts.SetRegionalSettingsEnabled": "[RegionalSettings]",
    "workspaces.settings.Fts.SetUserDataEnabled": "FullName and OrgName",
}
"""What each switch replaces in Sysprep.inf."""


def fts_overrides_sysprep(
    computer_name: bool, join_domain: bool, copy_ou: bool, regional: bool, user_data: bool
) -> Outcome:
    """List what setup replaces; it is information, neither good nor bad."""
    switches = (computer_name, join_domain, copy_ou, regional, user_data)
    replaced = [keys for on, keys in zip(switches, REPLACED.values(), strict=True) if on]
    if not replaced:
        return not_applicable(
            "Nothing is replaced in Sysprep.inf but TimeZone, which always follows the computer."
        )
    return not_applicable(f"Setup replaces in Sysprep.inf: {', '.join(replaced)}, and TimeZone.")


def fts_ou_needs_domain_copy(copy_ou: bool, join_domain: bool) -> Outcome:
    """Find the organizational unit copied without the domain."""
    if not copy_ou:
        return not_applicable("SetMachineObjectOUEnabled is off.")
    if join_domain:
        return met("SetMachineObjectOUEnabled and SetJoinDomainEnabled are both on.")
    return failing(
        "SetMachineObjectOUEnabled is on and SetJoinDomainEnabled is off; it needs the other on.",
        fact=JOIN_DOMAIN,
        fix=SetFact(JOIN_DOMAIN, True),
    )


def fts_admin_group_decision(enabled: bool, written: frozenset[str]) -> Outcome:
    """Ask whether the plan itself decides on the guest's administrators."""
    if ADMINISTRATORS in written:
        said = "on: users become" if enabled else "off: users do not become"
        return met(f"AddUserToAdminGroupEnabled is set to {said} administrators of the guest.")
    return failing(
        "AddUserToAdminGroupEnabled is not set and so off; a decision in the plan is wanted.",
        fix=SetFact(ADMINISTRATORS, False),
    )


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="fts-overrides-sysprep",
        title="Wizard settings win over Sysprep.inf",
        phase=Phase.SETUP,
        scope=Scope.WORKSPACE,
        severity=Severity.CONSIDER,
        mode=Mode.COMPUTED,
        asks="It is known which values of Sysprep.inf are replaced by first time setup.",
        why="Values written in Sysprep.inf are replaced.",
        todo="Bring Sysprep.inf and the settings of first time setup in line.",
        source=Source(
            (PACKAGE, "managing-med-v-workspace-configuration-settings"),
            "It is information: it is neither met nor failing.",
        ),
        concerns=("workspace-package", "workspace-packager", "sysprep-folder"),
        reads=tuple(REPLACED),
        check=fts_overrides_sysprep,
    ),
    Practice(
        id="fts-ou-needs-domain-copy",
        title="Copy OU only together with copy domain",
        phase=Phase.SETUP,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="SetMachineObjectOUEnabled is on only where SetJoinDomainEnabled is on.",
        why="The packager does not allow the one without the other.",
        todo="Turn SetJoinDomainEnabled on, or SetMachineObjectOUEnabled off.",
        source=Source((PACKAGE,)),
        concerns=("workspace-package", "workspace-packager", "active-directory-domain"),
        reads=(COPY_OU, JOIN_DOMAIN),
        check=fts_ou_needs_domain_copy,
    ),
    Practice(
        id="fts-admin-group-decision",
        title="Decide guest administrator membership",
        phase=Phase.SETUP,
        scope=Scope.WORKSPACE,
        severity=Severity.CONSIDER,
        mode=Mode.COMPUTED,
        asks="The plan decides whether users become administrators of the guest.",
        why="Users have more rights than they need, or cannot save the guest's logs.",
        inferred=True,
        todo="Set AddUserToAdminGroupEnabled, to off unless users need it.",
        source=Source(
            (PACKAGE, "viewing-and-configuring-med-v-logs"),
            "One topic says that the workspace is added, another the end user: it is the user.",
            ("C-30",),
        ),
        concerns=("workspace-package", "guest"),
        reads=(ADMINISTRATORS, WRITTEN),
        check=fts_admin_group_decision,
    ),
)
