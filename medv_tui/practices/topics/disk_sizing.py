"""The figures behind the disk requirement, and the room that distribution takes."""

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

SIZING = "identifying-the-number-and-types-of-med-v-workspaces"
CACHING_METHODS = frozenset({"esd", "batch"})


def disk_not_from_medv(vhd_gb: float, package_gb: float) -> Outcome:
    """Find a base VHD that is no larger than the package made of it."""
    seen = f"The base VHD takes {vhd_gb:.4g} GB and the compressed package {package_gb:.4g} GB"
    if vhd_gb > package_gb:
        return met(f"{seen}.")
    return failing(f"{seen}; the VHD has to be measured expanded and is the larger of the two.")


def disk_distribution_extra(
    *,
    package_gb: float | None,
    copy_locally: bool | None,
    method: str | None,
    esd: str | None,
    esd_cache_copy: bool | None,
    esd_cache_mb: int | None,
) -> Outcome:
    """See whether every copy of the package is accounted for and fits the ESD's cache."""
    given = {
        "workspaces.package_gb": package_gb,
        "deployment.copy_locally": copy_locally,
        "infrastructure.esd": esd if method == "esd" else "",
        "budget.esd_cache_copy": esd_cache_copy if esd else False,
        "deployment.method": method if esd and esd_cache_copy else "",
    }
    cached = bool(esd) and bool(esd_cache_copy) and method in CACHING_METHODS
    if cached and package_gb is not None and esd_cache_mb is not None:
        package_mb = package_gb * 1024
        if package_mb > esd_cache_mb:
            return failing(
                f"The package takes {package_mb:,.0f} MB; the ESD's cache holds only "
                f"{esd_cache_mb:,} MB.",
                fact="infrastructure.esd_cache_mb",
            )
    missing = tuple(fact for fact, value in given.items() if value is None)
    if missing:
        return needs(*missing)
    copies = [name for name, made in (("local", copy_locally), ("ESD", cached)) if made]
    if not copies:
        return met("No copy of the package is made on the computer.")
    return met(f"{len(copies)} × {package_gb:.4g} GB are budgeted: {' and '.join(copies)} copy.")


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="disk-not-from-medv",
        title="Size from the VHD, not the .medv",
        phase=Phase.PLAN,
        scope=Scope.WORKSPACE,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="The disk requirement rests on the size of the expanded base VHD, which is larger "
        "than the compressed .medv.",
        why="The .medv is compressed, so a requirement computed from it is too small.",
        todo="Measure the .vhd that the package was built from and enter its size.",
        source=Source(
            (SIZING,),
            "A base VHD given as no larger than the package is taken for the package's size.",
        ),
        concerns=("disk", "workspace-package", "windows-virtual-pc-image"),
        reads=("workspaces.image.vhd_gb", "workspaces.package_gb"),
        check=disk_not_from_medv,
    ),
    Practice(
        id="disk-validate-in-lab",
        title="Confirm disk figures in a lab",
        phase=Phase.PLAN,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.ATTESTED,
        asks="The sizes of base VHD, differencing disk and saved state were measured in a lab "
        "deployment of this workspace.",
        why="Estimates are off, that of the differencing disk most of all.",
        inferred=True,
        todo="Deploy the workspace in a lab, use it, and enter the measured sizes.",
        source=Source(
            (SIZING,),
            "How much a differencing disk grows with each application or update is not "
            "documented; only a measurement tells.",
            ("G-03",),
        ),
        concerns=("disk", "workspace"),
    ),
    Practice(
        id="disk-distribution-extra",
        title="Budget space for the distribution method",
        phase=Phase.PLAN,
        scope=Scope.WORKSPACE,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="The plan says how large the package is and which copies of it lie on the computer, "
        "and the ESD's cache holds it.",
        why="Installing fails for lack of space.",
        inferred=True,
        todo="Enter the size of the .medv, whether it is copied to the computer and whether the "
        "ESD keeps a copy of its own; enlarge the ESD's cache where it is too small.",
        source=Source(
            (SIZING,),
            "The amount is not documented; one package size is counted for each copy.",
            ("G-02",),
            external="A package that is larger than the cache of an ESD's client is not "
            "distributed.",
        ),
        concerns=("disk", "workspace-package", "esd-system"),
        also=(
            "workspaces.package_gb",
            "deployment.copy_locally",
            "deployment.method",
            "infrastructure.esd",
            "budget.esd_cache_copy",
            "infrastructure.esd_cache_mb",
        ),
        check=disk_distribution_extra,
    ),
)
