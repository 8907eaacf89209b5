"""The documentation's five example checklists, each a view of the same practices."""

from dataclasses import dataclass

from medv_tui.practices.catalogue import CATALOGUE
from medv_tui.practices.deployment_steps import PACKAGER, TESTS
from medv_tui.practices.practice import Phase


@dataclass(frozen=True, slots=True)
class ChecklistStep:
    """One line of an example checklist."""

    id: str
    title: str
    topic: str
    """The topic that it refers to."""
    practices: tuple[str, ...]
    """What stands behind it; it is done when all of them are settled."""


@dataclass(frozen=True, slots=True)
class Checklist:
    """One example checklist."""

    name: str
    title: str
    topic: str
    steps: tuple[ChecklistStep, ...]


def _resting_on(*topics: str) -> tuple[str, ...]:
    """Name the practices that rest on any of these topics."""
    found = (p.id for p in CATALOGUE if not set(topics).isdisjoint(p.source.topics))
    return tuple(dict.fromkeys(found))


def _of_phase(*phases: Phase) -> tuple[str, ...]:
    """Name the practices of these phases."""
    return tuple(dict.fromkeys(p.id for p in CATALOGUE if p.phase in phases))


_SUPPORTED = "med-v-20-supported-configurations"
_DESIGN = "define-and-plan-your-med-v-deployment"
_SECURITY = "security-and-protection-for-med-v"

_SCOPE = (
    "scope-users-apps-identified",
    "disk-not-from-medv",
    "disk-distribution-extra",
    "disk-validate-in-lab",
    "host-disk-formula",
    "host-disk-recommended",
)
"""Who gets which workspace, and what that takes."""

_COMPONENTS = (
    "active-directory-present",
    "dep-esd-requirements-known",
    "printers-driver-on-server",
    "host-wvpc-installed",
    "ops-workspace-name-matches",
)
_REVIEWED_SECURITY = tuple(
    dict.fromkeys(
        (*_of_phase(Phase.SECURE), *_resting_on("security-best-practices-for-med-v-operations"))
    )
)
_PREREQUISITES = _resting_on(
    "configure-installation-prerequisites", "configure-environment-prerequisites"
)
_DEPLOYING = tuple(
    practice
    for practice in _of_phase(Phase.DEPLOY)
    if practice.startswith("dep-") and practice not in TESTS
)

CHECKLISTS: tuple[Checklist, ...] = (
    Checklist(
        "project",
        "Project planning",
        "example-med-v-project-planning-checklist",
        (
            ChecklistStep(
                "proj-1",
                "Decide how MED-V helps with compatibility",
                "planning-for-application-operating-system-compatibility",
                ("business-fit-reviewed",),
            ),
            ChecklistStep(
                "proj-2",
                "Plan the deployment from end to end",
                "end-to-end-planning-scenario-for-med-v-20",
                (
                    "release-notes-read",
                    "active-directory-present",
                    "dep-prefer-esd",
                    "dep-test-first",
                    "dep-monitor-fts",
                ),
            ),
            ChecklistStep("proj-3", "Set the scope: end users and images", _DESIGN, _SCOPE),
            ChecklistStep(
                "proj-4", "Review the practices of security", _SECURITY, _REVIEWED_SECURITY
            ),
        ),
    ),
    Checklist(
        "environment",
        "Environment planning",
        "example-med-v-environment-planning-checklist",
        (
            ChecklistStep(
                "env-1", "Review the components", "high-level-architecturemedv2", _COMPONENTS
            ),
            ChecklistStep(
                "env-2",
                "Meet the supported configurations",
                _SUPPORTED,
                _resting_on(_SUPPORTED),
            ),
            ChecklistStep(
                "env-3",
                "Design the deployment",
                _DESIGN,
                ("dep-prefer-esd", "dep-esd-requirements-known", *_SCOPE),
            ),
            ChecklistStep(
                "env-4", "Review the practices of security", _SECURITY, _REVIEWED_SECURITY
            ),
        ),
    ),
    Checklist(
        "installation",
        "System installation",
        "example-med-v-system-installation-checklist",
        (
            ChecklistStep(
                "inst-1",
                "Meet the supported configurations",
                _SUPPORTED,
                _resting_on(_SUPPORTED),
            ),
            ChecklistStep("inst-2", "Plan and design", "planning-for-med-v", _of_phase(Phase.PLAN)),
            ChecklistStep(
                "inst-3",
                "Configure what the installation needs first",
                "configure-installation-prerequisites",
                _PREREQUISITES,
            ),
            ChecklistStep(
                "inst-4",
                "Install the Host Agent and the Workspace Packager",
                "deploy-the-med-v-components",
                (*PACKAGER, "dep-all-users", "dep-elevated", "dep-close-ie", "dep-install-order"),
            ),
        ),
    ),
    Checklist(
        "image",
        "Image preparation",
        "example-med-v-image-preparation-checklist",
        (
            ChecklistStep(
                "img-1",
                "Make a virtual machine with Windows XP SP3, updates and additions",
                "creating-a-windows-virtual-pc-image-for-med-v",
                _resting_on("creating-a-windows-virtual-pc-image-for-med-v"),
            ),
            ChecklistStep(
                "img-2",
                "Install software before deployment",
                "installing-applications-on-a-windows-virtual-pc-image",
                _resting_on("installing-applications-on-a-windows-virtual-pc-image"),
            ),
            ChecklistStep(
                "img-3",
                "Seal the image with Sysprep",
                "configuring-a-windows-virtual-pc-image-for-med-v",
                _resting_on("configuring-a-windows-virtual-pc-image-for-med-v"),
            ),
        ),
    ),
    Checklist(
        "deployment",
        "Workspace deployment",
        "example-med-v-workspace-deployment-checklist",
        (
            ChecklistStep(
                "dep-1",
                "Prepare the image",
                "prepare-a-med-v-image",
                _of_phase(Phase.IMAGE, Phase.SETUP),
            ),
            ChecklistStep(
                "dep-2",
                "Create the deployment package",
                "create-a-med-v-workspace-package",
                _of_phase(Phase.PACKAGE),
            ),
            ChecklistStep(
                "dep-3", "Test the package", "testing-the-med-v-workspace-package", TESTS
            ),
            ChecklistStep(
                "dep-4",
                "Deploy the package",
                "deploying-the-med-v-workspace-package",
                _DEPLOYING,
            ),
        ),
    ),
)
"""In the order in which they are used: that is our reading, the topics give none."""
