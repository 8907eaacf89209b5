"""In which order the components are installed, and where the computers restart."""

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

ESD = "how-to-deploy-the-med-v-components-through-an-electronic-software-distribution-system"
WORKSPACE_ESD = "how-to-deploy-a-med-v-workspace-through-an-electronic-software-distribution-system"
MANUAL = "how-to-deploy-a-med-v-workspace-manually"
OVERVIEW = "med-v-20-deployment-overview"

VIRTUAL_PC, UPDATE, HOST_AGENT, WORKSPACE = NORMAL_ORDER = (
    "windows-virtual-pc",
    "kb977206",
    "host-agent",
    "workspace",
)
"""The documented order of a deployment that restarts after Windows Virtual PC."""

METHOD = "deployment.method"
ORDER = "deployment.order"
SINGLE_RESTART = "deployment.single_restart"
RESTART = "deployment.restart_after_virtual_pc"

DISTRIBUTED = frozenset({"esd", "batch"})
"""Methods that bring all packages to a computer in one go."""


def dep_install_order(
    order: tuple[str, ...], *, method: str | None, single_restart: bool | None
) -> Outcome:
    """Compare the order with the documented one, where the computers restart on the way."""
    if method == "batch" or single_restart:
        return not_applicable(
            "Everything is installed with a single restart; dep-batch-wvpc-last judges that order."
        )
    if not order:
        return not_applicable("The deployment installs nothing.")
    seen = f"The order is {', '.join(order)}"
    wanted = tuple(sorted(order, key=NORMAL_ORDER.index))
    if order == wanted:
        return met(f"{seen}.")
    given = {METHOD: method, SINGLE_RESTART: single_restart}
    missing = tuple(fact for fact, value in given.items() if value is None)
    if missing:
        return needs(*missing)
    return failing(
        f"{seen}; with a restart on the way it has to be {', '.join(wanted)}.",
        fix=OrderFact(ORDER, wanted),
    )


def dep_host_agent_before_workspace(order: tuple[str, ...]) -> Outcome:
    """Compare the places of the Host Agent and the workspace."""
    if WORKSPACE not in order:
        return not_applicable("The deployment does not install the workspace.")
    others = tuple(step for step in order if step != HOST_AGENT)
    place = others.index(WORKSPACE)
    wanted = (*others[:place], HOST_AGENT, *others[place:])
    if HOST_AGENT not in order:
        return failing(
            "The order installs the workspace and never the Host Agent, which has to be there "
            "first.",
            fix=SetFact(ORDER, wanted),
        )
    if order.index(HOST_AGENT) < order.index(WORKSPACE):
        return met("The Host Agent is installed before the workspace.")
    return failing(
        f"The order is {', '.join(order)}; the Host Agent has to come before the workspace.",
        fix=OrderFact(ORDER, wanted),
    )


def dep_restart_after_wvpc(
    *,
    restart_after_virtual_pc: bool | None,
    order: tuple[str, ...] | None,
    method: str | None,
    single_restart: bool | None,
) -> Outcome:
    """Look for a restart after Windows Virtual PC, on the way or at the end of the run."""
    if order is not None and VIRTUAL_PC not in order:
        return not_applicable("The deployment does not install Windows Virtual PC.")
    if restart_after_virtual_pc:
        return met("The computers restart after Windows Virtual PC.")
    if single_restart or (method == "batch" and restart_after_virtual_pc is None):
        return met("The computers restart once, at the end of the run.")
    given = {RESTART: restart_after_virtual_pc, ORDER: order}
    missing = tuple(fact for fact, value in given.items() if value is None)
    if missing:
        return needs(*missing)
    return failing(
        "The computers do not restart after Windows Virtual PC; a restart is required.",
        fix=SetFact(RESTART, True),
    )


def dep_single_process(*, single_restart: bool | None, method: str | None) -> Outcome:
    """Look for one run with one restart, where packages are distributed."""
    if method is not None and method not in DISTRIBUTED:
        return not_applicable(f"The method is {method}; one run is asked of esd and batch.")
    if method is None:
        return needs(METHOD)
    if single_restart or (method == "batch" and single_restart is None):
        return met("Everything is installed in one run with a single restart at its end.")
    if single_restart is None:
        return needs(SINGLE_RESTART)
    return failing(
        "The packages are installed with several restarts; one run with a single restart at its "
        "end is wanted.",
        fix=SetFact(SINGLE_RESTART, True),
    )


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="dep-install-order",
        title="Normal order: Windows Virtual PC, updates, Host Agent, workspace",
        phase=Phase.DEPLOY,
        scope=Scope.PLAN,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="Where the computers restart on the way, Windows Virtual PC comes first, then its "
        "update, the Host Agent and the workspace.",
        why="The installers find what they check for missing, and stop.",
        inferred=True,
        todo="Bring the deployment into the documented order.",
        source=Source(
            (ESD, MANUAL),
            "The topics ask for Windows Virtual PC first and for it last; first holds where the "
            "computers restart after it.",
            ("C-18",),
        ),
        concerns=("esd-system", "windows-virtual-pc", "windows-virtual-pc-update", "host-agent"),
        reads=(ORDER,),
        also=(METHOD, SINGLE_RESTART),
        check=dep_install_order,
    ),
    Practice(
        id="dep-host-agent-before-workspace",
        title="Host Agent always before workspace",
        phase=Phase.DEPLOY,
        scope=Scope.PLAN,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="The Host Agent is installed before the workspace, whatever else the order is.",
        why="The workspace's installer refuses to run.",
        inferred=True,
        todo="Move the Host Agent before the workspace.",
        source=Source(("deploying-the-med-v-workspace-package", OVERVIEW)),
        waivable=False,
        concerns=("host-agent", "workspace-package", "esd-system"),
        reads=(ORDER,),
        check=dep_host_agent_before_workspace,
    ),
    Practice(
        id="dep-restart-after-wvpc",
        title="Restart after Windows Virtual PC",
        phase=Phase.DEPLOY,
        scope=Scope.PLAN,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="The computers restart after Windows Virtual PC is installed.",
        why="Windows Virtual PC cannot be used before that.",
        inferred=True,
        todo="Plan a restart after Windows Virtual PC, or one restart at the end of the run.",
        source=Source(
            (OVERVIEW,), "A single restart at the end of a run comes after Windows Virtual PC too."
        ),
        concerns=("windows-virtual-pc", "host"),
        also=(RESTART, ORDER, METHOD, SINGLE_RESTART),
        check=dep_restart_after_wvpc,
    ),
    Practice(
        id="dep-single-process",
        title="All packages in one sequential silent process, restart only at the end",
        phase=Phase.DEPLOY,
        scope=Scope.PLAN,
        severity=Severity.SHOULD,
        mode=Mode.COMPUTED,
        asks="The packages are installed one after the other in one run, which ends with the only "
        "restart.",
        why="Users are interrupted more than once.",
        inferred=True,
        todo="Chain the packages, suppress their restarts, and restart at the end.",
        source=Source(
            (WORKSPACE_ESD,),
            "It is asked where an ESD or a batch installs; dep-esd-silent judges whether the run "
            "is silent. The last wusa line of the documented batch lacks start /WAIT, which every "
            "line needs.",
            ("C-37",),
        ),
        concerns=("esd-system", "host"),
        also=(SINGLE_RESTART, METHOD),
        check=dep_single_process,
    ),
)
