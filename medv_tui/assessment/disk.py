"""Disk space of one computer: what MED-V requires, what installing needs, what to plan."""

from dataclasses import dataclass

from medv_tui.findings import Figure, Origin, Source

SIZING_TOPIC = "identifying-the-number-and-types-of-med-v-workspaces"
FORMULA_SOURCE = Source((SIZING_TOPIC,))
SHARED_SOURCE = Source(
    (SIZING_TOPIC,), "A shared workspace keeps one set even with no user.", ("G-20",)
)
RATIO_SOURCE = Source(
    (SIZING_TOPIC,),
    "The one documented pair, 1 GB of memory and 1,081,000 KB on disk, is taken as a ratio.",
    ("C-07",),
)
COPIES_SOURCE = Source(
    (SIZING_TOPIC, "med-v-20-best-practices"),
    "Amounts for distribution are not documented; one package size is counted for each copy.",
    ("G-02",),
)

SAVED_STATE_RATIO = 1_081_000 / 1_048_576
"""Saved state on disk for each unit of guest memory."""

TOLERANCE_GB = 1e-6
"""About a kilobyte: differences below it are the arithmetic's, not the disk's."""


@dataclass(frozen=True, slots=True)
class DiskInputs:
    """What the disk figures of one computer follow from; sizes in GB, None is unknown."""

    vhd: Figure
    users: Figure
    shared: bool | None
    """Whether one workspace serves all users of the computer."""
    differencing_disk: Figure
    saved_state: Figure
    package: Figure
    local_copy: bool | None
    esd_copy: bool | None
    keep_local_copy: bool
    keep_esd_copy: bool
    reserve: Figure


@dataclass(frozen=True, slots=True)
class DiskNeed:
    """The disk figures of one computer, in GB."""

    required: Figure
    """Base VHD and every user's differencing disk and saved state; nothing else."""
    peak: Figure
    """Base VHD and every copy of the package, while installing; unknown without the copies."""
    planned: Figure
    """What to keep free: the larger of peak and required with its copies, plus the reserve."""
    base_volume: Figure
    """The part that lies with the base VHD where that is on a volume of its own."""
    profile_volume: Figure
    """The other part: user files and reserve."""
    vhd: Figure
    user_files: Figure


def covers(free_gb: float, need_gb: float) -> bool:
    """Say whether free space suffices, to about a kilobyte."""
    return free_gb >= need_gb - TOLERANCE_GB


def saved_state(given_gb: Figure, guest_memory: Figure) -> Figure:
    """Give the saved state: the plan's own figure, else from guest memory."""
    if given_gb.value is not None:
        return given_gb
    memory = guest_memory.value
    return Figure(
        "saved state",
        None if memory is None else memory * SAVED_STATE_RATIO / 1024,
        "GB",
        formula="guest memory × 1081000 / 1048576 / 1024",
        terms=(guest_memory,),
        source=RATIO_SOURCE,
    )


def need(inputs: DiskInputs) -> DiskNeed:
    """Work out the figures of one computer; an unknown input makes what rests on it unknown."""
    users = _users_that_count(inputs)
    per_user = (users, inputs.differencing_disk, inputs.saved_state)
    user_files = _figure(
        "user files",
        _user_files_gb(*per_user),
        "users × (differencing disk + saved state)",
        per_user,
        FORMULA_SOURCE,
    )
    required = _figure(
        "required",
        _added(inputs.vhd, user_files),
        "base VHD + users × (differencing disk + saved state)",
        (inputs.vhd, *per_user),
        FORMULA_SOURCE,
    )
    copies, retained = _copies(inputs)
    peak = _sum("peak", inputs.vhd, copies)
    if peak.value is None:
        planned = _sum("planned", required, inputs.reserve)
        base_volume = inputs.vhd
    else:
        planned = _larger("planned", peak, _sum("steady", required, retained), inputs.reserve)
        base_volume = _larger("base volume", peak, _sum("steady", inputs.vhd, retained), None)
    profile_volume = _sum("profile volume", user_files, inputs.reserve)
    return DiskNeed(required, peak, planned, base_volume, profile_volume, inputs.vhd, user_files)


def headroom_gb(
    figures: DiskNeed, free_gb: float | None, base_free_gb: float | None = None
) -> float | None:
    """Give free minus planned space in GB; of two volumes the worse one decides."""
    if base_free_gb is None:
        pairs = [(free_gb, figures.planned.value)]
    else:
        pairs = [
            (base_free_gb, figures.base_volume.value),
            (free_gb, figures.profile_volume.value),
        ]
    left = [None if f is None or n is None else f - n for f, n in pairs]
    known = [value for value in left if value is not None]
    return min(known) if len(known) == len(left) else None


def _users_that_count(inputs: DiskInputs) -> Figure:
    """The computer's users, or 1 where they share one workspace."""
    if inputs.shared is None:
        return Figure("users", None, "", Origin.UNKNOWN, note="shared or per user is unknown")
    if inputs.shared:
        return Figure(
            "users", 1, "", Origin.COMPUTED, source=SHARED_SOURCE, note="shared: always 1"
        )
    return inputs.users


def _user_files_gb(users: Figure, differencing_disk: Figure, saved_state: Figure) -> float | None:
    """Every user's differencing disk and saved state; unknown if any of the three is."""
    count, disk, state = users.value, differencing_disk.value, saved_state.value
    return None if count is None or disk is None or state is None else count * (disk + state)


def _copies(inputs: DiskInputs) -> tuple[Figure, Figure]:
    """Copies of the package while installing, and those that stay; unknown if any part is."""
    kept = (inputs.keep_local_copy, inputs.keep_esd_copy)
    made = (inputs.local_copy, inputs.esd_copy)
    known = None not in made and (inputs.package.value is not None)
    at_peak = sum(1 for copy in made if copy) if known else None
    retained = sum(1 for copy, keep in zip(made, kept, strict=True) if copy and keep)
    return (
        _times("copies", at_peak, inputs.package),
        _times("retained copies", retained if known else None, inputs.package),
    )


def _times(name: str, count: int | None, package: Figure) -> Figure:
    """So many copies of the package."""
    size = package.value
    value = None if count is None or size is None else count * size
    number = Figure("number", count, "", Origin.UNKNOWN if count is None else Origin.COMPUTED)
    return _figure(name, value, "number × package", (number, package), COPIES_SOURCE)


def _sum(name: str, first: Figure, second: Figure) -> Figure:
    """Two figures added."""
    formula = f"{first.name} + {second.name}"
    return _figure(name, _added(first, second), formula, (first, second), FORMULA_SOURCE)


def _larger(name: str, peak: Figure, steady: Figure, reserve: Figure | None) -> Figure:
    """The larger of two moments, plus a reserve where there is one."""
    formula = f"max({peak.name}, {steady.name})"
    known = peak.value is not None and steady.value is not None
    value = max(peak.value or 0.0, steady.value or 0.0) if known else None
    larger = _figure(name, value, formula, (peak, steady), COPIES_SOURCE)
    if reserve is None:
        return larger
    terms = (peak, steady, reserve)
    return _figure(name, _added(larger, reserve), f"{formula} + reserve", terms, COPIES_SOURCE)


def _added(first: Figure, second: Figure) -> float | None:
    """The sum of two values; unknown if one is."""
    if first.value is None or second.value is None:
        return None
    return first.value + second.value


def _figure(
    name: str, value: float | None, formula: str, terms: tuple[Figure, ...], source: Source
) -> Figure:
    """A computed size in GB."""
    return Figure(name, value, "GB", formula=formula, terms=terms, source=source)
