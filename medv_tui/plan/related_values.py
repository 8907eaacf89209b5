"""Registry values that MED-V's topics name beside the settings of its own registry keys."""

from dataclasses import dataclass

_AUTHENTICATION = "authentication-of-med-v-end-users"
_BEST_PRACTICES = "med-v-20-best-practices"


@dataclass(frozen=True, slots=True)
class RelatedValue:
    """One value that is no MED-V setting."""

    name: str
    where: str
    meaning: str
    topic: str
    fact: str = ""
    """The plan's key that says how it is set, by its path; empty where the plan has none."""


RELATED: tuple[RelatedValue, ...] = (
    RelatedValue(
        "Name",
        r"HKLM\SOFTWARE\Microsoft\Medv\v2\VM on the computer",
        "Name of the workspace; it has to be that of the virtual machine's file.",
        "med-v-event-log-messages",
        "workspaces.name",
    ),
    RelatedValue(
        "DisablePasswordSaving",
        r"HKLM\SOFTWARE\Microsoft\Virtual Machine\Policies on the computer",
        "A policy of Terminal Services: whether the prompt offers to keep the password.",
        _AUTHENTICATION,
        "security.disable_password_saving",
    ),
    RelatedValue(
        "Run entry of the Host Agent",
        "the Run key of HKLM on the computer",
        "Starts the Host Agent with Windows.",
        "med-v-20-deployment-overview",
    ),
    RelatedValue(
        "BufferPolicyReads",
        r"HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon in the guest",
        "1 makes Group Policy faster.",
        _BEST_PRACTICES,
        "workspaces.image.buffer_policy_reads",
    ),
    RelatedValue(
        "AutoReboot",
        r"HKLM\SYSTEM\CurrentControlSet\Control\CrashControl in the guest",
        "1 restarts the guest after a crash.",
        _BEST_PRACTICES,
        "workspaces.image.auto_reboot",
    ),
    RelatedValue(
        "VPCVAppExcludeList",
        r"HKLM\Software\Microsoft\Windows NT\CurrentVersion\Virtual Machine in the guest",
        "One text for each application that is hidden from the host; an application's "
        "exclude_path is what to write.",
        "windows-virtual-pc-application-exclude-list",
    ),
    RelatedValue(
        "WaitToKillAppTimeout",
        "the guest; the key is not given",
        "How long hung applications are waited for at the end.",
        "operations-troubleshooting-medv2",
    ),
)
"""In the order of the computer first, then the guest."""
