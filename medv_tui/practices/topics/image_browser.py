"""Internet Explorer in the guest, for the sake of whose old version there often is a guest."""

from medv_tui.findings import Severity, Source
from medv_tui.practices.practice import (
    Mode,
    Outcome,
    Phase,
    Practice,
    Scope,
    failing,
    met,
)

CREATING = "creating-a-windows-virtual-pc-image-for-med-v"

SUPPORTED = (6, 7, 8)


def image_ie_version_pinned(internet_explorer: int, required_internet_explorer: int) -> Outcome:
    """Compare the guest's browser with the one that the sites need."""
    if internet_explorer == required_internet_explorer:
        return met(f"Internet Explorer {internet_explorer}, as the sites need it.")
    return failing(
        f"Internet Explorer {internet_explorer}; the sites need {required_internet_explorer}."
    )


def image_ie_upgrade_blocked(internet_explorer_upgrade_blocked: bool) -> Outcome:
    """Ask whether updates leave the browser alone."""
    if internet_explorer_upgrade_blocked:
        return met("Automatic upgrades of Internet Explorer are blocked in the guest.")
    return failing(
        "Automatic upgrades of Internet Explorer are not blocked in the guest; block them there."
    )


def image_ie_supported(internet_explorer: int) -> Outcome:
    """Compare the guest's browser with the supported versions."""
    if internet_explorer in SUPPORTED:
        return met(f"Internet Explorer {internet_explorer}; 6, 7 or 8 is supported.")
    if internet_explorer == 9:
        return failing(
            "Internet Explorer 9; the topics list it, but Windows XP runs only 6, 7 or 8.",
            severity=Severity.SHOULD,
        )
    return failing(f"Internet Explorer {internet_explorer}; 6, 7 or 8 is supported.")


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="image-ie-version-pinned",
        title="Guest IE stays at the version the sites need",
        phase=Phase.IMAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="The image has the version of Internet Explorer that the redirected sites need.",
        why="Sites break in a newer browser.",
        inferred=True,
        todo="Leave out updates of Internet Explorer when the image is patched.",
        source=Source(
            (CREATING,), "The version that the sites need is the plan's required_internet_explorer."
        ),
        concerns=("guest-internet-explorer", "windows-virtual-pc-image"),
        reads=("workspaces.image.internet_explorer", "workspaces.image.required_internet_explorer"),
        check=image_ie_version_pinned,
    ),
    Practice(
        id="image-ie-upgrade-blocked",
        title="Automatic IE upgrade blocked in the guest",
        phase=Phase.IMAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="The registry of the guest keeps automatic updates from upgrading Internet Explorer.",
        why="Windows Update raises the version of Internet Explorer later.",
        inferred=True,
        todo="Set the registry value that blocks the upgrade in the image.",
        source=Source((CREATING,)),
        concerns=("guest-internet-explorer", "windows-virtual-pc-image"),
        reads=("workspaces.image.internet_explorer_upgrade_blocked",),
        check=image_ie_upgrade_blocked,
    ),
    Practice(
        id="image-ie-supported",
        title="Guest IE is in the supported set",
        phase=Phase.IMAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="Internet Explorer in the guest is version 6, 7 or 8.",
        why="The browser in the guest is not supported.",
        inferred=True,
        todo="Change the version of Internet Explorer in the image.",
        source=Source(
            ("med-v-20-supported-configurations",),
            "The topics list 9 too; it weighs as a recommendation to choose another.",
            ("C-16",),
            external="Internet Explorer 9 was never made for Windows XP.",
        ),
        concerns=("guest-internet-explorer", "windows-virtual-pc-image"),
        reads=("workspaces.image.internet_explorer",),
        check=image_ie_supported,
    ),
)
