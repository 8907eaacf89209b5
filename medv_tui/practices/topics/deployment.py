"""How the packages reach the computers: the headline practices."""

from medv_tui.findings import Severity, Source
from medv_tui.practices.practice import (
    Mode,
    OrderFact,
    Outcome,
    Phase,
    Practice,
    Scope,
    SetFact,
    failing,
    met,
    needs,
    not_applicable,
)

BEST_PRACTICES = "med-v-20-best-practices"
OVERVIEW = "med-v-20-deployment-overview"
ESD = "how-to-deploy-the-med-v-components-through-an-electronic-software-distribution-system"

BATCH_ORDER = ("host-agent", "workspace", "windows-virtual-pc", "kb977206")
"""The documented order of a run with a single restart."""

FORCING_RESTART = frozenset({"windows-virtual-pc", "kb977206"})


def dep_batch_wvpc_last(
    *, method: str | None, single_restart: bool | None, order: tuple[str, ...] | None
) -> Outcome:
    """Compare the order of a run with a single restart with the documented one."""
    if method != "batch" and not single_restart:
        given = {"deployment.method": method, "deployment.single_restart": single_restart}
        missing = tuple(fact for fact, value in given.items() if value is None)
        if missing:
            return needs(*missing)
        return not_applicable(
            "The computers restart after Windows Virtual PC, not once at the end."
        )
    if order is None:
        return needs("deployment.order")
    if FORCING_RESTART.isdisjoint(order):
        return not_applicable("The run installs neither Windows Virtual PC nor KB977206.")
    wanted = tuple(sorted(order, key=BATCH_ORDER.index))
    if order == wanted:
        return met(f"The order of the run is {', '.join(order)}.")
    return failing(
        f"The order of the run is {', '.join(order)}; with a single restart it has to be "
        f"{', '.join(wanted)}.",
        fact="deployment.order",
        fix=OrderFact("deployment.order", wanted),
    )


def dep_local_folder(copy_locally: bool) -> Outcome:
    """Say where setup.exe runs from."""
    if copy_locally:
        return met("The package is copied to the computer, and setup.exe runs from there.")
    return failing(
        "The workspace's setup.exe runs from the network; copy the package to the computer first.",
        fix=SetFact("deployment.copy_locally", True),
    )


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="dep-batch-wvpc-last",
        title="In a batch, Windows Virtual PC and its hotfix go last",
        phase=Phase.DEPLOY,
        scope=Scope.PLAN,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="Where everything is installed with a single restart, Windows Virtual PC and "
        "KB977206 are installed after the Host Agent and the workspace.",
        why="Windows Update forces a restart in the middle of the run.",
        todo="Install Host Agent and workspace first, then Windows Virtual PC, then KB977206.",
        source=Source(
            (BEST_PRACTICES, OVERVIEW),
            "The topics ask for Windows Virtual PC first and for it last; last holds for a run "
            "with a single restart.",
            ("C-18",),
        ),
        headline=9,
        concerns=("esd-system", "windows-virtual-pc", "windows-virtual-pc-update"),
        also=("deployment.method", "deployment.single_restart", "deployment.order"),
        check=dep_batch_wvpc_last,
    ),
    Practice(
        id="dep-local-folder",
        title="Run setup.exe from a local folder",
        phase=Phase.DEPLOY,
        scope=Scope.PLAN,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="The workspace's setup.exe runs from a folder on the computer.",
        why="Installing over the network is prone to fail, and expanding the .medv is slow.",
        todo="Copy the package to the computer first, and budget the disk space for it.",
        source=Source((BEST_PRACTICES, OVERVIEW, ESD)),
        headline=10,
        concerns=("workspace-package", "esd-system"),
        reads=("deployment.copy_locally",),
        check=dep_local_folder,
    ),
)
