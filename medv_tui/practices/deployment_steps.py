"""The documented steps of a deployment, in order, with the practices that say what is done."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from medv_tui.practices.catalogue import CATALOGUE
from medv_tui.practices.practice import Phase
from medv_tui.practices.topics.deployment import BATCH_ORDER
from medv_tui.practices.topics.install_order import NORMAL_ORDER

_ESD = "how-to-deploy-the-med-v-components-through-an-electronic-software-distribution-system"
_WORKSPACE_ESD = (
    "how-to-deploy-a-med-v-workspace-through-an-electronic-software-distribution-system"
)
_OVERVIEW = "med-v-20-deployment-overview"
_PACKAGE = "create-a-med-v-workspace-package"
_PREREQUISITES = "configure-installation-prerequisites"


class Part(StrEnum):
    """The parts of a deployment, in order."""

    PREPARE = "Prepare"
    DISTRIBUTE = "Distribute"
    INSTALL = "On each computer"
    AFTER = "Afterwards"


@dataclass(frozen=True, slots=True)
class DeploymentStep:
    """One step."""

    part: Part
    title: str
    text: str
    practices: tuple[str, ...]
    """All of them are settled when the step is done."""
    topics: tuple[str, ...]


def _of(*phases: Phase, but: Collection[str] = ()) -> tuple[str, ...]:
    """Name the practices of whole phases."""
    return tuple(dict.fromkeys(p.id for p in CATALOGUE if p.phase in phases and p.id not in but))


PACKAGER = (
    "packager-os",
    "packager-language",
    "packager-admin",
    "packager-execution-policy",
    "packager-san-policy",
    "packager-no-disk-encryption",
)
TESTS = (
    "disk-validate-in-lab",
    "dep-test-first",
    "dep-verify-fts",
    "dep-verify-domain-override",
    "app-publishing-tested",
    "url-tested",
)
ON_THE_HOST = {"host-dotnet-35sp1", "fts-network-available"}

PREPARE = (
    DeploymentStep(
        Part.PREPARE,
        "Set the administrator computer up",
        "Windows 7, no server, with .NET 3.5 SP1 and administrative rights; execution policy "
        "Unrestricted, SAN policy Online All, automatic disk encryption off.",
        PACKAGER,
        ("configure-environment-prerequisites", _PACKAGE),
    ),
    DeploymentStep(
        Part.PREPARE,
        "Prepare and seal the image",
        "Windows XP Professional SP3 in one VHD, updated, backed up, compacted, and sealed with "
        "Sysprep and a Sysprep.inf that ends in FtsCompletion.exe.",
        _of(Phase.IMAGE, Phase.SETUP, but=ON_THE_HOST),
        (
            "creating-a-windows-virtual-pc-image-for-med-v",
            "configuring-a-windows-virtual-pc-image-for-med-v",
        ),
    ),
    DeploymentStep(
        Part.PREPARE,
        "Build the packages",
        "The packager makes setup.exe, .msi, .medv, .reg and .ps1 of a sealed VHD; it takes "
        "several minutes, more for a larger VHD.",
        _of(Phase.PACKAGE, but={*PACKAGER, "host-dotnet-35sp1"}),
        (_PACKAGE,),
    ),
    DeploymentStep(
        Part.PREPARE,
        "Test the packages",
        "On a computer like the others: first time setup, identity of the guest, applications, "
        "addresses.",
        TESTS,
        ("testing-the-med-v-workspace-package", "how-to-create-a-test-environment"),
    ),
)

_HOTFIX = DeploymentStep(
    Part.DISTRIBUTE,
    "Apply the hotfix for guests with NAT",
    "Only where Configuration Manager 2007 SP2 serves them: to the site server first, then to the "
    "clients. Other products: the topics say nothing.",
    ("dep-sccm2007sp2-nat-hotfix",),
    (_WORKSPACE_ESD,),
)
_ROOM = DeploymentStep(
    Part.DISTRIBUTE,
    "Make room for the copies of the package",
    "On the computer and in the ESD's cache.",
    ("disk-distribution-extra",),
    ("identifying-the-number-and-types-of-med-v-workspaces",),
)
_PACKAGES = DeploymentStep(
    Part.DISTRIBUTE,
    "Make one package for each installer",
    "They run silently, one after the other in one run, and declare their platform and the free "
    "disk space they need.",
    (
        "dep-esd-requirements-known",
        "dep-esd-silent",
        "dep-esd-requirements-declared",
        "dep-single-process",
    ),
    (_ESD,),
)
_TARGETS = DeploymentStep(
    Part.DISTRIBUTE,
    "Define the target group and assign the packages",
    "The computers of this plan, and no others.",
    ("dep-esd-target-group",),
    (_WORKSPACE_ESD,),
)

BY_METHOD: Mapping[str | None, tuple[DeploymentStep, ...]] = {
    "esd": (_TARGETS, _PACKAGES, _HOTFIX, _ROOM),
    "batch": (
        DeploymentStep(
            Part.DISTRIBUTE,
            "Put every installer into one local folder",
            "One batch file calls them from an elevated prompt; from the network the .medv "
            "expands slowly.",
            ("dep-elevated", "dep-local-folder", "dep-same-folder"),
            (_ESD,),
        ),
        _PACKAGES,
        _HOTFIX,
        _ROOM,
    ),
    "windows-7-image": (
        DeploymentStep(
            Part.DISTRIBUTE,
            "Put MED-V into the Windows 7 image",
            "Install Windows Virtual PC, its updates and the Host Agent there, copy setup.exe, "
            ".msi and .medv, and add a shortcut to setup.exe to the Start menu.",
            ("dep-win7image-user-admin", "dep-same-folder"),
            ("how-to-deploy-a-med-v-workspace-in-a-windows-7-image",),
        ),
        _HOTFIX,
        _ROOM,
    ),
    "manual": (
        DeploymentStep(
            Part.DISTRIBUTE,
            "Offer the installers on a share or a DVD",
            "A user or a script installs them in order; a local copy is still advised.",
            ("dep-prefer-esd", "dep-local-folder"),
            ("how-to-deploy-a-med-v-workspace-manually",),
        ),
        _HOTFIX,
        _ROOM,
    ),
}
"""How the installers reach the computers."""

CLEAR = DeploymentStep(
    Part.INSTALL,
    "Clear the way",
    "Uninstall an earlier Virtual PC, close other virtualization software, and decide on a VHD "
    "that is there already.",
    ("host-remove-older-virtual-pc", "host-exclusive-virtualization", "dep-existing-vhd"),
    (_PREREQUISITES, "deployment-troubleshooting"),
)
COMPONENTS: Mapping[str, DeploymentStep] = {
    "windows-virtual-pc": DeploymentStep(
        Part.INSTALL,
        "Install Windows Virtual PC (KB958559)",
        "Computers that have it already are skipped.",
        ("host-wvpc-installed",),
        (_ESD, _OVERVIEW),
    ),
    "kb977206": DeploymentStep(
        Part.INSTALL,
        "Install the update KB977206",
        "From an elevated prompt; Windows 7 SP1 does not need it.",
        ("host-kb977206",),
        (_PREREQUISITES,),
    ),
    "host-agent": DeploymentStep(
        Part.INSTALL,
        "Install the Host Agent",
        "For all users, with Internet Explorer closed or a restart to come.",
        ("dep-all-users", "dep-close-ie", "dep-ignore-prereqs-only-in-batch"),
        (_OVERVIEW, "how-to-manually-install-the-med-v-host-agent"),
    ),
    "workspace": DeploymentStep(
        Part.INSTALL,
        "Install the workspace",
        "By setup.exe, with the .msi and .medv beside it, never before the Host Agent.",
        ("dep-run-setup-exe", "dep-same-folder", "dep-host-agent-before-workspace"),
        ("deploying-the-med-v-workspace-package",),
    ),
}
"""What is installed, by its name in deployment.order."""

ORDER = DeploymentStep(
    Part.INSTALL,
    "Keep to the order",
    "Every installer runs with administrative rights.",
    ("dep-elevated", "dep-install-order", "dep-batch-wvpc-last"),
    (_ESD, _OVERVIEW),
)
RESTART = DeploymentStep(
    Part.INSTALL,
    "Restart once",
    "Everything else is told to suppress its restart; MED-V starts at the next logon.",
    ("dep-restart-after-wvpc",),
    (_ESD,),
)
RESTART_ON_THE_WAY = DeploymentStep(
    Part.INSTALL,
    "Restart after Windows Virtual PC",
    "Before the Host Agent is installed.",
    ("dep-restart-after-wvpc",),
    (_OVERVIEW,),
)
AFTER = (
    DeploymentStep(
        Part.AFTER,
        "First time setup runs",
        "At the first logon after the workspace is installed, on the network.",
        ("fts-network-available",),
        (_OVERVIEW,),
    ),
    DeploymentStep(
        Part.AFTER,
        "Watch the outcome",
        "Select * from FTS_Status where StatusCode != 0; a user who has not run setup has no "
        "entry, so compare with the list of targets.",
        ("dep-monitor-fts",),
        ("monitoring-med-v-workspace-deployments",),
    ),
)


def steps(
    method: str | None, order: tuple[str, ...] | None, *, single_restart: bool
) -> Iterator[DeploymentStep]:
    """Give the steps of a deployment in order; without an order the documented one holds."""
    yield from PREPARE
    yield from BY_METHOD.get(method, (_HOTFIX, _ROOM))
    yield CLEAR
    for name in documented_order(single_restart=single_restart) if order is None else order:
        yield COMPONENTS[name]
        if name == "windows-virtual-pc" and not single_restart:
            yield RESTART_ON_THE_WAY
    yield ORDER
    if single_restart:
        yield RESTART
    yield from AFTER


def documented_order(*, single_restart: bool) -> tuple[str, ...]:
    """Give the documented order of installing."""
    return BATCH_ORDER if single_restart else NORMAL_ORDER
