"""Compacting the VHD of an image."""

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

COMPACTING = "compacting-the-med-v-virtual-hard-disk"


def image_compact_vhd(compacted: bool) -> Outcome:
    """Ask whether the VHD was compacted."""
    if compacted:
        return met("The VHD was compacted.")
    return failing("The VHD was not compacted; compact it before the image is sealed.")


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="image-compact-vhd",
        title="Compact the VHD",
        phase=Phase.IMAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="The VHD was compacted before the image is sealed.",
        why="Empty space stays in the VHD.",
        todo="Clean the guest up, defragment and precompact the VHD, then compact it in Windows "
        "Virtual PC.",
        source=Source(
            ("med-v-20-best-practices", COMPACTING),
            "The topics call it optional and recommended; it is a recommendation.",
            ("C-43",),
        ),
        headline=6,
        concerns=("windows-virtual-pc-image", "disk"),
        reads=("workspaces.image.compacted",),
        check=image_compact_vhd,
    ),
    Practice(
        id="image-backup-around-compaction",
        title="Back up before and after compaction",
        phase=Phase.IMAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.ATTESTED,
        asks="Where the VHD is compacted, it is backed up once before and once after.",
        why="There is no way back from an image that compacting damaged.",
        inferred=True,
        todo="Copy the VHD before compacting it, and the compacted VHD after.",
        source=Source((COMPACTING,)),
        concerns=("windows-virtual-pc-image",),
    ),
    Practice(
        id="image-compaction-prep",
        title="Clean caches, logs, page file before compaction",
        phase=Phase.IMAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.CONSIDER,
        mode=Mode.ATTESTED,
        asks="Before the VHD is compacted, the guest is rid of the file cache, uninstallers, "
        "temporary files, logs, page file and restore points.",
        why="Compacting wins back little space.",
        inferred=True,
        todo="Run sfc /cachesize=1, restart, run sfc /purgecache, delete what is not needed, "
        "clear and limit the logs, and run Disk Cleanup before compacting.",
        source=Source((COMPACTING,)),
        concerns=("windows-virtual-pc-image", "disk"),
    ),
)
