"""Guest memory: the lookup from a computer's memory, or a fixed figure."""

from bisect import bisect_right
from dataclasses import dataclass

from medv_tui.findings import Figure, Origin, Path, Source

LOOKUP_SOURCE = Source(
    ("managing-med-v-workspace-configuration-settings",),
    "Between two steps the lower one counts; outside the list its nearest end counts.",
    ("G-01",),
)
FIXED_SOURCE = Source(("managing-med-v-workspace-configuration-settings",))

NEARLY = 0.95
"""A computer with this share of a step, or more, is probably one of that step's size."""


@dataclass(frozen=True, slots=True)
class MemoryRule:
    """How a workspace gives memory to its guest; all figures in MB."""

    lookup: bool
    """Whether HostMemToGuestMemCalcEnabled is on, so that the lists below count."""
    host_steps: tuple[int, ...]
    """HostMemToGuestMem, ascending."""
    guest_steps: tuple[int, ...]
    """GuestMemFromHostMem, one entry for each step."""
    fixed_mb: int
    """Memory, which counts where the lookup is off."""
    path: Path = ()
    """Table of the plan that holds the settings."""

    @property
    def usable(self) -> bool:
        """Whether the two lists can be paired (reading of G-01)."""
        ascending = all(a < b for a, b in zip(self.host_steps, self.host_steps[1:], strict=False))
        return 0 < len(self.host_steps) == len(self.guest_steps) and ascending


def guest_memory_mb(rule: MemoryRule, ram_mb: int | None) -> int | None:
    """Give the guest's memory in MB; None where the lookup needs memory that is not known."""
    if not rule.lookup:
        return rule.fixed_mb
    if ram_mb is None or not rule.usable:
        return None
    step = max(bisect_right(rule.host_steps, ram_mb) - 1, 0)
    return rule.guest_steps[step]


def guest_memory(rule: MemoryRule, ram_mb: int | None, ram_path: Path = ()) -> Figure:
    """Give the guest's memory as a figure that names the step it came from."""
    value = guest_memory_mb(rule, ram_mb)
    if not rule.lookup:
        return Figure(
            "guest memory", value, "MB", Origin.GIVEN, path=rule.path, source=FIXED_SOURCE
        )
    ram = Figure(
        "host memory",
        ram_mb,
        "MB",
        Origin.UNKNOWN if ram_mb is None else Origin.GIVEN,
        path=ram_path,
    )
    return Figure(
        "guest memory",
        value,
        "MB",
        formula="lookup of host memory",
        terms=(ram,),
        source=LOOKUP_SOURCE,
    )


def step_just_above(rule: MemoryRule, ram_mb: int) -> int | None:
    """Give the guest memory of the next step where `ram_mb` is less than 5 % under it.

    Windows may report a little less memory than is installed; such a computer then falls to
    the step below. None where no step is that near.
    """
    if not rule.lookup or not rule.usable:
        return None
    above = bisect_right(rule.host_steps, ram_mb)
    if above == len(rule.host_steps) or ram_mb <= rule.host_steps[above] * NEARLY:
        return None
    return rule.guest_steps[above]
