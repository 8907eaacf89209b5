"""From the facts of a computer to its memory and disk figures."""

from collections.abc import Callable, Mapping
from typing import Any

from medv_tui.assessment.disk import DiskInputs, DiskNeed, need, saved_state
from medv_tui.assessment.memory import MemoryRule, guest_memory
from medv_tui.findings import Figure, Origin, Path

PathOf = Callable[[str], Path]
VM = "workspaces.settings.VM."
LISTS = (VM + "HostMemToGuestMem", VM + "GuestMemFromHostMem")

NEED, RULE = "disk.need", "memory.rule"
"""Facts that are computed: a computer's disk figures, and how its guest gets memory."""

PARTS = (
    "workspaces.image.vhd_gb",
    "workspaces.differencing_disk_gb",
    "hosts.users",
    "hosts.ram_mb",
    VM + "MultiUserEnabled",
    VM + "HostMemToGuestMemCalcEnabled",
    *LISTS,
)
"""The plan's facts behind the disk figures, in the order in which to ask for them."""

INPUTS = (
    *PARTS,
    VM + "Memory",
    "workspaces.saved_state_gb",
    "workspaces.package_gb",
    "deployment.copy_locally",
    "deployment.method",
    "infrastructure.esd",
    "budget.esd_cache_copy",
    "budget.keep_local_copy",
    "budget.keep_esd_copy",
    "budget.reserve_gb",
)
"""Every fact that a figure can come from, those with a default included."""

CACHING_METHODS = frozenset({"esd", "batch"})


def _nowhere(_fact: str) -> Path:
    """The path of a fact where nobody asks for places."""
    return ()


def facts(values: Mapping[str, Any]) -> dict[str, Any]:
    """Give the computed facts of a computer in a workspace; what is unknown is absent."""
    figures = disk_need(values)
    computed: dict[str, Any] = {}
    if figures.required.value is not None:
        computed[NEED] = figures
    memory = memory_rule(values)
    if memory is not None:
        computed[RULE] = memory
    return computed


def lacking(values: Mapping[str, Any]) -> tuple[str, ...]:
    """Name the facts that the disk figures lack.

    Where all are there, it is the two memory lists that do not go together.
    """
    needless = set()
    if values.get(VM + "MultiUserEnabled"):
        needless.add("hosts.users")
    if "workspaces.saved_state_gb" in values:
        needless |= {"hosts.ram_mb", VM + "HostMemToGuestMemCalcEnabled", *LISTS}
    elif values.get(VM + "HostMemToGuestMemCalcEnabled") is False:
        needless |= {"hosts.ram_mb", *LISTS}
    return tuple(p for p in PARTS if values.get(p) is None and p not in needless) or LISTS


def disk_need(values: Mapping[str, Any], path_of: PathOf = _nowhere) -> DiskNeed:
    """Work out the disk figures of one computer."""

    def size(name: str, fact: str, unit: str = "GB") -> Figure:
        return given(name, fact, values, path_of, unit)

    readable = "budget.keep_local_copy" in values and "budget.keep_esd_copy" in values
    local_copy, esd_copy = _copies(values) if readable else (None, None)
    memory = guest_memory_figure(values, path_of)
    return need(
        DiskInputs(
            vhd=size("base VHD", "workspaces.image.vhd_gb"),
            users=size("users", "hosts.users", ""),
            shared=values.get(VM + "MultiUserEnabled"),
            differencing_disk=size("differencing disk", "workspaces.differencing_disk_gb"),
            saved_state=saved_state(size("saved state", "workspaces.saved_state_gb"), memory),
            package=size("package", "workspaces.package_gb"),
            local_copy=local_copy,
            esd_copy=esd_copy,
            keep_local_copy=bool(values.get("budget.keep_local_copy")),
            keep_esd_copy=bool(values.get("budget.keep_esd_copy")),
            reserve=size("reserve", "budget.reserve_gb"),
        )
    )


def guest_memory_figure(values: Mapping[str, Any], path_of: PathOf = _nowhere) -> Figure:
    """Give the guest's memory in MB; unknown where the settings cannot be read."""
    rule = memory_rule(values)
    if rule is None:
        return Figure("guest memory", None, "MB", Origin.UNKNOWN)
    return guest_memory(rule, values.get("hosts.ram_mb"), path_of("hosts.ram_mb"))


def memory_rule(values: Mapping[str, Any]) -> MemoryRule | None:
    """Read a workspace's memory settings; None where one of them cannot be read as numbers."""
    try:
        return MemoryRule(
            lookup=bool(values[VM + "HostMemToGuestMemCalcEnabled"]),
            host_steps=tuple(int(step) for step in values[VM + "HostMemToGuestMem"]),
            guest_steps=tuple(int(step) for step in values[VM + "GuestMemFromHostMem"]),
            fixed_mb=values[VM + "Memory"],
        )
    except (KeyError, ValueError):
        return None


def given(
    name: str, fact: str, values: Mapping[str, Any], path_of: PathOf = _nowhere, unit: str = "GB"
) -> Figure:
    """Make a plain input of a fact."""
    value = values.get(fact)
    return Figure(
        name, value, unit, Origin.UNKNOWN if value is None else Origin.GIVEN, path=path_of(fact)
    )


def _copies(values: Mapping[str, Any]) -> tuple[bool | None, bool | None]:
    """Say whether there is a local copy of the package, and one in the ESD's cache."""
    local = values.get("deployment.copy_locally")
    if not values.get("infrastructure.esd"):
        return local, False
    cached = values.get("budget.esd_cache_copy")
    if cached is None:
        return local, None
    return local, cached and values.get("deployment.method") in CACHING_METHODS
