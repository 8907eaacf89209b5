"""The organisation around the computers: directory, credentials, scope and preparation."""

from medv_tui.assessment.business_fit import LARGE_ORGANIZATION_USERS
from medv_tui.findings import Severity, Source
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
    undecided,
)

FITTING = "planning-for-application-operating-system-compatibility"
SIZING = "identifying-the-number-and-types-of-med-v-workspaces"
PACKAGE = "create-a-med-v-workspace-package"
RELEASE_NOTES = "med-v-20-release-notes"


def active_directory_present(
    *,
    directory_domain: str | None,
    group_policy: bool | None,
    joined: int | None,
    not_joined: int | None,
) -> Outcome:
    """Look for Active Directory with Group Policy, and for computers outside of it."""
    if directory_domain is not None and not directory_domain.strip():
        return failing("There is no Active Directory domain; MED-V needs one.")
    if group_policy is False:
        return failing(
            "Group Policy is not available; MED-V needs Active Directory with Group Policy.",
            fact="infrastructure.group_policy",
        )
    if not_joined:
        return failing(
            f"{not_joined:,} {_computers(not_joined)} in no domain; every computer is to be a "
            "member of one.",
            severity=Severity.SHOULD,
        )
    if joined:
        return met(f"{joined:,} {_computers(joined)} in a domain.")
    if directory_domain and group_policy:
        return met(f"Active Directory {directory_domain} with Group Policy.")
    return undecided("Confirm that Active Directory and Group Policy are available.")


def _computers(count: int) -> str:
    """Put the noun and its verb into the right number."""
    return "computer is" if count == 1 else "computers are"


def guest_domain_same_credentials(
    set_join_domain_enabled: bool,
    set_machine_object_ou_enabled: bool,
    *,
    domain: str | None,
    domain_joined: bool | None,
    guest_domain: str | None,
    join_domain: str | None,
) -> Outcome:
    """Compare the domain of the guest with that of the computer."""
    if domain_joined is False and (set_join_domain_enabled or set_machine_object_ou_enabled):
        return failing(
            "The computer is in no domain, and first time setup takes the guest's domain from "
            "it; join the computer to a domain.",
            fact="hosts.domain_joined",
            short="in no domain",
        )
    if set_join_domain_enabled:
        return met("First time setup joins the guest to the computer's domain.")
    if domain_joined is False:
        return undecided(
            "The computer is in no domain; confirm that its users have credentials that the "
            "guest's domain accepts.",
            fact="hosts.domain_joined",
        )
    guest = guest_domain or join_domain
    if guest is None or domain is None:
        given = {"workspaces.guest_domain": guest, "hosts.domain": domain}
        return needs(*(fact for fact, value in given.items() if value is None))
    if guest.casefold() == domain.casefold():
        return met(f"Computer and guest are both in {domain}.")
    return undecided(
        f"The computer is in {domain} and the guest in {guest}; confirm that users log on to "
        "both with the same credentials.",
        fact="hosts.domain",
    )


def business_fit_reviewed(
    *,
    users: int | None,
    enterprise_agreement: bool | None,
    upgrading_to_windows_7: bool | None,
    incompatible_applications: tuple[str, ...] | None,
    xp_mode_rejected_because: tuple[str, ...] | None,
    postpone_remaining_fixes: bool | None,
) -> Outcome:
    """Look for one reason to use MED-V."""
    # Having tried fixes or App-V is a reason only where applications stay incompatible, and
    # that is one by itself.
    large = users is not None and users >= LARGE_ORGANIZATION_USERS
    reasons = {
        "a large organisation with an Enterprise Agreement moves to Windows 7": large
        and enterprise_agreement
        and upgrading_to_windows_7,
        "applications are incompatible with Windows 7": incompatible_applications,
        "Windows XP Mode was rejected": xp_mode_rejected_because,
        "the remaining fixes are postponed": postpone_remaining_fixes,
    }
    named = [reason for reason, holds in reasons.items() if holds]
    if named:
        return met(f"MED-V fits: {', '.join(named)}.")
    return undecided("Confirm that at least one reason to use MED-V holds.")


def scope_users_apps_identified(
    *,
    applications: tuple[object, ...] | None,
    redirect_urls: tuple[str, ...] | None,
    computers: int | None,
    workspace_computers: int | None,
    workspace_users: int | None,
) -> Outcome:
    """Look for something that users need from the workspace, and for such users."""
    if computers and not workspace_computers:
        return failing(
            "No computer gets this workspace; at least one with users is wanted.",
            fact="workspaces.name",
        )
    if computers and workspace_users == 0:
        return failing(
            "The computers that get this workspace have 0 users; at least 1 is wanted.",
            fact="workspaces.name",
        )
    missing = []
    if not applications and not redirect_urls:
        missing.append("workspaces.applications")
    if not computers or workspace_users is None:
        missing.append("hosts.users")
    if missing:
        return needs(*missing)
    needed = (
        counted(len(applications or ()), "application"),
        counted(len(redirect_urls or ()), "redirected URL"),
    )
    people = (
        counted(workspace_users or 0, "user"),
        counted(workspace_computers or 0, "computer"),
    )
    return met(f"{' and '.join(needed)} for {' on '.join(people)}.")


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="active-directory-present",
        title="AD and Group Policy available",
        phase=Phase.PLAN,
        scope=Scope.PLAN,
        severity=Severity.MUST,
        mode=Mode.MIXED,
        asks="Active Directory with Group Policy is available, and the computers are members of "
        "a domain.",
        why="Settings cannot be managed centrally and guests cannot join a domain.",
        inferred=True,
        todo="Provide Active Directory with Group Policy and join the computers to it.",
        source=Source(
            ("configure-environment-prerequisites",),
            "Membership of the computers is implied rather than spelled out; without it the "
            "practice weighs as a recommendation.",
            ("G-13",),
        ),
        concerns=("active-directory-domain", "registry-management-system"),
        also=(
            "infrastructure.directory_domain",
            "infrastructure.group_policy",
            "fleet.joined",
            "fleet.not_joined",
        ),
        check=active_directory_present,
    ),
    Practice(
        id="guest-domain-same-credentials",
        title="Guest domain accepts the users' host credentials",
        phase=Phase.PLAN,
        scope=Scope.HOST,
        severity=Severity.MUST,
        mode=Mode.MIXED,
        asks="Users can log on to the guest's domain with the credentials of the computer's "
        "domain.",
        why="Users cannot log on to the guest.",
        inferred=True,
        todo="Join the guest to the computer's domain or to one that trusts it.",
        source=Source(
            ("configuring-a-windows-virtual-pc-image-for-med-v", PACKAGE),
            "Met where SetJoinDomainEnabled is on or both domains are the same; a trust between "
            "different ones has to be confirmed.",
            ("G-13",),
        ),
        concerns=("active-directory-domain", "guest", "credential-manager"),
        reads=(
            "workspaces.settings.Fts.SetJoinDomainEnabled",
            "workspaces.settings.Fts.SetMachineObjectOUEnabled",
        ),
        also=(
            "hosts.domain",
            "hosts.domain_joined",
            "workspaces.guest_domain",
            "workspaces.sysprep.join_domain",
        ),
        check=guest_domain_same_credentials,
    ),
    Practice(
        id="security-updates-current",
        title="Apply current security updates to new software",
        phase=Phase.SECURE,
        scope=Scope.PLAN,
        severity=Severity.SHOULD,
        mode=Mode.ATTESTED,
        asks="Current security updates are applied to everything that is newly installed.",
        why="Known vulnerabilities stay open.",
        inferred=True,
        todo="Apply the current security updates on computers and in guests.",
        source=Source((RELEASE_NOTES,)),
        concerns=("host", "guest"),
    ),
    Practice(
        id="business-fit-reviewed",
        title="Business case matches the Using MED-V checklist",
        phase=Phase.PLAN,
        scope=Scope.PLAN,
        severity=Severity.CONSIDER,
        mode=Mode.MIXED,
        asks="At least one reason to use MED-V holds for the organisation.",
        why="MED-V may be the wrong tool.",
        inferred=True,
        todo="Reconsider compatibility fixes, App-V and Windows XP Mode, and record in the plan "
        "why MED-V is chosen.",
        source=Source((FITTING,), "Any one item of the checklist is enough."),
        concerns=("published-applications",),
        also=(
            "organization.users",
            "organization.enterprise_agreement",
            "organization.upgrading_to_windows_7",
            "organization.incompatible_applications",
            "organization.xp_mode_rejected_because",
            "organization.postpone_remaining_fixes",
        ),
        check=business_fit_reviewed,
    ),
    Practice(
        id="scope-users-apps-identified",
        title="Affected users, applications and URLs are listed",
        phase=Phase.PLAN,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="The workspace has an application or a redirected URL, and a computer with users.",
        why="The number or the types of the workspaces are wrong.",
        inferred=True,
        todo="List the applications, URLs and computers that the workspace is for.",
        source=Source((SIZING,), "An application or a URL is enough."),
        concerns=("workspace", "published-applications", "url-redirection"),
        also=(
            "workspaces.applications",
            "workspaces.settings.UserExperience.RedirectUrls",
            "fleet.computers",
            "fleet.workspace_computers",
            "fleet.workspace_users",
        ),
        check=scope_users_apps_identified,
    ),
    Practice(
        id="network-credentials-match",
        title="Network resources accept the user's domain credentials",
        phase=Phase.PLAN,
        scope=Scope.PLAN,
        severity=Severity.CONSIDER,
        mode=Mode.ATTESTED,
        asks="Network resources that users open from the guest accept their domain credentials.",
        why="Redirected documents and drives stop reconnecting in the guest.",
        todo="Align the credentials, or connect the resources by a script in the guest.",
        source=Source(("operations-troubleshooting-medv2",)),
        concerns=("guest", "credential-manager"),
    ),
    Practice(
        id="release-notes-read",
        title="Read the release notes before the first installation",
        phase=Phase.PLAN,
        scope=Scope.PLAN,
        severity=Severity.CONSIDER,
        mode=Mode.ATTESTED,
        asks="The release notes were read before anything was installed.",
        why="Information that stands only there is missed; at present they list no known issue.",
        inferred=True,
        todo="Read the release notes, and look for a newer edition of them.",
        source=Source((RELEASE_NOTES,)),
        concerns=("workspace-packager", "host-agent"),
    ),
)
