"""What those who look after deployed workspaces have to know."""

from medv_tui.findings import Severity, Source
from medv_tui.practices.practice import (
    Mode,
    Outcome,
    Phase,
    Practice,
    Scope,
    met,
    undecided,
)

WMI = "managing-med-v-workspace-settings-by-using-a-wmi"
TROUBLESHOOTING = "operations-troubleshooting-medv2"

SETTINGS_VIA = "operations.settings_via"

CARE = "Tools that browse WMI are used with care, and Group Policy is preferred."

WAYS = {
    "group-policy": "Group Policy",
    "registry": "the registry",
    "packager-script": "a script of the packager",
}


def settings_wmi_care(*, settings_via: str | None) -> Outcome:
    """Ask for care where settings are not known to be changed by other means."""
    if settings_via in WAYS:
        return met(f"Settings are changed by {WAYS[settings_via]}, not by WMI.")
    return undecided(CARE)


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="settings-restart-needed",
        title="Some changes need a restart of the workspace",
        phase=Phase.OPERATE,
        scope=Scope.PLAN,
        severity=Severity.CONSIDER,
        mode=Mode.ATTESTED,
        asks="Whoever changes settings plans a restart of the workspace where one is needed.",
        why="The change has no effect yet.",
        todo="Restart the workspace after the change.",
        source=Source((WMI,)),
        concerns=("settings-provider", "workspace"),
    ),
    Practice(
        id="settings-wmi-care",
        title="Tools that browse WMI used with care",
        phase=Phase.OPERATE,
        scope=Scope.PLAN,
        severity=Severity.CONSIDER,
        mode=Mode.MIXED,
        asks=CARE,
        why="Data may be lost, and MED-V may behave unpredictably.",
        todo="Change settings by Group Policy.",
        source=Source((WMI,)),
        concerns=("settings-provider", "registry-management-system"),
        also=(SETTINGS_VIA,),
        check=settings_wmi_care,
    ),
    Practice(
        id="ops-reset-loses-data",
        title="Reset only as a last resort",
        phase=Phase.OPERATE,
        scope=Scope.PLAN,
        severity=Severity.SHOULD,
        mode=Mode.ATTESTED,
        asks="Support restarts a workspace first, resets it as a last resort, and backs up the "
        "guest's data before.",
        why="All data of the guest since first time setup are deleted.",
        todo="Restart the workspace first.",
        source=Source(("restarting-and-resetting-a-med-v-workspace",)),
        concerns=("administration-toolkit", "workspace"),
    ),
    Practice(
        id="ops-vm-not-opened-directly",
        title="Users do not start the guest from Windows Virtual PC",
        phase=Phase.OPERATE,
        scope=Scope.PLAN,
        severity=Severity.CONSIDER,
        mode=Mode.ATTESTED,
        asks="Users know not to start the guest from Windows Virtual PC.",
        why="MED-V warns and shuts down.",
        todo="Tell users to start published applications only.",
        source=Source((TROUBLESHOOTING,)),
        concerns=("windows-virtual-pc", "host-agent"),
    ),
    Practice(
        id="ops-workspace-name-matches",
        title=r"VM\Name equals the name of the virtual machine's file",
        phase=Phase.OPERATE,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.ATTESTED,
        asks=r"On computers, VM\Name is the name of the virtual machine's file.",
        why="Redirection of URLs and printers fails with the events 5005 and 9005.",
        todo=r"Correct HKLM\SOFTWARE\Microsoft\Medv\v2\VM\Name.",
        source=Source(
            ("med-v-event-log-messages",),
            "The topic names another folder and extension for that file than others do.",
            ("C-22", "C-45"),
        ),
        concerns=("workspace", "url-redirection", "printer-redirection"),
    ),
)
