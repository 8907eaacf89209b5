"""How workspaces and the Host Agent are uninstalled."""

import re

from medv_tui.assessment import arguments
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
    undecided,
)

REMOVAL = "how-to-uninstall-the-med-v-components"
OPTIONS = "command-line-options-for-med-v-installation-files"

ORDER = "deployment.uninstall_order"
UNINSTALL = "deployment.arguments.uninstall"
DELETE = "DELETEDIFFDISKS"

KEPT_OR_DELETED = {"0": "kept", "1": "deleted"}
"""What each value of the argument decides for the VHDs that MED-V made."""


def dep_uninstall_order(uninstall_order: tuple[str, ...]) -> Outcome:
    """Compare the place of the Host Agent with those of all workspaces."""
    agents = [step for step in uninstall_order if _is_host_agent(step)]
    if not agents:
        return not_applicable("The Host Agent is not uninstalled.")
    seen = f"The order is {', '.join(uninstall_order)}"
    last = max((i for i, s in enumerate(uninstall_order) if _is_workspace(s)), default=None)
    if last is None:
        return failing(f"{seen}; every workspace has to be uninstalled before the Host Agent.")
    if not any(_is_host_agent(step) for step in uninstall_order[:last]):
        return met(f"{seen}.")
    before, after = uninstall_order[: last + 1], uninstall_order[last + 1 :]
    first = (step for step in before if not _is_host_agent(step))
    moved = (step for step in before if _is_host_agent(step))
    return failing(
        f"{seen}; the Host Agent has to come after every workspace.",
        fix=OrderFact(ORDER, (*first, *moved, *after)),
    )


def _is_host_agent(step: str) -> bool:
    """Recognise the Host Agent in the planner's words."""
    return "hostagent" in re.sub(r"[\W_]+", "", step.casefold())


def _is_workspace(step: str) -> bool:
    """Recognise a workspace; the packager has its name in common with it and nothing else."""
    return "workspace" in step.casefold() and "packager" not in step.casefold()


def dep_uninstall_disks(*, uninstall: str | None) -> Outcome:
    """Ask whether the plan decides on the VHDs, where it says how workspaces are uninstalled."""
    if uninstall is None:
        return not_applicable("The plan gives no arguments for uninstall.exe.")
    given = arguments.value(uninstall, DELETE)
    fate = KEPT_OR_DELETED.get(given or "")
    if fate is not None:
        return met(f"uninstall.exe is called with {DELETE}={given}: VHDs are {fate}.")
    seen = f"without {DELETE}" if given is None else f"with {DELETE}={given}"
    return failing(
        f"uninstall.exe is called {seen}, so that VHDs are kept; a decision between 0 and 1 is "
        "wanted.",
        fix=SetFact(UNINSTALL, arguments.having(uninstall, DELETE, "1")),
    )


def dep_uninstall_roaming_shortcuts(
    *, roaming_profiles: tuple[tuple[bool | None, int], ...] | None
) -> Outcome:
    """Ask for the cleaning where profiles roam."""
    tally = dict(roaming_profiles or ())
    roaming = tally.get(True, 0)
    if roaming:
        seen = "1 computer has" if roaming == 1 else f"{roaming:,} computers have"
        return undecided(
            f"{seen} roaming profiles; confirm that shortcuts are removed by hand after the "
            "workspace is uninstalled."
        )
    if set(tally) == {False}:
        return not_applicable("No computer has roaming profiles.")
    return needs("hosts.roaming_profiles")


PRACTICES: tuple[Practice, ...] = (
    Practice(
        id="dep-uninstall-order",
        title="Uninstall workspace before Host Agent",
        phase=Phase.OPERATE,
        scope=Scope.PLAN,
        severity=Severity.MUST,
        mode=Mode.COMPUTED,
        asks="Every workspace is uninstalled before the Host Agent.",
        why="The Host Agent refuses to be uninstalled while a workspace is there.",
        todo="Run the workspace's uninstall.exe first.",
        source=Source((REMOVAL,)),
        concerns=("workspace", "host-agent"),
        reads=(ORDER,),
        check=dep_uninstall_order,
    ),
    Practice(
        id="dep-uninstall-disks",
        title="Decide on deleting VHDs at uninstall",
        phase=Phase.OPERATE,
        scope=Scope.PLAN,
        severity=Severity.CONSIDER,
        mode=Mode.COMPUTED,
        asks="The arguments of uninstall.exe say with DELETEDIFFDISKS what becomes of the VHDs.",
        why="The disks stay, and their space is not freed.",
        todo="Add DELETEDIFFDISKS=1 to delete them, or 0 to keep them.",
        source=Source(
            (OPTIONS, REMOVAL), "It is asked where the plan gives the arguments of uninstall.exe."
        ),
        concerns=("disk", "workspace"),
        also=(UNINSTALL,),
        check=dep_uninstall_disks,
    ),
    Practice(
        id="dep-uninstall-roaming-shortcuts",
        title="Clean shortcuts of roaming-profile users",
        phase=Phase.OPERATE,
        scope=Scope.PLAN,
        severity=Severity.CONSIDER,
        mode=Mode.MIXED,
        asks="Shortcuts that roaming profiles bring back are removed after a workspace is "
        "uninstalled.",
        why="Dead entries stay in the Start menu.",
        todo="Remove the shortcuts by hand.",
        source=Source(("deployment-troubleshooting",)),
        concerns=("published-applications", "host"),
        also=("fleet.roaming_profiles",),
        check=dep_uninstall_roaming_shortcuts,
    ),
)
