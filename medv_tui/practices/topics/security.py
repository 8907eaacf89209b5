"""What the guest is exposed to: its browser, and the credentials of its users."""

from dataclasses import replace

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
    undecided,
)

SECURITY = "security-best-practices-for-med-v-operations"
AUTHENTICATION = "authentication-of-med-v-end-users"
PACKAGE = "create-a-med-v-workspace-package"
SETTINGS = "managing-med-v-workspace-configuration-settings"

LOCKDOWN = "workspaces.internet_explorer_lockdown"
ZONE = "workspaces.internet_zone_high"
CACHING = "workspaces.settings.UserExperience.CredentialCacheEnabled"
SMART_CARD = "workspaces.settings.UserExperience.SmartCardLogonEnabled"
NO_SAVING = "security.disable_password_saving"


def sec_guest_ie_lockdown(kept: bool) -> Outcome:
    """Ask whether the guest's browser keeps its restrictions."""
    if kept:
        return met("The guest's Internet Explorer keeps its default restrictions.")
    return failing(
        "The default restrictions of the guest's Internet Explorer are lifted; keep them.",
        fix=SetFact(LOCKDOWN, True),
    )


def sec_guest_ie_zone_high(high: bool) -> Outcome:
    """Ask whether the guest's Internet zone keeps its level."""
    if high:
        return met("The guest's Internet zone is at High.")
    return failing(
        "The guest's Internet zone is below High; keep it at High.", fix=SetFact(ZONE, True)
    )


def sec_block_external_domains(*, external_sites_blocked: bool | None) -> Outcome:
    """Take the plan's word on whether the guest's browser reaches the Internet."""
    if external_sites_blocked is None:
        return undecided(
            "Confirm that a proxy or Content Advisor blocks sites outside the intranet."
        )
    if external_sites_blocked:
        return met("Sites outside the intranet are blocked for the guest.")
    return failing(
        "Sites outside the intranet are not blocked for the guest; block them by a proxy or "
        "Content Advisor.",
        fact="security.external_sites_blocked",
    )


def sec_credential_caching_off(caching: bool) -> Outcome:
    """Ask whether MED-V keeps credentials."""
    if not caching:
        return met("CredentialCacheEnabled is off.")
    return failing(
        "CredentialCacheEnabled is on; off is wanted, at the cost of more prompts.",
        fix=SetFact(CACHING, False),
    )


def sec_disable_password_saving(caching: bool, *, disable_password_saving: bool | None) -> Outcome:
    """Look for the policy against saved passwords, which matters more where they are cached."""
    return replace(
        _password_saving(caching, disable_password_saving),
        severity=Severity.SHOULD if caching else Severity.CONSIDER,
    )


def _password_saving(caching: bool, disabled: bool | None) -> Outcome:
    """Judge the policy, whatever it weighs."""
    state = f"credential caching is {'on' if caching else 'off'}"
    if disabled:
        return met("DisablePasswordSaving is enabled.")
    if disabled is None:
        return undecided(
            f"Confirm that DisablePasswordSaving is enabled, or that convenience outranks it; "
            f"{state}.",
            fact=NO_SAVING,
        )
    return failing(
        f"DisablePasswordSaving is not enabled and {state}; enable the policy where security "
        "outranks convenience.",
        fact=NO_SAVING,
        fix=SetFact(NO_SAVING, True),
    )


def sec_rdc_bad_credentials(*, disable_password_saving: bool | None) -> Outcome:
    """Ask a person wherever passwords can be saved at all."""
    if disable_password_saving:
        return not_applicable("DisablePasswordSaving is enabled, so that no password is saved.")
    return undecided(
        "Unless DisablePasswordSaving is enabled, wrong passwords are saved too; confirm that the "
        "help desk knows it."
    )


def sec_smartcard_vs_cache(smart_card: bool, caching: bool) -> Outcome:
    """Find caching that smart card logon makes useless."""
    if smart_card and caching:
        return failing(
            "SmartCardLogonEnabled and CredentialCacheEnabled are both on, and the first wins; "
            "one of them is wanted.",
            fact=CACHING,
            fix=SetFact(CACHING, False),
        )
    if smart_card:
        return met("SmartCardLogonEnabled is on and CredentialCacheEnabled is off.")
    return met("SmartCardLogonEnabled is off.")


def sec_host_screen_lock(screen_lock: bool) -> Outcome:
    """Ask whether the computer locks, because the guest does not."""
    if screen_lock:
        return met("The computer locks its screen.")
    return failing(
        "The computer does not lock its screen; a policy that locks it is wanted.",
        short="no screen lock",
    )


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="sec-guest-ie-lockdown",
        title="Keep the default browsing restrictions in guest IE",
        phase=Phase.SECURE,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="The guest's Internet Explorer keeps the default browsing restrictions.",
        why="An old Internet Explorer is exposed to the threats of browsing.",
        todo="Restore the default on the packager's page for web redirection.",
        source=Source(
            (SECURITY, PACKAGE),
            "No setting is documented for it: only the packager's page can restore it.",
            ("G-18",),
        ),
        concerns=("guest-internet-explorer", "workspace-package"),
        reads=(LOCKDOWN,),
        check=sec_guest_ie_lockdown,
    ),
    Practice(
        id="sec-guest-ie-zone-high",
        title="Internet zone stays High",
        phase=Phase.SECURE,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="The Internet zone of the guest's Internet Explorer stays at High.",
        why="An old browser gets a weaker zone.",
        todo="Set the guest's Internet zone back to High.",
        source=Source((SECURITY,)),
        concerns=("guest-internet-explorer", "workspace-package"),
        reads=(ZONE,),
        check=sec_guest_ie_zone_high,
    ),
    Practice(
        id="sec-block-external-domains",
        title="Proxy or Content Advisor blocks non-intranet domains",
        phase=Phase.SECURE,
        scope=Scope.PLAN,
        severity=Severity.SHOULD,
        mode=Mode.MIXED,
        asks="A proxy or Content Advisor blocks sites outside the intranet for the guest.",
        why="The guest's Internet Explorer reaches the Internet.",
        inferred=True,
        todo="Add a rule to the proxy, or set up Content Advisor in the guest.",
        source=Source((SECURITY,)),
        concerns=("guest-internet-explorer",),
        also=("security.external_sites_blocked",),
        check=sec_block_external_domains,
    ),
    Practice(
        id="sec-ieak-customisation-reviewed",
        title="IEAK changes reviewed for security",
        phase=Phase.SECURE,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.ATTESTED,
        asks="What the Internet Explorer Administration Kit changes in the image, if anything, "
        "was reviewed for security.",
        why="The guest's browser is less secure than it looks.",
        todo="Review the changes, and take back what weakens the browser.",
        source=Source(("creating-a-windows-virtual-pc-image-for-med-v", SECURITY)),
        concerns=("guest-internet-explorer", "windows-virtual-pc-image"),
    ),
    Practice(
        id="sec-credential-caching-off",
        title="Credential caching stays off",
        phase=Phase.SECURE,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="CredentialCacheEnabled is off, although users are then asked more often.",
        why="A user's domain credentials can be recovered from Credential Manager.",
        todo="Leave CredentialCacheEnabled off.",
        source=Source(
            (SECURITY, AUTHENTICATION, PACKAGE),
            "It is off by default. Two topics name different remedies; both are wanted.",
            ("C-13",),
        ),
        concerns=("credential-manager", "workspace-package"),
        reads=(CACHING,),
        check=sec_credential_caching_off,
    ),
    Practice(
        id="sec-disable-password-saving",
        title="DisablePasswordSaving enabled where security outranks convenience",
        phase=Phase.SECURE,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.MIXED,
        asks="The policy DisablePasswordSaving is enabled where security outranks convenience.",
        why="The prompt of Remote Desktop Connection may still store credentials.",
        todo="Enable the policy on the computers.",
        source=Source(
            (AUTHENTICATION,),
            "It weighs as a recommendation where credential caching is on, and is worth "
            "considering elsewhere. One passage calls the enabled policy the risk; enabled is "
            "the secure value.",
            ("C-13",),
        ),
        concerns=("credential-manager", "host"),
        reads=(CACHING,),
        also=(NO_SAVING,),
        check=sec_disable_password_saving,
    ),
    Practice(
        id="sec-rdc-bad-credentials",
        title="Help desk knows RDC stores unchecked credentials",
        phase=Phase.SECURE,
        scope=Scope.PLAN,
        severity=Severity.CONSIDER,
        mode=Mode.MIXED,
        asks="Where passwords can be saved, the help desk knows that Remote Desktop Connection "
        "stores them unchecked.",
        why="A wrong password is kept, and logon to the guest fails.",
        todo="Have the help desk delete such an entry in Credential Manager.",
        source=Source((AUTHENTICATION,)),
        concerns=("credential-manager",),
        also=(NO_SAVING,),
        check=sec_rdc_bad_credentials,
    ),
    Practice(
        id="sec-smartcard-vs-cache",
        title="Smart card logon overrides credential caching",
        phase=Phase.SECURE,
        scope=Scope.WORKSPACE,
        severity=Severity.CONSIDER,
        mode=Mode.COMPUTED,
        asks="SmartCardLogonEnabled and CredentialCacheEnabled are not both on.",
        why="Credential caching is inactive without a word.",
        todo="Turn one of them off.",
        source=Source((SETTINGS,), "Smart card logon is off by default.", ("C-12",)),
        concerns=("credential-manager", "workspace-package"),
        reads=(SMART_CARD, CACHING),
        check=sec_smartcard_vs_cache,
    ),
    Practice(
        id="sec-password-prompt-gpo",
        title="No policy undoes the guest password-expiry suppression",
        phase=Phase.SECURE,
        scope=Scope.PLAN,
        severity=Severity.CONSIDER,
        mode=Mode.ATTESTED,
        asks="No Group Policy sets back the guest's registry value that keeps the guest from "
        "asking for expiring passwords.",
        why="The guest asks for a new password beside the computer.",
        todo="Leave the guests out of that policy.",
        source=Source((AUTHENTICATION,)),
        concerns=("guest", "registry-management-system"),
    ),
    Practice(
        id="sec-host-screen-lock",
        title="Host enforces screen lock",
        phase=Phase.SECURE,
        scope=Scope.HOST,
        severity=Severity.CONSIDER,
        mode=Mode.MIXED,
        asks="The computer locks its screen by policy.",
        why="MED-V overrides the guest's own policy, so that only the computer can lock.",
        todo="Set a policy on the computers that locks the screen.",
        source=Source(("how-to-create-a-test-environment",)),
        concerns=("host", "guest"),
        reads=("hosts.screen_lock",),
        check=sec_host_screen_lock,
    ),
)
