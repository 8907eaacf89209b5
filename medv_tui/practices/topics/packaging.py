"""Building a workspace's package, and changing what is in it."""

import re

from medv_tui.findings import Severity, Source
from medv_tui.plan.languages import read_language
from medv_tui.practices.practice import (
    Mode,
    Outcome,
    Phase,
    Practice,
    Scope,
    SetFact,
    failing,
    met,
    needs,
    not_applicable,
    undecided,
)

INSTALLING = "how-to-install-the-med-v-workspace-packager"
PACKAGE = "create-a-med-v-workspace-package"
POWERSHELL = "configuring-advanced-settings-by-using-windows-powershell"
SETTINGS = "managing-med-v-workspace-configuration-settings"
WMI = "managing-med-v-workspace-settings-by-using-a-wmi"

SEALED = "workspaces.image.sealed"
VHD_FILE = "workspaces.image.vhd_file"
SETTINGS_VIA = "operations.settings_via"

REACHES_COMPUTERS = {"group-policy": "Group Policy", "registry": "the registry", "wmi": "WMI"}
"""Ways in which a changed setting gets to computers that have the workspace already."""

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def packager_vhd_ready(*, sealed: bool | None, vhd_file: str | None) -> Outcome:
    """Look for the file of a sealed image."""
    if sealed is False:
        return not_applicable("The image is not sealed yet; see image-sysprepped.")
    if vhd_file is not None and not vhd_file.strip():
        return failing("vhd_file is empty; the path of the prepared VHD is wanted.", fact=VHD_FILE)
    given = {SEALED: sealed, VHD_FILE: vhd_file}
    missing = tuple(fact for fact, value in given.items() if value is None)
    if missing:
        return needs(*missing)
    return met(f"The sealed image is in {vhd_file}.")


def package_name_and_folder(name: str, output_folder: str) -> Outcome:
    """Look for what the wizard asks first."""
    if not output_folder.strip():
        return failing(
            f'The package of "{name}" has no output folder; one is required.',
            fact="workspaces.output_folder",
        )
    return met(f'The package of "{name}" is written to {output_folder}.')


def package_locale_switch(wanted: str, *, locale: str | None, language: str | None) -> Outcome:
    """Compare the workspace's language with those that a package supports by default."""
    own = read_language(wanted)
    if own == "English":
        return met(f"The workspace is for {wanted}; every package supports English.")
    built_on = locale or language
    if built_on is None:
        return needs(
            "packager.locale",
            message="Not known: the plan gives neither locale nor language of the packager.",
        )
    if own == read_language(built_on):
        return met(f"The workspace is for {wanted} and packaged on {built_on}.")
    if not _TAG.fullmatch(wanted):
        return failing(
            f'The workspace is for "{wanted}" and packaged on {built_on}; a locale such as de-DE '
            "is wanted for -loc.",
            fact="workspaces.locale",
        )
    return undecided(
        f"The workspace is for {wanted} and packaged on {built_on}; confirm that its script "
        f"carries -loc {wanted}.",
        fact="workspaces.locale",
    )


def settings_change_after_deploy(settings_via: str) -> Outcome:
    """Ask whether changed settings reach computers that have the workspace already."""
    way = REACHES_COMPUTERS.get(settings_via)
    if way is not None:
        return met(f"Settings of deployed workspaces are changed by {way}.")
    return failing(
        "Settings are to be changed in the packager's script, which deployed workspaces never "
        "see; Group Policy, the registry or WMI is required.",
        fix=SetFact(SETTINGS_VIA, "group-policy"),
    )


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="packager-vhd-ready",
        title="Prepared VHD exists before the wizard starts",
        phase=Phase.PACKAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="The image is sealed, and the plan names its VHD.",
        why="The wizard cannot go on.",
        todo="Finish the image, and enter the path of its VHD.",
        source=Source(
            (INSTALLING, PACKAGE),
            "Sealed and named is enough. Where the image is not sealed, image-sysprepped carries "
            "the finding.",
        ),
        concerns=("windows-virtual-pc-image", "workspace-packager"),
        also=(SEALED, VHD_FILE),
        check=packager_vhd_ready,
    ),
    Practice(
        id="package-name-and-folder",
        title="Workspace name and output folder given",
        phase=Phase.PACKAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="The workspace has a name and a folder that its package is written to.",
        why="The wizard does not go on without both.",
        todo="Enter the name and the output folder.",
        source=Source((PACKAGE,)),
        concerns=("workspace-package", "workspace-packager"),
        reads=("workspaces.name", "workspaces.output_folder"),
        check=package_name_and_folder,
    ),
    Practice(
        id="package-locale-switch",
        title="Foreign-language workspace uses -loc",
        phase=Phase.PACKAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="The script of a workspace in neither the administrator computer's language nor "
        "English carries -loc with its locale.",
        why="Characters outside the administrator computer's language and English are not "
        "supported.",
        todo="Add -loc and the locale after the workspace's name in its .ps1, and build it again.",
        source=Source(
            (PACKAGE,),
            "Languages are compared; by default a package supports that of the administrator "
            "computer, and English.",
        ),
        concerns=("workspace-package", "workspace-packager"),
        reads=("workspaces.locale",),
        also=("packager.locale", "packager.language"),
        check=package_locale_switch,
    ),
    Practice(
        id="package-change-before-deploy",
        title="Pre-deployment changes go in the .ps1 and are rebuilt",
        phase=Phase.PACKAGE,
        scope=Scope.PLAN,
        severity=Severity.SHOULD,
        mode=Mode.ATTESTED,
        asks="Changes before deployment are made in the workspace's .ps1, and the package is "
        "built again from it.",
        why="The package and what it was meant to hold drift apart.",
        inferred=True,
        todo="Edit the .ps1, and run it in PowerShell as an administrator.",
        source=Source((PACKAGE, POWERSHELL)),
        concerns=("workspace-package", "workspace-packager"),
    ),
    Practice(
        id="settings-change-after-deploy",
        title="Post-deployment changes go through the registry",
        phase=Phase.OPERATE,
        scope=Scope.PLAN,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="Settings of deployed workspaces are changed by Group Policy, in the registry or by "
        "WMI.",
        why="Changes in the .ps1 do not reach computers that have the workspace already.",
        inferred=True,
        todo="Export a .reg from the changed settings and deliver it by Group Policy.",
        source=Source(
            (PACKAGE, SETTINGS, WMI),
            "The packager's page for settings counts by how its .reg reaches the computers. One "
            "topic imports an exported .reg to a workspace, yet its keys are the host's: import "
            "it on the computer.",
            ("C-40",),
        ),
        concerns=("registry-management-system", "settings-provider", "workspace-packager"),
        reads=(SETTINGS_VIA,),
        check=settings_change_after_deploy,
    ),
)
