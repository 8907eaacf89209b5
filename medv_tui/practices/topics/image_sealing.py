"""Sealing an image with Sysprep, and proving that it starts."""

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

CONFIGURING = "configuring-a-windows-virtual-pc-image-for-med-v"


def image_sysprepped(sealed: bool) -> Outcome:
    """Ask whether the image was sealed."""
    if sealed:
        return met("The image is sealed with Sysprep.")
    return failing("The image is not sealed; it must be sealed with Sysprep.")


def image_mini_setup(mini_setup: bool) -> Outcome:
    """Ask whether Sysprep was told to run Mini-Setup."""
    if mini_setup:
        return met("The image starts with Mini-Setup.")
    return failing("The image starts with Windows Welcome; Mini-Setup is required.")


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="image-backup-before-seal",
        title="Back up before sealing",
        phase=Phase.IMAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.ATTESTED,
        asks="The VHD is backed up before Sysprep seals it.",
        why="A sealed image cannot be opened again for changes.",
        inferred=True,
        todo="Copy the VHD before sealing it.",
        source=Source(("med-v-20-best-practices", CONFIGURING)),
        headline=8,
        concerns=("windows-virtual-pc-image",),
    ),
    Practice(
        id="image-sysprepped",
        title="Image sealed with Sysprep",
        phase=Phase.IMAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="The image is sealed with Sysprep.",
        why="The Workspace Packager checks the image and does not accept it.",
        todo="Run Sysprep, choose to shut down, and reseal.",
        source=Source(("whats-new-in-med-v-20", CONFIGURING)),
        concerns=("windows-virtual-pc-image", "sysprep-folder", "workspace-packager"),
        reads=("workspaces.image.sealed",),
        check=image_sysprepped,
    ),
    Practice(
        id="image-mini-setup",
        title="Mini-Setup instead of Windows Welcome",
        phase=Phase.IMAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="Sysprep is told to run Mini-Setup instead of Windows Welcome.",
        why="First time setup cannot run.",
        inferred=True,
        todo="Run Sysprep with -mini, or select its check box for Mini-Setup.",
        source=Source(
            (CONFIGURING,), "The topic names the check box in two ways; it is one.", ("C-11",)
        ),
        concerns=("windows-virtual-pc-image", "sysprep-folder"),
        reads=("workspaces.image.mini_setup",),
        check=image_mini_setup,
    ),
    Practice(
        id="image-sysprep-options",
        title="Sysprep options set as documented",
        phase=Phase.IMAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.ATTESTED,
        asks="Sysprep runs without resetting the grace period for activation, with Mini-Setup, "
        "and with Shut down as its shutdown mode.",
        why="Activation or the power state of the virtual machine is wrong.",
        inferred=True,
        todo="Run Sysprep again with these options.",
        source=Source(
            (CONFIGURING,), "The topic names the Mini-Setup box in two ways; it is one.", ("C-11",)
        ),
        concerns=("windows-virtual-pc-image", "sysprep-folder"),
    ),
    Practice(
        id="image-vhd-boots",
        title="A VM can be created from the VHD and started",
        phase=Phase.IMAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.ATTESTED,
        asks="A virtual machine was created from a copy of the VHD and started.",
        why="First time setup fails with the events 3066, 3078 and 3099.",
        todo="Repair the image, and try it before packaging.",
        source=Source(("med-v-event-log-messages",)),
        concerns=("windows-virtual-pc-image", "windows-virtual-pc"),
    ),
)
