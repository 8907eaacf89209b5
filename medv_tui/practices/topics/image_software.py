"""Software that an image brings along."""

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

INSTALLING = "installing-applications-on-a-windows-virtual-pc-image"
ESD_CLIENT = "workspaces.image.esd_client"
APPLICATIONS_VIA = "operations.applications_via"


def image_limit_preinstalled(*, software: tuple[str, ...] | None) -> Outcome:
    """Show the list of what is preinstalled, for a person to judge."""
    if software is None:
        return undecided("Confirm that only what has to be in the image is preinstalled.")
    if not software:
        return met("Nothing is preinstalled in the image.")
    return undecided(
        f"Preinstalled: {', '.join(software)}. Confirm that all of it has to be in the image."
    )


def image_preinstall_esd_client(
    *, esd_client: bool | None, applications_via: str | None
) -> Outcome:
    """Look for the ESD client where the ESD is to bring the guest's applications."""
    if applications_via not in {None, "esd"}:
        return not_applicable(f"Applications reach the guest by {applications_via}, not by ESD.")
    if esd_client:
        return met("The ESD client is installed in the image.")
    known = {ESD_CLIENT: esd_client, APPLICATIONS_VIA: applications_via}
    missing = [fact for fact, value in known.items() if value is None]
    if missing:
        return needs(*missing)
    return failing(
        "The ESD client is not installed in the image, although applications reach the guest by "
        "ESD; install it there."
    )


def image_antivirus_inside(antivirus: bool) -> Outcome:
    """Look for antivirus software in the guest."""
    if antivirus:
        return met("Antivirus software is installed in the image.")
    return failing("No antivirus software is installed in the image; the guest should have one.")


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="image-limit-preinstalled",
        title="Few preinstalled components",
        phase=Phase.IMAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.MIXED,
        asks="Only what has to be in the image is preinstalled: the ESD client, antivirus "
        "software and little else.",
        why="The image is hard to maintain and its VHD large.",
        inferred=True,
        todo="Move applications to the ESD, to Group Policy or to App-V.",
        source=Source((INSTALLING,), "A person judges the list; no length is documented."),
        concerns=("windows-virtual-pc-image", "published-applications"),
        also=("workspaces.image.software",),
        check=image_limit_preinstalled,
    ),
    Practice(
        id="image-preinstall-esd-client",
        title="ESD client in the image",
        phase=Phase.IMAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="The ESD client is installed in the image where the ESD brings the guest's "
        "applications.",
        why="The ESD has no way to deliver software to the guest.",
        inferred=True,
        todo="Install the ESD client in the image.",
        source=Source((INSTALLING,)),
        concerns=("esd-client", "windows-virtual-pc-image"),
        also=(ESD_CLIENT, APPLICATIONS_VIA),
        check=image_preinstall_esd_client,
    ),
    Practice(
        id="image-antivirus-inside",
        title="Antivirus in the guest",
        phase=Phase.IMAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.CONSIDER,
        mode=Mode.COMPUTED,
        asks="Antivirus software is installed in the image.",
        why="The Windows XP guest is not protected.",
        inferred=True,
        todo="Install an antivirus product in the image, and do not publish it to the computer.",
        source=Source(
            (INSTALLING, "how-to-publish-and-unpublish-an-application-on-the-med-v-workspace")
        ),
        concerns=("management-and-security-tools", "guest", "windows-virtual-pc-image"),
        reads=("workspaces.image.antivirus",),
        check=image_antivirus_inside,
    ),
)
