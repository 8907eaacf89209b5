"""Electronic software distribution: when to use it, and what its packages need."""

from medv_tui.assessment.esd_product import EsdProduct, read_product
from medv_tui.findings import Severity, Source
from medv_tui.practices.practice import (
    Mode,
    Outcome,
    Phase,
    Practice,
    Scope,
    SetFact,
    failing,
    met,
    needs,
    not_applicable,
    undecided,
)

OVERVIEW = "med-v-20-deployment-overview"
CHOICE = "determining-how-med-v-will-be-deployed"
ESD = "how-to-deploy-the-med-v-components-through-an-electronic-software-distribution-system"
WORKSPACE_ESD = "how-to-deploy-a-med-v-workspace-through-an-electronic-software-distribution-system"

METHOD = "deployment.method"
PRODUCT = "infrastructure.esd"
SILENT = "deployment.silent"
DECLARED = "deployment.disk_requirement_declared"
HOTFIX = "infrastructure.esd_nat_hotfix"
NETWORKING = "workspaces.settings.VM.NetworkingMode"

FEW = 10
"""Most computers that are installed by hand without asking for an ESD."""

NEEDS_HOTFIX = EsdProduct(True, 2007, 2)
"""The one product that MED-V's topics name."""


def dep_prefer_esd(method: str, *, computers: int | None, esd: str | None) -> Outcome:
    """Find many computers that are to be installed by hand."""
    if method != "manual":
        return met(f"The method is {method}, not manual.")
    if computers is None:
        return needs("hosts.name", message="Not known: the plan has no computers.")
    if computers <= FEW:
        noun = "computer" if computers == 1 else "computers"
        return met(f"The method is manual for {computers} {noun}; up to {FEW} are few enough.")
    return failing(
        f"The method is manual for {computers:,} computers; an ESD is wanted for more than {FEW}.",
        fix=SetFact(METHOD, "esd") if esd else None,
    )


def _without_esd(method: str | None, esd: str | None) -> Outcome | None:
    """Say why a practice of ESD packages does not apply, or cannot be judged yet."""
    if method is None:
        return needs(METHOD)
    if method not in {"esd", "batch"}:
        return not_applicable(f"The method is {method}; only esd and batch distribute packages.")
    if method == "batch" and esd == "":
        return not_applicable("The batch runs without an ESD, because the plan says there is none.")
    return None


def dep_esd_silent(*, silent: bool | None, method: str | None) -> Outcome:
    """Say whether distributed packages ask questions."""
    outcome = _without_esd(method, None)
    if outcome is not None:
        return outcome
    if silent is None:
        return needs(SILENT)
    if silent:
        return met("The packages are installed silently.")
    return failing(
        "The packages ask questions while they are installed; silent ones are wanted.",
        fix=SetFact(SILENT, True),
    )


def dep_esd_requirements_declared(
    *, disk_requirement_declared: bool | None, method: str | None, esd: str | None
) -> Outcome:
    """Say whether the ESD knows which computers are suitable."""
    outcome = _without_esd(method, esd)
    if outcome is not None:
        return outcome
    if disk_requirement_declared is None:
        return needs(DECLARED)
    if disk_requirement_declared:
        return met("The packages declare their platform and the free disk space they need.")
    return failing(
        "The packages do not declare their platform and the free disk space they need; both are "
        "wanted.",
    )


def dep_esd_target_group(*, method: str | None, esd: str | None) -> Outcome:
    """Ask for the target group where packages are distributed."""
    confirm = undecided("Confirm that a target group is defined and the packages assigned to it.")
    return _without_esd(method, esd) or confirm


def dep_esd_requirements_known(*, method: str | None, esd: str | None) -> Outcome:
    """Ask for the product's own requirements, and find a product that is missing."""
    outcome = _without_esd(method, esd)
    if outcome is not None:
        return outcome
    if esd == "":
        return failing(
            "The method is esd, and the plan says that there is no ESD; name the product or "
            "choose another method.",
            fact=PRODUCT,
        )
    product = esd or "the ESD"
    return undecided(f"Confirm that the requirements of {product} for its packages are known.")


def dep_sccm2007sp2_nat_hotfix(
    *,
    esd: str | None,
    esd_nat_hotfix: bool | None,
    networking_modes: tuple[str | None, ...] | None,
) -> Outcome:
    """Look for the hotfix where the product and the networking of the guests ask for it."""
    if esd is None:
        return needs(PRODUCT)
    product = read_product(esd)
    modes = set(networking_modes or (None,))
    spared = _spared(esd, product, modes)
    if spared:
        return not_applicable(spared)
    if esd_nat_hotfix:
        return met(f"The hotfix for guests with NAT is applied to {esd}.")
    if product != NEEDS_HOTFIX:
        return needs(
            PRODUCT,
            message=f"Not known: {esd} names no release and service pack, such as 2007 SP2.",
        )
    given = {NETWORKING: "NAT" if "NAT" in modes else None, HOTFIX: esd_nat_hotfix}
    missing = tuple(fact for fact, value in given.items() if value is None)
    if missing:
        return needs(*missing)
    return failing(
        f"{esd} serves guests with NAT without the MED-V hotfix; it is required.", fact=HOTFIX
    )


def _spared(esd: str, product: EsdProduct, modes: set[str | None]) -> str:
    """Say why what is known already rules the hotfix out; empty if it does not."""
    other_release = product.release not in {None, NEEDS_HOTFIX.release}
    other_pack = product.service_pack not in {None, NEEDS_HOTFIX.service_pack}
    if not product.configuration_manager or other_release or other_pack:
        named = f"{esd} is the ESD" if esd else "There is no ESD"
        return f"{named}; the hotfix is for Configuration Manager 2007 SP2."
    return "" if modes & {"NAT", None} else "No workspace uses NAT."


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="dep-prefer-esd",
        title="Prefer ESD over manual deployment",
        phase=Phase.DEPLOY,
        scope=Scope.PLAN,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="Only a few computers are installed by hand.",
        why="The rollout is slow, and the computers end up different.",
        inferred=True,
        todo="Deploy through an ESD.",
        source=Source((OVERVIEW,), f"More than {FEW} computers count as many."),
        concerns=("esd-system",),
        reads=(METHOD,),
        also=("fleet.computers", PRODUCT),
        check=dep_prefer_esd,
    ),
    Practice(
        id="dep-esd-silent",
        title="ESD packages silent",
        phase=Phase.DEPLOY,
        scope=Scope.PLAN,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="Packages that an ESD or a batch installs ask no questions.",
        why="Users are asked to close Internet Explorer and to start the agent.",
        todo="Add /qn to the arguments of the MED-V installers and /quiet to wusa.exe.",
        source=Source((ESD,), "It is asked where an ESD or a batch installs."),
        concerns=("esd-system", "workspace-package", "host-agent"),
        also=(SILENT, METHOD),
        check=dep_esd_silent,
    ),
    Practice(
        id="dep-esd-requirements-declared",
        title="Platform and free-disk rules declared in ESD",
        phase=Phase.DEPLOY,
        scope=Scope.PLAN,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="The ESD's packages declare their platform and the free disk space they need.",
        why="The installation starts on computers that are not suitable.",
        inferred=True,
        todo="Add rules for the platform and for the disk space that this plan needs.",
        source=Source((ESD,), "It is asked where an ESD or a batch installs."),
        concerns=("esd-system", "disk"),
        also=(DECLARED, METHOD, PRODUCT),
        check=dep_esd_requirements_declared,
    ),
    Practice(
        id="dep-esd-target-group",
        title="Target group defined and assigned",
        phase=Phase.DEPLOY,
        scope=Scope.PLAN,
        severity=Severity.SHOULD,
        mode=Mode.MIXED,
        asks="A target group is defined in the ESD, and the packages are assigned to it.",
        why="The wrong computers get the packages.",
        inferred=True,
        todo="Define a collection of the computers in this plan and assign the packages to it.",
        source=Source((WORKSPACE_ESD,), "It is asked where an ESD or a batch installs."),
        concerns=("esd-system",),
        also=(METHOD, PRODUCT),
        check=dep_esd_target_group,
    ),
    Practice(
        id="dep-sccm2007sp2-nat-hotfix",
        title="ConfigMgr 2007 SP2 + NAT needs the MED-V hotfix",
        phase=Phase.DEPLOY,
        scope=Scope.PLAN,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="Where Configuration Manager 2007 SP2 serves guests with NAT, the MED-V hotfix is "
        "applied.",
        why="Guests are taken for clients on the Internet and find no distribution point nearby.",
        todo="Apply the hotfix to the site server first, then to the clients.",
        source=Source(
            (ESD, WORKSPACE_ESD),
            "The product is recognised under its usual names; for other products the topics say "
            "nothing.",
        ),
        concerns=("esd-system", "esd-client"),
        also=(PRODUCT, HOTFIX, "fleet.networking_modes"),
        check=dep_sccm2007sp2_nat_hotfix,
    ),
    Practice(
        id="dep-esd-requirements-known",
        title="The ESD product's own requirements are known",
        phase=Phase.DEPLOY,
        scope=Scope.PLAN,
        severity=Severity.SHOULD,
        mode=Mode.MIXED,
        asks="The ESD product's own requirements for packages are known.",
        why="The packages break a rule of the product.",
        inferred=True,
        todo="Read the product's documentation before the packages are made.",
        source=Source(
            (CHOICE, ESD, WORKSPACE_ESD), "It is asked where an ESD or a batch installs."
        ),
        concerns=("esd-system",),
        also=(METHOD, PRODUCT),
        check=dep_esd_requirements_known,
    ),
)
