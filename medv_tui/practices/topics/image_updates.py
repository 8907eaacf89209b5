"""What the guest needs on top of Windows XP: updates, Integration Components, Remote Desktop."""

from medv_tui.findings import Severity, Source
from medv_tui.practices.practice import (
    Mode,
    Outcome,
    Phase,
    Practice,
    Scope,
    failing,
    met,
    not_applicable,
    undecided,
)

CREATING = "creating-a-windows-virtual-pc-image-for-med-v"
PREREQUISITES = "configure-installation-prerequisites"


def image_kb959209(kb959209: bool) -> Outcome:
    """Look for the update of .NET Framework 3.5 SP1."""
    if kb959209:
        return met("KB959209 is installed in the image.")
    return failing("KB959209 is not installed in the image; it is required there.")


def image_kb972435(kb972435: bool) -> Outcome:
    """Look for the hotfix for shared folders."""
    if kb972435:
        return met("KB972435 is installed in the image.")
    return failing("KB972435 is not installed in the image; it makes shared folders faster.")


def image_integration_components(integration_components: bool) -> Outcome:
    """Look for the Integration Components."""
    if integration_components:
        return met("The Integration Components are installed in the image.")
    return failing("The Integration Components are not installed in the image; they are required.")


def image_ic_version_match(
    *, integration_components_match: bool | None, integration_components: bool | None
) -> Outcome:
    """Take the plan's word on the versions, where there is something to compare."""
    if integration_components is False:
        return not_applicable(
            "The image has no Integration Components; image-integration-components asks for them."
        )
    if integration_components_match is None:
        return undecided(
            "Confirm that the Integration Components in the image have the version of Windows "
            "Virtual PC and its updates on the computers."
        )
    if integration_components_match:
        return met("The Integration Components match Windows Virtual PC on the computers.")
    return failing(
        "The Integration Components have another version than Windows Virtual PC on the "
        "computers; both must be the same."
    )


def image_remoteapp_update(remoteapp_update: bool) -> Outcome:
    """Look for the RemoteApp update."""
    if remoteapp_update:
        return met("The RemoteApp update for Windows XP SP3 is installed in the image.")
    return failing("The RemoteApp update for Windows XP SP3 is not in the image; it is required.")


def image_remote_desktop_enabled(*, remote_desktop: bool | None) -> Outcome:
    """Find Remote Desktop turned off; only a person knows of policies that would do it."""
    if remote_desktop is False:
        return failing("Remote Desktop is off in the image; it must stay on.")
    if remote_desktop:
        return undecided(
            "Remote Desktop is on in the image; confirm that no Group Policy turns it off."
        )
    return undecided("Confirm that Remote Desktop is on and that no Group Policy turns it off.")


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="image-kb959209",
        title="KB959209 in the image",
        phase=Phase.IMAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="Update KB959209 is installed in the image.",
        why="Applications run into known compatibility problems.",
        todo="Install KB959209 in the guest by hand.",
        source=Source(("configure-environment-prerequisites", CREATING)),
        concerns=("windows-virtual-pc-image", "guest-agent"),
        reads=("workspaces.image.kb959209",),
        check=image_kb959209,
    ),
    Practice(
        id="image-integration-components",
        title="Integration Components in the guest",
        phase=Phase.IMAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="The Integration Components of Windows Virtual PC are installed in the guest.",
        why="The guest has no integration features and MED-V cannot be used.",
        inferred=True,
        todo="Install the Integration Components in the guest by hand.",
        source=Source((CREATING, PREREQUISITES)),
        concerns=("integration-components", "windows-virtual-pc-image"),
        reads=("workspaces.image.integration_components",),
        check=image_integration_components,
    ),
    Practice(
        id="image-ic-version-match",
        title="Integration Components match the hosts' engine",
        phase=Phase.IMAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.MIXED,
        asks="The Integration Components in the guest have the version of Windows Virtual PC on "
        "the computers that get this workspace.",
        why="Some integration features do not work as they should.",
        todo="Update the Integration Components in the image and Windows Virtual PC on the "
        "computers to the same version.",
        source=Source((PREREQUISITES,)),
        concerns=("integration-components", "windows-virtual-pc", "windows-virtual-pc-update"),
        also=(
            "workspaces.image.integration_components_match",
            "workspaces.image.integration_components",
        ),
        check=image_ic_version_match,
    ),
    Practice(
        id="image-remoteapp-update",
        title="RemoteApp update for XP SP3 present",
        phase=Phase.IMAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="The RemoteApp update for Windows XP SP3 is installed in the image.",
        why="A required component is missing.",
        todo="Install the RemoteApp update by hand if the guest did not offer it after the "
        "Integration Components.",
        source=Source((CREATING,)),
        concerns=("remoteapp-update", "windows-virtual-pc-image"),
        reads=("workspaces.image.remoteapp_update",),
        check=image_remoteapp_update,
    ),
    Practice(
        id="image-remote-desktop-enabled",
        title="Remote Desktop stays enabled",
        phase=Phase.IMAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.MIXED,
        asks="Remote Desktop is on in the image and no Group Policy turns it off in the guest.",
        why="MED-V does not work without Remote Desktop.",
        todo="Turn Remote Desktop on in the image and remove any policy that turns it off.",
        source=Source((CREATING,)),
        concerns=("guest", "windows-virtual-pc-image"),
        also=("workspaces.image.remote_desktop",),
        check=image_remote_desktop_enabled,
    ),
    Practice(
        id="image-kb972435",
        title="Optional shared-folder performance hotfix",
        phase=Phase.IMAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.CONSIDER,
        mode=Mode.COMPUTED,
        asks="Hotfix KB972435 is installed in the image.",
        why="Shared folders are slower in a Terminal Services session.",
        todo="Install KB972435 in the guest.",
        source=Source(
            (CREATING,), "The topic calls it optional and recommended; it is optional.", ("C-43",)
        ),
        concerns=("windows-virtual-pc-image",),
        reads=("workspaces.image.kb972435",),
        check=image_kb972435,
    ),
)
