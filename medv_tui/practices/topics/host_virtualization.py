"""Windows Virtual PC, its updates and its rivals on the computers."""

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
)

PREREQUISITES = "configure-installation-prerequisites"
OVERVIEW = "med-v-20-deployment-overview"

VIRTUAL_PC, UPDATE = "windows-virtual-pc", "kb977206"
"""Steps of the deployment order."""


def host_wvpc_installed(
    *, windows_virtual_pc: bool | None, order: tuple[str, ...] | None
) -> Outcome:
    """Find Windows Virtual PC on the computer or on its way there."""
    if windows_virtual_pc:
        return met("Windows Virtual PC is installed.")
    if order is not None and VIRTUAL_PC in order:
        return met("Windows Virtual PC is in the deployment order.")
    given = {"hosts.windows_virtual_pc": windows_virtual_pc, "deployment.order": order}
    missing = tuple(fact for fact, value in given.items() if value is None)
    if missing:
        return needs(*missing)
    return failing(
        "Windows Virtual PC is neither installed nor in the deployment order; one of them is "
        "required.",
        fix=SetFact("deployment.order", (VIRTUAL_PC, *(order or ()))),
        short="Virtual PC not planned",
    )


def host_kb977206(
    *, service_pack: int | None, kb977206: bool | None, order: tuple[str, ...] | None
) -> Outcome:
    """Find the update on the computer or on its way there, where Windows 7 needs it."""
    if service_pack:
        return not_applicable(f"Service pack {service_pack} makes KB977206 unnecessary.")
    if kb977206:
        return met("KB977206 is installed.")
    if order is not None and UPDATE in order:
        return met("KB977206 is in the deployment order.")
    given = {
        "hosts.service_pack": service_pack,
        "hosts.kb977206": kb977206,
        "deployment.order": order,
    }
    missing = tuple(fact for fact, value in given.items() if value is None)
    if missing:
        return needs(*missing)
    return failing(
        "Windows 7 without a service pack, and KB977206 is neither installed nor in the "
        "deployment order; one of them is required.",
        fact="hosts.kb977206",
        fix=SetFact("deployment.order", _with_update(order or ())),
        short="KB977206 missing, RTM",
    )


def _with_update(order: tuple[str, ...]) -> tuple[str, ...]:
    """Put the update behind Windows Virtual PC, or first where that is already installed."""
    place = order.index(VIRTUAL_PC) + 1 if VIRTUAL_PC in order else 0
    return (*order[:place], UPDATE, *order[place:])


def host_remove_older_virtual_pc(older_virtual_pc: bool) -> Outcome:
    """Look for an earlier Virtual PC."""
    if older_virtual_pc:
        return failing(
            "An earlier Virtual PC is installed; it has to be uninstalled first.",
            short="earlier Virtual PC",
        )
    return met("No earlier Virtual PC is installed.")


def host_exclusive_virtualization(other_virtualization: bool) -> Outcome:
    """Look for another user of the processor's virtualization."""
    if other_virtualization:
        return failing(
            "Other virtualization software is in use; Windows Virtual PC has to be the only one.",
            short="other virtualization",
        )
    return met("No other virtualization software is in use.")


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="host-wvpc-installed",
        title="Windows Virtual PC present or in the install sequence",
        phase=Phase.DEPLOY,
        scope=Scope.HOST,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="Windows Virtual PC is installed on the computer, or the deployment installs it.",
        why="MED-V has no way of bringing Windows Virtual PC along, and the Host Agent's setup "
        "stops without it.",
        inferred=True,
        todo="Deploy Windows Virtual PC first, or last in a run with a single restart.",
        source=Source((OVERVIEW,)),
        concerns=("windows-virtual-pc", "host-agent"),
        also=("hosts.windows_virtual_pc", "deployment.order"),
        check=host_wvpc_installed,
    ),
    Practice(
        id="host-kb977206",
        title="KB977206 on Windows 7 RTM hosts",
        phase=Phase.DEPLOY,
        scope=Scope.HOST,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="Where Windows 7 has no service pack, update KB977206 is installed or the deployment "
        "installs it.",
        why="The Host Agent's prerequisite check fails, computers without hardware-assisted "
        "virtualization cannot run the guest, and the integration components do not match.",
        todo="Add KB977206 to the deployment for computers without SP1; with SP1 it is not needed.",
        source=Source(
            (PREREQUISITES, OVERVIEW),
            "The update is called required, recommended and unnecessary; it is required without "
            "a service pack and left out with SP1.",
            ("C-03",),
        ),
        concerns=("windows-virtual-pc-update", "windows-virtual-pc"),
        also=("hosts.service_pack", "hosts.kb977206", "deployment.order"),
        check=host_kb977206,
        decides=("hosts.service_pack",),
    ),
    Practice(
        id="host-wvpc-updates-reviewed",
        title="Review other Windows Virtual PC updates",
        phase=Phase.DEPLOY,
        scope=Scope.PLAN,
        severity=Severity.SHOULD,
        mode=Mode.ATTESTED,
        asks="The other updates of Windows Virtual PC were reviewed, and those that fit are "
        "deployed.",
        why="Defects that are already mended elsewhere stay on the computers.",
        inferred=True,
        todo="Go through the list of updates for Windows Virtual PC and deploy what fits.",
        source=Source((PREREQUISITES,)),
        concerns=("windows-virtual-pc-update", "windows-virtual-pc"),
    ),
    Practice(
        id="host-remove-older-virtual-pc",
        title="Uninstall earlier Virtual PC",
        phase=Phase.DEPLOY,
        scope=Scope.HOST,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="No earlier Virtual PC for Windows is installed on the computer.",
        why="Windows Virtual PC cannot be installed correctly beside it.",
        inferred=True,
        todo="Uninstall the earlier Virtual PC before Windows Virtual PC is installed.",
        source=Source((PREREQUISITES,)),
        concerns=("host", "windows-virtual-pc"),
        reads=("hosts.older_virtual_pc",),
        check=host_remove_older_virtual_pc,
    ),
    Practice(
        id="host-exclusive-virtualization",
        title="No other virtualization stack in use",
        phase=Phase.DEPLOY,
        scope=Scope.HOST,
        severity=Severity.MUST,
        mode=Mode.MIXED,
        asks="No other virtualization software runs on the computer, neither while MED-V is "
        "installed nor while it is used.",
        why="Only one virtualization stack can run at a time, so MED-V fails to install or to run.",
        todo="Close or remove the other virtualization software.",
        source=Source(("deployment-troubleshooting",)),
        concerns=("host", "windows-virtual-pc"),
        reads=("hosts.other_virtualization",),
        check=host_exclusive_virtualization,
    ),
)
