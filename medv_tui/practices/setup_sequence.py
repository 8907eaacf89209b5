"""What first time setup does, step by step, with the settings that bear on each step."""

from dataclasses import dataclass

from medv_tui.plan.setting import Setting
from medv_tui.plan.settings import setting

_SETTINGS = "managing-med-v-workspace-configuration-settings"
_OVERVIEW = "med-v-20-deployment-overview"
_IMAGE = "configuring-a-windows-virtual-pc-image-for-med-v"
_PACKAGE = "create-a-med-v-workspace-package"


@dataclass(frozen=True, slots=True)
class SetupStep:
    """One step of first time setup."""

    title: str
    happens: str
    """What happens, in one sentence or two."""
    topics: tuple[str, ...]
    settings: tuple[Setting, ...] = ()
    """Settings that limit it or change what it does."""
    practices: tuple[str, ...] = ()
    """Practices without which it may not succeed."""
    is_silent: bool = True
    """Whether it takes place where Mode is Silent."""


def _fts(*names: str) -> tuple[Setting, ...]:
    return tuple(setting("Fts", name) for name in names)


SEQUENCE: tuple[SetupStep, ...] = (
    SetupStep(
        "Start",
        "MED-V starts by itself after logon, from the last page of the workspace's setup, or from "
        "the Start menu.",
        (
            _OVERVIEW,
            "command-line-options-for-med-v-installation-files",
            "how-to-deploy-a-med-v-workspace-manually",
        ),
        practices=("url-host-agent-running",),
    ),
    SetupStep(
        "Dialog",
        "A dialog announces setup, and the user may put it off.",
        (_SETTINGS,),
        (
            setting("UserExperience", "DialogTimeout"),
            *_fts("MaxPostponeTime", "PostponeUtcDateTimeLimit", "StartDialogMsg", "DialogUrl"),
        ),
        ("fts-postpone-limits", "fts-help-url"),
        is_silent=False,
    ),
    SetupStep(
        "Password",
        "The user authenticates to the workspace, in every mode.",
        (_OVERVIEW, "authentication-of-med-v-end-users"),
        (
            setting("UserExperience", "CredentialCacheEnabled"),
            setting("UserExperience", "SmartCardLogonEnabled"),
        ),
        ("guest-domain-same-credentials", "sec-credential-caching-off"),
    ),
    SetupStep(
        "Virtual machine",
        "The guest is made from the packaged image, with a differencing disk for each user or one "
        "for all.",
        (
            _IMAGE,
            "identifying-the-number-and-types-of-med-v-workspaces",
            "operations-troubleshooting-medv2",
        ),
        (setting("VM", "MultiUserEnabled"), setting("VM", "NetworkingMode")),
        ("image-vhd-boots", "host-exclusive-virtualization"),
    ),
    SetupStep(
        "Sysprep.inf",
        "The name mask and the host's values are written into Sysprep.inf; the time zone always "
        "is. That this follows the step before is inferred.",
        (_SETTINGS,),
        _fts(
            "SetComputerNameEnabled",
            "ComputerNameMask",
            "SetJoinDomainEnabled",
            "SetMachineObjectOUEnabled",
            "SetRegionalSettingsEnabled",
            "SetUserDataEnabled",
            "DetachVfdTimeout",
        ),
        ("name-unique", "name-max-15", "fts-ou-needs-domain-copy"),
    ),
    SetupStep(
        "Mini-Setup",
        "Windows XP sets itself up: network, domain join, Guest Agent and personal settings.",
        (_OVERVIEW, "how-to-verify-first-time-setup-settings"),
        _fts(
            "ExplorerTimeout",
            "NonInteractiveTimeout",
            "NonInteractiveRetryTimeoutInc",
            "MaxRetryCount",
        ),
        (
            "fts-input-needs-attended",
            "image-legal-notice-needs-attended",
            "image-mini-setup",
            "fts-network-available",
        ),
    ),
    SetupStep(
        "Own commands",
        "The image's own commands run, in [GuiRunOnce] or elsewhere.",
        (_OVERVIEW,),
        practices=("image-disable-restore-points",),
    ),
    SetupStep(
        "FtsCompletion.exe",
        "It finishes the configuration, lets the user in by Remote Desktop, copies the logs and "
        "restarts the guest; nothing may follow it.",
        (_OVERVIEW, _SETTINGS),
        _fts(
            "AddUserToAdminGroupEnabled",
            "GiveUserGroupRightsTimeout",
            "GiveUserGroupRightsMaxRetryCount",
            "LogFilePaths",
        ),
        (
            "ftscompletion-called",
            "ftscompletion-last",
            "ftscompletion-guest-admin",
            "ftscompletion-rdp-rights",
        ),
    ),
    SetupStep(
        "Logon",
        "The user is logged on in the guest, asked again where the password was not kept, and "
        "Group Policy is applied.",
        (_OVERVIEW,),
        (setting("UserExperience", "HideVmTimeout"), setting("Guest", "EnableGPWorkarounds")),
        ("image-group-policy-performance", "image-logon-message-gpo-off"),
    ),
    SetupStep(
        "Publishing",
        "Applications appear on the host, and the outcome is written to FTS_Status.",
        (_OVERVIEW, "monitoring-med-v-workspace-deployments"),
        (setting("UserExperience", "AppPublishingEnabled"),),
        ("app-publishing-tested", "dep-monitor-fts"),
    ),
    SetupStep(
        "Printers",
        "Network printers of the host are matched, their drivers installed, and the guest "
        "restarts.",
        ("managing-printers-on-a-med-v-workspace",),
        (setting("UserExperience", "PrinterSharingEnabled"),),
        ("printers-driver-on-server", "printers-guest-restart"),
    ),
)
"""From the first logon to a workspace in use; MED-V cannot be used before it has succeeded."""
