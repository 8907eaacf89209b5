"""The virtual machine that an image starts from: Windows XP, its disk and .NET."""

import re

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
)
from medv_tui.practices.topics.host_windows import has_dotnet_35_sp1

CREATING = "creating-a-windows-virtual-pc-image-for-med-v"
CONFIGURATIONS = "med-v-20-supported-configurations"

GUEST = "Windows XP Professional SP3 x86"

_IMAGE = "workspaces.image."
_WIM = re.compile(r"\bwim\b")
_MIGRATED = re.compile(r"(?<!not )(?<!not yet )\bmigrated\b")
_OWN = re.compile(r"\bwindows virtual pc\b(?! 200\d)")
_VERSION = re.compile(r"(\d+)(?:\.(\d+))?")


def image_xp_sp3_x86(
    *, os: str | None, edition: str | None, service_pack: int | None, architecture: str | None
) -> Outcome:
    """Compare what is known of the guest's Windows with the only supported one."""
    pack = f"SP{service_pack}" if service_pack else "no service pack"
    parts = (
        ("os", os, "Windows XP", f"{os}"),
        ("edition", edition, "Professional", f"edition {edition}"),
        ("service_pack", service_pack, 3, pack),
        ("architecture", architecture, "x86", f"architecture {architecture}"),
    )
    wrong = {key: said for key, value, wanted, said in parts if value not in {None, wanted}}
    if wrong:
        seen = ", ".join(wrong.values())
        return failing(
            f"The image has {seen}; only {GUEST} is supported.", fact=_IMAGE + next(iter(wrong))
        )
    missing = [_IMAGE + key for key, value, *_ in parts if value is None]
    return needs(*missing) if missing else met(f"The image has {GUEST}.")


def image_created_in_wvpc(created_with: str) -> Outcome:
    """Read what made the VHD."""
    text = " ".join(re.sub("[®™]", "", created_with).casefold().split())
    seen = created_with.strip()
    if _WIM.search(text):
        return failing(
            f'The VHD was made with "{seen}"; the topics offer to convert a WIM, but support only '
            "a VHD that Windows Virtual PC made.",
            severity=Severity.SHOULD,
        )
    if _OWN.search(text) or _MIGRATED.search(text):
        return met(f'The VHD was made with "{seen}".')
    return failing(
        f'The VHD was made with "{seen}"; Windows Virtual PC is wanted, or a migrated image.'
    )


def image_single_vhd_partition(*, vhd_count: int | None, partitions: int | None) -> Outcome:
    """Count disks and partitions."""
    counts = {
        "vhd_count": (vhd_count, "virtual hard disks"),
        "partitions": (partitions, "partitions"),
    }
    for key, (count, things) in counts.items():
        if count not in {None, 1}:
            return failing(f"{count} {things}; exactly one is supported.", fact=_IMAGE + key)
    missing = [_IMAGE + key for key, (count, _) in counts.items() if count is None]
    return needs(*missing) if missing else met("One virtual hard disk with one partition.")


def image_dotnet_35sp1_only(dotnet: tuple[str, ...]) -> Outcome:
    """Look for .NET Framework 3.5 SP1, and for anything newer."""
    if not dotnet:
        return failing("The image has no .NET Framework; 3.5 SP1 is required.")
    newer = [text for text in dotnet if _dotnet_version(text) > (3, 5)]
    if newer:
        return failing(
            f".NET Framework {', '.join(newer)} is in the image; nothing above 3.5 SP1 is "
            "supported."
        )
    unread = [text for text in dotnet if _dotnet_version(text) == (0, 0)]
    if unread:
        return needs(
            _IMAGE + "dotnet",
            message=f'"{unread[0]}" names no version of .NET Framework; 3.5 SP1 is wanted.',
        )
    seen = f"The image has .NET Framework {', '.join(dotnet)}"
    if has_dotnet_35_sp1(dotnet):
        return met(f"{seen} and nothing newer.")
    return failing(f"{seen}; 3.5 SP1 is required.")


def _dotnet_version(text: str) -> tuple[int, int]:
    """Read the first two parts of a version; (0, 0) if there is none."""
    found = _VERSION.search(text)
    return (int(found[1]), int(found[2] or 0)) if found else (0, 0)


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="image-xp-sp3-x86",
        title="Guest is Windows XP Professional SP3 x86",
        phase=Phase.IMAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="The guest is Windows XP Professional with Service Pack 3 on x86, and nothing else.",
        why="The Guest Agent is not supported on anything else.",
        inferred=True,
        todo="Install Service Pack 3, or rebuild the image from Windows XP Professional x86.",
        source=Source((CONFIGURATIONS, CREATING)),
        waivable=False,
        concerns=("windows-virtual-pc-image", "corporate-operating-system", "guest"),
        also=(
            "workspaces.image.os",
            "workspaces.image.edition",
            "workspaces.image.service_pack",
            "workspaces.image.architecture",
        ),
        check=image_xp_sp3_x86,
    ),
    Practice(
        id="image-created-in-wvpc",
        title="VHD made with Windows Virtual PC",
        phase=Phase.IMAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="Windows Virtual PC made the VHD, or an image of Virtual PC 2007 was migrated to it.",
        why="The image is not supported.",
        inferred=True,
        todo="Migrate the image to Windows Virtual PC, or rebuild it there.",
        source=Source(
            (CONFIGURATIONS, "whats-new-in-med-v-20", CREATING),
            "One topic offers to convert a WIM although only Windows Virtual PC is supported: a "
            "converted WIM weighs as a recommendation.",
            ("C-17",),
        ),
        concerns=("windows-virtual-pc-image",),
        reads=("workspaces.image.created_with",),
        check=image_created_in_wvpc,
    ),
    Practice(
        id="image-single-vhd-partition",
        title="One VHD, one partition",
        phase=Phase.IMAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="The virtual machine has exactly one virtual hard disk with exactly one partition.",
        why="MED-V does not support any other layout of disks.",
        inferred=True,
        todo="Bring everything together on one partition of one virtual hard disk.",
        source=Source((CREATING,)),
        concerns=("windows-virtual-pc-image", "disk"),
        also=("workspaces.image.vhd_count", "workspaces.image.partitions"),
        check=image_single_vhd_partition,
    ),
    Practice(
        id="image-dotnet-35sp1-only",
        title="Only .NET 3.5 SP1 for the guest",
        phase=Phase.IMAGE,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks=".NET Framework 3.5 SP1 is installed in the image, and nothing newer.",
        why="Installing the workspace is not supported with any other version.",
        inferred=True,
        todo="Install .NET Framework 3.5 SP1 in the guest by hand and remove newer versions.",
        source=Source(
            (CONFIGURATIONS, CREATING),
            "Nothing above 3.5 SP1 is accepted; older versions are ignored, because 3.5 SP1 "
            "brings 2.0 and 3.0 along.",
        ),
        concerns=("windows-virtual-pc-image", "guest-agent"),
        reads=("workspaces.image.dotnet",),
        check=image_dotnet_35sp1_only,
    ),
)
