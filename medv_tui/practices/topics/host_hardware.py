"""Memory and disk space of the computers."""

from math import ceil, floor

from medv_tui.assessment.disk import TOLERANCE_GB, DiskNeed, covers
from medv_tui.findings import Severity, Source
from medv_tui.practices.practice import (
    Facts,
    Mode,
    Outcome,
    Phase,
    Practice,
    Scope,
    failing,
    met,
    needs,
)
from medv_tui.practices.sizing import PARTS

SIZING = "identifying-the-number-and-types-of-med-v-workspaces"
CONFIGURATIONS = "med-v-20-supported-configurations"

FREE, BASE_VHD_FREE = "hosts.free_disk_gb", "hosts.base_vhd_free_disk_gb"

LEAST_RAM_MB = 2048
NOMINAL_RAM_MB = 1946
"""What a 2 GB computer reports at least where its graphics share memory."""

LEAST_FREE_GB = 2.0


def host_ram_minimum(ram_mb: int) -> Outcome:
    """Compare the memory with the documented minimum."""
    if ram_mb >= LEAST_RAM_MB:
        return met(f"{ram_mb:,} MB of RAM; 2,048 MB are required.")
    if ram_mb >= NOMINAL_RAM_MB:
        return failing(
            f"{ram_mb:,} MB of RAM is just under the required 2,048 MB; "
            "a 2 GB computer with shared graphics reports that.",
            severity=Severity.SHOULD,
            short=f"RAM {_ram(ram_mb)}, nearly 2",
        )
    return failing(
        f"{ram_mb:,} MB of RAM is below the required 2,048 MB.",
        short=(f"RAM {_ram(ram_mb)}, needs 2", f"RAM {_ram(ram_mb)}"),
    )


def _ram(mb: int) -> str:
    """Give memory in GB, rounded down, so that too little never looks like enough."""
    tenths = mb * 10 // 1024
    return f"{tenths / 10} GB" if tenths else f"{mb} MB"


def host_disk_floor(free_disk_gb: float) -> Outcome:
    """Compare the free space with the documented least amount."""
    if covers(free_disk_gb, LEAST_FREE_GB):
        return met(f"{free_disk_gb:.1f} GB free; at least 2 GB are required.")
    return failing(
        f"{_down(free_disk_gb)} GB free is below the 2 GB that are always required.",
        short=_lack("disk", free_disk_gb, LEAST_FREE_GB),
    )


def host_disk_recommended(free_disk_gb: float, recommended_free_gb: float) -> Outcome:
    """Compare the free space with what the plan recommends."""
    wanted = f"{recommended_free_gb:.4g} GB are recommended"
    if covers(free_disk_gb, recommended_free_gb):
        return met(f"{free_disk_gb:.1f} GB free; {wanted}.")
    advised = f"{recommended_free_gb:.4g} advised"
    seen = f"{free_disk_gb:.1f}"
    if float(seen) >= recommended_free_gb:
        seen = _down(free_disk_gb)
    return failing(
        f"{_down(free_disk_gb)} GB free; {wanted}.",
        short=(f"{seen} free, {advised}", f"{seen} of {advised}"),
    )


def host_disk_formula(
    free_disk_gb: float, need: DiskNeed, base_vhd_free_disk_gb: float | None
) -> Outcome:
    """Compare the free space of each volume with what MED-V needs on it."""
    required, peak, planned = need.required.value, need.peak.value, need.planned.value
    if base_vhd_free_disk_gb is None:
        return _volume("", FREE, free_disk_gb, required, peak, planned)
    base = _volume(
        " on the volume of the base VHD",
        BASE_VHD_FREE,
        base_vhd_free_disk_gb,
        need.vhd.value,
        peak,
        need.base_volume.value,
    )
    profiles = _volume(
        " on the volume of the profiles",
        FREE,
        free_disk_gb,
        need.user_files.value,
        None,
        need.profile_volume.value,
    )
    return min((base, profiles), key=_badness)


def _badness(outcome: Outcome) -> tuple[int, int]:
    """Order outcomes of the same practice, worst first."""
    return (outcome.status.rank, (outcome.severity or Severity.MUST).rank)


def _volume(
    place: str,
    fact: str,
    free_gb: float,
    required: float | None,
    peak: float | None,
    planned: float | None,
) -> Outcome:
    """Compare one volume's free space with what is required, needed at the peak, and planned."""
    seen, volume = f"{_down(free_gb)} GB free{place}", _VOLUMES[fact]

    def short(limit: float) -> tuple[str, ...]:
        # What is planned is what the column of headroom beside it counts with.
        return _lack(volume, free_gb, limit if planned is None else planned)

    if required is not None and not covers(free_gb, required):
        message = f"{seen}; {_up(required)} GB are required."
        return failing(message, fact=fact, short=short(required))
    if peak is not None and not covers(free_gb, peak):
        message = f"{seen}; installing needs {_up(peak)} GB at its peak."
        return failing(message, fact=fact, short=short(peak))
    if planned is not None and not covers(free_gb, planned):
        return failing(
            f"{seen}; {_up(planned)} GB are planned.",
            fact=fact,
            severity=Severity.SHOULD,
            short=(*_planned(free_gb, planned), *short(planned)),
        )
    if planned is None:
        return needs("budget.reserve_gb")
    return met(f"{free_gb:.2f} GB free{place}; {planned:.2f} GB are planned.")


_VOLUMES = {FREE: "disk", BASE_VHD_FREE: "VHD"}
"""What a volume is called in a table's column."""


def _lack(volume: str, free_gb: float, wanted_gb: float) -> tuple[str, ...]:
    """Give the short forms of too little space on a volume; equal figures would say nothing."""
    seen, wanted, short_gb = f"{free_gb:.1f}", f"{wanted_gb:.1f}", wanted_gb - free_gb
    if seen == wanted:
        return (f"{volume} short by {max(short_gb, 0.01):.2f}",)
    return f"{volume} {seen}, needs {wanted}", f"{volume} short by {short_gb:.1f}"


def _planned(free_gb: float, planned_gb: float) -> tuple[str, ...]:
    """Give the short form of less than is planned; none where the figures look equal."""
    seen, wanted = f"{free_gb:.1f}", f"{planned_gb:.1f}"
    return () if seen == wanted else (f"{seen} of {wanted} planned",)


def _down(gb: float) -> str:
    """Round down, so that too little space never looks like enough."""
    return f"{floor((gb + TOLERANCE_GB) * 100) / 100:.2f}"


def _up(gb: float) -> str:
    """Round up, so that what is not covered never looks covered."""
    return f"{ceil((gb - TOLERANCE_GB) * 100) / 100:.2f}"


def _formula_limits(facts: Facts) -> tuple[float, ...]:
    """Free space at which the formula's answer changes."""
    need = facts.get("disk.need")
    if need is None:
        return ()
    figures = [need.required, need.peak, need.planned]
    if facts.get("hosts.base_vhd_free_disk_gb") is not None:
        figures = [need.user_files, need.profile_volume]
    return tuple(f.value - TOLERANCE_GB for f in figures if f.value is not None)


def _recommended_limits(facts: Facts) -> tuple[float, ...]:
    """Free space at which the recommendation is met."""
    wanted = facts.get("budget.recommended_free_gb")
    return () if wanted is None else (wanted - TOLERANCE_GB,)


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="host-ram-minimum",
        title="Host has 2 GB RAM or more",
        phase=Phase.PLAN,
        scope=Scope.HOST,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="The computer has 2,048 MB of RAM or more, on x86 and on x64.",
        why="The computer is below the documented minimum and the guest gets little memory.",
        inferred=True,
        todo="Add RAM, or exclude the computer with a reason.",
        source=Source(
            (CONFIGURATIONS,),
            "1,946 to 2,047 MB weighs as a recommendation, because 2 GB computers whose graphics "
            "share memory report it.",
        ),
        waivable=False,
        concerns=("host",),
        reads=("hosts.ram_mb",),
        check=host_ram_minimum,
        decides=("hosts.ram_mb",),
    ),
    Practice(
        id="host-disk-floor",
        title="Host has 2 GB free at the very least",
        phase=Phase.PLAN,
        scope=Scope.HOST,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="The volume of the user profiles has 2 GB free or more, whatever the formula gives.",
        why="The workspace cannot be installed.",
        inferred=True,
        todo="Free disk space.",
        source=Source((SIZING,)),
        waivable=False,
        concerns=("host", "disk"),
        reads=(FREE,),
        check=host_disk_floor,
        limits=lambda _facts: (LEAST_FREE_GB - TOLERANCE_GB,),
        decides=(FREE,),
    ),
    Practice(
        id="host-disk-recommended",
        title="10 GB free per workspace",
        phase=Phase.PLAN,
        scope=Scope.HOST,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="The computer has as much free space as the plan's budget recommends, 10 GB unless "
        "it says otherwise.",
        why="The disk fills as users log on and updates arrive.",
        inferred=True,
        todo="Free disk space.",
        source=Source((CONFIGURATIONS, SIZING), register=("C-35",)),
        concerns=("host", "disk"),
        reads=(FREE, "budget.recommended_free_gb"),
        check=host_disk_recommended,
        limits=_recommended_limits,
    ),
    Practice(
        id="host-disk-formula",
        title="Free disk covers the computed requirement",
        phase=Phase.PLAN,
        scope=Scope.HOST,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="Free space covers the base VHD and every user's differencing disk and saved state, "
        "and the peak while installing; below the planned amount it weighs as a recommendation.",
        why="Users run out of disk space.",
        inferred=True,
        todo="Plan fewer users on this computer, share the workspace, shrink the image, or give "
        "the computer a larger disk.",
        source=Source((SIZING,), register=("G-02", "C-35")),
        waivable=False,
        concerns=("host", "disk"),
        reads=(FREE, "disk.need"),
        also=(BASE_VHD_FREE,),
        check=host_disk_formula,
        limits=_formula_limits,
        decides=(FREE, *PARTS),
    ),
)
